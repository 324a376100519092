"""Plain tokens of a text and phrases looked up in them: the ground for dates, counts and contexts."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

PLURAL = ("s", "x")  # the plural marks of French and English nouns
V = TypeVar("V")
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
APOSTROPHES = frozenset("'’ʼ‘`´")
DASHES = frozenset("-‐‑‒–—−")


@dataclass
class Tokens:
    """Runs of letters, runs of digits, and single signs: lower-cased, apostrophes and dashes made one, with offsets."""

    lower: list[str]
    start: list[int]
    end: list[int]

    @functools.cached_property
    def folded(self) -> list[str]:
        """The tokens without their plural mark, for tables that hold one form of a noun."""
        return [fold(t) for t in self.lower]

    def __len__(self) -> int:
        return len(self.lower)

    def at(self, i: int) -> str:
        """The token, or an empty string beyond either end."""
        return self.lower[i] if 0 <= i < len(self.lower) else ""


def tokenize(text: str) -> Tokens:
    """All tokens of the text, in one pass."""
    lower, start, end = [], [], []
    for m in _TOKEN.finditer(text):
        t = m.group()
        lower.append("'" if t in APOSTROPHES else "-" if t in DASHES else t.lower())
        start.append(m.start())
        end.append(m.end())
    return Tokens(lower, start, end)


def fold(token: str) -> str:
    """A token of four letters or more without a final plural mark; tables are folded the same way."""
    return token[:-1] if len(token) > 3 and token.endswith(PLURAL) else token


class Phrases(Generic[V]):
    """Phrases of one or more tokens with a value each; the longest one that stands at a place is found."""

    def __init__(self, rows: Iterable[tuple[str, V]], folded: bool = False) -> None:
        self.first: dict[str, list[tuple[tuple[str, ...], V]]] = {}
        self.last: dict[str, list[tuple[tuple[str, ...], V]]] = {}
        for phrase, value in rows:
            tokens = tokenize(phrase)
            key = tuple(tokens.folded if folded else tokens.lower)
            self.first.setdefault(key[0], []).append((key, value))
            self.last.setdefault(key[-1], []).append((key, value))
        for entries in (*self.first.values(), *self.last.values()):
            entries.sort(key=lambda e: -len(e[0]))

    def match(self, lower: list[str], i: int) -> tuple[V, int] | None:
        """The value of the longest phrase that begins at token `i`, and the token after it."""
        if not 0 <= i < len(lower):
            return None
        for key, value in self.first.get(lower[i], ()):
            if len(key) == 1 or tuple(lower[i : i + len(key)]) == key:
                return value, i + len(key)
        return None

    def match_before(self, lower: list[str], j: int) -> tuple[V, int] | None:
        """The value of the longest phrase that ends just before token `j`, and its first token."""
        if not 0 < j <= len(lower):
            return None
        for key, value in self.last.get(lower[j - 1], ()):
            if len(key) == 1 or (j >= len(key) and tuple(lower[j - len(key) : j]) == key):
                return value, j - len(key)
        return None
