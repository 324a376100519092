"""How much of a reading is the parse: words per second of the pipeline alone and of the whole reading, on one core.

``python bench/read.py [TEXTS] [--model NAME]``: TEXTS is a JSON Lines file, or a folder of articles (text or JSON); the
examples where left out. The last line is one JSON object.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"

import selon
from selon import ingest

EXAMPLES = Path(__file__).parent.parent / "examples" / "articles.jsonl"


def find(where: Path, most: int) -> list[selon.Article]:
    """French articles of a file or folder, at most so many, all of them read anew in each round."""
    paths = sorted(p for p in where.iterdir() if p.is_file()) if where.is_dir() else [where]
    found: list[selon.Article] = []
    for path in paths:
        found += [a for a in ingest.articles(path) if not isinstance(a, ingest.IngestError)]
        if len(found) >= most:
            break
    return found[:most]


def once(work: Callable[[], Any]) -> float:
    """Seconds of processor time that the work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def rounds(line: Any, articles: list[selon.Article], count: int) -> Iterator[tuple[float, float]]:
    """Seconds for the parse alone and for the whole reading, alternating so that both see the same machine."""
    for _ in range(count):
        yield (
            once(lambda: [line.nlp(a.text) for a in articles]),
            once(lambda: [line.read(a) for a in articles]),
        )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", nargs="?", type=Path, default=EXAMPLES)
    parser.add_argument("--model")
    parser.add_argument("--most", type=int, default=100, help="articles at most")
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    from selon.reading import load

    articles = find(args.texts, args.most)
    articles *= max(1, 20 // len(articles))
    line = load("fr", args.model)
    line.read(articles[0])  # tables and caches
    words = sum(not token.is_space for a in articles for token in line.nlp.make_doc(a.text))
    times = list(rounds(line, articles, args.rounds))
    parse, whole = min(t[0] for t in times), min(t[1] for t in times)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
    print(f"{len(articles)} articles, {words} words, {args.rounds} rounds, pipeline {line.reader.pipeline}")
    print(f"pipeline alone  {words / parse:8.0f} words per second")
    print(
        f"whole reading   {words / whole:8.0f} words per second, {(whole - parse) / words * 1e6:.0f} µs a word on top"
    )
    figures = {
        "ratio": round(parse / whole, 3),
        "words_per_second": round(words / whole),
        "pipeline_words_per_second": round(words / parse),
        "peak_mib": round(peak),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
