"""Numbers in words and digits over plain tokens; the words are the table ``numbers.tsv`` of the language."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from selon.lang import Words
from selon.reading.circumstances.tokens import Phrases, Tokens

_MAX_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Number:
    """One number: its value, the token after it, and whether the words themselves say "about" ("une trentaine")."""

    value: int
    last: int
    approximate: bool = False
    scale: int = 1  # 1,000,000 in "trois millions": shared by the lower end in "deux à trois millions"
    vague: bool = False  # "des dizaines", "several hundred"
    exact_one: bool = False  # "un", "une": may be an article


@dataclass(frozen=True)
class NumberWords:
    """The table ``numbers.tsv`` by class."""

    by: Mapping[str, Phrases[str]]
    small: dict[str, int]
    scale: dict[str, int]
    collective: dict[str, int]
    hundred: frozenset[str]
    thousand: frozenset[str]
    starts: frozenset[str]
    ones: frozenset[str]  # "un", "une", "a": they may be articles
    grows: frozenset[str]  # what may follow them in a number
    rooms: dict[str, range]  # what may be added to "soixante", "dix", where it is not the digits alone
    times: dict[str, int]  # "vingt" after "quatre": four times twenty
    glued: dict[str, int]  # "bn" right behind the figures
    decimal: str  # the sign before tenths

    def match(self, cls: str, tokens: Tokens, i: int) -> int | None:
        """The token after a phrase of the class that begins at token `i`."""
        hit = self.by[cls].match(tokens.lower, i)
        return hit[1] if hit else None


@functools.cache
def number_words(lang: Words) -> NumberWords:
    """The number words of a language."""
    rows = [(r["word"], r["class"], r["value"]) for r in lang.table("numbers")]

    def values(cls: str) -> dict[str, int]:
        return {w: int(v) for w, c, v in rows if c == cls}

    by: defaultdict[str, Phrases[str]] = defaultdict(lambda: Phrases(()))
    for cls in {c for _, c, _ in rows}:
        by[cls] = Phrases((w, v) for w, c, v in rows if c == cls)
    starts = frozenset(t for c in ("small", "hundred", "thousand", "several", "half_of", "bare") for t in by[c].first)
    spans = ((w, v.split("-")) for w, c, v in rows if c == "room")
    return NumberWords(
        by, values("small"), values("scale"), values("collective"),
        frozenset(values("hundred")), frozenset(values("thousand")), starts,
        frozenset(w for w, c, _ in rows if c == "article"),
        frozenset(t for c in ("scale", "collective", "hundred", "thousand", "half_of", "link") for t in by[c].first),
        {w: range(int(low), int(high) + 1) for w, (low, high) in spans}, values("times"), values("glued"),
        next((w for w, c, _ in rows if c == "decimal"), ","),
    )  # fmt: skip


def read_number(t: Tokens, i: int, w: NumberWords) -> Number | None:
    """The number that begins at token `i`, or None."""
    first = t.at(i)
    if not first or (first not in w.starts and not first[0].isdigit()):
        return None
    several = w.match("several", t, i)
    if several is not None and (some := _collective(t, several, 1, w, vague=True)) is not None:
        return some
    if first in w.ones and t.at(i + 1) not in w.grows:
        return Number(1, i + 1, exact_one=True)
    if w.match("bare", t, i) is not None:
        return _collective(t, i, 1, w, vague=True)
    half = w.match("half_of", t, i)
    if half is not None and t.at(half) in w.scale:
        return Number(w.scale[t.at(half)] // 2, half + 1, scale=w.scale[t.at(half)])
    if half is not None and t.at(half) in w.collective:
        return Number(w.collective[t.at(half)] // 2, half + 1, approximate=True)
    digits = _digits(t, i, w) if first[0].isdigit() else _words(t, i, w)
    if digits is None:
        return None
    value, j, one = digits
    if t.at(j) in w.collective and value.denominator == 1:
        return _collective(t, j, value.numerator, w)
    return _scaled(t, j, value, one, w)


def _scaled(t: Tokens, j: int, value: Fraction, one: bool, w: NumberWords) -> Number | None:
    """Takes "mille", "millions", "et demi", and what follows a scale ("deux millions trois cent mille")."""
    scale, first = 1, True
    total = Fraction(0)
    half = w.match("half", t, j)
    if half is not None and t.at(half) in w.scale:
        value, j = value + Fraction(1, 2), half  # "two and a half million"
    while t.at(j) in w.scale:
        scale = w.scale[t.at(j)]
        total += value * scale
        value, one, j = Fraction(0), False, j + 1
        more = (_digits(t, j, w) if t.at(j)[:1].isdigit() else _words(t, j, w)) if t.at(j) else None
        if more is None:
            break
        if more[0] >= scale or (t.at(more[1]) not in w.scale and more[0] < 1000 and first and more[0].denominator != 1):
            break
        value, j, first = more[0], more[1], False
    total += value
    if total.denominator != 1:
        return None  # "49.3", "2,5" of nothing
    half = w.match("half", t, j)
    if half is not None and scale > 1:
        total, j = total + Fraction(scale, 2), half
    return Number(int(total), j, scale=scale, exact_one=one) if total < 10**_MAX_DIGITS else None


def _collective(t: Tokens, j: int, n: int, w: NumberWords, vague: bool = False) -> Number | None:
    """ "(une) trentaine", "(des) dizaines de milliers", "(des) millions": about `n` times that."""
    word = t.at(j)
    scale = w.scale.get(word)
    if word in w.collective:
        value, j = n * w.collective[word], j + 1
        of = w.match("of", t, j)
        if of is not None and (t.at(of) in w.collective or t.at(of) in w.scale):
            word = t.at(of)
            value, j = value * (w.collective.get(word) or w.scale[word]), of + 1
        return Number(value, j, approximate=True, vague=vague)
    return Number(n * scale, j + 1, approximate=True, vague=vague) if scale else None


def _digits(t: Tokens, i: int, w: NumberWords) -> tuple[Fraction, int, bool] | None:
    """Digits with spaces, points or commas inside: "40 000", "40.000", "1,5"; "15 mille"."""
    d = t.lower[i]
    if not (d.isascii() and d.isdigit()) or len(d) > _MAX_DIGITS:
        return None
    j = i + 1
    if len(d) <= 3 and d[0] != "0":
        while _three(t, j) and t.start[j] == t.end[j - 1] + 1:
            d, j = d + t.lower[j], j + 1
        if j == i + 1:
            while t.at(j) in (".", ",") and _three(t, j + 1) and _glued(t, j):
                if t.at(j) == w.decimal and t.at(j + 2) in w.scale:
                    break
                d, j = d + t.lower[j + 1], j + 2
    if len(d) > _MAX_DIGITS:
        return None
    value = Fraction(int(d))
    tail = t.at(j + 1)
    if t.at(j) in (",", ".") and tail.isdigit() and tail.isascii() and len(tail) < 4 and _glued(t, j):
        value, j = value + Fraction(int(tail), 10 ** len(tail)), j + 2
    if t.at(j) in w.thousand:
        return value * 1000, j + 1, False
    if t.at(j) in w.glued and t.start[j] == t.end[j - 1]:
        return value * w.glued[t.at(j)], j + 1, False
    return value, j, False


def _three(t: Tokens, j: int) -> bool:
    d = t.at(j)
    return len(d) == 3 and d.isascii() and d.isdigit()


def _glued(t: Tokens, j: int) -> bool:
    """Whether the sign at `j` stands without blanks between its neighbours."""
    return t.start[j] == t.end[j - 1] and j + 1 < len(t) and t.start[j + 1] == t.end[j]


def _words(t: Tokens, i: int, w: NumberWords) -> tuple[Fraction, int, bool] | None:
    """A number below a million in words: "vingt et un", "quatre-vingt-dix", "trois cent mille"."""
    total = group = 0
    room, j, k = range(1000), i, i  # `room`: what may still be added; `k`: past a link that may turn out not to belong
    last = -1
    while True:
        word = t.at(k)
        small = w.small.get(word)
        if small is not None:
            if last > 0 and w.times.get(word) == last and group % 100 == last:
                group, room = group + last * small - last, range(1, 20)
            elif last >= 0 and (small not in room or small == 0):
                break
            else:
                group += small
                room = w.rooms.get(word) or range(1, 10 if small >= 20 else 1)
            last = small
        elif word in w.hundred and group < 10 and last != 100:
            group, room, last = (group or 1) * 100, range(100), 100
        elif word in w.thousand and total == 0:
            total, group, room, last = (group or 1) * 1000, 0, range(1000), 1000
        else:
            break
        j = k + 1
        k = j + (t.at(j) in w.by["link"].first and (len(room) > 0 or last in w.times.values()))
    if j == i:
        return None
    return Fraction(total + group), j, j == i + 1 and t.lower[i] in w.ones
