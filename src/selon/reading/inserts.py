"""Inserted clauses: `« … », a dit X`, `« …, a dit X, … »`, `…, indique X`."""

from __future__ import annotations

from selon.reading.bounds import is_infinitive
from selon.reading.cues import Cue
from selon.reading.found import SPAN, Content
from selon.reading.layout import Quote
from selon.reading.marks import COMMA, ENDS, Marks
from selon.reading.work import Reading, Word


def is_inserted(cue: Cue, marks: Marks) -> bool:
    """Whether the cue's clause is put after or into what is said: `…, a indiqué X`, `« … », dit-il`."""
    w, words = cue.word, marks.words
    if cue.as_clause:
        return cue.first.i > 0 and words[cue.first.i - 1].text in COMMA and words[cue.first.i - 1].sentence == w.sentence
    subject = w.child("nsubj")
    inverted = cue.clitic is not None or (subject is not None and subject.i > w.i and subject.lower != "qui")
    if not inverted and not (w.child("expl:subj") and cue.last.i > w.i):
        return False
    alone = cue.clitic is None and not cue.split and not marks.something_said_before(cue.first)
    if alone and not _between_commas(cue, marks):
        return False
    before = words[cue.first.i - 1] if cue.first.i > 0 else None
    if before is None or before.sentence < w.sentence - 1:
        return False
    if before.text in COMMA or marks.is_mark(before) or before.text in ("?", "!", "…", "..."):
        nxt = words[cue.last.i + 1] if cue.last.i + 1 < len(words) else None
        return not (nxt is not None and nxt.lower in marks.que)
    return False


def _between_commas(cue: Cue, marks: Marks) -> bool:
    """`Dans ces cas, explique X, il faut …`: commas around the clause, and a finite verb after it."""
    words, w = marks.words, cue.word
    if w.rel in ("acl", "conj") or words[cue.first.i - 1].text != ",":
        return False
    end = insert_end(cue, marks)
    stop = marks.reading.sentences[w.sentence].last
    if end + 1 >= stop or words[end + 1].text != ",":
        return False
    return any(x.feats.get("VerbForm") == "Fin" for x in words[end + 2 : min(stop, end + 40)])


def _sentence_start(start: int, before: Word, marks: Marks) -> int:
    """Start of the sentence that ends with the word, where the parser took several for one (`… ? La …`)."""
    i = before.i - 1
    while i > 0 and marks.words[i].start > start:
        w, nxt = marks.words[i], marks.words[i + 1]
        if w.text in ("?", "!") and nxt.text[:1].isupper() and marks.outer_at(w.start) is None:
            return nxt.start
        i -= 1
    return start


def _after_comma(w: Word, marks: Marks) -> bool:
    """Whether a comma stands before all of the word's clause."""
    tree = w.subtree()
    return tree[0].text == "," or (tree[0].i > 0 and marks.words[tree[0].i - 1].text == ",")


def insert_end(cue: Cue, marks: Marks) -> int:
    """Index of the last word of the inserted clause."""
    w = cue.word
    own = {
        x.i
        for c in w.children
        if c.rel not in ("ccomp", "parataxis", "xcomp", "dislocated")
        and not is_infinitive(c)
        and not (c.rel in ("conj", "advcl") and c.i > w.i and c.child("nsubj") is not None and _after_comma(c, marks))
        and not (c.i < cue.first.i)
        for x in c.subtree()
    }
    last = max(cue.last.i, w.i)
    i = last + 1
    while i < len(marks.words):
        x = marks.words[i]
        if (
            x.sentence != w.sentence
            or x.text in ENDS
            or (marks.opens_at(x) and i - last <= 2 and marks.words[i - 1].text in (",", ":"))
        ):
            break
        if i in own or (x.text in COMMA and i + 1 in own and not marks.opens_at(marks.words[i + 1])):
            last = i
        elif i > last + 1:
            break
        i += 1
    while last > w.i and marks.words[last].text in COMMA:
        last -= 1
    return last


def around_insert(cue: Cue, reading: Reading, marks: Marks) -> Content | None:
    """What stands before the inserted clause, and what goes on after it."""
    words = marks.words
    i = cue.first.i - 1
    while i >= 0 and words[i].text in COMMA:
        i -= 1
    if i < 0:
        return None
    before = words[i]
    end_word = insert_end(cue, marks)
    inside = marks.open_around(cue.first.start)
    closed = marks.closing_at(before)
    if inside is not None and not (closed is not None and closed.depth >= inside.depth and closed.start < inside.start):
        return _inside_quote(inside, before, end_word, marks)
    if closed is not None:
        return _after_quote(closed, cue, end_word, reading, marks)
    sentence = reading.sentences[before.sentence]
    start = _sentence_start(max(sentence.start, marks.unit_start(before)), before, marks)
    if start >= before.end:
        return None
    spans = [(start, before.end)]
    spans += _rest_of_sentence(cue, end_word, reading, marks)
    return Content(spans, "inserted", inserted=True)


def after_fronted(cue: Cue, reading: Reading, marks: Marks) -> Content | None:
    """`Comme l'a rappelé X, …`: the rest of the sentence."""
    if not cue.as_clause:
        return None
    spans = _rest_of_sentence(cue, insert_end(cue, marks), reading, marks)
    return Content(spans, "as_clause", inserted=True) if spans else None


def _inside_quote(quote: Quote, before: Word, end_word: int, marks: Marks) -> Content | None:
    """The clause stands inside the quotation marks: `« …, a dit X, … »`."""
    pieces = marks.pieces(quote)
    spans = [(q.inner_start, q.inner_end) for q in pieces if q.inner_end <= before.start]
    spans.append((quote.inner_start, before.end))
    rest = marks.words[end_word + 1] if end_word + 1 < len(marks.words) else None
    while rest is not None and rest.text in ",.;":
        rest = marks.words[rest.i + 1] if rest.i + 1 < len(marks.words) else None
    if rest is not None and rest.start < quote.inner_end:
        spans.append((rest.start, quote.inner_end))
    spans += [(q.inner_start, q.inner_end) for q in pieces if q.inner_start > quote.inner_end]
    return Content([s for s in spans if s[0] < s[1]], "inserted_in_quote", pieces, inserted=True)


def _after_quote(quote: Quote, cue: Cue, end_word: int, reading: Reading, marks: Marks) -> Content | None:
    """`« … », a dit X` and `Le sommet est « … », a dit X`."""
    pieces = marks.pieces(quote)
    lead = marks.lead_in(pieces[0])
    if lead is not None and lead < pieces[0].start:
        spans, quotes = [(lead, quote.end)], list[Quote]()
    else:
        spans, quotes = [(q.inner_start, q.inner_end) for q in pieces], pieces
    after = marks.words[end_word + 1] if end_word + 1 < len(marks.words) else None
    if after is not None and after.text == ",":
        nxt = marks.opening_at(marks.words[after.i + 1]) if after.i + 1 < len(marks.words) else None
        if nxt is not None:
            spans += [(q.inner_start, q.inner_end) for q in marks.pieces(nxt)]
            quotes = [*quotes, *marks.pieces(nxt)]
    return Content(spans, "inserted_after_quote", quotes, inserted=True)


def _goes_with(verb: Word, w: Word) -> bool:
    """Whether a word after the inserted clause still belongs to its verb."""
    return w.head is verb and w.rel not in ("punct", "ccomp", "parataxis", "conj")


def _rest_of_sentence(cue: Cue, end_word: int, reading: Reading, marks: Marks) -> list[SPAN]:
    """What goes on after an inserted clause without quotation marks."""
    words, sentence = marks.words, reading.sentences[cue.word.sentence]
    i = end_word + 1
    if i >= sentence.last or words[i].text not in COMMA:
        return []
    start = i + 1
    rest = words[start : sentence.last]
    if (
        len(rest) < 3
        or rest[0].pos == "CCONJ"
        or (rest[0].lemma in marks.relaying and rest[0].feats.get("VerbForm") == "Part")
        or (not cue.split and not cue.as_clause and any(_goes_with(cue.word, x) for x in rest))
    ):
        return []
    end = marks.trim_end(sentence.last - 1)
    return [(words[start].start, words[end].end)] if end > start else []
