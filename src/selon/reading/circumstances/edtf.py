"""What two EDTF values say of each other: whether they can be one time."""

from __future__ import annotations

import functools
from datetime import date

from selon.reading.circumstances.moments import SEASON_MONTH, UNKNOWN_YEAR

Span = tuple[str, str]  # first and last day as text that compares


def apart(a: str, b: str) -> bool:
    """Whether the two values share no day; where a year is unknown, only month and day are compared."""
    a, b = a.rstrip("~"), b.rstrip("~")
    if UNKNOWN_YEAR in a or UNKNOWN_YEAR in b:
        n = min(len(a), len(b))
        return n in (7, 10) and "/" not in a + b and a[4:n] != b[4:n]
    first, second = span(a), span(b)
    return first is not None and second is not None and (first[1] < second[0] or second[1] < first[0])


def week_apart(a: str, b: str) -> bool:
    """Whether two days are one weekday of two weeks: of two readings of "mardi" the one that a tense told holds."""
    try:
        return abs(date.fromisoformat(a) - date.fromisoformat(b)).days == 7
    except ValueError:
        return False


@functools.lru_cache(maxsize=4096)
def span(value: str) -> Span | None:
    """First and last day that a value with known years allows; None for one that is not of this module's kinds."""
    if value.startswith("{"):
        days = value.strip("{}").split(",")
        return days[0], days[-1]
    first, interval, last = value.rstrip("~").partition("/")
    low, high = _edge(first, last=False), _edge(last if interval else first, last=True)
    return None if low is None or high is None else (low, high)


def _edge(value: str, last: bool) -> str | None:
    """The first or last day of a day, month, season, year or decade; of an open end the farthest one."""
    if value == "..":
        return "9999-12-31" if last else "0000-01-01"
    year, _, rest = value.partition("-")
    month, _, day = rest.partition("-")
    if len(year) != 4 or not year[:3].isdigit():
        return None
    year = year.replace("X", "9" if last else "0")
    if month and int(month) in SEASON_MONTH:
        month = f"{min(SEASON_MONTH[int(month)] + 2 * last, 12):02d}"
    return f"{year}-{month or ('12' if last else '01')}-{day or ('31' if last else '01')}"
