"""Comparing EDTF dates of office with the date of an article, as plain strings."""

from __future__ import annotations

import functools

_MARKS = str.maketrans("", "", "~?%")
_FIRST, _LAST = "-01-01", "-12-31"


@functools.lru_cache(maxsize=16384)
def first_day(edtf: str | None) -> str | None:
    """The first day that an EDTF date may mean (an interval's first end), or None when its year is unknown."""
    if not edtf:
        return None
    date = edtf.translate(_MARKS)
    if "/" in date:
        before, after = date.split("/", 1)
        date = before if before.strip(".") else after
    date = date[:10]
    if len(date) < 4 or not date[:4].isdigit():
        return None
    return date[:4] + _FIRST if "X" in date else date + _FIRST[len(date) - 4 :]


@functools.lru_cache(maxsize=16384)
def last_day(edtf: str | None) -> str | None:
    """The last day that an EDTF date of day, month or year may mean (a month is taken to its 31st)."""
    first = first_day(edtf)
    if first is None or edtf is None:
        return None
    date = edtf.translate(_MARKS)
    return date[:10] if len(date) >= 10 else date[:7] + "-31" if len(date) == 7 else date[:4] + _LAST


@functools.lru_cache(maxsize=65536)
def holds(start: str | None, end: str | None, on: str | None) -> bool:
    """Whether a period holds on a date: its end is the day of handing over, which belongs to the successor.

    Without a date: whether it has no known end. An unknown start or end is open.
    """
    day = first_day(on)
    if day is None:
        return end is None
    begun, over = first_day(start), last_day(end)
    if begun is not None and day < begun:
        return False
    if over is None:
        return True
    return day < over if end is not None and len(end) == 10 else day <= over
