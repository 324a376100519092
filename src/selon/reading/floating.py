"""Floating quotations: speech without a cue that goes on with what somebody said before, or that its lead-in names."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate

from selon.reading.layout import Quote
from selon.reading.marks import ENDS, Marks
from selon.reading.work import Reading, StatementDraft, Word

# How many statements after a heading are looked through for its words.
SAID_AGAIN = 50
HEADING = 8  # words that a heading in quotation marks may have


def floating(reading: Reading, marks: Marks, found: list[StatementDraft]) -> list[StatementDraft]:
    """Quotations without a cue that go on with what somebody said before."""
    out: list[StatementDraft] = []
    spans = _Spans(found)
    cued = sorted(found, key=lambda s: s.start)
    done: set[int] = set()
    for q in reading.layout.quotes:
        if q.depth or id(q) in done or spans.touch(q.inner_start, q.inner_end):
            continue
        pieces = marks.pieces(q)
        done |= {id(p) for p in pieces}
        lead = marks.lead_in(q)
        alone = marks.fills_paragraph(q)
        if not (marks.is_speech(q) or alone) or (lead is not None and not _whole_sentence_mixed(q, marks)):
            continue
        content = [(p.inner_start, p.inner_end) for p in pieces]
        if lead is not None and lead < q.start:
            content = [(lead, q.end)]
        draft = StatementDraft(content=content, kind="direct" if lead is None else "mixed", rule="floating_quote", floating=True)
        if _named_before_colon(q, draft, reading, marks):
            out.append(draft)
            continue
        heads = alone and (not marks.is_speech(q) or len(marks.words_in(q)) <= HEADING)
        draft.continues = _said_again(q, cued, marks) if heads else None
        draft.continues = draft.continues or _last_before(cued, out, q.start)
        if draft.continues is not None or _introduced(q, marks):
            out.append(draft)
    return out


def _named_before_colon(q: Quote, draft: StatementDraft, reading: Reading, marks: Marks) -> bool:
    """`Moscou : « … »`, `Le ministre de l'Intérieur : « … »`: the words before the colon only name who speaks."""
    w = reading.word_at(q.start)
    if w is None or w.i < 2 or marks.words[w.i - 1].text != ":" or not marks.is_speech(q):
        return False
    i = w.i - 2
    start = reading.layout.paragraphs[q.paragraph][0]
    while i > 0 and marks.words[i - 1].start >= start and marks.words[i - 1].text not in ENDS and w.i - i < 14:
        i -= 1
    named = marks.words[i : w.i - 1]
    finite = [x for x in named if x.feats.get("VerbForm") == "Fin"]
    if finite:  # Le président est clair : « … »
        subject = _person_who_acts(finite[-1], reading)
        head = subject if subject is not None and subject.i >= i else None
    elif named[0].pos in ("VERB", "AUX", "ADP"):
        return False
    else:
        head = next((x for x in named if x.pos in ("NOUN", "PROPN") and reading.cast.parties(x)), None)
    if head is None:
        return False
    draft.floating, draft.rule = False, "named_before_colon"
    draft.source_word, draft.source = head, reading.cast.phrase(head)
    return True


def _person_who_acts(verb: Word, reading: Reading) -> Word | None:
    """The subject of the clause, where it is a person or a pronoun that stands for one."""
    clause = verb.head if verb.rel in ("aux", "cop") else verb
    subject = clause.child("nsubj") or verb.child("nsubj")
    if subject is None:
        return None
    parties = reading.cast.parties(subject)
    return subject if any(p.kind == "person" for p in parties) else None


def _said_again(q: Quote, cued: list[StatementDraft], marks: Marks) -> StatementDraft | None:
    """A heading in quotation marks belongs to the statement further on that holds its words."""
    head = {w.lower for w in marks.words_in(q) if w.pos in ("NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM")}
    if not head:
        head = {w.lower for w in marks.words_in(q)}
    first = bisect_right(cued, q.end, key=lambda s: s.start)
    best: StatementDraft | None = None
    for s in cued[first : first + SAID_AGAIN]:
        if best is not None and s.start >= best.end:
            break
        said = set("".join(c if c.isalnum() else " " for a, b in s.content for c in marks.text[a:b].lower() + " ").split())
        if sum(w in said or w.strip("'’") in said for w in head) >= max(1, len(head) * 2 // 3):
            best = s if best is None or s.end - s.start < best.end - best.start else best  # the innermost
    return best


def _introduced(q: Quote, marks: Marks) -> bool:
    w = marks.reading.word_at(q.start)
    return w is not None and w.i > 0 and marks.words[w.i - 1].text == ":"


class _Spans:
    """All content spans, so that whether one touches a stretch of text is asked without going through them."""

    def __init__(self, found: list[StatementDraft]) -> None:
        spans = sorted(span for s in found for span in s.content)
        self.starts = [a for a, _ in spans]
        self.reach = list(accumulate((b for _, b in spans), max))  # how far any span up to here goes

    def touch(self, start: int, end: int) -> bool:
        before = bisect_left(self.starts, end)
        return before > 0 and self.reach[before - 1] > start


def _whole_sentence_mixed(q: Quote, marks: Marks) -> bool:
    """`Plus de « trois mille ballons ont été préparés ».`: nearly all of a sentence stands in the marks."""
    lead = marks.lead_in(q)
    return lead is not None and q.start - lead < 25 and q.end - q.start > 60


def _last_before(cued: list[StatementDraft], floating: list[StatementDraft], char: int) -> StatementDraft | None:
    """The statement that begins last before a place: one with a cue, or a floating one (in text order)."""
    at = bisect_left(cued, char, key=lambda s: s.start)
    last = cued[at - 1] if at else None
    other = next((o for o in reversed(floating) if o.start < char), None)
    return other if other is not None and (last is None or other.start >= last.start) else last
