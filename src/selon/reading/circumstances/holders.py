"""Nouns that hold the name of a place: "la ville frontalière de X", "la capitale, X", "une caserne de X"."""

from __future__ import annotations

from selon.reading.circumstances.placewords import PlaceWords
from selon.reading.work import Reading, Word

_BETWEEN = frozenset({"ADJ", "DET", "ADP", "NUM"})
_FAR = 6


def holder_of(words: list[Word], i: int, top: Word, lows: list[str], table: PlaceWords) -> tuple[Word | None, int]:
    """The noun that holds the name that begins at word `i` and hangs on `top`, and the first word of the whole."""
    k = i - 1
    while k >= 0 and i - k < _FAR and words[k].sentence == top.sentence:
        w = words[k]
        if w.pos == "NOUN" or w.lower in table.holders:
            return (w, k) if _holds(w, k, i, words, lows, table) else (None, i)
        if w.pos not in _BETWEEN and not (w.text == "," and k == i - 1):
            break
        k -= 1
    return None, i


def _holds(w: Word, k: int, i: int, words: list[Word], lows: list[str], table: PlaceWords) -> bool:
    kind = table.kind(w)
    if kind is None:
        return False
    between = [x for x in range(k + 1, i) if words[x].pos == "ADP"]
    return all(lows[x] in table.of for x in between) and (kind != "venue" or bool(between))


def held_name(reading: Reading, name: str, holder: Word, i: int, j: int, table: PlaceWords) -> str:
    """The name of a held place: alone after "la ville de", with its holder after "la région de"."""
    if table.kind(holder) in ("inner", "venue") or reading.words[i - 1].text == ",":
        return name
    return reading.text[holder.start : reading.words[j - 1].end]
