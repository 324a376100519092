"""Coreference: the mentions of actors in text order, and which of them a pronoun or a later mention takes up."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass

from selon.reading.work import ActorDraft, Word

REACH = 90  # mentions looked back at
FAR = 8  # sentences looked back at
# What makes a mention salient. Set by coordinate search on the 96 pronouns that are sources in the gold articles: 82 right.
NEAR = -0.5  # for each sentence between
SUBJECT = 0.5
PERSON = 2.0
TOPIC = 0.1  # for each mention of the actor in the article, up to eight
INNER = -0.5  # a complement of another noun
UNSEXED = -1.0  # no person, and of unknown gender
QUOTED = -3.0  # inside another quotation
HERE = 0.3  # for each mention of the actor in the sentences just before, up to four
LATELY = 6  # how many sentences those are
MAIN = 1.0  # subject of a main clause
WITHIN = 1.5  # subject in the pronoun's own sentence
SPEAKS = 1.0  # subject of a verb of saying, for a pronoun that is one too
MATRIX = 2.0  # subject of the clause that the pronoun's clause belongs to, for a pronoun that does not speak
STATE = -1.0  # a state, for a pronoun that is subject of a verb of saying


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

    @property
    def main(self) -> bool:
        """Whether it is the subject of its sentence's main clause, or the one according to whom the sentence is."""
        return (self.word.rel == "nsubj" or (self.speaks and self.word.rel == "obl")) and self.word.head.rel == "root"


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

    def antecedent(
        self, word: Word, number: str, gender: str, quote: int, speech: bool = False, natural: bool = False
    ) -> list[ActorDraft]:
        """Whom a third-person pronoun at `word` means: the most salient mention that agrees in number and gender.

        With `natural` gender, he and she are persons and it is none.
        """
        best: Mention | None = None
        best_score = -99.0
        clause, inverted = _clause(word), speech and word.i > word.head.i
        above = _above(clause) if not speech else frozenset()
        before = self.before(word.i)
        lately: dict[int, int] = {}
        for m in before:
            if word.sentence - m.word.sentence > LATELY:
                break
            for a in m.actors:
                lately[id(a)] = lately.get(id(a), 0) + 1
        for m in before:
            far = word.sentence - m.word.sentence
            if far > FAR and best is not None:
                break
            if m.plural != (number == "Plur") or (gender not in ("", "Neut") and m.gender and gender != m.gender):
                continue
            if natural and gender and (gender == "Neut") == (m.actors[0].kind in ("person", "unnamed")):
                continue
            same = far == 0 and _clause(m.word) is clause and m.word.rel in ("nsubj", "obj", "iobj") and not m.inner
            if same and not (natural and word.dep == "nmod:poss"):
                continue
            score = self._salience(m, far, quote, gender, speech, inverted) + HERE * min(lately.get(id(m.actors[0]), 0), 4)
            if far == 0 and m.word.rel == "nsubj" and m.word.head.i in above:
                score += MATRIX
            if score > best_score:
                best, best_score = m, score
        return list(best.actors) if best is not None else []

    def _salience(self, m: Mention, far: int, quote: int, gender: str, speech: bool, inverted: bool = False) -> float:
        person = m.actors[0].kind in ("person", "unnamed")
        score = NEAR * far + TOPIC * min(self.count(m.actors[0]), 8)
        score += SUBJECT if m.subject else 0.0
        score += MAIN if m.main else 0.0
        said = inverted and far == 0  # `…, dit-il`: what stands before is what he says
        score += WITHIN if far == 0 and m.subject and not said else 0.0
        score += PERSON if person else 0.0
        score += INNER if m.inner else 0.0
        score += UNSEXED if gender not in ("", "Neut") and not m.gender and m.actors[0].kind != "person" else 0.0
        score += QUOTED if m.quote >= 0 and m.quote != quote else 0.0
        if speech:
            score += SPEAKS if m.speaks else 0.0
            score += STATE if m.actors[0].kind == "state" else 0.0
        return score


def _above(clause: Word) -> frozenset[int]:
    """The predicates that a clause depends on."""
    out: list[int] = []
    w = clause
    for _ in range(8):
        if w.head is w:
            break
        w = w.head
        out.append(w.i)
    return frozenset(out)


def _clause(word: Word) -> Word:
    """The predicate that a word depends on."""
    w = word
    for _ in range(6):
        if w.head is w or w.rel in ("nsubj", "obj", "iobj", "obl", "expl"):
            return w.head
        w = w.head
    return w
