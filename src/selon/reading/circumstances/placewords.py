"""The words around places of a language: the table ``locatives.tsv``."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from selon.lang import Words
from selon.reading.circumstances.tokens import Phrases, tokenize
from selon.reading.work import Word


@dataclass(frozen=True)
class PlaceWords:
    """The table's rows by class."""

    before: Phrases[str]  # prepositions (in, on, of), by the words that end just before the name
    apart: Phrases[str]  # "depuis", "à la suite de": what follows happened at another time
    dative: Phrases[str]  # "à la": before a state, to whom and not where
    holders: dict[str, str]  # noun -> inner, whole, venue or side
    same: dict[str, str]  # "le pays", "la ville": a place told before, of which sort
    classes: dict[str, frozenset[str]]  # all other classes

    def kind(self, w: Word) -> str | None:
        """Whether a noun holds the name of a place, and how: inner, whole, venue or side."""
        return self.holders.get(w.lower) or self.holders.get(w.lemma)

    def has(self, cls: str, w: Word) -> bool:
        """Whether a word or its lemma is of the class."""
        members = self.classes.get(cls, frozenset())
        return w.lower in members or w.lemma in members

    @property
    def of(self) -> frozenset[str]:
        """ "de", "du": what stands between a holder and its name."""
        return self.classes["of"]


def norm(lower: str) -> str:
    """A word as the table's phrases hold it: without its apostrophe."""
    return lower.rstrip("'’")


@functools.cache
def place_words(lang: Words) -> PlaceWords:
    """The words around places of a language."""
    rows = [(r["word"], r["class"]) for r in lang.table("locatives")]
    plain = [(" ".join(t for t in tokenize(w).lower if t != "'"), c) for w, c in rows]
    classes: dict[str, set[str]] = {}
    for (word, cls), (bare, _) in zip(rows, plain, strict=True):
        classes.setdefault(cls, set()).add(bare if cls == "of" else word.lower())
    return PlaceWords(
        Phrases((w, c) for w, c in plain if c in ("in", "on", "of")),
        Phrases((w, c) for w, c in plain if c == "apart"),
        Phrases((w, c) for w, c in plain if c == "dative"),
        {w: c for w, c in rows if c in ("inner", "whole", "venue", "side")},
        {w: c.removeprefix("same_") for w, c in rows if c.startswith("same_")},
        {cls: frozenset(words) for cls, words in classes.items()},
    )
