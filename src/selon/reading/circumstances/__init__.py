"""Circumstances: when and where an event happened, how many it concerned, and in which context."""

from __future__ import annotations

from selon.reading.circumstances.attach import Scene
from selon.reading.circumstances.context import add_contexts
from selon.reading.circumstances.counts import CountMention, find_counts
from selon.reading.circumstances.dates import DateMention, find_dates
from selon.reading.circumstances.howmany import count_events
from selon.reading.circumstances.places import place_events
from selon.reading.circumstances.tokens import tokenize
from selon.reading.circumstances.when import date_events
from selon.reading.work import Reading

__all__ = ["CountMention", "DateMention", "add_circumstances", "find_counts", "find_dates"]


def add_circumstances(reading: Reading) -> None:
    """Sets date, place, count and context of every event draft."""
    if not reading.events:
        return
    scene, language, tokens = Scene.of(reading), reading.lang.language, tokenize(reading.text)
    dates = find_dates(reading.text, reading.words, reading.article.published, language, tokens)
    counts = find_counts(reading.text, language, [(d.start, d.end) for d in dates], tokens)
    date_events(reading, scene, dates)
    place_events(reading, scene)
    count_events(reading, scene, counts)
    add_contexts(reading, tokens)
