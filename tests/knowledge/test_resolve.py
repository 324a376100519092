"""Places of one name told apart by what the article says."""

from __future__ import annotations

import pytest

from selon.knowledge import Knowledge


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
