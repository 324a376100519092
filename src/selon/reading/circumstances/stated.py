"""The date that each mention of an event has by itself, before mentions are joined: two dates are two happenings."""

from __future__ import annotations

from selon.reading.circumstances.attach import Scene
from selon.reading.circumstances.dates import DateMention
from selon.reading.circumstances.edtf import apart, week_apart
from selon.reading.circumstances.when import offers
from selon.reading.work import EventDraft, Reading

SURE = 3.0  # dearer attachments are no ground for keeping two mentions apart


def stated_dates(reading: Reading, mentions: list[EventDraft]) -> dict[int, DateMention]:
    """For the index of an event's word the date that is surely its own."""
    out = {}
    for i, near in offers(reading, Scene.of(reading, mentions)).items():
        price, _, m = min(near, key=lambda o: o[:2])
        if price <= SURE:
            out[i] = m
    return out


def two_times(a: DateMention | None, b: DateMention | None) -> bool:
    """Whether two dates cannot be one time; a weekday whose week no tense tells may be the other's."""
    if a is None or b is None:
        return False
    if a.value is None or b.value is None:
        return (a.recent and b.remote) or (a.remote and b.recent)
    if not apart(a.value, b.value):
        return False
    return not ((a.guessed or b.guessed) and week_apart(a.value, b.value))
