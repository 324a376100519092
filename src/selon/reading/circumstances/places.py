"""The place of each event: where the text puts it, else, for what happens on the ground, the place just told."""

from __future__ import annotations

from selon.reading.circumstances.atlas import Atlas
from selon.reading.circumstances.attach import NEVER, Scene
from selon.reading.circumstances.spots import Spot, find_spots
from selon.reading.circumstances.where import FARTHEST, GROUND, REAL, Where
from selon.reading.work import EventDraft, Reading, Word

SHARED = 2.0  # how much farther than its nearest event a place may be from another one that has it too

Offer = tuple[float, int, Spot]  # price, order, place


def place_events(reading: Reading, scene: Scene) -> None:
    """Sets `.place` of every event."""
    spots = find_spots(reading)
    by_sentence: dict[int, list[Spot]] = {}
    for s in spots:
        by_sentence.setdefault(s.word.sentence, []).append(s)
    where, atlas = Where(reading, scene), Atlas(reading, spots)
    offers = _offers(reading, where, by_sentence)
    for event in reading.events:
        found = offers.get(id(event))
        best = min(found, key=lambda o: o[:2])[2] if found else _told(event, by_sentence, where)
        if best is not None:
            words = reading.text[reading.words[best.first].start : reading.words[best.last - 1].end]
            event.place = atlas.place(best, "place_of_the_event" if found else "place_of_the_sentence", words)


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
        here = [s for s in spots.get(word.sentence, ()) if s.kind == "in" and not s.country and not where.another(s, word)]
        if here:
            return min(here, key=lambda s: abs(s.first - word.i))
    return None
