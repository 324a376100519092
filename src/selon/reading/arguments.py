"""Arguments: who stands where around a verb, noun or adjective; passive, control, coordination, relatives undone.

`Frame` conditions and roles ask by key: ``subj``, ``obj``, ``iobj``, ``xcomp``, ``ccomp``, a preposition's lemma
(``contre``), and for nouns ``gen`` (complement with the genitive preposition), ``poss``, ``adj``, ``mod``. ``subj`` and
``obj`` are the deep ones: who does, to whom.
"""

from __future__ import annotations

from selon.reading.subjects import (
    MAX_CLIMB,
    Grammar,
    antecedent,
    case_of,
    inherited_subject,
    is_reflexive,
    surface_subject,
)
from selon.reading.work import Word

BARE = frozenset(
    {"acl", "amod", "advcl", "root", "parataxis", "xcomp", "ccomp", "conj", "obl", "dep", "nsubj"}
)  # where a participle may stand alone


class Arguments:
    """What stands around one predicate; worked out on first use."""

    __slots__ = (
        "agent",
        "by_case",
        "ccomp",
        "grammar",
        "iobj",
        "marks",
        "mods",
        "obj",
        "passive",
        "perfect",
        "poss",
        "reflexive",
        "subj",
        "word",
        "xcomp",
    )

    def __init__(self, word: Word, words: Grammar) -> None:
        self.word = word
        self.grammar = words
        self.by_case: dict[str, list[Word]] = {}
        self.mods: list[Word] = []
        self.marks: list[Word] = []
        self.subj: list[Word] = []
        self.obj: list[Word] = []
        self.iobj: list[Word] = []
        self.agent: list[Word] = []
        self.poss: list[Word] = []
        self.xcomp: list[Word] = []
        self.ccomp: list[Word] = []
        self.reflexive = False
        self.perfect = False
        self.passive = False
        self._sort()
        if word.pos in ("VERB", "AUX"):
            self._verb()
        elif word.pos == "ADJ":
            self.subj = self.subj or inherited_subject(word, words)
        else:
            self._noun()

    def _noun(self) -> None:
        """What belongs to a noun though the parser hung it elsewhere."""
        word, g = self.word, self.grammar
        if word.rel in ("obj", "obl") and word.head.pos == "VERB":  # `condamner l'invasion de X par Y`
            end = max((c.i for c in word.subtree()), default=word.i)
            for c in word.head.children:
                case = case_of(c) if c.i > end and c.rel == "obl" else ""
                if case in g.nominal and case not in self.by_case and _starts(c) == end + 1:
                    self.by_case[case] = [c]
                    if case == g.agent:
                        self.agent.append(c)
        if word.rel == "nmod" and word.head.lemma.lower() in g.carrying and case_of(word) == g.genitive:
            self._carried(word.head)
        for c in self.by_case.get(g.genitive, ()):  # `l'attaque de X contre Y`, hung on X
            for k in c.children:
                case = case_of(k) if k.rel == "nmod" else ""
                if case in g.nominal and case not in self.by_case:
                    self.by_case[case] = [k]
        if g.genitive not in self.by_case:  # `les menaces voilées du Kremlin`, read as a complement of `voilées`
            below = [k for c in self.mods for k in c.children if k.rel in ("obl", "nmod") and case_of(k) == g.genitive]
            if below:
                self.by_case[g.genitive] = below

    def _carried(self, carrier: Word) -> None:
        """`une série d'attaques contre X`, `sa campagne de frappes`: what stands around the noun that the event hangs on."""
        for c in carrier.children:
            case = case_of(c) if c.rel == "nmod" and c.i > self.word.i else ""
            if case in self.grammar.nominal:
                self.by_case.setdefault(case, []).append(c)
            elif c.rel == "det" and "Poss" in c.feats:
                self.poss.append(c)
            elif c.rel == "amod":
                self.mods.append(c)

    def _sort(self) -> None:
        """Put the children where they belong."""
        agent_case = self.grammar.agent
        noun = self.word.pos == "NOUN"
        adverbs = {c.i: c.lemma.lower() for c in self.word.children if c.rel == "advmod"} if noun else {}
        for c in self.word.children:
            rel, dep = c.rel, c.dep
            if rel in ("obl", "nmod"):
                case = case_of(c)
                if adverbs and case == self.grammar.genitive:  # `auprès des mineurs`, both hung on the noun
                    case = adverbs.get(_starts(c) - 1, case)
                if dep == "obl:agent" or (case == agent_case and rel == "obl"):
                    self.agent.append(c)
                self.by_case.setdefault(case, []).append(c)
            elif rel == "nsubj" or (rel == "dislocated" and c.i < self.word.i and c.pos in ("NOUN", "PROPN")):
                self.subj.append(c)  # (`le porte-parole, X, a accusé Y`, read as set apart)
            elif rel == "obj":
                if is_reflexive(c, self.grammar):
                    self.reflexive = True
                else:
                    self.obj.append(c)
            elif rel == "iobj":
                if is_reflexive(c, self.grammar):
                    self.reflexive = True
                else:
                    self.iobj.append(c)
            elif rel == "expl":
                if dep != "expl:subj" and is_reflexive(c, self.grammar):
                    self.reflexive = True
            elif rel == "xcomp":
                self.xcomp.append(c)
            elif rel == "ccomp":
                self.ccomp.append(c)
            elif rel == "aux":
                self.subj.extend(k for k in c.children if k.rel == "nsubj")  # a parser may hang the subject there
                if dep == "aux:pass":
                    self.passive = True
                else:
                    self.perfect = True
            elif rel in ("amod", "advmod", "advcl", "acl"):
                self.mods.append(c)
                if rel == "advmod":
                    self._adverbial(c)
            elif rel == "mark":
                self.marks.append(c)
            elif rel == "det" and self.word.pos == "VERB" and "Poss" not in c.feats and c.i == self.word.i - 1:
                self.obj.append(c)  # `des experts la soupçonnent`: a pronoun read as an article
            elif rel == "det" and ("Poss" in c.feats or c.feats.get("PronType") == "Prs"):
                self.poss.append(c)

    def _adverbial(self, adverb: Word) -> None:
        """`autour de X`, `auprès de X`, which the parser reads as an adverb with a complement."""
        below = [k for k in adverb.children if k.rel == "obl" and k.i > adverb.i and case_of(k) == self.grammar.genitive]
        if below:
            self.by_case.setdefault(adverb.lemma.lower(), []).extend(below)

    def _verb(self) -> None:
        """Undo passive, relatives and shared subjects."""
        word, g = self.word, self.grammar
        participle = word.feats.get("VerbForm") == "Part" and word.feats.get("Tense") == "Past"
        if _suffers(word, g):
            self.passive = True
            self.agent = self.agent or [c for o in self.obj for c in o.children if c.rel == "nmod" and case_of(c) == g.agent]
        for c in (*self.obj, *self.iobj, *self.by_case.get(g.dative, ())):
            self.xcomp.extend(v for v in c.children if v.rel == "acl" and v.feats.get("VerbForm") == "Inf")
        if not self.obj and not self.passive:
            self.obj.extend(
                c
                for c in self.by_case.get(g.genitive, ())
                if c.dep == "obl:arg" and any(k.rel in ("nummod", "det") for k in c.children)
            )
        if not self.obj and not self.passive:
            self.obj.extend(c for c in self.by_case.get("", ()) if c.dep == "obl" and c.i > word.i and c.pos == "NOUN")
        if not self.perfect and not self.reflexive and any(c.dep == "nsubj:pass" for c in self.subj):
            self.passive = True
        if participle and not self.perfect and not self.passive and not self.reflexive and word.rel in BARE:
            self.passive = word.rel != "conj" or not _active_head(word)
            if word.rel == "conj" and not self.passive:
                self.perfect = True
        if len(self.subj) > 1 and word.dep != "acl:relcl":  # `40 000 personnes dont des civils ont fui`: only the whole
            self.subj = [w for w in self.subj if not _part(w, g)] or self.subj
        if len(self.subj) > 1:  # `certaines d'entre elles ont …`, the pronoun read as a subject of its own
            self.subj = [w for w in self.subj if not _among(w)] or self.subj
        if word.dep == "parataxis:insert" and not self.subj and self.obj and self.obj[0].i == word.i + 2:
            self.subj, self.obj = self.obj[:1], self.obj[1:]  # `…, déplorent des militants`
        surface = [antecedent(w, word, g) for w in self.subj] or surface_subject(word, g)
        if self.passive:
            surface = [w for w in surface if w.i < word.i] or surface  # `ils ont été déboutés, la justice estimant …`
            if not self.agent and word.rel == "acl" and word.head.head.pos in ("NOUN", "PROPN"):
                self.agent = [  # `le théâtre d'attentats commis, selon X, par Y`, hung on the first noun
                    c for c in word.head.head.children if c.i > word.i and c.rel == "nmod" and case_of(c) == g.agent
                ]
                self.by_case.setdefault(g.agent, []).extend(self.agent)
            for c in (k for a in self.agent for k in a.children if k.rel == "nmod" and case_of(k) in g.against):
                self.by_case.setdefault(case_of(c), []).append(c)  # `commis par X contre Y`, hung on X
            self.obj = surface + self.obj if not self.obj else self.obj + surface
            self.subj = list(self.agent)
        else:
            self.subj = self._first_conjunct(surface)
            self._late_subject()
            self._only_late()
            relative = word if word.dep == "acl:relcl" else None
            if self.obj and relative is not None:
                self.obj = [antecedent(w, word, g) for w in self.obj]

    def _first_conjunct(self, surface: list[Word]) -> list[Word]:
        """`X et Y ont …` read as X, coordinated with a clause about Y: X is a subject too."""
        word = self.word
        head = word.head
        if word.rel != "conj" or head.pos not in ("PROPN", "NOUN") or not surface or not head.i < surface[0].i < word.i:
            return surface
        joined = any(c.rel == "cc" and head.i < c.i < surface[0].i for c in word.children)
        return [head, *surface] if joined else surface

    def _late_subject(self) -> None:
        """A second subject behind the verb is its object (`X a félicité Y`)."""
        if len(self.subj) > 1 and not self.obj and self.subj[0].i < self.word.i < self.subj[-1].i:
            self.obj = [w for w in self.subj if w.i > self.word.i]
            self.subj = [w for w in self.subj if w.i < self.word.i]

    def _only_late(self) -> None:
        """A coordinated verb's only noun, read as a subject behind it, is its object where the first verb has a subject."""
        word = self.word
        if word.rel != "conj" or self.obj or self.reflexive or len(self.subj) != 1 or self.subj[0].i < word.i:
            return
        if self.subj[0].pos in ("NOUN", "PROPN"):
            above = inherited_subject(word, self.grammar)
            if above and above[0].i < word.i:
                self.obj, self.subj = self.subj, above

    def words(self, key: str) -> list[Word]:
        """The words in one place, coordination not yet spread."""
        if key in ("subj", "doer"):  # `doer` in a condition: the subject must be stated
            return self.subj
        if key == "obj":
            return self.obj
        if key == "iobj":
            return self.iobj
        if key == "xcomp":
            return self.xcomp
        if key == "ccomp":
            return self.ccomp
        if key == "poss":
            return self.poss
        if key == "mod" or key == "adj":
            return self.mods
        if key == "gen":
            return self.by_case.get(self.grammar.genitive, [])
        found = self.by_case.get(key, [])
        if not found and key in self.grammar.bound and self.word.pos == "VERB":
            return [c for o in self.obj for c in o.children if c.rel == "nmod" and case_of(c) == key]
        return found


def _suffers(word: Word, g: Grammar) -> bool:
    """`X s'est vu refuser l'entrée`, `se faire tuer`: an infinitive whose subject it is done to."""
    up = word.head
    if word.feats.get("VerbForm") == "Inf" and word.rel == "xcomp" and up.lemma in g.causative:
        return any(is_reflexive(c, g) for c in up.children)
    caused = any(c.dep == "aux:caus" and c.lemma in g.causative for c in word.children)
    return caused and any(is_reflexive(c, g) for c in word.children)


def _starts(word: Word) -> int:
    """Index of the first word of a phrase."""
    return min((c.i for c in word.subtree()), default=word.i)


def _among(word: Word) -> bool:
    """Whether a pronoun stands behind a preposition that the parser hung on the word before it."""
    return word.pos == "PRON" and any(c.i == word.i - 1 and c.rel == "fixed" for s in word.head.children for c in s.children)


def _part(word: Word, g: Grammar) -> bool:
    """Whether a phrase opens with the relative pronoun that names part of what stands before it."""
    return any(c.pos == "PRON" and c.lower in g.partitive for c in word.children)


def _active_head(word: Word) -> bool:
    """Whether a coordinated participle shares the active auxiliary of the first one."""
    head = word.head
    for _ in range(MAX_CLIMB):
        deps = {c.dep for c in head.children if c.rel == "aux"}
        if deps:
            return "aux:pass" not in deps
        if head.rel != "conj":
            return False
        head = head.head
    return False
