"""Mere possibilities: verbs that name no happening, planned or asked for, but an aim, a duty or a chance in general.

`pour empêcher X`, `doit protéger X`, `ne peut attaquer X`, `le droit de manifester`, `sans porter secours`. Annotators
leave these out unless the article comes back to them; of those with a single mention, about one in eight is an event.
"""

from __future__ import annotations

from selon.lang import Words
from selon.reading.classes import word_class
from selon.reading.work import EventDraft, Word

SAID_AND_DONE = frozenset({"SUPPORT", "CONSULT"})  # `l'a appelé pour le féliciter`: the aim is reached with the words


def is_mere_possibility(event: EventDraft, lang: Words) -> bool:
    """Whether the event has one mention, a verb that has not happened, and stands in one of these constructions."""
    w = event.word
    if event.more or event.status not in ("hypothetical", "negated") or w.pos != "VERB":
        return False
    introduced = {form for c in w.children if c.rel in ("mark", "case") for form in (c.lemma, c.lower)}
    if introduced & word_class(lang, "without"):
        return True
    if introduced & word_class(lang, "purpose"):
        return event.type not in SAID_AND_DONE
    above = w.head
    if w.rel == "acl" and above.pos == "NOUN":
        return above.lemma in word_class(lang, "chance")
    if w.rel != "xcomp":
        return False
    return above.lemma in word_class(lang, "duty") or (above.lemma in word_class(lang, "power") and _negated(above, lang))


def _negated(w: Word, lang: Words) -> bool:
    negations = word_class(lang, "negation")
    return any(c.rel == "advmod" and (c.lower in negations or c.feats.get("Polarity") == "Neg") for c in w.children)


def names_nobody(event: EventDraft) -> bool:
    """Whether a verb mentioned once has neither doer nor target: three of sixteen such were events."""
    return event.word.pos == "VERB" and not event.more and not event.actor and not event.recipient and event.count is None
