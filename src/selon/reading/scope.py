"""Scope of a preposition cue: which clause `selon X` attributes."""

from __future__ import annotations

from bisect import bisect_right

from selon.reading.bounds import after_contrast, joint_before, set_against
from selon.reading.cues import Cue
from selon.reading.found import Content
from selon.reading.layout import Quote
from selon.reading.marks import Marks
from selon.reading.work import Reading, Word

BREAKS = frozenset([";", ":"])


def preposition_content(cue: Cue, source: Word | None, reading: Reading, marks: Marks) -> Content | None:
    """The clause around `selon X`, without that phrase: the quotation beside it, else the words before and after."""
    if source is None:
        return None
    words, sentence = marks.words, reading.sentences[cue.word.sentence]
    tree = [x.i for x in source.subtree() if x.sentence == sentence.i]
    first, last = min(cue.first.i, min(tree)), max(tree)
    if source.lower in marks.relative_source:  # des informations selon lesquelles …
        return _relative_content(cue, source, marks) if "clause" in cue.takes else None
    last = _phrase_end(first, last, sentence.last, cue, marks)
    fronted = first == sentence.first or all(words[i].pos in ("ADV", "CCONJ", "PUNCT") for i in range(sentence.first, first))
    if fronted:
        last = _before_subject(first, _with_participle(last, sentence.last, marks), sentence.last, marks)
    if "fronted" in cue.takes and not (fronted or _set_off(first, last, sentence.last, marks)):
        return None
    after = _quote_after(last, marks)
    if fronted and after is not None and after.end > sentence.end:
        pieces = marks.pieces(after)
        return Content([(q.inner_start, q.inner_end) for q in pieces], "selon_quote", pieces)
    quote = None if fronted and _clause_follows(last, sentence.last, marks) else _quote_before(first, marks)
    if quote is not None:
        pieces = marks.pieces(quote)
        lead = marks.lead_in(pieces[0])
        if lead is None:
            return Content([(q.inner_start, q.inner_end) for q in pieces], "selon_quote", pieces)
        return Content([(lead, quote.end)], "selon_mixed")
    spans = _around(first, last, sentence.first, sentence.last, cue, source, marks)
    return Content(spans, "selon", _only_quote(spans, marks)) if spans else None


def _only_quote(spans: list[tuple[int, int]], marks: Marks) -> list[Quote]:
    quotes = [q for a, b in spans for q in marks.quotes if q.inner_start == a and q.inner_end == b]
    return quotes if len(quotes) == len(spans) else []


def _relative_content(cue: Cue, source: Word, marks: Marks) -> Content | None:
    """`des informations selon lesquelles …`: the relative clause."""
    clause = source.head
    while clause.rel not in ("acl", "root", "conj") and clause.head is not clause:
        clause = clause.head
    tree = [x.i for x in clause.subtree() if x.i > source.i]
    return Content([marks.span(min(tree), marks.trim_end(max(tree)))], "selon_relative") if len(tree) > 1 else None


def _phrase_end(first: int, last: int, stop: int, cue: Cue, marks: Marks) -> int:
    """The parser may hang the clause itself on the source; the phrase ends at the first comma that a verb follows."""
    for i in range(cue.last.i + 1, last + 1):
        if marks.words[i].text == "," and any(
            w.pos in ("VERB", "AUX") and w.feats.get("VerbForm") == "Fin" and w.rel in ("root", "ccomp", "parataxis", "aux")
            for w in marks.words[i + 1 : last + 1]
        ):
            return i - 1
    return last


def _before_subject(first: int, last: int, stop: int, marks: Marks) -> int:
    """Where a finite verb follows the phrase at once, its subject was taken into the phrase: back to the last comma."""
    words = marks.words
    if last + 1 >= stop or words[last + 1].feats.get("VerbForm") != "Fin":
        return last
    for i in range(last - 1, first, -1):
        if words[i].text == "," and words[i + 1].pos in ("DET", "PRON", "NOUN", "PROPN", "NUM"):
            return i - 1
    return last


def _with_participle(last: int, stop: int, marks: Marks) -> int:
    """`Selon des chiffres de l'ONU publiés lundi, …`: a participle before the first comma belongs to the phrase."""
    words = marks.words
    while last + 1 < stop and words[last + 1].text == ")":
        last += 1
    at = last + 1 + (last + 2 < stop and words[last + 1].text == "," and words[last + 2].lemma in marks.relaying)
    if at >= stop or words[at].feats.get("VerbForm") != "Part" or words[at].rel == "root":
        return last
    for i in range(at, min(stop, last + 25)):
        if words[i].text == ",":
            return i - 1
        if words[i].feats.get("VerbForm") == "Fin":
            break
    return last


def _set_off(first: int, last: int, stop: int, marks: Marks) -> bool:
    """Between two commas, or before the full stop after a comma."""
    words = marks.words
    return first > 0 and words[first - 1].text == "," and (last + 1 >= stop or words[last + 1].text in (",", "."))


def _quote_after(last: int, marks: Marks) -> Quote | None:
    """The quotation that begins right after the phrase and its comma or colon."""
    i = last + 1
    while i < len(marks.words) and marks.words[i].text in (",", ":"):
        i += 1
    return marks.opening_at(marks.words[i]) if i < len(marks.words) else None


def _clause_follows(last: int, stop: int, marks: Marks) -> bool:
    """Whether a comma and a clause go on after the phrase."""
    rest = marks.words[last + 1 : stop]
    return bool(rest) and rest[0].text == "," and any(x.pos in ("VERB", "AUX") for x in rest)


def _quote_before(first: int, marks: Marks) -> Quote | None:
    i = first - 1
    while i > 0 and marks.words[i].text in (",", "–", "—"):
        i -= 1
    return marks.closing_at(marks.words[i]) if i >= 0 else None


def _around(first: int, last: int, start: int, stop: int, cue: Cue, source: Word, marks: Marks) -> list[tuple[int, int]]:
    """The clause's words before and after the phrase."""
    words = marks.words
    left_first, right_last = _clause_bounds(first, last, start, stop, source, marks)
    spans = []
    a, b = left_first, first - 1
    while b >= a and words[b].text in (",", "–", "—", "("):
        b -= 1
    while a <= b and words[a].text in (",", "–", "—", "•"):
        a += 1
    if b >= a and not (b - a < 2 and all(words[i].pos in ("ADV", "CCONJ", "PUNCT", "SCONJ") for i in range(a, b + 1))):
        spans.append(marks.span(a, b))
    a, b = last + 1, right_last
    while a <= b and words[a].text in (",", "–", "—", ":", ")"):
        a += 1
    b = marks.trim_end(b) if b >= a else b
    if b >= a:
        spans.append(marks.span(a, b))
    return spans


def _clause_bounds(first: int, last: int, start: int, stop: int, source: Word, marks: Marks) -> tuple[int, int]:
    """The sentence, or the joined clause that holds the phrase when the sentence has several."""
    words = marks.words
    clause = source.head
    while clause.head is not clause and clause.rel not in ("conj", "root", "parataxis") and clause.sentence == source.sentence:
        clause = clause.head
    left, right = start, stop - 1
    for n in range(bisect_right(marks.saying_starts, last), len(marks.sayings)):
        other = marks.sayings[n]
        if other.first.i > right:
            break
        joint = set_against(other, marks)
        if joint is not None and joint > last:
            right = joint - 1
            break
    apart = _inside_apposition(first, last, stop, marks)
    if apart is not None:
        return apart
    relative = _relative_around(source, first, last, marks)
    if relative is not None:
        return relative
    begins = after_contrast(first, start, marks)
    if begins is not None:
        left = begins
    for other_first, other_last in marks.told_phrases:  # another `selon` in the sentence keeps its own side
        if other_first < first and other_last >= left:
            left = max(left, other_last + 1)
        elif first < other_first < stop and other_first > last and (left < first or after_contrast(other_first, start, marks)):
            opposed = after_contrast(other_first, start, marks)
            right = last if opposed is None else joint_before(opposed, marks)
    if clause.rel == "conj" and clause.pos in ("VERB", "AUX") and clause.child("nsubj") is not None:
        tree = clause.subtree()
        if tree[0].i <= first <= tree[-1].i:
            left, right = tree[0].i, tree[-1].i
            while left < first and words[left].pos in ("CCONJ", "PUNCT"):
                left += 1
    for i in range(first - 1, start, -1):
        if words[i].text in BREAKS:
            left = max(left, i + 1)
            break
    return left, right


def _inside_apposition(first: int, last: int, stop: int, marks: Marks) -> tuple[int, int] | None:
    """`l'Occident, déterminé, selon X, à …`: the phrase parts an adjective or participle from its complement."""
    words = marks.words
    if first < 3 or last + 2 >= stop or words[first - 1].text != "," or words[last + 1].text != ",":
        return None
    held = words[first - 2]
    if held.rel not in ("acl", "amod") or held.head.i >= held.i or held.feats.get("VerbForm") == "Fin":
        return None
    tail = [x.i for c in held.children if c.i > last + 1 and c.rel in ("xcomp", "obl", "advcl", "ccomp") for x in c.subtree()]
    if not tail or min(tail) != last + 2:
        return None
    det = held.head.child("det")
    return (det.i if det is not None else held.head.i), max(tail)


def _relative_around(source: Word, first: int, last: int, marks: Marks) -> tuple[int, int] | None:
    """`…, qui, selon X, connaissent …`: the phrase stands inside a relative clause, whose words it attributes."""
    clause = source.head
    for _ in range(6):
        if clause.rel == "acl" or clause.head is clause:
            break
        clause = clause.head
    pronoun = next((c for c in clause.children if c.feats.get("PronType") == "Rel"), None)
    if clause.rel != "acl" or pronoun is None or not _finite_verb(clause):
        return None
    tree = [x.i for x in clause.subtree()]
    stop = marks.reading.sentences[source.sentence].last - 1
    if not tree[0] <= first <= tree[-1] or pronoun.i > first or marks.trim_end(stop) <= last:
        return None
    return pronoun.i + 1, tree[-1] if tree[-1] > last + 1 else stop


def _finite_verb(w: Word) -> bool:
    return w.feats.get("VerbForm") == "Fin" or any(c.feats.get("VerbForm") == "Fin" for c in w.children)
