"""Persons: offices and who held them when, and well-known people without an office."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

from selon.knowledge.dates import first_day, last_day
from selon.knowledge.entries import Entry
from selon.knowledge.names import fold, plain, slug
from selon.knowledge.tables import OWN, Row, known, rows, several

COMING = 183  # days before taking office in which somebody is "elected" or "future"
ACTING = "acting_"  # before an office whose holder is in it still, or before a mere turn in it
RECENT = (5 * 366, 30 * 366)  # days after leaving it in which somebody is "the former president", if there is no other
FALLEN = 3 * 366  # days in which one is still "the ousted president"


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


def _days(since: str | None, until: str) -> int:
    """Days between two days; a month taken to its 31st ends no later than its last."""
    if since is None:
        return 0
    year, month, day = (int(part) for part in since.split("-"))
    return (date.fromisoformat(until) - date(year, month, min(day, 28))).days


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

    def past(self, office: str, country: str, on: str) -> list[Entry]:
        """Who had held the office before the date and no longer does, the latest first."""
        day = first_day(on)
        terms = self._holders.get((office, country), ())
        over = [(last_day(e.end) or "", e) for e in terms if e.end and day and (last_day(e.end) or "") <= day]
        here = {e.key for e in terms if e.current(on) and e.start}
        return [e for _, e in sorted(over, key=lambda a: a[0], reverse=True) if e.key not in here]

    def former(self, office: str, country: str, on: str, fallen: bool = False) -> Entry | None:
        """The only one who left the office in the last years before the date (None where several did); or who left it last
        and not long ago, if he was driven out of it."""
        past, day = self.past(office, country, on), first_day(on)
        if not past or day is None:
            return None
        if fallen:
            return past[0] if _days(last_day(past[0].end), day) <= FALLEN else None
        for most in RECENT:
            left = {e.key: e for e in reversed(past) if _days(last_day(e.end), day) <= most}
            if left:
                return next(iter(left.values())) if len(left) == 1 else None
        return None

    def beside(self, entry: Entry, later: bool) -> Entry | None:
        """Who held the office of an entry right before its term, or (`later`) took it when the term ended."""
        edge = first_day(entry.end if later else entry.start)
        if edge is None or not entry.office or not entry.country:
            return None
        on = edge if later else (date.fromisoformat(edge) - timedelta(days=1)).isoformat()
        found = self.holder(entry.office, entry.country, on)
        if found is None and not later:  # a chair that was empty for some days
            last = next(iter(self.past(entry.office, entry.country, edge)), None)
            found = last if last is not None and _days(last_day(last.end), edge) <= COMING else None
        elif found is None:
            found = self.next(entry.office, entry.country, edge)
        return found if found is not None and found.key != entry.key else None

    def of(self, key: str) -> list[Entry]:
        """All offices of a person, newest first."""
        return sorted(
            self._persons.get(key, ()),
            key=lambda e: (first_day(e.start) or "", e.end is None, -self._ranks.get(e.office or "", 5)),
            reverse=True,
        )
