"""Chains: on which statements an event rests, and through whom it came, from the one who knows to the one who publishes.

An event that the article tells in its own voice rests on no statement.
"""

from __future__ import annotations

from selon.reading.work import ActorDraft, EventDraft, Reading, StatementDraft, Word
from selon.record import Role, Teller

GOVERNING = frozenset(["GOV", "MIL", "SPY", "COP", "LEG", "JUD"])  # sectors that act for their state


def find_chains(reading: Reading) -> None:
    """Fill `according_to` and `chains` of all events."""
    publisher = _publisher(reading)
    relays = [_teller(c.name, "agency", reading) for c in reading.credits]
    for event in reading.events:
        event.according_to = told_by(event, reading.statements, reading)
        tails = [*relays, *([publisher] if publisher else [])]
        chains = [_chain(s, speaker, tails, event, reading) for s in event.according_to for speaker in s.speakers]
        event.chains = tuple(dict.fromkeys(chains)) or (
            (tuple(_marked(t, event, reading) for t in tails),) if tails else ()
        )


def told_by(event: EventDraft, statements: list[StatementDraft], reading: Reading) -> list[StatementDraft]:
    """The innermost statements whose content carries the event; none when the article itself tells it too.

    A mention outside all statements is the article's own voice, nouns included: so read, 118 of 127 annotated events
    with mentions on both sides come out right.
    """
    carrying: list[StatementDraft] = []
    mentions = [(event.anchor, event.word), *zip(event.more, event.more_words, strict=False)]
    for (start, end), word in mentions:
        inside = [s for s in statements if s.covers(start, end)]
        if inside:
            inner = min(inside, key=lambda s: (s.end - s.start, -len(_depth(s))))
            if inner not in carrying:
                carrying.append(inner)
        elif not _of_the_saying(word, statements) and not (carrying and _heading(word, reading)):
            return []
    return sorted(carrying, key=lambda s: (s.start, -s.end))


def _of_the_saying(word: Word, statements: list[StatementDraft]) -> bool:
    """Whether a mention stands below a cue (`ont convenu lors d'un entretien`): a circumstance of the saying, no assertion."""
    cues = {s.cue_word.i for s in statements if s.cue_word is not None and s.cue_word.sentence == word.sentence}
    above = word
    for _ in range(6):
        if above.head is above:
            return False
        above = above.head
        if above.i in cues:
            return word.pos == "NOUN"
        if above.pos in ("VERB", "AUX"):
            return False
    return False


def _heading(word: Word, reading: Reading) -> bool:
    """Whether a mention stands in a heading or caption: a paragraph of one sentence without a full stop."""
    sentence = reading.sentences[word.sentence]
    start, end = reading.layout.paragraphs[sentence.paragraph]
    return sentence.start <= start and sentence.end >= end and reading.text[end - 1].isalnum()


def _depth(s: StatementDraft) -> list[StatementDraft]:
    out: list[StatementDraft] = []
    while s.within is not None and len(out) < 20:
        s = s.within
        out.append(s)
    return out


def _chain(
    s: StatementDraft, speaker: ActorDraft, tails: list[Teller], event: EventDraft, reading: Reading
) -> tuple[Teller, ...]:
    links = [_speaker_teller(speaker, reading)]
    for outer in _depth(s):
        links += [_speaker_teller(a, reading) for a in outer.speakers if a not in s.speakers]
    seen: list[Teller] = []
    for t in [*links, *tails]:
        if all(t.name != u.name for u in seen):
            seen.append(t)
    return tuple(_marked(t, event, reading) for t in seen)


def _speaker_teller(actor: ActorDraft, reading: Reading) -> Teller:
    role: Role = "speaker"
    if actor.kind == "media":
        medium = reading.knowledge.medium(actor.label or actor.name, {actor.country: 1.0} if actor.country else None)
        role = "agency" if medium is not None and medium.media_kind == "agency" else "medium"
    return Teller(name=actor.name, role=role, country=actor.country, sector=actor.sector)


def _teller(name: str, role: str, reading: Reading) -> Teller:
    medium = reading.knowledge.medium(name)
    country = medium.country if medium else None
    return Teller(name=name, role="agency" if role == "agency" else "publisher", country=country, sector="JRN")


def _publisher(reading: Reading) -> Teller | None:
    name = reading.article.publisher
    return _teller(name, "publisher", reading) if name else None


def _marked(t: Teller, event: EventDraft, reading: Reading) -> Teller:
    """The teller with `party`: a side of the event (or its government), or a medium that a side owns."""
    sides = [*event.actor, *event.recipient]
    if any(a.name == t.name for a in sides):
        return t.model_copy(update={"party": "self"})
    states = {a.country for a in sides if a.country and _stands_for_state(a, reading)}
    if t.country is None or t.country not in states:
        return t
    if t.sector in GOVERNING:
        return t.model_copy(update={"party": "self"})
    medium = reading.knowledge.medium(t.name, {t.country: 1.0}) if t.sector == "JRN" else None
    if medium is not None and medium.ownership == "state":
        return t.model_copy(update={"party": "own_medium"})
    return t


def _stands_for_state(a: ActorDraft, reading: Reading) -> bool:
    """Whether a side is a state, an arm of one, or a place of its (whose government is hit with it)."""
    return a.sector in GOVERNING or a.kind in ("state", "place") or reading.knowledge.country_of_place(a.name) == a.country
