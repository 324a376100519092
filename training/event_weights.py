"""Learn the weights of the events step from annotated articles, and write them as ``lang/<language>/event_weights.tsv``.

    python training/event_weights.py fr GOLD_FOLDER... [--folds 8] [--write]

A mention that fits a frame is a positive where the gold has an event of its type with an anchor that covers it (token F1 of at least 0.5).
Prints, as JSON, the event F1 with and without weights under cross-validation by article; ``--write`` trains on all and writes the table.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from selon.lang import words
from selon.reading import events, likely
from selon.reading.actors import find_actors
from selon.reading.layout import lay_out
from selon.reading.line import load
from selon.reading.mentions import Mention, find_mentions
from selon.reading.merge import merge
from selon.reading.parse import parse
from selon.reading.scene import Scene
from selon.reading.speakers import find_speakers
from selon.reading.statements import find_statements
from selon.reading.work import Reading
from selon.record import Article

WORD = re.compile(r"\w+")
RARE = 3  # a feature seen less often is left out
PENALTY = {"frame": 1.5, "": 0.8}  # L2 by kind of feature; set on cross-validation


@dataclass
class Case:
    """One gold article read up to its mentions."""

    gold: dict[str, Any]
    scene: Scene
    mentions: list[Mention]
    rows: list[list[str]]
    labels: list[bool]


def anchors(event: dict[str, Any], text: str) -> list[tuple[int, int]]:
    """Character ranges of a gold event's anchors."""
    out = []
    for span in [event["anchor"], *event.get("more", [])]:
        needle, nth = (span, 1) if isinstance(span, str) else (span["text"], span.get("nth", 1))
        at = -1
        for _ in range(nth):
            at = text.find(needle, at + 1)
        out.append((at, at + len(needle)))
    return out


def close(text: str, a: tuple[int, int], b: tuple[int, int]) -> bool:
    """Whether two spans share half of their words."""
    x, y = ({s + m.start() for m in WORD.finditer(text[s:e])} for s, e in (a, b))
    return bool(x and y) and 2 * len(x & y) / (len(x) + len(y)) >= 0.5


def read(path: Path, language: str) -> Case:
    """Read one gold article and label its mentions."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    line = load(language)
    article = Article(id=gold["id"], text=gold["text"], publisher=gold.get("publisher"), published=gold.get("published"))
    reading = Reading(article, words(language), line.knowledge)
    reading.layout, _ = lay_out(article.text)
    parse(reading, line.nlp)
    for step in (find_actors, find_statements, find_speakers):
        step(reading)
    scene = events.open_scene(reading)
    mentions = find_mentions(scene)
    counts = Counter(m.frame.key for m in mentions)
    spans = [(_type_family(e["type"]), anchors(e, article.text)) for e in gold["events"]]
    labels = [any(_type_of(m) in t and any(close(article.text, (m.start, m.end), s) for s in at) for t, at in spans) for m in mentions]
    return Case(gold, scene, mentions, [likely.features(scene, m, counts) for m in mentions], labels)


def _type_family(type_: str) -> set[str]:
    """Types of frames that may end as a gold type (a planned meeting is an agreement)."""
    return {"AGREE": {"AGREE", "CONSULT", "COOPERATE", "AID"}, "CONCEDE": {"CONCEDE", "RETREAT"}}.get(type_, {type_})


def _type_of(m: Mention) -> str:
    return m.frame.type


def fit(cases: list[Case]) -> dict[str, float]:
    """Weights by penalised logistic regression (Newton's method)."""
    seen = Counter(f for c in cases for row in c.rows for f in row)
    names = [likely.BIAS, *sorted(f for f, n in seen.items() if n >= RARE)]
    index = {f: i for i, f in enumerate(names)}
    rows = [row for c in cases for row in c.rows]
    x = np.zeros((len(rows), len(names)))
    x[:, 0] = 1
    for i, row in enumerate(rows):
        for f in row:
            if f in index:
                x[i, index[f]] = 1
    y = np.array([label for c in cases for label in c.labels], dtype=float)
    penalty = np.array([0.01 if f == likely.BIAS else PENALTY.get(f.split("=")[0], PENALTY[""]) for f in names])
    w = np.zeros(len(names))
    for _ in range(12):
        p = 1 / (1 + np.exp(-x @ w))
        hessian = (x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        w -= np.linalg.solve(hessian, x.T @ (p - y) + penalty * w)
    return dict(zip(names, w.tolist(), strict=True))


def weigh(case: Case, of: dict[str, float] | None) -> None:
    for m, row in zip(case.mentions, case.rows, strict=True):
        total = of.get(likely.BIAS, 0.0) + sum(of.get(f, 0.0) for f in row) if of is not None else 30.0
        m.weight = float(1 / (1 + np.exp(-total)))


def score(case: Case, threshold: float) -> tuple[int, int, int]:
    """Events found, events of the gold, events told."""
    text, hits = case.gold["text"], 0
    told = [e for e, members in merge(case.scene, case.mentions) if max(m.weight for m in members) >= threshold]
    for e in told:
        events.settle(e)
    left = list(told)
    for g in case.gold["events"]:
        at = anchors(g, text)
        hit = next((e for e in left if e.type == g["type"] and any(close(text, a, s) for a in [e.anchor, *e.more] for s in at)), None)
        if hit is not None:
            left.remove(hit)
            hits += 1
    return hits, len(case.gold["events"]), len(told)


def f1(counts: list[tuple[int, int, int]]) -> float:
    hits, gold, told = (sum(c[i] for c in counts) for i in range(3))
    return round(2 * hits / (gold + told), 4)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("language")
    ap.add_argument("folders", nargs="+", type=Path)
    ap.add_argument("--folds", type=int, default=8)
    ap.add_argument("--write", action="store_true")
    a = ap.parse_args()
    paths = [p for folder in a.folders for p in sorted(folder.glob(f"{a.language}*.json"))]
    cases = [read(p, a.language) for p in paths]
    for k in range(a.folds):
        of = fit([c for i, c in enumerate(cases) if i % a.folds != k])
        for c in cases[k :: a.folds]:
            weigh(c, of)
    steps = [round(0.05 * i, 2) for i in range(14)]
    by_step = {t: f1([score(c, t) for c in cases]) for t in steps}
    folders = {str(f.name): {t: f1([score(c, t) for c, p in zip(cases, paths, strict=True) if p.parent == f]) for t in steps} for f in a.folders}
    best = max(by_step, key=lambda t: by_step[t])
    if a.write:
        write(a.language, fit(cases), best, [f.name for f in a.folders], by_step)
    print(json.dumps({"articles": len(cases), "mentions": sum(len(c.rows) for c in cases), "positive": sum(sum(c.labels) for c in cases),
                      "f1_by_threshold": by_step, "by_folder": folders, "threshold": best}))  # fmt: skip


def write(language: str, of: dict[str, float], threshold: float, folders: list[str], by_step: dict[float, float]) -> None:
    """Write the table beside the language's others."""
    path = Path(__file__).resolve().parents[1] / "src" / "selon" / "lang" / language / "event_weights.tsv"
    rows = sorted(f"{f}\t{w:.3f}" for f, w in {**of, likely.THRESHOLD: threshold}.items() if abs(w) >= 0.01)
    head = [
        f"# Weights of the events step, learned by training/event_weights.py from the project's annotated articles ({', '.join(folders)}).",
        f"# Cross-validated event F1 without weights {by_step[0.0]}, with them {by_step[threshold]}. Licence: Apache-2.0.",
        "feature\tweight",
    ]
    path.write_text("\n".join([*head, *rows]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
