"""Odd inputs for the reading line: random texts, and good ones damaged.

``python tests/fuzz.py --examples 2000`` runs the long round; tests/test_fuzz.py runs a short one.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator

import samples

import selon
from selon.record import Document, spans_in

MARKS = ["«", "»", "“", "”", '"', "‘", "’", "'", "„", "‹", "›", "—", "–", ":", ",", ".", "…", "(", ")", "[", "]"]
ODD = [
    "\x00",
    "\x07",
    "\x1b[31m",
    "\u200b",
    "\u202e",
    "\u2066",
    "\ufeff",
    "\u00a0",
    "\u202f",
    "\u2028",
    "\x85",
    "\ufffd",
    "😀",
    "👩‍👩‍👧",
    "e\u0301",
    "\u0301" * 5,
    "שלום",
    "مرحبا بالعالم",
    "中文新闻",
    "ﬁ",
    "Ã©",
    "â€™",
    "İ",
    "ß",
    "\r",
    "\r\n",
    "\n\n",
    "\t",
    "\U000e0001",
    "a" * 300,
    "1" * 60,
    "http://a.b/c?d=é",
    "&nbsp;",
    "<p>",
    "\ud800",
    "--",
    "M.",
    "S.A.",
]
SEEDS = [a.text for a in selon.articles(samples.ROOT / "examples" / "articles.jsonl")]


def inputs(seed: int) -> Iterator[str]:
    """An endless row of texts, the same for one seed."""
    rng = random.Random(seed)
    makers = (noise, cut, sprinkled, unmarked, shuffled, upper, huge)
    weights = (3, 3, 5, 4, 3, 1, 0.05)
    while True:
        yield rng.choices(makers, weights)[0](rng)


def noise(rng: random.Random) -> str:
    """Words, marks and odd characters at random."""
    words = rng.choice(SEEDS).split()
    return "".join(
        rng.choice([rng.choice(words) + " ", rng.choice(MARKS), rng.choice(ODD)]) for _ in range(rng.randint(1, 80))
    )


def cut(rng: random.Random) -> str:
    """A piece from anywhere to anywhere."""
    text = rng.choice(SEEDS)
    a, b = sorted(rng.randrange(len(text) + 1) for _ in range(2))
    return text[a:b]


def sprinkled(rng: random.Random) -> str:
    """Odd characters and marks put in, characters taken out and doubled."""
    text = list(cut(rng))
    for _ in range(rng.randint(1, 30)):
        at = rng.randrange(len(text) + 1)
        kind = rng.random()
        if kind < 0.6:
            text.insert(at, rng.choice(MARKS + ODD))
        elif text:
            text[at - 1] = "" if kind < 0.8 else text[at - 1] * 2
    return "".join(text)


def unmarked(rng: random.Random) -> str:
    """Quotation marks lost, swapped and multiplied."""
    return "".join(rng.choice(["", c, c * 2, rng.choice(MARKS)]) if c in MARKS else c for c in cut(rng))


def shuffled(rng: random.Random) -> str:
    """Words of several articles in no order."""
    words = " ".join(SEEDS).split()
    rng.shuffle(words)
    return " ".join(words[: rng.randint(1, 200)])


def upper(rng: random.Random) -> str:
    """Everything in capitals, or without accents, or without blanks."""
    text = cut(rng)
    return rng.choice([text.upper(), text.encode("ascii", "ignore").decode(), text.replace(" ", ""), text[::-1]])


def huge(rng: random.Random) -> str:
    """One paragraph of 100,000 characters."""
    piece = rng.choice(
        [rng.choice(SEEDS).replace("\n", " "), "« ", "a", "a ", "il dit que ", "(", "selon lui, ", noise(rng)]
    )
    return (piece * (100_000 // max(1, len(piece)) + 1))[:100_000]


def check(text: str) -> Document | None:
    """Read a text; None where it is refused with a documented error. Raises on anything else that is wrong."""
    try:
        document = selon.read(text, language="fr", published="2016-12-23")
    except selon.IngestError:
        return None
    assert document.text == text
    for span in spans_in(document):
        assert text[span.start : span.end] == span.text
    assert Document.from_json(document.to_json(indent=None)) == document
    document._repr_html_()
    return document


def main() -> None:
    """Run the long round."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--examples", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    start, read = time.perf_counter(), 0
    row = inputs(args.seed)
    for number in range(args.examples):
        text = next(row)
        try:
            read += check(text) is not None
        except Exception:
            print(f"example {number} of seed {args.seed}: {text[:400]!r}")
            raise
    print(f"{args.examples} inputs, {read} read, {args.examples - read} refused, {time.perf_counter() - start:.0f} s")


if __name__ == "__main__":
    main()
