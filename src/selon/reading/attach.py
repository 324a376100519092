"""Attach: hang again what the parser often hangs in the wrong place, before events look for their sides.

`X a renforcé son contrôle sur des médias, accusés de …`: a participle after a comma that the parser coordinates with the
main verb belongs to the nearest noun that agrees. `X dit « … », menace Y et appelle Z`: what looks like the inverted subject
of an inserted verb that tells nothing is its object.
"""

from __future__ import annotations

from selon.reading.subjects import Grammar, before_verb, case_of, grammar, is_finite_verb
from selon.reading.work import Reading, Word

REACH = 25  # words looked back for the noun of a participle
FAR = 8  # words between a participle and a noun that it hardly belongs to
LOOSE = frozenset({"conj", "parataxis", "dep"})


def attach(reading: Reading) -> None:
    """Repair the tree in place."""
    words = reading.words
    told = {s.cue_word.i for s in reading.statements if s.cue_word is not None}
    g = grammar(reading.lang)
    for w in words:
        if w.rel == "conj" and w.pos in ("NOUN", "PRON"):
            _hang_higher(w)
        if w.pos != "VERB" or w.head is w:
            continue
        if w.rel == "acl" and w.feats.get("Tense") == "Past" and (not _agree(w.head, w) or w.i - w.head.i > FAR):
            noun = _nearest(w, words) if not _agree(w.head, w) else _explaining(w, words)
            if noun is not None and noun is not w.head:
                _hang(w, noun, "acl")  # `l'opposition attaque le président, accusé de …`
        elif w.rel in LOOSE and w.feats.get("VerbForm") == "Part" and w.feats.get("Tense") == "Past":
            noun = _noun_of(w, words, g)
            if noun is not None:
                _hang(w, noun, "acl")
        elif w.rel in ("conj", "parataxis") and is_finite_verb(w):
            noun = before_verb(w)
            if noun is not None and not any(c.rel in ("nsubj", "expl") for c in w.children):
                _hang(noun, w, "nsubj")  # `X a attaqué des civils et l'ONU affirme …`
        elif w.feats.get("VerbForm") == "Inf" and w.rel in ("conj", "xcomp", "dep"):
            _hang_infinitive(w, words, g)
        elif w.dep == "parataxis:insert" and w.i not in told and w.feats.get("VerbForm") == "Fin":
            _uninvert(w)


def _noun_of(verb: Word, words: list[Word], g: Grammar) -> Word | None:
    """The noun that a passive participle after a comma belongs to, None where it may be a verb of its own."""
    i = verb.i - 1
    while i > 0 and words[i].head is verb and words[i].pos == "ADV":
        i -= 1
    if words[i].text != "," or any(c.rel in ("aux", "cc", "nsubj", "obj", "cop") for c in verb.children):
        return None
    head = verb.head
    if head.feats.get("VerbForm") == "Part" and not any(c.rel == "aux" for c in head.children):
        return None  # `des hommes tués, brûlés`
    inflected = verb.feats.get("Number") == "Plur" or verb.feats.get("Gender") == "Fem"
    by = any(c.dep == "obl:agent" or (c.rel == "obl" and case_of(c) == g.agent) for c in verb.children)
    if any(c.dep == "aux:pass" for c in head.children) and _agree(head, verb):
        return None  # `ils ont été arrêtés, jugés`
    if not (inflected or by) or verb.lemma in g.company:
        return None
    return _nearest(verb, words)


def _explaining(verb: Word, words: list[Word]) -> Word | None:
    """The name right before the comma before a participle, where it explains a noun (`l'ambassadeur, X, tué hier`)."""
    before = words[verb.i - 2] if verb.i > 1 and words[verb.i - 1].text == "," else None
    if before is None or before.pos != "PROPN" or before.ent != "PER" or verb.feats.get("Number") == "Plur":
        return None
    name = before.head if before.dep.startswith("flat") else before
    return name if name.rel == "appos" else None


def _nearest(verb: Word, words: list[Word]) -> Word | None:
    """The nearest noun before the comma before a participle that agrees with it; a name right before the comma."""
    i = verb.i - 1
    while i > 0 and words[i].head is verb and words[i].pos == "ADV":
        i -= 1
    if words[i].text != ",":
        return None
    for w in reversed(words[max(0, i - REACH) : i]):
        if w.sentence != verb.sentence or w.text in (";", ":"):
            return None
        if w.pos == "NOUN" and _agree(w, verb):
            return w
        if w.pos == "PROPN" and w.i == i - 1 and verb.feats.get("Number") != "Plur":
            return w.head if w.dep.startswith("flat") else w
    return None


def _hang_higher(noun: Word) -> None:
    """`les élèves russes et ceux …`, hung on the adjective; `sur les crimes de X et sur les abus`, hung on X."""
    head = noun.head
    if noun.pos == "PRON" and head.rel == "amod" and head.pos == "ADJ" and head.head.i < head.i:
        _hang(noun, head.head, "conj")
    elif noun.pos == "NOUN" and head.rel == "nmod" and head.head.i < head.i:
        own = case_of(noun)
        if own and own != case_of(head) and own == case_of(head.head):
            _hang(noun, head.head, "conj")


def _hang_infinitive(verb: Word, words: list[Word], g: Grammar) -> None:
    """`reprocher à X d'avoir laissé Y manifester`, `permettre à X, qui …, de manifester`: to the verb that lets or asks."""
    marked = any(c.rel in ("mark", "case") for c in verb.children)
    if marked and (words[verb.i - 2].text != "," or verb.rel != "conj"):
        return
    for w in reversed(words[max(verb.head.i + 1 if not marked else 0, verb.i - REACH) : verb.i]):
        if w.sentence != verb.sentence:
            return
        if w.pos != "VERB" or any(c.feats.get("VerbForm") == "Inf" for k in (w, *w.children) for c in k.children if c.i > w.i):
            continue
        below = [c for c in w.children if c.i > w.i and (c.rel == "obj" or (marked and case_of(c) == g.dative))]
        if below and w.lemma in (g.asking if marked else g.letting):
            _hang(verb, w if marked else below[0], "xcomp" if marked else "acl")
            return


def _agree(noun: Word, verb: Word) -> bool:
    """Whether number and gender allow a participle to belong to a noun."""
    return all(
        noun.feats.get(k) == verb.feats.get(k) or not (noun.feats.get(k) and verb.feats.get(k)) for k in ("Number", "Gender")
    )


def _hang(w: Word, head: Word, rel: str) -> None:
    w.head.children.remove(w)
    w.head, w.rel, w.dep = head, rel, rel
    head.children.append(w)
    head.children.sort(key=lambda c: c.i)


def _uninvert(verb: Word) -> None:
    """Make the noun after an inserted verb that tells nothing its object, and the verb a further verb of the sentence."""
    after = [c for c in verb.children if c.rel == "nsubj" and c.i > verb.i and c.pos in ("NOUN", "PROPN")]
    if len(after) != 1 or any(c.rel in ("obj", "ccomp") or (c.rel == "nsubj" and c is not after[0]) for c in verb.children):
        return
    if verb.head.i < verb.i and verb.head.pos == "VERB":
        after[0].rel = after[0].dep = "obj"
        verb.rel = verb.dep = "conj"
