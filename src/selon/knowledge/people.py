"""Persons: offices and who held them when, and well-known people without an office."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from selon.knowledge.dates import first_day, last_day
from selon.knowledge.entries import Entry
from selon.knowledge.names import fold, plain, slug
from selon.knowledge.tables import OWN, Row, known, rows, several

COMING = 183  # days before taking office in which somebody is "elected" or "future"
ACTING = "acting_"  # before an office whose holder is in it still, or before a mere turn in it
RECENT = 10  # years within which somebody who left an office alone is "the former"
FALLEN = 3  # years in which one is still "the ousted"


class Surnames:
    """The short forms of persons' names."""

    def __init__(self, extra: Path | None) -> None:
        self._particles = frozenset(row["word"] for row in rows("particles", extra))
        self._never = frozenset(fold(row["word"]) for row in rows("not_surnames", extra))

    def of_row(self, row: Row) -> list[str]:
        """Those of the table, else those of the holder's name."""
        return self._usable(several(row["short"])) if row["short"] else self.of(row["holder"])

    def of(self, name: str) -> list[str]:
        """The last word of a name with the particles before it, and without."""
        words = name.split()
        if len(words) < 2 or any(w.islower() and plain(w) not in self._particles for w in words):
            return []  # Abdullah of Jordan
        first = len(words) - 1
        while first > 1 and plain(words[first - 1]) in self._particles:
            first -= 1
        return self._usable([" ".join(words[first:])] if first == len(words) - 1 else [" ".join(words[first:]), words[-1]])

    def _usable(self, short: list[str]) -> list[str]:
        short = short + [bare for s in short if (bare := bare_surname(s))]
        return [s for s in short if fold(s) not in self._never]


def bare_surname(name: str) -> str | None:
    """``Assad`` for ``el-Assad``: the surname without the Arabic article, or None."""
    head, _, tail = name.partition("-")
    return tail if tail and fold(f"{head}-x") == "al x" else None


def people(family: Surnames, extra: Path | None) -> Iterator[tuple[Entry, list[str], list[str]]]:
    """Each office of each person with full names and surnames."""
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
            yield entry, [row["holder"], *several(row["variants"])], family.of_row(row)


class Offices:
    """Who held an office of a country on a date."""

    def __init__(self, ranks: Mapping[str, int]) -> None:
        self._ranks = ranks
        self._holders: dict[tuple[str, str], list[Entry]] = {}
        self._persons: dict[str, list[Entry]] = {}
        self._on: dict[str, dict[str | None, list[Entry]]] = {}

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

    def past(self, office: str, country: str, on: str, fallen: bool) -> Entry | None:
        """Who left the office last before the date; unless `fallen` only where nobody else left it in ten years."""
        day = first_day(on)
        if day is None:
            return None
        since = f"{int(day[:4]) - (FALLEN if fallen else RECENT)}{day[4:]}"
        held = self._holders.get((office, country), ())
        now = {e.key for e in held if e.current(on)}
        left = [e for e in held if e.end and since <= (last_day(e.end) or "") <= day and e.key not in now]
        if not left or (not fallen and len({e.key for e in left}) > 1):
            return None
        return max(left, key=lambda e: last_day(e.end) or "")

    def held(self, office: str, on: str | None) -> list[Entry]:
        """All who hold an office anywhere on the date."""
        if on not in self._on.get(office, {}):
            self._on.setdefault(office, {})[on] = [
                e for (o, _), terms in self._holders.items() if o == office for e in terms if e.start and e.current(on)
            ]
        return self._on[office][on]

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
