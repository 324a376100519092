"""The date that each mention of an event has by itself, before mentions are joined: two dates are two happenings."""

from __future__ import annotations

from selon.reading.circumstances.attach import Scene
from selon.reading.circumstances.edtf import apart
from selon.reading.circumstances.when import offers
from selon.reading.work import EventDraft, Reading

SURE = 3.0  # dearer attachments are no ground for keeping two mentions apart


def stated_dates(reading: Reading, mentions: list[EventDraft]) -> dict[int, str]:
    """For the index of an event's word the EDTF value of the date that is surely its own."""
    out = {}
    for i, near in offers(reading, Scene.of(reading, mentions)).items():
        price, _, m = min(near, key=lambda o: o[:2])
        if price <= SURE and m.value is not None:
            out[i] = m.value
    return out


__all__ = ["apart", "stated_dates"]
