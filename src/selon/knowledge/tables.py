"""Reading the knowledge tables: the package's own and a user's folder of tables of the same names."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import Any

from selon.lang import parse_table, read_table

Row = dict[str, str]


def rows(name: str, extra: Path | None = None, folder: tuple[str, ...] = ("knowledge",)) -> list[Row]:
    """The rows of a table, a user's own first; an absent table has none."""
    out: list[Row] = []
    if extra is not None and (extra / f"{name}.tsv").is_file():
        out.extend(parse_table((extra / f"{name}.tsv").read_text(encoding="utf-8")))
    file: Any = resources.files("selon").joinpath(*folder, f"{name}.tsv")
    if file.is_file():
        out.extend(read_table(*folder, f"{name}.tsv"))
    return out


def raw_lines(name: str) -> list[str]:
    """The rows of a large table as they stand in the file (comments and header left out); an absent table has none."""
    file: Any = resources.files("selon").joinpath("knowledge", f"{name}.tsv")
    if not file.is_file():
        return []
    lines: list[str] = file.read_text(encoding="utf-8").split("\n")
    first = next(i for i, line in enumerate(lines) if not line.startswith("#"))
    return lines[first + 1 : -1]  # the file ends in a line break


def several(cell: str) -> list[str]:
    """The values of a cell that holds several, separated by ``|``."""
    return [v for v in cell.split("|") if v]


def known(cell: str | None) -> str | None:
    """A cell's value; an empty one is None."""
    return cell or None
