"""Which of the places of one name a text means: each candidate gets a score from what the article tells.

The score is a share of one: every candidate's evidence is added up, its exponential taken and divided by the sum over
all candidates and over the chance that the name means a place which no table has. The weights were set by hand on news
of well-known places of one name; they are not measured probabilities.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from selon.knowledge.names import parted
from selon.knowledge.places import Gazetteer, Site
from selon.record import Place

PEOPLE = 2.3  # for each power of ten of the population
FEWEST, MOST = 1_000, 30_000_000  # a weight beyond them tells no more
CAPITAL, STATE = 2.0, 5.0
NAMESAKE = -3.5  # a division that shares its name with a town of its land, which is meant more often
ARTICLE = -4.0  # "la Vienne" is no town: towns have no article but in their names
FOREIGN = -12.0  # a state's name in another language: "Mexico" is a town in French
VAGUE = -1.0  # regions, seas and sites weigh without counting people
SORT, OTHER_SORT = 4.0, -4.0  # "the region of", "the town of"
OTHER_SPELLING = -3.0  # as if a twentieth of the people
CONTEXT = 5.0  # all of the article's countries; a share for a part of them
HOME = 0.7  # the publisher's country
NEAR, NEAR_KM = 3.0, 300.0  # beside the other places of the article; the distance at which it falls to a third
INSIDE, OUTSIDE = 8.0, -6.0  # where the text says in what the place lies
INSIDE_KM = 600.0  # a division's middle is no farther from its towns
UNKNOWN, UNKNOWN_ELSEWHERE = 9.0, 1.5  # the place that no table has; more where no candidate lies in the article's countries
MOST_CANDIDATES, MOST_OTHERS, NEAREST = 40, 12, 3
Point = tuple[float, float]  # latitude, longitude
_SORTS = {"town": ("town", "capital"), "division": ("division", "region")}


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place that a name may mean: `score` (0 to 1, best first in a list) and what spoke for and against it."""

    place: Place
    name: str  # the table's own form of the name
    kind: str  # state, capital, town, division, region, sea, land, site
    score: float
    why: tuple[str, ...]
    inside: bool = False  # whether it lies in what the text says


def resolve(
    gazetteer: Gazetteer,
    name: str,
    countries: Mapping[str, float] | Iterable[str] = (),
    others: Sequence[Place] = (),
    inside: str | None = None,
    home: str | None = None,
) -> list[Candidate]:
    """See `Knowledge.resolve_place`."""
    bare, inside = _apart(name, inside)
    sites, sort = gazetteer.sites(bare)
    if not sites and bare != name:
        sites, sort = gazetteer.sites(name)
    if not sites:
        return []
    shares = _shares(countries)
    around = _around(gazetteer, inside, shares) if inside else ()
    near = [((p.latitude, p.longitude), p.name) for p in others if p.latitude is not None and p.longitude is not None]
    article = parted(name)[0][:1].islower()
    towns = [s for s in sites if s.kind in ("town", "capital") and s.own]
    lands = {s.country for s in towns if not article}
    seats = {(s.country, s.division) for s in towns if article}
    sums = []
    for site in sites[:MOST_CANDIDATES]:
        cut = article and (site.kind in ("town", "capital") or (site.country, site.division) in seats)
        points = [*_alone(site, sort, lands, cut), *_context(site, shares, home), *_near(site, near[:MOST_OTHERS])]
        if around:
            points.append(_inside(site, around))
        sums.append((sum(p for p, _ in points), site, points))
    unknown = UNKNOWN + (UNKNOWN_ELSEWHERE if shares and not any(s.country in shares for s in sites) else 0.0)
    top = max(unknown, *(total for total, _, _ in sums))
    parts = [math.exp(total - top) for total, _, _ in sums]
    whole = sum(parts) + math.exp(unknown - top)
    ranked = sorted(zip(parts, sums, strict=True), key=lambda r: -r[0])
    return [_candidate(name, site, part / whole, points) for part, (_, site, points) in ranked]


def _candidate(name: str, site: Site, score: float, points: list[tuple[float, str]]) -> Candidate:
    why = tuple(why for _, why in points if why)
    return Candidate(site.place(name), site.name, site.kind, round(score, 3), why, any(p == INSIDE for p, _ in points))


def _apart(name: str, inside: str | None) -> tuple[str, str | None]:
    """ "Birmingham (Alabama)", "Moscow, Idaho": the name and what the place lies in."""
    if inside is None:
        for sign in ("(", ","):
            bare, _, rest = name.partition(sign)
            rest = rest.rstrip(") ").strip()
            if bare.strip() and rest:
                return bare.strip(), rest
    return name, inside


def _shares(countries: Mapping[str, float] | Iterable[str]) -> dict[str, float]:
    """The countries' shares of one; of a plain list the first weighs most."""
    given = countries if isinstance(countries, Mapping) else {c: 1 / (i + 1) for i, c in enumerate(dict.fromkeys(countries))}
    total = sum(w for w in given.values() if w > 0)
    return {c: w / total for c, w in given.items() if w > 0} if total else {}


def _alone(site: Site, sort: str, lands: set[str | None], article: bool) -> list[tuple[float, str]]:
    """What speaks for a place whatever the article."""
    if site.kind == "state":
        points = [(PEOPLE * math.log10(MOST) + STATE, "state")]
    else:
        people = min(max(site.people, FEWEST), MOST)
        told = f"{site.people} people" if site.kind in ("town", "capital", "division") else site.kind
        points = [(PEOPLE * math.log10(people), told)]
    if article:
        points.append((ARTICLE, "a town's name, with an article"))
    if site.kind == "capital":
        points.append((CAPITAL, "capital"))
    elif site.kind == "division":
        points.append((NAMESAKE if site.country in lands else 0.0, "division"))
    elif site.kind not in ("state", "town"):
        points.append((VAGUE, ""))
    if not site.own:
        points.append((FOREIGN if site.kind == "state" else OTHER_SPELLING, "another spelling of its name"))
    if sort:
        fits = site.kind in _SORTS[sort]
        points.append((SORT, f"called a {sort}") if fits else (OTHER_SORT, f"no {sort}"))
    return points


def _context(site: Site, shares: dict[str, float], home: str | None) -> list[tuple[float, str]]:
    points = []
    share = shares.get(site.country or "", 0.0)
    if share:
        points.append((CONTEXT * share, f"in {site.country}, {share:.0%} of the countries in the context"))
    if home and site.country == home:
        points.append((HOME, f"in {home}, the publisher's country"))
    return points


def _near(site: Site, others: list[tuple[Point, str]]) -> list[tuple[float, str]]:
    """How close a place is to the nearest of the others."""
    point = site.point
    if point is None or not others:
        return []
    far = sorted((distance(point, other), name) for other, name in others)[:NEAREST]
    points = sum(NEAR * math.exp(-km / NEAR_KM) for km, _ in far) / len(far)
    return [(points, f"{far[0][0]:.0f} km from {far[0][1]}")]


def _around(gazetteer: Gazetteer, inside: str, shares: dict[str, float]) -> tuple[Site, ...]:
    """The places that may hold the one looked for: states, divisions, regions of the name, else a town beside it."""
    found, _ = gazetteer.sites(inside)
    wide = tuple(s for s in found if s.kind not in ("town", "capital"))
    return wide or found[:NEAREST]


def _inside(site: Site, around: tuple[Site, ...]) -> tuple[float, str]:
    for outer in around:
        if outer is site or (outer.country != site.country and outer.country is not None):
            continue
        told = f"in {outer.name}, as the text says"
        if outer.kind == "state" or (outer.division and outer.division == site.division):
            return INSIDE, told
        vague = outer.point and site.point and not (outer.division and site.division)
        if vague and distance(outer.point, site.point) < INSIDE_KM:  # type: ignore[arg-type]
            return INSIDE, told
    return OUTSIDE, f"not in {around[0].name}"


def distance(here: Point, there: Point) -> float:
    """Kilometres between two points, on a sphere."""
    a, b, d = math.radians(here[0]), math.radians(there[0]), math.radians(there[1] - here[1])
    h = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(d / 2) ** 2
    return 12_742.0 * math.asin(math.sqrt(min(1.0, h)))
