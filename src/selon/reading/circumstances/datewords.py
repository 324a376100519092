"""The words of dates of a language, sorted by what the grammar asks of them: the table ``dates.tsv``."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from selon.lang import Words
from selon.reading.circumstances.tokens import Phrases, Tokens

HEADS = (
    "weekday", "month", "deictic", "unit", "season", "shift", "ago", "ahead", "same", "same_end", "holiday", "fixed", "first",
)  # fmt: skip
LEFTS = ("skip", "edge", "in", "circa", "since", "from", "until", "before", "by", "after", "between", "habit")
BOUNDS = frozenset({"since", "from", "until", "before", "by", "after", "between"})  # "by": before, and from now on
ReadNumber = Callable[[Tokens, int], tuple[int | None, int] | None]  # value (None: vague), token after it
Entry = tuple[str, str]  # class, value


@dataclass(frozen=True)
class DateWords:
    """The table ``dates.tsv`` sorted by what the grammar asks of it."""

    heads: Phrases[Entry]
    lefts: Phrases[str]
    by: Mapping[str, Phrases[str]]
    month_first: bool  # "25/07" is 25 July, or "07/25" is

    def value(self, cls: str, tokens: Tokens, i: int) -> tuple[str, int] | None:
        """The value of a phrase of the class that begins at token `i`, and the token after it."""
        return self.by[cls].match(tokens.lower, i)


@functools.cache
def date_words(lang: Words) -> DateWords:
    """The words of dates of a language."""
    rows = [(r["word"], r["class"], r["value"]) for r in lang.table("dates")]
    by: defaultdict[str, Phrases[str]] = defaultdict(lambda: Phrases(()))
    for cls in {cls for _, cls, _ in rows}:
        by[cls] = Phrases((w, v) for w, c, v in rows if c == cls)
    heads = Phrases((w, (c, v)) for w, c, v in rows if c in HEADS)
    lefts = Phrases((w, c) for w, c, _ in rows if c in LEFTS)
    return DateWords(heads, lefts, by, any(c == "order" and v == "month_first" for _, c, v in rows))


def lemmas(lang: Words, cls: str) -> Collection[str]:
    """The lemmas of a class of single words: verbs that bring something about, what lasts, anniversaries."""
    return date_words(lang).by[cls].first
