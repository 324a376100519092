"""What a date expression means: from its parts to EDTF, given the day of the article and the dates told before it.

EDTF (ISO 8601-2) as used here: days, months, years, ``XXXX-12-19`` (year unknown), ``193X`` (a decade), ``2018-21``
(seasons), ``a/b`` intervals, ``a/..`` and ``../b`` open ones, ``{a,b}`` for both of two days.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

UNKNOWN_YEAR = "XXXX"
_LEAP = 2000  # day arithmetic without a year: a leap year, so that 29 February exists
SEASON_MONTH = {21: 3, 22: 6, 23: 9, 24: 12}
_MONTHS_OF = {"quarter": 3, "half": 6}
PAST_DAYS, SOON_DAYS = 250, 100  # with no tense to tell: a day long past whose next return is near is the coming one


@dataclass(slots=True)
class Moment:
    """The parts of one date expression, as read; `kind` says which of them count."""

    kind: str  # date day unit ago ahead last next season decade fixed same vague
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    n: int = 0
    unit: str = ""
    shift: int | None = None  # -1 "dernier", 0 "ce", 1 "prochain"
    text: str = ""


@dataclass(slots=True)
class Calendar:
    """The day the article was published, as far as known, and the last dates told: what relative dates stand on."""

    today: dt.date | None
    year_known: bool = True
    told_day: tuple[str, dt.date] | None = None  # the year as written, and the day
    told_month: tuple[int | None, int] | None = None
    told_year: int | None = None
    weekdays: dict[int, list[str]] = field(default_factory=dict)  # days dated in full, where today is unknown

    def resolve(self, m: Moment, future: bool | None) -> tuple[str, str] | None:
        """First and last day, month or year of the moment as EDTF (equal for a point); None when it cannot be told."""
        try:
            found = _RESOLVERS[m.kind](self, m, future)
            return _days_on(found[0], m.n) if found and m.kind == "date" and m.n else found
        except (ValueError, OverflowError):  # 30 February, year 0
            return None

    def day(self, d: dt.date, year: str | None = None) -> str:
        """A day as EDTF; without a known year it stays unknown."""
        shown = year or (f"{d.year:04d}" if self.year_known else UNKNOWN_YEAR)
        return f"{shown}-{d.month:02d}-{d.day:02d}"

    def note(self, value: str) -> None:
        """Remember a told date (the first one of an interval) for "le lendemain", "deux ans plus tard"."""
        parts = value.rstrip("~").split("-")
        known = parts[0].isdigit()
        if not known and parts[0] != UNKNOWN_YEAR:
            return
        if known:
            self.told_year = int(parts[0])
        if len(parts) > 1 and int(parts[1]) <= 12:
            self.told_month = (int(parts[0]) if known else None, int(parts[1]))
        if len(parts) > 2:
            d = dt.date(int(parts[0]) if known else _LEAP, int(parts[1]), int(parts[2]))
            self.told_day = (parts[0], d)


def _point(value: str) -> tuple[str, str]:
    return value, value


def _days_on(value: str, n: int) -> tuple[str, str] | None:
    """The day `n` days from one, its year known or not: "le lendemain du 3 mars"."""
    if len(value) != len("2022-03-03"):
        return None
    year = int(value[:4]) if value[:4].isdigit() else _LEAP
    d = dt.date(year, int(value[5:7]), int(value[8:])) + dt.timedelta(n)
    return _point(d.isoformat() if value[:4].isdigit() else f"{value[:4]}-{d.month:02d}-{d.day:02d}")


def _maybe(value: str | None) -> tuple[str, str] | None:
    return None if value is None else _point(value)


def _date(c: Calendar, m: Moment, future: bool | None) -> tuple[str, str] | None:
    if m.month is None and m.day is None and m.weekday is None:
        return None if m.year is None else _point(f"{m.year:04d}")
    if m.day is None and m.weekday is None:
        return _point(_month(c, m, future))
    if m.month is None:
        found = _weekday(c, m, future)
        return None if found is None else _point(c.day(found))
    assert m.day is not None
    dt.date(_LEAP, m.month, m.day)
    if m.year is not None:
        return _point(dt.date(m.year, m.month, m.day).isoformat())
    if c.today is None or not c.year_known:
        return _point(f"{UNKNOWN_YEAR}-{m.month:02d}-{m.day:02d}")
    return _point(_near_day(c.today, m, future).isoformat())


def _near_day(today: dt.date, m: Moment, future: bool | None) -> dt.date:
    """The day of that day and month nearest to today on the side that tense, weekday or "dernier" tells."""
    days = []
    for year in range(today.year - 4, today.year + 5):
        try:
            days.append(dt.date(year, m.month or 1, m.day or 1))
        except ValueError:  # 29 February
            continue
    if m.weekday is not None:
        fit = [d for d in days if d.weekday() == m.weekday and abs((d - today).days) < 300]
        if fit:
            return min(fit, key=lambda d: abs((d - today).days))
    past = max(d for d in days if d < today or (d == today and m.shift != -1))
    coming = min(d for d in days if d > today or (d == today and m.shift != 1))
    if m.shift:
        return past if m.shift < 0 else coming
    if future is None:
        future = (today - past).days > PAST_DAYS and (coming - today).days < SOON_DAYS
    return coming if future else past


def _month(c: Calendar, m: Moment, future: bool | None) -> str:
    """A month as EDTF, in the year nearest to today on the side told."""
    assert m.month is not None
    if m.year is not None:
        return f"{m.year:04d}-{m.month:02d}"
    if c.today is None or not c.year_known:
        return f"{UNKNOWN_YEAR}-{m.month:02d}"
    now, year = c.today.month, c.today.year
    if m.shift == -1:
        return f"{year - (m.month >= now):04d}-{m.month:02d}"
    if m.shift == 1:
        return f"{year + (m.month <= now):04d}-{m.month:02d}"
    if future or (future is None and m.month > now and m.month - now <= 3):
        return f"{year + (m.month < now):04d}-{m.month:02d}"
    return f"{year - (m.month > now):04d}-{m.month:02d}"


def _weekday(c: Calendar, m: Moment, future: bool | None) -> dt.date | None:
    """A weekday (with its day of the month or not) without a month."""
    today = c.today
    if today is None:
        return None
    if m.day is not None:
        steps = range(0, 32) if future else range(0, -32, -1)
        if m.weekday is not None:
            steps = sorted(range(-40, 41), key=lambda k: (abs(k), k))  # type: ignore[assignment]
        near = (today + dt.timedelta(k) for k in steps)
        fit = [d for d in near if d.day == m.day]
        return next((d for d in fit if m.weekday in (None, d.weekday())), fit[0] if fit else None)
    assert m.weekday is not None
    if m.unit == "week":
        return today + dt.timedelta(m.weekday - today.weekday() + 7 * (m.shift or 0))
    back, ahead = (today.weekday() - m.weekday) % 7, (m.weekday - today.weekday()) % 7
    if m.shift == -1:
        return today - dt.timedelta(back or 7)
    if m.shift == 1:
        return today + dt.timedelta(ahead or 7)
    return today + dt.timedelta(ahead) if future else today - dt.timedelta(back)


def _day(c: Calendar, m: Moment, future: bool | None) -> tuple[str, str] | None:
    if c.today is None:
        return None
    first, last = c.today + dt.timedelta(m.n), c.today + dt.timedelta(m.n if m.shift is None else m.shift)
    return c.day(first), c.day(last)


def _step(c: Calendar, unit: str, n: int, base: dt.date, year_known: bool) -> str | None:
    """The day, month or year that lies `n` units from the base (days and weeks give a day)."""
    if unit in ("day", "week"):
        d = base + dt.timedelta(n * (7 if unit == "week" else 1))
        return c.day(d, None if year_known else UNKNOWN_YEAR)
    if unit == "month":
        months = base.year * 12 + base.month - 1 + n
        return f"{months // 12:04d}-{months % 12 + 1:02d}" if year_known else f"{UNKNOWN_YEAR}-{months % 12 + 1:02d}"
    if unit in ("year", "decade") and year_known:
        year = base.year + n * (10 if unit == "decade" else 1)
        return f"{dt.date(year, 1, 1).year:04d}"
    return None


def _unit(c: Calendar, m: Moment, future: bool | None) -> tuple[str, str] | None:
    """ "la semaine dernière", "ce mois", "l'an prochain", "ce week-end": `n` units from the present one."""
    if c.today is None:
        return None
    if m.unit in ("week", "weekend"):
        n = m.n
        if m.unit == "weekend" and n == 0 and not future and c.today.weekday() < 3:
            n = -1  # on a Monday, "ce week-end" is the one just over
        monday = c.today - dt.timedelta(c.today.weekday() - 7 * n)
        first = monday + dt.timedelta(5 if m.unit == "weekend" else 0)
        return c.day(first), c.day(monday + dt.timedelta(6))
    value = _step(c, m.unit, m.n, c.today, c.year_known)
    return _maybe(value)


def _ago(c: Calendar, m: Moment, future: bool | None) -> tuple[str, str] | None:
    if c.today is None:
        return None
    if m.text and c.year_known and m.unit in ("month", "year"):  # to the day
        months = c.today.year * 12 + c.today.month - 1 + m.n * (12 if m.unit == "year" else 1)
        return _point(dt.date(months // 12, months % 12 + 1, c.today.day).isoformat())
    return _maybe(_step(c, m.unit, m.n, c.today, c.year_known))


def _told_ahead(c: Calendar, m: Moment, future: bool | None) -> tuple[str, str] | None:
    """ "in two weeks": how far ahead, or, of what is over, how long it took."""
    return _ago(c, m, future) if future else None


def _stretch(c: Calendar, m: Moment, future: bool | None) -> tuple[str, str] | None:
    """ "ces quarante dernières années", "les trois prochains jours": from or to today in the unit's own precision."""
    if c.today is None:
        return None
    far, near = _step(c, m.unit, m.n, c.today, c.year_known), _step(c, m.unit, 0, c.today, c.year_known)
    if far is None or near is None:
        return None
    return (far, near) if m.n < 0 else (near, far)


def _season(c: Calendar, m: Moment, future: bool | None) -> tuple[str, str] | None:
    if m.year is not None:
        return _point(f"{m.year:04d}-{m.n}")
    if c.today is None or not c.year_known:
        return _point(f"{UNKNOWN_YEAR}-{m.n}")
    start = SEASON_MONTH[m.n]
    running = (c.today.month - start) % 12 < 3
    latest = c.today.year - (c.today.month < start)  # the year of the last beginning
    if m.shift == -1:
        return _point(f"{latest - running:04d}-{m.n}")
    ahead = future and not running and m.shift is None
    return _point(f"{latest + bool(m.shift == 1 or ahead):04d}-{m.n}")


def _part(c: Calendar, m: Moment, future: bool | None) -> tuple[str, str] | None:
    """ "le troisième trimestre 2023", "the first half of the year": its first and last month."""
    months = _MONTHS_OF[m.unit]
    last = m.n * months
    year = m.year
    if year is None and c.today is not None and c.year_known:
        year = c.today.year - (last - months + 1 > c.today.month and not future)
    if not 1 <= m.n <= 12 // months:
        return None
    shown = UNKNOWN_YEAR if year is None else f"{year:04d}"
    return f"{shown}-{last - months + 1:02d}", f"{shown}-{last:02d}"


def _same(c: Calendar, m: Moment, future: bool | None) -> tuple[str, str] | None:
    """ "le lendemain", "dix ans plus tard": counted from the last date told before."""
    if m.unit == "year":
        return None if c.told_year is None else _point(f"{dt.date(c.told_year + m.n, 1, 1).year:04d}")
    if m.unit == "month":
        if c.told_month is None:
            return None
        year, month = c.told_month
        value = _step(c, "month", m.n, dt.date(year or _LEAP, month, 1), year is not None)
        return _maybe(value)
    if c.told_day is None:
        return None
    year_text, day = c.told_day
    if m.unit == "week" and m.text:  # "la semaine suivante": the whole week
        first = day - dt.timedelta(day.weekday() - 7 * m.n)
        return (c.day(first), c.day(first + dt.timedelta(6))) if year_text.isdigit() else None
    d = day + dt.timedelta(m.n * (7 if m.unit == "week" else 1))
    return _point(f"{d.year if year_text.isdigit() else year_text}-{d.month:02d}-{d.day:02d}")


def _text(c: Calendar, m: Moment, future: bool | None) -> tuple[str, str] | None:
    return _point(m.text) if m.text else None


def _vague(c: Calendar, m: Moment, future: bool | None) -> None:
    return None


_RESOLVERS: dict[str, Callable[[Calendar, Moment, bool | None], tuple[str, str] | None]] = {
    "date": _date, "day": _day, "unit": _unit, "ago": _ago, "told_ahead": _told_ahead, "stretch": _stretch, "season": _season,
    "part": _part, "same": _same, "text": _text, "vague": _vague,
}  # fmt: skip
