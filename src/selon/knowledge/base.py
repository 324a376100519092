"""`Knowledge`: all tables loaded, and the questions that the reading steps ask of them."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

from selon.knowledge.demonyms import Demonyms
from selon.knowledge.domains import host_of, suffixes
from selon.knowledge.entries import Entry
from selon.knowledge.index import Index
from selon.knowledge.labels import Labels
from selon.knowledge.names import plain
from selon.knowledge.own import check
from selon.knowledge.people import ACTING, Offices, Surnames, people
from selon.knowledge.places import Gazetteer
from selon.knowledge.resolve import Candidate, resolve
from selon.knowledge.tables import rows, several
from selon.knowledge.things import bodies, media, seats, states
from selon.record import Place

LARGE = 3_000_000  # people of a division that is named without saying that it is one


class Knowledge:
    """What is known about the world. Names may carry an article, any case, accents or none, any apostrophe or hyphen.

    A single word without a capital finds only what the tables write without one (``talibans``); acronyms of up to
    five letters need their capitals (``UE``, ``OTAN`` or ``Otan``; never ``eu``); a newspaper's title its article.
    """

    def __init__(self, language: str, extra: Path | None = None) -> None:
        ranks = {row["office"]: int(row["rank"]) for row in rows("titles", extra)}
        self._language, self._extra = language, extra
        self._all, self._states, self._seats = Index(ranks), Index(ranks), Index(ranks)
        self._media = Index(ranks, titles=False)
        self._offices = Offices(ranks)
        self._domains: dict[str, Entry] = {}
        self._demonyms = Demonyms(language, extra)
        self._leading = {row["country"]: row["office"] for row in rows("leaders", extra)}
        self._state_names: dict[str, str] = {}
        self._division_twins: dict[str, str | None] = {}
        self._forms: dict[str, tuple[str, ...]] = {}
        for row in rows("state_forms", extra):
            self._forms[row["form"]] = (*self._forms.get(row["form"], ()), row["code"])
        self._fill()
        self._heads = self._heads_of_bodies()

    @classmethod
    def load(cls, language: str, extra: Path | None = None) -> Knowledge:
        """Read all tables; those of the folder `extra` stand before the package's own (see `selon.knowledge.own`).

        Raises BadTable where a table of that folder cannot be used.
        """
        if extra is not None:
            check(extra)
        with _no_collection():
            return cls(language, extra)

    def _fill(self) -> None:
        labels = Labels(self._language, self._extra)
        for known, given in states(self._language, self._extra):
            entry, names, _ = labels.name(known, given)
            self._all.add(entry, names)
            self._states.add(entry, names)
            self._state_names.setdefault(known.key.removeprefix("state:"), entry.name)
        for source, index in ((seats, self._seats), (bodies, None)):
            for known, given in source(self._extra):
                entry, names, _ = labels.name(known, given)
                self._all.add(entry, names)
                if index is not None:
                    index.add(entry, names)
        for known, given, domains in media(self._extra):
            entry, names, _ = labels.name(known, given)
            self._all.add(entry, names)
            self._media.add(entry, names)
            for domain in domains:
                self._domains.setdefault(domain, entry)
        family = Surnames(self._extra)
        for known, given, short in people(family, self._extra):
            entry, names, added = labels.name(known, given)
            short = [*short, *(s for name in added for s in family.of(name) if short)]
            self._all.add(entry, names, short)
            self._offices.add(entry)

    def _heads_of_bodies(self) -> dict[str, list[str]]:
        """The offices of each body that has one head, the weightiest first."""
        out: dict[str, list[str]] = {}
        for row in sorted(rows("titles", self._extra), key=lambda r: int(r["rank"])):
            for body in several(row["body"]):
                entries = self._all.find(body)
                if entries:
                    out.setdefault(entries[0].key, []).append(row["office"])
        return out

    def lookup(self, name: str, on: str | None = None) -> list[Entry]:
        """Every entry a name may mean, best first: full names before surnames, then who is in office on `on`."""
        return self._all.find(name, on)

    def demonym(self, word: str) -> str | None:
        """The state (or UNO, EUR …) of an adjective or noun of origin in any form; of a compound the first part's."""
        codes = self._demonyms.codes(word)
        return codes[0] if codes else None

    def demonyms(self, word: str) -> list[str]:
        """All codes a word of origin may mean: both Congos for ``congolais``, both parts of ``russo-turc``."""
        return self._demonyms.codes(word)

    def state(self, name: str) -> str | None:
        """The code of a state or territory by any of its names."""
        found = self._states.find(name)
        return found[0].country if found else None

    def state_name(self, code: str) -> str:
        """The name of a state in the language."""
        return self._state_names.get(code, "")

    def division_twin(self, name: str) -> str | None:
        """The country of a large division that bears a state's name (Georgia: USA)."""
        if name not in self._division_twins:
            own = self.state(name)
            found = (s for s in self._gazetteer.sites(name)[0] if s.kind == "division" and s.own and s.people >= LARGE)
            self._division_twins[name] = next((s.country for s in found if s.country != own), None)
        return self._division_twins[name]

    def seat(self, name: str) -> Entry | None:
        """The government (or its part) that a capital, palace or street stands for."""
        found = self._seats.find(name)
        return found[0] if found else None

    def holder(self, office: str, country: str, on: str | None) -> Entry | None:
        """Who held the office on that EDTF date; without a date the latest known."""
        found = self._offices.holder(office, country, on)
        if found is None and office.startswith(ACTING):
            return self._offices.holder(office.removeprefix(ACTING), country, on)
        return found

    def holders(self, office: str, on: str | None) -> list[Entry]:
        """All who hold an office of any country on that EDTF date."""
        return self._offices.held(office, on)

    def next_holder(self, office: str, country: str, on: str) -> Entry | None:
        """Who took the office within half a year after that EDTF date (le président élu)."""
        return self._offices.next(office, country, on)

    def former_holder(self, office: str, country: str, on: str, fallen: bool = False) -> Entry | None:
        """The former holder whom the title alone means on that EDTF date: the only one who left it in the last years, or
        (`fallen`) the last one."""
        return self._offices.former(office, country, on, fallen)

    def last_holder(self, office: str, country: str, on: str) -> Entry | None:
        """Who held the office before those who hold it on that EDTF date."""
        return next(iter(self._offices.past(office, country, on)), None)

    def holder_beside(self, entry: Entry, later: bool = False) -> Entry | None:
        """The predecessor in the office of a person's entry, or (`later`) the successor."""
        return self._offices.beside(entry, later)

    def leading_office(self, country: str) -> str:
        """The office that leads a state; empty where no one beyond doubt does."""
        return self._leading.get(country, "head_of_state")

    def leader(self, country: str, on: str | None) -> Entry | None:
        """Who led a state on that EDTF date, where one office leads it beyond doubt."""
        office = self.leading_office(country)
        if office:
            return self.holder("supreme_leader", country, on) or self.holder(office, country, on)
        head = self.holder("head_of_state", country, on)  # who is two of these at once leads the state
        others = (self.holder(o, country, on) for o in ("head_of_government", "party_leader"))
        return head if head is not None and any(o is not None and o.key == head.key for o in others) else None

    def states_of_form(self, form: str) -> tuple[str, ...]:
        """The states of a form: kingdom, emirate …"""
        return self._forms.get(form, ())

    def office_of_head(self, body: Entry, title: str = "") -> str | None:
        """The office that heads an international body (OTAN: ``nato_secretary_general``).

        Of several that whose key ends in `title`: the ``secretary_general`` of FIFA is not its president.
        """
        offices = self._heads.get(body.key, [])
        return next((o for o in offices if title and o.endswith(title)), offices[0] if offices else None)

    def offices_of(self, name: str) -> list[Entry]:
        """All offices of the person whom a name means best, newest first."""
        found = [e for e in self._all.find(name) if e.kind == "person"]
        return self._offices.of(found[0].key) if found else []

    def medium(self, name: str, countries: Mapping[str, float] | None = None, beside: str = "") -> Entry | None:
        """A medium by name, alias, web domain or URL; of several of one name the one the rest of whose own name stands in
        the text `beside` it (the Post, in New York), then that of the weightiest of `countries`."""
        found = self._media.find(name)
        first = next((i for i, w in enumerate(name.split()) if w[:1].isupper()), 0)
        if first and not found:  # "l'agence de presse Reuters"
            found = self._media.find(" ".join(name.split()[first:]))
        if found:
            return max(found, key=lambda e: (_told(e, name, beside), (countries or {}).get(e.country or "", 0.0)))
        host = host_of(name.lower())
        return next((self._domains[s] for s in suffixes(host) if s in self._domains), None) if host else None

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        return Gazetteer(self._language, self._extra)

    def places(self, name: str, countries: tuple[str, ...] = ()) -> list[Place]:
        """All places of a name: those in the given countries first, then by population."""
        return self._gazetteer.find(name, countries)

    def place(self, name: str, countries: tuple[str, ...] = ()) -> Place | None:
        """The best place of a name, or None."""
        found = self.places(name, countries)
        return found[0] if found else None

    def resolve_place(
        self,
        name: str,
        countries: Mapping[str, float] | Iterable[str] = (),
        others: Sequence[Place] = (),
        inside: str | None = None,
        home: str | None = None,
    ) -> list[Candidate]:
        """All places that a name may mean, ranked: each with its `Place`, a score from 0 to 1 and why it has it.

        `countries` are those the article speaks of, with weights, or the most named first; `others` the places
        beside it (candidates close to them rank higher); `inside` what the text says that the place lies in, a state's,
        division's or region's name (``Liban``, ``Alabama``; read from the name where it holds it: ``Moscow, Idaho``,
        ``Birmingham (Alabama)``); `home` the publisher's country. Population, capitals and the words before the name
        (``région de``, ``ville de``, and the article: ``la Vienne`` is no town) count too. The scores sum to less than
        one: the rest is the chance that the name means a place that is in no table. An unknown name gives an empty list.
        """
        return resolve(self._gazetteer, name, countries, others, inside, home)

    def country_of_place(self, name: str) -> str | None:
        """The country of the best place of a name."""
        found = self.place(name)
        return found.country if found else None


def _told(entry: Entry, name: str, beside: str) -> bool:
    """Whether a text has the words by which a medium's own name is longer than the name asked for."""
    more = set(plain(entry.name).split()) - set(plain(name).split()) if beside else set()
    return bool(more) and more <= set(plain(beside).replace("'", " ").split())


@contextmanager
def _no_collection() -> Iterator[None]:
    """Without garbage collection, which would walk again and again over entries that all stay: a third of the loading time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
