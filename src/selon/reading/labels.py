"""Contents that name something: `qualifier X de Y`, `décrire X comme Y`, `appelle « … »`; and `le tir, confirmé par X`."""

from __future__ import annotations

from selon.reading.bounds import extended
from selon.reading.cues import Cue
from selon.reading.found import Content, subtree_content
from selon.reading.marks import Marks
from selon.reading.verbs import is_reflexive
from selon.reading.work import Reading, Word


def label(cue: Cue, reading: Reading, marks: Marks) -> Content | None:
    """`qualifier X de Y`, `décrire X comme Y`: the thing and what it is called."""
    if "l" not in cue.takes:
        return None
    w = cue.word
    bare = w.rel in ("acl", "amod") and w.feats.get("VerbForm") == "Part"
    if is_reflexive(w) or (bare and ("T" in cue.takes or ("b" in cue.takes and not marks.has_quote(w)))):
        return None  # se qualifier pour …; une organisation considérée comme terroriste; les rôles attribués à …
    held = participle_of(cue, marks)
    after = [c for c in w.children if c.i > cue.last.i and c.rel != "punct"]
    called = [
        c
        for c in after
        if c.rel in ("xcomp", "obl", "advcl", "ccomp", "iobj")
        and (_label_case(c, cue, marks) or (c.pos == "ADJ" and c.rel == "xcomp"))
    ]
    if not called:
        for named in after[:1]:
            called = [
                c for c in named.children if c.rel in ("nmod", "acl", "appos", "amod", "obl", "advcl") and _called(c, cue, marks)
            ]
    if not called:
        judged = next((c for c in after if c.rel == "obj" and _quoted_in_phrase(c, marks)), None)
        return subtree_content(judged, cue, reading, marks, "label") if judged is not None else None
    thing = next((c for c in after if c.rel in ("obj",) and c.i < called[0].i), None)
    somebody = thing is not None and bool(marks.reading.cast.parties(thing))
    if "s" in cue.takes and not somebody and not any(marks.has_quote(c) for c in called):
        return None  # traiter les dossiers de candidature
    first = min(x.i for x in (thing or called[0]).subtree())
    last = extended(max(x.i for x in called[-1].subtree()), cue, reading, marks)
    if thing is None and marks.words[first].lower in marks.as_case and first < last:
        first += 1  # ce que X présente comme « … »: the thing stands elsewhere
    spans = [marks.span(max(first, cue.last.i + 1), last)] if last >= first else []
    return Content((held.spans if held is not None else []) + spans, "label") if spans else None


def _quoted_in_phrase(w: Word, marks: Marks) -> bool:
    """Whether the phrase itself, not a clause inside it, has words in quotation marks."""
    for x in w.subtree():
        if marks.opens_at(x):
            above = x.head
            while above is not w and above.head is not above and above.pos not in ("VERB", "AUX"):
                above = above.head
            if above is w:
                return True
    return False


def _label_case(w: Word, cue: Cue, marks: Marks) -> bool:
    """Whether the preposition introduces what something is called, or (T) to whom it is put down."""
    case = marks.case(w)
    return case in marks.label_case and (case not in marks.label_to or "T" in cue.takes)


def _called(w: Word, cue: Cue, marks: Marks) -> bool:
    """Whether a phrase inside the thing is what it is called: `Taïwan comme une province`, `X de « … »`."""
    case = marks.case(w)
    return _label_case(w, cue, marks) and (case in marks.as_case or "L" in cue.takes or marks.has_quote(w))


def naming(cue: Cue, reading: Reading, marks: Marks) -> Content | None:
    """`ce qu'il a appelé « … »`: a name in quotation marks."""
    if "N" not in cue.takes:
        return None
    found = next(
        (
            c
            for c in cue.word.children
            if c.i > cue.last.i and c.rel in ("xcomp", "obj", "ccomp", "appos") and c.pos in ("NOUN", "PROPN", "ADJ")
        ),
        None,
    )
    if found is None or not marks.has_quote(found) or found.subtree()[0].i - cue.last.i > 2:
        return None
    return subtree_content(found, cue, reading, marks, "naming")


def participle_of(cue: Cue, marks: Marks) -> Content | None:
    """`le tir, confirmé par le Kremlin, d'un missile`: the noun phrase without the participle."""
    w = cue.word
    if w.rel != "acl" or w.child("obl:agent") is None or w.feats.get("Tense") != "Past" or w.head.pos not in ("NOUN", "PROPN"):
        return None
    inner = {x.i for x in w.subtree()}
    tree = [x.i for x in w.head.subtree() if x.i not in inner and not (x.rel == "case" and x.head is w.head)]
    before = [i for i in tree if i < min(inner)]
    while before and marks.words[before[0]].pos in ("PUNCT", "ADP", "CCONJ"):
        del before[0]
    after = [i for i in tree if i > max(inner)]
    spans = [marks.span(min(before), marks.trim_end(max(before)))] if before else []
    if after and marks.words[min(after)].text not in (",", "."):
        spans.append(marks.span(min(after), marks.trim_end(max(after))))
    return Content(spans, "participle") if spans else None
