"""Counts in a text: how many people or things, exactly or about, and what they are."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from selon.lang import Words
from selon.reading.circumstances.numbers import Number, NumberWords, number_words, read_number
from selon.reading.circumstances.tokens import Phrases, Tokens, tokenize

_REACH = 4  # tokens after a number among which its noun is looked for
_PEOPLE = frozenset({"people", "troops", "protesters", "displaced", "bodies", ""})
_HARMED = frozenset({"dead", "injured", "missing"})
_SHORT_OF_MILLIONS = frozenset({None, "weapons", "bodies", "states"})  # of these "30m" are metres
_INSIDE = frozenset(".,:/-")
_NAMING = frozenset("-/+#:°")  # signs that make a number part of a name or an hour
_STOPS = frozenset('.,;:!?()[]«»"“”')


@dataclass(frozen=True, slots=True)
class CountMention:
    """A number of something: its characters, lower (and higher) end, what it counts, the offset of the number."""

    start: int
    end: int
    value: int
    high: int | None
    approximate: bool
    of: str | None
    core: int  # offset of the number itself
    noun: int  # offset of the noun counted; -1 where none is known


@dataclass(frozen=True)
class CountWords:
    """The table ``counted.tsv``: phrases for nouns, participles, verb lemmas."""

    noun: Phrases[str]
    participle: Phrases[str]
    verb: dict[str, str]
    function: frozenset[str]  # words that no counted noun is
    tolls: frozenset[str]  # verbs that say what an event cost or gathered


@functools.cache
def count_words(lang: Words) -> CountWords:
    """The counted nouns of a language."""
    rows = [(r["word"], r["class"], r["of"]) for r in lang.table("counted")]
    return CountWords(
        Phrases(((w, of) for w, c, of in rows if c == "noun"), folded=True),
        Phrases(((w, of) for w, c, of in rows if c == "participle"), folded=True),
        {w: of for w, c, of in rows if c == "verb"},
        frozenset(r["word"] for r in lang.table("dates") if r["class"] == "function"),
        frozenset(w for w, c, _ in rows if c == "tolls"),
    )


def find_counts(
    text: str, language: str = "fr", skip: list[tuple[int, int]] | None = None, tokens: Tokens | None = None
) -> list[CountMention]:
    """All counts of the text in order; nothing that begins inside one of the `skip` spans (dates) is a count."""
    lang = Words(language)
    return Counter(tokens or tokenize(text), number_words(lang), count_words(lang)).all(skip or [])


class Counter:
    """Reads all counts of one text from left to right."""

    def __init__(self, tokens: Tokens, numbers: NumberWords, counted: CountWords) -> None:
        self.t, self.n, self.c = tokens, numbers, counted

    def all(self, skip: list[tuple[int, int]]) -> list[CountMention]:
        """Every count, in text order; `skip` spans are sorted."""
        out: list[CountMention] = []
        t, starts, i, floor, s = self.t, self.n.starts, 0, 0, 0
        while i < len(t):
            word = t.lower[i]
            if word not in starts and not word[0].isdigit():
                i += 1
                continue
            while s < len(skip) and skip[s][1] <= t.start[i]:
                s += 1
            if s < len(skip) and skip[s][0] <= t.start[i]:
                i += 1
                continue
            found = self._at(i, floor)
            if found is not None:
                out.append(found[0])
                i = floor = found[1]
            else:
                i = self._past(i)
        return out

    def _past(self, i: int) -> int:
        """The next token that may begin a number: past all digits and signs of one that is no count."""
        t = self.t
        if not t.lower[i][0].isdigit():
            return i + 1
        i += 1
        while i < len(t) and t.start[i] == t.end[i - 1] and (t.lower[i].isdigit() or t.lower[i] in _INSIDE):
            i += 1
        return i

    def _at(self, i: int, floor: int) -> tuple[CountMention, int] | None:
        t = self.t
        n = read_number(t, i, self.n)
        if n is None or (n.exact_one and self._plain_one(i, n) and not self._one_harmed(n)) or self._no_count(i, n):
            return None
        if self._measures(i, n):
            return None
        low, high, last = n.value, None, n.last
        first, approximate = self._about(i, floor)
        upper = self._range(first, n)
        if upper is not None:
            if n.scale == 1 and upper.scale > 1 and low * upper.scale <= upper.value:
                low *= upper.scale
            high, last = upper.value, upper.last
            first = self._between(first, floor)
        if n.exact_one and not (approximate or high or self._one_harmed(n)):
            return None
        noun = self._noun(last)
        if noun is None and last == i + 1 and len(t.lower[i]) == 4 and t.lower[i].isdigit() and high is None:
            return None  # a bare "1984" is a year or a title
        if t.at(n.last) == "-" and t.start[n.last] == t.end[n.last - 1] and (high is None or noun is None):
            return None  # "737-800" is a name, "2-0" a score, "a 27-nation bloc" an adjective
        end, of, at = noun if noun else (last, None, -1)
        measured = self.n.match("of", t, last)
        if measured is not None and self.n.match("not_count", t, measured) is not None:
            return None  # "une dizaine de jours"
        if of is None and low < 2 and not high:
            return None
        if of in _SHORT_OF_MILLIONS and len(t.at(n.last - 1)) == 1 and t.at(n.last - 1) in self.n.glued:
            return None  # "a 30m vessel"
        about = approximate or n.approximate or high is not None
        return CountMention(t.start[first], t.end[end - 1], low, high, about, of, t.start[i], at), end

    def _plain_one(self, i: int, n: Number) -> bool:
        """Whether "un" has nothing around it that makes it a number ("au moins un mort", "un à deux")."""
        low = self.t.lower
        return self.n.by["to"].match(low, n.last) is None and self.n.by["about"].match_before(low, i) is None

    def _compound(self, first: int, last: int) -> bool:
        """Whether a hyphen makes a noun a part of another word: "pro-government fighters"."""
        t = self.t
        before = t.at(first - 1) == "-" and t.end[first - 1] == t.start[first]
        return before or (t.at(last) == "-" and t.start[last] == t.end[last - 1])

    def _one_harmed(self, n: Number) -> bool:
        """Whether "un" stands before a noun that only counts: "a fait un mort"."""
        if self.n.match("numeral_article", self.t, n.last - 1) is None:
            return False
        hit = self.c.noun.match(self.t.folded, n.last)
        return hit is not None and hit[0] in _HARMED and self.c.participle.match(self.t.folded, n.last) is not None

    def _measures(self, i: int, n: Number) -> bool:
        """Whether the number is the lower end of a measure: "six à dix semaines", "entre 12 et 15 jours"."""
        to = self.n.match("to", self.t, n.last)
        upper = read_number(self.t, to, self.n) if to is not None else None
        if to is None or upper is None or upper.value <= n.value:
            return False
        joins_two = self.t.at(n.last) in self.n.by["link"].first and self.n.by["between"].match_before(self.t.lower, i) is None
        return not joins_two and self.n.match("not_count", self.t, upper.last) is not None

    def _no_count(self, i: int, n: Number, alone: bool = True) -> bool:
        """Whether the number is part of a name, an hour, an ordinal, a sum of years or a measure."""
        t = self.t
        before = t.at(i - 1)
        if alone and before and t.end[i - 1] == t.start[i] and (before[-1].isalnum() or before in _NAMING):
            return True
        j = n.last
        glued = j < len(t) and t.start[j] == t.end[j - 1]
        if glued and (t.at(j)[0].isalpha() or t.at(j) in ("/", ":")) and t.lower[j - 1][0].isdigit():
            return True
        return self.n.match("not_count", t, j) is not None

    def _about(self, i: int, floor: int) -> tuple[int, bool]:
        """Takes "environ", "plus de", "au moins" before the number."""
        first, about = i, False
        while (hit := self.n.by["about"].match_before(self.t.lower, first)) is not None and hit[1] >= floor:
            first, about = hit[1], True
        return first, about

    def _range(self, first: int, n: Number) -> Number | None:
        """The upper end after "à", "et", "ou", "-" when it is higher and stands at once."""
        to = self.n.match("to", self.t, n.last)
        if to is None or n.approximate:
            return None
        upper = read_number(self.t, to, self.n)
        between = self.n.by["between"].match_before(self.t.lower, first) is not None
        joins_two = self.t.at(n.last) in self.n.by["link"].first and self.t.at(n.last) != "-" and not between
        if upper is None or upper.exact_one or joins_two or upper.approximate:
            return None
        low = n.value * upper.scale if n.scale == 1 and n.value * upper.scale <= upper.value else n.value
        return upper if upper.value > low and not self._no_count(to, upper, alone=False) else None

    def _between(self, first: int, floor: int) -> int:
        hit = self.n.by["between"].match_before(self.t.lower, first)
        return hit[1] if hit and hit[1] >= floor else first

    def _noun(self, j: int) -> tuple[int, str | None, int] | None:
        """The known noun among the next tokens: token after it, what it counts (with a participle), its offset."""
        t = self.t
        of_word = self.n.match("of", t, j)
        k = of_word if of_word is not None else j
        for at in range(k, min(k + _REACH, len(t))):
            word = t.lower[at]
            hit = self.c.noun.match(t.folded, at)
            if hit is not None and self._compound(at, hit[1]):
                hit = None
            if hit is None and (word in _STOPS or word in self.c.function or (at > k and word in self.n.starts)):
                break
            if hit is not None:
                of, end = hit
                after = self.c.noun.match(t.folded, end) if of in _PEOPLE else None
                if after is not None:
                    of, end = after  # "deux jeunes femmes", "two American hostages"
                told = self.c.participle.match(t.folded, end) if of in _PEOPLE else None
                return (told[1], told[0], t.start[at]) if told else (end, of, t.start[at])
            if at > k and self.n.match("of", t, at) is not None:
                break
        if k >= len(t) or not t.lower[k][0].isalpha() or t.lower[k] in self.c.function:
            return None
        end = k + 1
        if t.at(end) == "-" and t.at(end + 1).isalpha() and t.start[end + 1] == t.end[k] + 1:
            end += 2
        return end, None, t.start[k]
