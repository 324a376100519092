"""PLOVER's contexts of an event: what the words of its paragraph are about."""

from __future__ import annotations

import functools
from bisect import bisect_left

from selon.lang import Words
from selon.reading.circumstances.tokens import Phrases, Tokens
from selon.reading.work import Reading


@functools.cache
def context_words(lang: Words) -> Phrases[str]:
    """The table ``contexts.tsv``: words and phrases, without plural marks, to contexts."""
    by_word: dict[str, list[str]] = {}
    for row in lang.table("contexts"):
        by_word.setdefault(row["word"], []).append(row["context"])
    return Phrases(((w, " ".join(c)) for w, c in by_word.items()), folded=True)


def contexts_of(tokens: Tokens, first: int, last: int, lang: Words) -> tuple[str, ...]:
    """The contexts that tokens `first` to `last` (exclusive) speak of, in alphabetical order."""
    phrases, low, found = context_words(lang), tokens.folded, set[str]()
    starts, i = phrases.first, first
    while i < last:
        hit = phrases.match(low, i) if low[i] in starts else None
        if hit is None or hit[1] > last:
            i += 1
            continue
        found.update(hit[0].split())
        i = hit[1]
    return tuple(sorted(found))


def add_contexts(reading: Reading, tokens: Tokens) -> None:
    """Sets `.context` of every event from the paragraph of its first mention."""
    paragraphs = reading.layout.paragraphs
    starts = [start for start, _ in paragraphs]
    known: dict[int, tuple[str, ...]] = {}
    for event in reading.events:
        n = bisect_left(starts, event.anchor[0] + 1) - 1
        if n not in known:
            start, end = paragraphs[n] if n >= 0 else (0, len(reading.text))
            first, last = bisect_left(tokens.start, start), bisect_left(tokens.start, end)
            known[n] = contexts_of(tokens, first, last, reading.lang)
        event.context = known[n]
