"""Circumstances: when and where an event happened, how many it concerned, and in which context."""

from __future__ import annotations

from selon.reading.circumstances.attach import Scene
from selon.reading.circumstances.context import add_contexts
from selon.reading.circumstances.counts import CountMention, find_counts
from selon.reading.circumstances.dates import DateMention, dates_of, find_dates, tokens_of
from selon.reading.circumstances.howmany import count_events
from selon.reading.circumstances.places import place_events
from selon.reading.circumstances.when import date_events
from selon.reading.work import Reading

__all__ = ["CountMention", "DateMention", "add_circumstances", "find_counts", "find_dates"]


def add_circumstances(reading: Reading) -> None:
    """Sets date, place, count and context of every event draft."""
    if not reading.events:
        return
    scene, tokens, dates = Scene.of(reading), tokens_of(reading), dates_of(reading)
    counts = find_counts(reading.text, reading.lang.language, [(d.start, d.end) for d in dates], tokens)
    date_events(reading, scene)
    place_events(reading, scene)
    count_events(reading, scene, counts)
    add_contexts(reading, tokens)
