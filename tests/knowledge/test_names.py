"""Names of a language: each row names something that the tables have, and each of its names finds it."""

from __future__ import annotations

from pathlib import Path

import pytest

import selon
from selon.knowledge import Knowledge
from selon.knowledge.tables import rows, several

LANGUAGES = sorted(p.parent.name for p in (Path(selon.__file__).parent / "lang").glob("*/names.tsv"))
TABLES = {
    "body": ("bodies", "name"), "group": ("groups", "name"), "media": ("media", "name"), "seat": ("seats", "name"),
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_rows_name_what_is_there(language: str) -> None:
    there = {(kind, row[column]) for kind, (table, column) in TABLES.items() for row in rows(table)}
    there |= {("person", row["holder"]) for table in ("offices", "persons") for row in rows(table)}
    codes = {row["code"] for row in rows("states")}
    for row in rows("names", None, ("lang", language)):
        known = row["name"][:3] in codes if row["kind"] == "state" else (row["kind"], row["name"]) in there
        assert known, row


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_find_their_row(language: str) -> None:
    knowledge = Knowledge.load(language)
    named = [(r, n) for r in rows("names", None, ("lang", language)) for n in [r["label"], *several(r["variants"])]]
    lost = [(r["kind"], r["label"], n) for r, n in named if r["label"] not in {e.name for e in knowledge.lookup(n)}]
    assert not lost, lost[:20]
