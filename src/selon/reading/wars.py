"""Wars: who fights whom in a war that a text calls by its place (`la guerre en Ukraine`)."""

from __future__ import annotations

import functools

from selon.lang import read_table
from selon.reading.mentions import Mention
from selon.reading.scene import Scene
from selon.reading.work import EventDraft

ARMED = frozenset({"PRM", "REB", "UAF"})  # sectors of armed groups
WARLIKE = frozenset({"ASSAULT", "COERCE"})


@functools.cache
def wars() -> dict[str, tuple[str, str, int, int]]:
    """Who fights whom in a war that is called by its place, with its years."""
    rows = read_table("knowledge", "wars.tsv")
    return {r["place"]: (r["actor"], r["recipient"], int(r["from"]), int(r["until"] or 9999)) for r in rows}


def name_wars(scene: Scene, merged: list[tuple[EventDraft, list[Mention]]]) -> None:
    """`la guerre en Ukraine`: the sides of a war called by its place, where the article names both of them."""
    reading = scene.reading
    year = int((reading.article.published or "0000")[:4])
    named = [a for a in reading.cast.actors if a.country and (a.kind == "state" or a.sector == "GOV")]
    by_country = {a.country: a for a in sorted(named, key=lambda a: a.kind == "state")}
    for event, members in merged:
        if (
            event.type not in WARLIKE
            or (event.actor and event.recipient)
            or not any(m.frame.lemma in scene.waged for m in members)
        ):
            continue
        for m in members:
            words = [w for ws in m.args.by_case.values() for w in ws] + [w for w in m.args.mods if w.rel == "amod"]
            places = {a.country for w in words for a in scene.own_parties(w)} | {r.country for r in event.recipient}
            war = next((wars()[p] for p in places if p is not None and p in wars()), None)
            if war is None or not (year == 0 or war[2] <= year <= war[3] + 1):
                continue
            if war[0] in by_country and war[1] in by_country:
                event.actor, event.recipient = [by_country[war[0]]], [by_country[war[1]]]
                break


def foreign_victims(scene: Scene, events: list[EventDraft]) -> None:
    """Victims whose country is only a guess are not their attacker's people where it attacks another country.

    Only for armed groups that strike a foreign state, and for states at war by the table.
    """
    attacks: dict[str, set[str]] = {}
    facts = scene.reading.cast.registry.known
    struck = [(a, r) for e in events if e.type == "ASSAULT" for a in e.actor for r in e.recipient if a.country]
    for a, r in struck:
        if r.country is None:
            continue
        at_war = any(row[:2] == (a.country, r.country) for row in wars().values())
        if a.country != r.country and not facts(r).guessed and (at_war or (a.sector in ARMED and r.kind == "state")):
            attacks.setdefault(a.country or "", set()).add(r.country or "")
    for a, r in struck:
        others = attacks.get(a.country or "", set())
        unknown = facts(r).guessed if a.country == r.country else r.country is None and r.kind == "person"
        if len(others) == 1 and unknown and not facts(a).guessed:
            r.country = next(iter(others))
