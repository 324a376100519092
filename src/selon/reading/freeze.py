"""Freeze: the drafts of one reading become the record."""

from __future__ import annotations

from selon.reading.work import ActorDraft, EventDraft, Reading, StatementDraft
from selon.record import (
    Actor,
    Credit,
    Document,
    Event,
    Evidence,
    Party,
    Reader,
    Span,
    Statement,
    digest,
    text_hash,
)


def freeze(reading: Reading, reader: Reader, language: str) -> Document:
    """The Document of a finished reading; ids are hashes of article id, type or kind, and offsets."""
    article, text = reading.article, reading.text
    _give_ids(reading)
    used = {id(a) for s in reading.statements for a in (*s.speakers, *s.addressees)}
    used |= {id(a) for e in reading.events for a in (*e.actor, *e.recipient)}
    named = {a.name: a.id for a in reading.cast.actors}
    actors = [a for a in reading.cast.actors if id(a) in used or (a.mentions and a.kind != "place")]
    return Document(
        reader=reader, id=article.id, text_hash=text_hash(text), language=language, title=article.title,
        publisher=article.publisher, url=article.url, published=article.published, text=text,
        credits=tuple(Credit(span=Span.of(text, c.start, c.end), name=c.name, ref=named.get(c.name)) for c in reading.credits),
        actors=tuple(_actor(a, text) for a in actors),
        statements=tuple(_statement(s, text) for s in reading.statements),
        events=tuple(_event(e, text) for e in reading.events),
        notes=tuple(reading.notes),
    )  # fmt: skip


def _give_ids(reading: Reading) -> None:
    key = reading.article.id
    for n, a in enumerate(reading.cast.actors):
        a.id = digest("actor", key, a.kind, a.name, *(a.mentions[0] if a.mentions else ("no mention", n)), length=12)
    for s in reading.statements:
        flat = [x for span in s.content for x in span]
        s.id = digest("statement", key, s.kind, *flat, "cue", *(s.cue or (None, None)), length=12)
    for e in reading.events:
        e.id = digest("event", key, e.type, *e.anchor, length=12)


def _spans(spans: list[tuple[int, int]], text: str) -> tuple[Span, ...]:
    return tuple(Span.of(text, a, b) for a, b in spans)


def _party(a: ActorDraft) -> Party:
    return Party(ref=a.id, name=a.name, country=a.country, sector=a.sector)


def _actor(a: ActorDraft, text: str) -> Actor:
    return Actor(
        id=a.id, name=a.name, label=a.label, kind="body" if a.kind == "place" else a.kind,  # type: ignore[arg-type]
        country=a.country, sector=a.sector, office=a.office,
        ownership=a.ownership, wikidata=a.wikidata, mentions=_spans(sorted(set(a.mentions)), text),  # type: ignore[arg-type]
    )  # fmt: skip


def _statement(s: StatementDraft, text: str) -> Statement:
    return Statement(
        id=s.id, content=_spans(s.content, text), kind=s.kind,  # type: ignore[arg-type]
        cue=Span.of(text, *s.cue) if s.cue else None, source=Span.of(text, *s.source) if s.source else None, medium=s.medium,
        speakers=tuple(map(_party, s.speakers)), addressees=tuple(map(_party, s.addressees)),
        within=s.within.id if s.within else None, evidence=Evidence(rule=s.rule, words=tuple(s.words_used)),
    )  # fmt: skip


def _event(e: EventDraft, text: str) -> Event:
    return Event(
        id=e.id, type=e.type, mode=e.mode, context=e.context, anchor=Span.of(text, *e.anchor), more=_spans(e.more, text),  # type: ignore[arg-type]
        actor=tuple(map(_party, e.actor)), recipient=tuple(map(_party, e.recipient)), date=e.date, place=e.place,
        status=e.status, count=e.count, according_to=tuple(s.id for s in e.according_to), chains=e.chains,  # type: ignore[arg-type]
        evidence=Evidence(rule=e.rule, words=tuple(e.words_used)),
    )  # fmt: skip
