#!/usr/bin/env python3
"""Whom the actors step finds behind the sources of gold articles, and the countries of the events' parties.

    python bench/cast.py DIR [--language fr] [--misses]

DIR holds gold articles. `speakers`: share of statements with a source whose speakers are found from it alone.
`parties`: share of the events' actors and recipients that the cast holds under a like name; `country`: share of
those with the right country. Prints one JSON object on its last line.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
import score


def read(gold: dict[str, Any], line: Any) -> Any:
    """The reading of a gold article up to the actors step."""
    from selon.reading.actors import find_actors
    from selon.reading.parse import parse
    from selon.record import Article

    keys = ("id", "text", "title", "publisher", "url", "published", "language")
    reading = line.begin(Article.model_validate({k: gold.get(k) for k in keys}))
    parse(reading, line.nlp)
    find_actors(reading)
    return reading


def head_of(reading: Any, start: int, end: int) -> Any:
    """The word that the words of a span hang on."""
    inside = [w for w in reading.words if start <= w.start and w.end <= end]
    ids = {w.i for w in inside}
    tops = [w for w in inside if w.head.i not in ids or w.head is w]
    nominal = [w for w in tops if w.pos in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET")]
    return (nominal or tops or [reading.word_at(start)])[0]


def as_dict(actor: Any) -> dict[str, Any]:
    """An actor as the gold writes it."""
    return {"name": actor.name, "country": actor.country, "sector": actor.sector}


def speakers(reading: Any, gold: dict[str, Any], misses: list[str]) -> tuple[int, int]:
    """Statements whose speakers are right, and all that have a source."""
    right = total = 0
    for s in gold["statements"]:
        span = score.locate(s["source"], gold["text"])
        if span is None:
            continue
        total += 1
        found = [as_dict(a) for a in reading.cast.parties(head_of(reading, *span))]
        if score.same_people(s["speakers"], found):
            right += 1
        else:
            want = [(p["name"], p["country"]) for p in s["speakers"]]
            have = [(p["name"], p["country"]) for p in found]
            misses.append(f"{gold['id']} {s['id']} {gold['text'][slice(*span)]!r}: {want} ≠ {have}")
    return right, total


def parties(reading: Any, gold: dict[str, Any], misses: list[str]) -> tuple[int, int, int]:
    """Parties found by name, those with the right country, and all."""
    held = right = total = 0
    have = [as_dict(a) for a in reading.cast.actors]
    seen = set()
    for event in gold["events"]:
        for p in event["actor"] + event["recipient"]:
            if (p["name"], p["country"]) in seen:
                continue
            seen.add((p["name"], p["country"]))
            total += 1
            like = [a for a in have if score.same_name(p["name"], a["name"])]
            held += bool(like)
            same = any(score.countries([a]) == score.countries([p]) for a in like)
            right += same
            if not same:
                misses.append(
                    f"{gold['id']} party {p['name']!r} {p['country']}: {[(a['name'], a['country']) for a in like]}"
                )
    return held, right, total


def main() -> None:
    """Print the figures, with ``--misses`` every miss."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", default="fr")
    parser.add_argument("--misses", action="store_true")
    args = parser.parse_args()
    from selon.reading.line import load

    line = load(args.language)
    sums = [0] * 5
    misses: list[str] = []
    for path in sorted(args.folder.glob(f"{args.language}-*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        reading = read(gold, line)
        for i, n in enumerate((*speakers(reading, gold, misses), *parties(reading, gold, misses))):
            sums[i] += n
    if args.misses:
        print("\n".join(misses))
    figures = {
        "speakers": sums[0] / max(sums[1], 1), "statements": sums[1], "parties": sums[2] / max(sums[4], 1),
        "country": sums[3] / max(sums[2], 1), "all": sums[4],
    }  # fmt: skip
    print(json.dumps({k: round(v, 4) for k, v in figures.items()}))


if __name__ == "__main__":
    main()
