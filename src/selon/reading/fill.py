"""Fill: sides that a mention leaves out and that the text states nearby.

What is accused or praised tells whom: the doer of the happening spoken of, or the party that its
phrase names. A coordinated verb shares its neighbour's recipient. Who attacks a party elsewhere in the article is taken
for the doer of an act against it that names none.
"""

from __future__ import annotations

import functools

from selon.lang import read_table
from selon.reading.mentions import Mention
from selon.reading.scene import Scene
from selon.reading.sides import FORCE
from selon.reading.subjects import case_of
from selon.reading.work import ActorDraft, EventDraft, Word

ABOUT = frozenset({"ACCUSE", "SUPPORT"})  # types that are about somebody
SPOKEN = frozenset({"ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN"})  # who says them does no deed inside them
LEADS = frozenset({"xcomp", "advcl", "obj", "root"})  # how what the subject does hangs on its verb
LED = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "AID", "RETREAT", "AGREE", "CONSULT"})
WIDEST = 40  # words of a phrase that is searched for a party


def fill(scene: Scene, merged: list[tuple[EventDraft, list[Mention]]]) -> None:
    """Complete the sides of the article's events."""
    owner = {m.word.i: event for event, members in merged for m in members}
    for event, members in merged:
        if event.type == "REQUEST" and not event.recipient:
            event.recipient = _asked(members[0], event, owner)
        if event.type in ABOUT and not event.recipient and event.mode != "investigate":
            for m in members:
                event.recipient = [a for a in _spoken_of(scene, m, owner) if all(a is not o for o in event.actor)]
                if event.recipient:
                    break
    _deniers(scene, merged)
    _main_subject(scene, merged)
    _wars(scene, merged)
    for event, members in merged:
        if event.type == "ASSAULT" and event.actor and not event.recipient:
            event.recipient = _less(_struck(scene, members), event.actor)
        if event.type == "ACCUSE" and event.actor and not event.recipient and event.mode != "investigate":
            event.recipient = _near(scene, members[0], event)
    for event, members in merged:
        if not event.recipient and event.type not in SPOKEN:
            event.recipient = _less(_shared(scene, members[0], owner), event.actor)
    _opponents([event for event, _ in merged])


@functools.cache
def wars() -> dict[str, tuple[str, str, int, int]]:
    """Who fights whom in a war that is called by its place, with its years."""
    rows = read_table("knowledge", "wars.tsv")
    return {r["place"]: (r["actor"], r["recipient"], int(r["from"]), int(r["until"] or 9999)) for r in rows}


def _wars(scene: Scene, merged: list[tuple[EventDraft, list[Mention]]]) -> None:
    """`la guerre en Ukraine`: the sides of a war called by its place, where the article names both of them."""
    reading = scene.reading
    year = int((reading.article.published or "0000")[:4])
    named = [a for a in reading.cast.actors if a.country and (a.kind == "state" or a.sector == "GOV")]
    by_country = {a.country: a for a in sorted(named, key=lambda a: a.kind == "state")}
    for event, members in merged:
        if (
            event.type != "ASSAULT"
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


def _struck(scene: Scene, members: list[Mention]) -> list[ActorDraft]:
    """The country of the place that an act of force hits."""
    for m in members:
        around = [m.args, scene.args(m.word.head)] if m.word.rel == "nsubj" else [m.args]
        places = [w for a in around for case, words in a.by_case.items() if case in scene.locative for w in words]
        for w in [*m.args.obj, *places]:
            if w.ent == "LOC" or w.pos == "PROPN":
                found = [a for a in scene.own_parties(w) if a.country]
                if found:
                    return found
                country = scene.reading.knowledge.country_of_place(w.text)
                if country:
                    return [scene.state(country, w)]
    return []


def _near(scene: Scene, m: Mention, event: EventDraft) -> list[ActorDraft]:
    """The next party of another country in the sentence, after the word or else before it."""
    words = scene.reading.sentence_words(m.word.sentence)
    for w in [w for w in words if w.i > m.word.i] + [w for w in reversed(words) if w.i < m.word.i]:
        if w.pos in ("NOUN", "PROPN", "PRON") and not _place(scene, w):
            found = [a for a in _less(scene.own_parties(w), event.actor) if a.country and a.sector != "MED"]
            if found:
                return found
    return []


def _deniers(scene: Scene, merged: list[tuple[EventDraft, list[Mention]]]) -> None:
    """Who denies a deed is who is said to have done it."""
    denying = scene.book.status.get("verb", {})
    for event, members in merged:
        head = members[0].word.head
        if event.status == "negated" and not event.actor and denying.get(head.lemma.lower()) == "negated":
            event.actor = _less(scene.parties(scene.args(head).subj), event.recipient)


def _main_subject(scene: Scene, merged: list[tuple[EventDraft, list[Mention]]]) -> None:
    """A deed inside a sentence whose doer is left out is the doing of the sentence's subject."""
    for event, members in merged:
        if event.actor or event.type not in LED:
            continue
        for m in members:
            if (m.frame.pos == "V" and m.args.passive) or m.word.rel not in LEADS:
                continue
            found = _less(_root_subject(scene, m.word), event.recipient)
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


def _asked(m: Mention, event: EventDraft, owner: dict[int, EventDraft]) -> list[ActorDraft]:
    """Of whom something is asked: who would do it."""
    for w in [*m.args.obj, *m.args.xcomp, *m.args.ccomp, *m.args.words(m.args.grammar.dative)]:
        other = owner.get(w.i)
        if other is not None and other is not event and other.status == "hypothetical":
            found = [a for a in other.actor if all(a is not o for o in event.actor)]
            if found:
                return found
    return []


def _less(found: list[ActorDraft], others: list[ActorDraft]) -> list[ActorDraft]:
    return [a for a in found if all(a is not o and (a.country is None or a.country != o.country) for o in others)]


def _spoken_of(scene: Scene, m: Mention, owner: dict[int, EventDraft]) -> list[ActorDraft]:
    """Whom an accusation, request or praise is about."""
    words = _phrase(m)
    for w in words:
        other = owner.get(w.i)
        if other is not None and other.word is not m.word and _less(other.actor, m.actor):
            return _less(other.actor, m.actor)
    struck = [r for w in words if (o := owner.get(w.i)) is not None and o.type in FORCE for r in o.recipient]
    for w in words:
        if w.pos in ("NOUN", "PROPN", "ADJ", "DET", "PRON") and not _place(scene, w):
            found = [
                a
                for a in scene.own_parties(w)
                if (a.country or a.kind == "person")
                and all(a is not o for o in m.actor)
                and all(a is not o and (not a.country or a.country != o.country) for o in struck)
            ]
            if found:
                return scene.parties([w]) if w.pos != "ADJ" else found
    return []


def _place(scene: Scene, w: Word) -> bool:
    """Whether a name only says where."""
    if w.ent != "LOC":
        return False
    return case_of(w) in scene.locative or not any(a.kind in ("state", "body") for a in scene.own_parties(w))


def _phrase(m: Mention) -> list[Word]:
    """The words below a mention's complements, in text order."""
    roots = [*m.args.obj, *m.args.xcomp, *m.args.ccomp] if m.frame.pos != "N" else []
    for case, words in m.args.by_case.items():
        if m.frame.type != "REQUEST" or case in m.args.grammar.bound:
            roots.extend(words)
    roots.extend(c for c in m.args.mods if c.rel in ("advcl", "acl", "amod") and c.i > m.word.i)
    out: list[Word] = []
    seen: set[int] = set()
    for root in roots:
        if len(out) > WIDEST:
            break
        for w in root.subtree():
            if w.i not in seen and w.i > m.word.i:
                seen.add(w.i)
                out.append(w)
    out.sort(key=lambda w: w.i)
    return out[:WIDEST]


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
        if e.type != "ASSAULT" or e.actor or e.status == "negated":
            continue
        doers = {k: a for r in e.recipient if r.country for k, a in against.get(r.country, {}).items()}
        if len(doers) == 1:
            e.actor = list(doers.values())
