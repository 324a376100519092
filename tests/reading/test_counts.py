"""Counts: every number of ``counts.tsv`` with its span, value and what it counts; and numbers that are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from selon.lang import parse_table
from selon.reading.circumstances import find_counts, find_dates

ROWS = parse_table((Path(__file__).parent / "counts.tsv").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", ROWS, ids=[r["sentence"] for r in ROWS])
def test_count(row: dict[str, str]) -> None:
    before, rest = row["sentence"].split("[", 1)
    span, after = rest.split("]", 1)
    text = before + span + after
    dates = [(d.start, d.end) for d in find_dates(text, None, None)]
    found = {(c.start, c.end): c for c in find_counts(text, skip=dates)}
    at = (len(before), len(before) + len(span))
    assert at in found, [text[a:b] for a, b in found]
    count = found[at]
    assert count.value == int(row["value"])
    assert count.high == (int(row["high"]) if row["high"] else None)
    assert count.approximate == (row["approximate"] == "yes")
    assert count.of == (row["of"] or None)


@pytest.mark.parametrize(
    "text",
    [
        "Il a 21 ans.",
        "À 6 heures, tout était calme.",
        "Le 15e jour de la guerre.",
        "Le G7 et le G20.",
        "Un F-16 abattu.",
        "Un homme est mort.",
        "10 % des voix.",
        "Il est 15h30.",
        "La route mesure 400 km.",
        "L'article 49.3",
        "En 1984, il vivait là.",
        "Le 3 mai, il partit.",
        "Une dizaine de jours plus tard.",
        "Le 2e sommet.",
        "Il a duré trois mois.",
        "Le boeing 737-800",
        "Le Covid-19",
        "cent fois",
        "Le 11-Septembre",
        "Du 3 au 5 mai.",
        "En six à dix semaines.",
        "Trois à quatre fois par jour.",
        "Ils ont gagné 2-0.",
        "Un corps diplomatique.",
    ],
)
def test_no_count(text: str) -> None:
    dates = [(d.start, d.end) for d in find_dates(text, None, None)]
    assert [text[c.start : c.end] for c in find_counts(text, skip=dates)] == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "9" * 5000,
        "9 999 " * 500,
        "un " * 500,
        "cent mille " * 300,
        "quatre-vingt-" * 300,
        "1,1,1,1,1",
        "½ ٣٤ ²",
        "millions millions",
    ],
)
def test_odd_text_raises_nothing(text: str) -> None:
    for c in find_counts(text):
        assert text[c.start : c.end]
