"""Merge: mentions of one happening become one event.

Two mentions are one happening when they name the same type, re-name each other (same lemma or family of lemmas) and nothing that
they state of the sides, the status or the number contradicts.
"""

from __future__ import annotations

from selon.reading.scene import Scene
from selon.reading.work import ActorDraft, EventDraft

BODIES = frozenset({"IGO", "UNO", "EUR"})


def merge(scene: Scene, mentions: list[EventDraft]) -> list[EventDraft]:
    """The events of the mentions, in order of their first one."""
    events: list[EventDraft] = []
    by_type: dict[str, list[EventDraft]] = {}
    for m in mentions:
        peers = by_type.setdefault(m.type, [])
        same = next((e for e in reversed(peers) if _same(scene, e, m)), None)
        if same is None:
            events.append(m)
            peers.append(m)
        else:
            _join(same, m)
    return events


def _same(scene: Scene, event: EventDraft, m: EventDraft) -> bool:
    if not _renames(scene, event, m):
        return False
    if (event.status == "negated") != (m.status == "negated"):
        return False
    return _compatible(event.actor, m.actor) and _compatible(event.recipient, m.recipient)


def _renames(scene: Scene, event: EventDraft, m: EventDraft) -> bool:
    """Whether the mention's lemma may name the event again."""
    a, b = event.word.lemma.lower(), m.word.lemma.lower()
    if a == b or any(w.lemma.lower() == b for w in event.more_words):
        return True
    families = scene.book.families
    family = families.get(b)
    return family is not None and family in scene.book.broad and (families.get(a) == family or any(families.get(w.lemma.lower()) == family for w in event.more_words))


def _compatible(a: list[ActorDraft], b: list[ActorDraft]) -> bool:
    """Whether two lists of parties may be the same: one is empty, they share somebody, or a country."""
    if not a or not b:
        return True
    if any(x is y for x in a for y in b):
        return True
    countries = {_country(x) for x in a} & {_country(y) for y in b}
    return bool(countries - {None})


def _country(actor: ActorDraft) -> str | None:
    return "IGO" if actor.country in BODIES else actor.country


def _join(event: EventDraft, m: EventDraft) -> None:
    event.more.append(m.anchor)
    event.more_words.append(m.word)
    event.statuses.append(m.status)
    event.actor = event.actor or m.actor
    event.recipient = event.recipient or [r for r in m.recipient if all(r is not a for a in event.actor)]
    event.mode = event.mode or m.mode
