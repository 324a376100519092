"""The index of names: from a name as a text has it to every entry that it may mean, best first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from selon.knowledge.entries import Entry
from selon.knowledge.names import fold, lower_case, strict, strict_forms

_KINDS = {"state": 0, "body": 1, "person": 2, "group": 2, "media": 3}
_FULL, _SURNAME = 0, 1
Hit = tuple[int, bool, Entry]  # level, whether a word without capitals may mean it, entry


class Index:
    """Names of all entries. Acronyms are kept by their exact form, everything else folded."""

    def __init__(self, ranks: Mapping[str, int]) -> None:
        self._ranks = ranks  # weight of an office, small is weighty
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
        small = not forms and (entry.kind == "state" or lower_case(name))
        for key in keys:
            hits = target.setdefault(key, [])
            known = next((i for i, (lv, _, e) in enumerate(hits) if e is entry and lv <= level), None)
            if known is None:
                hits.append((level, small, entry))
            elif small:
                hits[known] = (hits[known][0], True, entry)

    def find(self, name: str, on: str | None = None) -> list[Entry]:
        """Every entry a name may mean: full names before surnames, then those of the date, then the weightier."""
        found = self._cache.get((name, on))
        if found is None:
            if len(self._cache) > 50_000:
                self._cache.clear()
            found = self._cache[name, on] = self._find(name, on)
        return list(found)

    def _find(self, name: str, on: str | None) -> list[Entry]:
        exact = strict(name)
        hits = list(self._exact.get(exact, ())) if exact else []
        key = fold(name)
        folded = self._hits.get(key)
        if folded is None and key[1:2] == " ":  # an initial before the surname
            folded = [h for h in self._hits.get(key[2:], ()) if h[2].kind == "person"]
        if folded:
            small = lower_case(name)
            hits.extend(h for h in folded if h[1] or not small)
        hits.sort(key=lambda h: self._order(h, on))
        seen: set[int] = set()
        return [e for _, _, e in hits if not (id(e) in seen or seen.add(id(e)))]  # type: ignore[func-returns-value]

    def _order(self, hit: Hit, on: str | None) -> tuple[int, int, int, int, int]:
        level, _, e = hit
        when = 0 if e.current(on) and (e.start or e.kind != "person") else 1 if e.started_by(on) else 2
        recent = -int((e.start or "0")[:4]) if when < 2 else int((e.start or "0")[:4])
        rank = self._ranks.get(e.office or "", 5)
        # A past holder is known by the latest office, a present one by the weightiest.
        return (level, when, _KINDS.get(e.kind, 4), rank if when == 0 else recent, recent if when == 0 else rank)
