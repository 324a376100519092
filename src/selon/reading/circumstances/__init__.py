"""Circumstances: when and where an event happened, how many it concerned, and in which context."""

from __future__ import annotations

from selon.reading.circumstances.attach import Scene
from selon.reading.circumstances.dates import DateMention, find_dates
from selon.reading.circumstances.when import date_events
from selon.reading.work import Reading

__all__ = ["DateMention", "add_circumstances", "find_dates"]


def add_circumstances(reading: Reading) -> None:
    """Sets date, place, count and context of every event draft."""
    if not reading.events:
        return
    scene = Scene.of(reading)
    dates = find_dates(reading.text, reading.words, reading.article.published, reading.lang.language)
    date_events(reading, scene, dates)
