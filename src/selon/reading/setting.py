"""Setting: the country that a passage is about, for police, ministers and residents whose country is not said."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from selon.reading.modifiers import demonym
from selon.reading.runs import Run
from selon.reading.work import Reading

BODIES = frozenset(("UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC"))
LOCAL = 1.2  # weight of the paragraph against the article; set on gold/train
FEW = 1.0  # how many signs a paragraph needs before it weighs in full
LOCATED = 2.0  # a place below the state, against other signs of the paragraph
PLACE = 0.5  # weight of a place named in the sentence
TITLE = 3.0  # each sign in the title
SUBJECT = 1.5  # a state that is a subject
DEMONYM = 0.1  # an adjective of origin
EARLIER = 3  # sentences of the paragraph before that weigh while the paragraph itself names no place
CARRIED = 0.4  # and how much
SURE = 8.0  # how many times a country must outweigh the next before a mere name takes it
KINDS = {"person": 0.5, "media": 0.2}  # a named person, a medium
FIRM = 0.3  # a business
PRIOR = 0.5  # weight of the paper's own country


@dataclass(frozen=True, slots=True)
class Sign:
    """A word that points to a country."""

    sentence: int
    country: str
    weight: float
    place: bool
    name: str = ""  # of a place or state that might be another one of its name


class Setting:
    """Counts the signs of countries once; answers for each sentence."""

    def __init__(self, reading: Reading, runs: list[Run], home: str | None) -> None:
        self._reading = reading
        self._cache: dict[int, tuple[str | None, float]] = {}
        signs = self._signs(runs)
        self._article: dict[str, float] = {}
        self._near: dict[int, list[Sign]] = {}
        self._named: dict[str, list[Sign]] = {}
        for s in signs:
            self._add(s.country, s.weight)
            self._named.setdefault(s.name, []).append(s)
            self._near.setdefault(s.sentence, []).append(s)
        for code in self._title():
            self._add(code, TITLE)
        if home and home not in BODIES:
            self._add(home, PRIOR)
        self._total = sum(self._article.values())
        self.home = home if home not in BODIES else None

    def weights(self, without: str = "") -> dict[str, float]:
        """How much the article speaks of each country; the signs of one name can be left out, so that it is no proof of itself."""
        out = dict(self._article)
        for s in self._named.get(without, ()) if without else ():
            out[s.country] -= s.weight
        return {c: w for c, w in out.items() if w > 0.0}

    def _add(self, country: str, weight: float) -> None:
        self._article[country] = self._article.get(country, 0.0) + weight

    def _signs(self, runs: list[Run]) -> list[Sign]:
        knowledge, out = self._reading.knowledge, []
        named: set[int] = set()
        for run in runs:
            named.update(range(run.first, run.last + 1))
            country, weight, place = None, 1.0, False
            if run.entries:
                entry = run.entries[0]
                country = entry.country
                weight = KINDS.get(entry.kind, FIRM if entry.sector == "BUS" else 1.0)
            elif run.within:
                country, place = run.within, True
            elif run.ent == "LOC":
                found = knowledge.place(run.text)
                country, place = (found.country if found else None), True
            if country and country not in BODIES:
                country = self._national(run) or country
                if run.head.rel == "nsubj":
                    weight *= SUBJECT
                out.append(Sign(run.head.sentence, country, weight, place, run.text))
        for w in self._reading.words:
            if w.pos in ("ADJ", "NOUN", "PROPN") and w.i not in named and len(w.text) > 3:
                code = demonym(knowledge, w.text)
                if code and code not in BODIES:
                    out.append(Sign(w.sentence, code, DEMONYM, False))
        return out

    def _national(self, run: Run) -> str | None:
        """The state of the adjective right after a body's name, where it is another: le Congrès uruguayen."""
        words, at = self._reading.words, run.last + 1
        if not run.entries or run.entries[0].kind != "body" or at >= len(words):
            return None
        return demonym(self._reading.knowledge, words[at].text) if words[at].pos == "ADJ" and words[at].text[0].islower() else None

    def _title(self) -> list[str]:
        knowledge, out = self._reading.knowledge, []
        for word in (self._reading.article.title or "").replace("'", " ").replace("’", " ").split()[:60]:
            bare = word.strip('«»"“”:,.;()?!')
            code = (knowledge.state(bare) if bare[:1].isupper() else None) or (
                len(bare) > 3 and demonym(knowledge, bare)
            )
            if code and code not in BODIES:
                out.append(code)
        return out

    def main(self) -> str | None:
        """The country that the whole article is most about."""
        return max(self._article, key=lambda c: (self._article[c], c), default=None)

    def country(self, sentence: int, sure: float = 0.0) -> str | None:
        """The country that a sentence takes for granted; None when nothing points to one.

        With `sure`, only a country that outweighs the next one so many times.
        """
        if sentence not in self._cache:
            self._cache[sentence] = self._country(sentence)
        code, margin = self._cache[sentence]
        return code if margin >= sure else None

    def among(self, codes: tuple[str, ...], sentence: int) -> str | None:
        """The one of some countries that the sentence names otherwise than by a word of origin, else the article."""
        for signs in (self._near.get(sentence, ()), [s for near in self._near.values() for s in near]):
            named = Counter[str]()
            for s in signs:
                if s.country in codes and s.weight > DEMONYM:
                    named[s.country] += 1
            if named:
                return max(codes, key=lambda c: named[c])
        return None

    def _country(self, sentence: int) -> tuple[str | None, float]:
        if not self._total:
            return None, 0.0
        score = {c: n / self._total for c, n in self._article.items()}
        sentences = self._reading.sentences
        here = sentences[sentence].paragraph
        back = [i for i in range(max(0, sentence - 8), sentence + 1) if sentences[i].paragraph == here]
        near = [s for i in back for s in self._near.get(i, ())]
        if not any(s.place for s in near):
            before = range(max(0, back[0] - EARLIER), back[0])
            near += [replace(s, weight=s.weight * CARRIED) for i in before for s in self._near.get(i, ())]
        total = sum(s.weight * (LOCATED if s.place else 1.0) for s in near)
        for s in near:
            weight = s.weight * (LOCATED if s.place else 1.0)
            score[s.country] = score.get(s.country, 0.0) + LOCAL * weight / (total + FEW)
            if s.place and s.sentence == sentence:
                score[s.country] += PLACE
        ranked = sorted(score, key=lambda c: (-score[c], c))
        margin = score[ranked[0]] / score[ranked[1]] if len(ranked) > 1 and score[ranked[1]] else 99.0
        return ranked[0], margin
