"""Contents that are phrases: what is demanded, denied or announced; whom somebody accuses of what; what something is called."""

from __future__ import annotations

from selon.reading.bounds import extended, is_infinitive, object_end, past_comma, without_next
from selon.reading.cues import Cue
from selon.reading.found import Content, subtree_content
from selon.reading.labels import participle_of
from selon.reading.marks import Marks
from selon.reading.work import Reading, Word


def target(cue: Cue, reading: Reading, marks: Marks) -> Content | None:
    """`appeler X à faire Y`, `accuser X de Y`: from the one addressed or accused to the end of what is asked or held against."""
    if "p" not in cue.takes:
        return None
    after = [
        c for c in cue.word.children if c.i > cue.last.i and c.rel in ("obj", "iobj", "obl", "xcomp", "ccomp", "advcl", "nmod")
    ]
    person = next(
        (c for c in after if c.rel in ("obj", "iobj") or (c.rel == "obl" and c.pos != "VERB" and c.dep != "obl:mod")),
        None,
    )
    asked = [c for c in after if marks.case(c) in marks.target_case and (is_infinitive(c) or c.rel != "advcl") and c is not person]
    if person is not None:  # the parser may hang what is asked on the one asked
        held = "q" not in cue.takes  # accuser X de crimes, but not appeler le président de la République
        asked += [
            c
            for c in person.children
            if marks.case(c) in marks.target_case and (is_infinitive(c) or (held and c.rel in ("nmod", "obl")))
        ]
    if not asked and (person is None or marks.case(person) not in marks.target_case or cue.word.child("obj") is not None):
        return None
    whole = max(asked, key=lambda c: c.i) if asked else person
    if whole is None:
        return None
    first = _first_after(cue, marks)
    tree = whole.subtree()
    if first > whole.i:
        first = max(tree[0].i, cue.last.i + 1)
    cut = without_next(whole, first, tree[-1].i, cue, marks)
    last = extended(tree[-1].i, cue, reading, marks) if cut == tree[-1].i else marks.trim_end(cut)
    further = past_comma(last, cue, reading, marks) if is_infinitive(whole) else last
    last = further if further > last else object_end(first, last, whole, marks)
    return Content([marks.span(first, last)], "target") if last >= first else None


def _first_after(cue: Cue, marks: Marks) -> int:
    """The first word after the cue that is no adverb and no punctuation."""
    i = cue.last.i + 1
    while i < len(marks.words) and (
        (marks.words[i].pos in ("ADV", "PUNCT") and not marks.opens_at(marks.words[i])) or marks.is_time(marks.words[i])
    ):
        i += 1
    return i


def direct_object(cue: Cue, reading: Reading, marks: Marks) -> Content | None:
    """`exige le départ de …`; for some verbs only with quotation marks inside. In the passive, the subject."""
    if not cue.takes & {"o", "O", "x", "d"}:
        return None
    w = cue.word
    held = None if marks.only_names(cue) else participle_of(cue, marks)
    if held is not None or marks.only_names(cue):
        return held
    obj = next((c for c in w.children if c.i > cue.last.i and _objective(c, marks)), None)
    if obj is None:
        return _passive_subject(cue, marks)
    if not _counts_as_content(obj, cue, marks):
        return None
    tree = obj.subtree()
    first, last = max(tree[0].i, cue.last.i + 1), tree[-1].i
    for c in w.children:  # what the parser hung on the verb though it goes on without a comma
        if c.i > last and c.rel in ("obl", "advcl", "xcomp") and c.subtree()[0].i == last + 1 and not marks.is_time(c):
            last = c.subtree()[-1].i
    last = object_end(first, extended(last, cue, reading, marks), obj, marks)
    return Content([marks.span(first, last)], "object") if last >= first else None


def _objective(w: Word, marks: Marks) -> bool:
    """Whether a child of the verb is its object: by relation, or a noun phrase without a preposition that says no time."""
    if w.rel in ("xcomp", "ccomp"):
        return w.pos in ("NOUN", "ADJ", "PROPN") and not marks.case(w) and w.child("det") is not None and w.child("nsubj") is None
    if w.rel == "obj":
        return w.pos in ("NOUN", "PROPN", "ADJ", "NUM", "VERB") and not marks.is_time(w)
    return w.rel in ("obl", "appos") and w.pos == "NOUN" and not marks.case(w) and not marks.is_time(w)


def _counts_as_content(obj: Word, cue: Cue, marks: Marks) -> bool:
    """o: any object; x: one with a complement; d: something said; O: only with quotation marks inside."""
    if marks.has_quote(obj):
        return True
    if "x" in cue.takes:
        end = obj.subtree()[-1].i
        beside = (c for c in cue.word.children if c.rel in ("obl", "advcl", "ccomp") and not marks.is_time(c))
        own = any(c.rel in ("nmod", "acl", "ccomp", "obl", "advcl") for c in obj.children)
        return own or any(c.subtree()[0].i == end + 1 for c in beside)
    if "d" in cue.takes:
        return obj.lemma in marks.denied
    return "o" in cue.takes


def _passive_subject(cue: Cue, marks: Marks) -> Content | None:
    """`la prise de X a été confirmée par Y`: only where somebody is named as saying it."""
    w = cue.word
    if "o" not in cue.takes or w.child("obl:agent") is None:
        return None
    subject = w.child("nsubj")
    if subject is None or subject.pos not in ("NOUN", "PROPN") or subject.i > w.i:
        return None
    tree = subject.subtree()
    return Content([marks.span(tree[0].i, marks.trim_end(tree[-1].i))], "passive_subject")


def nominal(cue: Cue, agent: Word, reading: Reading, marks: Marks) -> Content | None:
    """`l'annonce par X du retrait de …`, `l'annonce par X que …`: what comes after the one who announces."""
    for holder in (cue.word, agent):
        for c in reversed(holder.children):
            if c.i <= agent.i or c.rel not in ("nmod", "acl", "ccomp", "obl", "advcl"):
                continue
            mark = next((m for m in c.children if m.rel == "mark" and m.lower in marks.que), None)
            if mark is None and marks.case(c) not in marks.of_case:
                continue
            tree = c.subtree()
            last = marks.trim_end(tree[-1].i)
            first = mark.i + 1 if mark is not None else tree[0].i
            return Content([marks.span(first, last)], "nominal") if last >= first else None
    return None


def with_preposition(cue: Cue, reading: Reading, marks: Marks) -> Content | None:
    """`se félicite de …`, `fait état de …`: with quotation marks inside, or an infinitive, or (n) where the verb says so."""
    if not cue.takes & {"n", "n2"}:
        return None
    for c in cue.word.children:
        if c.i <= cue.last.i or c.rel not in ("obl", "xcomp", "ccomp", "advcl", "iobj", "nmod"):
            continue
        said = "n" in cue.takes and (is_infinitive(c) or cue.base in marks.noun_content)
        if marks.case(c) in marks.content_case and (said or marks.has_quote(c)):
            return subtree_content(c, cue, reading, marks, "preposition")
    for x in cue.last.children:  # faire état de: the noun may hold the rest
        if x.i > cue.last.i and cue.last is not cue.word and "n" in cue.takes and x.rel in ("nmod", "obl", "acl"):
            return subtree_content(x, cue, reading, marks, "preposition")
    return None
