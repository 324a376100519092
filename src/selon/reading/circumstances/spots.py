"""Places named in a text, each with the preposition that puts something there and the word it hangs on."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from selon.lang import Words
from selon.reading.circumstances.tokens import Phrases, tokenize
from selon.reading.work import Reading, Word

_NAME = frozenset({"PROPN", "NOUN", "ADJ", "X", "NUM"})
_BETWEEN = frozenset({"ADJ", "DET", "ADP", "NUM"})


@dataclass(slots=True, eq=False)
class Spot:
    """One mention of a place: `word` hangs it into the sentence; `kind` is in, on, of, object or other."""

    name: str
    word: Word
    kind: str
    first: int  # words first to last (exclusive), preposition and holder included
    last: int
    state: bool = False
    side: bool = False  # "le nord de X": less of a name than X


@dataclass(frozen=True)
class PlaceWords:
    """The table ``locatives.tsv``."""

    before: Phrases[str]  # prepositions, by the words that end just before the name
    holders: dict[str, str]  # noun -> inner, whole or side
    of: frozenset[str]
    none: frozenset[str]  # capitalized words that are no place

    def kind(self, w: Word) -> str | None:
        """Whether a noun holds the name of a place, and how: inner, whole or side."""
        return self.holders.get(w.lower) or self.holders.get(w.lemma)


def norm(lower: str) -> str:
    """A word as the table's phrases hold it: without its apostrophe."""
    return lower.rstrip("'’")


@functools.cache
def place_words(lang: Words) -> PlaceWords:
    """The words around places of a language."""
    rows = [(r["word"], r["class"]) for r in lang.table("locatives")]
    plain = [(" ".join(t for t in tokenize(w).lower if t != "'"), c) for w, c in rows]
    return PlaceWords(
        Phrases((w, c) for w, c in plain if c in ("in", "on", "of")),
        {w: c for w, c in rows if c in ("inner", "whole", "side")},
        frozenset(w for w, c in plain if c == "of"),
        frozenset(w.lower() for w, c in rows if c == "none"),
    )


def find_spots(reading: Reading) -> list[Spot]:
    """All mentions of places, in text order."""
    words, table = reading.words, place_words(reading.lang)
    lows = [norm(w.lower) for w in words]
    out: list[Spot] = []
    i = 0
    while i < len(words):
        if not _begins(words, i, lows, table):
            i += 1
            continue
        j = _end(words, i)
        spot = _spot(reading, i, j, lows, table)
        if spot is not None:
            out.append(spot)
        i = j
    return out


def _begins(words: list[Word], i: int, lows: list[str], table: PlaceWords) -> bool:
    """A name tagged as a place, or a proper noun behind a preposition of place."""
    w = words[i]
    if w.lower in table.none or w.pos in ("PUNCT", "ADP", "DET"):
        return False
    if w.ent == "LOC":
        return w.text[:1].isupper()
    if w.pos != "PROPN" or w.ent or not w.text[:1].isupper():
        return False
    hit = table.before.match_before(lows, i)
    return hit is not None and hit[0] == "in"


def _end(words: list[Word], i: int) -> int:
    """The word after the name that begins at word `i`."""
    j, ent, sentence = i + 1, words[i].ent, words[i].sentence
    while j < len(words) and words[j].sentence == sentence:
        w = words[j]
        joined = (w.ent == ent != "" and w.pos != "PUNCT") or (w.pos == "PROPN" and not w.ent and w.text[:1].isupper())
        if not joined or (ent and w.pos == "ADP" and norm(w.lower) not in ("de", "du", "d", "des", "sur", "le", "la")):
            break
        j += 1
    while j > i + 1 and words[j - 1].pos in ("ADP", "DET", "PUNCT", "CCONJ"):
        j -= 1
    return j


def _spot(reading: Reading, i: int, j: int, lows: list[str], table: PlaceWords) -> Spot | None:
    words, knowledge = reading.words, reading.knowledge
    top = next((w for w in words[i:j] if w.head is w or not i <= w.head.i < j), words[i])
    name = reading.text[words[i].start : words[j - 1].end]
    state = knowledge.state(name) is not None
    if not state and knowledge.medium(name) is not None:
        return None
    holder, first = _holder(words, i, top, lows, table)
    side = holder is not None and table.kind(holder) == "side"
    if holder is not None:
        name, top = _held(reading, name, holder, i, j, table), holder
        outer, begin = _holder(words, first, holder, lows, table)
        if outer is not None and words[first - 1].text != ",":
            top, first = outer, begin
    k = first
    while k > 0 and words[k - 1].pos in ("DET", "ADJ", "NUM") and words[k - 1].sentence == top.sentence:
        k -= 1
    hit = table.before.match_before(lows, k) or table.before.match_before(lows, first)
    kind = hit[0] if hit else "object" if top.rel in ("obj", "xcomp") else "other"
    if kind == "on":
        kind = "in" if holder is not None else "other"
    return Spot(name, top, kind, hit[1] if hit else first, j, state and holder is None, side)


def _holder(words: list[Word], i: int, top: Word, lows: list[str], table: PlaceWords) -> tuple[Word | None, int]:
    """The noun that holds the name ("la ville frontalière de X", "la capitale, X"), and the first word of the whole."""
    k = i - 1
    while k >= 0 and i - k < 6 and words[k].sentence == top.sentence:
        w = words[k]
        if w.pos == "NOUN" or w.lower in table.holders:
            return (w, k) if _holds(w, k, i, words, lows, table) else (None, i)
        if w.pos not in _BETWEEN and not (w.text == "," and k == i - 1):
            break
        k -= 1
    return None, i


def _holds(w: Word, k: int, i: int, words: list[Word], lows: list[str], table: PlaceWords) -> bool:
    if table.kind(w) is None:
        return False
    between = [x for x in range(k + 1, i) if words[x].pos == "ADP"]
    return all(lows[x] in table.of for x in between)


def _held(reading: Reading, name: str, holder: Word, i: int, j: int, table: PlaceWords) -> str:
    """The name of a held place: alone after "la ville de", with its holder after "la région de"."""
    kind = table.kind(holder)
    if kind == "inner" or reading.words[i - 1].text == ",":
        return name
    return reading.text[holder.start : reading.words[j - 1].end]
