"""The date of each event: the expression nearest to one of its mentions, or a finer one that agrees with it."""

from __future__ import annotations

from collections.abc import Iterable

from selon.reading.circumstances.along import Beside
from selon.reading.circumstances.attach import NEVER, Scene
from selon.reading.circumstances.claims import WHEN, claims
from selon.reading.circumstances.dates import DateMention, dates_of
from selon.reading.circumstances.datewords import lemmas
from selon.reading.circumstances.edtf import week_apart
from selon.reading.circumstances.moments import UNKNOWN_YEAR
from selon.reading.work import Reading

FARTHEST = 7.5  # a dearer attachment is no attachment; set on gold/train
SHARED = 3.0  # how much dearer than the nearest event's another one's claim to the same date may be
ASKED = 2.5
OWN = 1.0  # the cost of what hangs on the word itself
Offer = tuple[float, int, DateMention]


def date_events(reading: Reading, scene: Scene) -> None:
    """Sets `.date` of every event."""
    by_word = offers(reading, scene)
    beside = Beside.of(reading, scene)
    yearly = lemmas(reading.lang, "anniversary")
    for event in reading.events:
        words = (event.word, *event.more_words)
        near = [o for w in words for o in by_word.get(w.i, ())]
        recalled = any(w.head.lemma in yearly for w in words)
        if event.status == "hypothetical":
            near = [o for o in near if o[0] <= ASKED]  # the day of the request, not of what is requested
        if event.status == "happened" and not recalled:
            near = [o for o in near if o[0] <= OWN or not o[2].ahead]
        event.date = _choose(near)
        if event.date is not None:
            event.date = beside.since(event, event.date)
        if recalled and event.date is not None and len(event.date) == len("2022-02-24"):
            event.date = UNKNOWN_YEAR + event.date[4:]  # the day of an anniversary tells no year
    for event in reading.events:
        if event.date is None:
            event.date = beside.date(event)


def offers(reading: Reading, scene: Scene) -> dict[int, list[Offer]]:
    """For the index of each event word the dates that it may have, with their cost."""
    out: dict[int, list[Offer]] = {}
    for n, m in enumerate(dates_of(reading)):
        if m.value is None and not m.recent:
            continue
        found = claims(reading, scene, m)
        best = min((price for price, _ in found if price > WHEN), default=NEVER)
        for price, word in found:
            if price <= min(FARTHEST, best + SHARED):
                out.setdefault(word.i, []).append((price, n, m))
    return out


def _choose(offers: Iterable[Offer]) -> str | None:
    near = [m for _, _, m in sorted(offers, key=lambda o: o[:2])]
    if near and near[0].value is None:  # "mardi" in an article of no known day: what lies back is another time
        near = [m for m in near if not m.remote]
    near = [m for m in near if m.value is not None]
    if not near:
        return None
    value = near[0].value or ""
    if near[0].guessed:
        value = next((m.value for m in near if m.value and not m.guessed and week_apart(value, m.value)), value)
    coarse = value.rstrip("~") + "-"
    finer = [m.value for m in near[1:] if m.value and m.value.startswith(coarse) and "/" not in m.value]
    return finer[0] if finer else value
