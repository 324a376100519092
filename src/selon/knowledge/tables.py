"""Reading the knowledge tables: the package's own and a user's folder of tables of the same names."""

from __future__ import annotations

from collections.abc import Iterator
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


def raw_lines(name: str) -> Iterator[list[str]]:
    """The cells of each row of a large table, without dicts (header left out)."""
    text = resources.files("selon").joinpath("knowledge", f"{name}.tsv").read_text(encoding="utf-8")
    lines = (line for line in text.split("\n") if line and not line.startswith("#"))
    next(lines, None)
    for line in lines:
        yield line.split("\t")


def several(cell: str) -> list[str]:
    """The values of a cell that holds several, separated by ``|``."""
    return [v for v in cell.split("|") if v]


def known(cell: str | None) -> str | None:
    """A cell's value; an empty one is None."""
    return cell or None
