"""What `selon.explain` gives: how one mention resolves, and why."""

from __future__ import annotations

from selon.record import ActorKind, Noun, Ownership, Place, Span


class Meaning(Noun):
    """What a mention means or may mean: an actor of the article, or an entry of the tables (`key`)."""

    name: str
    kind: ActorKind
    country: str | None = None
    sector: str | None = None
    office: str | None = None
    ownership: Ownership | None = None
    start: str | None = None
    end: str | None = None
    key: str | None = None


class Explanation(Noun):
    """How a mention resolves: whom it means, what else it may mean (best first), and why, a line a step."""

    mention: Span
    published: str | None = None
    language: str
    actors: tuple[Meaning, ...] = ()
    others: tuple[Meaning, ...] = ()
    places: tuple[Place, ...] = ()
    medium: Meaning | None = None
    why: tuple[str, ...] = ()
