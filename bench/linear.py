"""Whether the cost of a reading grows linearly with the text: the same article 1, 4 and 16 times over.

``python bench/linear.py``: the last line is one JSON object; ``growth`` is the cost a character at 16 × over that at
1 ×, near 1 where the cost is linear.
"""

from __future__ import annotations

import argparse
import json
import time

from read import EXAMPLES, find

import selon

TIMES = (1, 4, 16)


def seconds(line: object, text: str, rounds: int = 3) -> float:
    """The best of some rounds."""
    best = float("inf")
    for number in range(rounds):
        article = selon.Article(id=str(number), text=text, published="2016-12-23", language="fr")
        start = time.process_time()
        line.read(article)  # type: ignore[attr-defined]
        best = min(best, time.process_time() - start)
    return best


def main() -> None:
    """Measure two shapes: many paragraphs, and one long paragraph."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model")
    args = parser.parse_args()
    from selon.reading import load

    line = load("fr", args.model)
    base = "\n\n".join(a.text for a in find(EXAMPLES, 3)) + "\n\n"
    worst = 0.0
    for name, text in (("paragraphs", base), ("one paragraph", base.replace("\n", " "))):
        seconds(line, text, 1)
        each = {n: seconds(line, text * n) / (n * len(text)) for n in TIMES}
        worst = max(worst, each[16] / each[1])
        print(name, *(f"{n} ×: {cost * 1e6:.2f} µs a character" for n, cost in each.items()), sep="   ")
    print(json.dumps({"growth": round(worst, 2)}))


if __name__ == "__main__":
    main()
