"""Places of one name told apart by what the article says."""

from __future__ import annotations

from pathlib import Path

import pytest

from selon.knowledge import Knowledge
from selon.lang import parse_table

NAMES = parse_table(Path(__file__).with_name("places.tsv").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def k() -> Knowledge:
    return Knowledge.load("fr")


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Tripoli", "LBY"),
        ("Tripoli, au Liban", "LBN"),
        ("Tripoli (Liban)", "LBN"),
        ("Paris", "FRA"),
        ("Birmingham", "GBR"),
        ("Moscou", "RUS"),
        ("Valence", "ESP"),
        ("Valence, en France", "FRA"),
        ("Saint-Denis, à La Réunion", "REU"),
        ("Alexandrie", "EGY"),
        ("Géorgie", "GEO"),
        ("Niger", "NER"),
        ("Hyderabad, au Pakistan", "PAK"),
        ("Cordoue", "ESP"),
    ],
)
def test_name_alone(k: Knowledge, name: str, country: str) -> None:
    assert k.resolve_place(name)[0].place.country == country


@pytest.mark.parametrize(
    ("name", "countries", "country"),
    [
        ("Hyderabad", ("PAK",), "PAK"),
        ("Saint-Denis", ("FRA",), "FRA"),
        ("Paris", ("USA", "GBR"), "FRA"),
        ("Saint-Denis", ("REU",), "REU"),
        ("Valence", ("FRA",), "FRA"),
        ("San José", ("CRI",), "CRI"),
    ],
)
def test_countries(k: Knowledge, name: str, countries: tuple[str, ...], country: str) -> None:
    assert k.resolve_place(name, countries)[0].place.country == country


def test_other_places(k: Knowledge) -> None:
    beirut = k.resolve_place("Beyrouth")[0].place
    alone = next(c for c in k.resolve_place("Tripoli") if c.place.country == "LBN")
    beside = next(c for c in k.resolve_place("Tripoli", others=[beirut]) if c.place.country == "LBN")
    assert beside.score > alone.score
    assert any("km from Beyrouth" in why for why in beside.why)


def test_scores(k: Knowledge) -> None:
    found = k.resolve_place("San José")
    scores = [c.score for c in found]
    assert scores == sorted(scores, reverse=True)
    assert sum(scores) < 1
    assert found[0].why
    assert k.resolve_place("Nullepart-les-Bains") == []


def test_names_of_places(k: Knowledge) -> None:
    wrong = []
    for row in NAMES:
        found = k.resolve_place(row["name"], (row["context"],) if row["context"] else ())
        if not found or (found[0].place.country or "") != row["country"]:
            wrong.append((row["name"], row["country"], [(c.name, c.place.country, c.score) for c in found[:2]]))
    assert not wrong


def test_an_article_tells_a_division_from_a_town(k: Knowledge) -> None:
    assert k.resolve_place("la Vienne", ("FRA",))[0].kind == "division"
    assert k.resolve_place("Vienne", ("AUT",))[0].kind == "capital"
    assert k.resolve_place("le Caire")[0].kind == "capital"
    assert k.resolve_place("le Québec")[0].kind == "division"


def test_english_names() -> None:
    k = Knowledge.load("en")
    for name, country in [("Kherson region", "UKR"), ("the outskirts of Baghdad", "IRQ"), ("Mexico", "MEX"), ("Georgia", "GEO")]:
        assert k.resolve_place(name)[0].place.country == country
    assert k.resolve_place("Kherson region")[0].kind == "division"
    assert k.resolve_place("Mexico")[0].kind == "state"
