"""States, seats of government, bodies, armed groups and media as entries with their names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from selon.knowledge.entries import Entry
from selon.knowledge.names import slug
from selon.knowledge.tables import OWN, known, rows, several

Named = tuple[Entry, list[str]]


class _Keys:
    """Keys of one table: a second thing whose name gives the same key gets its country behind."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._taken: dict[str, str] = {}

    def of(self, name: str, country: str) -> str:
        key = f"{self._kind}:{slug(name)}"
        if self._taken.setdefault(key, name) == name:
            return key
        return f"{key}-{country.lower()}"


def states(language: str, extra: Path | None) -> Iterator[Named]:
    """Each state or territory under its name in the language (where the table has it), then its other names."""
    entries: dict[str, Entry] = {}
    for row in rows("states"):
        name = row.get(language) or row["fr"]
        entry = Entry(key=f"state:{row['code']}", name=name, kind="state", country=row["code"], sector="GOV")
        entries[row["code"]] = entry
        yield entry, [row["fr"], row["en"], *several(row["variants"])]
    for row in rows("state_names", extra):
        whole = entries.get(row["code"])
        if whole is None:
            continue
        key = f"{whole.key}-{slug(row['part'])}" if row["part"] else whole.key
        entry = entries.setdefault(key, replace(whole, key=key, name=row["part"])) if row["part"] else whole
        yield entry, [row["name"]]


def seats(extra: Path | None) -> Iterator[Named]:
    """Capitals, palaces and streets that stand for a government: a capital has kind state, the rest are bodies."""
    for row in rows("seats", extra):
        yield (
            Entry(
                key=f"seat:{slug(row['name'])}",
                name=row["name"],
                kind="state" if row["of"] == "capital" else "body",
                country=known(row["country"]),
                sector=known(row["sector"]),
                office=known(row["office"]),
                start=known(row["start"]),
                end=known(row["end"]),
                own=OWN in row,
            ),
            [row["name"], *several(row["variants"])],
        )


def bodies(extra: Path | None) -> Iterator[Named]:
    """International organisations, parliaments, courts, services, parties, associations, firms; and armed groups."""
    for table, kind in (("bodies", "body"), ("groups", "group")):
        keys = _Keys(kind)
        for row in rows(table, extra):
            yield (
                Entry(
                    key=keys.of(row["name"], row["country"]),
                    name=row["name"],
                    kind=kind,
                    country=known(row["country"]),
                    sector=known(row["sector"]),
                    start=known(row["start"]),
                    end=known(row["end"]),
                    own=OWN in row,
                ),
                [row["name"], *several(row["variants"])],
            )


def media(extra: Path | None) -> Iterator[tuple[Entry, list[str], list[str]]]:
    """Agencies, broadcasters, newspapers and sites with names and web domains."""
    keys = _Keys("media")
    for row in rows("media", extra):
        entry = Entry(
            key=keys.of(row["name"], row["country"]),
            name=row["name"],
            kind="media",
            country=known(row["country"]),
            sector="JRN",
            ownership=known(row["ownership"]),
            media_kind=known(row["kind"]),
            start=known(row["start"]),
            end=known(row["end"]),
            own=OWN in row,
        )
        yield entry, [row["name"], *several(row["variants"])], several(row["domains"])
