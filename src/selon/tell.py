"""What the table and the page tell alike: who says so, in order, and when, where and how many."""

from __future__ import annotations

import re

from selon.record import Document, Event, Statement

# Control characters and marks that turn the direction of writing: harmless in data, not on a terminal.
UNSHOWABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")

# PLOVER's quad classes: 1 and 2 verbal and material cooperation, 3 and 4 verbal and material conflict.
QUADS: dict[str, int] = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 1,
    "COOPERATE": 2, "AID": 2, "RETREAT": 2,
    "REQUEST": 3, "ACCUSE": 3, "REJECT": 3, "THREATEN": 3,
    "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip

# A speaker of whom the record holds neither a name nor words.
UNNAMED = "somebody unnamed"


# Characters of a text that stand in for its missing title.
HEADING = 70


def flat(text: str) -> str:
    """Text for one line on a terminal: blanks run together, characters that could steer the terminal left out."""
    return UNSHOWABLE.sub("", " ".join(text.split()))


def heading(document: Document) -> str:
    """What to call the article: its title, else its first words."""
    if document.title:
        return flat(document.title)
    start = flat(document.text[:400])
    return start if len(start) <= HEADING else start[:HEADING].rsplit(" ", 1)[0] + " …"


def chain_of(document: Document, statement: Statement) -> list[str]:
    """Who tells a statement, from the innermost speaker outwards; one name for each layer."""
    layers = {s.id: s for s in document.statements}
    out: list[str] = []
    seen: set[str] = set()
    here: Statement | None = statement
    while here is not None and here.id not in seen:
        seen.add(here.id)
        name = ", ".join(p.name for p in here.speakers) or (here.source.text if here.source else UNNAMED)
        if not out or out[-1] != name:
            out.append(name)
        here = layers.get(here.within) if here.within else None
    return out


def chains_of(document: Document, event: Event) -> list[list[str]]:
    """Who tells an event: its chains, else those of the statements that carry it; none in the article's own voice."""
    if not event.according_to:
        return []
    if event.chains:
        return [[teller.name for teller in chain] for chain in event.chains]
    layers = {s.id: s for s in document.statements}
    return [chain_of(document, layers[i]) for i in event.according_to]


def when_where(event: Event) -> list[str]:
    """Date, place and count, those that are known."""
    out = [event.date] if event.date else []
    if event.place:
        out.append(event.place.name + (f" ({event.place.country})" if event.place.country else ""))
    if event.count:
        out.append(flat(event.count.span.text))
    return out
