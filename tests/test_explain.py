"""``selon explain``: whom a mention means on a date, and why."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

import selon
from selon.cli.app import app
from selon.ingest.errors import BadDate, Empty


@pytest.mark.parametrize(
    ("mention", "published", "name", "country", "sector"),
    [
        ("le locataire de l'Élysée", "2016-05-01", "François Hollande", "FRA", "GOV"),
        ("le locataire de l’Élysée", "2019-05-01", "Emmanuel Macron", "FRA", "GOV"),
        ("le locataire de la Maison-Blanche", "2018-05-01", "Donald Trump", "USA", "GOV"),
        ("le président turc", "2016-12-23", "Recep Tayyip Erdogan", "TUR", "GOV"),
        ("la chancelière allemande", "2015-02-01", "Angela Merkel", "DEU", "GOV"),
        ("le chef de la diplomatie russe", "2020-01-01", "Sergueï Lavrov", "RUS", "GOV"),
        ("le secrétaire général de l'Otan", "2019-09-01", "Jens Stoltenberg", "IGO", None),
        ("la procureure de la CPI", "2015-01-01", "Fatou Bensouda", "IGO", None),
        ("le dirigeant nord-coréen", "2019-01-01", "Kim Jong-un", "PRK", "GOV"),
        ("les talibans", "2012-01-01", "Talibans", "AFG", "REB"),
        ("les talibans", "2022-01-01", "Talibans", "AFG", "GOV"),
        ("le président élu américain", "2016-12-01", "Donald Trump", "USA", "GOV"),
        ("l'armée israélienne", "2018-01-01", "Tsahal", "ISR", "MIL"),
        ("les rebelles houthis", "2018-01-01", "Houthis", "YEM", "REB"),
    ],
)
def test_means(mention: str, published: str, name: str, country: str, sector: str | None) -> None:
    found = selon.explain(mention, published=published).actors
    assert [(a.name, a.country, a.sector) for a in found] == [(name, country, sector)]


@pytest.mark.parametrize("mention", ["le président turc", "le locataire de l'Élysée"])
def test_no_date_no_holder(mention: str) -> None:
    """A wrong holder is worse than none."""
    (actor,) = selon.explain(mention).actors
    assert actor.name in mention
    assert actor.key is None


def test_context_decides() -> None:
    sentence = "L'acteur Denzel Washington est attendu à Cannes."
    found = selon.explain("Washington", context=sentence)
    assert [a.name for a in found.actors] == ["Denzel Washington"]
    assert found.places == ()
    assert found.mention.text == sentence[found.mention.start : found.mention.end] == "Washington"


def test_other_meanings_stay() -> None:
    found = selon.explain("Tripoli")
    assert found.places[0].country == "LBY"
    assert {"LBN", "GRC"} <= {p.country for p in found.places}


def test_nobody() -> None:
    found = selon.explain("la table")
    assert found.actors == ()
    assert found.why


def test_faults() -> None:
    with pytest.raises(Empty, match="does not hold 'Paris'"):
        selon.explain("Paris", context="Rien ici.")
    with pytest.raises(Empty, match="the mention"):
        selon.explain("  ")
    with pytest.raises(BadDate):
        selon.explain("Paris", published="hier")


def test_command() -> None:
    out = CliRunner().invoke(app, ["explain", "le président turc", "--published", "2016-12-23"])
    assert out.exit_code == 0
    assert "Recep Tayyip Erdogan" in out.stdout
    assert "'turc' belongs to TUR" in out.stdout


def test_command_prints_json() -> None:
    out = CliRunner().invoke(app, ["explain", "Sputnik", "--json"])
    assert json.loads(out.stdout)["medium"]["ownership"] == "state"


def test_command_refuses() -> None:
    out = CliRunner().invoke(app, ["explain", "Paris", "--published", "2016-13-01"])
    assert out.exit_code == 2
    assert "is no date selon knows" in out.stderr
