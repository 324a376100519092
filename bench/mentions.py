#!/usr/bin/env python3
"""How many of the mentions of a file resolve as its author, who had not seen selon's tables, says.

    python bench/mentions.py tests/knowledge/mentions_fr.tsv [--articles JSONL] [--misses]

Each row asks for an actor, a medium or a place: of a mention in a sentence, of a mention alone, or (with --articles, whose
lines hold ``id`` and ``text``) of characters ``start`` to ``end`` of an article. A row is right when the name agrees
(as in ``score.py``), and country, sector (of a medium its ownership) and position agree where the row gives them; "-" asks
that nothing is found, or only somebody whose longer name holds the mention (Paris Hilton).
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import score

from selon.explanation import Explanation, Meaning
from selon.reading import Line, load
from selon.reading.explain import Explainer
from selon.record import Article

Row = dict[str, str]
FAR_KM = 75.0  # half a degree and a bit: the middle of a large city or district may be taken elsewhere
NOBODY = "-"
SHOWN = ("asks", "published", "mention", "name", "country", "sector", "trap", "context", "article")


@dataclass(frozen=True)
class Answer:
    """A row, what selon says and whether that is right."""

    row: Row
    said: str
    right: bool


def read_rows(path: Path) -> list[Row]:
    """The rows of a mentions file as dicts."""
    lines = [line for line in path.read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")]
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:]]


def answers(rows: list[Row], articles: Path | None) -> Iterator[Answer]:
    """An answer for each row that can be asked: rows from articles only where these are given."""
    texts: dict[str, str] = {}
    if articles is not None:
        with articles.open(encoding="utf-8") as file:
            texts = {a["id"]: a["text"] for a in map(json.loads, file)}
    return of_texts(rows, texts)


def of_texts(rows: list[Row], texts: dict[str, str]) -> Iterator[Answer]:
    """An answer for each row that needs no article or whose article is among the texts, by their ids."""
    last: tuple[tuple[str, str], Explainer] | None = None
    for row in sorted(rows, key=lambda r: (r["article"], r["published"])):
        line = load(row["language"])
        if not row["article"]:
            text = row["context"] or row["mention"]
            start = text.index(row["mention"])
            explainer = Explainer(line, _article(row, text))
        elif row["article"] in texts:
            key = (row["article"], row["published"])
            if last is None or last[0] != key:
                last = (key, Explainer(line, _article(row, texts[row["article"]])))
            explainer, start = last[1], int(row["start"])
        else:
            continue
        yield judge(row, explainer.at(start, start + len(row["mention"])), line)


def _article(row: Row, text: str) -> Article:
    return Article(id="mention", text=text, published=row["published"] or None, language=row["language"])


def judge(row: Row, found: Explanation, line: Line) -> Answer:
    """Whether an explanation says what a row expects."""
    if row["asks"] == "place":
        return _place(row, found)
    meaning = list(found.actors)
    if row["asks"] == "medium":
        meaning = [found.medium] if found.medium else []
    said = "; ".join(f"{m.name} {m.country} {m.ownership if row['asks'] == 'medium' else m.sector}" for m in meaning)
    if row["name"] == NOBODY:  # nor does it where the mention is only a part of a longer name
        longer = all(m.key is None and len(m.name.split()) > len(row["mention"].split()) for m in meaning)
        return Answer(row, said, longer)
    return Answer(row, said, any(_same(row, m, line) for m in meaning[:1]))


def _same(row: Row, m: Meaning, line: Line) -> bool:
    if row["country"] and score.countries([{"country": row["country"]}]) != score.countries([{"country": m.country}]):
        return False
    last = m.ownership if row["asks"] == "medium" else m.sector
    governmental = m.country in score.GOVERNMENTAL and last is None
    if row["sector"] and last != row["sector"] and not governmental:
        return False
    return not row["name"] or _same_name(row, m, line)


def _same_name(row: Row, m: Meaning, line: Line) -> bool:
    """The name itself, or another name of the same row of the tables, or of the same state."""
    if score.same_name(row["name"], m.name):
        return True
    entries = line.knowledge.lookup(row["name"], row["published"] or None)
    if m.key is not None and any(e.key == m.key for e in entries):
        return True
    if m.key is not None and m.key.startswith("seat:"):  # a palace or street is called by its own name: what it stands for decides
        return True
    return m.kind == "state" and any(e.kind == "state" and e.country == m.country for e in entries)


def _place(row: Row, found: Explanation) -> Answer:
    best = found.places[0] if found.places else None
    said = f"{best.name} {best.country} {best.latitude} {best.longitude}" if best else ""
    if row["name"] == NOBODY or best is None:
        return Answer(row, said, (best is None) == (row["name"] == NOBODY))
    right = not row["country"] or row["country"] == best.country
    if right and row["latitude"] and best.latitude is not None and best.longitude is not None:
        right = _km(float(row["latitude"]), float(row["longitude"]), best.latitude, best.longitude) <= FAR_KM
    return Answer(row, said, right)


def _km(lat: float, lon: float, lat2: float, lon2: float) -> float:
    x = math.radians(lon2 - lon) * math.cos(math.radians((lat + lat2) / 2))
    return 6371 * math.hypot(x, math.radians(lat2 - lat))


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("files", nargs="+", type=Path)
    ap.add_argument("--articles", type=Path, help="JSON Lines with the articles that rows point into")
    ap.add_argument("--misses", action="store_true", help="print each row that is not right")
    args = ap.parse_args()
    asked, right = Counter[str](), Counter[str]()
    for answer in answers([row for path in args.files for row in read_rows(path)], args.articles):
        for kind in (answer.row["asks"], "all", "from articles" if answer.row["article"] else "own sentences"):
            asked[kind] += 1
            right[kind] += answer.right
        if args.misses and not answer.right:
            print("\t".join([*(answer.row[c] for c in SHOWN), "SAID: " + answer.said]))
    for kind in asked:
        print(f"{kind:14} {right[kind]:5} of {asked[kind]:5}  {right[kind] / asked[kind]:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
