"""The gazetteer: populated places, regions and French names of places, read on first use."""

from __future__ import annotations

from pathlib import Path

from selon.knowledge.names import fold
from selon.knowledge.tables import raw_lines, rows, several
from selon.record import Place

_Spot = tuple[str, str, str, int, str]  # country, latitude, longitude, population, geonames id

_STATE = 10**10  # the weight of a state among places


class Gazetteer:
    """Places by folded name; each name's places are ranked by population."""

    def __init__(self, language: str, extra: Path | None = None) -> None:
        self._words = frozenset(fold(row["word"]) for row in rows("place_words", extra, ("lang", language)))
        self._spots: dict[str, list[_Spot]] = {}
        for _, keys, others, country, lat, lon, people, number in raw_lines("places"):
            spot = (country, lat, lon, int(people), number)
            for key in keys.split("|"):
                self._spots.setdefault(key, []).append(spot)
            if others:  # a lesser spelling must not beat a place's own name
                lesser = (country, lat, lon, spot[3] // 10, number)
                for key in others.split("|"):
                    self._spots.setdefault(key, []).append(lesser)
        for row in rows("regions", extra):
            spot = (row["country"], row["latitude"], row["longitude"], int(row["weight"] or 0), "")
            for name in [row["name"], *several(row["variants"])]:
                self._put(name, spot)
        self._add_states(extra)
        for spots in self._spots.values():
            if len(spots) > 1:
                spots.sort(key=lambda s: -s[3])

    def _add_states(self, extra: Path | None) -> None:
        """A state's name is a place too, before all others of that name."""
        spots = {r["code"]: (r["code"], "", "", _STATE, r["geonames"]) for r in rows("states", extra)}
        for row in rows("states", extra):
            for name in [row["fr"], *several(row["variants"])]:
                self._put(name, spots[row["code"]])
        for row in rows("state_names", extra):
            if row["code"] in spots:
                self._put(row["name"], spots[row["code"]])

    def _spots_of(self, name: str) -> list[_Spot]:
        """The places of a name; words such as "région de" or "nord du" before it are left aside if need be."""
        key = fold(name.partition("(")[0] or name)
        found = self._spots.get(key)
        if found is not None or not self._words:
            return found or []
        words = key.split()
        if words and words[0] in self._words:
            while words and words[0] in self._words:
                words.pop(0)
            return self._spots.get(" ".join(words), [])
        return []

    def _put(self, name: str, spot: _Spot) -> None:
        spots = self._spots.setdefault(fold(name), [])
        if spot not in spots:
            spots.append(spot)

    def find(self, name: str, countries: tuple[str, ...] = ()) -> list[Place]:
        """All places of a name: those in the given countries first (in their order), then by population."""
        spots = self._spots_of(name)
        order = {c: i for i, c in enumerate(countries)}
        ranked = sorted(spots, key=lambda s: order.get(s[0], len(order)))
        return [_place(name, s) for s in ranked]


def _place(name: str, spot: _Spot) -> Place:
    country, lat, lon, _, number = spot
    return Place(
        name=name,
        country=country or None,
        latitude=float(lat) if lat else None,
        longitude=float(lon) if lon else None,
        geonames=int(number) if number else None,
    )
