"""Dates in a text: spans and EDTF values, worked out from the day of publication where they are relative."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise

from selon.lang import Words
from selon.reading.circumstances.datewords import DateWords, date_words
from selon.reading.circumstances.grammar import Found, Grammar
from selon.reading.circumstances.moments import Calendar, Moment
from selon.reading.circumstances.numbers import number_words, read_number
from selon.reading.circumstances.tense import Tense
from selon.reading.circumstances.tokens import Tokens, tokenize
from selon.reading.work import Reading, Word

_DAY = dt.timedelta(1)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression: its characters, its EDTF value (None: it tells no day, month or year), its core's offset.

    `bound` is the word class that limits it ("since", "until", "before" …, empty for a plain date).
    """

    start: int
    end: int
    value: str | None
    core: int
    bound: str = ""
    guessed: bool = False  # no tense told whether "mardi" is the last or the next one
    of: bool = False  # "de lundi", "Monday's": it belongs to the noun beside it
    ahead: bool = False  # it begins after the day of publication
    now: bool = False  # "aujourd'hui": the day itself, or these times
    recent: bool = False  # "hier", "mardi": within days of publication, even where that day is not known
    remote: bool = False  # "en 2012", "en mars 2018": the text names the year and no day, as for what lies back


def tokens_of(reading: Reading) -> Tokens:
    """The article's plain tokens, made once."""
    if reading.tokens is None:
        reading.tokens = tokenize(reading.text)
    return reading.tokens


def dates_of(reading: Reading) -> list[DateMention]:
    """The article's date expressions, found once."""
    if reading.dates is None:
        reading.dates = find_dates(
            reading.text, reading.words, reading.article.published, reading.lang.language, tokens_of(reading)
        )
    return reading.dates


def find_dates(
    text: str, words: list[Word] | None, published: str | None, language: str = "fr", tokens: Tokens | None = None
) -> list[DateMention]:
    """All date expressions of the text in order; `words` (the parse) only help to tell coming days from past ones."""
    lang = Words(language)
    w = date_words(lang)
    numbers = number_words(lang)

    def number(t: Tokens, i: int) -> tuple[int | None, int] | None:
        n = read_number(t, i, numbers)
        return None if n is None else (None if n.vague else n.value, n.last)

    tokens = tokens or tokenize(text)
    found = Grammar(tokens, w, number).all()
    tense = Tense(tokens, w, words)
    calendar = _calendar(found, published, w, tokens)
    if calendar.today is None:
        calendar.weekdays = _weekdays(found, calendar)
    out = []
    for f in (part for whole in found for part in _apart(whole)):
        wanted = any(_needs_tense(m) for m in f.moments)
        future = tense.future(f.first, f.core, f.last) if wanted else None
        value = _value(calendar, f, future)
        bound = {"between": "", "by": "before"}.get(f.bound, f.bound)
        of = not f.joined and f.first < f.core and w.value("complement", tokens, f.first) is not None
        of = of or w.value("possessive", tokens, f.last) is not None
        start, end = tokens.start[f.first], tokens.end[f.last - 1]
        guessed, ahead = wanted and future is None, _ahead(calendar, f, value)
        now = all(m.kind == "day" and m.n == 0 for m in f.moments)
        recent = any(m.kind == "day" or (m.kind == "date" and m.weekday is not None) for m in f.moments)
        remote = all(m.kind == "date" and m.year and not m.day for m in f.moments)
        out.append(DateMention(start, end, value, tokens.start[f.core], bound, guessed, of, ahead, now, recent, remote))
    return out


def _ahead(c: Calendar, f: Found, value: str | None) -> bool:
    """Whether a date lies wholly after the article's day."""
    if value is None or c.today is None or not value[:4].isdigit():
        return any(m.shift == 1 for m in f.moments)
    first = value.partition("/")[0]
    return c.year_known and first > c.today.isoformat()[: len(first)]


def _calendar(found: list[Found], published: str | None, w: DateWords, t: Tokens) -> Calendar:
    """The day of the article: as published, else as "ce mardi 16 novembre" tells (the year perhaps unknown)."""
    if published:
        try:
            return Calendar(dt.date.fromisoformat(published[:10]))
        except ValueError:
            pass
    for f in found:
        m = f.moments[0]
        if m.kind == "date" and m.month and m.day and m.weekday is not None and _this(f, w, t):
            year = m.year or _year_with(m.weekday, m.month, m.day)
            try:
                return Calendar(dt.date(year, m.month, m.day), m.year is not None)
            except ValueError:
                continue
    return Calendar(None)


def _weekdays(found: list[Found], c: Calendar) -> dict[int, list[str]]:
    """The days that the text dates in full, by their day of the week."""
    days: dict[int, list[str]] = {}
    for f in found:
        m = f.moments[0]
        if m.kind == "date" and m.weekday is not None and m.day and m.month:
            value = c.resolve(m, None)
            if value and value[0] not in days.setdefault(m.weekday, []):
                days[m.weekday].append(value[0])
    return days


def _this(f: Found, w: DateWords, t: Tokens) -> bool:
    return w.by["this"].match_before(t.lower, f.core) is not None


def _year_with(weekday: int, month: int, day: int) -> int:
    """A year in which that day falls on that weekday: for counting days when the year is unknown."""
    for year in range(2000, 2028):
        try:
            if dt.date(year, month, day).weekday() == weekday:
                return year
        except ValueError:
            continue
    return 2000


def _value(c: Calendar, f: Found, tense: bool | None) -> str | None:
    """The EDTF value of an expression; the calendar remembers it for "le lendemain"."""
    if f.bound == "by" or (tense is None and f.bound == "before"):
        tense = True
    for m in f.moments:
        _known_as(c, m)
    ends = [c.resolve(m, tense) or _named(c, m) for m in f.moments]
    if any(e is None for e in ends):
        return None
    points = [e for e in ends if e is not None]
    if f.joined == "range":
        first, last = points[0][0], points[-1][1]
        if _day_of(last) and _day_of(first) and first > last:  # "de lundi à mercredi" read on a Tuesday
            if f.moments[0].weekday is None or f.moments[0].day is not None:
                return None
            first, last = (first, _week_on(last, 1)) if tense else (_week_on(first, -1), last)
    elif f.joined == "set" and len(points) > 1:
        days = sorted(dict.fromkeys(p[0] for p in points))
        c.note(days[0])
        if _in_a_row(days):
            first, last = days[0], days[-1]
        else:
            return "{" + ",".join(days) + "}"
    else:
        first, last = points[0]
    c.note(first)
    if f.bound in ("since", "from", "after"):
        return f"{first}/.."
    if f.bound in ("until", "before", "by"):
        return f"../{last}"
    if first == last and (f.circa or (f.moments[0].unit == "week" and f.moments[0].kind != "date")):
        return f"{first}~"
    return first if first == last else f"{first}/{last}"


def _apart(f: Found) -> list[Found]:
    """ "en 1979 et 1994", "en mars et en juin" are two dates of two happenings; days named together stay together."""
    if f.joined != "set" or any(m.kind != "date" or m.day or m.weekday is not None for m in f.moments):
        return [f]
    cores = f.cores
    firsts = [f.first, *cores[1:]]
    lasts = [*f.lasts, f.last]
    return [
        Found(a, c, b, [m], f.bound, edge=f.edge, circa=f.circa) for a, c, b, m in zip(firsts, cores, lasts, f.moments, strict=True)
    ]


def _named(c: Calendar, m: Moment) -> tuple[str, str] | None:
    """Without a day of publication, "dimanche" is the Sunday that the text dates in full elsewhere."""
    if m.kind != "date" or m.weekday is None or m.day is not None or m.shift == 1:
        return None
    days = c.weekdays.get(m.weekday, [])
    return (days[0], days[0]) if len(days) == 1 else None


def _needs_tense(m: Moment) -> bool:
    return m.kind in ("date", "season", "unit", "told_ahead") and m.year is None and not m.shift


def _known_as(c: Calendar, m: Moment) -> None:
    """ "en avril de cette année", "en mars de l'an dernier": the year from today's, or the last one told."""
    if m.kind not in ("date", "season", "part") or m.year is not None or not m.text or m.text in ("range", "set"):
        return
    if m.text == "same":
        m.year = c.told_year
    elif c.today is not None and c.year_known:
        m.year = c.today.year + int(m.text)


def _day_of(value: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        return None


def _week_on(day: str, n: int) -> str:
    return (dt.date.fromisoformat(day) + 7 * n * _DAY).isoformat()


def _in_a_row(days: list[str]) -> bool:
    dates = [_day_of(d) for d in days]
    return all(a is not None and b is not None and b - a == _DAY for a, b in pairwise(dates))
