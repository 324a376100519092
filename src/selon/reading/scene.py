"""Scene: what the events step asks about the words of one article, each answer worked out once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selon.reading.arguments import Arguments, case_of, coordinated, grammar, surface_subject
from selon.reading.frames import Book, Condition, Frame, book
from selon.reading.work import ActorDraft, Reading, StatementDraft, Word

if TYPE_CHECKING:
    from selon.reading.mentions import Mention

FORCE = frozenset({"MIL", "REB", "COP", "PRM", "UAF", "SPY"})
OFFICE = frozenset({"GOV", "MIL", "LEG", "JUD", "PTY", "OPP"})


class Scene:
    """The article's words seen as predicates and parties."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.book: Book = book(reading.lang)
        self.grammar = grammar(reading.lang)
        self.told = _told(reading)
        self.cues: dict[int, list[StatementDraft]] = {}  # index of a cue's head word -> its statements
        self.found: dict[int, Mention] = {}  # index of a word -> the mention that it heads
        self._args: dict[int, Arguments] = {}
        self._parties: dict[int, list[ActorDraft]] = {}
        self._lights: dict[int, tuple[Word, str] | None] = {}
        self._states: dict[str, ActorDraft] = {}
        self.waged = self.book_words("war")
        self.locative = self.book_words("locative")
        self._selves = self.book_words("self")
        self._theirs = self.book_words("their")
        self._pronouns = self.book_words("pronoun")
        self.negations = self.book_words("negation")
        self.negators = self.book_words("negator")
        self.restrictive = self.book_words("restrictive")

    def book_words(self, cls: str) -> frozenset[str]:
        """The closed-class words of one class."""
        return frozenset(r["word"] for r in self.reading.lang.table("event_words") if r["class"] == cls)

    def args(self, word: Word) -> Arguments:
        """The arguments of a predicate."""
        found = self._args.get(word.i)
        if found is None:
            found = self._args[word.i] = Arguments(word, self.grammar)
        return found

    def own_parties(self, word: Word) -> list[ActorDraft]:
        """The actors that one word alone means."""
        found = self._parties.get(word.i)
        if found is None:
            self._parties[word.i] = []  # a phrase that leads back to itself means nobody
            found = self._parties[word.i] = self._whom(word)
        return found

    def _whom(self, word: Word) -> list[ActorDraft]:
        """Whom a word means: the cast's answer, and what the cast leaves open (the speaker's `nous`, `son`, `russe`)."""
        if word.lower in self._selves:
            told = self.told[word.i]
            return list(told.speakers) if told is not None else []
        if word.rel == "det":
            return self._possessor(word) if "Poss" in word.feats else []
        if word.rel in ("amod", "conj", "acl") and word.pos == "ADJ":
            return self._origin(word)
        return self.reading.cast.parties(word)

    def _possessor(self, det: Word) -> list[ActorDraft]:
        """Whom `son`, `leur` stand for: the subject of the clause around the noun."""
        noun = verb = det.head
        for _ in range(CLIMB):
            if verb.head is verb:
                break
            verb = verb.head
            if verb.pos in ("VERB", "AUX"):
                subjects = [w for w in self.args(verb).subj or surface_subject(verb, self.grammar) if w is not noun]
                found = self.parties(subjects)
                if found and (det.lower in self._theirs) == (len(found) > 1 or any(a.plural or a.kind in ("group", "body") for a in found)):
                    return found
                if found and det.lower not in self._theirs:
                    return found
        return []

    def _origin(self, word: Word) -> list[ActorDraft]:
        """The state that an adjective of origin names."""
        if not word.text[:1].islower():
            return []
        codes = self.reading.knowledge.demonyms(word.text)
        if len(codes) > 1 and "-" not in word.text:
            known = {a.country for a in self.reading.cast.actors}
            codes = [c for c in codes if c in known][:1] or codes[:1]
        return [self.state(code, word) for code in codes]

    def state(self, code: str, word: Word) -> ActorDraft:
        """The article's actor for a state, made from the word where it has none yet."""
        found = self._states.get(code)
        if found is None:
            found = next((a for a in self.reading.cast.actors if a.kind == "state" and a.country == code), None)
            if found is None:
                found = ActorDraft(word.text, "state", code, "GOV")
                self.reading.cast.actors.append(found)
            self._states[code] = found
        return found

    def human(self, word: Word) -> bool:
        """Whether a noun names people by its lemma."""
        lemma = word.lemma.lower()
        return any(lemma in self.book.classes[c] for c in ("people", "person", "fighter"))

    def silence(self, word: Word) -> None:
        """Let a word mean nobody: it is part of an idiom."""
        self._parties[word.i] = []

    def parties(self, words: list[Word]) -> list[ActorDraft]:
        """The actors that the words and what is coordinated with them mean, each once."""
        out: list[ActorDraft] = []
        for word in words:
            for w in coordinated(word):
                for actor in self.own_parties(w):
                    if all(actor is not a for a in out):
                        out.append(actor)
        return out

    def pronoun(self, word: Word) -> bool:
        """Whether the word is a pronoun that may stand for somebody."""
        return word.pos == "PRON" and word.lower in self._pronouns

    def light(self, word: Word) -> tuple[Word, str] | None:
        """The light verb that a noun hangs on and how (do, undergo, aim); None when there is none."""
        if word.i not in self._lights:
            self._lights[word.i] = self._find_light(word)
        return self._lights[word.i]

    def _find_light(self, word: Word) -> tuple[Word, str] | None:
        kinds = self.book.light
        for c in word.children:
            if c.rel == "acl":
                kind = kinds.get(c.lemma.lower())
                if kind == "do" and c.pos in ("VERB", "ADJ") and any(o is word for o in self.args(c).obj):
                    return c, kind
                if kind == "undergo" and c.dep == "acl:relcl":
                    return c, kind  # `le piratage dont X a été victime`
        up = word.head
        if up is word:
            return None
        if word.rel == "conj" and up.pos == "NOUN":
            return self.light(up) if up.i < word.i else None
        if word.rel == "nmod" and up.pos == "NOUN" and kinds.get(up.lemma.lower()) == "undergo":
            return up, "undergo"
        if up.pos not in ("VERB", "AUX"):
            return None
        kind = kinds.get(up.lemma.lower())
        if kind == "charge" and word.rel in ("obl", "obj", "nmod") and case_of(word):
            return up, kind  # `accusé de torture`
        if kind in ("do", "undergo") and (word.rel in ("obj", "obl") or word.dep == "nsubj:pass"):
            bound = word.rel != "obl" or word.dep == "obl:arg" or kind == "undergo" or case_of(word) == self.grammar.dative
            return (up, kind) if bound else None
        return None

    def is_a(self, word: Word, cls: str) -> bool:
        """Whether a word belongs to a class of the conditions; some are known by who acts, not by lemma alone."""
        members = self.book.classes.get(cls)
        lemma = word.lemma.lower()
        if members is not None and lemma in members:
            return True
        if lemma in self.book.classes["quantity"]:
            counted = self.args(word).by_case.get(self.grammar.genitive)
            if counted and self.is_a(counted[0], cls):
                return True
        if cls == "any":
            return True
        if cls == "event":
            return (word.lemma.lower(), "N") in self.book.frames or (word.lemma.lower(), "V") in self.book.frames
        if cls == "thing":
            return word.pos == "NOUN" and not self.own_parties(word)
        if cls == "place":
            return word.ent == "LOC" or word.pos == "PROPN" or any(a.kind == "state" for a in self.own_parties(word))
        return cls in HUMAN and self._acts(word, cls)

    def _acts(self, word: Word, cls: str) -> bool:
        if self.pronoun(word) or (word.rel == "det" and cls == "party"):
            return True
        if cls in ("person", "people", "official") and word.ent == "PER":
            return True
        if cls == "people" and word.pos == "NUM":
            return True
        if cls == "party" and any(word.lemma.lower() in self.book.classes[c] for c in ("people", "person", "fighter", "state")):
            return True
        for a in self.own_parties(word):
            if cls == "party":
                return True
            if cls in ("person", "people") and a.kind in ("person", "unnamed"):
                return True
            if cls == "official" and a.kind == "person" and a.sector in OFFICE:
                return True
            if cls == "state" and (a.kind == "state" or a.sector == "GOV"):
                return True
            if cls == "fighter" and (a.sector in FORCE or a.kind == "state"):
                return True
            if cls == "target" and a.kind in ("state", "person", "group", "unnamed"):
                return True
            if cls in ("org", "justice") and a.kind in ("body", "group") and (cls != "justice" or a.sector == "JUD"):
                return True
        return False

    def holds(self, frame: Frame, args: Arguments) -> list[Word] | None:
        """The idiom words that a frame used where all its conditions hold, else None."""
        used: list[Word] = []
        for test in frame.tests:
            for c in test:
                hit = self._meets(c, args)
                if (hit is None) == c.deny:
                    if hit:
                        used.extend(hit)
                    break
            else:
                return None
        return used

    def _meets(self, c: Condition, args: Arguments) -> list[Word] | None:
        """None where a condition (taken without its denial) fails, else the idiom words."""
        flag = FLAGS.get(c.key)
        if flag is not None:
            return flag(self, c, args)
        found = args.words(c.key)
        if c.key == "subj" and not c.deny and not any(w.pos in KNOWN for w in found):
            return []  # nobody stated, or somebody whom only a pronoun names
        if c.key == "obj" and args.passive and not found and not c.lemmas and not c.deny:
            return []
        if c.anything:
            return [] if found or self._loose_child(c.key, args) else None
        for first in found:
            for w in coordinated(first) if first.pos != "VERB" else (first,):
                if w.lemma.lower() in c.lemmas:
                    return [w] if c.key != "subj" else []
                if any(self.is_a(w, cls) for cls in c.classes):
                    return []
        return None

    def _loose_child(self, key: str, args: Arguments) -> bool:
        return any(w.lemma.lower() == key for w in args.word.children)


CLIMB = 6
NEAR = 16  # words
KNOWN = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "VERB"})
HUMAN = frozenset({"party", "person", "people", "official", "state", "fighter", "target", "org", "justice", "leader", "suspect"})


def _told(reading: Reading) -> list[StatementDraft | None]:
    """For each word the innermost statement whose content holds it."""
    out: list[StatementDraft | None] = [None] * len(reading.words)
    depth = [0] * len(reading.words)
    for s in reading.statements:
        level, up = 1, s.within
        while up is not None and level < 8:
            level, up = level + 1, up.within
        for start, end in s.content:
            first = reading.word_at(start)
            i = first.i if first is not None else len(out)
            while i < len(out) and reading.words[i].start < end:
                if level > depth[i]:
                    out[i], depth[i] = s, level
                i += 1
    return out


def _flag_def(s: Scene, c: Condition, a: Arguments) -> list[Word] | None:
    return [] if any(w.rel == "det" and w.feats.get("Definite") == "Def" or "Poss" in w.feats for w in a.word.children) else None


def _flag_plural(s: Scene, c: Condition, a: Arguments) -> list[Word] | None:
    return [] if a.word.feats.get("Number") == "Plur" else None


def _flag_told(s: Scene, c: Condition, a: Arguments) -> list[Word] | None:
    return [] if s.told[a.word.i] is not None else None


def _flag_passive(s: Scene, c: Condition, a: Arguments) -> list[Word] | None:
    return [] if a.passive else None


def _flag_negated(s: Scene, c: Condition, a: Arguments) -> list[Word] | None:
    return [] if any(w.lower in s.negations for w in a.word.children) else None


def _flag_light(s: Scene, c: Condition, a: Arguments) -> list[Word] | None:
    found = s.light(a.word)
    if found is None:
        return None
    verb = found[0].lemma.lower()
    return [] if c.anything or verb in c.lemmas or any(verb in s.book.classes.get(k, ()) for k in c.classes) else None


def _flag_adj(s: Scene, c: Condition, a: Arguments) -> list[Word] | None:
    return [] if any(w.rel == "amod" and s.own_parties(w) for w in a.mods) else None


def _flag_person(s: Scene, c: Condition, a: Arguments) -> list[Word] | None:
    return [] if a.word.feats.get("Person") in c.lemmas else None


def _flag_lemma(s: Scene, c: Condition, a: Arguments) -> list[Word] | None:
    return [] if a.word.lemma.lower() in c.lemmas else None


def _flag_refl(s: Scene, c: Condition, a: Arguments) -> list[Word] | None:
    return [] if a.reflexive else None


def _flag_near(s: Scene, c: Condition, a: Arguments) -> list[Word] | None:
    """A word of the clause's next words, wherever the parser hung it."""
    words, word = s.reading.words, a.word
    for w in words[word.i + 1 : word.i + NEAR]:
        if w.sentence != word.sentence or w.text in ".;":
            return None
        lemma = w.lemma.lower()
        if lemma in c.lemmas or any(lemma in s.book.classes.get(k, ()) for k in c.classes):
            return []
    return None


def _flag_mod(s: Scene, c: Condition, a: Arguments) -> list[Word] | None:
    if c.anything:
        return [] if a.mods else None
    for w in a.mods:
        if w.lemma.lower() in c.lemmas:
            return [w] if w.rel == "amod" and abs(w.i - a.word.i) <= 2 else []
    return None


FLAGS = {
    "def": _flag_def, "plural": _flag_plural, "told": _flag_told, "passive": _flag_passive, "negated": _flag_negated, "light": _flag_light,
    "adj": _flag_adj, "person": _flag_person, "lemma": _flag_lemma, "refl": _flag_refl, "mod": _flag_mod, "near": _flag_near,
}  # fmt: skip
