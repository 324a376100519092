"""The cores of date expressions ("25 juillet 2022", "la semaine dernière", "il y a deux ans") over plain tokens."""

from __future__ import annotations

from collections.abc import Callable

from selon.reading.circumstances.figures import Core, Figures, roman
from selon.reading.circumstances.moments import Moment


class Cores(Figures):
    """Reads the core of a date expression at a token; the table's class of its first word names the method."""

    def _core(self, i: int, floor: int) -> Core | None:
        if self.low[i][0].isdigit():
            hit = self.w.heads.match(self.low, i)
            if hit and hit[0][0] == "fixed":
                return [Moment("text", text=hit[0][1])], hit[1]
            return self._numeric(i) or self._days(i, floor) or self._decades(i) or self._year(i, floor)
        hit = self.w.heads.match(self.low, i)
        if hit is None:
            return None
        (cls, value), j = hit
        if self._is("capital", i) and not self.t.capital(i):
            return None  # "may", "march": no month
        rule: Callable[[int, int, str, int], Core | None] = getattr(self, f"_{cls}")
        return rule(i, j, value, floor)

    def _fixed(self, i: int, j: int, value: str, floor: int) -> Core:
        return [Moment("text", text=value)], j

    def _deictic(self, i: int, j: int, value: str, floor: int) -> Core:
        if value == "none":
            return [], j
        first, _, last = value.partition("/")
        return [Moment("day", n=int(first), shift=int(last) if last else None)], self._daypart(j)

    def _same(self, i: int, j: int, value: str, floor: int) -> Core:
        unit, _, n = value.partition(":")
        if int(n) and self._is("complement", j):
            return self._day_from(j + 1, int(n)) or ([], j)  # "le lendemain de l'attaque" tells no day by itself
        return [Moment("same", unit=unit, n=int(n), text="whole")], j

    def _same_end(self, i: int, j: int, value: str, floor: int) -> Core | None:
        """ "the day before", where nothing follows that would say before what."""
        if self._ends(j):
            return self._same(i, j, value, floor)
        unit, _, n = value.partition(":")
        return self._day_from(j, int(n)) if unit == "day" else None

    def _day_from(self, j: int, n: int) -> Core | None:
        """ "le lendemain du 3 mars", "the day after Christmas": counted from the day that begins at token `j`."""
        j += self._is("skip", j)
        known = self.t.at(j) in self.w.heads.first or self.t.at(j)[:1].isdigit()
        core = self._core(j, j) if known else None
        if core is None or len(core[0]) != 1 or core[0][0].kind != "date" or not (core[0][0].day or core[0][0].weekday is not None):
            return None
        core[0][0].n = n
        return core

    def _weekday(self, i: int, j: int, value: str, floor: int) -> Core:
        m = Moment("date", weekday=int(value), shift=0 if self._is_before("this", i) else None)
        k = self._daypart(j)
        day = self._day_number(k) or self._day_number(k + 1 if self.w.value("skip", self.t, k) else k)
        if day:
            m.day, k2 = day
            month = self.w.value("month", self.t, k2)
            if month:
                m.month, k = int(month[0]), self._daypart(self._year_after(m, month[1]))
            elif k == j and not self._counts_something(k2):
                k = k2
            else:
                m.day = None
        else:  # "mardi, 25 juillet"
            at = k + (self.t.at(k) == ",")
            day = self._day_number(at) if at > k else None
            month = (day and self.w.value("month", self.t, day[1])) or self.w.value("month", self.t, at)
            day = day or (self._day_of_month(month[1]) if month else None)
            if day and month:
                m.day, m.month = day[0], int(month[0])
                k = self._year_after(m, max(day[1], month[1]))
        return [m], self._shifted(m, k)

    def _month(self, i: int, j: int, value: str, floor: int) -> Core | None:
        m = Moment("date", month=int(value), shift=0 if self._is_before("this", i) else None)
        bare = self._year_after(Moment("date"), j) == j and not (self.w.month_first and self._day_of_month(j))
        if bare and self._is("planet", i) and self.t.capital(i):
            return None
        day = self._day_of_month(j)
        if day is not None:
            return self._days_of_month(m, day)
        return [m], self._shifted(m, self._year_after(m, j))

    def _first(self, i: int, j: int, value: str, floor: int) -> Core | None:
        month = self.w.value("month", self.t, j)
        if month is None:
            return None
        m = Moment("date", day=1, month=int(month[0]))
        return [m], self._shifted(m, self._year_after(m, month[1]))

    def _holiday(self, i: int, j: int, value: str, floor: int) -> Core:
        month, _, day = value.partition("-")
        m = Moment("date", month=int(month), day=int(day))
        return [m], self._shifted(m, self._year_after(m, j))

    def _season(self, i: int, j: int, value: str, floor: int) -> Core | None:
        m = Moment("season", n=int(value), shift=0 if self._is_before("this", i) else None)
        k = self._shifted(m, self._year_after(m, j))
        named = m.year is not None or m.shift is not None or self._is_before("shift", i)
        if not named and self._is("complement", k):
            return None  # "the fall of the city"
        told = named or (self._is_before("in", i) and not self._is_before("complement", i))  # not "les Jeux d'hiver"
        return ([m], k) if told else None

    def _ago(self, i: int, j: int, value: str, floor: int) -> Core | None:
        return self._amount("ago", j, -1)

    def _ahead(self, i: int, j: int, value: str, floor: int) -> Core | None:
        return self._amount(value or "ago", j, 1)

    def _amount(self, kind: str, j: int, sign: int) -> Core | None:
        """A number of units after "il y a" or "dans"."""
        q = self._quantity(j)
        unit = q and self.w.value("unit", self.t, q[1])
        if not q or not unit:
            return None
        n, k = q[0], unit[1]
        if n is None or unit[0] == "hour":
            return [Moment("vague")], k
        exact = self.w.value("to_the_day", self.t, k)
        return [Moment(kind, unit=unit[0], n=sign * n, text="exact" if exact else "")], exact[1] if exact else k

    def _shift(self, i: int, j: int, value: str, floor: int) -> Core | None:
        """ "ces quarante dernières années", "les prochains jours", "la prochaine semaine"."""
        dated = self._shifted_date(j, value)
        if dated is not None:
            return dated
        after = self._quantity(j) if self._is_before("skip", i) or self._is_before("this", i) else None
        unit = self.w.value("unit", self.t, after[1] if after else j)
        if unit is None or value not in ("-1", "1"):
            return None
        name, k = unit
        before = self._quantity_before(i, floor) or (after and (after[0], i))
        if before is not None:
            n, begin = before
            self.begin = begin if n is not None else i
            return [Moment("stretch", unit=name, n=int(value) * n) if n else Moment("vague")], k
        return ([Moment("vague")] if self._plural(i, k) else [Moment("unit", unit=name, n=int(value))]), k

    def _shifted_date(self, j: int, value: str) -> Core | None:
        """ "last Tuesday", "next March", "last summer": where the word for it stands first."""
        hit = self.w.heads.match(self.low, j)
        if hit is None or hit[0][0] not in ("weekday", "month", "season") or not value.lstrip("-").isdigit():
            return None
        core = self._core(j, j)
        if core is not None:
            for m in core[0]:
                m.shift = int(value)
        return core

    def _unit(self, i: int, j: int, value: str, floor: int) -> Core | None:
        decade = self._decade(j) if value == "year" and self._plural(i, j) else self._part(i, j, value, floor)
        if decade:
            return decade
        shift = self.w.value("shift", self.t, j)
        if shift and value not in ("hour", "night"):
            if shift[0] in ("prev", "next"):
                return [Moment("same", unit=value, n=-1 if shift[0] == "prev" else 1, text="whole")], shift[1]
            plural = self._plural(i, shift[1]) or not shift[0].lstrip("-").isdigit()
            return [Moment("vague") if plural else Moment("unit", unit=value, n=int(shift[0]))], shift[1]
        before = self._quantity_before(i, floor)
        if before is not None:
            return self._counted_unit(value, before[0], before[1], j)
        if self._is_before("this", i):
            return self._this_unit(value, i, j)
        edge = self.w.lefts.match_before(self.low, i)
        if edge and edge[0] == "edge" and value in ("week", "month", "year") and not self._names_unit(j):
            return [Moment("unit", unit=value)], j
        return None

    def _part(self, i: int, j: int, unit: str, floor: int) -> Core | None:
        """ "le premier trimestre 2023", "the first half of 2022", "le XXe siècle": the nth of its kind."""
        nth = self._nth_before(i, floor) if unit in ("quarter", "half", "century") else None
        if nth is None:
            return None
        n, self.begin = nth
        if unit == "century":
            return [Moment("text", text=f"{n - 1:02d}XX")], j
        m = Moment("part", n=n, unit=unit)
        k = self._year_after(m, j)
        if m.year is None and self._is("complement", k) and self.w.value("unit", self.t, k + 1) is None:
            return None  # "la première moitié du match"
        return [m], k

    def _nth_before(self, j: int, floor: int) -> tuple[int, int] | None:
        """The ordinal that ends just before token `j` and its first token: "premier", "2e", "XIXe"."""
        hit = self.w.by["nth"].match_before(self.low, j)
        if hit is not None and hit[1] >= floor:
            return int(hit[0]), hit[1]
        i = j - 1
        word = self.t.at(i) if i >= floor else ""
        if i > floor and self._is("ordinal", i) and self.t.at(i - 1).isdigit() and len(self.t.at(i - 1)) < 3:
            return int(self.t.at(i - 1)), i - 1
        stems = (word.removesuffix(s) for s in self.w.by["ordinal"].first)
        n = next((n for n in map(roman, stems) if n), 0)
        return (n, i) if n else None

    def _names_unit(self, j: int) -> bool:
        """Whether a unit goes on to say which one it is: "le mois de février", "l'année 2018"."""
        return self._is("complement", j) or self.t.at(j)[:1].isdigit()

    def _counted_unit(self, unit: str, n: int | None, first: int, j: int) -> Core | None:
        """ "quatre jours plus tôt" (from the last date told), "depuis plus d'un an"."""
        self.begin = first
        for cls, sign in (("later", 1), ("earlier", -1)):
            hit = self.w.value(cls, self.t, j)
            if hit and (hit[1] - j > 1 or self._ends(hit[1])):
                return [Moment("same", unit=unit, n=sign * n) if n else Moment("vague")], hit[1]
        for cls, sign in (("ago_after", -1), ("ahead_after", 1)):
            hit = self.w.value(cls, self.t, j)
            if hit:
                return [Moment("ago", unit=unit, n=sign * n) if n and unit != "hour" else Moment("vague")], hit[1]
        left = self.w.lefts.match_before(self.low, first)
        if left and left[0] == "since":
            return [Moment("ago", unit=unit, n=-n) if n else Moment("vague")], j
        return None

    def _this_unit(self, unit: str, i: int, j: int) -> Core | None:
        if self.t.at(j) == "-" and self._is("there", j + 1):
            return None if unit in ("hour", "night") else ([Moment("same", unit=unit, text="whole")], j + 2)
        if self.t.at(j) == "-" and self._is("here", j + 1):
            j += 2
        known = unit in ("week", "month", "year", "weekend")
        return ([Moment("unit", unit=unit)], j) if known and not self._plural(i, j) else None

    def _plural(self, first: int, last: int) -> bool:
        """Whether a noun or adjective among the tokens stands in the plural."""
        return any(self.w.value("plural", self.t, i) for i in range(first, last))

    def _decades(self, i: int) -> Core | None:
        """ "the 1980s": figures with the mark of a decade."""
        mark = self.w.value("decade", self.t, i + 1)
        return (core[0], mark[1]) if mark and (core := self._decade(i)) else None

    def _decade(self, j: int) -> Core | None:
        t = self.t.at(j)
        if not t.isdigit() or len(t) not in (2, 4) or not t.endswith("0") or not t.isascii():
            return None
        century = "" if len(t) == 4 else "19" if int(t) >= 20 else "20"
        return [Moment("text", text=f"{century}{t}"[:3] + "X")], j + 1

    def _quantity(self, i: int) -> tuple[int | None, int] | None:
        """A number (None: "quelques") that begins at token `i`, after any "environ", "plus d'"."""
        for _ in range(3):
            about = self.w.value("about", self.t, i)
            if about is None:
                break
            i = about[1]
        vague = self.w.value("vague", self.t, i)
        if vague:
            return None, vague[1]
        return self.number(self.t, i)

    def _quantity_before(self, j: int, floor: int) -> tuple[int | None, int] | None:
        """The number that ends just before token `j`, and the first token of it and of any "plus d'" before it."""
        for first in range(max(floor, j - 3), j):
            hit = self._quantity(first)
            if hit and hit[1] == j:
                while (about := self.w.by["about"].match_before(self.low, first)) and about[1] >= floor:
                    first = about[1]
                return hit[0], first
        return None

    def _daypart(self, j: int) -> int:
        hit = self.w.value("daypart", self.t, j)
        return hit[1] if hit else j
