"""Every table of words under lang/: readable, sorted, unique, NFC, with its origin and licence."""

import unicodedata
from importlib import resources
from pathlib import Path

import pytest

from selon.lang import parse_table

FOLDER = Path(str(resources.files("selon"))) / "lang"
TABLES = sorted(FOLDER.glob("*/*.tsv"))


@pytest.mark.parametrize("path", TABLES, ids=[p.stem for p in TABLES])
def test_a_table_is_in_order(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert text.endswith("\n")
    assert "\r" not in text
    lines = text.rstrip("\n").split("\n")
    top = next(i for i, line in enumerate(lines) if not line.startswith("#"))
    comments, rows = lines[:top], lines[top + 1 :]
    assert any("origin" in c.lower() for c in comments), "no origin"
    assert any("licence" in c.lower() for c in comments), "no licence"
    assert rows == sorted(rows), "not sorted"
    assert len(rows) == len(set(rows)), "a row stands twice"
    table = parse_table(text)
    assert table
    for row in table:
        for cell in row.values():
            assert cell == cell.strip()
            assert cell.lower() not in ("null", "unknown", "n/a"), "a sentinel"


def test_a_broken_row_is_named() -> None:
    with pytest.raises(ValueError, match="3 cells instead of 2"):
        parse_table("# origin\nword\tclass\na\tb\tc\n")
