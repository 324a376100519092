"""Reading the knowledge tables: the package's own and a user's folder of tables of the same names."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import Any

from selon.lang import read_table

Row = dict[str, str]
OWN = "own"  # the column that marks a user's rows


def rows(name: str, extra: Path | None = None, folder: tuple[str, ...] = ("knowledge",)) -> list[Row]:
    """The rows of a table, a user's own first (marked in the column `OWN`); an absent table has none."""
    out: list[Row] = []
    if extra is not None and (extra / f"{name}.tsv").is_file():
        empty = dict.fromkeys(columns(name), "")
        out.extend(empty | row | {OWN: "yes"} for _, row in read_own(extra / f"{name}.tsv"))
    file: Any = resources.files("selon").joinpath(*folder, f"{name}.tsv")
    if file.is_file():
        out.extend(read_table(*folder, f"{name}.tsv"))
    return out


def columns(name: str) -> list[str]:
    """The columns of a table of the package; of a language's table those of any language."""
    root: Any = resources.files("selon")
    for file in (root / "knowledge" / f"{name}.tsv", *(f / f"{name}.tsv" for f in (root / "lang").iterdir() if f.is_dir())):
        if file.is_file():
            header = next(line for line in file.read_text(encoding="utf-8").split("\n") if not line.startswith("#"))
            return str(header).split("\t")
    raise KeyError(name)


def read_own(path: Path) -> list[tuple[int, Row]]:
    """Line number and cells of each row of a user's table; comments (#) and empty lines are passed over.

    A row with fewer cells than columns ends in empty ones. Raises ValueError on bad bytes or too many cells.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(f"it is not UTF-8 (byte {error.start})") from None
    lines = [(n, line) for n, line in enumerate(text.splitlines(), 1) if line.strip() and not line.startswith("#")]
    if not lines:
        raise ValueError("it has no line of column names")
    header = [cell.strip() for cell in lines[0][1].split("\t")]
    out = []
    for number, line in lines[1:]:
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) > len(header):
            raise ValueError(f"line {number} has {len(cells)} cells, the first line {len(header)} columns")
        out.append((number, dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True))))
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
