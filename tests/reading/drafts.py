"""Readings with one event each, set on the word that a sentence marks with braces: the circumstances step by itself."""

from __future__ import annotations

from selon.lang import words as language
from selon.reading import load
from selon.reading.actors import find_actors
from selon.reading.circumstances import add_circumstances
from selon.reading.cues import find_cues
from selon.reading.layout import lay_out
from selon.reading.parse import parse
from selon.reading.speakers import find_speakers
from selon.reading.statements import find_statements
from selon.reading.work import EventDraft, Reading, Word
from selon.record import Article


def event(marked: str, type_: str = "ASSAULT", published: str | None = None, status: str = "happened") -> EventDraft:
    """The event on the words in braces, with its circumstances; a second pair of braces is a later mention."""
    text, anchors, at = "", [], 0
    for piece in marked.split("{"):
        inside, closed, after = piece.partition("}")
        if closed:
            anchors.append((at, at + len(inside)))
        text += inside + after
        at = len(text)
    it = load("fr")
    reading = Reading(Article(id="t", text=text, published=published), language("fr"), it.knowledge)
    reading.layout, _ = lay_out(text)
    parse(reading, it.nlp)
    find_cues(reading)
    find_actors(reading)
    find_statements(reading)
    find_speakers(reading)
    words = [head(reading, a, b) for a, b in anchors]
    draft = EventDraft(type_, None, anchors[0], words[0], "test", more=anchors[1:], more_words=words[1:], status=status)
    reading.events.append(draft)
    add_circumstances(reading)
    return draft


def head(reading: Reading, start: int, end: int) -> Word:
    """The word of a span on which the others hang."""
    inside = [w for w in reading.words if w.start < end and w.end > start]
    return next((w for w in inside if w.head is w or w.head not in inside), inside[0])
