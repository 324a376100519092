"""A user's own tables: they come first, and a fault in one is told with its line and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

import selon
from selon.cli.app import app
from selon.ingest.errors import BadKnowledge
from selon.knowledge import Knowledge
from selon.knowledge.own import BadTable


def table(folder: Path, name: str, *lines: str) -> Path:
    (folder / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def test_adds_a_body_with_some_columns(tmp_path: Path) -> None:
    table(tmp_path, "bodies", "# mine", "name\tcountry\tsector", "Ligue des jardiniers de Meudon\tFRA\tCVL")
    found = Knowledge.load("fr", tmp_path).lookup("Ligue des jardiniers de Meudon")
    assert [(e.country, e.sector, e.own) for e in found] == [("FRA", "CVL", True)]


def test_corrects_a_row_of_another_kind(tmp_path: Path) -> None:
    table(tmp_path, "groups", "name\tcountry\tsector", "Greenpeace\tNLD\tUAF")
    first = Knowledge.load("fr", tmp_path).lookup("Greenpeace")[0]
    assert (first.kind, first.country) == ("group", "NLD")


def test_corrects_a_holder(tmp_path: Path) -> None:
    row = "TUV\thead_of_government\tJeanne Exemple\tGOV\t2020-01-01\t"
    table(tmp_path, "offices", "country\toffice\tholder\tsector\tstart\tend", row)
    holder = Knowledge.load("fr", tmp_path).holder("head_of_government", "TUV", "2021-01-01")
    assert holder is not None
    assert holder.name == "Jeanne Exemple"


def test_spreadsheets_leave_marks(tmp_path: Path) -> None:
    text = "\ufeffname\tcountry\r\nCercle des puisatiers\tFRA\r\n\r\n"
    (tmp_path / "bodies.tsv").write_bytes(text.encode())
    assert Knowledge.load("fr", tmp_path).lookup("Cercle des puisatiers")[0].country == "FRA"


@pytest.mark.parametrize(
    ("name", "lines", "message"),
    [
        ("bodies", ["name\tcountry", "X\tFR"], "line 2: country 'FR' is unknown. Use ISO 3166-1"),
        ("bodies", ["name\tpays", "X\tFRA"], "line 2: there is no column 'pays'. The columns of bodies.tsv are: name"),
        ("bodies", ["name\tcountry", "\tFRA"], "line 2: 'name' is empty"),
        ("bodies", ["name", "X\tFRA"], "line 2 has 2 cells"),
        ("bodies", ["name\tsector", "X\tSTATE"], "sector 'STATE' is unknown"),
        ("groups", ["name\tstart\tend", "X\t2020\t2019-05"], "it ends before it starts"),
        ("groups", ["name\tstart", "X\t1er mai"], "start '1er mai' is unknown. Write YYYY"),
        ("offices", ["country\toffice\tholder", "FRA\tgardener\tX"], "office 'gardener' is unknown"),
        ("regions", ["name\tlatitude", "X\t48,85"], "latitude '48,85' is unknown. Write degrees with a dot"),
        ("media", ["name\townership", "X\tmixed"], "ownership 'mixed' is unknown"),
        ("bodys", ["name", "X"], "selon has no such table"),
        ("bodies", ["# nothing"], "it has no line of column names"),
    ],
)
def test_faults(tmp_path: Path, name: str, lines: list[str], message: str) -> None:
    table(tmp_path, name, *lines)
    with pytest.raises(BadTable) as caught:
        Knowledge.load("fr", tmp_path)
    assert message in str(caught.value)
    assert f"{name}.tsv" in str(caught.value)


def test_no_folder_no_table_no_utf8(tmp_path: Path) -> None:
    with pytest.raises(BadTable, match="no such folder"):
        Knowledge.load("fr", tmp_path / "absent")
    with pytest.raises(BadTable, match="holds no table"):
        Knowledge.load("fr", tmp_path)
    (tmp_path / "bodies.tsv").write_bytes(b"name\nCaf\xe9\n")
    with pytest.raises(BadTable, match="it is not UTF-8"):
        Knowledge.load("fr", tmp_path)


def test_reading_uses_them(tmp_path: Path) -> None:
    table(tmp_path, "bodies", "name\tcountry\tsector\tvariants", "Comité des deux rives\tMLI\tCVL\tC2R")
    text = "La sécheresse s'aggrave, a indiqué le C2R lundi à Ségou."
    party = selon.read(text, language="fr", knowledge=tmp_path).statements[0].speakers[0]
    assert (party.name, party.country, party.sector) == ("C2R", "MLI", "CVL")
    with pytest.raises(BadKnowledge):
        selon.read(text, language="fr", knowledge=tmp_path / "absent")


def test_command_says_what_to_do(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Le maire a démissionné, a annoncé la préfecture.", encoding="utf-8")
    out = CliRunner().invoke(app, ["read", str(article), "--language", "fr", "--knowledge", str(tmp_path / "x")])
    assert out.exit_code == 2
    assert "there is no such folder. Pass the folder that holds your tables." in out.stderr
