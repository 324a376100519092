"""Persons: offices and who held them when, and well-known people without an office."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from selon.knowledge.dates import first_day
from selon.knowledge.entries import Entry
from selon.knowledge.names import fold, plain, slug
from selon.knowledge.tables import OWN, Row, known, rows, several

COMING = 183  # days before taking office in which somebody is "elected" or "future"


def surnames(row: Row, particles: frozenset[str]) -> list[str]:
    """The short forms of a person's name: those of the table, else the last word with the particles before it."""
    if row["short"]:
        return several(row["short"])
    words = row["holder"].split()
    if len(words) < 2:
        return []
    first = len(words) - 1
    while first > 1 and plain(words[first - 1]) in particles:
        first -= 1
    return [" ".join(words[first:])] if first == len(words) - 1 else [" ".join(words[first:]), words[-1]]


def bare_surname(name: str) -> str | None:
    """``Assad`` for ``el-Assad``: the surname without the Arabic article, or None."""
    head, _, tail = name.partition("-")
    return tail if tail and fold(f"{head}-x") == "al x" else None


def people(extra: Path | None) -> Iterator[tuple[Entry, list[str], list[str]]]:
    """Each office of each person with full names and surnames."""
    particles = frozenset(row["word"] for row in rows("particles", extra))
    never = frozenset(fold(row["word"]) for row in rows("not_surnames", extra))
    for table in ("offices", "persons"):
        for row in rows(table, extra):
            entry = Entry(
                key=f"person:{slug(row['holder'])}",
                name=row["holder"],
                kind="person",
                country=known(row["country"]),
                sector=known(row["sector"]),
                office=known(row["office"]),
                start=known(row["start"]),
                end=known(row["end"]),
                own=OWN in row,
            )
            short = surnames(row, particles)
            short += [bare for s in short if (bare := bare_surname(s))]
            short = [s for s in short if fold(s) not in never]
            yield entry, [row["holder"], *several(row["variants"])], short


class Offices:
    """Who held an office of a country on a date."""

    def __init__(self, ranks: Mapping[str, int]) -> None:
        self._ranks = ranks
        self._holders: dict[tuple[str, str], list[Entry]] = {}
        self._persons: dict[str, list[Entry]] = {}

    def add(self, entry: Entry) -> None:
        """Take up one office of one person."""
        self._persons.setdefault(entry.key, []).append(entry)
        if entry.office and entry.country:
            self._holders.setdefault((entry.office, entry.country), []).append(entry)

    def holder(self, office: str, country: str, on: str | None) -> Entry | None:
        """The holder on the EDTF date; without one the latest known. A row without any date is never taken."""
        dated = [e for e in self._holders.get((office, country), ()) if e.start or e.end]
        if on is not None:
            dated = [e for e in dated if e.current(on)]
        return max(dated, key=lambda e: (e.own, first_day(e.start) or ""), default=None)

    def next(self, office: str, country: str, on: str) -> Entry | None:
        """Who took the office within half a year after the date."""
        day = first_day(on)
        terms = ((first_day(e.start), e) for e in self._holders.get((office, country), ()))
        after = [(start, e) for start, e in terms if day is not None and start is not None and start > day]
        soon = min(after, key=lambda a: a[0], default=None)
        if soon is None or day is None or (date.fromisoformat(soon[0]) - date.fromisoformat(day)).days > COMING:
            return None
        return soon[1]

    def of(self, key: str) -> list[Entry]:
        """All offices of a person, newest first."""
        return sorted(
            self._persons.get(key, ()),
            key=lambda e: (first_day(e.start) or "", e.end is None, -self._ranks.get(e.office or "", 5)),
            reverse=True,
        )
