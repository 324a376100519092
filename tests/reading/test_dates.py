"""Dates: every expression of ``dates.tsv`` with its span and EDTF value, and what is no date."""

from __future__ import annotations

from pathlib import Path

import pytest

from selon.lang import parse_table
from selon.reading.circumstances import find_dates

ROWS = parse_table((Path(__file__).parent / "dates.tsv").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("published", "sentence", "value"),
    [(r["published"], r["sentence"], r["value"]) for r in ROWS],
    ids=[f"{r['published']} {r['sentence']}" for r in ROWS],
)
def test_expression(published: str, sentence: str, value: str) -> None:
    before, rest = sentence.split("[", 1)
    expression, after = rest.split("]", 1)
    text = before + expression + after
    found = {(m.start, m.end): m.value for m in find_dates(text, None, published or None)}
    span = (len(before), len(before) + len(expression))
    assert span in found, [text[a:b] for a, b in found]
    assert found[span] == (value or None)


NO_DATES = [
    "Il parle tous les lundis.", "Il parle chaque mardi.", "Il était venu un vendredi.", "Il a reçu 2018 lettres.",
    "Une foule de 2000 soldats.", "Le mètre mesure 1900 mm.", "Il marche depuis.", "La planète Mars est rouge.",
    "Le prix a été fixé.", "Il a été tué.", "Près de 1500 personnes sont mortes.", "Le score est de 25/30.",
    "Il a dans les mains deux livres.", "Il y a deux morts.", "Le lendemain de l'attaque, il est parti.",
    "Il a 25 ans.", "Le vol AF 2018-B a atterri.", "La route 66.", "Version 1.2.3", "12.500 euros",
    "Il a passé quatre ans en prison.", "Les Jeux d'hiver ont commencé.", "La surface de Mars est rouge.",
    "La première moitié du match.", "Le printemps arabe a commencé là.",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_DATES)
def test_no_date(text: str) -> None:
    assert [text[m.start : m.end] for m in find_dates(text, None, "2022-07-26")] == []


def test_values_are_edtf() -> None:
    edtf = pytest.importorskip("edtf")
    for value in sorted({r["value"] for r in ROWS if r["value"]}):
        if not (
            value.startswith("XXXX") and "/" in value
        ):  # level 2, as the gold writes it; the package does not know it
            edtf.parse_edtf(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\x00",
        "31/02/2022",
        "le 31 février 2021",
        "le 99 mars",
        "en 0000",
        "lundi " * 500,
        "٣ mars",
        "le ² mars",
        "depuis " * 200,
        "il y a 99999999999999 ans",
        "dans 999999 mois",
        "en 9999 et 2 jours plus tard",
    ],
)
def test_odd_text_raises_nothing(text: str) -> None:
    for published in (None, "", "2022-07-26", "hier", "0001-01-01", "9999-12-31"):
        for m in find_dates(text, None, published):
            assert 0 <= m.start < m.end <= len(text)


def test_cost_is_linear() -> None:
    import time

    def seconds(n: int) -> float:
        text = "Le 3 mai, des troupes sont parties. Depuis mars 2018, il y a deux ans plus tard, du 3 au 5 mai. " * n
        begin = time.process_time()
        find_dates(text, None, "2022-07-26")
        return time.process_time() - begin

    seconds(10)
    assert min(seconds(1600) for _ in range(3)) < 8 * min(seconds(400) for _ in range(3)) + 0.05
