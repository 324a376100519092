"""Subjects: whom a verb has for its subject when it has none of its own, and the grammar words that this needs.

Relatives, coordination, control and participles are undone; what the parser hangs in the wrong place is looked for.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

from selon.lang import Words
from selon.reading.work import Word

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "SYM", "X"})
MAX_CLIMB = 8


@dataclass(frozen=True)
class Grammar:
    """The few closed-class words of a language that the arguments need, from its table ``event_words``."""

    genitive: str
    agent: str
    dative: str
    comitative: str
    reflexive: frozenset[str]
    relative: frozenset[str]
    partitive: frozenset[str]  # relative pronouns that may name a part (`dont`)
    nominal: frozenset[str]  # prepositions whose phrase right behind a noun belongs to it, wherever the parser hung it
    bound: frozenset[str]  # prepositions whose phrase belongs to the verb though the parser may hang it on the object
    asking: frozenset[str]  # verbs whose object does the infinitive (`appeler X à cesser`)
    carrying: frozenset[str]  # nouns whose complement names the event (`une série d'attaques`)
    charged: frozenset[str]  # prepositions before what somebody is charged with
    company: frozenset[str]  # participles that belong to the subject, not to the noun before them (`accompagné de X`)
    unnamed: frozenset[str]  # verbs of asking: without an addressee nobody says who does it (`appeler à libérer X`)
    causative: frozenset[str]  # reflexive before an infinitive: it is done to the subject (`se voir refuser`)
    against: frozenset[str]  # prepositions before whom something is done to
    letting: frozenset[str]  # verbs whose object does a bare infinitive (`laisser X partir`)
    impersonal: frozenset[str]  # verbs whose `il` is nobody


@functools.cache
def grammar(lang: Words) -> Grammar:
    """The language's grammar words."""
    of: dict[str, list[str]] = {}
    for row in lang.table("event_words"):
        of.setdefault(row["class"], []).append(row["word"])
    return Grammar(
        of["genitive"][0],
        of["agent"][0],
        of["dative"][0],
        of["comitative"][0],
        frozenset(of["reflexive"]),
        frozenset(of["relative"]),
        frozenset(of["partitive"]),
        frozenset(of["nominal"]),
        frozenset(of["bound"]),
        frozenset(of["asking"]),
        frozenset(of["carrying"]),
        frozenset(of["charged"]),
        frozenset(of["company"]),
        frozenset(of["unnamed"]),
        frozenset(of["causative"]),
        frozenset(of["against"]),
        frozenset(of["letting"]),
        frozenset(row["word"] for row in lang.table("actor_words") if row["sort"] == "impersonal"),
    )


def coordinated(word: Word) -> list[Word]:
    """The word and the nominals coordinated with it."""
    out = [word]
    for w in out:
        out.extend(c for c in w.children if c.rel == "conj" and c.pos in NOMINAL)
        if len(out) > 24:
            break
    return out


def case_of(word: Word) -> str:
    """Lemma of the preposition before a nominal, "" when there is none."""
    for c in word.children:
        if c.rel == "case":
            return c.lemma.lower()
    return ""


def is_reflexive(c: Word, g: Grammar) -> bool:
    return c.feats.get("Reflex") == "Yes" or c.lower in g.reflexive


def antecedent(w: Word, verb: Word, g: Grammar) -> Word:
    """The noun that a relative pronoun stands for; the word itself when it is none."""
    relative = w.lower in g.relative or (w.pos == "PRON" and w.feats.get("PronType") == "Rel")
    if w.pos not in ("PRON", "SCONJ") or not relative:
        return w
    up = verb
    for _ in range(MAX_CLIMB):
        if up.dep == "acl:relcl":
            return up.head
        if up.head is up:
            return w
        up = up.head
    return w


def inherited_subject(verb: Word, g: Grammar, depth: int = 0) -> list[Word]:
    """The subject of a verb that has none of its own: from coordination, control, a participle's noun."""
    head, rel = verb.head, verb.rel
    if head is verb or depth > MAX_CLIMB:
        return []
    if rel == "acl":
        if verb.feats.get("VerbForm") == "Part" or verb.pos == "ADJ":
            return [_agreeing(head, verb)]
        if verb.feats.get("VerbForm") == "Inf" and not any(c.rel in ("mark", "case") for c in verb.children):
            return [head]  # `laisser des partisans manifester`
        if verb.feats.get("VerbForm") == "Inf" and head.rel == "obj" and head.head.lemma in g.asking:
            return [head]  # `appeler les deux camps à cesser`, hung on the one who is asked
        return noun_doer(head, g, depth + 1)
    if rel == "amod":
        return [head]
    if rel == "conj":
        if verb.feats.get("VerbForm") == "Inf" and head.pos == "VERB" and head.feats.get("VerbForm") != "Inf":
            twin = next((c for c in head.children if c.rel == "xcomp" and c.i < verb.i and c.pos == "VERB"), None)
            if twin is not None:  # `on accuse X d'avoir …, voire d'imposer …`, hung on the first verb
                return inherited_subject(twin, g, depth + 1)
        if head.pos not in ("VERB", "AUX", "ADJ"):
            return _clause_subject(verb, g, depth) if is_finite_verb(verb) else []
        if is_finite_verb(verb):
            own = before_verb(verb)
            if own is not None:
                return [own]
        if _after_insert(verb):
            return surface_subject(head.head, g, depth + 1)
        if is_finite_verb(verb):  # a finite verb is no neighbour of an infinitive, whatever the parser says
            while head.feats.get("VerbForm") == "Inf" and head.head is not head and depth < MAX_CLIMB:
                head, depth = head.head, depth + 1
        return surface_subject(head, g, depth + 1)
    if rel == "nsubj":  # `Accusée de fraude, elle …`
        return [antecedent(c, head, g) for c in head.children if c.rel == "nsubj" and c is not verb and c.i > verb.i]
    if rel in ("xcomp", "ccomp"):
        found = controller(head, g, depth + 1)
        return [] if found and _unnamed(verb, g) and not any(w.head is head and w.rel != "nsubj" for w in found) else found
    if (
        rel == "advcl"
        and verb.feats.get("VerbForm") == "Inf"
        and any(c.rel == "mark" and c.lower in (g.dative, g.genitive) for c in verb.children)
    ):
        return controller(head, g, depth + 1)
    if rel == "advcl" and _gerund_apart(verb):
        head = _finite_above(head)  # `X a promis de l'argent pour relancer l'économie minée par …, en demandant …`
    if rel in ("advcl", "parataxis", "obl", "dep", "csubj"):
        before = before_verb(verb) if rel == "parataxis" else None
        if before is not None:
            return [before]
        return (
            surface_subject(head, g, depth + 1) if head.pos in ("VERB", "AUX", "ADJ") else noun_doer(head, g, depth + 1)
        )
    return []


def _gerund_apart(verb: Word) -> bool:
    """Whether a present participle is set off by a comma."""
    if verb.feats.get("Tense") != "Pres" or not _participle(verb):
        return False
    return any(c.text == "," and c.i < verb.i for c in verb.children)


def _finite_above(word: Word) -> Word:
    """The finite verb that a word depends on, itself included; the word where there is none."""
    up = word
    for _ in range(MAX_CLIMB):
        if up.pos in ("VERB", "AUX") and is_finite_verb(up):
            return up
        if up.head is up:
            break
        up = up.head
    return word


def _after_insert(verb: Word) -> bool:
    """`X a été retrouvé, a dit la police, mais reste …`: what follows an inserted clause goes on with the sentence."""
    head = verb.head
    if head.dep != "parataxis:insert" or not is_finite_verb(verb) or head.head.i > head.i:
        return False
    return any(c.text == "," and head.i < c.i < verb.i for c in verb.children)


def before_verb(verb: Word) -> Word | None:
    """`X menace Y et Z soupçonne …`, Z read as coordinated with Y: it stands right before the verb, which has no `et`."""
    first = verb.i
    for c in verb.children:
        if c.i < verb.i and (c.rel == "cc" or c.rel == "punct"):
            return None
        if c.i < verb.i and c.rel in ("aux", "obj", "iobj", "expl", "advmod", "det"):
            first = min(first, c.i)
    last = next((w for w in verb.head.subtree() if w.i == first - 1), None)
    for _ in range(MAX_CLIMB):
        if last is None or last.head is last or last.pos in ("VERB", "AUX", "PUNCT", "CCONJ"):
            return None
        if last.rel == "conj" and last.pos in NOMINAL and any(c.rel == "cc" for c in last.children):
            return last if last.head.rel in ("obj", "obl", "iobj", "nmod") else None
        last = last.head
    return None


def _agreeing(head: Word, verb: Word) -> Word:
    """The noun that a participle belongs to: one inside the phrase that agrees, where the phrase's head does not."""
    number = verb.feats.get("Number")
    if not number or head.feats.get("Number", number) == number or verb.feats.get("Tense") != "Past":
        return head
    gender = verb.feats.get("Gender")
    inside = [
        w
        for w in head.subtree()
        if head.i < w.i < verb.i and w.pos == "NOUN" and w.feats.get("Number") == number
        and (not gender or w.feats.get("Gender", gender) == gender)
    ]  # fmt: skip
    return inside[-1] if inside else head


def _clause_subject(verb: Word, g: Grammar, depth: int) -> list[Word]:
    """`il évoque l'attaque … et menace de …`, the verb hung on a noun: the subject of the clause around it."""
    up = verb.head
    for _ in range(MAX_CLIMB):
        if up.head is up or (up.pos in ("VERB", "AUX") and is_finite_verb(up)):
            break
        up = up.head
    return surface_subject(up, g, depth + 1) if up.pos in ("VERB", "AUX") else []


def _participle(verb: Word) -> bool:
    return verb.feats.get("VerbForm") == "Part"


def is_finite_verb(verb: Word) -> bool:
    return verb.feats.get("VerbForm") == "Fin" or any(
        c.rel == "aux" and c.feats.get("VerbForm") == "Fin" for c in verb.children
    )


def surface_subject(verb: Word, g: Grammar, depth: int = 0) -> list[Word]:
    """The grammatical subject of a verb, its own or inherited."""
    own = [antecedent(c, verb, g) for c in verb.children if c.rel == "nsubj"]
    own = own or [
        antecedent(k, verb, g)
        for c in verb.children
        if c.rel == "aux" or (c.rel == "advcl" and c.i < verb.i and c.feats.get("Tense") == "Pres" and _participle(c))
        for k in c.children
        if k.rel == "nsubj"
    ]  # the parser may hang it on the auxiliary, or on a participle between (`un homme s'exprimant en X menace …`)
    if not own and verb.pos == "VERB" and verb.lemma not in g.impersonal:  # `il dit`, taken for `il faut`
        own = [c for c in verb.children if c.dep == "expl:subj"]
    return own or inherited_subject(verb, g, depth)


def controller(head: Word, g: Grammar, depth: int = 0) -> list[Word]:
    """Who does the infinitive that hangs on `head`: its object where it has one, else its subject."""
    objects = [c for c in head.children if c.rel in ("obj", "iobj") and not is_reflexive(c, g)]
    objects = [c for c in objects if c.pos in ("PRON", "PROPN") or c.ent or c.pos == "NOUN"]
    if objects:
        return objects
    if head.pos in ("VERB", "AUX"):
        asked = [
            c for c in head.children if c.dep in ("obl:arg", "obl") and case_of(c) == g.dative and c.i < head.i + 12
        ]
        if asked:
            return asked
        return surface_subject(head, g, depth)
    if head.pos == "ADJ" or any(c.rel == "cop" for c in head.children):
        return surface_subject(head, g, depth)
    return noun_doer(head, g, depth)


def _unnamed(verb: Word, g: Grammar) -> bool:
    """Whether an infinitive is asked of somebody whom nobody names (`X appelle à libérer les otages`)."""
    marks = [c.lower for c in verb.children if c.rel == "mark"]
    mark = g.dative if g.dative in marks else g.genitive  # `d'`, `de`
    return bool(marks) and f"{verb.head.lemma} {mark}" in g.unnamed and not _suffering(verb.head)


def _suffering(verb: Word) -> bool:
    """Whether a verb is passive: its subject is whom it is done to."""
    return any(c.dep in ("aux:pass", "nsubj:pass") for c in verb.children)


def noun_doer(noun: Word, g: Grammar, depth: int = 0) -> list[Word]:
    """Who does what a noun names: its possessor or complement, or the subject of the verb it is the object of."""
    for c in noun.children:
        if c.rel == "det" and "Poss" in c.feats:
            return [c]
    for c in noun.children:
        if c.rel == "nmod" and case_of(c) == g.genitive:
            return [c]
    up = noun.head
    if noun.rel in ("obj", "xcomp", "obl") and up.pos in ("VERB", "AUX") and depth <= MAX_CLIMB:
        return surface_subject(up, g, depth + 1)
    return []
