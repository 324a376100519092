"""Speakers: whom each statement's source means, joint and unnamed ones too.

A document speaks for its issuer; a floating quotation keeps the speakers of the statement that it continues; `je` and
`nous` inside a quotation are its speakers.
"""

from __future__ import annotations

from selon.reading.classes import bare_clitic, word_class
from selon.reading.subjects import case_of
from selon.reading.work import ActorDraft, Reading, StatementDraft, Word


def find_speakers(reading: Reading) -> None:
    """Fill `speakers` of all statements.

    What is quoted beside a cue stays though nobody can be found for it (`Il a déclaré : « … »` at the head of a text):
    its speakers are unknown. Other statements without a speaker are dropped: they are hardly ever any.
    """
    resolver = _Resolver(reading)
    for s in sorted(reading.statements, key=lambda s: (s.floating, s.cue or (s.start, 0))):
        if not s.floating and not s.speakers:
            resolver.resolve(s, 0)
    for s in reading.statements:
        if s.floating:
            resolver.float(s)
    lost = {s for s in reading.statements if not s.speakers and (s.kind != "direct" or s.cue is None)}
    reading.statements = [s for s in reading.statements if s not in lost]
    for s in reading.statements:
        while s.within in lost:
            s.within = s.within.within if s.within is not None else None


class _Resolver:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.first_person = word_class(reading.lang, "first_person")
        self.mediums = frozenset(
            r["word"] for r in reading.lang.table("mediums") if r["medium"] not in ("media", "source")
        )
        self.sources = frozenset(r["word"] for r in reading.lang.table("mediums") if r["medium"] == "source")
        self.same = word_class(reading.lang, "same")
        self.issuer_case = word_class(reading.lang, "issuer_case")
        self.impersonal = word_class(reading.lang, "impersonal")

    def resolve(self, s: StatementDraft, depth: int) -> None:
        w = s.source_word
        if w is None:
            s.speakers = self._previous(s)
            return
        form = bare_clitic(w.lower, self.reading.lang)
        if form in self.first_person:
            s.speakers = self._outer(s, depth)
            return
        if form in self.impersonal:
            s.speakers = []
            return
        if w.lemma in self.sources and self._same(w):
            s.speakers = self.reading.cast.parties(w) or self._last_source(s)
            if s.speakers:
                return
        if w.pos == "NOUN" and w.lemma in self.mediums:
            s.speakers = self._issuer(w, s)
            return
        s.speakers = self.reading.cast.parties(w) or self._as_described(w)
        if not s.speakers and w.pos == "PRON" and s.kind != "indirect":
            s.speakers = self._previous(s)

    def _same(self, w: Word) -> bool:
        """`la même source`, `cette source`: the one before."""
        return any(c.lower in self.same or c.feats.get("PronType") == "Dem" for c in w.children)

    def _outer(self, s: StatementDraft, depth: int) -> list[ActorDraft]:
        """Whoever speaks the quotation in which the first person stands."""
        outer = s.within
        if outer is None or depth > 5:
            return self._previous(s)
        if not outer.speakers:
            self.resolve(outer, depth + 1)
        return list(outer.speakers)

    def _previous(self, s: StatementDraft) -> list[ActorDraft]:
        before = self._told_before(s)
        return list(before[-1].speakers) if before else []

    def _told_before(self, s: StatementDraft) -> list[StatementDraft]:
        """The statements before this one that have speakers and stand in no other."""
        return [o for o in self.reading.statements if o.start < s.start and o.speakers and o.within is None]

    def _last_source(self, s: StatementDraft) -> list[ActorDraft]:
        """Whom `la même source` means: the last teller that is no person, else the last one."""
        before = self._told_before(s)
        bodies = [o for o in before if all(a.kind != "person" for a in o.speakers)]
        found = (bodies or before)[-1:]
        return list(found[0].speakers) if found else []

    def _issuer(self, w: Word, s: StatementDraft) -> list[ActorDraft]:
        """Who issued a document: `un communiqué du Kremlin`, `publié par X`; else the document as described."""
        for c in self._issuers(w):
            found = self.reading.cast.parties(c)
            if found:
                return found
        found = self.reading.cast.parties(w)
        if found:
            return found
        if self._definite(w) and w.child("acl") is None:  # les informations selon lesquelles … are anybody's
            earlier = self._previous(s)
            if earlier:
                return earlier
        return self._as_described(w)

    def _issuers(self, w: Word) -> list[Word]:
        """The nouns of a document's phrase that may be its issuer, in text order: complements and agents.

        Not those of a clause inside the phrase: `une vidéo exploitant un lapsus du ministre` is not the minister's.
        """
        out: list[Word] = []
        taken = self.reading.cast.nouns.describe(w).last  # un communiqué de presse
        stack = [w]
        while stack:
            x = stack.pop()
            active = x.pos == "VERB" and (x.feats.get("VerbForm") != "Part" or x.feats.get("Tense") == "Pres")
            stack.extend(() if active and x is not w else reversed(x.children))
            if x.i <= taken or x.pos not in ("NOUN", "PROPN"):
                continue
            case = case_of(x)
            if x.lemma in self.mediums or (case and case not in self.issuer_case):
                continue  # une résolution contre X is not X's
            if x.rel in ("nmod", "obl", "flat", "appos") or x.dep == "obl:agent":
                out.append(x)
        return out

    def _definite(self, w: Word) -> bool:
        det = w.child("det")
        return det is not None and (
            det.feats.get("Definite") == "Def" or det.feats.get("PronType") == "Dem" or det.feats.get("Poss") == "Yes"
        )

    def _as_described(self, w: Word) -> list[ActorDraft]:
        """An unnamed source keeps its description."""
        if w.pos == "PRON":
            return []
        start, end = self.reading.cast.phrase(w)
        name = self.reading.text[start:end]
        if not name.strip():
            return []
        actor = ActorDraft(name=" ".join(name.split()), kind="unnamed", mentions=[(start, end)])
        self.reading.cast.actors.append(actor)
        return [actor]

    def float(self, s: StatementDraft) -> None:
        before = s.continues
        hops = 0
        while before is not None and not before.speakers and hops < 20:
            before, hops = before.continues, hops + 1
        if before is not None:
            again = before.start > s.start  # a heading that repeats what is said further on
            while before.within is not None and before.within.speakers and not again:
                before = before.within
            s.speakers = list(before.speakers)
        else:
            s.speakers = self._previous(s)
