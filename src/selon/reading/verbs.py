"""Verbs: their groups, reflexive and inverted pronouns, finite and passive forms, whatever the cue."""

from __future__ import annotations

from selon.reading.work import Word


def inverted_clitic(w: Word) -> Word | None:
    """The clitic subject that follows the verb or its auxiliary."""
    for c in w.children:
        if c.text.startswith("-") and c.pos == "PRON":
            return c
        if c.rel in ("aux", "cop"):
            found = next((x for x in c.children if x.text.startswith("-") and x.pos == "PRON"), None)
            if found is not None:
                return found
    return None


def is_reflexive(w: Word) -> bool:
    """Whether the verb has a reflexive clitic (``s'est félicité``)."""
    holders = list(w.children) + (w.head.children if w.rel in ("aux", "cop") else [])
    holders += [c for a in w.children if a.rel == "aux" for c in a.children]
    return any(is_clitic(c) for c in holders if c.pos == "PRON" and c.i < w.i)


def is_clitic(w: Word) -> bool:
    """Whether a pronoun is the reflexive clitic of its verb."""
    return w.feats.get("Reflex") == "Yes" or w.dep in ("expl:pv", "expl:pass", "expl:comp")


def verb_group(w: Word, modal: frozenset[str]) -> tuple[Word, Word]:
    """First and last word of the verb with its auxiliaries, its reflexive clitic, inverted clitics and a modal above it."""
    first = last = w
    for c in w.children:
        if c.rel in ("aux", "cop"):
            first = c if c.i < first.i else first
            for x in c.children:
                if x.i == first.i - 1 and x.pos == "PRON" and is_clitic(x):
                    first = x
                if x.text.startswith("-") and x.pos == "PRON" and x.i > last.i:
                    last = x
        elif c.pos == "PRON" and c.i < w.i and is_clitic(c) and first.i - c.i == 1:
            first = c
        elif c.text.startswith("-") and c.pos == "PRON":  # a-t-il déclaré, dit-il
            last = c if c.i > last.i else last
    if first is not w:
        before = [c for c in w.children if c.pos == "PRON" and c.i == first.i - 1 and is_clitic(c)]
        first = before[0] if before else first
    head = w.head
    if w.rel == "xcomp" and w.feats.get("VerbForm") == "Inf" and head.lemma in modal and 0 < w.i - head.i <= 5:
        outer, _ = verb_group(head, frozenset())
        first = outer if outer.i < first.i else first
    return first, last


def is_finite(w: Word) -> bool:
    """Whether the verb or one of its auxiliaries is finite."""
    return w.feats.get("VerbForm") == "Fin" or any(c.rel in ("aux", "cop") and c.feats.get("VerbForm") == "Fin" for c in w.children)


def is_passive(w: Word, perfect: frozenset[str]) -> bool:
    """Whether a participle is passive: no `perfect` auxiliary, no reflexive; alone, it is not joined to an active one."""
    if w.feats.get("VerbForm") != "Part" or w.feats.get("Tense") == "Pres" or is_reflexive(w):
        return False
    auxiliaries = [c for c in w.children if c.rel == "aux"]
    if auxiliaries:
        return all(c.lemma not in perfect for c in auxiliaries) or any(c.dep == "aux:pass" for c in auxiliaries)
    joined = w.head if w.rel == "conj" else None
    return joined is None or not any(c.rel == "aux" and c.lemma in perfect for c in joined.children)


def is_gerund(w: Word) -> bool:
    """Whether the verb is a present participle by itself (`précisant`, not `ayant précisé`)."""
    return w.feats.get("VerbForm") == "Part" and w.feats.get("Tense") == "Pres"
