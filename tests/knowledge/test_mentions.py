"""Mentions and whom or what they mean, by somebody who had not seen the tables: at least 97 % right, and every miss printed.

Rows that point into an article are asked where the project's collection of articles lies beside the repository.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

import selon

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(ROOT / "bench"))
import mentions  # noqa: E402

FILES = sorted(HERE.glob("mentions_*.tsv"))
SHARED = Path("shared")
LONGEST = 20_000  # characters of an article that is read here
ENOUGH = 0.97
ENOUGH_IN_ARTICLES = 0.93  # of those rows alone, which are picked for being hard


def _shared() -> Path | None:
    """The folder of articles beside the repository or beside its worktree."""
    return next((p / SHARED for p in (ROOT.parent, ROOT.parent.parent) if (p / SHARED).is_dir()), None)


def _articles(language: str) -> dict[str, str]:
    shared = _shared()
    if shared is None:
        return {}
    news, texts = shared / "raw" / "fr-news.jsonl", shared / "attribution" / "polnear" / "train" / "text"
    if language == "fr" and news.is_file():
        with news.open(encoding="utf-8") as lines:
            return {a["id"]: a["text"] for a in map(json.loads, lines)}
    if language == "en" and texts.is_dir():
        return {p.stem: p.read_bytes().decode("utf-8") for p in texts.glob("*.txt")}
    return {}


def _told(answers: list[mentions.Answer]) -> str:
    return "\n".join("\t".join([*(a.row[c] for c in mentions.SHOWN), a.said]) for a in answers if not a.right)


def test_rows() -> None:
    assert FILES
    for path in FILES:
        rows = mentions.read_rows(path)
        assert len(rows) >= 750
        assert {r["asks"] for r in rows} == {"actor", "medium", "place"}
        assert len({tuple(r.values()) for r in rows}) == len(rows)
        assert all(r["mention"] in (r["context"] or r["mention"]) for r in rows)
        assert all(int(r["end"]) - int(r["start"]) == len(r["mention"]) and not r["context"] for r in rows if r["article"])


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_own_sentences(path: Path) -> None:
    rows = [r for r in mentions.read_rows(path) if not r["article"]]
    answers = list(mentions.answers(rows, None))
    assert len(answers) == len(rows)
    assert sum(a.right for a in answers) >= ENOUGH * len(answers), _told(answers)


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_articles(path: Path) -> None:
    texts = _articles(path.stem.rpartition("_")[2])
    rows = [r for r in mentions.read_rows(path) if len(texts.get(r["article"], "")) in range(1, LONGEST)]
    if not rows:
        pytest.skip("the articles are not beside the repository")
    answers = list(mentions.of_texts(rows, texts))
    assert sum(a.right for a in answers) >= ENOUGH_IN_ARTICLES * len(answers), _told(answers)


def test_a_judge_that_can_say_no() -> None:
    line = mentions.load("fr")
    row = dict.fromkeys(("asks", "country", "sector", "latitude", "longitude", "published", "context"), "")
    row |= {"asks": "actor", "mention": "le président turc", "name": "Emmanuel Macron", "country": "TUR"}
    found = selon.explain("le président turc", published="2016-12-23")
    assert not mentions.judge(row, found, line).right
    assert mentions.judge(row | {"name": "Recep Tayyip Erdoğan"}, found, line).right
