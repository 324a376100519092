"""Writing and tidying the project's TSV tables: comments, header, then rows sorted and unique."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "selon"


def write(path: Path, comments: Sequence[str], columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a table; rows are made NFC, sorted by the whole line and unique."""
    lines = sorted({unicodedata.normalize("NFC", "\t".join(row)) for row in rows})
    head = [f"# {c}" for c in comments] + ["\t".join(columns)]
    path.write_text("\n".join([*head, *lines]) + "\n", encoding="utf-8")


def tidy(path: Path) -> None:
    """Sort a table in place, comments and header kept."""
    lines = unicodedata.normalize("NFC", path.read_text(encoding="utf-8")).split("\n")
    comments = [line for line in lines if line.startswith("#")]
    header, *rows = [line for line in lines if line and not line.startswith("#")]
    path.write_text("\n".join([*comments, header, *sorted(set(rows))]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    for table in [*(PACKAGE / "knowledge").glob("*.tsv"), *(PACKAGE / "lang").glob("*/demonym*.tsv")]:
        tidy(table)
