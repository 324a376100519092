"""Whether the clause of a date speaks of what is to come: by the parse where there is one, else by the words around."""

from __future__ import annotations

from bisect import bisect_right

from selon.reading.circumstances.datewords import DateWords
from selon.reading.circumstances.tokens import Tokens
from selon.reading.work import Word

_STOPS = frozenset('.!?;«»"“”')
_WINDOW = 14


class Tense:
    """Answers, for a date expression, whether it lies ahead (True), behind (False) or cannot be told (None)."""

    def __init__(self, tokens: Tokens, w: DateWords, words: list[Word] | None) -> None:
        self.t, self.w, self.words = tokens, w, words or []
        self.starts = [word.start for word in self.words]
        self.lemmas = frozenset(w.by["future_lemma"].first)
        self.aims = self.lemmas.union(w.by["aiming_lemma"].first)  # what their infinitives say lies ahead
        self.forms = frozenset(w.by["future_word"].first)
        self.marks = tuple(w.by["future_mark"].first)
        self.past = frozenset(w.by["past_word"].first)
        self.endings = tuple(w.by["future_ending"].first)
        self.not_future = frozenset(w.by["not_future"].first)
        self.helpers = frozenset(w.by["past_helper"].first)
        self.infinitive = frozenset(w.by["infinitive_mark"].first)
        self.aiming = frozenset(w.by["aiming_word"].first)
        self.past_endings = tuple(w.by["past_verb_ending"].first)
        self.participles = tuple(w.by["past_ending"].first)

    def future(self, first: int, core: int, last: int) -> bool | None:
        """The tense of the clause around tokens `first` to `last` with its core at `core`."""
        if not self.words:
            return self._by_words(first, last)
        i = bisect_right(self.starts, self.t.start[core]) - 1
        word = self.words[max(i, 0)]
        for _ in range(8):
            told = self._told(word)
            if told is not None:
                return told
            if word.head is word or word.head is None:
                return None
            word = word.head
        return None

    def _told(self, w: Word) -> bool | None:
        """What one word's own forms say."""
        if w.pos not in ("VERB", "AUX", "ADJ", "NOUN", "PRON", "PROPN"):
            return None
        helpers = [c for c in w.children if c.rel in ("aux", "cop")]
        if w.pos not in ("VERB", "AUX") and not helpers:
            return True if w.pos == "ADJ" and w.lower in self.forms else None
        for v in (*helpers, w):
            tense, mood = v.feats.get("Tense"), v.feats.get("Mood")
            if tense == "Fut" and v.lower.endswith(self.marks):  # the tagger alone may err on a participle
                return True
            if v.pos != "ADJ" and self._ends_future(v.lower):
                return True
            if v.lemma in self.lemmas and (tense in ("Pres", "Imp") or mood == "Cnd") and v.feats.get("VerbForm") != "Part":
                return True
        if any(v.lower in self.forms for v in (*helpers, w)) or (not helpers and w.feats.get("Mood") == "Cnd"):
            return True
        if w.feats.get("VerbForm") == "Inf" and w.rel == "xcomp" and w.head.lemma in self.aims:
            return True  # "a promis de partir lundi"
        if any(h.feats.get("Tense") in ("Past", "Imp", "Pres") for h in helpers):
            return False if any(h.rel == "aux" for h in helpers) or helpers[0].feats.get("Tense") != "Pres" else None
        if w.feats.get("VerbForm") == "Inf" or w.feats.get("Tense") == "Pres":
            return None
        return False if w.feats.get("Tense") in ("Past", "Imp") else None

    def _ends_future(self, word: str) -> bool:
        return len(word) > 4 and word.endswith(self.endings) and word not in self.not_future

    def _aims(self, i: int) -> bool:
        """Whether an infinitive begins here that a verb of promising governs: "promised to leave"."""
        return self.t.at(i) in self.infinitive and self.t.at(i - 1) in self.aiming

    def _ends_past(self, word: str) -> bool:
        return len(word) > 4 and word.endswith(self.past_endings)

    def _by_words(self, first: int, last: int) -> bool | None:
        """Without a parse: a verb form that tells the time among the words of the same sentence, nearest ones."""
        low = self.t.lower
        for step, begin in ((-1, first - 1), (1, last)):
            i = begin
            for _ in range(_WINDOW):
                if not 0 <= i < len(low) or low[i] in _STOPS:
                    break
                told = self._by_word(i)
                if told is not None:
                    return told
                i += step
        return None

    def _by_word(self, i: int) -> bool | None:
        """What one token says, with those beside it."""
        low = self.t.lower
        word, ends_past = low[i], self._ends_past(low[i])
        if word in self.forms or self._ends_future(word) or self._aims(i):
            return True
        if ends_past and any(t in self.forms for t in low[max(0, i - 3) : i]):
            return True  # "will be crowned"
        done = word in self.helpers and any(t.endswith(self.participles) for t in low[i + 1 : i + 3])
        return False if word in self.past or ends_past or done else None
