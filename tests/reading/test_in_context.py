"""Dates and counts in sentences by somebody who had not seen the code: at least 97 % right, and every miss printed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.reading.drafts import event

from selon.lang import parse_table, words
from selon.reading import load
from selon.reading.circumstances import find_counts, find_dates
from selon.reading.layout import lay_out
from selon.reading.parse import parse
from selon.reading.work import Reading, Word
from selon.record import Article

HERE = Path(__file__).parent
DATES = parse_table((HERE / "dates_in_context.tsv").read_text(encoding="utf-8"))
COUNTS = parse_table((HERE / "counts_in_context.tsv").read_text(encoding="utf-8"))
LANGUAGES = ("en", "fr")
READ = ("fr",)  # languages whose sentences are parsed here
ENOUGH = 0.97
EVENT = re.compile(r"event=(\w+)")
GENERAL = (None, "people", "troops")  # what a noun leaves to its verb


def test_there_are_enough() -> None:
    assert len(DATES) >= 400
    assert len(COUNTS) >= 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_dates(language: str) -> None:
    rows = [r for r in DATES if r["language"] == language]
    misses = [f"{r['published']} {r['sentence']} [{r['expression']}] {r['edtf']} {_dates(r)}" for r in rows if not _date_holds(r)]
    print(*misses, sep="\n")
    assert len(misses) <= (1 - ENOUGH) * len(rows), "\n".join(misses)


def test_which_date_is_the_events() -> None:
    rows = [(r, m[1]) for r in DATES if r["language"] in READ and (m := EVENT.search(r["note"]))]
    assert rows
    misses = [f"{r['sentence']} [{word}] {r['edtf']}" for r, word in rows if _event_date(r, word) != (r["edtf"] or None)]
    print(*misses, sep="\n")
    assert len(misses) <= (1 - ENOUGH) * len(rows), "\n".join(misses)


@pytest.mark.parametrize("language", LANGUAGES)
def test_counts(language: str) -> None:
    rows = [r for r in COUNTS if r["language"] == language]
    misses = [f"{r['sentence']} [{r['expression']}] {_counts(r)}" for r in rows if not _count_holds(r)]
    print(*misses, sep="\n")
    assert len(misses) <= (1 - ENOUGH) * len(rows), "\n".join(misses)


def _span(row: dict[str, str]) -> tuple[int, int]:
    start = row["sentence"].index(row["expression"])
    return start, start + len(row["expression"])


def _parsed(row: dict[str, str]) -> list[Word] | None:
    if row["language"] not in READ:
        return None
    line = load(row["language"])
    reading = Reading(Article(id="t", text=row["sentence"]), words(row["language"]), line.knowledge)
    reading.layout, _ = lay_out(reading.text)
    parse(reading, line.nlp)
    return reading.words


def _dates(row: dict[str, str]) -> list[str | None]:
    start, end = _span(row)
    found = find_dates(row["sentence"], _parsed(row), row["published"] or None, row["language"])
    return [m.value for m in found if m.start < end and m.end > start]


def _date_holds(row: dict[str, str]) -> bool:
    values = _dates(row)
    return row["edtf"] in values if row["edtf"] else not any(values)


def _event_date(row: dict[str, str], word: str) -> str | None:
    return event(row["sentence"].replace(word, "{" + word + "}", 1), published=row["published"] or None).date


def _counts(row: dict[str, str]) -> list[tuple[int, int | None, bool, str | None]]:
    start, end = _span(row)
    dates = [(d.start, d.end) for d in find_dates(row["sentence"], None, None, row["language"])]
    found = find_counts(row["sentence"], row["language"], dates)
    return [(m.value, m.high, m.approximate, m.of) for m in found if m.start < end and m.end > start]


def _count_holds(row: dict[str, str]) -> bool:
    found = _counts(row)
    low, high, value = row["low"], row["high"], row["value"]
    if not (low or high or value):
        return not found
    span = low and high and low != high
    want = (int(low), int(high)) if span else (int(value or low or high), None)
    about = {"true": (True,), "false": (False,)}.get(row["approximate"], (True, False))
    of = (*GENERAL, row["of"])
    return any(f[:2] == want and f[2] in about and (f[3] in of or row["of"] == "other") for f in found)


ENGLISH_DATES = [
    ("He was killed on Feb. 24.", ["2022-02-24"]), ("He may resign in May.", ["2022-05"]), ("They march every Monday.", []),
    ("Friday last week", ["2022-07-22"]), ("the fall of Kabul", []), ("the last two weeks", ["2022-07-12/2022-07-26"]),
    ("He will return in two weeks.", ["2022-08-09~"]), ("He did it in two weeks.", [None]), ("In March 2,000 people fled.", ["2022-03"]),
    ("The day before the attack, he slept.", []), ("He won the war in the 1990s.", ["199X"]), ("It fell from 3 to 5 percent.", []),
    ("over the weekend", ["2022-07-23/2022-07-24"]), ("May 3-5, 2021", ["2021-05-03/2021-05-05"]), ("7/25/2022", ["2022-07-25"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "values"), ENGLISH_DATES)
def test_english_dates(text: str, values: list[str | None]) -> None:
    assert [m.value for m in find_dates(text, None, "2022-07-26", "en")] == values


ENGLISH_COUNTS = [
    ("two and a half million people", [2500000]), ("a body of experts", []), ("a 27-nation bloc", []), ("a 30m vessel", []),
    ("several hundred pro-government fighters", [100]), ("a 25-year-old man", []), ("dozens of rebels", [12]), ("a man was killed", []),
    ("one person was killed", [1]), ("20 to 25 wounded", [20]), ("in six to ten weeks", []), ("half a dozen rebels", [6]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "values"), ENGLISH_COUNTS)
def test_english_counts(text: str, values: list[int]) -> None:
    dates = [(d.start, d.end) for d in find_dates(text, None, None, "en")]
    assert [c.value for c in find_counts(text, "en", dates)] == values
