"""Words of one language, read from the TSV tables in its folder; a new language is a new folder of the same tables."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from importlib import resources
from typing import Any


class Table(list[dict[str, str]]):
    """Rows of one TSV table as dicts by column name; empty cells are empty strings."""


@dataclass(frozen=True)
class Words:
    """The tables of one language, read on first use."""

    language: str

    def table(self, name: str) -> Table:
        """The table ``lang/<language>/<name>.tsv``; raises FileNotFoundError when the language has none."""
        return read_table("lang", self.language, f"{name}.tsv")

    def column(self, name: str, key: str = "word") -> frozenset[str]:
        """The values of one column of a table."""
        return frozenset(row[key] for row in self.table(name))


@functools.cache
def read_table(*path: str) -> Table:
    """A TSV file of the package: lines starting with ``#`` are its origin and licence, the first other line its columns."""
    file: Any = resources.files("selon")
    for part in path:
        file = file / part
    return parse_table(file.read_text(encoding="utf-8"))


def parse_table(text: str) -> Table:
    """Rows of a TSV text; raises ValueError on a row whose cells do not match the columns."""
    lines = [line for line in text.split("\n") if line]
    while lines and lines[0].startswith("#"):  # comments stand at the top only: a word may begin with # too
        del lines[0]
    columns = lines[0].split("\t")
    out = Table()
    for line in lines[1:]:
        cells = line.split("\t")
        if len(cells) != len(columns):
            raise ValueError(f"{len(cells)} cells instead of {len(columns)}: {line!r}")
        out.append(dict(zip(columns, cells, strict=True)))
    return out


@functools.cache
def words(language: str) -> Words:
    """The words of a language by its code (``fr``); raises KeyError when there is no folder for it."""
    if not (resources.files("selon") / "lang" / language / "cues.tsv").is_file():
        raise KeyError(f"selon has no language {language!r}")
    return Words(language)
