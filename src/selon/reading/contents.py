"""Contents: what a cue attributes, read from syntax and quotation marks.

Each function takes a `Cue` and gives content spans (characters) or nothing; `read_content` tries them in the order in
which they are reliable.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from selon.reading.bounds import extended, is_infinitive, object_end, stop_before, without_next
from selon.reading.cues import Cue, is_passive
from selon.reading.layout import Quote
from selon.reading.marks import Marks
from selon.reading.work import Reading, Word

SPAN = tuple[int, int]
COMMA = frozenset(",–—-(")
ENDS = frozenset([".", "!", "?", "…", "..."])
CLAUSE_RELS = frozenset(["ccomp", "xcomp", "advcl", "acl", "parataxis", "conj"])


@dataclass(slots=True, eq=False)
class Content:
    """Content spans, and the rule that found them; `quotes` are those the content takes whole."""

    spans: list[SPAN]
    rule: str
    quotes: list[Quote] = field(default_factory=list)
    inserted: bool = False


def read_content(cue: Cue, reading: Reading, marks: Marks) -> Content | None:
    """The content of a verb cue, or None where the verb attributes nothing here."""
    if is_inserted(cue, marks) and "q" in cue.takes:
        found = around_insert(cue, reading, marks)
        if found is not None:
            return found
    for rule in (que_clause, quoted_after, target, label, naming, adjective, infinitive, direct_object, with_preposition):
        found = rule(cue, reading, marks)
        if found is not None:
            return found
    return None


# -- inserted clauses -------------------------------------------------------------------------------------------------


def is_inserted(cue: Cue, marks: Marks) -> bool:
    """Whether the cue's clause is put after or into what is said: `…, a indiqué X`, `« … », dit-il`."""
    w, words = cue.word, marks.words
    subject = w.child("nsubj")
    inverted = cue.clitic is not None or (subject is not None and subject.i > w.i and subject.lower != "qui")
    if not inverted and not (w.child("expl:subj") and cue.last.i > w.i):
        return False
    if cue.clitic is None and not cue.split and not marks.something_said_before(cue.first):
        return False
    before = words[cue.first.i - 1] if cue.first.i > 0 else None
    if before is None or before.sentence < w.sentence - 1:
        return False
    if before.text in COMMA or marks.is_mark(before) or before.text in ("?", "!", "…", "..."):
        nxt = words[cue.last.i + 1] if cue.last.i + 1 < len(words) else None
        return not (nxt is not None and nxt.lower in marks.que)
    return False


def insert_end(cue: Cue, marks: Marks) -> int:
    """Index of the last word of the inserted clause."""
    w = cue.word
    own = {x.i for c in w.children if c.rel not in ("ccomp", "parataxis", "xcomp", "dislocated") and not is_infinitive(c) and not (c.i < cue.first.i) for x in c.subtree()}
    last = max(cue.last.i, w.i)
    i = last + 1
    while i < len(marks.words):
        x = marks.words[i]
        if x.sentence != w.sentence or x.text in ENDS or (marks.opens_at(x) and i - last <= 2 and marks.words[i - 1].text in (",", ":")):
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
    start = max(sentence.start, marks.unit_start(before))
    if start >= before.end:
        return None
    spans = [(start, before.end)]
    spans += _rest_of_sentence(cue, end_word, reading, marks)
    return Content(spans, "inserted", inserted=True)


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


def _rest_of_sentence(cue: Cue, end_word: int, reading: Reading, marks: Marks) -> list[SPAN]:
    """What goes on after an inserted clause without quotation marks."""
    words, sentence = marks.words, reading.sentences[cue.word.sentence]
    i = end_word + 1
    if i >= sentence.last or words[i].text not in COMMA:
        return []
    start = i + 1
    rest = words[start : sentence.last]
    if len(rest) < 3 or rest[0].pos == "CCONJ" or not cue.split and any(x.head is cue.word and x.rel not in ("punct", "ccomp", "parataxis") for x in rest):
        return []
    end = marks.trim_end(sentence.last - 1)
    return [(words[start].start, words[end].end)] if end > start else []


# -- clauses and phrases after the cue --------------------------------------------------------------------------------


def que_clause(cue: Cue, reading: Reading, marks: Marks) -> Content | None:
    """`X a dit que …`, with what is joined to it (`et que …`)."""
    if "c" not in cue.takes:
        return None
    words = marks.words
    for c in cue.word.children:
        if c.rel in ("ccomp", "advcl", "obj", "csubj", "xcomp") and c.i > cue.word.i:
            mark = next((m for m in c.children if m.rel == "mark" and m.lower in marks.que and m.i > cue.word.i), None)
            if mark is not None and not _joined_to_infinitive(mark, cue, marks):
                return _clause_after(mark, c, cue, reading, marks)
    return _que_without_syntax(cue, reading, marks)


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
        cut = reading.sentences[cue.word.sentence].last - 1
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
    i = cue.last.i + 1
    while i < sentence.last and words[i].lower not in marks.que and words[i].pos not in ("VERB", "AUX") and i - cue.last.i < 9:
        i += 1
    if i >= sentence.last or words[i].lower not in marks.que or words[i].pos == "PRON":
        return None
    before = words[i - 1]
    if before.lower in marks.restrictive or before.lower in marks.contrast:
        return None
    last = marks.trim_end(stop_before(i + 1, sentence.last - 1, cue, marks))
    return Content([marks.span(i + 1, last)], "que_to_sentence_end") if last > i + 1 else None


def quoted_after(cue: Cue, reading: Reading, marks: Marks) -> Content | None:
    """`X a dit : « … »`, `X lance « … »`; after a colon without marks, the rest of the sentence."""
    if "q" not in cue.takes or is_passive(cue.word) and not marks.impersonal_subject(cue.word):
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
        if w.pos in ("VERB",) and w.head is not cue.word and w.rel in ("root", "conj", "ccomp") and "VerbForm" in w.feats and w.feats["VerbForm"] == "Fin":
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
    if nxt.sentence != cue.word.sentence:
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
    pieces = marks.pieces(quote)
    if between and between[-1].pos in ("ADP", "DET"):
        return None
    if not marks.is_speech(quote) and between:
        return None
    return Content([(q.inner_start, q.inner_end) for q in pieces], "quote_object", pieces)


def target(cue: Cue, reading: Reading, marks: Marks) -> Content | None:
    """`appeler X à faire Y`, `accuser X de Y`: from the one addressed or accused to the end of what is asked or held against."""
    if "p" not in cue.takes:
        return None
    after = [c for c in cue.word.children if c.i > cue.last.i and c.rel in ("obj", "iobj", "obl", "xcomp", "ccomp", "advcl", "nmod")]
    person = next((c for c in after if c.rel in ("obj", "iobj") or c.rel == "obl" and c.pos != "VERB" and c.dep != "obl:mod"), None)
    asked = [c for c in after if marks.case(c) in marks.target_case and (is_infinitive(c) or c.rel != "advcl") and c is not person]
    if person is not None:  # the parser may hang what is asked on the one asked
        held = "q" not in cue.takes  # accuser X de crimes, but not appeler le président de la République
        asked += [c for c in person.children if marks.case(c) in marks.target_case and (is_infinitive(c) or held and c.rel in ("nmod", "obl"))]
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
    last = object_end(first, last, whole, marks)
    return Content([marks.span(first, last)], "target") if last >= first else None


def _first_after(cue: Cue, marks: Marks) -> int:
    """The first word after the cue that is no adverb and no punctuation."""
    i = cue.last.i + 1
    while i < len(marks.words) and (marks.words[i].pos in ("ADV", "PUNCT") and not marks.opens_at(marks.words[i]) or marks.is_time(marks.words[i])):
        i += 1
    return i


def label(cue: Cue, reading: Reading, marks: Marks) -> Content | None:
    """`qualifier X de Y`, `décrire X comme Y`: the thing and what it is called."""
    if "l" not in cue.takes:
        return None
    w = cue.word
    held = _participle_of(cue, marks)
    after = [c for c in w.children if c.i > cue.last.i and c.rel != "punct"]
    called = [c for c in after if c.rel in ("xcomp", "obl", "advcl", "ccomp", "iobj") and (marks.case(c) in marks.label_case or c.pos == "ADJ" and c.rel == "xcomp")]
    if not called:
        for thing in after[:1]:
            called = [c for c in thing.children if c.rel in ("nmod", "acl", "appos", "amod", "obl", "advcl") and _called(c, cue, marks)]
    if not called:
        judged = next((c for c in after if c.rel == "obj" and _quoted_in_phrase(c, marks)), None)
        return _subtree_content(judged, cue, reading, marks, "label") if judged is not None else None
    thing = next((c for c in after if c.rel in ("obj",) and c.i < called[0].i), None)
    first = min(x.i for x in (thing or called[0]).subtree())
    last = extended(max(x.i for x in called[-1].subtree()), cue, reading, marks)
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


def _called(w: Word, cue: Cue, marks: Marks) -> bool:
    """Whether a phrase inside the thing is what it is called: `Taïwan comme une province`, `X de « … »`."""
    case = marks.case(w)
    return case in marks.label_case and (case in marks.as_case or "L" in cue.takes or marks.has_quote(w))


def naming(cue: Cue, reading: Reading, marks: Marks) -> Content | None:
    """`ce qu'il a appelé « … »`: a name in quotation marks."""
    if "N" not in cue.takes:
        return None
    found = next((c for c in cue.word.children if c.i > cue.last.i and c.rel in ("xcomp", "obj", "ccomp", "appos") and c.pos in ("NOUN", "PROPN", "ADJ")), None)
    if found is None or not marks.has_quote(found) or found.subtree()[0].i - cue.last.i > 2:
        return None
    return _subtree_content(found, cue, reading, marks, "naming")


def adjective(cue: Cue, reading: Reading, marks: Marks) -> Content | None:
    """`se dire heureux de …`."""
    if "a" not in cue.takes:
        return None
    if cue.word.rel in ("aux", "cop") and cue.word.head.i > cue.last.i:  # the parser made the adjective the verb
        last = extended(max(x.i for x in cue.word.head.subtree()), cue, reading, marks)
        return Content([marks.span(cue.last.i + 1, last)], "adjective") if last > cue.last.i else None
    found = next((c for c in cue.word.children if c.i > cue.last.i and c.rel in ("xcomp", "obj", "ccomp", "obl", "amod") and (c.pos in ("ADJ", "VERB") or marks.has_quote(c))), None)
    return _subtree_content(found, cue, reading, marks, "adjective") if found is not None else None


def infinitive(cue: Cue, reading: Reading, marks: Marks) -> Content | None:
    """`dit avoir vu …`, `promet de venir`."""
    if "i" not in cue.takes:
        return None
    found = next((c for c in cue.word.children if c.i > cue.last.i and c.rel in ("xcomp", "ccomp") and is_infinitive(c)), None)
    return _subtree_content(found, cue, reading, marks, "infinitive") if found is not None else None


def direct_object(cue: Cue, reading: Reading, marks: Marks) -> Content | None:
    """`exige le départ de …`; for some verbs only with quotation marks inside. In the passive, the subject."""
    if not cue.takes & {"o", "O", "x", "d"}:
        return None
    w = cue.word
    held = _participle_of(cue, marks)
    if held is not None:
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


def _participle_of(cue: Cue, marks: Marks) -> Content | None:
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


def _counts_as_content(obj: Word, cue: Cue, marks: Marks) -> bool:
    """o: any object; x: one with a complement; d: something said; O: only with quotation marks inside."""
    if marks.has_quote(obj):
        return True
    if "x" in cue.takes:
        end = obj.subtree()[-1].i
        return any(c.rel in ("nmod", "acl", "ccomp", "obl", "advcl") for c in obj.children) or any(
            c.rel in ("obl", "advcl", "ccomp") and c.subtree()[0].i == end + 1 and not marks.is_time(c) for c in cue.word.children)  # fmt: skip
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


def with_preposition(cue: Cue, reading: Reading, marks: Marks) -> Content | None:
    """`se félicite de …`, `fait état de …`: with quotation marks inside, or an infinitive, or (n) where the verb says so."""
    if not cue.takes & {"n", "n2"}:
        return None
    for c in cue.word.children:
        if c.i > cue.last.i - 1 and c.rel in ("obl", "xcomp", "ccomp", "advcl", "iobj", "nmod") and marks.case(c) in marks.content_case:
            if marks.has_quote(c) or (is_infinitive(c) and "n" in cue.takes) or "n" in cue.takes and cue.base in marks.noun_content:
                return _subtree_content(c, cue, reading, marks, "preposition")
    for x in cue.last.children:  # faire état de: the noun may hold the rest
        if x.i > cue.last.i and cue.last is not cue.word and "n" in cue.takes and x.rel in ("nmod", "obl", "acl"):
            return _subtree_content(x, cue, reading, marks, "preposition")
    return None


def _subtree_content(w: Word, cue: Cue, reading: Reading, marks: Marks, rule: str) -> Content | None:
    tree = w.subtree()
    first = max(tree[0].i, cue.last.i + 1)
    cut = without_next(w, first, tree[-1].i, cue, marks)
    last = extended(tree[-1].i, cue, reading, marks) if cut == tree[-1].i else marks.trim_end(cut)
    last = object_end(first, last, w, marks)
    return Content([marks.span(first, last)], rule) if last >= first else None
