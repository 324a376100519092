"""Sources: the mention that the text gives as the one who says it, found from the cue by syntax."""

from __future__ import annotations

from dataclasses import dataclass

from selon.reading.cues import Cue
from selon.reading.marks import Marks
from selon.reading.work import Word


@dataclass(frozen=True, slots=True)
class SourceFinder:
    """Finds the source of a cue; the word lists come from the language's tables."""

    marks: Marks
    impersonal: frozenset[str]
    relative: frozenset[str]
    media: frozenset[str]

    @classmethod
    def of(cls, marks: Marks) -> SourceFinder:
        table = marks.reading.lang.table("function")
        pick = lambda c: frozenset(row["word"] for row in table if row["class"] == c)  # noqa: E731
        return cls(marks, pick("impersonal"), pick("relative"), frozenset(r["word"] for r in marks.reading.lang.table("mediums")))

    def source(self, cue: Cue) -> Word | None:
        """Head of the source mention; None when the cue's clause names nobody."""
        if cue.cls == "preposition":
            return self._of_preposition(cue)
        found = self._subject(cue.word, 0)
        if found is not None and self._impersonal(found):
            return self._announced_by(cue.word)
        return found

    def _impersonal(self, w: Word) -> bool:
        return w.rel == "expl" or w.lower.strip("-t") in self.impersonal or w.lower.removeprefix("-t-").removeprefix("-") in self.impersonal

    def _subject(self, w: Word, depth: int) -> Word | None:
        """Subject of the verb, through relative clauses, coordination, control and participles."""
        if depth > 4:
            return None
        agent = w.child("obl:agent")
        passive = any(c.dep == "aux:pass" for c in w.children) or w.child("nsubj:pass") is not None
        if agent is not None:
            return agent
        if passive:
            return self._announced_by(w)
        subject = w.child("nsubj") or w.child("expl:subj")
        if subject is not None:
            if subject.lower in self.relative:
                return w.head if w.rel in ("acl", "advcl") else subject
            return subject
        inverted = next((c for c in w.children if c.pos == "PRON" and c.text.startswith("-")), None)
        if inverted is not None:
            return inverted
        return self._from_head(w, depth)

    def _from_head(self, w: Word, depth: int) -> Word | None:
        head = w.head
        if head is w:
            return None
        if w.rel == "acl" and head.pos in ("NOUN", "PROPN", "PRON"):
            participle = w.feats.get("VerbForm") == "Part" and w.feats.get("Tense") == "Past"
            return None if participle else head
        if w.rel == "xcomp":
            person = next((c for c in head.kids("obj", "iobj") if c.pos != "PUNCT"), None)
            return person if person is not None and w.rel == "xcomp" and head.child("obj") is person and head.lemma in self.marks.object_control else self._subject(head, depth + 1)
        if w.rel in ("advcl", "conj", "ccomp", "parataxis", "aux", "obl", "acl") and head.pos in ("VERB", "AUX", "ADJ", "NOUN"):
            if head.pos == "NOUN" and head.child("nsubj") is None:
                return head.head if head.rel in ("obl", "nmod") and False else None
            return self._subject(head, depth + 1)
        return None

    def _announced_by(self, w: Word) -> Word | None:
        """Of an impersonal cue: `dans un communiqué de X`, `auprès de X`, `par X`, `de source …`."""
        agent = w.child("obl:agent")
        if agent is not None:
            return agent
        for c in w.children:
            if c.rel in ("obl", "nmod", "advmod", "iobj") and c.pos in ("NOUN", "PROPN") and (c.lemma in self.media or self.marks.case(c) in self.marks.source_case):
                return c
        return None

    def _of_preposition(self, cue: Cue) -> Word | None:
        """The noun that the preposition introduces."""
        words = self.marks.words
        head = cue.word.head
        if cue.word.rel in ("case", "mark", "fixed") and head.i > cue.last.i and head.sentence == cue.word.sentence:
            return head if head.pos not in ("VERB", "AUX") else None
        for i in range(cue.last.i + 1, min(cue.last.i + 5, len(words))):
            w = words[i]
            if w.pos in ("NOUN", "PROPN", "PRON", "NUM") and w.sentence == cue.word.sentence:
                while w.head.i > cue.last.i and w.head.pos in ("NOUN", "PROPN") and w.rel in ("flat", "appos", "nmod", "amod", "compound"):
                    w = w.head
                return w
        return None


def source_span(w: Word, phrase: tuple[int, int]) -> tuple[int, int]:
    """The span of a source mention: an inverted clitic without its hyphens (`-t-il` → `il`)."""
    if w.text.startswith("-"):
        kept = w.text.removeprefix("-t-").removeprefix("-")
        return w.end - len(kept), w.end
    return phrase
