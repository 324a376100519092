"""Cold start: ``selon read`` on an example, and loading the pipeline alone, each in a fresh process.

``python bench/start.py``: the last line is one JSON object.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time

from read import EXAMPLES


def seconds(*command: str, rounds: int = 5) -> float:
    """The best of some runs."""
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        subprocess.run([sys.executable, *command], check=True, stdout=subprocess.DEVNULL)
        best = min(best, time.perf_counter() - start)
    return best


def main() -> None:
    """Measure and print."""
    from selon.reading.line import shipped_pipeline

    pipeline = os.fspath(shipped_pipeline("fr"))
    load = seconds("-c", f"import spacy; spacy.load({pipeline!r})")
    read = seconds("-m", "selon", "read", str(EXAMPLES.with_name("alep.txt")), "--published", "2016-12-23")
    version = seconds("-m", "selon", "--version")
    figures = {"ratio": read / load, "read_seconds": read, "pipeline_seconds": load, "version_seconds": version}
    print(json.dumps({name: round(value, 2) for name, value in figures.items()}))


if __name__ == "__main__":
    main()
