"""The index of names: from a name as a text has it to every entry that it may mean, best first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from selon.knowledge.entries import Entry
from selon.knowledge.names import core, fold, lower_case, respelt, strict_forms, titled

_KINDS = {"state": 0, "body": 1, "person": 2, "group": 2, "media": 3}
_FULL, _SURNAME = 0, 1
_PASSING = 3  # the rank from which an office tells little about a person who has left it
_ANY, _CAPITAL, _TITLE = 0, 1, 2  # what a word must have to mean an entry: nothing, a capital, a capital article too
Hit = tuple[int, int, Entry]  # level, need, entry


class Index:
    """Names of all entries. Acronyms are kept by their exact form, everything else folded.

    With `titles`, a name that is a title with its article (``Le Monde``) is found only with it.
    """

    def __init__(self, ranks: Mapping[str, int], titles: bool = True) -> None:
        self._ranks = ranks  # weight of an office, small is weighty
        self._titles = titles
        self._hits: dict[str, list[Hit]] = {}
        self._exact: dict[str, list[Hit]] = {}
        self._cache: dict[tuple[str, str | None], list[Entry]] = {}

    def add(self, entry: Entry, names: Iterable[str], surnames: Iterable[str] = ()) -> None:
        """Make an entry findable by its names, and lower by its surnames."""
        for name in names:
            self._put(entry, name, _FULL)
        for name in surnames:
            self._put(entry, name, _SURNAME)

    def _put(self, entry: Entry, name: str, level: int) -> None:
        forms = strict_forms(name)
        keys, target = (forms, self._exact) if forms else ((fold(name),), self._hits)
        need = _ANY if lower_case(name) else _CAPITAL
        if self._titles and entry.kind != "state" and not entry.key.startswith("seat:") and titled(name):
            need = _TITLE
        for key in keys:
            hits = target.get(key)
            if hits is None:
                target[key] = [(level, need, entry)]
                continue
            known = next((i for i, (lv, _, e) in enumerate(hits) if e is entry and lv <= level), None)
            if known is None:
                hits.append((level, need, entry))
            elif need < hits[known][1]:
                hits[known] = (hits[known][0], need, entry)

    def find(self, name: str, on: str | None = None) -> list[Entry]:
        """Every entry a name may mean: full names before surnames, then those of the date, then the weightier."""
        found = self._cache.get((name, on))
        if found is None:
            if len(self._cache) > 50_000:
                self._cache.clear()
            found = self._find(name, on)
            if not found and name.rstrip().endswith(")"):  # "Union européenne (UE)"
                head, _, tail = name.rstrip()[:-1].partition("(")
                found = self._find(head, on)
                if not found and core(head)[:1].isupper():  # not "partisans du Parti … (PKK)"
                    found = self._find(tail, on)
            self._cache[name, on] = found
        return list(found)

    def _find(self, name: str, on: str | None) -> list[Entry]:
        has = _ANY if lower_case(name) else _TITLE if titled(name) else _CAPITAL
        hits = list(self._exact.get(core(name).replace(".", ""), ()))
        key = fold(name)
        folded = self._hits.get(key)
        if folded is None and key[1:2] == " ":  # an initial before the surname
            folded = [h for h in self._hits.get(key[2:], ()) if h[2].kind == "person"]
        if folded:
            hits.extend(folded)
        hits = [h for h in hits if h[1] <= has]
        if not hits and " " in key and has == _CAPITAL:
            hits = self._respelt.get(respelt(key), [])[:]
        hits.sort(key=lambda h: self._order(h, on))
        seen: set[int] = set()
        return [e for _, _, e in hits if not (id(e) in seen or seen.add(id(e)))]  # type: ignore[func-returns-value]

    @cached_property
    def _respelt(self) -> dict[str, list[Hit]]:
        """The full names of persons by what is left of them when spelling varies (Mohammed Bouazizi, Mohamed Bouazizi)."""
        out: dict[str, list[Hit]] = {}
        for key, hits in self._hits.items():
            if " " not in key:
                continue
            persons = [h for h in hits if h[0] == _FULL and h[2].kind == "person"]
            if persons:
                out.setdefault(respelt(key), []).extend(persons)
        return {key: hits for key, hits in out.items() if len({h[2].key for h in hits}) == 1}  # two of one spelling tell nothing

    def _order(self, hit: Hit, on: str | None) -> tuple[int, ...]:
        level, _, e = hit
        when = 0 if e.current(on) and (e.start or e.kind != "person") else 1 if e.started_by(on) else 2
        recent = -int((e.start or "0")[:4]) if when < 2 else int((e.start or "0")[:4])
        rank = self._ranks.get(e.office or "", 5)
        if on is None:  # without a date the weightiest of all, the latest of equals
            return (level, not e.own, 0, _KINDS.get(e.kind, 4), rank if e.kind == "person" else when, recent)
        # A past holder is known by the latest office (a turn in a chair aside), a present one by the weightiest.
        weight = (rank, recent) if when == 0 else (rank >= _PASSING, recent)
        return (level, not e.own, when, _KINDS.get(e.kind, 4), *weight)
