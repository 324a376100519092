"""The place of each event: where the text puts it, else, for what happens on the ground, the place just told."""

from __future__ import annotations

from selon.reading.circumstances.attach import NEVER, Scene
from selon.reading.circumstances.spots import Spot, find_spots
from selon.reading.circumstances.where import FARTHEST, GROUND, REAL, Where
from selon.reading.work import EventDraft, Reading, Word
from selon.record import Place

SHARED = 2.0  # how much farther than its nearest event a place may be from another one that has it too

Offer = tuple[float, int, Spot]  # price, order, place


def place_events(reading: Reading, scene: Scene) -> None:
    """Sets `.place` of every event."""
    spots = find_spots(reading)
    by_sentence: dict[int, list[Spot]] = {}
    for s in spots:
        by_sentence.setdefault(s.word.sentence, []).append(s)
    countries = _countries(reading, spots)
    where = Where(reading, scene)
    offers = _offers(reading, where, by_sentence)
    for event in reading.events:
        found = offers.get(id(event))
        best = min(found, key=lambda o: o[:2])[2] if found else _told(event, by_sentence, where)
        if best is not None:
            event.place = _known(reading, best, countries)


def _offers(reading: Reading, where: Where, spots: dict[int, list[Spot]]) -> dict[int, list[Offer]]:
    """The places that each event may have: those near it, unless another event is so much nearer to them."""
    by_sentence: dict[int, list[tuple[EventDraft, Word]]] = {}
    for event in reading.events:
        for word in (event.word, *event.more_words):
            if word.sentence in spots:
                by_sentence.setdefault(word.sentence, []).append((event, word))
    out: dict[int, list[Offer]] = {}
    for sentence, events in by_sentence.items():
        for n, spot in enumerate(spots[sentence]):
            prices = [(where.price(event, word, spot), event) for event, word in events]
            nearest = min((price for price, _ in prices), default=NEVER)
            for price, event in prices:
                if price <= min(FARTHEST, nearest + SHARED):
                    out.setdefault(id(event), []).append((price, n, spot))
    return out


def _told(event: EventDraft, spots: dict[int, list[Spot]], where: Where) -> Spot | None:
    """For an act on the ground that names no place: the place nearest to it in its own sentence."""
    if event.type not in GROUND or event.status not in REAL:
        return None
    for word in (event.word, *event.more_words):
        here = [s for s in spots.get(word.sentence, ()) if s.kind == "in" and not where.another(s, word)]
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
