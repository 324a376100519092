"""Coreference: the mentions of actors in text order, and which of them a pronoun or a later mention takes up."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass

from selon.reading.work import ActorDraft, Word

REACH = 60  # mentions looked back at
FAR = 8  # sentences looked back at


@dataclass(slots=True, eq=False)
class Mention:
    """One mention of one actor or of several together."""

    word: Word
    actors: list[ActorDraft]
    subject: bool
    inner: bool  # a complement of another noun
    quote: int  # which quotation it stands in, -1 outside
    plural: bool
    gender: str
    speaks: bool = False  # subject of a verb of saying, or after selon


class Mentions:
    """All mentions so far, in text order."""

    def __init__(self) -> None:
        self.all: list[Mention] = []
        self._at: list[int] = []
        self._counts: dict[int, int] = {}

    def add(self, mention: Mention) -> None:
        """Take up a mention that stands after all others."""
        self.all.append(mention)
        self._at.append(mention.word.i)
        for actor in mention.actors:
            self._counts[id(actor)] = self._counts.get(id(actor), 0) + 1

    def count(self, actor: ActorDraft) -> int:
        """How often an actor is mentioned by name or role."""
        return self._counts.get(id(actor), 0)

    def before(self, i: int) -> list[Mention]:
        """The mentions before word `i`, nearest first."""
        at = bisect_left(self._at, i)
        return self.all[max(0, at - REACH) : at][::-1]

    def last(self, i: int, fits: Callable[[Mention], bool]) -> Mention | None:
        """The nearest mention before word `i` that fits."""
        return next((m for m in self.before(i) if fits(m)), None)

    def antecedent(self, word: Word, number: str, gender: str, quote: int, speech: bool = False) -> list[ActorDraft]:
        """Whom a third-person pronoun at `word` means: the most salient mention that agrees in number and gender."""
        best: Mention | None = None
        best_score = -99.0
        clause = _clause(word)
        for m in self.before(word.i):
            far = word.sentence - m.word.sentence
            if far > FAR and best is not None:
                break
            if m.plural != (number == "Plur") or (gender and m.gender and gender != m.gender):
                continue
            if far == 0 and _clause(m.word) is clause and m.word.rel in ("nsubj", "obj", "iobj") and not m.inner:
                continue
            score = self._salience(m, far, quote, gender) + (1.5 if speech and m.speaks else 0.0)
            if speech and m.actors[0].kind == "state":
                score -= 1.0
            if score > best_score:
                best, best_score = m, score
        return list(best.actors) if best is not None else []

    def _salience(self, m: Mention, far: int, quote: int, gender: str) -> float:
        score = -0.7 * far
        score += 2.0 if m.subject else 0.0
        score += 1.5 if m.actors[0].kind in ("person", "unnamed") else 0.0
        score += 0.15 * min(self.count(m.actors[0]), 8)
        score -= 1.0 if m.inner else 0.0
        score -= 1.0 if gender and not m.gender and m.actors[0].kind != "person" else 0.0
        if m.quote >= 0 and m.quote != quote:
            score -= 3.0
        return score


def _clause(word: Word) -> Word:
    """The predicate that a word depends on."""
    w = word
    for _ in range(6):
        if w.head is w or w.rel in ("nsubj", "obj", "iobj", "obl", "expl"):
            return w.head
        w = w.head
    return w
