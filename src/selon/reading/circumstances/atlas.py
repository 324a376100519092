"""Which places the names of one article mean: countries spoken of, what the text says they lie in, and each other."""

from __future__ import annotations

from selon.knowledge import Candidate
from selon.knowledge.names import fold, parted
from selon.reading.circumstances.spots import Spot
from selon.reading.work import Reading
from selon.record import OtherPlace, Place, PlaceEvidence

SURE = 0.6  # score from which a place tells of those beside it
LEAST = 0.3  # score below which no place is chosen, the candidates are only told
ALTERNATIVES = 3
FRONT = 2  # words before a place that a sentence opens with
_MOST = 40  # names that may tell of the others


class Atlas:
    """Resolves the names of places in one article, each once."""

    def __init__(self, reading: Reading, spots: list[Spot]) -> None:
        self._knowledge = reading.knowledge
        self._setting = reading.cast.setting
        self._home = reading.cast.setting.home
        self._scopes = _scopes(reading, spots)
        self._inside: dict[str, str] = {}
        for spot in spots:
            if spot.inside:
                self._inside.setdefault(spot.core or spot.name, spot.inside)
        for run in reading.cast.runs:
            if run.within:
                self._inside.setdefault(run.text, self._knowledge.state_name(run.within))
        names = dict.fromkeys(s.core or s.name for s in spots if not s.state and not s.country)
        self._known: dict[str, Place] = {}
        sure: dict[str, Place] = {}
        for name in list(names)[:_MOST]:
            found = self._rank(name, name)
            if found and found[0].score >= SURE:
                sure[name] = found[0].place
        self._known = sure
        self._places: dict[tuple[str, str, int], tuple[Candidate, ...]] = {}

    def _rank(self, name: str, core: str, sentence: int = -1) -> list[Candidate]:
        others = [p for n, p in self._known.items() if n != core]
        inside = self._inside.get(core)
        countries = self._setting.weights(parted(core)[1])
        alone = self._knowledge.resolve_place(name, countries, others, inside, self._home)
        scope = self._scopes.get(sentence, core) if inside is None and len(alone) > 1 else core
        if scope == core:
            return alone
        within = self._knowledge.resolve_place(name, countries, others, scope, self._home)
        return within if within and within[0].inside else alone  # only where a place of that name lies there

    def candidates(self, name: str, sentence: int) -> list[Candidate]:
        """Every place that a name may mean in a sentence of this article, best first."""
        return self._rank(name, name, sentence)

    def place(self, spot: Spot, rule: str, words: str) -> Place:
        """The record's place of a mention, with its score and what else it may be."""
        core = spot.core or spot.name
        sentence = spot.word.sentence if spot.word.sentence in self._scopes else -1
        ranked = self._places.get((spot.name, core, sentence))
        if ranked is None and spot.country:  # "le territoire burkinabé" is no name, "les territoires palestiniens" are one
            known = self._rank(spot.name, core)
            ranked = self._places[spot.name, core, sentence] = tuple(c for c in known if fold(c.name) == fold(spot.name))
        if ranked is None:
            name = core if core.endswith(spot.name) else spot.name
            ranked = tuple(self._rank(name, core, sentence) or self._rank(core, core, sentence))
            self._places[spot.name, core, sentence] = ranked
        best = ranked[0] if ranked and ranked[0].score >= LEAST else None
        rest = ranked[1:] if best is not None else ranked
        evidence = PlaceEvidence(
            rule=rule,
            words=(words,),
            score=best.score if best is not None else None,
            why=best.why if best is not None else (),
            alternatives=tuple(
                OtherPlace(name=c.name, country=c.place.country, geonames=c.place.geonames, score=c.score)
                for c in rest[:ALTERNATIVES]
            ),
        )
        if best is None:
            seat = self._knowledge.seat(core)
            country = spot.country or self._knowledge.state(spot.name) or (seat.country if seat is not None else None)
            return Place(name=spot.name, country=country, evidence=evidence)
        return best.place.model_copy(update={"name": spot.name, "evidence": evidence})


def _scopes(reading: Reading, spots: list[Spot]) -> dict[int, str]:
    """The land that a sentence opens with ("En Floride, …"), by sentence: what it names lies there, where it can."""
    out: dict[int, str] = {}
    for s in spots:
        first = reading.sentences[s.word.sentence].first
        if s.kind == "in" and s.first - first < FRONT and s.word.sentence not in out:
            out[s.word.sentence] = s.core or s.name
    return out
