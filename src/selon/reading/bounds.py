"""Bounds: where a content ends when the parser hung its tail elsewhere, or joined to it what goes on with the cue."""

from __future__ import annotations

from bisect import bisect_right

from selon.reading.cues import Cue
from selon.reading.marks import Marks
from selon.reading.verbs import is_finite
from selon.reading.work import Reading, Word

JOINTS = frozenset(["CCONJ", "PUNCT"])


def stop_before(first: int, last: int, cue: Cue, marks: Marks) -> int:
    """The last word before an inserted clause, or before another cue of the same speaker (`…, affirmant que`, `et salué`)."""
    for stop in marks.inserts[bisect_right(marks.inserts, first) :]:
        if stop > last:
            break
        last = stop - 1
    for told, _ in marks.told_phrases[bisect_right(marks.told_phrases, (first, first)) :]:
        if told > last:
            break
        if after_contrast(told, first, marks) is not None:  # …, alors que selon Y, …
            last = joint_before(told, marks)
    last = _before_main_clause(first, last, cue, marks)
    last = _before_comment(first, last, cue, marks)
    for n in range(bisect_right(marks.saying_starts, first), len(marks.sayings)):
        other = marks.sayings[n]
        if other.first.i > last:
            break
        joint = _goes_on(other, cue, first, marks)
        if joint is not None and joint > first:
            return joint - 1
    return last


def _before_main_clause(first: int, last: int, cue: Cue, marks: Marks) -> int:
    """`X, qui avait menacé de partir, est resté`: the content ends where the clause around the cue goes on."""
    above = cue.word
    for _ in range(8):
        if above.head is above:
            break
        above = above.head
        if first < above.i <= last and above.pos in ("VERB", "AUX", "ADJ", "NOUN"):
            for i in range(above.i, first, -1):
                if marks.words[i].text == ",":
                    return min(last, i - 1)
    return last


def _before_comment(first: int, last: int, cue: Cue, marks: Marks) -> int:
    """The article's own contrast or comment ends a content: `…, tandis que`, `…, ce qui`."""
    for i in range(first + 1, last - 1):
        if marks.words[i].text == "," and not marks.quoted_since(marks.words[i], marks.words[first]):
            nxt, then = marks.words[i + 1], marks.words[i + 2]
            if nxt.feats.get("Tense") == "Pres" and nxt.feats.get("VerbForm") == "Part" and nxt.head is cue.word:
                return i - 1
            if nxt.lower in marks.contrast or (nxt.lower in marks.comment and then.feats.get("PronType") == "Rel"):
                return i - 1
    return last


def _goes_on(other: Cue, cue: Cue, first: int, marks: Marks) -> int | None:
    """Index of the joint before a cue that has the same speaker as `cue`, or None when it belongs to the content."""
    before = marks.words[other.first.i - 1]
    if other.word is cue.word or marks.quoted_since(other.first, marks.words[first]):
        return None
    w = other.word
    against = set_against(other, marks)
    if against is not None:
        return against
    if w.feats.get("VerbForm") == "Part" and w.feats.get("Tense") == "Pres":
        if before.pos == "PRON" and before.head is w:  # le qualifiant de
            before = marks.words[before.i - 1]
        comma = before.text == "," or (before.lower in marks.gerund_case and _text_before(before, marks) == ",")
        same = before.pos == "CCONJ" and cue.word.feats.get("Tense") == "Pres" and cue.word.feats.get("VerbForm") == "Part"
        if not comma and not same and w.head.pos == "NOUN" and "c" in other.takes and marks.goes_with_que(w):
            same = before is w.head and not marks.reading.cast.parties(w.head)  # à la démission estimant que
            return w.i if same else None
        return (before.i if before.text == "," or same else before.i - 1) if comma or same else None
    if (
        before.pos not in JOINTS
        or (before.text not in (",",) and before.pos != "CCONJ")
        or w.child("nsubj", "expl:subj") is not None
    ):
        return None
    bare = w.feats.get("Tense") == "Past" and not any(c.rel == "aux" for c in w.children)
    shared = bare and any(c.rel == "aux" for c in cue.word.children) and before.pos == "CCONJ"
    if shared or (is_finite(w) and is_finite(cue.word) and _tense(w) == _tense(cue.word) and before.pos == "CCONJ"):
        return before.i
    return None


def _leftmost(w: Word) -> Word:
    """The first word below a word, without going through all of them."""
    while w.children and w.children[0].i < w.i:
        w = w.children[0]
    return w


def set_against(other: Cue, marks: Marks) -> int | None:
    """Index of the joint before a saying clause with a subject of its own: `…, mais la famille affirme que`."""
    subject = other.word.child("nsubj")
    if subject is None or subject.i > other.word.i or not is_finite(other.word):
        return None
    first = _leftmost(subject).i
    joint = marks.words[first - 1] if first > 0 else None
    if joint is None or joint.pos != "CCONJ" or marks.words[joint.i - 1].text != ",":
        return None
    return joint.i


def after_contrast(first: int, start: int, marks: Marks) -> int | None:
    """The phrase's own place where it begins an opposed clause (`…, alors que selon X, …`), else None."""
    i = first - 1
    while i > start and marks.words[i].lower in marks.que:
        i -= 1
    if i > start and marks.words[i].lower in marks.opposed and (i < first - 1 or marks.words[i].pos == "CCONJ"):
        return first
    return None


def joint_before(first: int, marks: Marks) -> int:
    """The last word before the conjunction of an opposed clause that begins at the word."""
    i = first - 1
    while i > 0 and (marks.words[i].lower in marks.que or marks.words[i].lower in marks.opposed or marks.words[i].text == ","):
        i -= 1
    return i


def _time_begins(comma: Word, marks: Marks) -> bool:
    """`, au lendemain de`: a comma, a preposition and a noun that says when."""
    if comma.text != "," or comma.i + 2 >= len(marks.words):
        return False
    case, noun = marks.words[comma.i + 1], marks.words[comma.i + 2]
    return case.pos == "ADP" and noun.pos == "NOUN" and noun.lower in marks.temporal


def object_end(first: int, last: int, root: Word, marks: Marks) -> int:
    """A noun or infinitive content ends before `après …`, `depuis …`: that is when it was said or happened."""
    for i in range(max(first + 1, root.i + 1), last + 1):
        w = marks.words[i]
        if i + 2 <= last and _time_begins(w, marks) and not marks.quoted_since(w, marks.words[first]):
            return marks.trim_end(i)
        if (
            w.lower in marks.temporal
            and w.rel in ("case", "mark", "fixed", "advmod", "cc", "dep")
            and not marks.quoted_since(w, marks.words[first])
        ):
            own = is_infinitive(root) and w.head.head is root
            if (w.head.head.i <= root.i and not own) or marks.words[i - 1].text == ",":
                return marks.trim_end(_before_measure(i - 1, marks))
    return last


def without_medium(first: int, last: int, marks: Marks) -> int:
    """The end of a content without `…, dans un communiqué`: the last thing after a comma, if it only says where it was said."""
    words = marks.words
    end = marks.trim_end(last)
    i = end
    while i > first and words[i].text != "," and end - i < 9:
        if words[i].feats.get("VerbForm") == "Fin" or marks.is_mark(words[i]):
            return last
        i -= 1
    if words[i].text != "," or words[i + 1].pos != "ADP" or i <= first:
        return last
    said = any(x.lemma in marks.mediums for x in words[i + 2 : i + 4]) or words[i + 2].lower in marks.mediums
    return i if said else last


def past_comma(last: int, cue: Cue, reading: Reading, marks: Marks) -> int:
    """The end of an infinitive's content that goes on after a comma: to the end of the sentence, if nothing new begins.

    New are what is joined to the cue, the article's contrast, and a time at which something was said or happened.
    """
    words, stop = marks.words, reading.sentences[cue.word.sentence].last
    if last + 3 >= stop or words[last + 1].text != "," or marks.opens_at(words[last + 2]):
        return last
    own = {x.i for c in cue.word.children if c.rel in ("conj", "parataxis", "cc") for x in c.subtree()}
    end = last
    for i in range(last + 2, stop):
        w = words[i]
        if i in own or w.lower in marks.contrast or w.text in (";", ":"):
            break
        begins = words[i - 1].text == ","
        if begins and any(x.lower in marks.temporal for x in words[i : i + 2]):
            break
        if begins and w.pos == "CCONJ" and not is_infinitive(words[i + 1].head):
            break
        end = i
    else:
        end = stop - 1
    if end < stop - 1:
        while end > last and words[end].text != ",":
            end -= 1
    end = without_medium(last + 1, end, marks)
    if end <= last:
        return last
    return marks.trim_end(marks.end_of_quote(cue.last.i + 1, stop_before(cue.last.i + 1, end, cue, marks)))


def _joined_quotation(last: int, marks: Marks) -> int:
    """`de « … » et de « … »`: the last word of the quotation joined to one that ends here, else `last`."""
    words = marks.words
    closing = words[last] if marks.is_mark(words[last]) else words[last + 1]
    if not marks.is_mark(closing) or marks.closing_at(closing) is None:
        return last
    i = closing.i + 1
    joint = i
    while i < len(words) and (words[i].pos == "CCONJ" or words[i].text == ","):
        i += 1
    joint = i - joint
    while i < len(words) and words[i].pos in ("ADP", "DET") and i - closing.i < 5:
        i += 1
    quote = marks.opening_at(words[i]) if joint and i < len(words) else None
    if quote is None or not quote.closed or marks.is_speech(quote):
        return last
    end = marks.reading.word_at(quote.end - 1)
    return end.i if end is not None else last


def _before_measure(i: int, marks: Marks) -> int:
    """`…, une semaine après`: the measure of time goes with what follows it."""
    if not marks.is_time(marks.words[i]):
        return i
    at = i
    i -= 1
    while i > 0 and marks.words[i].pos in ("DET", "NUM", "ADJ", "ADV"):
        i -= 1
    return at if marks.words[i].pos == "ADP" else i


def extended(last: int, cue: Cue, reading: Reading, marks: Marks) -> int:
    """The end of a content, with what goes on without a comma though the parser hung it elsewhere."""
    words, stop = marks.words, reading.sentences[cue.word.sentence].last
    own = {x.i for c in cue.word.children if c.rel == "conj" for x in c.subtree()}
    while last + 1 < stop:
        joined = _joined_quotation(last, marks)
        if joined > last:
            last = joined
            continue
        nxt = words[last + 1]
        at = last + 1 + (nxt.text == "," and last + 3 < stop)
        if words[at].pos == "CCONJ" and at + 1 < stop and words[at + 1].lower in marks.que:
            last = max(x.i for x in words[at + 1].head.subtree()) if words[at + 1].head.i > at + 1 else at + 1
            continue
        if nxt.i in own or (nxt.pos in ("PUNCT", "CCONJ") and not _quoted_on(nxt, marks)) or _new_clause(nxt, last, marks):
            break
        last = max(x.i for x in nxt.subtree()) if nxt.head.i <= last else last + 1
    last = stop_before(cue.last.i + 1, min(last, stop - 1), cue, marks)
    return marks.trim_end(marks.end_of_quote(cue.last.i + 1, last))


def _new_clause(w: Word, last: int, marks: Marks) -> bool:
    """Whether the word begins something that the content cannot hold: a finite verb hung elsewhere, a contrast."""
    if w.lower in marks.contrast:
        return True
    return (
        w.pos in ("VERB", "AUX")
        and w.feats.get("VerbForm") == "Fin"
        and w.head.i > w.i
        and w.rel in ("aux", "cop")
        and w.head.head.i < w.i - 1
    )


def without_next(root: Word, first: int, last: int, cue: Cue, marks: Marks) -> int:
    """Cut what the parser joined to the content though it goes on with the cue: `a dit que …, et a lancé …`."""
    infinitive = is_infinitive(root)
    for c in root.children:
        if c.rel == "advcl" and c.i > root.i:
            tree = c.subtree()
            if _text_before(tree[0], marks) == "," and any(x.lower in marks.contrast for x in tree[:3]):
                last = min(last, tree[0].i - 1)
        if c.rel != "conj" or c.i <= first or c.i > last or c.child("nsubj", "expl:subj") is not None:
            continue
        joined = c.child("cc")
        if c.pos not in ("VERB", "AUX") or any(x.lower in marks.que for x in c.children if x.rel == "mark"):
            continue
        begin = joined.i if joined is not None else min(x.i for x in c.subtree())
        comma = _text_before(marks.words[begin], marks) == ","
        gerund = infinitive and c.feats.get("VerbForm") == "Part" and c.feats.get("Tense") == "Pres"
        if gerund or (infinitive and is_finite(c)) or (comma and is_finite(c) and _tense(c) == _tense(cue.word)):
            last = min(last, begin - 1)
    return last


def _text_before(w: Word, marks: Marks) -> str:
    """Text of the word before."""
    return marks.words[w.i - 1].text if w.i > 0 else ""


def _tense(w: Word) -> str:
    """Tense as a reader sees it: that of the auxiliary with the form of the verb."""
    aux = next((c for c in w.children if c.rel == "aux"), None)
    return (aux.feats.get("Tense", "") + "+" if aux is not None else "") + w.feats.get("Tense", "")


def _quoted_on(w: Word, marks: Marks) -> bool:
    """A quotation mark or bracket does not end a content."""
    return marks.is_mark(w) or w.text in ("(", ")")


def is_infinitive(w: Word) -> bool:
    """Whether the word is an infinitive or has one as auxiliary or copula."""
    return w.feats.get("VerbForm") == "Inf" or any(c.rel in ("aux", "cop") and c.feats.get("VerbForm") == "Inf" for c in w.children)
