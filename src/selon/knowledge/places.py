"""The gazetteer: populated places, divisions, regions and states by name, read on first use."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from selon.knowledge.names import fold
from selon.knowledge.tables import raw_lines, rows, several
from selon.record import Place

LEAST = 15_000  # people of a town that a mere name may mean
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
    def weight(self) -> int:
        """Its people, fewer where the name is a lesser spelling, or its chief town's too."""
        if self.own:
            return self.people // 10 if self.kind == "division" else self.people
        return self.people // (1_000_000 if self.kind == "state" else 10)

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
    """Places by folded name; each name's places are ranked by their weight."""

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
        """A state's name is a place too, before all others of that name; less so its name in another language."""
        sites: dict[str, Site] = {}
        for row in rows("states", extra):
            number = int(row["geonames"]) if row["geonames"] else None
            site = sites[row["code"]] = Site(row["fr"], "state", row["code"], "", None, None, _STATE, number, True)
            own = [row.get(language) or row["fr"], *several(row["variants"])]
            for name in own:
                self._put(fold(name), site)
            keys = {fold(name) for name in own}
            for name in (row["fr"], row["en"]):
                if fold(name) not in keys:
                    self._put(fold(name), site._replace(own=False))
        for row in rows("state_names", extra):
            whole = sites.get(row["code"])
            if whole is not None and not row["part"]:  # the parts stand among the divisions and regions
                self._put(fold(row["name"]), whole)
        for row in rows("names", extra, ("lang", language)):
            if row["kind"] == "state" and row["name"] in sites:
                for name in [row["label"], *several(row["variants"])]:
                    self._put(fold(name), sites[row["name"]])

    def sites(self, name: str) -> tuple[tuple[Site, ...], str]:
        """The places of a name, the weightiest first, and the sort that the words around it tell ("région de").

        Such words are left aside only where the whole is no known name. The sort is empty, town or division.
        """
        key = fold(name.partition("(")[0] or name)
        found = self._of(key)
        words = key.split()
        if found or not words:
            return found, ""
        sort = ""
        while not found and len(words) > 1 and words[0] in self._words:
            sort = self._words[words.pop(0)] or sort
            found = self._of(" ".join(words))
        if not found and len(words) > 1 and self._words.get(words[-1]):  # "Kherson region"
            sort = self._words[words.pop()]
            found = self._of(" ".join(words))
        return found, sort

    def _of(self, key: str) -> tuple[Site, ...]:
        found = self._sites.get(key)
        if found is None:
            rows = self._rows.get(key, [])
            sites = [_site(r, key) for r in (rows if isinstance(rows, list) else [rows])]
            found = self._sites[key] = tuple(sorted(sites, key=lambda s: -s.weight))
        return found

    def find(self, name: str, countries: tuple[str, ...] = (), least: int = LEAST) -> list[Place]:
        """All places of a name: those in the given countries first (in their order), then by population.

        Towns of fewer people than `least` are left out: their names are many other things too.
        """
        sites = [s for s in self.sites(name)[0] if s.people >= least or s.kind != "town"]
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
