"""Spoken of: whom an accusation, request or praise is about, where its own frame leaves it open."""

from __future__ import annotations

from selon.reading.mentions import Mention
from selon.reading.scene import Scene
from selon.reading.sides import FORCE
from selon.reading.subjects import case_of
from selon.reading.work import ActorDraft, EventDraft, Word

DONE_TO = FORCE | {"SANCTION"}  # types whose victim is not the one spoken of
WIDEST = 40  # words of a phrase that is searched for a party


def less(found: list[ActorDraft], others: list[ActorDraft]) -> list[ActorDraft]:
    """Those who are not among the others, nor of the country of one of them."""
    return [a for a in found if all(a is not o and (a.country is None or a.country != o.country) for o in others)]


def spoken_of(scene: Scene, m: Mention, owner: dict[int, EventDraft]) -> list[ActorDraft]:
    """Whom an accusation, request or praise is about."""
    words = _phrase(scene, m) if m.frame.type != "PROTEST" else _against(scene, m)
    named = [owner[c.i] for c in m.args.mods if c.rel == "advcl" and c.i in owner]
    for blamed in named:
        if blamed.type == m.frame.type and blamed.recipient and blamed.word is not m.word:
            return list(blamed.recipient)  # `X a condamné l'attaque, accusant Y`
    for w in words:
        other = owner.get(w.i)
        if other is not None and other.word is not m.word:
            found = [a for a in other.actor if all(a is not o for o in m.actor)]
            if found:
                return found
    struck = [r for w in words if (o := owner.get(w.i)) is not None and o.type in DONE_TO for r in o.recipient]
    aside = {k.i for w in words if m.frame.type != "PROTEST" and _describes(w) for k in w.subtree()}
    for w in words:
        if w.i in aside:
            continue
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


def _describes(clause: Word) -> bool:
    """Whether a relative clause only says more of its noun (`la libération de la ville, qui ouvre la voie …`)."""
    subject = clause.child("nsubj") if clause.dep == "acl:relcl" and clause.head.pos == "NOUN" else None
    return subject is not None and subject.feats.get("PronType") == "Rel"


def _place(scene: Scene, w: Word) -> bool:
    """Whether a name only says where."""
    if w.ent != "LOC":
        return all(a.kind == "place" for a in scene.own_parties(w))
    return case_of(w) in scene.locative or not any(
        a.kind == "state" or (a.kind == "body" and a.sector != "CVL") for a in scene.own_parties(w)
    )


def _against(scene: Scene, m: Mention) -> list[Word]:
    """What a protest is against, with the clause that says whose it is (`contre l'accord que X a conclu`)."""
    return [w for key in scene.against for root in m.args.words(key) for w in root.subtree()][:WIDEST]


def _phrase(scene: Scene, m: Mention) -> list[Word]:
    """The words below a mention's complements, in text order."""
    roots = [*m.args.obj, *m.args.xcomp, *m.args.ccomp] if m.frame.pos != "N" else []
    for case, words in m.args.by_case.items():
        if case in scene.circumstances:
            continue
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


def near(scene: Scene, m: Mention, event: EventDraft) -> list[ActorDraft]:
    """The next party of another country in the sentence, after the word or else before it."""
    words = scene.reading.sentence_words(m.word.sentence)
    for w in [w for w in words if w.i > m.word.i] + [w for w in reversed(words) if w.i < m.word.i]:
        if w.pos in ("NOUN", "PROPN", "PRON") and not _place(scene, w):
            found = [a for a in less(scene.own_parties(w), event.actor) if a.country and (a.sector != "JRN" or _inside(scene, w))]
            if found:
                return found
    return []


def _inside(scene: Scene, medium: Word) -> bool:
    """Whether a medium is where something stood, rather than whom it was told (`dans le quotidien`, `à l'AFP`)."""
    case = case_of(medium)
    return case in scene.locative and case != scene.grammar.dative


def told_of(scene: Scene, m: Mention) -> list[ActorDraft]:
    """`« X viole nos droits », déplore Y`: who does what is deplored, the subject of what is said."""
    for s in scene.cues.get(m.word.i, ()):
        first = scene.reading.word_at(s.start) if s.start < m.word.start else None
        i = first.i if first is not None else len(scene.reading.words)
        for w in scene.reading.words[i : i + WIDEST]:
            if w.end > s.end:
                break
            if w.rel == "nsubj" and w.pos in ("NOUN", "PROPN"):
                found = [a for a in scene.parties([w]) if all(a is not o for o in m.actor)]
                if found:
                    return found
    if m.word.dep == "parataxis:insert" and m.word.head.i < m.word.i:
        return scene.parties(scene.args(m.word.head).subj)
    return []


def asked(m: Mention, event: EventDraft, owner: dict[int, EventDraft]) -> list[ActorDraft]:
    """Of whom something is asked: who would do it."""
    for w in [*m.args.obj, *m.args.xcomp, *m.args.ccomp, *m.args.words(m.args.grammar.dative)]:
        other = owner.get(w.i)
        if other is not None and other is not event and other.status == "hypothetical":
            found = [a for a in other.actor if all(a is not o for o in event.actor)]
            if found:
                return found
    return []
