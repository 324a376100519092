"""Labels: the names in one language of what the knowledge tables have under another, from that language's names table."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from selon.knowledge.entries import Entry
from selon.knowledge.tables import rows, several


class Labels:
    """The main name and further names of entries in one language; none for the language that the tables are kept in."""

    def __init__(self, language: str, extra: Path | None = None) -> None:
        self._entries: dict[Entry, Entry] = {}  # one object an entry: a state stands in several rows
        self._names: dict[tuple[str, str], list[str]] = {}
        for row in rows("names", extra, ("lang", language)):
            self._names.setdefault((row["kind"], row["name"]), []).extend([row["label"], *several(row["variants"])])

    def name(self, entry: Entry, names: list[str]) -> tuple[Entry, list[str], list[str]]:
        """The entry under its name in the language, all its names, and those that the language adds."""
        kind, _, rest = entry.key.partition(":")
        added = self._names.get((kind, rest if kind == "state" else entry.name), [])
        if not added:
            return entry, names, []
        known = self._entries.setdefault(entry, entry)
        if known is entry:
            known = self._entries[entry] = replace(entry, name=added[0])
        return known, [*names, *added], added
