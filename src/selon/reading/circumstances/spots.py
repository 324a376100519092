"""Places named in a text, each with the preposition that puts something there and the word it hangs on."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from selon.lang import Words
from selon.reading.circumstances.tokens import Phrases, tokenize
from selon.reading.runs import Run
from selon.reading.work import Reading, Word

_CLOSED = frozenset({"PUNCT", "VERB", "AUX", "ADP", "CCONJ", "SCONJ", "PRON"})
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
    where: bool = False  # "où" follows: what comes then happened there
    side: bool = False  # "le nord de X": less of a name than X


@dataclass(frozen=True)
class PlaceWords:
    """The table ``locatives.tsv``."""

    before: Phrases[str]  # prepositions, by the words that end just before the name
    holders: dict[str, str]  # noun -> inner, whole or side
    of: frozenset[str]
    none: frozenset[str]  # capitalized words that are no place
    to: frozenset[str]  # "à", "au": may address a state instead
    where: frozenset[str]  # "où"
    same: dict[str, str]  # "le pays", "la ville": a place told before, of which sort

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
        frozenset(w for w, c in rows if c == "to"),
        frozenset(w for w, c in rows if c == "where"),
        {w: c.removeprefix("same_") for w, c in rows if c.startswith("same_")},
    )


def find_spots(reading: Reading) -> list[Spot]:
    """All mentions of places, in text order; "dans le pays", "dans la ville" mean the one told last."""
    table, lows, words = place_words(reading.lang), [norm(w.lower) for w in reading.words], reading.words
    out: list[Spot] = []
    i = 0
    for run in (*reading.cast.runs, None):
        while i < (run.first if run is not None else len(words)):
            if lows[i] in table.same:
                again = _again(reading, words[i], lows, table, out)
                if again is not None:
                    out.append(again)
            i += 1
        if run is None:
            break
        i = run.last + 1
        more = _longer(reading, run, lows, table)
        if more or _is_place(reading, run, lows, table):
            i += more
            spot = _spot(reading, run.first, i, lows, table)
            if out and out[-1].kind == "in" and spot.kind == "in" and _explains(words, out[-1], spot):
                spot.kind = "other"  # "à Pau, en France": one place, and where it lies
            out.append(spot)
    return out


def _explains(words: list[Word], first: Spot, second: Spot) -> bool:
    gap = words[first.last : second.first]
    return (second.state or second.side) and not first.state and all(w.text in (",", "(") for w in gap) and len(gap) < 2


def _again(reading: Reading, noun: Word, lows: list[str], table: PlaceWords, told: list[Spot]) -> Spot | None:
    """ "dans le pays", "dans la capitale" without a name: the last place of that sort."""
    words = reading.words
    after = lows[noun.i + 1] if noun.i + 1 < len(lows) else ""
    determiner = words[noun.i - 1] if noun.i else noun
    if determiner.pos != "DET" or after in table.of or noun.child("nmod", "appos", "flat") is not None:
        contracted = table.before.match_before(lows, noun.i)
        if determiner.pos == "DET" or contracted is None or after in table.of:
            return None
    hit = table.before.match_before(lows, noun.i) or table.before.match_before(lows, noun.i - 1)
    if hit is None or hit[0] != "in":
        return None
    sort = table.same[lows[noun.i]]
    for spot in reversed(told):
        capital = sort == "capital" and reading.knowledge.seat(spot.name) is not None
        if capital or (sort == "state" and spot.state) or (sort in ("town", "any") and not spot.state):
            return Spot(spot.name, noun, "in", hit[1], noun.i + 1, spot.state)
    return None


def _longer(reading: Reading, run: Run, lows: list[str], table: PlaceWords) -> int:
    """Words by which a known place goes on behind a run ("Dar es-Salaam", "Port-au-Prince")."""
    words, end = reading.words, run.last + 1
    after = words[end : end + 2]
    if not after or after[0].text[:1].isdigit() or after[0].pos in _CLOSED:
        return 0
    if not _put_there(reading, run, lows, table):
        return 0
    for n in range(len(after), 0, -1):
        name = reading.text[words[run.first].start : after[n - 1].end]
        if reading.knowledge.place(name) is not None:
            return n
    return 0


def _is_place(reading: Reading, run: Run, lows: list[str], table: PlaceWords) -> bool:
    """A state, a town or what the parse takes for a place; behind "à" or "dans" also a name that nobody knows."""
    if run.honorific or run.head.lower in table.none or (run.first == run.last and table.kind(run.head) == "side"):
        return False
    if run.entries:
        first = run.entries[0]
        if first.kind == "state":
            return True
        place = reading.knowledge.place(run.text) if first.key.startswith("seat:") else None
        return place is not None and place.country == first.country
    if reading.knowledge.demonym(run.text) is not None:
        return False
    if run.ent == "" and _holder(reading.words, run.first, run.head, lows, table)[0] is not None:
        return True  # "la place Tahrir"
    if any(a.kind == "person" for a in reading.cast.parties(run.head)):
        return False
    if run.ent == "LOC":
        return True
    if not _put_there(reading, run, lows, table) or run.ent == "PER":
        return False
    return (run.ent == "" and run.head.pos == "PROPN") or reading.knowledge.place(run.text) is not None


def _put_there(reading: Reading, run: Run, lows: list[str], table: PlaceWords) -> bool:
    """Whether a preposition of place stands before the name, with or without an article."""
    before = run.first - (run.first > 0 and reading.words[run.first - 1].pos == "DET")
    hits = [table.before.match_before(lows, i) for i in {before, run.first}]
    return any(hit is not None and hit[0] == "in" for hit in hits)


def _spot(reading: Reading, i: int, j: int, lows: list[str], table: PlaceWords) -> Spot:
    words, knowledge = reading.words, reading.knowledge
    top = next((w for w in words[i:j] if w.head is w or not i <= w.head.i < j), words[i])
    name = reading.text[words[i].start : words[j - 1].end]
    state = knowledge.state(name) is not None
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
    where = any(low in table.where for low in lows[j : j + 5]) and all(
        w.pos in ("PUNCT", "NOUN", "PRON", "ADV", "SCONJ", "ADJ") for w in words[j : j + 2]
    )
    return Spot(name, top, kind, hit[1] if hit else first, j, state and holder is None, where, side)


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
