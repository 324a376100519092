"""Addressees: to whom something is said (`a déclaré à l'AFP`, `leur a dit`) or of whom it is asked (`appelle X à`)."""

from __future__ import annotations

from selon.reading.classes import word_class
from selon.reading.subjects import case_of
from selon.reading.work import ActorDraft, Reading, StatementDraft, Word


def find_addressees(reading: Reading) -> None:
    """Fill `addressees` of the statements whose cue is a verb; a place (`a déclaré à Paris`) is nobody spoken to."""
    cases = word_class(reading.lang, "addressee_case")
    asking = word_class(reading.lang, "asks_of")
    for s in reading.statements:
        w = s.cue_word
        if w is None or w.pos not in ("VERB", "AUX") or s.rule == "relay":
            continue
        for c in w.children:
            asked = c.rel == "obj" and s.rule == "target" and w.lemma in asking
            if asked or c.rel == "iobj" or (c.rel == "obl" and c.i > w.i and case_of(c) in cases):
                s.addressees += _spoken_to(c, s, reading)


def _spoken_to(w: Word, s: StatementDraft, reading: Reading) -> list[ActorDraft]:
    if w.ent == "LOC" or w.feats.get("Reflex") == "Yes" or (w.rel == "obl" and s.rule == "object"):
        return []
    case = w.child("case")
    contracted = case is not None and case.lower != case.lemma  # aux: the article is in it
    if w.pos == "NOUN" and w.rel == "obl" and w.child("det") is None and not contracted:
        return []
    found = reading.cast.parties(w)
    return [a for a in found if a.kind != "place" and a not in s.speakers and a not in s.addressees]
