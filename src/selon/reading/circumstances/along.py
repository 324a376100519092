"""Dates that an event takes from beside it: what it went along with, what brought it about, the saying that it is, the scene."""

from __future__ import annotations

from dataclasses import dataclass, field

from selon.reading.circumstances.attach import Scene
from selon.reading.circumstances.claims import above, governor, head_of, stands_after
from selon.reading.circumstances.dates import dates_of
from selon.reading.circumstances.datewords import lemmas
from selon.reading.subjects import case_of
from selon.reading.verbs import is_finite
from selon.reading.work import EventDraft, Reading, Word

_ADJUNCTS = frozenset({"obl", "advmod", "nmod"})
_MISREAD = frozenset({"nsubj", "obj"})  # as the parser sometimes takes a bare "lundi"
_MAIN = frozenset({"root", "conj", "parataxis"})
_SAYINGS = frozenset({"ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN"})  # done by words
_ISO_DAY = 10  # characters of a day, whether its year is known or not
_OVER_BY_NOW = 15  # years after which a war that began has mostly ended
_BACK = 2  # sentences of one paragraph over which a scene lasts
_NOW = frozenset({"", "PresInd", "PresInd+", "PresCnd"})  # a saying of now, or without a tense of its own


@dataclass(slots=True)
class Beside:
    """What the article's clauses and sayings are dated to."""

    reading: Reading
    scene: Scene
    verbs: dict[int, str] = field(default_factory=dict)  # index of a verb: the time that its clause names
    shown: set[int] = field(default_factory=set)  # of these, where the time is a medium's ("une vidéo diffusée lundi")
    dated: set[int] = field(default_factory=set)  # sentences with a date of any kind
    days: dict[int, set[str]] = field(default_factory=dict)  # id of an actor: the days on which it is said to do something

    @classmethod
    def of(cls, reading: Reading, scene: Scene) -> Beside:
        """Reads the clause dates of an article."""
        it = cls(reading, scene)
        media = reading.lang.column("mediums")
        for m in dates_of(reading):
            w = head_of(reading, m.start, m.end)
            if w is None:
                continue
            it.dated.add(w.sentence)
            verb = it._clause(w) if m.value and not (m.of or m.bound or m.now or m.ahead) else None
            if verb is None or m.value is None:
                continue
            shown = verb.rel == "acl" and verb.head.lemma in media and verb.head.rel == "obl"
            verb = verb.head.head if shown else verb
            if it.verbs.setdefault(verb.i, m.value) == m.value and shown:
                it.shown.add(verb.i)
            it._note_doer(verb, m.value)
        return it

    def _clause(self, w: Word) -> Word | None:
        """The verb whose clause a date is an adjunct of."""
        if w.rel == "nmod" and w.head.rel in _ADJUNCTS and w.head.i not in self.scene.events and not case_of(w):
            w = w.head  # "mise en ligne dimanche", hung on the noun
        verb = w.head
        fits = verb.pos in ("VERB", "AUX") and (w.rel in _ADJUNCTS or w.rel in _MISREAD)
        return verb if fits else None

    def _note_doer(self, verb: Word, day: str) -> None:
        if len(day) != _ISO_DAY or not _is_main(verb):
            return
        for subject in (c for c in verb.children if c.dep == "nsubj"):
            for actor in (a for a in self.reading.cast.parties(subject) if a.kind == "person"):
                self.days.setdefault(id(actor), set()).add(day)

    def date(self, event: EventDraft) -> str | None:
        """The date of an event that no expression dates."""
        return self._with_other(event) or self._brought_about(event) or self._said(event) or self._scene(event)

    def _with_other(self, event: EventDraft) -> str | None:
        """From the event that it went along with ("lors de …") or has lasted since ("depuis …"), or the saying there."""
        for word in (event.word, *event.more_words):
            for noun in self.scene.by_sentence.get(word.sentence, ()):
                if noun.i <= word.i or noun.pos != "NOUN":
                    continue
                for cls in ("during", "since"):
                    begin = stands_after(self.reading, cls, noun)
                    if begin is None or governor(self.reading, self.scene, noun, begin) is not word:
                        continue
                    for other in self.scene.events[noun.i]:
                        if other is not event and other.date is not None and "/" not in other.date:
                            return other.date if cls == "during" else f"{other.date}/.."
            if word.pos == "NOUN" and stands_after(self.reading, "during", word) is not None:
                day = self.verbs.get(above(word).i)
                if day is not None:
                    return day
        return None

    def _brought_about(self, event: EventDraft) -> str | None:
        """From the event that provoked it: what follows at once is of the same time."""
        for word in (event.word, *event.more_words):
            noun = word.head if word.rel == "nmod" and word.head.i not in self.scene.events else word
            verb = noun.head
            if noun.rel not in ("obj", "nsubj") or verb.lemma not in lemmas(self.reading.lang, "causes"):
                continue
            others = [w for c in verb.kids("nsubj") if c is not noun for w in (c, *c.children)]
            for w in (*others, *_up(verb)):
                for other in self.scene.events.get(w.i, ()):
                    if other is not event and other.date is not None and "/" not in other.date:
                        return f"{other.date}/.." if self._lasts(event) else other.date
        return None

    def since(self, event: EventDraft, day: str) -> str:
        """The date of an event as an open interval where the text tells how a lasting one began ("a lancé … la guerre")."""
        words = (event.word, *event.more_words)
        begins = lemmas(self.reading.lang, "begins")
        begun = any(w.lemma in begins or (w.rel in ("obj", "nsubj") and w.head.lemma in begins) for w in words)
        plain = event.status == "happened" and "/" not in day and not day.startswith("{")
        return f"{day}/.." if plain and begun and self._lasts(event) and self._of_our_time(day) else day

    def _lasts(self, event: EventDraft) -> bool:
        lasting = lemmas(self.reading.lang, "lasting")
        return any(w.lemma in lasting for w in (event.word, *event.more_words))

    def _of_our_time(self, day: str) -> bool:
        today = (self.reading.article.published or "")[:4]
        return not (today.isdigit() and day[:4].isdigit()) or int(today) - int(day[:4]) < _OVER_BY_NOW

    def _said(self, event: EventDraft) -> str | None:
        """From the saying that it is, or from the one day that the article names for what its speaker does."""
        if event.status != "happened" or event.type not in _SAYINGS:
            return None
        for word in (event.word, *event.more_words):
            if word.pos in ("VERB", "AUX") and _tense(word) not in _NOW:
                continue
            for s in (*self.scene.cues.get(word.i, ()), *self.scene.contents.get(word.sentence, ())):
                own = s.cue_word is word or s.covers(word.start, word.end)
                if not own or not any(a is b for a in s.speakers for b in event.actor):
                    continue
                day = self.verbs.get(s.cue_word.i) if s.cue_word is not None else None
                days = set[str]().union(*(self.days.get(id(a), ()) for a in s.speakers))
                if day is not None or len(days) == 1:
                    return day or days.pop()
        return None

    def _scene(self, event: EventDraft) -> str | None:
        """From the sentence before, where a day is named for a main clause told in the same tense."""
        if event.status != "happened":
            return None
        for word in (event.word, *event.more_words):
            if word.sentence in self.dated or not _is_main(word):
                continue
            told = self._last_day(word)
            if told is None:
                continue
            verb, day = told
            if event.type in _SAYINGS or not (verb in self.shown or verb in self.scene.cues):
                return day
        return None

    def _last_day(self, word: Word) -> tuple[int, str] | None:
        """The verb and day of the last main clause before, in the same paragraph and tense, that a day is named for."""
        sentences = self.reading.sentences
        for back in range(word.sentence - 1, max(-1, word.sentence - 1 - _BACK), -1):
            if sentences[back].paragraph != sentences[word.sentence].paragraph:
                break
            root = self._root(back)
            if root is None or _tense(root) != _tense(word):
                break
            if len(self.verbs.get(root.i, "")) == _ISO_DAY:
                return root.i, self.verbs[root.i]
            if back in self.dated:
                break
        return None

    def _root(self, sentence: int) -> Word | None:
        return next((w for w in self.reading.sentence_words(sentence) if w.head is w), None)


def _up(verb: Word) -> list[Word]:
    """The heads above a clause, nearest first."""
    out: list[Word] = []
    w = verb
    while w.rel in ("acl", "advcl", "parataxis", "conj") and len(out) < _BACK + 1:
        w = w.head
        out.append(w)
    return out


def _is_main(word: Word) -> bool:
    return word.pos in ("VERB", "AUX") and (word.head is word or word.rel in _MAIN) and is_finite(word)


def _tense(verb: Word) -> str:
    """Present, imperfect, simple past or perfect, by the finite form; "" where there is none."""
    for v in (*(c for c in verb.children if c.rel in ("aux", "cop")), verb):
        if v.feats.get("VerbForm") == "Fin":
            compound = v is not verb and v.dep != "aux:pass" and v.rel == "aux"
            return f"{v.feats.get('Tense', '')}{v.feats.get('Mood', '')}{'+' * compound}"
    return ""
