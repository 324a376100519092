"""Pronouns: whom a pronoun means, by its table's sort."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selon.reading.phrases import NOMINAL, span_words
from selon.reading.roles import Pronoun
from selon.reading.work import ActorDraft, Word

if TYPE_CHECKING:
    from selon.reading.actors import Cast
    from selon.reading.coreference import Mention


class Pronouns:
    """Actors of pronouns."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast

    def actors(self, word: Word, pronoun: Pronoun) -> list[ActorDraft]:
        """Whom a pronoun means; empty for first and second person and for what cannot act."""
        if pronoun.sort == "relative":
            return self._relative(word)
        if pronoun.sort == "clause":
            return self._relative(word, False)
        if pronoun.sort in ("personal", "oblique"):
            if word.pos == "DET" or self._impersonal(word):
                return []
            number = word.feats.get("Number") or pronoun.number
            speech = word.rel in ("nsubj", "expl") and word.head.lemma in self.cast.lex.speech
            quote = self.cast.quote_of(word)
            natural = self.cast.lex.natural
            return self.cast.mentions.antecedent(word, pronoun.number or number, pronoun.gender, quote, speech, natural)
        if pronoun.sort == "last":
            return self._last(word, pronoun)
        if pronoun.sort == "some":
            return self._some(word, pronoun)
        if pronoun.sort == "those":
            return self._those(word, pronoun)
        return []

    def _impersonal(self, word: Word) -> bool:
        """`il faut`, `est-il indiqué`: nobody is meant."""
        verb = word.head
        if verb.lemma in self.cast.lex.phrases.get("impersonal", ()):
            return True
        if word.rel != "expl":
            return False
        passive = any(c.dep == "aux:pass" for c in verb.children)
        return passive or (not word.text.startswith("-") and verb.lemma not in self.cast.lex.speech)

    def _relative(self, word: Word, near: bool = True) -> list[ActorDraft]:
        """The noun that the relative clause belongs to; where the parse shows none and `near`, the noun before."""
        w = word
        for _ in range(6):
            if w.dep == "acl:relcl" or w.rel == "acl":
                return self.cast.parties(w.head) if w.head is not w and w.head.i < word.i else []
            if w.head is w:
                break
            w = w.head
        if not near:
            return []
        words = self.cast.reading.words
        j = word.i - 1
        while j >= 0 and words[j].sentence == word.sentence and words[j].pos in ("PUNCT", "ADP"):
            j -= 1
        if j >= 0 and words[j].rel == "amod":
            j = words[j].head.i
        if j >= 0 and words[j].sentence == word.sentence and words[j].pos in NOMINAL:
            return self.cast.parties(words[j])
        return []

    def _last(self, word: Word, pronoun: Pronoun) -> list[ActorDraft]:
        """`celui-ci`, `ce dernier`: the one mentioned last that agrees."""
        plural = pronoun.number == "Plur"
        mentions, here = self.cast.mentions, word.sentence

        def fits(m: Mention) -> bool:
            return m.plural == plural and (not m.gender or not pronoun.gender or m.gender == pronoun.gender)

        last = mentions.last(
            word.i, lambda m: fits(m) and m.actors[0].kind == "person" and m.word.sentence >= here - 1
        ) or mentions.last(word.i, fits)
        return list(last.actors) if last is not None else []

    def _some(self, word: Word, pronoun: Pronoun) -> list[ActorDraft]:
        """`certains`, `l'un d'eux`: part of whom the complement or the text names; kept as described."""
        opens = word.i == 0 or self.cast.reading.words[word.i - 1].sentence != word.sentence
        if word.pos == "DET" or word.rel == "det" or (word.rel == "advmod" and not opens):
            return []
        whole: list[ActorDraft] = []
        start, end = self.cast.noun_span(word)
        name = self.cast.reading.text[start:end]
        for c in word.children:
            if c.rel in ("nmod", "obl") and c.pos in NOMINAL:
                whole = self.cast.parties(c)
                if self.cast.nouns.role_kind(c) == "document":
                    return whole
                if c.pos == "PRON" and len(whole) == 1:
                    name = whole[0].name  # l'un d'eux: of whom, is all that its name can tell
                break
        whole = whole or self._among(word)
        like = whole[0] if whole else None
        draft = ActorDraft(name, "group", like.country if like else None, like.sector if like else None)
        draft.plural = pronoun.number == "Plur"
        return [self.cast.registry.make(f"word:{word.i}", draft, word.i)]

    def _among(self, word: Word) -> list[ActorDraft]:
        """Whom the pronoun after a fixed preposition means (`certaines d'entre elles`), wherever the parser hung it."""
        words = self.cast.reading.words[word.i + 1 : word.i + 4]
        fixed = len(words) == 3 and words[1].rel == "fixed" and words[1].head is words[0] and words[2].pos == "PRON"
        return self.cast.parties(words[2]) if fixed else []

    def _those(self, word: Word, pronoun: Pronoun) -> list[ActorDraft]:
        """`ceux qui …`: as described, with the clause that says who."""
        words = self.cast.reading.words
        first, last = span_words(word, words, self.cast.lex)
        for c in word.children:
            if c.dep == "acl:relcl":
                inside = [w.i for w in c.subtree() if w.pos != "PUNCT"]
                last = max(last, *inside)
        text = self.cast.reading.text[words[first].start : words[last].end]
        like = self._complement(word)
        if first == last and like is None:
            return []
        draft = ActorDraft(text, "group", like.country if like else None, None, plural=pronoun.number == "Plur")
        return [self.cast.registry.make(f"word:{word.i}", draft, word.i)]

    def _complement(self, word: Word) -> ActorDraft | None:
        """Whom or where a complement of `ceux` names (`ceux des territoires occupés`)."""
        words = self.cast.reading.words
        after = words[word.i + 1] if word.i + 1 < len(words) else word
        beside = [after.head] if after.pos == "ADP" and after.rel == "case" and after.sentence == word.sentence else []
        for c in [*(k for k in word.children if k.rel in ("nmod", "obl") and k.i > word.i), *beside]:
            found = self.cast.parties(c) if c.pos in NOMINAL else []
            if found:
                return found[0]
        return None
