"""`Entry`: one thing that a name may mean, as the knowledge base has it."""

from __future__ import annotations

from dataclasses import dataclass

from selon.knowledge.dates import first_day, holds


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a table. A person has one entry for each office; all of them share the person's `key`."""

    key: str  # "state:RUS", "person:vladimir-poutine", "body:onu", "seat:kremlin"
    name: str  # the knowledge base's form (French)
    kind: str  # record.ActorKind
    country: str | None  # ISO 3166-1 alpha-3, KOS, or UNO EUR IGO NGO ISM IMG MNC
    sector: str | None  # PLOVER
    office: str | None = None
    ownership: str | None = None  # media: state, public, private, party
    media_kind: str | None = None  # media: agency, newspaper, broadcaster, site, magazine
    start: str | None = None  # EDTF; None is unknown
    end: str | None = None  # EDTF; None is unknown or still going on
    own: bool = False  # from a user's table: before all others of its name

    def current(self, on: str | None) -> bool:
        """Whether the entry holds on the EDTF date (the day of handing over belongs to the successor)."""
        return holds(self.start, self.end, on)

    def started_by(self, on: str | None) -> bool:
        """Whether the entry had begun on the EDTF date; true where either is unknown."""
        day, start = first_day(on), first_day(self.start)
        return day is None or start is None or start <= day
