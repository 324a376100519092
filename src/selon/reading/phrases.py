"""Phrases: the noun phrase around a word, as offsets and as what it says (role, countries, complements, determiner)."""

from __future__ import annotations

from selon.knowledge import Knowledge
from selon.reading.modifiers import Noun, adjective, demonym, is_of, stronger
from selon.reading.premodifiers import around, qualify
from selon.reading.roles import FORMER, Lexicon, Role, plain, stem
from selon.reading.work import Word

NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "SYM"))
INNER = frozenset(("det", "nummod", "amod", "nmod", "flat", "fixed", "compound", "name", "goeswith", "advmod", "acl"))
LONGEST_PHRASE = 40  # words


def _singular(form: str, lex: Lexicon) -> str:
    """A likely singular, for where the lemmatizer fails."""
    for plural, singular in lex.plurals:
        if form.endswith(plural):
            return form.removesuffix(plural) + singular
    return form


def reads(noun: Word) -> str:
    """How a head is looked up: its lemma, plain."""
    return plain(noun.lemma)


class Roles:
    """Which role stands at each word of one article; looked up once a word."""

    def __init__(self, words: list[Word], lex: Lexicon, knowledge: Knowledge) -> None:
        self.words, self.lex, self.knowledge = words, lex, knowledge
        self._found: dict[int, tuple[Role | None, int, bool, int]] = {}
        self._taken: dict[int, int] | None = None

    def at(self, i: int) -> tuple[Role | None, int, bool, int]:
        """The role whose row matches the words around `i`, its head (adjectives of origin left out); the last of
        them, whether it is a `former` one, the first of them."""
        found = self._found.get(i)
        if found is None:
            found = self._found[i] = self._look_up(i)
        return found

    def taken_by(self, i: int) -> int:
        """The head of the role whose row takes the word `i` though another word is its head; -1 for none."""
        if not self.lex.head_last:
            return -1
        if self._taken is None:
            self._taken = {}
            for w in self.words:
                if w.pos in ("NOUN", "PROPN", "ADJ", "X"):
                    role, last, _, first = self.at(w.i)
                    if role is not None and last > first and self._taken.get(w.i, w.i) == w.i:
                        self._taken.update((k, w.i) for k in range(first, last + 1))
        head = self._taken.get(i, -1)
        return head if head != i else -1

    def start(self, i: int) -> int:
        """The head of the role whose row begins at word `i`; -1 for none."""
        head = self.taken_by(i)
        if head >= 0:
            return head if self.at(head)[3] == i else -1
        role, _, _, first = self.at(i)
        return i if role is not None and first == i else -1

    def inside(self, i: int) -> int:
        """The last word of the role's row that goes on at word `i`; -1 where none does."""
        self.taken_by(i)
        head = (self._taken or {}).get(i, -1)
        if head < 0:
            return -1
        _, last, _, first = self.at(head)
        return last if first < i <= last else -1

    def person_from(self, i: int) -> int:
        """The last word of the person's role of several words that begins at word `i`; -1 for none."""
        head = self.start(i)
        role, last, _, _ = self.at(head) if head >= 0 else (None, -1, False, -1)
        return last if role is not None and role.kind == "person" and last > i else -1

    def _look_up(self, i: int) -> tuple[Role | None, int, bool, int]:
        head, lex = self.words[i], self.lex
        lemma, form = plain(head.lemma), plain(head.text)
        for key in dict.fromkeys((lemma, form, _singular(form, lex))):
            former = key.startswith(FORMER)
            if former:
                key = key[3:]
            longest = lex.longest.get(key, 0)
            if longest and lex.head_last:
                role, last, first = around(self.words, lex, self.knowledge, i, key)
                if role is not None:
                    return role, last, former, first
            elif longest:
                role, last = self._longest(i, key, longest)
                if role is not None:
                    return role, last, former, i
        if "-" in form and head.text[0].islower():  # écrivain-journaliste: the first part that is a role
            for part in form.split("-"):
                role = lex.roles.get(part) or lex.roles.get(_singular(part, lex))
                if role is not None and role.kind == "person":
                    return role, i, False, i
        return None, i, False, i

    def _longest(self, i: int, key: str, longest: int) -> tuple[Role | None, int]:
        words, roles = self.words, self.lex.roles
        role, last, used = roles.get(key), i, 1
        sentence = words[i].sentence
        j = i + 1
        while used < longest and j < len(words) and words[j].sentence == sentence:
            w = words[j]
            if w.pos == "PUNCT" or w.pos == "AUX":
                break
            if w.pos in ("ADJ", "NOUN") and w.lower == w.text and demonym(self.knowledge, w.text):
                whole = roles.get(f"{key} {stem(plain(w.text))}")  # le président du Conseil européen
                if whole is not None:
                    role, last = whole, j
                j += 1
                continue
            for part in plain(w.text).replace("'", "' ").split():
                key = f"{key} {stem(part)}"
                used += 1
            found = roles.get(key)
            if found is not None:
                role, last = found, j
            j += 1
        return role, last


def describe(roles: Roles, head: Word) -> Noun:
    """What the phrase headed by a noun says."""
    words, lex, knowledge, start = roles.words, roles.lex, roles.knowledge, head.i
    role, last, former, first = roles.at(start)
    if start and words[start - 1].sentence == head.sentence and words[start - 1].pos in ("ADJ", "NOUN", "PROPN"):
        before, reach, was, begin = roles.at(start - 1)
        if before is not None and reach >= start:
            role, last, former, first = before, reach, was, begin
    if roles.taken_by(start) > start:  # the parser hung the phrase on another word of the row
        role, last, former, first = roles.at(roles.taken_by(start))
    plural = head.feats.get("Number") == "Plur" or any(
        c.feats.get("Number") == "Plur" for c in head.children if c.rel == "det"
    )
    noun = Noun(head, role, min(first, start), max(last, start), plural, former=former)
    if lex.head_last:
        qualify(noun, words, roles)
        return noun
    _modifiers(noun, lex, knowledge)
    if plural and len(noun.countries) == 1:
        _second_origin(noun, words, knowledge)
    if role is None and start and head.text[0].islower():
        _swapped(noun, words[start - 1], roles)
    return noun


def _second_origin(noun: Noun, words: list[Word], knowledge: Knowledge) -> None:
    """`services russes et turcs`: a second adjective of origin right after the first, wherever the parser hung it."""
    for i in range(noun.head.i + 1, min(noun.head.i + 6, len(words) - 2)):
        first, joined, second = words[i : i + 3]
        if first.text[0].islower() and demonym(knowledge, first.text) == noun.countries[0]:
            code = demonym(knowledge, second.text) if joined.rel == "cc" and second.text[0].islower() else None
            if code and not any(c.rel == "det" for c in second.children):
                noun.countries.append(code)
            return


def _stands_for_state(lex: Lexicon, word: Word) -> bool:
    """Whether a noun stands for a state as such (pays, État)."""
    return lex.is_phrase("country", word.lemma)


def _swapped(noun: Noun, left: Word, roles: Roles) -> None:
    """Where the parser took the noun for an adjective of the adjective after it (étudiant nigérian)."""
    if (
        left.head is not noun.head
        or left.rel not in ("amod", "nmod", "compound")
        or left.pos not in ("ADJ", "NOUN", "PROPN")
    ):
        return
    role, last, former, _ = roles.at(left.i)
    if role is None or role.kind == "document" or _stands_for_state(roles.lex, left):
        return
    noun.role, noun.last, noun.former = role, max(last, noun.head.i), noun.former or former
    marks = set(noun.marks) - {stem(left.text)}
    adjective(noun, noun.head, marks, roles.lex, roles.knowledge)
    noun.marks = frozenset(marks)


def _modifiers(noun: Noun, lex: Lexicon, knowledge: Knowledge) -> None:
    marks: set[str] = set()
    head, single = noun.head, 0
    for c in noun.head.children:
        if c.rel == "det":
            noun.det = stronger(noun.det, lex.determiners.get(c.lower.replace("’", "'"), ""))
        elif c.rel in ("amod", "acl") or (c.pos == "ADJ" and c.rel in ("nmod", "appos", "conj", "flat")):
            if lex.determiners.get(c.lower) == "same":
                noun.det = "demonstrative"
                continue
            if c.pos == "VERB" and c.rel == "acl" and not lex.is_phrase("coming", c.lower):
                continue
            if head.i < c.i <= noun.last and demonym(knowledge, c.text) is None:
                noun.abroad = noun.abroad or lex.is_phrase("abroad", c.lemma)
                continue  # the role's row says it already
            if lex.is_phrase("former", plain(c.lemma)):
                noun.former = True
                noun.fallen = noun.fallen or lex.is_phrase("fallen", plain(c.lemma))
                continue
            if lex.is_phrase("coming", plain(c.lemma)) or lex.is_phrase("coming", c.lower):
                noun.coming = True
                continue
            for a in [c, *(d for d in c.children if d.rel in ("conj", "amod") and d.pos in ("ADJ", "NOUN", "PROPN"))]:
                single += adjective(noun, a, marks, lex, knowledge)
        elif c.rel == "nmod" and c.i > noun.last and is_of(c, lex):
            noun.complements.append(c)
            if knowledge.state(c.text) is None:
                marks.add(stem(c.text))
        elif c.rel == "nummod":
            marks.add(c.lower)
    if not noun.det and noun.head.i and lex.determiners.get(_left(noun).lower.replace("’", "'")):
        noun.det = lex.determiners[_left(noun).lower.replace("’", "'")]
    for word in _taken(noun):  # adjectives of origin that stand between the words of the role's row
        origin = word.pos == "ADJ" or (word.rel == "conj" and word.text[0].islower())  # russes et turcs, a noun to the parser
        if word.head is not noun.head and origin and (code := demonym(knowledge, word.text)):
            noun.countries.append(code)
        for c in word.children:
            if c.rel == "nmod" and c.i > noun.last and is_of(c, lex):
                noun.complements.append(c)
                if knowledge.state(c.text) is None:
                    marks.add(stem(c.text))
    noun.apart = noun.plural and single > 1
    noun.marks = frozenset(marks)


def _left(noun: Noun) -> Word:
    """The word before the phrase's first adjective, where a contracted article (du, aux) may stand."""
    first = min((c for c in noun.head.children if c.rel in ("amod", "nummod", "case") and c.i < noun.head.i),
                key=lambda c: c.i, default=noun.head)  # fmt: skip
    return first


def _taken(noun: Noun) -> list[Word]:
    out: list[Word] = []
    stack = [c for c in noun.head.children if noun.head.i < c.i <= noun.last]
    while stack:
        w = stack.pop()
        out.append(w)
        stack.extend(w.children)
    return out


def span_words(
    head: Word, words: list[Word], lex: Lexicon, conj: bool = True, foreign: dict[int, int] | None = None
) -> tuple[int, int]:
    """First and last word (inclusive) of the phrase headed by a word.

    Without relative clauses and details set off by commas; a name that a role introduces stays with it
    (``le ministre de la Défense, Sébastien Lecornu``), as does a coordination.
    """
    keep = {head.i}
    stack = [(c, head) for c in head.children if _belongs(c, head, words, lex, conj)]
    while stack and len(keep) < LONGEST_PHRASE:
        w, _ = stack.pop()
        if foreign and foreign.get(w.i, head.i) != head.i:  # a name that another role introduces
            continue
        if not conj and w.rel == "conj" and is_stray(w) and is_of(w.head, lex):
            continue  # `la mission de l'ONU et le gouvernement`, hung on the ONU
        keep.add(w.i)
        stack.extend((c, w) for c in w.children if c.rel == "case" or _belongs(c, w, words, lex, True))
    first = last = head.i
    while first - 1 in keep or _bridges(first - 1, first - 2, keep, words, head):
        first -= 1
    while last + 1 in keep or _bridges(last + 1, last + 2, keep, words, head):
        last += 1
    while last > head.i and words[last].pos in ("PUNCT", "CCONJ", "ADP"):
        last -= 1
    while first < head.i and words[first].rel in ("case", "punct", "cc"):
        first += 1
    return first, last


def _belongs(c: Word, head: Word, words: list[Word], lex: Lexicon, conj: bool) -> bool:
    if c.dep == "acl:relcl" or c.rel == "case" or (c.pos == "NOUN" and lex.is_phrase("time", c.lemma)):
        return False
    if c.pos in ("VERB", "AUX") and "Mood" in c.feats:
        return False
    if c.rel == "cc":
        return True
    if c.rel == "conj":
        return conj and c.pos in NOMINAL and not _clausal(c) and not parted(c, words)
    if c.rel in ("nmod", "obl") and c.i > head.i:
        first = next((k for k in c.children if k.rel == "case"), None)
        if first is not None and not lex.is_phrase("inner", first.lower.replace("’", "'")):
            return False
        if first is not None and lex.is_phrase("purpose", first.lower) and c.pos == "NOUN" and c.child("det") is None:
            return False  # convoqué au ministère pour explications
        if (first is None and c.pos == "NOUN" and c.text[0].islower()) or (
            _comma_before(c, head, words) and c.pos != "PROPN"
        ):
            return False
    if c.rel == "appos":
        return not _comma_before(c, head, words) or (c.pos == "PROPN" and head.pos != "PROPN")
    if c.rel == "amod" and c.i > head.i and _comma_before(c, head, words):
        return False
    if c.pos == "PRON" and c.feats.get("PronType") == "Rel":
        return False  # `dont les populations …`
    if c.rel == "acl":
        if _disagrees(c, head):
            return False
        if c.feats.get("VerbForm") == "Inf" and not any(k.rel in ("mark", "case") for k in c.children):
            return False  # `voir des soldats tirer`
        if c.pos == "VERB" and c.lower.endswith(lex.participles) and c.feats.get("Tense") != "Past":
            return False
        return not _comma_before(c, head, words) and not any(k.dep == "mark" for k in c.children)
    if c.rel in ("obl", "obj", "xcomp"):  # inside a participle: publié par l'armée
        return head.rel == "acl"
    return c.rel in INNER and not (c.rel == "advmod" and c.i > head.i)


def _disagrees(participle: Word, noun: Word) -> bool:
    """Whether a participle is of another number than the noun that the parser hung it on (les réserves de la Banque détenues)."""
    ours, theirs = participle.feats.get("Number"), noun.feats.get("Number")
    return bool(ours and theirs and ours != theirs)


def is_stray(word: Word) -> bool:
    """Whether a coordinated noun has an article and no preposition of its own."""
    return word.pos == "NOUN" and word.child("det") is not None and word.child("case") is None


def _clausal(word: Word) -> bool:
    return any(c.rel in ("nsubj", "cop", "aux") for c in word.children)


PARTING = frozenset((":", ";", "(", "«", "“", '"', "–", "—"))


def parted(c: Word, words: list[Word]) -> bool:
    """Whether a colon, bracket or quotation mark stands right before a phrase."""
    first = c.i
    while first and words[first - 1].head is c and words[first - 1].pos != "PUNCT":
        first -= 1
    return first > 0 and words[first - 1].text in PARTING


def _comma_before(c: Word, head: Word, words: list[Word]) -> bool:
    if c.i < head.i:
        return False
    first = c.i
    while first - 1 > head.i and words[first - 1].head is c:
        first -= 1
        if words[first].text == ",":
            return True
    return words[first - 1].text in (",", "(", "—", "–")


def _bridges(gap: int, beyond: int, keep: set[int], words: list[Word], head: Word) -> bool:
    """A punctuation mark between two words of the phrase."""
    return 0 <= gap < len(words) and beyond in keep and words[gap].pos in ("PUNCT", "CCONJ", "SYM")
