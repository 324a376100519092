"""Verb forms by rule: finds a saying verb that the tagger took for a noun (`annonce le ministre`, `nie avoir`).

Only forms of the verbs in the cue table are made, by the endings in ``lang/<language>/conjugation.tsv``.
"""

from __future__ import annotations

import functools

from selon.lang import Words
from selon.reading.classes import bare_clitic, bare_verb, word_class
from selon.reading.work import Reading, Word


@functools.cache
def verb_forms(lang: Words) -> dict[str, tuple[str, bool]]:
    """Form -> (infinitive, whether it is finite), for the cue verbs of the language."""
    endings = {row["infinitive"]: row["forms"].split() for row in lang.table("conjugation")}
    participle = tuple(word_class(lang, "participle_ending"))
    out: dict[str, tuple[str, bool]] = {}
    for row in lang.table("cues"):
        if row["class"] != "verb" or row["with"]:
            continue
        lemma = bare_verb(row["word"], lang)
        end = next((lemma[n:] for n in range(len(lemma)) if lemma[n:] in endings), None)
        if end is None:
            continue
        stem, forms = lemma[: -len(end)], endings[end]
        for form in forms:
            finite = not form.endswith(participle)
            out.setdefault(stem + form, (lemma, finite))
    return out


@functools.cache
def _infinitives(lang: Words) -> frozenset[str]:
    return frozenset(lemma for lemma, _ in verb_forms(lang).values())


def restore_verbs(reading: Reading) -> None:
    """Make a finite saying verb of a word that the tagger took for another, where only a verb can stand."""
    forms = verb_forms(reading.lang)
    lemmas = _infinitives(reading.lang)
    lang, words = reading.lang, reading.words
    complementizers, agents = word_class(lang, "complementizer"), word_class(lang, "relay_case")
    clitics, plural = word_class(lang, "clitic_subject"), tuple(word_class(lang, "plural_ending"))
    present = tuple(word_class(lang, "present_participle_ending"))
    for w in words:
        if w.text.startswith("-") and w.pos != "PRON" and bare_clitic(w.lower, lang) in clitics:
            w.pos = "PRON"
        if w.lower not in forms or (w.lemma in lemmas and w.pos in ("VERB", "AUX")):
            continue
        lemma, finite = forms[w.lower]
        if w.lower.endswith(present) and w.pos in ("ADJ", "NOUN") and _participle_fits(w, words, complementizers):
            w.lemma, w.pos, w.feats = lemma, "VERB", {"VerbForm": "Part", "Tense": "Pres"}
        elif w.pos == "NOUN" and not finite and _passive_fits(w, words, agents):
            w.lemma, w.pos, w.feats = lemma, "VERB", {"VerbForm": "Part", "Tense": "Past"}
        elif w.pos == "VERB":
            w.lemma = lemma  # the tagger knew the verb but not its infinitive
        elif finite and ((w.lower.endswith(plural) and w.pos != "NOUN") or _only_a_verb_fits(w, words, complementizers)):
            w.lemma, w.pos = lemma, "VERB"
            w.feats = {"VerbForm": "Fin", "Mood": "Ind", "Tense": "Pres", "Person": "3"}
            _take_the_place(w)


def _take_the_place(w: Word) -> None:
    """Where the parser hung the verb on the infinitive that it governs, turn the two around."""
    below = w.head
    if below is w or below.i < w.i or below.pos not in ("VERB", "AUX"):
        return
    if below.feats.get("VerbForm") != "Inf" and not any(c.feats.get("VerbForm") == "Inf" and c.i > w.i for c in below.children):
        return
    if below.head is not below:
        below.head.children[below.head.children.index(below)] = w
    w.head, w.rel, w.dep = (w if below.head is below else below.head), below.rel, below.dep
    moved = [c for c in below.children if c.i < w.i]
    below.children = [c for c in below.children if c.i > w.i]
    for c in moved:
        c.head = w
    w.children = sorted({*w.children, *moved, below} - {w}, key=lambda x: x.i)
    below.head, below.rel, below.dep = w, "xcomp", "xcomp"


def _only_a_verb_fits(w: Word, words: list[Word], complementizers: frozenset[str]) -> bool:
    """`X annonce que`, `…, annonce le ministre`, `X nie avoir`: no determiner before, and what follows a verb."""
    if w.i == 0 or w.i + 1 >= len(words):
        return False
    before, after = words[w.i - 1], words[w.i + 1]
    if before.pos in ("DET", "ADP", "ADJ", "NUM") or (before.sentence != w.sentence and before.text not in '»”"'):
        return False
    if (
        after.lower in complementizers
        and after.i + 1 < len(words)
        and before.pos in ("NOUN", "PROPN", "PRON", "PUNCT", "ADJ", "ADV")
    ):
        return True
    if before.text in (",", "»", "”", '"') and after.pos in ("DET", "PROPN", "PRON"):
        return after.feats.get("Definite") == "Def" or after.pos != "DET"
    return before.pos in ("NOUN", "PROPN", "PRON") and after.feats.get("VerbForm") == "Inf"


def _passive_fits(w: Word, words: list[Word], agents: frozenset[str]) -> bool:
    """`X, cité par Y`, `X cité dans un communiqué`: no determiner, and the one who cites after it."""
    if w.i == 0 or w.i + 1 >= len(words) or words[w.i + 1].lower not in agents:
        return False
    return words[w.i - 1].pos in ("PUNCT", "PROPN", "NOUN", "ADJ") and w.child("det") is None


def _participle_fits(w: Word, words: list[Word], complementizers: frozenset[str]) -> bool:
    """`, annonçant la fin`, `en qualifiant de`: after a comma or a preposition, with an object or complement."""
    if w.i == 0 or w.i + 1 >= len(words):
        return False
    before, after = words[w.i - 1], words[w.i + 1]
    return (before.text == "," or before.pos == "ADP") and (after.pos in ("DET", "ADP", "PROPN") or after.lower in complementizers)
