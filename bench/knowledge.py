#!/usr/bin/env python3
"""What knowledge costs: loading all tables (seconds, MiB), and the share of a reading that goes into asking them.

    python bench/knowledge.py DIR [--language fr]

DIR holds gold articles (one JSON object a file). Loading is timed in a fresh process, best of five, beside the time that
the same process takes to load the pipeline; memory is what the process grows by. The share counts every call of a public
method of `Knowledge` from the reading steps, the outermost only.
"""

from __future__ import annotations

import argparse
import functools
import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from selon.knowledge import Knowledge
from selon.reading import load
from selon.record import Article

ASKED = (
    "lookup", "demonym", "demonyms", "state", "seat", "holder", "next_holder", "leader", "office_of_head", "offices_of",
    "medium", "places", "place", "resolve_place", "country_of_place",
)  # fmt: skip
LOADING = """
import json, resource, sys, time
import selon.knowledge
def rss():
    return int(open('/proc/self/statm').read().split()[1]) * resource.getpagesize() / 2**20
before = rss(); t = time.perf_counter()
k = selon.knowledge.Knowledge.load(sys.argv[1]); k.places('Paris')
tables = time.perf_counter() - t; grown = rss() - before
import spacy
from selon.reading.line import shipped_pipeline
t = time.perf_counter(); spacy.load(shipped_pipeline(sys.argv[1])); pipeline = time.perf_counter() - t
print(json.dumps({'load_s': round(tables, 3), 'load_mib': round(grown, 1), 'of_pipeline': round(tables / pipeline, 2)}))
"""


def loading(language: str) -> dict[str, float]:
    """Seconds, MiB and ratio to the pipeline's loading; the best of five processes."""
    out = [
        json.loads(subprocess.run([sys.executable, "-c", LOADING, language], capture_output=True, text=True, check=True).stdout)
        for _ in range(5)
    ]
    return dict(min(out, key=lambda r: r["load_s"]))


def share(folder: Path, language: str) -> float:
    """Time spent in `Knowledge` by time spent reading, over all articles, after one round that warms up."""
    line = load(language)
    spent, depth = 0.0, 0

    def timed(method: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(method)
        def call(*args: Any, **kwargs: Any) -> Any:
            nonlocal spent, depth
            depth += 1
            start = time.perf_counter()
            try:
                return method(*args, **kwargs)
            finally:
                depth -= 1
                if not depth:
                    spent += time.perf_counter() - start

        return call

    keys = ("id", "text", "title", "publisher", "url", "published", "language")
    gold = [json.loads(p.read_text(encoding="utf-8")) for p in sorted(folder.glob(f"{language}-*.json"))]
    articles = [Article.model_validate({k: g.get(k) for k in keys}) for g in gold]
    for name in ASKED:
        setattr(Knowledge, name, timed(getattr(Knowledge, name)))
    for _ in range(2):
        spent, start = 0.0, time.perf_counter()
        for article in articles:
            line.read(article)
        whole = time.perf_counter() - start
    return spent / whole


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("folder", type=Path)
    ap.add_argument("--language", default="fr")
    args = ap.parse_args()
    print(json.dumps(loading(args.language) | {"resolving_share": round(share(args.folder, args.language), 3)}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
