"""The gazetteer: populated places, divisions, regions and states by name, read on first use."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from selon.knowledge.names import fold
from selon.knowledge.tables import raw_lines, rows, several
from selon.record import Place

_STATE = 10**10  # the weight of a state among places of its name


class Site(NamedTuple):
    """One place of the tables: `kind` is state, capital, town, division, region, sea, land or site."""

    name: str  # the table's own form
    kind: str
    country: str | None  # None where several states share it
    division: str  # GeoNames' code of the first-level division that it lies in or is; may be empty
    latitude: float | None
    longitude: float | None
    people: int  # the population, or a weight in its stead
    geonames: int | None
    own: bool  # whether the name asked for is its own or French name, not a lesser spelling

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude, where both are known."""
        return None if self.latitude is None or self.longitude is None else (self.latitude, self.longitude)

    def place(self, name: str) -> Place:
        """The record's place under the name that a text gives it."""
        return Place(
            name=name, country=self.country, latitude=self.latitude, longitude=self.longitude, geonames=self.geonames
        )  # fmt: skip


_Row = str | Site  # a row of a large table is taken apart only when its name is asked for


class Gazetteer:
    """Places by folded name; each name's places are ranked by population, a lesser spelling's at a tenth of it."""

    def __init__(self, language: str, extra: Path | None = None) -> None:
        words = rows("place_words", extra, ("lang", language))
        self._words = {fold(row["word"]): row["class"] for row in words}
        self._rows: dict[str, _Row | list[_Row]] = {}
        self._sites: dict[str, tuple[Site, ...]] = {}
        for table in ("places", "divisions"):
            for line in raw_lines(table):
                _, keys, others, _ = line.split("\t", 3)
                for key in keys.split("|"):
                    self._put(key, line)
                if others:
                    for key in others.split("|"):
                        self._put(key, line)
        self._add_regions(extra)
        self._add_states(language, extra)

    def _put(self, key: str, row: _Row) -> None:
        known = self._rows.get(key)
        if known is None:
            self._rows[key] = row
        elif isinstance(known, list):
            if row not in known:
                known.append(row)
        elif known != row:
            self._rows[key] = [known, row]

    def _add_regions(self, extra: Path | None) -> None:
        for row in rows("regions", extra):
            lat, lon = row["latitude"], row["longitude"]
            site = Site(
                row["name"], row.get("class") or "region", row["country"] or None, "",
                float(lat) if lat else None, float(lon) if lon else None, int(row["weight"] or 0), None, True,
            )  # fmt: skip
            for name in [row["name"], *several(row["variants"])]:
                self._put(fold(name), site)

    def _add_states(self, language: str, extra: Path | None) -> None:
        """A state's name is a place too, before all others of that name."""
        table = rows("states", extra)
        sites = {
            r["code"]: Site(r["fr"], "state", r["code"], "", None, None, _STATE, int(r["geonames"] or 0) or None, True)
            for r in table
        }
        for row in table:
            for name in [row["fr"], row["en"], *several(row["variants"])]:
                self._put(fold(name), sites[row["code"]])
        for row in rows("state_names", extra):
            if row["code"] in sites:
                self._put(fold(row["name"]), sites[row["code"]])
        for row in rows("names", extra, ("lang", language)):
            if row["kind"] == "state" and row["name"] in sites:
                for name in [row["label"], *several(row["variants"])]:
                    self._put(fold(name), sites[row["name"]])

    def sites(self, name: str) -> tuple[tuple[Site, ...], str]:
        """The places of a name, the most populous first, and the sort that the words before it tell ("région de").

        Such words are left aside only where the whole is no known name. The sort is empty, town or division.
        """
        key = fold(name.partition("(")[0] or name)
        found = self._of(key)
        words = key.split()
        if found or not words or words[0] not in self._words:
            return found, ""
        sort = ""
        while words and words[0] in self._words:
            sort = self._words[words.pop(0)] or sort
        return self._of(" ".join(words)), sort

    def _of(self, key: str) -> tuple[Site, ...]:
        found = self._sites.get(key)
        if found is None:
            rows = self._rows.get(key, [])
            sites = [_site(r, key) for r in (rows if isinstance(rows, list) else [rows])]
            found = self._sites[key] = tuple(sorted(sites, key=lambda s: -(s.people if s.own else s.people // 10)))
        return found

    def find(self, name: str, countries: tuple[str, ...] = ()) -> list[Place]:
        """All places of a name: those in the given countries first (in their order), then by population."""
        sites, _ = self.sites(name)
        order = {c: i for i, c in enumerate(countries)}
        return [s.place(name) for s in sorted(sites, key=lambda s: order.get(s.country or "", len(order)))]


def _site(row: _Row, key: str) -> Site:
    if isinstance(row, Site):
        return row
    name, keys, _, country, division, lat, lon, people, number, kind = row.split("\t")
    return Site(
        name, kind, country, division, float(lat), float(lon), int(people), int(number) if number else None,
        key in keys.split("|"),
    )  # fmt: skip
