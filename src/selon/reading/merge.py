"""Merge: mentions of one happening become one event.

Two mentions are one happening when they name the same type, re-name each other (same lemma or family of lemmas) and
nothing that they state of the sides or the status contradicts.
"""

from __future__ import annotations

from selon.reading.circumstances.stated import stated_dates, two_times
from selon.reading.frames import Frame
from selon.reading.mentions import Mention
from selon.reading.scene import Scene
from selon.reading.work import ActorDraft, EventDraft

CLOSE, LOOSE = 2, 1  # re-named by the same word or by one of a family that does; by a family of near words
DEEDS = frozenset({"ASSAULT", "COERCE", "ACCUSE", "PROTEST", "SANCTION", "MOBILIZE"})
NONE: frozenset[str] = frozenset()
MUTUAL = frozenset({"CONSULT", "COOPERATE", "AGREE"})  # types whose sides all take part alike
SPOKEN = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})  # types that are mere words
POWERS = frozenset({"COP", "GOV", "JUD", "LEG", "MIL", "SPY"})  # sectors of a state
BODIES = frozenset({"IGO", "UNO", "EUR"})


def merge(scene: Scene, mentions: list[Mention]) -> list[tuple[EventDraft, list[Mention]]]:
    """The events of the mentions with their mentions, in order of the first one."""
    events: list[tuple[EventDraft, list[Mention]]] = []
    _turn(scene, mentions)
    by_type: dict[str, list[tuple[EventDraft, list[Mention]]]] = {}
    dates = stated_dates(scene.reading, [_event(m) for m in mentions])
    for m in mentions:
        m.date = dates.get(m.word.i)
        peers = by_type.setdefault(m.frame.type, [])
        same = next((e for e in reversed(peers) if _same(scene, e[0], e[1], m)), None)
        if same is None:
            fresh = (_event(m), [m])
            events.append(fresh)
            peers.append(fresh)
        else:
            _join(same[0], same[1], m)
    for event, members in events:
        event.status = _status(event.type, members)
    return events


def _turn(scene: Scene, mentions: list[Mention]) -> None:
    """`l'invasion de X`: X does it where the article elsewhere has X only as the one who strikes."""
    strikes = {_country(a) for m in mentions if m.frame.type == "ASSAULT" and m.recipient for a in m.actor} - {None}
    struck = {
        _country(r) for m in mentions if m.frame.type == "ASSAULT" and m.actor for r in m.recipient
    } - {None}
    for m in mentions:
        if m.frame.type == "ASSAULT" and m.frame.pos == "N" and not m.actor and m.recipient:
            countries = {_country(r) for r in m.recipient}
            own = scene.parties(m.args.words("gen"))
            if countries <= strikes - struck and any(r is o for r in m.recipient for o in own):
                m.actor, m.recipient = m.recipient, []


def _status(type_: str, members: list[Mention]) -> str:
    """What the text says where it says it; a deed that another mention takes for granted has happened."""
    said = [m.status for m in members if m.strong]
    if not said:
        return members[0].status
    if type_ in DEEDS and said[0] in ("hypothetical", "planned") and any(not m.strong for m in members):
        return "happened"
    return said[0]


def _event(m: Mention) -> EventDraft:
    event = EventDraft(m.frame.type, m.mode, (m.start, m.end), m.word, m.frame.key)
    event.actor, event.recipient = list(m.actor), list(m.recipient)
    event.statuses = [m.status]
    event.words_used = [m.word.text, *(w.text for w in m.used)]
    return event


def _same(scene: Scene, event: EventDraft, members: list[Mention], m: Mention) -> bool:
    above = m.word.head.head if m.frame.type == "ASSAULT" and m.word.head.lemma in scene.occasion else m.word.head
    if m.word.pos == "NOUN" and any(above is e.word and not _anothers(e, m) for e in members):
        return True  # `condamné à une peine`, `tué lors d'une attaque`
    if any(_counted(scene, e, m) for e in members):
        return True
    if any(two_times(e.date, m.date) or _looks_back(e, m) for e in members):
        return False
    close = _renames(scene, members, m)
    if not close or (close == LOOSE and not _share(event.actor, m.actor) and not _same_victim(event, m)):
        return False
    if any(e.strong and m.strong and (e.status == "negated") != (m.status == "negated") for e in members):
        return False
    if m.status != "negated" and all(e.status == "negated" for e in members) and m.word.sentence != members[-1].word.sentence:
        return False  # a denial, and what somebody else reports after it
    if event.type in MUTUAL and not _same_company([*event.actor, *event.recipient], [*m.actor, *m.recipient]):
        return False
    if _named_apart(scene, event.recipient, m.recipient):
        return False
    if event.type in SPOKEN and _rivals(event.actor, m.actor):
        return False
    return _compatible(event.actor, m.actor) and _compatible(event.recipient, m.recipient)


def _looks_back(told: Mention, m: Mention) -> bool:
    """Whether a mention goes back to a year long past, while the other tells of now with no date of its own."""
    if m.date is None or not m.date.remote or told.date is not None or told.word.sentence == m.word.sentence:
        return False
    return told.strong and told.word.pos == "VERB" and told.word.rel in ("root", "conj") and told.status == "happened"

def _rivals(a: list[ActorDraft], b: list[ActorDraft]) -> bool:
    """Whether two lists of speakers are of different camps of one country (government, opposition, a party)."""
    if not a or not b or _share(a, b):
        return False
    one, other = ({"GOV" if x.sector in POWERS else x.sector for x in xs if x.sector} for xs in (a, b))
    return bool(one and other) and not one & other


def _counted(scene: Scene, deed: Mention, m: Mention) -> bool:
    """`X a répondu par la force, faisant deux morts`: the dead of the deed before."""
    verb = m.word.head
    return m.word.lemma.lower() in scene.casualties and verb.lemma.lower() in scene.toll and verb.head is deed.word


def _anothers(verb: Mention, noun: Mention) -> bool:
    """Whether a noun below a verb is a happening of its own: `enlevé lors d'une attaque`."""
    return verb.mode == "abduct" and noun.mode != "abduct"


def _same_victim(event: EventDraft, m: Mention) -> bool:
    """Whether two acts of force hit the same person: `le meurtre de l'ambassadeur`, `X, tué le …`."""
    hit = [*event.recipient, *m.recipient]
    one = all(not r.plural and r.kind in ("person", "unnamed") for r in hit)
    return event.type == "ASSAULT" and bool(event.recipient and m.recipient) and one and _compatible(event.recipient, m.recipient)


def _named_apart(scene: Scene, a: list[ActorDraft], b: list[ActorDraft]) -> bool:
    """Whether both lists name persons, and none in common: two victims are two deeds."""
    facts = scene.reading.cast.registry.facts
    named = all(x.kind == "person" and facts(x).named for x in (*a, *b))
    return bool(a and b) and named and not _share(a, b)


def _same_company(a: list[ActorDraft], b: list[ActorDraft]) -> bool:
    """Whether two lists of all who meet may be one meeting's: not when each names a counterpart that the other lacks."""
    only_a, only_b = _others(a, b), _others(b, a)
    if not only_a or not only_b or len(a) < 2 or len(b) < 2:
        return True
    countries = {_country(x) for x in only_a} & {_country(x) for x in only_b}
    return bool(countries - {None}) and not all(x.kind == "person" for x in (*only_a, *only_b))


def _others(a: list[ActorDraft], b: list[ActorDraft]) -> list[ActorDraft]:
    """Those of the first list whom the second does not name, by identity or country."""
    known = {_country(y) for y in b if y.kind != "person"} - {None}
    return [x for x in a if all(x is not y for y in b) and x.country and _country(x) not in known]


def _renames(scene: Scene, members: list[Mention], m: Mention) -> int:
    """How closely the mention's lemma re-names the event: 0 not at all."""
    lemma = m.frame.lemma
    again = [e for e in members if e.frame.lemma == lemma]
    if again:
        return 0 if all(_other_sense(e.frame, m.frame) for e in again) else CLOSE
    families = scene.book.families
    own = families.get(lemma, NONE)
    shared: frozenset[str] = NONE.union(*(own & families.get(e.frame.lemma, NONE) for e in members))
    return 0 if not shared else CLOSE if shared & scene.book.broad else LOOSE


def _other_sense(a: Frame, b: Frame) -> bool:
    """Whether one frame is the reflexive verb and the other is not (`féliciter`, `se féliciter de`)."""
    one, other = _reflexive(a), _reflexive(b)
    return a.type not in MUTUAL and one is not None and other is not None and one != other


def _reflexive(frame: Frame) -> bool | None:
    """Whether a frame asks for a reflexive verb, refuses one, or (None) does not care."""
    return next((not c.deny for test in frame.tests for c in test if c.key == "refl"), None)


def _share(a: list[ActorDraft], b: list[ActorDraft]) -> bool:
    """Whether both lists name somebody, and the same."""
    return bool(a and b) and any(x is y for x in a for y in b)


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


def _join(event: EventDraft, members: list[Mention], m: Mention) -> None:
    members.append(m)
    event.more.append((m.start, m.end))
    event.more_words.append(m.word)
    event.statuses.append(m.status)
    before, now = [*event.actor, *event.recipient], [*m.actor, *m.recipient]
    if event.type in MUTUAL and len(before) == 1 < len(now) and not _others(before, now):
        event.actor, event.recipient = list(m.actor), list(m.recipient)  # this mention says who else takes part
    event.actor = event.actor or list(m.actor)
    event.recipient = event.recipient or [r for r in m.recipient if all(r is not a for a in event.actor)]
    event.mode = event.mode or m.mode
