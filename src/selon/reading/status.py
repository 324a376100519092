"""Status: whether an event happened, is planned, only asked for or supposed, or denied (table ``event_status``)."""

from __future__ import annotations

from selon.reading.scene import Scene
from selon.reading.subjects import case_of
from selon.reading.work import Word

HAPPENED, PLANNED, HYPOTHETICAL, NEGATED = "happened", "planned", "hypothetical", "negated"
MAX_CLIMB = 8
SAID = frozenset({"SUPPORT", "ACCUSE"})  # done by saying so: `tient à remercier`
SPOKEN = frozenset({"SUPPORT", "ACCUSE", "REQUEST", "CONSULT", "REJECT", "THREATEN", "PROTEST"})


def status_of(scene: Scene, word: Word, type_: str) -> tuple[str, bool]:
    """The status of the event that `word` names, and whether the text says it here rather than takes it for granted."""
    if word.pos in ("NOUN", "PROPN"):
        status = _noun(scene, word, type_)
        return status, status != HAPPENED or scene.light(word) is not None
    return _verb(scene, word, type_, 0), True


def _table(scene: Scene, where: str) -> dict[str, str]:
    return scene.book.status.get(where, {})


def _noun(scene: Scene, word: Word, type_: str) -> str:
    dets, mods = _table(scene, "det"), _table(scene, "mod")
    for c in word.children:
        if c.rel == "det" and c.lemma.lower() in dets:
            return dets[c.lemma.lower()]
        if c.rel in ("amod", "acl") and c.lemma.lower() in mods:
            return mods[c.lemma.lower()]
    if case_of(word) in _table(scene, "without"):
        return NEGATED
    light = scene.light(word)
    if light is not None:
        verb = light[0]
        if verb.pos not in ("VERB", "AUX"):
            return _above(scene, verb, type_, 1)
        if verb.lemma.lower() not in _table(scene, "verb"):
            return _verb(scene, verb, type_, 1)
    return _governed(scene, word, type_)


def _governed(scene: Scene, word: Word, type_: str) -> str:
    """The status a noun takes from the noun or verb right above it."""
    head = word.head
    for _ in range(MAX_CLIMB):
        if word.rel != "conj" or head is word:
            break
        word, head = head, head.head
    if head is word:
        return HAPPENED
    lemma = head.lemma.lower()
    if head.pos == "NOUN" and word.rel == "nmod":
        found = _table(scene, "noun").get(lemma)
        return found or (
            _governed(scene, head, type_)
            if lemma not in scene.book.lemmas and case_of(word) == scene.grammar.genitive
            else HAPPENED
        )
    if head.pos in ("VERB", "AUX") and word.rel in ("obj", "obl", "nsubj", "ccomp", "xcomp"):
        passive = word.dep == "nsubj:pass" or (word.rel == "nsubj" and scene.args(head).passive)
        if word.rel == "nsubj" and not passive:
            return _verb(scene, head, type_, 1) if lemma in scene.book.occur else HAPPENED
        found = _table(scene, "verb").get(lemma)
        if word.rel == "obl" and word.dep != "obl:arg" and case_of(word) != scene.grammar.dative:
            found = None
        if found is None:
            return HAPPENED
        if found == NEGATED and type_ == "ACCUSE":
            return HAPPENED  # who denies an accusation does not deny that it was made
        return _flip(found, _negated(scene, head))
    return HAPPENED


def _flip(status: str, negated: bool) -> str:
    """A negated denial leaves the event standing; a negated wish leaves it supposed."""
    return HAPPENED if negated and status == NEGATED else status


def _negated(scene: Scene, verb: Word) -> bool:
    """Whether a verb is negated: `ne … pas`, not `ne … que` nor the empty `ne` of `craint qu'il ne parte`."""
    ne = any(c.lower in scene.negations for c in verb.children)
    if not ne:
        return False
    if any(
        c.rel in ("advmod", "mark", "case") and c.lower in scene.restrictive and c.i > verb.i for c in verb.children
    ):
        return False
    return any(
        c.lower in scene.negators or any(k.lower in scene.negators for k in c.children if k.rel == "det")
        for c in verb.children
    )


def _tense(scene: Scene, verb: Word) -> str:
    """What tense and modal say: future and `aller` + infinitive plan, a bare conditional or modal supposes."""
    carrier, perfect = verb, False
    for c in verb.children:
        if c.rel == "aux" and c.dep != "aux:pass":
            carrier, perfect = c, True
        elif (c.dep == "aux:pass" and not perfect) or c.rel == "cop":
            carrier = c
    for c in verb.children:
        if c.rel == "aux" and c.lemma.lower() in _table(scene, "modal"):
            return HYPOTHETICAL
    if carrier.feats.get("Tense") == "Fut" or _future_form(scene, carrier):
        return PLANNED
    if carrier.feats.get("Mood") == "Cnd":
        return HAPPENED if perfect and carrier.dep != "aux:pass" else PLANNED if _reported(verb) else HAPPENED
    return HAPPENED


def _future_form(scene: Scene, verb: Word) -> bool:
    """A finite form that ends like a future (`rendra`), whatever the tagger says; not a past in -rer (`livra`)."""
    low = verb.lower
    return (
        verb.feats.get("VerbForm") == "Fin"
        and low.endswith(scene.future)
        and not verb.lemma.lower().endswith(scene.no_future)
    )


def _reported(verb: Word) -> bool:
    """Whether a conditional stands in a that-clause, where it is the future seen from the past."""
    return verb.rel in ("ccomp", "advcl") or (verb.rel == "conj" and verb.head.rel == "ccomp")


def _verb(scene: Scene, verb: Word, type_: str, depth: int) -> str:
    if _negated(scene, verb):
        return NEGATED
    marks, without, purpose = _table(scene, "mark"), _table(scene, "without"), _table(scene, "purpose")
    for c in verb.children:
        if c.rel in ("mark", "case"):
            low = c.lemma.lower()
            if low in without:
                return NEGATED
            if low in marks or c.lower in marks:
                return HYPOTHETICAL
            if (
                low in purpose
                and type_ not in SPOKEN
                and verb.feats.get("VerbForm") != "Part"
                and not _perfect_infinitive(verb)
            ):
                return HYPOTHETICAL
    own = _tense(scene, verb)
    if own != HAPPENED:
        return own
    return _above(scene, verb, type_, depth)


def _perfect_infinitive(verb: Word) -> bool:
    return any(c.rel == "aux" and c.dep != "aux:pass" for c in verb.children)


def _above(scene: Scene, verb: Word, type_: str, depth: int) -> str:
    """What the governing verb or noun says."""
    head = verb.head
    if head is verb or depth > MAX_CLIMB or (_perfect_infinitive(verb) and verb.rel != "ccomp" and verb.rel != "conj"):
        return HAPPENED
    lemma = head.lemma.lower()
    finite = verb.feats.get("VerbForm") not in ("Inf",)
    if verb.rel == "conj":
        return _verb(scene, head, type_, depth + 1) if head.pos in ("VERB", "AUX") else HAPPENED
    if verb.rel in ("xcomp", "ccomp", "obl", "obj", "csubj", "advcl"):
        if verb.rel == "advcl" and finite:
            return HAPPENED
        if lemma in _table(scene, "factive"):
            return HAPPENED
        if verb.rel == "xcomp" and lemma in _table(scene, "going"):
            return PLANNED if head.feats.get("Tense") in ("Pres", "Imp", None) else HAPPENED
        found = _table(scene, "verb").get(lemma)
        if found is not None and verb.rel != "advcl":
            if found == PLANNED and (finite or type_ in SAID):
                return HAPPENED
            return _flip(found, _negated(scene, head))
        if head.pos in ("VERB", "AUX") and verb.rel != "advcl" and not finite:
            return _verb(scene, head, type_, depth + 1)
        return HAPPENED
    if verb.rel == "acl" and not finite:
        if not any(c.rel in ("mark", "case") for c in verb.children):
            return HAPPENED  # `on voit X tirer`
        return _table(scene, "noun").get(lemma, HYPOTHETICAL)
    return HAPPENED
