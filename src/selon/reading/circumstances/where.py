"""How far a place stands from an event's word: a price, lower is nearer, NEVER where it is not the event's place at all."""

from __future__ import annotations

import itertools

from selon.reading.circumstances.attach import NEVER, Scene, chain, cost, linear, told_apart
from selon.reading.circumstances.placewords import PlaceWords, norm, place_words
from selon.reading.circumstances.spots import Spot
from selon.reading.work import EventDraft, Reading, Word

FARTHEST = 7.0
TAKES_OBJECT = frozenset({"ASSAULT", "RETREAT", "MOBILIZE", "CONSULT", "COERCE"})
ADDRESSED = frozenset({"REQUEST", "ACCUSE", "AGREE", "SUPPORT", "THREATEN", "SANCTION", "REJECT", "AID", "CONCEDE"})
ASKED = frozenset({"REQUEST", "ACCUSE", "THREATEN", "REJECT"})  # said to a government by its capital's name
GROUND = frozenset({"ASSAULT", "PROTEST", "COERCE"})  # acts on the ground: they have a place
REAL = frozenset({"happened", "planned"})
SAID = frozenset({"ACCUSE", "REQUEST", "SUPPORT", "THREATEN", "REJECT"})  # words: where they were said rarely counts
OWNERS = frozenset({"person", "body", "media"})  # a place behind them tells where they belong
_WHERE = 12  # words after "où" that it reaches
WHERE, OF, OBJECT, STATE, SIDE, APART = 1.0, 1.5, 2.0, 0.6, 0.6, 6.0
UNREAL = 2.5  # what only might happen on the ground has no place but one that stands beside it
_OWNER = 6  # words back to "l'ambassadeur de Russie"


class Where:
    """Prices the places of one article."""

    def __init__(self, reading: Reading, scene: Scene) -> None:
        self.reading, self.scene, self.words = reading, scene, reading.words
        self.table: PlaceWords = place_words(reading.lang)
        self.lows = [norm(w.lower) for w in reading.words]

    def price(self, event: EventDraft, word: Word, spot: Spot) -> float:
        """How far a place is from one word of an event."""
        price = self._price(event, word, spot)
        unreal = event.status not in REAL and event.type in GROUND
        if unreal and (price > UNREAL or spot.kind in ("object", "of", "patient")):
            return NEVER
        return price + (STATE if spot.state or spot.country else SIDE if spot.side else 0.0)

    def _price(self, event: EventDraft, word: Word, spot: Spot) -> float:
        if spot.where and 0 < word.i - spot.last < _WHERE:
            return WHERE if event.type not in SAID else NEVER
        if spot.kind == "in" and self._inside(spot, event):
            return 0.0
        if told_apart(spot.word, word, self.scene):
            return NEVER
        if spot.kind != "in":
            return self._touched(event, word, spot)
        if self.elsewhere(spot, word):
            return NEVER
        direct = spot.word.head is word
        if event.type in SAID and not (direct and not self._of_what_is_asked(event, word, spot)):
            return NEVER
        if event.type in ADDRESSED and self._addressed(event, spot, direct):
            return NEVER
        price = cost(spot.word, word, self.scene)
        if self.apart(spot, word):
            return price + APART
        return min(price, linear(spot.first, spot.last, word, self.words, self.scene))

    def _of_what_is_asked(self, event: EventDraft, word: Word, spot: Spot) -> bool:
        """ "appelle l'armée à rester calme à X": what is asked for happens there."""
        asked = any(c.rel in ("xcomp", "ccomp", "advcl") and word.i < c.i < spot.first for c in word.children)
        return asked and event.type in ASKED

    def _touched(self, event: EventDraft, word: Word, spot: Spot) -> float:
        """ "quitter X", "la prise de X", "X a été bombardée": the place is what the act is about, or left from."""
        noun, up = spot.word, spot.word.head
        if spot.kind == "of" and self.table.has("from", word) and (up is word or (up.rel in ("obj", "nmod") and up.head is word)):
            return OF  # "expulsé de X", "le départ des troupes de X"
        if event.type not in TAKES_OBJECT:
            return NEVER
        if word.rel in ("acl", "amod") and word.head is noun and self.table.has("takes", word):
            return OF  # "les zones occupées", "la ville bombardée"
        if spot.kind == "of":
            takes = up is word and (word.pos == "NOUN" or self.table.has("takes", word))
            return OF if takes and not self._acts(event, spot) else NEVER
        if spot.kind == "object" and self.table.has("takes", up):
            return OBJECT if up is word or (word.rel in ("nsubj", "conj") and word.head is up) else NEVER
        if spot.kind == "patient":
            if up is word and noun.dep == "nsubj:pass" and self.table.has("takes", word):
                return OBJECT
            stage = word.head
            if self.table.has("stage", stage) and word.rel == "nmod" and up in (stage, stage.head):
                return OBJECT  # "la région a été le théâtre d'attentats"
        return NEVER

    def _acts(self, event: EventDraft, spot: Spot) -> bool:
        knowledge = self.reading.knowledge
        seat = None if spot.state else knowledge.seat(spot.name)
        code = seat.country if seat is not None else knowledge.state(spot.name)
        return code is not None and any(a.country == code for a in event.actor)

    def _inside(self, spot: Spot, event: EventDraft) -> bool:
        start, end = self.words[spot.first].start, self.words[spot.last - 1].end
        return any(a <= start and end <= b for a, b in (event.anchor, *event.more))

    def _addressed(self, event: EventDraft, spot: Spot, direct: bool) -> bool:
        """Whether a state (or its capital) is the one that is asked or given something, not where it happens."""
        knowledge = self.reading.knowledge
        to = direct and self.table.has("to", self.words[spot.first])
        if not spot.state:
            return to and event.type in ASKED and spot.first > spot.word.head.i and knowledge.seat(spot.name) is not None
        code = knowledge.state(spot.name)
        return to or spot.word.dep in ("obl:arg", "iobj") or any(a.country == code for a in event.recipient)

    def another(self, spot: Spot, word: Word) -> bool:
        """Whether a place of the sentence is another happening's, somebody's, or where somebody goes."""
        up = spot.word.head
        if up.i in self.scene.events and up is not word and up.pos == "NOUN":
            return True
        return self.elsewhere(spot, word) or (up is not word and self.table.has("goal", up))

    def elsewhere(self, spot: Spot, word: Word) -> bool:
        """Whether the place is told of somebody: "l'ambassadeur de Russie en Turquie"."""
        if self._stationed(spot.first, word):
            return True
        up = chain(spot.word)
        for below, w in itertools.pairwise(up):
            if w is word or w.i in self.scene.events:
                return False
            if below.rel in ("nmod", "appos") and w.pos in ("NOUN", "PROPN") and self._owner(w):
                return True
            if w.pos in ("VERB", "AUX"):
                return False
        return False

    def _stationed(self, first: int, word: Word) -> bool:
        """The same by mere order, against the parser's errors."""
        for w in reversed(self.words[max(0, first - _OWNER) : first]):
            if w.pos == "NOUN":
                return w is not word and w.i not in self.scene.events and self.table.has("elsewhere", w)
            run = self.reading.cast.run_at.get(w.i)
            if run is not None and run.entries and run.entries[0].kind == "media":
                return True  # "selon X, de la BBC à Y"
            if w.pos not in ("PROPN", "ADP", "DET", "ADJ") or w.sentence != word.sentence:
                return False
        return False

    def _owner(self, w: Word) -> bool:
        if self.table.has("elsewhere", w):
            return True
        if w.feats.get("Number") == "Plur" and w.pos == "NOUN":
            return False
        return any(a.kind in OWNERS for a in self.reading.cast.single(w))

    def apart(self, spot: Spot, word: Word) -> bool:
        """Whether one of the two is told as before or after the other: "détient à X depuis l'attaque"."""
        mine, its = chain(spot.word), chain(word)
        up = {w.i for w in mine}
        for w in its:
            if w.i in up:
                break
            if self._sets_apart(w, word):
                return True
        down = {w.i for w in its}
        for w in mine[1:]:
            if w.i in down:
                break
            if self._sets_apart(w, word):
                return True
        return False

    def _sets_apart(self, w: Word, event: Word) -> bool:
        if w.rel == "acl":
            return w.head is not event and w.head.pos in ("NOUN", "PROPN") and w.feats.get("Tense") == "Past"
        if w.rel == "advcl" and not any(x.feats.get("VerbForm") == "Fin" for x in (w, *w.kids("aux", "cop"))):
            return False
        if w.rel not in ("obl", "advcl", "nmod"):
            return False
        case = [c for c in w.children if c.rel in ("case", "mark") and c.i < w.i]
        if not case:
            return False
        first = case[0].i
        return any(
            hit is not None and hit[1] <= first
            for hit in (self.table.apart.match_before(self.lows, k) for k in range(first + 1, w.i + 1))
        )
