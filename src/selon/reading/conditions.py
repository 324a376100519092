"""Conditions: whether what a frame asks of a word's surroundings holds (see `frames` for how they are written)."""

from __future__ import annotations

from selon.reading.arguments import Arguments
from selon.reading.frames import Condition, Frame
from selon.reading.scene import Scene
from selon.reading.subjects import coordinated
from selon.reading.work import Word

FORCE = frozenset({"MIL", "REB", "COP", "PRM", "UAF", "SPY"})
OFFICE = frozenset({"GOV", "MIL", "LEG", "JUD", "PTY", "OPP"})
NEAR = 16  # words
KNOWN = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "VERB"})
HUMAN = frozenset(
    {"party", "person", "people", "official", "state", "fighter", "target", "org", "justice", "leader", "suspect"}
)


def is_a(scene: Scene, word: Word, cls: str) -> bool:
    """Whether a word belongs to a class of the conditions; some are known by who acts, not by lemma alone."""
    members = scene.book.classes.get(cls)
    lemma = word.lemma.lower()
    if members is not None and lemma in members:
        return True
    if lemma in scene.book.classes["quantity"]:
        counted = scene.args(word).by_case.get(scene.grammar.genitive)
        if counted and is_a(scene, counted[0], cls):
            return True
    if cls == "any":
        return True
    if cls == "event":
        return (word.lemma.lower(), "N") in scene.book.frames or (word.lemma.lower(), "V") in scene.book.frames
    if cls == "thing":
        return word.pos == "NOUN" and not scene.own_parties(word)
    if cls == "place":
        return word.ent == "LOC" or word.pos == "PROPN" or any(a.kind == "state" for a in scene.own_parties(word))
    return cls in HUMAN and _acts(scene, word, cls)


def _acts(scene: Scene, word: Word, cls: str) -> bool:
    if scene.pronoun(word) or (word.rel == "det" and cls == "party"):
        return True
    if cls in ("person", "people", "official") and word.ent == "PER":
        return True
    if cls == "people" and word.pos == "NUM":
        return True
    if cls == "target" and word.ent == "LOC" and word.pos == "PROPN":
        return True  # a town is bombed
    if cls == "party" and any(
        word.lemma.lower() in scene.book.classes[c] for c in ("people", "person", "fighter", "state")
    ):
        return True
    for a in scene.own_parties(word):
        if cls == "party":
            return True
        if cls in ("person", "people") and (a.kind in ("person", "unnamed") or (cls == "people" and a.kind == "group")):
            return True
        if cls == "official" and a.kind == "person" and a.sector in OFFICE:
            return True
        if cls == "state" and (a.kind == "state" or a.sector == "GOV"):
            return True
        if cls == "fighter" and (a.sector in FORCE or a.kind == "state"):
            return True
        if cls == "target" and a.kind in ("state", "person", "group", "unnamed", "place"):
            return True
        if cls in ("org", "justice") and a.kind in ("body", "group") and (cls != "justice" or a.sector == "JUD"):
            return True
    return False


def holds(scene: Scene, frame: Frame, args: Arguments) -> list[Word] | None:
    """The idiom words that a frame used where all its conditions hold, else None."""
    used: list[Word] = []
    for test in frame.tests:
        for c in test:
            hit = _meets(scene, c, args)
            if (hit is None) == c.deny:
                if hit:
                    used.extend(hit)
                break
        else:
            return None
    return used


def _meets(scene: Scene, c: Condition, args: Arguments) -> list[Word] | None:
    """None where a condition (taken without its denial) fails, else the idiom words."""
    flag = FLAGS.get(c.key)
    if flag is not None:
        return flag(scene, c, args)
    found = args.words(c.key)
    if c.key == "subj" and not c.deny and not any(w.pos in KNOWN for w in found):
        return []  # nobody stated, or somebody whom only a pronoun names
    if c.key == "obj" and args.passive and not found and not c.lemmas and not c.deny:
        return []
    if c.anything:
        return [] if found or _loose_child(c.key, args) else None
    for first in found:
        for w in coordinated(first) if first.pos != "VERB" else (first,):
            if w.lemma.lower() in c.lemmas:
                return [w] if c.key not in ("subj", "doer") else []
            if any(is_a(scene, w, cls) for cls in c.classes):
                return []
    return None


def _loose_child(key: str, args: Arguments) -> bool:
    return any(w.lemma.lower() == key for w in args.word.children)


def _flag_def(s: Scene, c: Condition, a: Arguments) -> list[Word] | None:
    return (
        []
        if any((w.rel == "det" and w.feats.get("Definite") == "Def") or "Poss" in w.feats for w in a.word.children)
        else None
    )


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
    if found is None or found[1] == "link":
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
    "def": _flag_def,
    "plural": _flag_plural,
    "told": _flag_told,
    "passive": _flag_passive,
    "negated": _flag_negated,
    "light": _flag_light,
    "adj": _flag_adj,
    "person": _flag_person,
    "lemma": _flag_lemma,
    "refl": _flag_refl,
    "mod": _flag_mod,
    "near": _flag_near,
}
