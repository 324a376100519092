"""Fill: sides that a mention leaves out and that the text states nearby.

What is accused or praised tells whom: the doer of the happening spoken of, or the party that its
phrase names. A coordinated verb shares its neighbour's recipient. Who attacks a party elsewhere in the article is taken
for the doer of an act against it that names none.
"""

from __future__ import annotations

from selon.reading.handed import blame, hand_on
from selon.reading.mentions import Mention
from selon.reading.merge import MUTUAL
from selon.reading.scene import Scene
from selon.reading.sides import dead
from selon.reading.spoken import asked, less, near, spoken_of, told_of
from selon.reading.subjects import surface_subject
from selon.reading.wars import foreign_victims, name_wars
from selon.reading.work import ActorDraft, EventDraft, Word

ABOUT = frozenset({"ACCUSE", "PROTEST", "SUPPORT"})  # types that are about somebody
SPOKEN = frozenset({"ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN"})  # who says them does no deed inside them
ARMS = frozenset({"GOV", "MIL"})  # sectors by which a state strikes
LEADS = frozenset({"xcomp", "advcl", "obj", "root"})  # how what the subject does hangs on its verb
LED = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "AID", "RETREAT", "AGREE", "CONSULT"})


def fill(scene: Scene, merged: list[tuple[EventDraft, list[Mention]]]) -> None:
    """Complete the sides of the article's events."""
    owner = {m.word.i: event for event, members in merged for m in members}
    hand_on(merged, owner)
    for event, members in merged:
        if event.mode == "visit":  # `en Asie`, `dans la région`: nobody's
            event.recipient = [r for r in event.recipient if not _nobody_s(r)]
        if event.type == "REQUEST" and not event.recipient:
            event.recipient = asked(members[0], event, owner)
        if event.type in ABOUT and not event.recipient and event.mode != "investigate":
            for m in members:
                found = (told_of(scene, m) if event.type == "ACCUSE" else []) or spoken_of(scene, m, owner)
                event.recipient = [a for a in found if all(a is not o for o in event.actor)]
                if event.recipient:
                    break
    _occasions(scene, merged, owner)
    _deniers(scene, merged)
    _main_subject(scene, merged)
    for event, _ in merged:
        if event.type == "ASSAULT":
            event.recipient = [r for r in event.recipient if not _itself(r, event.actor)]
    name_wars(scene, merged)
    for event, members in merged:
        if event.type == "ASSAULT" and not event.recipient:
            sure = [m for m in members if event.actor or m.frame.lemma in scene.book.classes["attack"]]
            event.recipient = less(_struck(scene, sure), event.actor)
        if event.type == "ASSAULT" and not event.recipient:
            event.recipient = next((found for m in members if (found := dead(scene, m.word))), [])
        if event.type == "ACCUSE" and event.actor and not event.recipient and event.mode != "investigate":
            event.recipient = near(scene, members[0], event)
    for event, members in merged:
        if not event.recipient and event.type not in SPOKEN and not (event.type in MUTUAL and len(event.actor) > 1):
            event.recipient = less(_shared(scene, members[0], owner), event.actor)
    blame(merged, owner)
    _opponents([event for event, _ in merged])
    foreign_victims(scene, [event for event, _ in merged])


def _nobody_s(place: ActorDraft) -> bool:
    """Whether a place belongs to no state, or the text does not say to which (`la région`)."""
    bare = place.kind == "place" and place.name.islower() and " " not in place.name
    return bare or (place.country is None and place.kind in ("body", "place"))


def _itself(state: ActorDraft, actors: list[ActorDraft]) -> bool:
    """Whether a state would strike itself."""
    return state.kind == "state" and any(a.country == state.country and (a.kind == "state" or a.sector in ARMS) for a in actors)


def _struck(scene: Scene, members: list[Mention]) -> list[ActorDraft]:
    """The country of the place that an act of force hits."""
    for m in members:
        around = [m.args, scene.args(m.word.head)] if m.word.rel == "nsubj" else [m.args]
        light = scene.light(m.word)
        around += [scene.args(light[0])] if light is not None and light[0].rel in ("acl", "amod") else []
        places = [w for a in around for case, words in a.by_case.items() if case in scene.locative for w in words]
        if m.frame.lemma in scene.fray:
            continue  # `le conflit au Mali` is not waged on Mali
        for w in [*m.args.obj, *places]:
            origin = scene.parties([c for c in w.children if c.rel == "amod" and c.pos == "ADJ"])
            if origin and w.pos == "NOUN":
                return origin  # `sur le sol israélien`
            if w.ent == "LOC" or w.pos == "PROPN":
                found = [a for a in scene.own_parties(w) if a.country]
                if found:
                    return found
                country = scene.reading.knowledge.country_of_place(w.text)
                if country:
                    return [scene.state(country, w)]
    return []


def _occasions(scene: Scene, merged: list[tuple[EventDraft, list[Mention]]], owner: dict[int, EventDraft]) -> None:
    """`enlevés par X lors d'une attaque`: who does the one does the other."""
    for event, members in merged:
        if event.type != "ASSAULT" or event.actor:
            continue
        for m in members:
            other = owner.get(m.word.head.head.i) if m.word.head.lemma in scene.occasion else None
            if other is not None and other is not event and other.type == "ASSAULT":
                event.actor = less(other.actor, event.recipient)


def _deniers(scene: Scene, merged: list[tuple[EventDraft, list[Mention]]]) -> None:
    """Who denies a deed is who is said to have done it; who rejects accusations is accused."""
    denying = scene.book.status.get("verb", {})
    for event, members in merged:
        first = members[0]
        head, noun = first.word.head, first.frame.pos == "N" and first.word.rel == "obj"
        denied = denying.get(head.lemma.lower()) == "negated" or head.lemma in scene.rejecting
        if event.type == "ACCUSE" and noun and denied and not event.recipient:
            subjects = scene.args(head).subj or surface_subject(head, scene.grammar)
            event.recipient = [a for a in scene.parties(subjects) if all(a is not o for o in event.actor)]
        elif event.status == "negated" and not event.actor and denying.get(head.lemma.lower()) == "negated":
            event.actor = less(scene.parties(scene.args(head).subj), event.recipient)


def _main_subject(scene: Scene, merged: list[tuple[EventDraft, list[Mention]]]) -> None:
    """A deed inside a sentence whose doer is left out is the doing of the sentence's subject."""
    for event, members in merged:
        if event.actor or event.type not in LED:
            continue
        for m in members:
            staged = m.frame.pos == "N" and scene.book.kind(m.word.head) == "stage"
            if (m.frame.pos == "V" and m.args.passive) or m.word.rel not in LEADS or staged:
                continue
            found = less(_root_subject(scene, m.word), event.recipient)
            if found:
                event.actor = found
                break


def _root_subject(scene: Scene, word: Word) -> list[ActorDraft]:
    up = word
    for _ in range(12):
        if up.head is up:
            break
        up = up.head
        if (
            up.i in scene.cues
            or up.lemma in scene.naming
            or scene.book.kind(up) == "aim"
            or up.lemma.lower() in scene.book.status.get("verb", {})
            or (up.i in scene.found and scene.found[up.i].frame.type in SPOKEN)
        ):
            return []  # who says, asks or accuses does not do it
        if up.pos in ("VERB", "AUX"):
            if scene.args(up).passive:
                return []
            found = scene.parties([w for w in scene.args(up).subj if w is not word])
            if found:
                return found
    return []


def _shared(scene: Scene, m: Mention, owner: dict[int, EventDraft]) -> list[ActorDraft]:
    """The recipient of the verb that a mention is coordinated with."""
    if m.word.rel != "conj" or m.frame.pos != "V":
        return []
    other = owner.get(m.word.head.i)
    return list(other.recipient) if other is not None and any(a is b for a in other.actor for b in m.actor) else []


def _opponents(events: list[EventDraft]) -> None:
    """Give an act of force without a doer the one whom the article names for other acts against the same party."""
    against: dict[str, dict[str, ActorDraft]] = {}
    for e in events:
        for r in e.recipient if e.type == "ASSAULT" else ():
            for a in e.actor:
                if a.country and r.country and a.country != r.country:
                    against.setdefault(r.country, {}).setdefault(a.country, a)
    for e in events:
        if e.type != "ASSAULT" or e.actor or e.status != "happened":
            continue
        doers = {k: a for r in e.recipient if r.country for k, a in against.get(r.country, {}).items()}
        if len(doers) == 1:
            e.actor = list(doers.values())
