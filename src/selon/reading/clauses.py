"""Contents that are clauses: `dit que …`, `dit avoir …`, `se dit prêt à …`, `dit : « … »`."""

from __future__ import annotations

from selon.reading.bounds import extended, is_infinitive, stop_before, without_medium, without_next
from selon.reading.cues import Cue
from selon.reading.found import SPAN, Content, subtree_content
from selon.reading.layout import Quote
from selon.reading.marks import ENDS, Marks
from selon.reading.verbs import is_finite, is_passive
from selon.reading.work import Reading, Word

QUE_WITHIN, QUE_WITHIN_PASSIVE = 9, 16  # words up to `que` (`est indiqué dans un communiqué du service de presse que`)


def que_clause(cue: Cue, reading: Reading, marks: Marks) -> Content | None:
    """`X a dit que …`, with what is joined to it (`et que …`)."""
    if "c" not in cue.takes:
        return None
    for c in cue.word.children:
        if c.rel in ("ccomp", "advcl", "obj", "csubj", "xcomp") and c.i > cue.word.i:
            mark = next((m for m in c.children if m.rel == "mark" and m.lower in marks.que and m.i > cue.word.i), None)
            if mark is not None and not _compound(mark, marks) and not _joined_to_infinitive(mark, cue, marks):
                return _clause_after(mark, c, cue, reading, marks)
    return _que_without_syntax(cue, reading, marks)


def _compound(mark: Word, marks: Marks) -> bool:
    """`d'autant plus que`, `tandis que`: the conjunction of another clause."""
    before = marks.words[mark.i - 1].lower
    return before in marks.restrictive or before in marks.contrast


def _joined_to_infinitive(mark: Word, cue: Cue, marks: Marks) -> bool:
    """`affirme avoir tout fait, mais que …`: the clause goes on with an infinitive."""
    if marks.words[mark.i - 1].pos != "CCONJ" or "i" not in cue.takes:
        return False
    return any(c.rel in ("xcomp", "ccomp") and is_infinitive(c) and cue.last.i < c.i < mark.i for c in cue.word.children)


def _clause_after(mark: Word, clause: Word, cue: Cue, reading: Reading, marks: Marks) -> Content | None:
    first = mark.i + 1
    whole = max(x.i for x in clause.subtree())
    cut = without_next(clause, first, whole, cue, marks)
    if cut == whole:
        cut = without_medium(first, reading.sentences[cue.word.sentence].last - 1, marks)
    last = marks.trim_end(marks.end_of_quote(first, stop_before(first, cut, cue, marks)))
    if last < first:
        return None
    return Content(_with_colon(marks.span(first, last), last, marks), "que_clause")


def _with_colon(span: SPAN, last: int, marks: Marks) -> list[SPAN]:
    """A quotation after a colon belongs to the clause before it."""
    if last + 2 < len(marks.words) and marks.words[last + 1].text == ":":
        quote = marks.opening_at(marks.words[last + 2])
        if quote is not None:
            return [(span[0], quote.end)]
    return [span]


def _que_without_syntax(cue: Cue, reading: Reading, marks: Marks) -> Content | None:
    """`que` right after the verb though the parser made nothing of it: the rest of the sentence."""
    words, sentence = marks.words, reading.sentences[cue.word.sentence]
    begin = i = _past_parenthesis(cue, sentence.last, marks)
    within = QUE_WITHIN_PASSIVE if is_passive(cue.word, marks.perfect) else QUE_WITHIN
    while i < sentence.last and words[i].lower not in marks.que and words[i].pos not in ("VERB", "AUX") and i - cue.last.i < within:
        i += 1
    if i >= sentence.last or words[i].lower not in marks.que or _compound(words[i], marks):
        return None
    if i > begin and words[i - 1].text == "," and "l" in cue.takes:
        return None  # considère Taïwan comme une province, qu'elle peut …
    if words[i].pos == "PRON" and not marks.is_time(words[i - 1]):  # a relative, but pendant des années qu'ils …
        return None
    last = marks.trim_end(stop_before(i + 1, sentence.last - 1, cue, marks))
    return Content([marks.span(i + 1, last)], "que_to_sentence_end") if last > i + 1 else None


def _past_parenthesis(cue: Cue, stop: int, marks: Marks) -> int:
    """The first word after the cue, or `que` after what stands between two commas: `a dit, dans un entretien, que`."""
    words, first = marks.words, cue.last.i + 1
    if first < stop and words[first].text == ",":
        for i in range(first + 2, min(stop, first + 30)):
            if words[i].lower in marks.que and words[i - 1].text == ",":
                return i
            if words[i].feats.get("VerbForm") == "Fin" or marks.is_mark(words[i]):
                break
    return first


def quoted_after(cue: Cue, reading: Reading, marks: Marks) -> Content | None:
    """`X a dit : « … »`, `X lance « … »`; after a colon without marks, the rest of the sentence."""
    if "q" not in cue.takes or (is_passive(cue.word, marks.perfect) and not marks.impersonal_subject(cue.word)):
        return None
    words = marks.words
    for i in range(cue.last.i + 1, min(cue.last.i + 40, len(words))):
        w = words[i]
        if w.sentence > cue.word.sentence + 1 or w.text in ENDS:
            return None
        if w.text == ":":
            return _after_colon(i, cue, reading, marks)
        quote = marks.opening_at(w)
        if quote is not None:
            return _quote_as_object(quote, w, cue, marks)
        if (
            w.pos in ("VERB",)
            and w.head is not cue.word
            and w.rel in ("root", "conj", "ccomp")
            and "VerbForm" in w.feats
            and w.feats["VerbForm"] == "Fin"
        ):
            return None
    return None


def _after_colon(i: int, cue: Cue, reading: Reading, marks: Marks) -> Content | None:
    words = marks.words
    nxt = words[i + 1] if i + 1 < len(words) else None
    if nxt is None:
        return None
    quote = marks.opening_at(nxt)
    if quote is not None:
        pieces = marks.pieces(quote)
        return Content([(q.inner_start, q.inner_end) for q in pieces], "colon_quote", pieces)
    if nxt.sentence != cue.word.sentence or not is_finite(cue.word) or cue.word.child("obj", "ccomp", "xcomp"):
        return None
    last = marks.trim_end(reading.sentences[nxt.sentence].last - 1)
    return Content([marks.span(i + 1, last)], "colon") if last - i > 3 else None


def _quote_as_object(quote: Quote, w: Word, cue: Cue, marks: Marks) -> Content | None:
    """A quotation right after the verb that is itself what is said, not a word or two in a phrase of its own."""
    between = marks.words[cue.last.i + 1 : w.i]
    if any(x.rel in ("case", "det", "mark", "amod") and x.head.start >= quote.start for x in between):
        return None
    if any(x.pos in ("NOUN", "PROPN") and x.rel in ("obj",) for x in between):
        return None
    if any(x.feats.get("VerbForm") == "Inf" for x in between):  # dit avoir « … », demande de publier « … »
        return None
    pieces = marks.pieces(quote)
    if between and between[-1].pos in ("ADP", "DET"):
        return None
    if not marks.is_speech(quote) and (between or marks.only_names(cue)):
        return None
    return Content([(q.inner_start, q.inner_end) for q in pieces], "quote_object", pieces)


def adjective(cue: Cue, reading: Reading, marks: Marks) -> Content | None:
    """`se dire heureux de …`."""
    if "a" not in cue.takes:
        return None
    if cue.word.rel in ("aux", "cop") and cue.word.head.i > cue.last.i:  # the parser made the adjective the verb
        last = extended(max(x.i for x in cue.word.head.subtree()), cue, reading, marks)
        return Content([marks.span(cue.last.i + 1, last)], "adjective") if last > cue.last.i else None
    found = next(
        (
            c
            for c in cue.word.children
            if c.i > cue.last.i
            and c.rel in ("xcomp", "obj", "ccomp", "obl", "amod")
            and (c.pos in ("ADJ", "VERB") or marks.has_quote(c))
        ),
        None,
    )
    return subtree_content(found, cue, reading, marks, "adjective") if found is not None else None


def infinitive(cue: Cue, reading: Reading, marks: Marks) -> Content | None:
    """`dit avoir vu …`, `promet de venir`."""
    if "i" not in cue.takes:
        return None
    found = next((c for c in cue.word.children if c.i > cue.last.i and c.rel in ("xcomp", "ccomp") and is_infinitive(c)), None)
    if found is None:
        return None
    thing = cue.word.child("obj")
    if (
        thing is not None and cue.last.i < thing.i < found.i and thing.pos in ("NOUN", "PROPN")
        and marks.case(found) and not marks.is_time(thing) and "p" not in cue.takes
    ):  # fmt: skip
        return None  # soutient la décision de …: the noun's own complement
    return subtree_content(found, cue, reading, marks, "infinitive", on=True)
