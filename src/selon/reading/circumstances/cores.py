"""The cores of date expressions ("25 juillet 2022", "la semaine dernière", "il y a deux ans") over plain tokens."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass

from selon.lang import Words
from selon.reading.circumstances.moments import Moment
from selon.reading.circumstances.tokens import Phrases, Tokens

HEADS = (
    "weekday", "month", "deictic", "unit", "season", "shift", "ago", "ahead", "same", "holiday", "fixed", "first",
)  # fmt: skip
LEFTS = ("skip", "edge", "in", "since", "from", "until", "before", "after", "between", "habit")
BOUNDS = frozenset({"since", "from", "until", "before", "after", "between"})
_UNITS = frozenset("%€$£°")
FIRST_YEAR, LAST_YEAR = 1000, 2200
ReadNumber = Callable[[Tokens, int], tuple[int | None, int] | None]  # value (None: vague), token after it
Entry = tuple[str, str]  # class, value


@dataclass(frozen=True)
class DateWords:
    """The table ``dates.tsv`` sorted by what the grammar asks of it."""

    heads: Phrases[Entry]
    lefts: Phrases[str]
    by: dict[str, Phrases[str]]

    def value(self, cls: str, tokens: Tokens, i: int) -> tuple[str, int] | None:
        """The value of a phrase of the class that begins at token `i`, and the token after it."""
        return self.by[cls].match(tokens.lower, i)


@functools.cache
def date_words(lang: Words) -> DateWords:
    """The words of dates of a language."""
    rows = [(r["word"], r["class"], r["value"]) for r in lang.table("dates")]
    classes = {cls for _, cls, _ in rows}
    by = {cls: Phrases((w, v) for w, c, v in rows if c == cls) for cls in classes}
    heads = Phrases((w, (c, v)) for w, c, v in rows if c in HEADS)
    return DateWords(heads, Phrases((w, c) for w, c, _ in rows if c in LEFTS), by)


Core = tuple[list[Moment], int]  # the moments read, and the token after them


class Cores:
    """Reads the core of a date expression at a token; the table's class of its first word names the method."""

    def __init__(self, tokens: Tokens, words: DateWords, number: ReadNumber) -> None:
        self.t, self.w, self.number = tokens, words, number
        self.low = tokens.lower
        self.begin = 0  # where the expression begins when a number stands before its core

    def _core(self, i: int, floor: int) -> Core | None:
        if self.low[i][0].isdigit():
            hit = self.w.heads.match(self.low, i)
            if hit and hit[0][0] == "fixed":
                return [Moment("text", text=hit[0][1])], hit[1]
            return self._numeric(i) or self._days(i, floor) or self._year(i, floor)
        hit = self.w.heads.match(self.low, i)
        if hit is None:
            return None
        (cls, value), j = hit
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
            return [], j  # "le lendemain de l'attaque" tells no day by itself
        return [Moment("same", unit=unit, n=int(n), text="whole")], j

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
        elif self.t.at(k) == ",":  # "mardi, 25 juillet"
            day = self._day_number(k + 1)
            month = day and self.w.value("month", self.t, day[1])
            if day and month:
                m.day, m.month = day[0], int(month[0])
                k = self._year_after(m, month[1])
        return [m], self._shifted(m, k)

    def _month(self, i: int, j: int, value: str, floor: int) -> Core:
        m = Moment("date", month=int(value))
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
        named = m.year is not None or m.shift is not None
        return ([m], k) if named or self.w.by["in"].match_before(self.low, i) else None

    def _ago(self, i: int, j: int, value: str, floor: int) -> Core | None:
        return self._amount("ago", j, -1)

    def _ahead(self, i: int, j: int, value: str, floor: int) -> Core | None:
        return self._amount("ago", j, 1)

    def _amount(self, kind: str, j: int, sign: int) -> Core | None:
        """A number of units after "il y a" or "dans"."""
        q = self._quantity(j)
        unit = q and self.w.value("unit", self.t, q[1])
        if not q or not unit:
            return None
        n, k = q[0], unit[1]
        if n is None or unit[0] == "hour":
            return [Moment("vague")], k
        return [Moment(kind, unit=unit[0], n=sign * n)], k

    def _shift(self, i: int, j: int, value: str, floor: int) -> Core | None:
        """ "ces quarante dernières années", "les prochains jours", "la prochaine semaine"."""
        unit = self.w.value("unit", self.t, j)
        if unit is None or value not in ("-1", "1"):
            return None
        name, k = unit
        before = self._quantity_before(i, floor)
        if before is not None:
            n, begin = before
            self.begin = begin if n is not None else i
            return [Moment("stretch", unit=name, n=int(value) * n) if n else Moment("vague")], k
        plural = self.low[i][-1] in "sx"
        return ([Moment("vague")] if plural else [Moment("unit", unit=name, n=int(value))]), k

    def _unit(self, i: int, j: int, value: str, floor: int) -> Core | None:
        decade = self._decade(j) if value == "year" else None
        if decade:
            return decade
        shift = self.w.value("shift", self.t, j)
        if shift and value not in ("hour", "night"):
            if shift[0] in ("prev", "next"):
                return [Moment("same", unit=value, n=-1 if shift[0] == "prev" else 1, text="whole")], shift[1]
            plural = (self.low[i][-1] == "s" and value != "month") or not shift[0].lstrip("-").isdigit()
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

    def _names_unit(self, j: int) -> bool:
        """Whether a unit goes on to say which one it is: "le mois de février", "l'année 2018"."""
        return self._is("complement", j) or self.t.at(j)[:1].isdigit()

    def _counted_unit(self, unit: str, n: int | None, first: int, j: int) -> Core | None:
        """ "quatre jours plus tôt" (from the last date told), "depuis plus d'un an"."""
        self.begin = first
        for cls, sign in (("later", 1), ("earlier", -1)):
            hit = self.w.value(cls, self.t, j)
            if hit and (hit[1] - j > 1 or self.t.at(hit[1]) in (",", ".", ";", ":", ")", "")):
                return [Moment("same", unit=unit, n=sign * n) if n else Moment("vague")], hit[1]
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
        return ([Moment("unit", unit=unit)], j) if known and self.low[i][-1] != "x" else None

    def _decade(self, j: int) -> Core | None:
        t = self.t.at(j)
        if not t.isdigit() or len(t) not in (2, 4) or not t.endswith("0") or not t.isascii():
            return None
        century = "" if len(t) == 4 else "19" if int(t) >= 20 else "20"
        return [Moment("text", text=f"{century}{t}"[:3] + "X")], j + 1

    def _numeric(self, i: int) -> Core | None:
        """ "25/07/2022", "25.07.22", "2022-07-25", "25/07"."""
        t, low = self.t, self.low
        parts, k = [low[i]], i + 1
        sign = t.at(k)
        if sign not in ("/", ".", "-") or t.start[k] != t.end[i]:
            return None
        while len(parts) < 3 and t.at(k) == sign and t.at(k + 1).isdigit() and t.start[k + 1] == t.end[k - 1] + 1:
            parts.append(low[k + 1])
            k += 2
        if not all(p.isascii() for p in parts) or (t.at(k) == sign and k < len(low) and t.at(k + 1).isdigit()):
            return None
        lengths = [len(p) for p in parts]
        if len(parts) == 3 and lengths[0] == 4 and max(lengths[1:]) <= 2:
            year, month, day = map(int, parts)
        elif len(parts) == 3 and max(lengths[:2]) <= 2 and lengths[2] in (2, 4):
            day, month, year = map(int, parts)
            year += 2000 if lengths[2] == 2 else 0
        elif len(parts) == 2 and sign == "/" and lengths == [2, 2]:
            day, month, year = int(parts[0]), int(parts[1]), 0
        else:
            return None
        if not (1 <= month <= 12 and 1 <= day <= 31):
            return None
        return [Moment("date", year=year or None, month=month, day=day)], k

    def _days(self, i: int, floor: int) -> Core | None:
        """ "25 juillet 2022", and several days of one month: "3 au 5 mai", "24 et 25 février"."""
        day = self._day_number(i)
        if day is None:
            return None
        days, k, joins = [day[0]], day[1], []
        month = self.w.value("month", self.t, k + 1 if self.t.at(k) == "-" else k)
        while month is None and len(days) < 6:
            join = self.w.value("join", self.t, k)
            more = self._day_number(join[1] + self._is("skip", join[1])) if join else None
            if join is None or more is None:
                break
            days.append(more[0])
            joins.append(join[0])
            k = more[1]
            month = self.w.value("month", self.t, k)
        if month is None:
            return self._loose_days(i, days, joins, k)
        moments = [Moment("date", day=d, month=int(month[0])) for d in days]
        end = self._shifted(moments[-1], self._year_after(moments[-1], month[1]))
        for m in moments:
            m.year, m.shift = moments[-1].year, moments[-1].shift
            m.text = "range" if "range" in joins else "set" if joins else ""
        return moments, end

    def _loose_days(self, i: int, days: list[int], joins: list[str], k: int) -> Core | None:
        """ "entre le 3 et le 5": days of no named month, only after a word that sets bounds."""
        left = self.w.lefts.match_before(self.low, i)
        if len(days) != 2 or left is None or left[0] != "between" or self.low[i - 1] != self.t.at(k - 2):
            return None
        if self._counts_something(k):
            return None
        return [Moment("date", day=d, text="range") for d in days], k

    def _year(self, i: int, floor: int) -> Core | None:
        year = self._year_number(i)
        if year is None:
            return None
        left = self.w.lefts.match_before(self.low, i)
        to = self._year_to(i, year)
        if to is not None and year < to and (left is None or left[0] != "habit"):
            return [Moment("date", year=year, text="range"), Moment("date", year=to)], i + 3
        bracketed = self.t.at(i - 1) == "(" and self.t.at(i + 1) in (")", "-", ",")
        if not bracketed and (left is None or left[0] == "habit" or self.low[i - 1] in self.w.by["skip"].first):
            return None
        if self._counts_something(i + 1, strict=year % 100 == 0 or not 1800 <= year <= 2050):
            return None
        return [Moment("date", year=year)], i + 1

    def _year_number(self, i: int) -> int | None:
        t = self.t.at(i)
        if len(t) != 4 or not (t.isascii() and t.isdigit()) or not FIRST_YEAR <= int(t) <= LAST_YEAR:
            return None
        sign, after = self.t.at(i + 1), self.t.at(i + 2)
        decimal = sign in (",", ".") and after.isdigit() and self.t.start[i + 2] == self.t.end[i] + 1
        return None if decimal or sign in _UNITS else int(t)

    def _year_to(self, i: int, year: int) -> int | None:
        """The end of "1932-1933", "2013-14" that begins at token `i`."""
        t = self.t.at(i + 2)
        if self.t.at(i + 1) != "-" or self.t.end[i + 1] != self.t.end[i] + 1 or self.t.start[i + 1] != self.t.end[i]:
            return None
        short = len(t) == 2 and t.isascii() and t.isdigit() and self.t.start[i + 2] == self.t.end[i + 1]
        return year - year % 100 + int(t) if short else self._year_number(i + 2)

    def _day_number(self, i: int) -> tuple[int, int] | None:
        t = self.t.at(i)
        if not (t.isascii() and t.isdigit()) or len(t) > 2 or not 1 <= int(t) <= 31:
            return None
        return int(t), i + 1 + self._is("ordinal", i + 1)

    def _counts_something(self, j: int, strict: bool = True) -> bool:
        """Whether the token after a bare number makes it a count ("de 2000 soldats") rather than a date."""
        t = self.t.at(j)
        if not t:
            return False
        if t[0].isdigit():
            return True
        return strict and t[0].isalpha() and t not in self.w.by["function"].first

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

    def _is(self, cls: str, i: int) -> bool:
        return self.t.at(i) in self.w.by[cls].first

    def _is_before(self, cls: str, i: int) -> bool:
        return self.w.by[cls].match_before(self.low, i) is not None

    def _daypart(self, j: int) -> int:
        hit = self.w.value("daypart", self.t, j)
        return hit[1] if hit else j

    def _year_after(self, m: Moment, j: int) -> int:
        """Takes a year, or "de cette année", after a month or season."""
        if self.t.at(j) == ".":  # "sept. 2018"
            j += self._year_number(j + 1) is not None and len(self.low[j - 1]) < 5
        year = self._year_number(j)
        k = j
        if year is None:
            k += self._is("complement", j)
            year = self._year_number(k) if k > j else None
        if year is not None and not self._counts_something(k + 1, strict=False):
            m.year = year
            return k + 1
        known = self.w.value("known_as", self.t, j)
        if known:
            m.text = known[0]
            return known[1]
        return j

    def _shifted(self, m: Moment, j: int) -> int:
        hit = self.w.value("shift", self.t, j)
        if hit is None or hit[0] not in ("-1", "0", "1"):
            return j
        m.shift = int(hit[0])
        return hit[1]
