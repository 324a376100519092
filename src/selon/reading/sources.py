"""Sources: the mention that the text gives as the one who says it, found from the cue by syntax."""

from __future__ import annotations

from dataclasses import dataclass

from selon.lang import Words
from selon.reading.classes import bare_clitic, word_class
from selon.reading.cues import Cue, phrase_after
from selon.reading.marks import Marks
from selon.reading.verbs import is_finite, is_gerund, is_passive
from selon.reading.work import Word


@dataclass(frozen=True, slots=True)
class SourceFinder:
    """Finds the source of a cue; the word lists come from the language's tables."""

    marks: Marks
    impersonal: frozenset[str]
    relative: frozenset[str]
    media: frozenset[str]
    many: frozenset[str]
    place: frozenset[str]
    learned: frozenset[str]
    by_persons: frozenset[str]

    @classmethod
    def of(cls, marks: Marks) -> SourceFinder:
        lang = marks.reading.lang
        return cls(
            marks=marks,
            impersonal=word_class(lang, "impersonal"),
            relative=word_class(lang, "relative"),
            media=lang.column("mediums"),
            many=word_class(lang, "many"),
            place=word_class(lang, "place_case"),
            learned=word_class(lang, "learned"),
            by_persons=word_class(lang, "by_persons"),
        )

    def source(self, cue: Cue) -> Word | None:
        """Head of the source mention; None when the cue's clause names nobody."""
        if cue.cls == "preposition":
            return self._of_preposition(cue)
        if cue.cls == "noun":
            return nominal_agent(cue, self.marks)
        if cue.base in self.learned:
            told = self._announced_by(cue.word, self.place | self.marks.of_case)
            if told is not None:
                return told
        found = self._subject(cue.word, 0)
        if found is not None and not self._plausible(found, cue):
            found = self._by_place(cue) or (None if self._quoted_apart(found, cue) else found)
        if cue.clitic is not None and (found is None or (found.pos != "PRON" and found.i < cue.first.i)):
            found = cue.clitic
        if found is not None and self._impersonal(found):
            return self._announced_by(cue.word)
        if found is None and is_finite(cue.word) and not is_passive(cue.word, self.marks.perfect):
            return self._by_place(cue)
        return found

    def can_mean(self, cue: Cue, source: Word | None) -> bool:
        """Whether a verb that things can do too (`la crise menace de`) is done by somebody here."""
        if cue.cls != "verb" or source is None or cue.base not in self.by_persons or source.pos == "PRON":
            return True
        return source.lemma in self.media or bool(self.marks.reading.cast.parties(source))

    def _plausible(self, w: Word, cue: Cue) -> bool:
        """Whether the syntactic subject can be the one who says it."""
        if self._quoted_apart(w, cue):
            return False
        between = self.marks.words[w.i + 1 : cue.first.i]
        if len(between) < 8 and any(x.text == ":" for x in between):
            return False  # Ukraine : Zelensky dénonce …
        return w.pos == "PRON" or w.lemma in self.media or bool(self.marks.reading.cast.parties(w))

    def _quoted_apart(self, w: Word, cue: Cue) -> bool:
        """Whether the word stands in a quotation that the cue stands outside of."""
        quote = self.marks.outer_at(w.start)
        return quote is not None and not quote.start <= cue.start < quote.end

    def _by_place(self, cue: Cue) -> Word | None:
        """Where syntax gives no subject: the noun phrase after an inserted verb, else the nearest free one before it."""
        words = self.marks.words
        after = phrase_after(cue, words)
        before = words[cue.first.i - 1] if cue.first.i else None
        if (
            after is not None
            and before is not None
            and before.pos == "PUNCT"
            and not self.marks.is_time(after)
            and self._plausible(after, cue)
        ):
            return after
        i = cue.first.i - 1
        while i >= 0 and words[i].sentence == cue.word.sentence and words[i].text not in ("«", "“", ":"):
            w = words[i]
            if w.lower in self.many and w.pos in ("ADV", "DET", "ADJ", "PRON"):
                return w
            if (
                w.pos in ("NOUN", "PROPN", "PRON")
                and w.rel not in ("obl", "nmod", "flat", "appos", "expl", "iobj", "fixed")
                and not self.marks.is_time(w)
            ):
                if w.feats.get("Reflex") == "Yes" or any(c.rel == "case" for c in w.children) or not self._plausible(w, cue):
                    return None
                return w
            if w.pos in ("VERB", "SCONJ"):
                return None
            i -= 1
        return None

    def _impersonal(self, w: Word) -> bool:
        return bare_clitic(w.lower, self.marks.reading.lang) in self.impersonal

    def _subject(self, w: Word, depth: int) -> Word | None:
        """Subject of the verb, through relative clauses, coordination, control and participles."""
        if depth > 4:
            return None
        agent = w.child("obl:agent")
        passive = is_passive(w, self.marks.perfect)
        if agent is not None:
            return agent
        if passive:
            return self._announced_by(w)
        subject = next((c for c in subjects(w) if not self.marks.is_time(c)), None)
        if subject is not None:
            if subject.lower in self.relative:
                return w.head if w.rel in ("acl", "advcl") else subject
            return subject
        before = next((g for g in w.children if g.rel == "advcl" and g.i < w.i and is_gerund(g) and subjects(g)), None)
        if before is not None and is_finite(w):
            return subjects(before)[0]  # un homme s'exprimant en français évoque: hung on the participle
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
            if is_gerund(w) and self._parted(w, head):
                return self._subject(_verb_above(head), depth + 1)
            return None if participle else head
        person = head.child("obj")
        if w.rel == "xcomp":
            controlled = person is not None and head.lemma in self.marks.object_control
            return person if controlled else self._subject(head, depth + 1)
        if w.rel in ("advcl", "obl") and person is not None and w.feats.get("VerbForm") == "Part" and self._held_against(w):
            return person  # critique X pour avoir dit que …
        if w.rel in ("advcl", "conj", "ccomp", "parataxis", "aux", "obl", "acl") and head.pos in (
            "VERB",
            "AUX",
            "ADJ",
            "NOUN",
        ):
            head = _joined_to(w, head)
            if head.pos == "NOUN" and not subjects(head):
                return None
            return self._subject(head, depth + 1)
        return None

    def _held_against(self, w: Word) -> bool:
        """`pour avoir suggéré`: a perfect infinitive that says for what somebody is blamed or praised."""
        infinitive = any(c.rel == "aux" and c.feats.get("VerbForm") == "Inf" for c in w.children)
        return infinitive and any(c.rel in ("mark", "case") and c.lower in self.marks.purpose for c in w.children)

    def _parted(self, w: Word, noun: Word) -> bool:
        """`appellent le président à démissionner, estimant que`: something of the verb above stands before the participle."""
        inside = {x.i for x in noun.subtree()}
        return any(x.i not in inside and x.pos != "PUNCT" for x in self.marks.words[noun.i + 1 : w.i])

    def _announced_by(self, w: Word, place: frozenset[str] = frozenset()) -> Word | None:
        """Of an impersonal cue: `dans un communiqué de X`, `auprès de X`, `par X`, `de source …`."""
        agent = w.child("obl:agent")
        if agent is not None:
            return agent
        below = [g for c in w.children for g in self._with_looser(c)]
        for c in below:
            if c.rel == "obj" and c.lemma in self.media and self.marks.case(c):
                return c  # de source militaire, taken for an object
            if c.rel not in ("obl", "nmod", "advmod", "iobj") or c.pos not in ("NOUN", "PROPN") or self.marks.is_time(c):
                continue
            case = self.marks.case(c)
            if c.lemma in self.media or case in self.marks.source_case or c.head.lower in self.marks.source_case:
                return c
            if case in (place or self.place) and self.marks.reading.cast.parties(c):
                return c
        return None

    def _with_looser(self, c: Word) -> list[Word]:
        """A child of the verb, and what the parser hung on a time, a pronoun, an infinitive or `auprès` in its place."""
        loose = self.marks.is_time(c) or c.text.startswith("-") or c.lower in self.marks.source_case
        return [c, *c.children] if loose or (c.rel == "xcomp" and c.pos == "VERB") else [c]

    def _of_preposition(self, cue: Cue) -> Word | None:
        """The noun that the preposition introduces."""
        words = self.marks.words
        head = cue.word.head
        if cue.word.rel in ("case", "mark", "fixed") and head.i > cue.last.i and head.sentence == cue.word.sentence:
            return head if head.pos not in ("VERB", "AUX") else None
        for i in range(cue.last.i + 1, min(cue.last.i + 5, len(words))):
            w = words[i]
            if w.pos in ("NOUN", "PROPN", "PRON", "NUM") and w.sentence == cue.word.sentence:
                while (
                    w.head.i > cue.last.i
                    and w.head.pos in ("NOUN", "PROPN")
                    and w.rel in ("flat", "appos", "nmod", "amod", "compound")
                ):
                    w = w.head
                return w
        return None


def _verb_above(noun: Word) -> Word:
    """The verb on which a noun hangs."""
    w = noun
    for _ in range(4):
        if w.head is w or w.head.pos in ("VERB", "AUX"):
            break
        w = w.head
    return w.head


def _joined_to(w: Word, head: Word) -> Word:
    """The verb that a coordinated one is joined to: of its own form, though the parser may hang it on a nearer one.

    `un homme évoque l'attaque ayant visé des passants et menace de …`: a finite verb goes with a finite one.
    """
    if w.rel != "conj" or w.pos != "VERB":
        return head
    like = is_gerund if is_gerund(w) else is_finite
    if like is is_finite and not is_finite(w):
        return head
    above = head
    for _ in range(4):
        if like(above):
            return above
        if above.head is above or above.head.sentence != w.sentence:
            break
        above = above.head
    return above if like(above) else head


def subjects(w: Word) -> list[Word]:
    """The verb's subjects, its auxiliary's too where the parser hung them there."""
    return [s for x in (w, *w.kids("aux", "cop")) for s in x.kids("nsubj", "expl:subj")]


def nominal_agent(cue: Cue, marks: Marks) -> Word | None:
    """`l'annonce par X de …`: the one after the noun's agent preposition, where it can speak."""
    case = marks.words[cue.word.i + 1]
    agent = case.head
    if case.lower not in marks.agent_case or agent.i <= case.i or agent.pos not in ("NOUN", "PROPN"):
        return None
    return agent if agent.lemma in marks.reading.lang.column("mediums") or marks.reading.cast.parties(agent) else None


def without_addressee(cue: Cue, source: Word, phrase: tuple[int, int], marks: Marks) -> tuple[int, int]:
    """`a déclaré le ministre à l'AFP`: the parser hung the one addressed on the one who speaks."""
    if source.i < cue.word.i or cue.cls != "verb":
        return phrase
    for c in source.children:
        if c.i > source.i and c.rel in ("nmod", "obl") and marks.case(c) in marks.address_case:
            parties = marks.reading.cast.parties(c)
            if any(p.kind in ("media", "person") for p in parties):
                before = marks.words[c.subtree()[0].i - 1]
                return phrase[0], min(phrase[1], before.end)
    return phrase


def source_span(w: Word, phrase: tuple[int, int], lang: Words) -> tuple[int, int]:
    """The span of a source mention: an inverted clitic without its hyphens (`-t-il` → `il`)."""
    kept = bare_clitic(w.text, lang)
    return (w.end - len(kept), w.end) if len(kept) < len(w.text) else phrase
