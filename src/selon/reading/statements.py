"""Statements: who says what. Cues with their contents and sources, floating quotations, layers.

Content follows the record's conventions (docs/record.md): without `que` and without the comma before the cue; the
kind is formal (any quotation marks inside make it mixed).
"""

from __future__ import annotations

import functools

from selon.lang import Words
from selon.reading.classes import word_class
from selon.reading.contents import read_content
from selon.reading.cues import Cue, cue_table
from selon.reading.floating import floating
from selon.reading.found import Content
from selon.reading.inserts import is_inserted
from selon.reading.layout import Quote
from selon.reading.marks import Marks
from selon.reading.objects import nominal
from selon.reading.relays import relayed
from selon.reading.scope import preposition_content
from selon.reading.sources import SourceFinder, source_span, without_addressee
from selon.reading.verbs import is_finite, is_passive
from selon.reading.work import Reading, StatementDraft, Word

NEAR_NOUN = 15  # words before a relative pronoun in which the noun that it stands for is looked for


def find_statements(reading: Reading) -> None:
    """Fill `reading.statements` in text order, with cue, source, kind, medium and `within`; speakers come later."""
    marks = Marks(reading)
    finder = SourceFinder.of(marks)
    cues = reading.cues
    marks.inserts = sorted(_insert_starts(c, marks) for c in cues if c.cls == "verb" and is_inserted(c, marks))
    marks.sayings = [c for c in cues if c.cls == "verb"]
    marks.saying_starts = [c.first.i for c in marks.sayings]
    marks.told_phrases = _told_phrases(cues, finder)
    found: list[StatementDraft] = []
    for cue in cues:
        statement = _statement(cue, reading, marks, finder)
        if statement is not None:
            found.append(statement)
    found = _without_doubles(found + relayed(found, reading, finder))
    found += floating(reading, marks, found)
    found.sort(key=lambda s: (s.start, -s.end, s.within is not None, s.cue or (0, 0)))
    _layers(found)
    reading.statements = found


def _told_phrases(cues: list[Cue], finder: SourceFinder) -> list[tuple[int, int]]:
    out = []
    for cue in cues:
        source = finder.source(cue) if cue.cls == "preposition" and "clause" in cue.takes else None
        if source is not None:
            tree = [x.i for x in source.subtree() if x.i <= source.i or x.rel not in ("acl", "appos", "punct")]
            out.append((cue.first.i, max(source.i, *tree)))
    return out


def _insert_starts(cue: Cue, marks: Marks) -> int:
    i = cue.first.i
    while i > 0 and marks.words[i - 1].text in (",", "–", "—", "-"):
        i -= 1
    return i


def _statement(cue: Cue, reading: Reading, marks: Marks, finder: SourceFinder) -> StatementDraft | None:
    if cue.cls == "verb" and _unsaid(cue, reading.lang):
        return None
    source = finder.source(cue)
    if cue.cls == "preposition" and (source is None or not _can_tell(source, reading)):
        return None
    gate = cue_table(reading.lang).gate
    if "inner" in cue.takes and source is not None and {source.head.lemma, source.head.head.lemma} & gate:
        return None  # on apprend de source sûre que …: the verb is the cue
    if cue.cls == "noun":
        content = nominal(cue, source, reading, marks) if source is not None else None
    elif cue.cls == "verb":
        content = read_content(cue, reading, marks)
    else:
        content = preposition_content(cue, source, reading, marks)
    if content is None:
        return None
    if cue.base in finder.learned and not content.inserted and (source is None or source is cue.word.child("nsubj")):
        return None  # la police a appris que …: nobody is said to have said it
    if content.rule == "selon_relative" and source is not None:
        source = antecedent(source, reading)
    if source is None and not _may_lack_source(cue, content, marks):
        return None
    spans = [s for s in content.spans if s[0] < s[1]]
    if not spans or not (content.quotes or finder.can_mean(cue, source)):
        return None
    draft = StatementDraft(
        content=spans, kind=kind_of(spans, content.quotes, marks), rule=content.rule,
        cue=(cue.start, cue.end), cue_word=cue.word, source_word=source, words_used=[cue.base],
    )  # fmt: skip
    if source is not None:
        phrase = without_addressee(cue, source, reading.cast.phrase(source), marks)
        if cue.cls == "noun" and phrase[0] < spans[0][0] < phrase[1]:
            phrase = phrase[0], phrase[0] + len(reading.text[phrase[0] : spans[0][0]].rstrip())
        draft.source = source_span(source, phrase, reading.lang)
    draft.medium = _medium(cue, source, reading)
    return draft


def _unsaid(cue: Cue, lang: Words) -> bool:
    """Negated saying (`n'a pas dit`), unless the verb denies by itself; a verb above that only wishes or asks it."""
    w = cue.word
    if w.rel == "xcomp" and w.head.lemma in _unsaying(lang) and cue.clitic is None:
        return True
    if any(c.rel in ("mark", "case") and c.lower in word_class(lang, "without") for c in w.children) or _asked(w, lang):
        return True
    negated = any(c.rel == "advmod" and c.lower in word_class(lang, "negation") for c in w.children)
    return negated and cue.base not in word_class(lang, "says_when_negated")


def _asked(w: Word, lang: Words) -> bool:
    """`demande à X d'expliquer …`: what somebody is asked to say is not said yet."""
    if w.feats.get("VerbForm") != "Inf" or w.rel not in ("xcomp", "acl", "ccomp", "advcl", "obl"):
        return False
    if not any(c.rel in ("mark", "case") and c.lower in word_class(lang, "asked_mark") for c in w.children):
        return False
    above = w.head if w.head.pos in ("VERB", "AUX") else w.head.head
    return "p" in cue_table(lang).verbs.get(above.lemma, ())


@functools.cache
def _unsaying(lang: Words) -> frozenset[str]:
    return frozenset(row["word"] for row in lang.table("helpers") if row["class"] == "unsaid")


def antecedent(relative: Word, reading: Reading) -> Word:
    """The noun that `lesquelles` stands for: the one that its clause hangs on, else the nearest before that agrees."""
    w = relative
    while w.head is not w and w.rel != "acl":
        w = w.head
    if w.rel == "acl":
        return w.head
    for n in reversed(reading.words[max(0, relative.i - NEAR_NOUN) : relative.i]):
        if n.pos == "NOUN" and all(n.feats.get(k) in (None, relative.feats.get(k)) for k in ("Gender", "Number")):
            inner = n.head.pos == "NOUN" and n.rel == "nmod" and n.child("det") is None
            return n.head if inner and n.head.i < n.i else n  # une campagne de désinformation
    return relative


def _can_tell(source: Word, reading: Reading) -> bool:
    """Whether `selon X` names somebody or something that speaks (not `selon la loi`, `selon nos informations`)."""
    if source.lemma in word_class(reading.lang, "no_teller"):
        return False
    if source.lemma in _telling(reading.lang) and any(c.lower in word_class(reading.lang, "own_det") for c in source.children):
        return False
    return (
        source.lemma in _telling(reading.lang)
        or source.lower in _telling(reading.lang)
        or source.lower in word_class(reading.lang, "many")
        or bool(reading.cast.parties(source))
    )


@functools.cache
def _telling(lang: Words) -> frozenset[str]:
    return lang.column("mediums") | word_class(lang, "relative")


def _may_lack_source(cue: Cue, content: Content, marks: Marks) -> bool:
    """Speech in quotation marks beside a finite saying verb is a statement even where the sentence names nobody."""
    return (
        is_finite(cue.word)
        and not (is_passive(cue.word, marks.perfect) and not content.inserted)
        and any(marks.is_speech(q) for q in content.quotes)
    )


def _medium(cue: Cue, source: Word | None, reading: Reading) -> str | None:
    """Through what it is said: `dans un communiqué`, `sur Twitter`, or the source itself when it is a document."""
    kinds = _mediums(reading.lang)
    if source is not None and source.lemma in kinds:
        return kinds[source.lemma] or None
    for c in cue.word.children:
        if c.rel in ("obl", "nmod") and (c.lemma in kinds or c.lower in kinds):
            return kinds.get(c.lemma) or kinds.get(c.lower) or None
    return None


@functools.cache
def _mediums(lang: Words) -> dict[str, str]:
    return {row["word"]: row["medium"] for row in lang.table("mediums")}


def kind_of(spans: list[tuple[int, int]], whole: list[Quote], marks: Marks) -> str:
    """direct when all of it stands in quotation marks, mixed when part does, else indirect."""
    if whole and all(any(q.inner_start <= a and b <= q.inner_end for q in whole) for a, b in spans):
        return "direct"
    inside = sum(1 for a, b in spans if any(q.start <= a and b <= q.end and q.end > a for q in _around(a, marks)))
    if inside == len(spans) and not any(marks.quotes_inside(a, b) for a, b in spans):
        return "indirect" if not _own_marks(spans, marks) else "direct"
    return "mixed" if any(marks.quotes_inside(a, b) for a, b in spans) or (inside and inside < len(spans)) else "indirect"


def _around(char: int, marks: Marks) -> list[Quote]:
    q = marks.open_around(char)
    return [q] if q is not None else []


def _own_marks(spans: list[tuple[int, int]], marks: Marks) -> bool:
    """Whether the spans are exactly what stands between marks."""
    return all((q := marks.open_around(a)) is not None and q.inner_start >= a - 1 and q.inner_end <= b + 1 for a, b in spans)


def _without_doubles(found: list[StatementDraft]) -> list[StatementDraft]:
    """One statement a content: a cue that takes the same content as a cue inside it or beside it loses."""
    out: list[StatementDraft] = []
    seen: dict[tuple[int, int], StatementDraft] = {}
    for s in found:
        key = (s.content[0][0], s.content[-1][1])
        other = seen.get(key)
        if other is not None and other.source == s.source:
            continue
        seen[key] = s
        out.append(s)
    return out


def _layers(found: list[StatementDraft]) -> None:
    """A statement whose cue and content stand inside another's content is reported inside that one."""
    spans = sorted((a, b, n) for n, s in enumerate(found) for a, b in s.content)
    open_spans: list[tuple[int, StatementDraft]] = []  # end and owner of those begun and not yet over
    at = 0
    for cue, n in sorted((s.cue, n) for n, s in enumerate(found) if s.cue is not None):
        s = found[n]
        while at < len(spans) and spans[at][0] <= cue[0]:
            open_spans.append((spans[at][1], found[spans[at][2]]))
            at += 1
        open_spans = [(end, o) for end, o in open_spans if end > cue[0]]
        around = [o for end, o in open_spans if end >= cue[1] and o is not s and o.cue != cue]
        around = [o for o in around if o.covers(s.start, s.content[0][1])]
        if around:
            s.within = min(around, key=lambda o: o.end - o.start)
