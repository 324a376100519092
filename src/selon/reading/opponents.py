"""Opponents: who attacks a party elsewhere in the article is taken for the doer of an act against it that names none.

Only where the party has one opponent. Whom an act hits is not taken from there: what a text does not say stays open.
"""

from __future__ import annotations

from selon.reading.work import ActorDraft, EventDraft

ARMED = frozenset({"REB", "UAF", "PRM", "CRM"})  # sectors that fight their own country's state

Camp = tuple[str, bool]  # country, and whether armed against it


def camp(actor: ActorDraft) -> Camp | None:
    """The side of a conflict that an actor belongs to; None for one of unknown country who is no armed group."""
    armed = actor.sector in ARMED
    if actor.country is None:
        return (actor.name, True) if armed else None
    return actor.country, armed


def name_opponents(events: list[EventDraft]) -> None:
    """Give acts of force without a doer the one whom the article names for other acts against the same side."""
    suffers: dict[Camp, dict[Camp, ActorDraft]] = {}  # whom -> doer
    for e in events:
        if e.type != "ASSAULT" or e.status == "negated":
            continue
        for a in e.actor:
            for r in e.recipient:
                one, other = camp(a), camp(r)
                if one is not None and other is not None and one != other:
                    suffers.setdefault(other, {}).setdefault(one, a)
    for e in events:
        if e.type == "ASSAULT" and e.status != "negated" and e.recipient and not e.actor:
            e.actor = _only(e.recipient, suffers)


def _only(side: list[ActorDraft], opposed: dict[Camp, dict[Camp, ActorDraft]]) -> list[ActorDraft]:
    """The opponent of a side where it has one only."""
    found: dict[Camp, ActorDraft] = {}
    for a in side:
        one = camp(a)
        if one is not None:
            found.update(opposed.get(one, {}))
    found = {c: a for c, a in found.items() if all(c != camp(s) for s in side)}
    return list(found.values()) if len({c[0] for c in found}) == 1 else []
