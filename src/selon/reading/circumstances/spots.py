"""Places named in a text, each with the preposition that puts something there and the word it hangs on."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from selon.reading.circumstances.holders import held_name, holder_of
from selon.reading.circumstances.placewords import PlaceWords, norm, place_words
from selon.reading.runs import Run
from selon.reading.setting import BODIES
from selon.reading.work import Reading, Word

_CLOSED = frozenset({"PUNCT", "VERB", "AUX", "ADP", "CCONJ", "SCONJ", "PRON"})
_BEFORE = frozenset({"DET", "ADJ", "NUM", "ADV"})
_BEFORE_WHERE = frozenset({"PUNCT", "NOUN", "PRON", "ADV", "SCONJ", "ADJ"})
_ORDINAL = re.compile("[IVXLC]+(e|er|ème|th)?")  # "le Xe arrondissement"
# What "la ville", "la région", "l'île", "le continent" may take up again; an unknown place may be a town or a region.
_SORTS = {
    "town": ("town", "capital", ""),
    "region": ("division", "region", "land", "island", "sea", "site", ""),
    "zone": ("town", "capital", "division", "region", "island", "sea", "site", ""),
    "island": ("island", "state", "division"),
    "land": ("land",),
}
_WHERE = 5  # words within which "où" follows


@dataclass(slots=True, eq=False)
class Spot:
    """One mention of a place: `word` hangs it into the sentence; `kind` is in, of, object, patient or other."""

    name: str
    word: Word
    kind: str
    first: int  # words first to last (exclusive), preposition and holder included
    last: int
    state: bool = False
    where: bool = False  # "où" follows: what comes then happened there
    side: bool = False  # "le nord de X": less of a name than X
    country: str | None = None  # of a place without a name of its own: "le territoire burkinabé"
    inside: str | None = None  # what it lies in, as the text says: "à Pau, en France"
    core: str = ""  # the name alone: X of "le nord de X"


class Finder:
    """Finds the places of one article."""

    def __init__(self, reading: Reading) -> None:
        self.reading, self.words = reading, reading.words
        self.table: PlaceWords = place_words(reading.lang)
        self.lows = [norm(w.lower) for w in reading.words]
        self.out: list[Spot] = []
        self._sorts: dict[str, str] = {}

    def find(self) -> list[Spot]:
        """All mentions of places, in text order."""
        i = 0
        for run in (*self.reading.cast.runs, None):
            while i < (run.first if run is not None else len(self.words)):
                if self.lows[i] in self.table.same or self.words[i].pos == "NOUN":
                    self._add(self._again(self.words[i]) or self._of_a_people(self.words[i]))
                i += 1
            if run is None:
                break
            i = run.last + 1
            more = self._longer(run)
            if more or self._is_place(run):
                i += more
                self._add(self._spot(run.first, i))
        return self.out

    def _add(self, spot: Spot | None) -> None:
        if spot is None:
            return
        before = self.out[-1] if self.out else None
        if before is not None and self._explains(before, spot):
            before.inside = spot.name
            if before.kind == "in":
                spot.kind = "other"  # "à Pau, en France": one place, and where it lies
        self.out.append(spot)

    def _explains(self, first: Spot, second: Spot) -> bool:
        """Whether a place says in what the one before it lies: "à Pau, en France", "Urumqi (Xinjiang)"."""
        gap = self.words[first.last : second.first]
        close = len(gap) < 2 and all(w.text in (",", "(") for w in gap) and bool(gap)
        bracket = close and gap[0].text == "("
        if close and not bracket and not first.state and second.kind != "in" and second.name != first.name:  # "Moscow, Idaho"
            found = self.reading.knowledge.resolve_place(first.core or first.name, inside=second.name)
            return bool(found) and found[0].inside and self._sort(second.name) in ("state", "division")
        return close and not first.state and (second.state or second.side or bracket) and (second.kind == "in" or bracket)

    def _kind(self, word: Word, k: int, first: int, held: bool) -> tuple[str, int]:
        """How a place stands in its sentence, and where its preposition begins."""
        hit = self.table.before.match_before(self.lows, k) or self.table.before.match_before(self.lows, first)
        if hit is not None:
            return ("in" if held else "other") if hit[0] == "on" else hit[0], hit[1]
        if word.rel in ("obj", "xcomp"):
            return "object", first
        if word.dep == "nsubj:pass" or word.rel == "nsubj":
            return "patient", first
        return "other", first

    def _left(self, first: int, word: Word) -> int:
        """The first word of the phrase, determiner, adjectives and numbers included."""
        while first > 0 and self.words[first - 1].pos in _BEFORE and self.words[first - 1].sentence == word.sentence:
            first -= 1
        return first

    def _again(self, noun: Word) -> Spot | None:
        """ "dans le pays", "dans la capitale" without a name: the last place of that sort."""
        sort = self.table.same.get(self.lows[noun.i])
        after = self.lows[noun.i + 1] if noun.i + 1 < len(self.lows) else ""
        determiner = self.words[noun.i - 1] if noun.i else noun
        if sort is None or after in self.table.of or noun.child("nmod", "appos", "flat") is not None:
            return None
        contracted = self.table.before.match_before(self.lows, noun.i)
        if "Plur" in (noun.feats.get("Number"), determiner.feats.get("Number") if determiner.pos == "DET" else None):
            return None
        definite = determiner.pos == "DET" and determiner.feats.get("Definite") != "Ind" and "Poss" not in determiner.feats
        if not definite and contracted is None:
            return None
        kind, first = self._kind(noun, self._left(noun.i, noun), noun.i, True)
        if kind in ("of", "other"):
            return None
        spot = self._last(sort)
        if spot is None:
            return None
        return replace(spot, word=noun, kind=kind, first=first, last=noun.i + 1, where=False, side=False)

    def _last(self, sort: str) -> Spot | None:
        """The place of a sort told last; a capital that acts is no place told."""
        wanted = _SORTS.get(sort)
        for spot in reversed(self.out):
            seat = self.reading.knowledge.seat(spot.name) is not None
            if (sort == "capital" and seat) or (sort == "state" and spot.state):
                return spot
            if wanted is None or (seat and spot.kind != "in"):
                continue
            kind = "region" if spot.side else self._sort(spot.name)
            if kind in wanted and (kind or spot.kind == "in"):
                return spot
        return None

    def _sort(self, name: str) -> str:
        """What a place is: state, town, division …; empty where it is not known."""
        if name not in self._sorts:
            found = self.reading.knowledge.resolve_place(name)
            self._sorts[name] = found[0].kind if found else ""
        return self._sorts[name]

    def _of_a_people(self, noun: Word) -> Spot | None:
        """ "sur le territoire burkinabé", "dans les zones occupées": a land told by whose it is, or what befell it."""
        if noun.pos != "NOUN" or not self.table.has("ground", noun):
            return None
        for c in noun.children:
            if c.i != noun.i + 1 or not c.text[:1].islower() or c.rel not in ("amod", "acl", "nmod"):
                continue
            code = self.reading.knowledge.demonym(c.text) if c.pos == "ADJ" else None
            if (code is None or code in BODIES) and not self.table.has("land", c):
                continue
            if c.i + 1 < len(self.words) and self.lows[c.i + 1] in self.table.of:
                return None  # "la région russe de Koursk"
            how, first = self._kind(noun, self._left(noun.i, noun), noun.i, True)
            name = self.reading.text[noun.start : c.end]
            return Spot(name, noun, how, first, c.i + 1, country=code) if how != "other" else None
        return None

    def _longer(self, run: Run) -> int:
        """Words by which a known place goes on behind a run ("Dar es-Salaam", "Port-au-Prince")."""
        end = run.last + 1
        after = self.words[end : end + 2]
        if not after or after[0].text[:1].isdigit() or after[0].pos in _CLOSED or not self._put_there(run):
            return 0
        for n in range(len(after), 0, -1):
            name = self.reading.text[self.words[run.first].start : after[n - 1].end]
            if after[n - 1].pos != "PUNCT" and self.reading.knowledge.place(name) is not None:
                return n
        return 0

    def _is_place(self, run: Run) -> bool:
        """A state, a town or what the parse takes for a place; behind "à" or "dans" also a name that nobody knows."""
        table, knowledge = self.table, self.reading.knowledge
        if run.honorific or run.head.lower in table.classes["none"] or (run.first == run.last and table.kind(run.head) == "side"):
            return False
        if run.entries:
            first = run.entries[0]
            if first.kind == "state":
                return True
            if not first.key.startswith("seat:"):
                return False
            place = knowledge.place(run.text)
            if place is None:
                return self._put_there(run)  # a palace
            return place.country == first.country
        if knowledge.demonym(run.text) is not None:
            return False
        if _ORDINAL.fullmatch(run.text):
            return False
        holder = holder_of(self.words, run.first, run.head, self.lows, table)[0] if run.ent in ("", "ORG") else None
        if holder is not None and table.kind(holder) != "venue" and (
            not run.ent or table.has("ground", holder) or knowledge.place(run.text) is not None
        ):
            return True  # "la place Tahrir"
        if any(a.kind == "person" for a in self.reading.cast.parties(run.head)):
            return False
        if run.ent == "LOC":
            bracket = run.first > 0 and self.words[run.first - 1].text == "("
            return not bracket or bool(knowledge.resolve_place(run.text))  # an acronym
        if not self._put_there(run) or run.ent == "PER":
            return False
        return (run.ent == "" and run.head.pos == "PROPN") or knowledge.place(run.text) is not None

    def _put_there(self, run: Run) -> bool:
        """Whether a preposition of place stands before the name, with or without an article."""
        before = run.first - (run.first > 0 and self.words[run.first - 1].pos == "DET")
        hits = [self.table.before.match_before(self.lows, i) for i in {before, run.first}]
        return any(hit is not None and hit[0] == "in" for hit in hits)

    def _spot(self, i: int, j: int) -> Spot:
        words, table = self.words, self.table
        top = next((w for w in words[i:j] if w.head is w or not i <= w.head.i < j), words[i])
        core = name = self.reading.text[words[i].start : words[j - 1].end]
        state = self.reading.knowledge.state(name) is not None
        holder, first = holder_of(words, i, top, self.lows, table)
        side = holder is not None and table.kind(holder) == "side"
        if holder is not None:
            name, top = held_name(self.reading, name, holder, i, j, table), holder
            outer, begin = holder_of(words, first, holder, self.lows, table)
            if outer is not None and words[first - 1].text != ",":
                top, first = outer, begin
        kind, begin = self._kind(top, self._left(first, top), first, holder is not None)
        if state and holder is None and kind == "in" and table.dative.match_before(self.lows, i) is not None:
            kind = "other"  # "à la Russie" is to whom
        top, kind, begin = self._distance(top, kind, begin)
        top, kind = self._situated(top, begin, kind)
        where = any(low in table.classes["where"] for low in self.lows[j : j + _WHERE]) and all(
            w.pos in _BEFORE_WHERE for w in words[j : j + 2]
        )
        before = words[i - 1] if i else top
        if not state and i and before.pos == "DET" and before.feats.get("Definite") == "Def" and before.text[:1].islower():
            core = self.reading.text[before.start : words[j - 1].end]  # "dans la Vienne" is no town
        return Spot(name, top, kind, begin, j, state and holder is None, where, side, core=core)

    def _situated(self, top: Word, begin: int, kind: str) -> tuple[Word, str]:
        """ "dans un village situé à X", "dans des locaux situés rue X": what lies there tells where it is."""
        before = self.words[begin - 1] if begin else top
        if before.head.i < before.i and self.table.has("situated", before):
            return before.head, "in"
        return top, kind

    def _distance(self, top: Word, kind: str, begin: int) -> tuple[Word, str, int]:
        """ "à 40 km de X", "à 300 kilomètres au nord de X": about there."""
        unit = self.words[begin - 1] if begin else top
        if kind in ("of", "in") and self.table.has("distance", unit):
            how, first = self._kind(unit, self._left(unit.i, unit), unit.i, True)
            if how == "in":
                return unit, how, first
        return top, kind, begin


def find_spots(reading: Reading) -> list[Spot]:
    """All mentions of places, in text order; "dans le pays", "dans la ville" mean the one told last."""
    return Finder(reading).find()
