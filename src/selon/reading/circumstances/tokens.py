"""Plain tokens of a text and phrases looked up in them: the ground for dates, counts and contexts."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

PLURAL = ("s", "x")  # marks that a noun of the tables may bear
V = TypeVar("V")
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
APOSTROPHES = frozenset("'’ʼ‘`´")
DASHES = frozenset("-‐‑‒–—−")


_SIGNS = dict.fromkeys(APOSTROPHES, "'") | dict.fromkeys(DASHES, "-")


@dataclass
class Tokens:
    """Runs of letters, runs of digits, and single signs: lower-cased, apostrophes and dashes made one, with offsets."""

    lower: list[str]
    start: list[int]
    end: list[int]
    text: str = ""

    def capital(self, i: int) -> bool:
        """Whether the token begins with a capital letter."""
        return self.text[self.start[i] : self.start[i] + 1].isupper()

    @functools.cached_property
    def folded(self) -> list[str]:
        """The tokens without their plural mark, for tables that hold one form of a noun."""
        return [fold(t) for t in self.lower]

    def __len__(self) -> int:
        return len(self.lower)

    def index(self, char: int) -> int:
        """The first token that begins at the character or behind it."""
        return bisect_left(self.start, char)

    def at(self, i: int) -> str:
        """The token, or an empty string beyond either end."""
        return self.lower[i] if 0 <= i < len(self.lower) else ""


def tokenize(text: str) -> Tokens:
    """All tokens of the text, in one pass."""
    low = text.lower()
    if len(low) != len(text):  # a letter whose small form is longer would shift the offsets
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    spans = [m.span() for m in _TOKEN.finditer(low)]
    signs = _SIGNS
    lower = [signs.get(t, t) for t in (low[a:b] for a, b in spans)]
    return Tokens(lower, [a for a, _ in spans], [b for _, b in spans], text)


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
        self._alone = {first: e[-1][1] for first, e in self.first.items() if len(e[-1][0]) == 1}
        self._seconds: dict[str, dict[str, list[tuple[tuple[str, ...], V]]]] = {}
        for first, entries in self.first.items():
            for key, value in entries:
                if len(key) > 1:
                    self._seconds.setdefault(first, {}).setdefault(key[1], []).append((key, value))

    def match(self, lower: list[str], i: int) -> tuple[V, int] | None:
        """The value of the longest phrase that begins at token `i`, and the token after it."""
        if not 0 <= i < len(lower):
            return None
        first = lower[i]
        seconds = self._seconds.get(first)
        if seconds is not None and i + 1 < len(lower):
            for key, value in seconds.get(lower[i + 1], ()):
                if len(key) == 2 or tuple(lower[i : i + len(key)]) == key:
                    return value, i + len(key)
        return (self._alone[first], i + 1) if first in self._alone else None

    def match_before(self, lower: list[str], j: int) -> tuple[V, int] | None:
        """The value of the longest phrase that ends just before token `j`, and its first token."""
        if not 0 < j <= len(lower):
            return None
        for key, value in self.last.get(lower[j - 1], ()):
            if len(key) == 1 or (j >= len(key) and tuple(lower[j - len(key) : j]) == key):
                return value, j - len(key)
        return None
