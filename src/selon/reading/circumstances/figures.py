"""Days, months and years in figures, over plain tokens: "25/07/2022", "3 au 5 mai", "May 3-5, 2022", "2013-14"."""

from __future__ import annotations

from selon.reading.circumstances.datewords import DateWords, ReadNumber
from selon.reading.circumstances.moments import Moment
from selon.reading.circumstances.tokens import Tokens

_UNITS = frozenset("%€$£°")
FIRST_YEAR, LAST_YEAR = 1000, 2200
_SHORT = 5  # characters that an abbreviated month has fewer of
Core = tuple[list[Moment], int]  # the moments read, and the token after them


_ROMAN = {"i": 1, "v": 5, "x": 10}


def roman(word: str) -> int:
    """A Roman numeral up to 39 as a number; 0 for any other word."""
    values = [_ROMAN.get(c, 0) for c in word]
    if not 0 < len(word) < 8 or 0 in values:
        return 0
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


class Figures:
    """Reads what stands in figures at a token, and asks the table about the tokens around."""

    def __init__(self, tokens: Tokens, words: DateWords, number: ReadNumber) -> None:
        self.t, self.w, self.number = tokens, words, number
        self.low = tokens.lower
        self.begin = 0  # where the expression begins when a number stands before its core

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
        if (self.w.month_first and lengths[0] < 4 and day <= 12) or (month > 12 and lengths[0] < 4):
            day, month = month, day
        if not (1 <= month <= 12 and 1 <= day <= 31):
            return None
        return [Moment("date", year=year or None, month=month, day=day)], k

    def _days(self, i: int, floor: int) -> Core | None:
        """ "25 juillet 2022", and several days of one month: "3 au 5 mai", "24 et 25 février"."""
        day = self._day_number(i)
        if day is None:
            return None
        days, k, joins = [day[0]], day[1], []
        month = self.w.value("month", self.t, k + (self.t.at(k) == "-" or self._is("complement", k)))
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
            m.text = "range" if "range" in joins else "set" if joins else moments[-1].text
        return moments, end

    def _loose_days(self, i: int, days: list[int], joins: list[str], k: int) -> Core | None:
        """ "entre le 3 et le 5": days of no named month, only after a word that sets bounds."""
        left = self.w.lefts.match_before(self.low, i)
        if len(days) != 2 or left is None or left[0] != "between" or self.low[i - 1] != self.t.at(k - 2):
            return None
        if self._counts_something(k):
            return None
        return [Moment("date", day=d, text="range") for d in days], k

    def _day_of_month(self, j: int) -> tuple[int, int] | None:
        """ "July 25", "Sept. 1st": the day behind its month, where the language puts it there."""
        if not self.w.month_first:
            return None
        j += self.t.at(j) == "." and len(self.low[j - 1]) < _SHORT
        j += self._is("skip", j)
        day = self._day_number(j)
        if day is None or self.t.at(day[1]) in (":", "%"):
            return None
        return None if self._goes_on(day[1]) else day

    def _goes_on(self, j: int) -> bool:
        """Whether a number goes on behind token `j - 1`: "2,000", "2.5"."""
        glued = self.t.at(j) in (",", ".") and self.t.start[j] == self.t.end[j - 1] and j + 1 < len(self.t)
        return glued and self.t.start[j + 1] == self.t.end[j] and self.t.at(j + 1)[0].isdigit()

    def _days_of_month(self, m: Moment, day: tuple[int, int]) -> Core:
        """ "July 25, 2022", "May 3-5", "February 24 and 25"."""
        m.day, k = day
        moments = [m]
        while len(moments) < 6 and (join := self.w.value("join", self.t, k)) is not None:
            more = self._day_number(join[1] + self._is("skip", join[1]))
            if more is None or self._goes_on(more[1]) or self.w.value("month", self.t, more[1]):
                break
            moments.append(Moment("date", month=m.month, day=more[0]))
            m.text, k = join[0], more[1]
        end = self._shifted(moments[-1], self._year_after(moments[-1], k))
        for other in moments:
            other.year, other.shift = moments[-1].year, moments[-1].shift if other.shift is None else other.shift
            other.text = m.text or moments[-1].text
        return moments, end

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

    def _year_to(self, i: int, year: int) -> int | None:
        """The end of "1932-1933", "2013-14" that begins at token `i`."""
        t = self.t.at(i + 2)
        if self.t.at(i + 1) != "-" or self.t.end[i + 1] != self.t.end[i] + 1 or self.t.start[i + 1] != self.t.end[i]:
            return None
        short = len(t) == 2 and t.isascii() and t.isdigit() and self.t.start[i + 2] == self.t.end[i + 1]
        return year - year % 100 + int(t) if short else self._year_number(i + 2)

    def _year_number(self, i: int) -> int | None:
        t = self.t.at(i)
        if len(t) != 4 or not (t.isascii() and t.isdigit()) or not FIRST_YEAR <= int(t) <= LAST_YEAR:
            return None
        sign, after = self.t.at(i + 1), self.t.at(i + 2)
        decimal = sign in (",", ".") and after.isdigit() and self.t.start[i + 2] == self.t.end[i] + 1
        return None if decimal or sign in _UNITS else int(t)

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

    def _is(self, cls: str, i: int) -> bool:
        return self.t.at(i) in self.w.by[cls].first

    def _is_before(self, cls: str, i: int) -> bool:
        return self.w.by[cls].match_before(self.low, i) is not None

    def _ends(self, j: int) -> bool:
        """Whether a clause or its part ends before token `j`."""
        return self.t.at(j) in (",", ".", ";", ":", ")", "")

    def _year_after(self, m: Moment, j: int) -> int:
        """Takes a year, or "de cette année", after a month or season."""
        if self.t.at(j) == ".":  # "sept. 2018"
            j += self._year_number(j + 1) is not None and len(self.low[j - 1]) < _SHORT
        elif self.w.month_first and m.day and self.t.at(j) == ",":  # "May 3, 2018"
            j += self._year_number(j + 1) is not None
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
        if m.weekday is not None and m.day is None and self.w.value("unit", self.t, hit[1]) == ("week", hit[1] + 1):
            m.unit = "week"  # "Friday last week"
            return hit[1] + 1
        return hit[1]
