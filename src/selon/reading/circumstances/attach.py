"""Which event an expression of time, place or number belongs to: a cost over the dependency tree, lower is nearer.

From the expression one climbs to the event's word, or down to it from a word above both. A step inside a clause is
cheap, a step out of one dear; the saying keeps what hangs on its cue; another event on the way keeps what is its own.
The costs were set on gold/train.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from selon.reading.work import EventDraft, Reading, StatementDraft, Word

CLAUSES = frozenset({"acl", "advcl", "ccomp", "csubj", "parataxis", "root", "dislocated"})
ADJUNCT_CLAUSES = frozenset({"acl", "advcl"})
NEVER = 99.0
SPOKEN = 25  # characters; shorter quotations are names and single words
COMMA = 1.2
AWAY = 1.5
_NEAR, _FAR = 6, 10  # words between the two, and between a noun and what closes its phrase
_CLIMB = 14  # steps: longer paths are the parser's errors


@dataclass
class Scene:
    """The event words and cue words of one article, by word."""

    events: dict[int, list[EventDraft]] = field(default_factory=dict)
    cues: dict[int, list[StatementDraft]] = field(default_factory=dict)
    by_sentence: dict[int, list[Word]] = field(default_factory=dict)  # event words
    quote_starts: list[int] = field(default_factory=list)  # quotations long enough to be somebody's words
    quote_ends: list[int] = field(default_factory=list)
    contents: dict[int, list[StatementDraft]] = field(default_factory=dict)  # statements with content, by sentence

    @classmethod
    def of(cls, reading: Reading, events: list[EventDraft] | None = None) -> Scene:
        """The scene of an article whose statements and events are found."""
        scene = cls()
        for q in reading.layout.outer_quotes():
            if q.inner_end - q.inner_start >= SPOKEN:
                scene.quote_starts.append(q.inner_start)
                scene.quote_ends.append(q.inner_end)
        for e in reading.events if events is None else events:
            for w in (e.word, *e.more_words):
                if w.i not in scene.events:
                    scene.by_sentence.setdefault(w.sentence, []).append(w)
                scene.events.setdefault(w.i, []).append(e)
        for s in reading.statements:
            if s.cue_word is not None:
                scene.cues.setdefault(s.cue_word.i, []).append(s)
            for start, end in s.content:
                for i in range(_sentence_at(reading, start), _sentence_at(reading, end - 1) + 1):
                    here = scene.contents.setdefault(i, [])
                    if s not in here:
                        here.append(s)
        return scene


def _sentence_at(reading: Reading, char: int) -> int:
    w = reading.word_at(char)
    return w.sentence if w is not None else len(reading.sentences) - 1


def chain(w: Word) -> list[Word]:
    """The word and its heads, up to the root."""
    out = [w]
    while w.head is not w and len(out) < _CLIMB:
        w = w.head
        out.append(w)
    return out


def cost(expression: Word, event: Word, scene: Scene) -> float:
    """How far an expression (its head word) is from an event's word, NEVER when it is not the event's at all."""
    up = chain(expression)
    if event in up[1:]:
        return _below(up, up.index(event), scene)
    down = chain(event)
    place = {w.i: k for k, w in enumerate(down)}
    for k, w in enumerate(up[1:], 1):
        if w.i in place:
            return _beside(up, k, down, place[w.i], scene)
    return 0.0 if event is expression else NEVER


def linear(first: int, last: int, event: Word, words: list[Word], scene: Scene) -> float:
    """The same by mere order, against the parser's errors: words `first` to `last` close beside the event's word."""
    lo, hi = (last, event.i) if event.i >= last else (event.i + 1, first)
    if hi - lo > (_FAR if event.i < first and event.pos == "NOUN" else _NEAR):
        return NEVER
    total = 1.5
    for w in words[lo:hi]:
        if w.text == ",":
            total += COMMA
        elif w.pos == "PUNCT" or w.i in scene.events or w.i in scene.cues or w.feats.get("VerbForm") == "Fin":
            return NEVER
        else:
            total += 0.4
    held = event.i >= last and event.pos == "NOUN" and any(w.pos == "ADP" for w in words[lo:hi])
    return total + AWAY * held  # "en 2014 jusqu'à l'invasion": another time than the noun's own


def told_apart(word: Word, event: Word, scene: Scene) -> bool:
    """Whether the event stands in a statement's content and the expression outside it: where, when it was said."""
    for s in scene.contents.get(word.sentence, ()):
        if s.covers(event.start, event.end) and not s.covers(word.start, word.end):
            return True
    i = bisect_right(scene.quote_starts, event.start) - 1
    return i >= 0 and event.end <= scene.quote_ends[i] and not scene.quote_starts[i] <= word.start < scene.quote_ends[i]


def _below(up: list[Word], k: int, scene: Scene) -> float:
    """The expression hangs, directly or not, on the event's word."""
    total = 0.0
    for i in range(k):
        child, parent = up[i], up[i + 1]
        if i and child.i in scene.events:
            total += 6
        if i and child.i in scene.cues:
            total += 4
        total += _step(child, parent)
        if child.rel == "acl" and i + 1 < k:
            total += 5  # the date of a clause about somebody or something else
    return total


def _step(child: Word, parent: Word) -> float:
    """One step up: inside a clause, out of a relative or participle, out of a finite clause."""
    if child.rel in ADJUNCT_CLAUSES:
        return 1.5
    if child.rel in CLAUSES or child.rel == "appos":
        return 4.0
    if child.rel in ("conj", "xcomp"):
        return 1.5
    return 1.0 if parent.pos in ("VERB", "AUX") else 0.7


def _beside(up: list[Word], k: int, down: list[Word], n: int, scene: Scene) -> float:
    """The expression and the event's word hang on one word above both."""
    top = up[k]
    total = 1.5 if k == 1 and n == 1 and top.i not in scene.events and top.i not in scene.cues else 3.0
    for i in range(k - 1):
        child = up[i + 1]
        if child.i in scene.events:
            total += 6
        if child.i in scene.cues:
            return NEVER
        total += _step(up[i], child) + (2.0 if child.rel in CLAUSES else 0.0)
    told = scene.cues.get(top.i)
    if told and any(s.covers(down[0].start, down[0].end) for s in told):
        return NEVER  # the day of the saying
    if top.i in scene.events:
        total += 3.0
    for i in range(n):
        child = down[i]
        if i and child.i in scene.events:
            total += 3
        if child.rel in CLAUSES:
            total += 4.0 if child.rel == "acl" and not _set_off(child) else 3.0 if _finite(child) else 1.5
        else:
            total += 1.0
    return total


def _set_off(clause: Word) -> bool:
    """Whether a comma parts a clause from what it tells of ("les ministres, réunis à Bruxelles, …")."""
    first = min((c.i for c in clause.children), default=clause.i)
    near = (*clause.children, *clause.head.children)
    return any(c.text == "," and clause.head.i < c.i <= min(first, clause.i) for c in near)


def _finite(verb: Word) -> bool:
    return any(w.feats.get("VerbForm") == "Fin" for w in (verb, *verb.kids("aux", "cop")))
