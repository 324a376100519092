"""The grammar of date expressions: a core with what stands before and after it ("depuis", "de … à …", "et").

All its words are the table ``dates.tsv`` of the language.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from selon.reading.circumstances.cores import Cores
from selon.reading.circumstances.datewords import BOUNDS
from selon.reading.circumstances.moments import Moment


@dataclass(slots=True)
class Found:
    """One expression: tokens `first` to `last` (exclusive), its core token, its moments and the word that bounds it."""

    first: int
    core: int
    last: int
    moments: list[Moment]
    bound: str = ""  # one of BOUNDS
    joined: str = ""  # "range" or "set" when there are two moments or more
    edge: bool = False
    circa: bool = False  # "vers", "around"
    cores: list[int] = field(default_factory=list)  # one for each moment that `_join` took
    lasts: list[int] = field(default_factory=list)  # where each of them but the last one ends


class Grammar(Cores):
    """Reads all date expressions of one text from left to right."""

    def all(self) -> list[Found]:
        """Every expression, in text order, none overlapping another."""
        out: list[Found] = []
        i, n, heads, low, floor = 0, len(self.low), self.w.heads.first, self.low, 0
        while i < n:
            t = low[i]
            found = self._at(i, floor) if t in heads or t[0].isdigit() else None
            if found is None:
                i += 1
                continue
            if found.moments:
                out.append(found)
            i = floor = max(found.last, i + 1)
        return out

    def _at(self, i: int, floor: int) -> Found | None:
        """The expression whose core begins at token `i`, with what stands before and after it."""
        self.begin = i
        core = self._core(i, floor)
        if core is None:
            return None
        moments, j = core
        found = Found(self.begin, i, j, moments)
        if not moments:
            return found
        if not self._left(found, floor):
            return None
        self._join(found)
        return found

    def _left(self, found: Found, floor: int) -> bool:
        """Takes the words before the core; False when they, or their lack, make it no date."""
        m, i, seen = found.moments[0], found.first, ""
        while i > floor and (hit := self.w.lefts.match_before(self.low, i)) is not None and hit[1] >= floor:
            seen, i = hit[0], hit[1]
            found.circa = found.circa or seen == "circa"
            if seen == "edge":
                found.edge = True
            elif seen == "habit":
                break
            found.first = i
            if seen != "skip" and seen != "edge":
                break
        if seen in BOUNDS:
            found.bound = seen
        elif seen == "skip" and self.t.at(found.first - 1) == ",":
            found.bound = self._apposed(found.first - 2, floor)
        if m.kind != "date":
            return True
        bare = m.day is None and m.year is None and m.shift is None
        if seen == "habit" and bare:
            return False
        if m.month is not None and bare and m.weekday is None and not m.text:
            return found.edge or seen in BOUNDS or seen in ("in", "circa")
        return True

    def _apposed(self, i: int, floor: int) -> str:
        """ "since" for a date that explains a noun phrase after such a word: "depuis le début du siège, le 15 mars"."""
        for j in range(i, max(floor, i - 12) - 1, -1):
            if not (self.low[j].isalpha() or self.low[j] in ("'", "-")):
                break
            if self.w.by["since"].match(self.low, j):
                return "since"
        return ""

    def _join(self, found: Found) -> None:
        """Takes a second expression of the same kind: "de lundi à mardi", "en 1979 et 1994", "entre mars et juin"."""
        first = found.moments[0]
        if len(found.moments) > 1:
            found.joined = "range" if found.bound == "between" else first.text
            return
        found.cores = [found.core]
        while first.kind in ("date", "day") and len(found.moments) < 4:
            join = self.w.value("join", self.t, found.last)
            if join is None:
                break
            at = join[1]
            while (skip := self.w.value("edge", self.t, at) or self.w.value("skip", self.t, at)) is not None:
                at = skip[1]
            second = self._second(at, found)
            if second is None or not _alike(first, second[0]):
                break
            found.moments.append(second[0])
            found.joined = "range" if join[0] == "range" or found.bound == "between" else "set"
            found.cores.append(at)
            found.lasts.append(found.last)
            found.last = second[1]
            if found.joined == "range":
                break
        _share(found.moments)

    def _second(self, at: int, found: Found) -> tuple[Moment, int] | None:
        t = self.t.at(at)
        if not t:
            return None
        if t[0].isdigit():
            year = self._year_number(at)
            if year is not None and found.moments[0].month is None and not self._counts_something(at + 1):
                return Moment("date", year=year), at + 1
        elif t not in self.w.heads.first:
            return None
        core = self._core(at, found.last)
        return (core[0][0], core[1]) if core and len(core[0]) == 1 else None


def _parts(m: Moment) -> tuple[bool, ...]:
    return m.month is not None, m.day is not None or m.weekday is not None


def _alike(a: Moment, b: Moment) -> bool:
    """Whether two moments are of one precision, or the first only lacks what the second brings."""
    if a.kind != b.kind:
        return {a.kind, b.kind} == {"date", "day"} and (a.weekday is not None or b.weekday is not None)
    return _parts(a) == _parts(b) or (a.weekday is not None and b.weekday is not None)


def _share(moments: list[Moment]) -> None:
    """A year or "dernier" said once, at the end, holds for all."""
    last = moments[-1]
    for m in moments[:-1]:
        if m.kind == "date" and last.kind == "date" and (m.month is not None or m.weekday is not None):
            m.year = last.year if m.year is None else m.year
            m.shift = last.shift if m.shift is None else m.shift
