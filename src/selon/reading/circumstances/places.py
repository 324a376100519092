"""The place of each event: where the text puts it, else, for what happens on the ground, the place just told."""

from __future__ import annotations

from selon.reading.circumstances.attach import NEVER, Scene, cost, linear, told_apart
from selon.reading.circumstances.spots import Spot, find_spots, place_words
from selon.reading.work import EventDraft, Reading, Word
from selon.record import Place

FARTHEST = 7.0
GROUND = frozenset({"ASSAULT", "PROTEST", "COERCE"})  # acts on the ground: they have a place
TAKES_OBJECT = frozenset({"ASSAULT", "RETREAT", "MOBILIZE", "CONSULT", "COERCE"})
ADDRESSED = frozenset({"REQUEST", "ACCUSE", "AGREE", "SUPPORT", "THREATEN", "SANCTION", "REJECT", "AID", "CONCEDE"})
SAID = frozenset({"ACCUSE", "REQUEST", "SUPPORT", "THREATEN", "REJECT"})  # words: where they were said rarely counts
_WHERE = 12  # words after "où" that it reaches
OF, OBJECT, STATE, SIDE = 0.5, 1.0, 0.6, 0.6


def place_events(reading: Reading, scene: Scene) -> None:
    """Sets `.place` of every event."""
    spots = find_spots(reading)
    by_sentence: dict[int, list[Spot]] = {}
    for s in spots:
        by_sentence.setdefault(s.word.sentence, []).append(s)
    countries = _countries(reading, spots)
    for event in reading.events:
        best = _nearest(reading, scene, event, by_sentence) or _told(event, by_sentence)
        if best is not None:
            event.place = _known(reading, best, countries)


def _nearest(reading: Reading, scene: Scene, event: EventDraft, spots: dict[int, list[Spot]]) -> Spot | None:
    offers = []
    for word in (event.word, *event.more_words):
        for n, spot in enumerate(spots.get(word.sentence, ())):
            price = _price(reading, scene, event, word, spot)
            if price <= FARTHEST:
                offers.append((price, n, spot))
    return min(offers, key=lambda o: o[:2])[2] if offers else None


def _price(reading: Reading, scene: Scene, event: EventDraft, word: Word, spot: Spot) -> float:
    if spot.where and 0 < word.i - spot.last < _WHERE:
        return 1.0
    if spot.kind == "in" and _inside(reading, spot, event):
        return 0.0
    if spot.kind == "other" or told_apart(spot.word, word, scene):
        return NEVER
    direct = spot.word.head is word
    if spot.kind == "object":
        return 1.0 + OBJECT if direct and event.type in TAKES_OBJECT else NEVER
    if spot.kind == "of":
        acts = reading.knowledge.state(spot.name)
        if not direct or (acts is not None and any(a.country == acts for a in event.actor)):
            return NEVER
        return 1.0 + OF if event.type in TAKES_OBJECT else NEVER
    if event.type in SAID and not direct:
        return NEVER
    if event.type in ADDRESSED and spot.state and _addressed(reading, event, spot, direct):
        return NEVER
    price = min(cost(spot.word, word, scene), linear(spot.first, spot.last, word, reading.words, scene))
    return price + (STATE if spot.state else SIDE if spot.side else 0.0)


def _inside(reading: Reading, spot: Spot, event: EventDraft) -> bool:
    start, end = reading.words[spot.first].start, reading.words[spot.last - 1].end
    return any(a <= start and end <= b for a, b in (event.anchor, *event.more))


def _addressed(reading: Reading, event: EventDraft, spot: Spot, direct: bool) -> bool:
    """Whether a state is the one that is asked or given something, not where it happens."""
    if direct and reading.words[spot.first].lower in place_words(reading.lang).to:
        return True
    code = reading.knowledge.state(spot.name)
    return spot.word.dep in ("obl:arg", "iobj") or any(a.country == code for a in event.recipient)


def _told(event: EventDraft, spots: dict[int, list[Spot]]) -> Spot | None:
    """For an act on the ground that names no place: the place nearest to it in its own sentence."""
    if event.type not in GROUND:
        return None
    for word in (event.word, *event.more_words):
        here = [s for s in spots.get(word.sentence, ()) if s.kind == "in"]
        if here:
            return min(here, key=lambda s: abs(s.first - word.i))
    return None


def _countries(reading: Reading, spots: list[Spot]) -> tuple[str, ...]:
    """The states the article names, most named first: a town's name means the one in one of them."""
    counts: dict[str, int] = {}
    for s in spots:
        code = reading.knowledge.state(s.name) if s.state else None
        if code:
            counts[code] = counts.get(code, 0) + 1
    for e in reading.events:
        for a in (*e.actor, *e.recipient):
            if a.country:
                counts[a.country] = counts.get(a.country, 0) + 1
    return tuple(sorted(counts, key=lambda c: -counts[c]))


def _known(reading: Reading, spot: Spot, countries: tuple[str, ...]) -> Place:
    found = reading.knowledge.place(spot.name, countries)
    if found is not None:
        return found.model_copy(update={"name": spot.name})
    return Place(name=spot.name, country=reading.knowledge.state(spot.name))
