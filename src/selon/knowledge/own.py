"""A user's own tables: a folder of TSV files that add to the package's knowledge, or correct it.

Each file is called as the package's table that it adds to (``bodies.tsv``) and has some of its columns; a row stands
before every row of the package that has the same name. The whole folder is checked once, before anything is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from selon.knowledge.codes import BODIES, MEDIA_KINDS, OWNERSHIP, SECTORS
from selon.knowledge.dates import first_day, last_day
from selon.knowledge.tables import Row, columns, read_own, rows

REQUIRED = {
    "bodies": ("name",), "demonyms": ("base", "code"), "groups": ("name",), "media": ("name",), "not_surnames": ("word",),
    "offices": ("country", "office", "holder"), "persons": ("holder",), "regions": ("name",), "seats": ("name", "country"),
    "state_names": ("name", "code"), "titles": ("office", "rank"),
}  # fmt: skip
EDTF = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?[~?%]?")


class BadTable(ValueError):
    """A folder or table that cannot be used: `where` it is, what the `problem` is and what the `remedy`."""

    def __init__(self, where: str, problem: str, remedy: str) -> None:
        super().__init__(f"{where}: {problem}. {remedy}.")
        self.where, self.problem, self.remedy = where, problem, remedy


def check(folder: Path) -> None:
    """Raise BadTable at the first thing in a user's folder that no reading could use."""
    if not folder.is_dir():
        raise BadTable(str(folder), "there is no such folder", "Pass the folder that holds your tables")
    tables = sorted(folder.glob("*.tsv"))
    names = ", ".join(f"{name}.tsv" for name in REQUIRED)
    if not tables:
        raise BadTable(str(folder), "it holds no table", f"A table is one of {names}")
    for path in tables:
        if path.stem not in REQUIRED:
            raise BadTable(str(path), "selon has no such table", f"Name it {names}, or move it elsewhere")
    states = {row["code"] for row in rows("states")}
    offices = {row["office"] for row in rows("titles", folder if (folder / "titles.tsv").is_file() else None)}
    for path in tables:
        _check_table(path, states | BODIES, offices)


def _check_table(path: Path, countries: frozenset[str] | set[str], offices: set[str]) -> None:
    try:
        found = read_own(path)
    except (OSError, ValueError) as error:
        raise BadTable(str(path), str(error), "Write it as UTF-8, a line a row, its cells parted by tabs") from None
    known = columns(path.stem)
    for number, row in found:
        where = f"{path}, line {number}"
        strange = [c for c in row if c not in known]
        if strange:
            raise BadTable(where, f"there is no column {strange[0]!r}", f"The columns of {path.name} are: {' '.join(known)}")
        for column in REQUIRED[path.stem]:
            if not row.get(column):
                raise BadTable(where, f"{column!r} is empty", "Fill it, or take the row out")
        for problem, remedy in _faults(path.stem, row, countries, offices):
            raise BadTable(where, problem, remedy)


def _faults(table: str, row: Row, countries: frozenset[str] | set[str], offices: set[str]) -> Iterator[tuple[str, str]]:
    """What is wrong with a row's codes and dates, and what to do."""
    code = "code" if table in ("demonyms", "state_names") else "country"
    allowed: dict[str, tuple[Callable[[str], bool], str]] = {
        code: (lambda v: v in countries, "Use ISO 3166-1 alpha-3 (KOS for Kosovo), or one of " + " ".join(sorted(BODIES))),
        "sector": (lambda v: v in SECTORS, "Use one of " + " ".join(sorted(SECTORS))),
        "ownership": (lambda v: v in OWNERSHIP, "Use one of " + " ".join(sorted(OWNERSHIP))),
        "kind": (lambda v: v in MEDIA_KINDS, "Use one of " + " ".join(sorted(MEDIA_KINDS))),
        "start": (lambda v: EDTF.fullmatch(v) is not None, "Write YYYY, YYYY-MM or YYYY-MM-DD, or leave it empty"),
        "end": (lambda v: EDTF.fullmatch(v) is not None, "Write YYYY, YYYY-MM or YYYY-MM-DD, or leave it empty"),
        "latitude": (lambda v: _number(v, 90), "Write degrees with a dot, south negative"),
        "longitude": (lambda v: _number(v, 180), "Write degrees with a dot, west negative"),
        "weight": (str.isdecimal, "Write a whole number, such as its people"),
        "rank": (str.isdecimal, "Write a whole number; 0 is the weightiest"),
    }
    if table in ("offices", "persons", "seats"):
        allowed["office"] = (lambda v: v in offices, "Use an office of titles.tsv, or add yours in a titles.tsv of your own")
    for column, (right, remedy) in allowed.items():
        if row.get(column) and not right(row[column]):
            yield f"{column} {row[column]!r} is unknown", remedy
    start, end = first_day(row.get("start")), last_day(row.get("end"))
    if start and end and start > end:
        yield "it ends before it starts", "Put the earlier date under start"


def _number(value: str, most: float) -> bool:
    try:
        return abs(float(value)) <= most
    except ValueError:
        return False
