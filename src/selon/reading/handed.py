"""Handed on: sides that an event takes from the event it is about.

Who threatens to attack X threatens X; lifting the sanctions against X is done to X; prisoners are released by
who holds them.
"""

from __future__ import annotations

from selon.reading.mentions import Mention
from selon.reading.work import ActorDraft, EventDraft, Word

CAPTURE = frozenset({"arrest", "abduct"})
BURDENS = frozenset({"SANCTION", "COERCE"})  # what is lifted

DEEDS = frozenset({"ASSAULT", "COERCE"})  # what one is accused of

Merged = list[tuple[EventDraft, list[Mention]]]


def hand_on(merged: Merged, owner: dict[int, EventDraft]) -> None:
    """Fill sides from the events that other events are about."""
    for event, members in merged:
        if event.type == "THREATEN" and not event.recipient:
            event.recipient = _first(_about(members, owner), event.actor)
        if event.type == "RETREAT" and event.mode == "release" and not event.actor and event.recipient:
            event.actor = _captor(event, [e for e, _ in merged])
        if event.type == "RETREAT" and event.mode is None and not event.recipient:
            lifted = [e for e in _about(members, owner) if e.type in BURDENS]
            event.recipient = _first(lifted, event.actor)


def _about(members: list[Mention], owner: dict[int, EventDraft]) -> list[EventDraft]:
    """The events that stand at the object, infinitive or complement of an event's mentions."""
    out: list[EventDraft] = []
    for m in members:
        args, g = m.args, m.args.grammar
        words: list[Word] = [*args.obj, *args.xcomp, *args.ccomp, *args.words(g.genitive), *args.words(g.dative)]
        out.extend(owner[w.i] for w in (*words, *m.used) if w.i in owner)
    return out


def _first(events: list[EventDraft], others: list[ActorDraft]) -> list[ActorDraft]:
    """The recipients of the first event that has any who are not on the other side."""
    for e in events:
        found = [r for r in e.recipient if all(r is not o for o in others)]
        if found:
            return found
    return []


def _captor(event: EventDraft, events: list[EventDraft]) -> list[ActorDraft]:
    """Who arrested or took those who are to be released."""
    for e in events:
        if e.mode in CAPTURE and e.actor and any(r is q for r in e.recipient for q in event.recipient):
            return list(e.actor)
    return []


def blame(merged: Merged, owner: dict[int, EventDraft]) -> None:
    """Who is accused of a deed has done it; where the accused attacks the accuser's country, to the accuser's."""
    hostile = {(a.country, r.country) for e, _ in merged if e.type == "ASSAULT" for a in e.actor for r in e.recipient}
    for event, members in merged:
        if event.type != "ACCUSE" or not event.recipient or event.mode == "investigate":
            continue
        for deed in _about(members, owner):
            if deed.type not in DEEDS:
                continue
            if not deed.actor:
                deed.actor = [a for a in event.recipient if all(a is not r for r in deed.recipient)]
            sides = {(a.country, r.country) for a in deed.actor for r in event.actor}
            foreign = all(a.country != r.country for a in deed.actor for r in event.actor)
            if deed.type == "COERCE" and not deed.recipient and foreign and sides & hostile:
                deed.recipient = list(event.actor)
