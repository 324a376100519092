"""Scene: what the events step asks about the words of one article, each answer worked out once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selon.reading.arguments import Arguments
from selon.reading.frames import Book, book
from selon.reading.subjects import case_of, coordinated, grammar, surface_subject
from selon.reading.work import ActorDraft, Reading, StatementDraft, Word

if TYPE_CHECKING:
    from selon.reading.mentions import Mention

CLIMB = 6
CHARGES = frozenset({"charge", "link"})  # light verbs whose object is the doer


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
        self.future = tuple(sorted(self.book_words("future")))
        self.no_future = tuple(sorted(self.book_words("no_future")))
        self.facing = self.book_words("facing")
        self.fray = self.book_words("fray")  # what one may be caught in without waging it
        self.forcing = self.book_words("forcing")
        self.bearing = self.book_words("bearing")
        self.rejecting = self.book_words("rejecting")
        self.inner = sorted(self.book_words("inner"))
        self.naming = self.book_words("naming")
        self.holding = self.book_words("holding")
        self.against = sorted(self.book_words("against"))
        self.circumstances = self.book_words("circumstance")
        self.destined = sorted(self.book_words("destined"))
        self.occasion = self.book_words("occasion")
        self.within = self.book_words("within")
        self.toll = self.book_words("toll")
        self.casualties = self.book_words("casualty")
        self.waged = self.book_words("war")
        self.locative = self.book_words("locative")
        self.behalf = self.book_words("behalf")  # `de la part de X`
        self.opposed = tuple(sorted(self.book_words("opposed"), reverse=True))  # the longest first
        self.selves = self.book_words("self")
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
        """Whom a word means: the cast's answer, and what it leaves open (the speaker's `nous`, `son`, `russe`)."""
        if word.lower in self.selves:
            told = self.told[word.i]
            return list(told.speakers) if told is not None else []
        if word.rel == "det" and word.lower not in self.selves:
            if "Poss" in word.feats:
                return self._possessor(word) or self._taken_up(word, word.lower in self._theirs)
            return self._taken_up(word, word.feats.get("Number") == "Plur") if word.head.pos == "VERB" else []
        if word.rel in ("amod", "conj", "acl") and word.pos == "ADJ":
            return self._origin(word)
        found = self._homeland(word) or self.reading.cast.parties(word)
        return self._explained(word, found) if found else found

    def _homeland(self, word: Word) -> list[ActorDraft]:
        """`notre pays`, `leur pays`: the state of who speaks or whom the possessive stands for."""
        if word.pos != "NOUN" or not self.reading.cast.lex.is_phrase("country", word.lemma):
            return []
        dets = [c for c in word.children if c.rel == "det" and "Poss" in c.feats]
        owners = [a for c in dets for a in self._people_before(c) or self.own_parties(c)]
        countries = {a.country for a in owners if a.country and len(a.country) == 3 and a.kind != "body"}
        return [self.state(countries.pop(), word)] if len(countries) == 1 else []

    def _people_before(self, det: Word) -> list[ActorDraft]:
        """`les Ukrainiens depuis l'invasion de leur pays`: the people named right before in the sentence."""
        if det.lower not in self._theirs:
            return []
        for m in self.reading.cast.mentions.before(det.i):
            if m.word.sentence != det.sentence:
                break
            if m.plural and len(m.actors) == 1 and m.actors[0].kind == "group" and m.actors[0].country:
                return m.actors
        return []

    def _explained(self, word: Word, found: list[ActorDraft]) -> list[ActorDraft]:
        """`deux pays, l'Égypte et la Jordanie`: who stands in apposition, counts for more than the noun."""
        if word.pos != "NOUN" or word.feats.get("Number") != "Plur":
            return found
        named = [a for a in found[1:] if a.country]
        if named and len(named) == len(found) - 1 and not found[0].country and word.child("nummod") is not None:
            return named  # `deux pays, l'Égypte et la Jordanie`, read as three coordinated ones
        for c in word.children:
            if c.rel == "appos" and c.i > word.i and c.pos in ("PROPN", "NOUN"):
                named = [a for a in self.parties([c]) if a.country]
                if len(named) > 1:
                    return named
        return found

    def _taken_up(self, word: Word, plural: bool) -> list[ActorDraft]:
        """Whom a pronoun that the parser read as a determiner, or a possessive, takes up from before."""
        cast = self.reading.cast
        if "Poss" in word.feats:
            near = [m for m in cast.mentions.before(word.i) if m.word.sentence == word.sentence and m.plural == plural]
            if len(near) == 1 and near[0].actors[0].kind != "place":
                return near[0].actors
        gender = word.feats.get("Gender", "") if "Poss" not in word.feats else ""
        return cast.mentions.antecedent(word, "Plur" if plural else "Sing", gender, cast.quote_of(word))

    def _possessor(self, det: Word) -> list[ActorDraft]:
        """Whom `son`, `leur` stand for: the subject of the clause around the noun."""
        noun = verb = det.head
        for _ in range(CLIMB):
            if verb.head is verb:
                break
            verb = verb.head
            asks = self.found.get(verb.i)
            if asks is not None and asks.frame.type == "REQUEST" and asks.frame.pos == "V":
                break  # `X appelle à sa démission`: somebody else's
            if verb.pos in ("VERB", "AUX"):
                subjects = [w for w in self.args(verb).subj or surface_subject(verb, self.grammar) if w is not noun]
                found = self.parties(subjects)
                several = any(c.rel == "det" and c.feats.get("Number") == "Plur" for w in subjects for c in w.children)
                several = several or len(found) > 1 or any(a.plural or a.kind in ("group", "body") for a in found)
                if found and (det.lower in self._theirs) == several:
                    return found
                if len(found) == 1 and not found[0].plural and det.lower not in self._theirs:
                    return found
        return []

    def _origin(self, word: Word) -> list[ActorDraft]:
        """The state that an adjective of origin names."""
        if not word.text[:1].islower():
            return []
        codes = self.reading.knowledge.demonyms(word.text)
        within = next((p for p in self.within if word.lower.startswith(p)), "") if not codes else ""
        if within:  # `intercoréen`: all whom the rest may mean
            return [self.state(code, word) for code in self.reading.knowledge.demonyms(word.text[len(within) :])]
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

    def town(self, word: Word) -> bool:
        """Whether a name is a town's, be it a capital that may stand for a government."""
        return word.ent == "LOC" and word.pos == "PROPN" and self.reading.knowledge.state(word.text) is None and any(
            a.kind == "state" or a.sector == "CVL" for a in self.own_parties(word)
        )

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
        below = self._light_below(word) or self._shared_light(word)
        if below is not None and (below[0].dep == "acl:relcl" or self.args(below[0]).agent):
            return below
        above = self._light_around(word)
        return above if above is not None and (below is None or above[1] in CHARGES) else below

    def _light_around(self, word: Word) -> tuple[Word, str] | None:
        """The noun or verb that carries the noun from above."""
        up = word.head
        if up is word:
            return None
        if word.rel == "conj" and up.pos == "NOUN":
            return self.light(up) if up.i < word.i else None
        if word.rel == "nmod" and up.pos == "NOUN":
            kind = self.book.kind(up)
            if kind == "undergo" or (kind == "mark" and up.head.lemma in self.bearing):
                return up, "undergo"
            if up.lemma.lower() in self.grammar.carrying and case_of(word) == self.grammar.genitive:
                return self.light(up)  # `la série d'attaques menée par X`
        if word.rel == "nmod" and up.dep == "obl:agent" and case_of(word) and self.book.kind(up.head) in CHARGES:
            return up.head, "charge"  # `recherché par la police pour meurtre`, hung on the police
        return self._light_above(word, up)

    def _light_below(self, word: Word) -> tuple[Word, str] | None:
        """A participle or relative clause that carries the noun."""
        for c in word.children:
            if c.rel != "acl" and not (c.rel == "amod" and c.children):
                continue
            kind = self.book.kind(c)
            if kind == "do" and c.pos in ("VERB", "ADJ") and any(o is word for o in self.args(c).obj):
                return c, kind
            if kind == "do" and c.dep == "acl:relcl" and not self.args(c).obj:
                return c, kind  # `la guerre que X mène`
            if kind == "undergo" and (c.dep == "acl:relcl" or c.pos == "VERB"):
                return c, kind  # `le piratage dont X a été victime`, `l'attaque subie par X`
        for n in word.children:  # `l'attaque d'une ampleur inédite menée par X`, the participle hung on the measure
            for c in n.children if n.rel == "nmod" and n.pos == "NOUN" and not self.own_parties(n) else ():
                if c.rel in ("acl", "amod") and self.book.kind(c) == "do" and (c.pos == "ADJ" or self.args(c).passive):
                    return c, "do"
        return self._loose_relative(word)

    def _loose_relative(self, word: Word) -> tuple[Word, str] | None:
        """`une étape dans la guerre que X mène`, the clause hung on the first noun: it belongs to the noun right before it."""
        up = word
        for _ in range(CLIMB):
            if up.rel != "nmod" or up.head.pos != "NOUN":
                return None
            up = up.head
            for c in up.children:
                if c.dep == "acl:relcl" and c.i > word.i and self.book.kind(c) == "do" and not self.args(c).obj:
                    opener = min(w.i for w in c.children) if c.children else c.i
                    if opener == word.i + 1:
                        return c, "do"
        return None

    def _shared_light(self, word: Word) -> tuple[Word, str] | None:
        """`des meurtres et des viols commis par X`, the participle hung on the last of the nouns."""
        last = next((c for c in reversed(word.children) if c.rel == "conj" and c.pos == "NOUN" and c.i > word.i), None)
        if last is None:
            return None
        found = self._light_below(last)
        shared = found is not None and found[0].dep != "acl:relcl" and found[0].feats.get("Number") == "Plur"
        return found if found is not None and shared and self.args(found[0]).agent else None

    def _light_above(self, word: Word, up: Word) -> tuple[Word, str] | None:
        """The verb whose object or complement the noun is."""
        if up.pos not in ("VERB", "AUX", "ADJ"):
            return None
        kind = self.book.kind(up)
        if kind in CHARGES and word.rel in ("obl", "obj", "nmod") and case_of(word) in self.grammar.charged:
            fought = kind == "link" and word.lemma.lower() in self.fray
            return None if fought else (up, kind)  # `accusé de torture`, but not `impliqué dans le conflit`
        if kind == "do" and any(c.lemma.lower() in self.facing for c in (*up.children, *word.children) if c.rel in ("obj", "case")):
            return up, "undergo"  # `faire face à des accusations`
        if word.rel == "obl" and case_of(word) == self.grammar.genitive:  # `avoir besoin d'une aide`, hung on the verb
            suffers = next((c for c in up.children if c.rel == "obj" and self.book.kind(c) == "undergo"), None)
            if suffers is not None:
                return suffers, "undergo"
        if up.pos != "ADJ" and kind in ("do", "undergo") and (word.rel in ("obj", "obl") or word.dep == "nsubj:pass"):
            other = word.rel == "obl" and kind == "do" and case_of(word) == self.grammar.genitive and self.args(up).obj
            bound = not other and (
                word.rel != "obl"
                or word.dep == "obl:arg"
                or case_of(word) == self.grammar.dative
                or (kind == "undergo" and case_of(word) in self.grammar.charged)
            )
            return (up, kind) if bound else None
        return None


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
