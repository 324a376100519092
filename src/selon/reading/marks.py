"""Marks: where quotation marks stand among the words, and the small questions that content rules ask about them."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from selon.reading.classes import word_class
from selon.reading.layout import Quote
from selon.reading.work import Reading, Word

if TYPE_CHECKING:
    from selon.reading.cues import Cue

QUOTE_CHARS = frozenset('«»“”„‟"‹›‘') | {"<<", ">>", "''"}
COMMA = frozenset(",–—-(")
ENDS = frozenset([".", "!", "?", "…", "..."])
TRAILING = frozenset([",", ".", ";", ":", "!", "?", "…", "...", "-", "–", "—", "("])


class Marks:
    """The quotes of a reading indexed by character and word, and the word classes that content rules need."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.words = reading.words
        self.text = reading.text
        self.quotes = reading.layout.quotes
        self._opening = {q.start: q for q in self.quotes if q.opened}
        self._closing = {q.end: q for q in self.quotes if q.closed}
        self._groups: dict[int, list[Quote]] = {}
        for q in self.quotes:
            if q.group >= 0:
                self._groups.setdefault(q.group, []).append(q)
        self._outer = [q for q in self.quotes if q.depth == 0]
        self._starts = [q.start for q in self._outer]
        self._all_starts = [q.start for q in self.quotes]
        self.inserts: list[int] = []  # word indices where an inserted clause begins
        self.sayings: list[Cue] = []  # all verb cues, in text order
        self.saying_starts: list[int] = []
        self.told_phrases: list[tuple[int, int]] = []  # first and last word of each `selon X`
        self.que = self._class("complementizer")
        self.perfect = self._class("perfect_auxiliary")
        self.restrictive = self._class("restrictive")
        self.target_case = self._class("target_case")
        self.label_case = self._class("label_case")
        self.label_to = self._class("label_to")
        self.content_case = self._class("content_case")
        self.naming_verbs = self._class("naming_verb")
        self.mediums = self.reading.lang.column("mediums")
        self.relaying = self._class("relay_verb")
        self.of_case = self._class("of_case")
        self.agent_case = self._class("agent_case")
        self.gerund_case = self._class("gerund_case")
        self.address_case = self._class("address_case")
        self.source_case = self._class("source_case")
        self.noun_content = self._class("noun_content")
        self.object_control = self._class("object_control")
        self.relative_source = self._class("relative")
        self.time_words = self._class("time")
        self.temporal = self._class("temporal")
        self.contrast = self._class("contrast")
        self.opposed = self._class("opposed")
        self.comment = self._class("comment")
        self.as_case = self._class("as_case")
        self.purpose = self._class("purpose")
        self.denied = self._class("denied")

    def _class(self, name: str) -> frozenset[str]:
        return word_class(self.reading.lang, name)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Characters of words `first` to `last` (inclusive), without a quotation mark pair around all of them."""
        a, b = self.words[first].start, self.words[last].end
        for q in (self._opening.get(a),):
            if q is not None and q.end >= b and q.inner_start < b:
                return q.inner_start, min(b, q.inner_end)
        around = self.open_around(a)
        if around is not None and around.start < a and around.closed and around.inner_start <= a < around.inner_end < b:
            b = around.inner_end  # what begins inside a quotation ends inside it
        return a, b

    def is_mark(self, w: Word) -> bool:
        """Whether the word is a quotation mark."""
        return w.text in QUOTE_CHARS

    def opening_at(self, w: Word) -> Quote | None:
        """The quote that this word opens."""
        return self._opening.get(w.start)

    def opens_at(self, w: Word) -> bool:
        return w.start in self._opening

    def closing_at(self, w: Word) -> Quote | None:
        """The quote that this word closes, looking past the full stop or comma after the mark."""
        return self._closing.get(w.end)

    def outer_at(self, char: int) -> Quote | None:
        """The outermost quote that holds the character."""
        i = bisect_right(self._starts, char) - 1
        return self._outer[i] if i >= 0 and self._outer[i].end > char else None

    def open_around(self, char: int) -> Quote | None:
        """The innermost quote that holds the character."""
        outer = self.outer_at(char)
        if outer is None:
            return None
        best = outer
        for q in self.quotes[bisect_right(self._all_starts, outer.start) :]:
            if q.start > char or q.depth == 0:
                break
            if q.start <= char < q.end:
                best = q
        return best

    def pieces(self, quote: Quote) -> list[Quote]:
        """All pieces of a quotation over several paragraphs, in order."""
        return self._groups.get(quote.group, [quote]) if quote.group >= 0 else [quote]

    def quoted_since(self, w: Word, first: Word) -> bool:
        """Whether the word stands in a quotation that opens after `first`."""
        quote = self.outer_at(w.start)
        return quote is not None and quote.start >= first.start

    def end_of_quote(self, first: int, last: int) -> int:
        """Index of the closing mark when a content would end inside a quotation that opens in it."""
        quote = self.outer_at(self.words[last].start)
        if quote is None or quote.start < self.words[first].start or not quote.closed or self.words[last].end >= quote.end:
            return last
        closing = self.reading.word_at(quote.end - 1)
        return closing.i if closing is not None else last

    def fills_paragraph(self, quote: Quote) -> bool:
        """Whether a paragraph holds nothing but the quotation (`- « Prétexte » -`)."""
        start, end = self.reading.layout.paragraphs[quote.paragraph]
        return not (self.text[start : quote.start] + self.text[quote.end : end]).strip(" -–—*•.\u00a0")

    def unit_start(self, w: Word) -> int:
        """Where the sentence of this word begins, not before a quotation that ended in an earlier sentence."""
        return self.reading.sentences[w.sentence].start

    def something_said_before(self, w: Word) -> bool:
        """Whether a quotation or a finite verb stands before the word in its sentence, so that its clause can be inserted."""
        if w.i > 0 and (self.closing_at(self.words[w.i - 1]) is not None or self.open_around(w.start) is not None):
            return True
        i = w.i - 1
        while i >= 0 and self.words[i].sentence == w.sentence:
            x = self.words[i]
            if x.pos in ("VERB", "AUX") or self.is_mark(x):
                return True
            i -= 1
        return i >= 0 and w.i - i < 3

    def lead_in(self, quote: Quote) -> int | None:
        """Start of the words that lead into a quotation within one sentence, or None when it begins the sentence."""
        w = self.reading.word_at(quote.start)
        if w is None or w.i == 0:
            return None
        before = self.words[w.i - 1]
        if before.text in (".", "!", "?", "…", "...", ":") or (self.is_mark(before) and self.closing_at(before) is not None):
            return None
        if self.reading.sentences[before.sentence].paragraph != quote.paragraph:
            return None
        i = before.i
        while i > 0 and self.words[i - 1].text not in (".", "!", "?", ":") and self.words[i - 1].sentence == before.sentence:
            i -= 1
        if self.words[i].text in ("-", "–", "—", "•"):
            i += 1
        return self.words[i].start if i <= before.i else None

    def trim_end(self, i: int) -> int:
        """Index of the last word that is not trailing punctuation; a closing mark stays when its opening mark is inside."""
        while i > 0:
            w = self.words[i]
            if (
                (w.text in TRAILING and w.pos == "PUNCT")
                or w.text in (",", ".", ";", ":")
                or (self.is_mark(w) and self.closing_at(w) is None)
            ):
                i -= 1
            else:
                return i
        return i

    def quotes_inside(self, start: int, end: int) -> bool:
        """Whether a quotation opens or closes between the characters."""
        i = bisect_right(self._all_starts, start - 1)
        return i < len(self.quotes) and self.quotes[i].start < end

    def has_quote(self, w: Word) -> bool:
        """Whether quotation marks open inside the word's subtree."""
        tree = w.subtree()
        return any(x.start in self._opening for x in self.words[tree[0].i : tree[-1].i + 1])

    def is_speech(self, quote: Quote) -> bool:
        """Whether a quotation is long enough, or has a verb, to be speech rather than a word in quotation marks."""
        inside = self.words_in(quote)
        return (len(inside) >= 4 and any(w.pos in ("VERB", "AUX") for w in inside)) or (
            bool(inside) and inside[-1].text in ("!", "?", ".") and len(inside) >= 2
        )

    def words_in(self, quote: Quote) -> list[Word]:
        """The words between the marks."""
        first = self.reading.word_at(quote.inner_start)
        out = []
        i = first.i if first is not None else len(self.words)
        while i < len(self.words) and self.words[i].start < quote.inner_end:
            out.append(self.words[i])
            i += 1
        return out

    def impersonal_subject(self, w: Word) -> bool:
        """Whether the verb's subject is impersonal (`il est indiqué`)."""
        return any(c.rel == "expl" or (c.rel == "nsubj" and c.pos == "PRON") for c in w.children)

    def only_names(self, cue: Cue) -> bool:
        """`le mouvement dit « des parapluies »`: a bare form after its noun, and a few words in quotation marks."""
        w = cue.word
        if cue.first is not cue.last or cue.base not in self.naming_verbs or w.i + 1 >= len(self.words):
            return False
        quote = self.opening_at(self.words[w.i + 1])
        subject = w.child("nsubj")
        return quote is not None and not self.is_speech(quote) and (subject is None or subject.pos != "PRON")

    def goes_with_que(self, w: Word) -> bool:
        """Whether a complementizer stands right after the word."""
        return w.i + 1 < len(self.words) and self.words[w.i + 1].lower in self.que

    def case(self, w: Word) -> str:
        """Lemma of the preposition or conjunction that introduces the word, "" when there is none."""
        for c in w.children:
            if c.rel in ("case", "mark") and c.i < w.i:
                return c.lemma
        return ""

    def is_time(self, w: Word) -> bool:
        """Whether a phrase only says when (`mardi`)."""
        return w.lower in self.time_words or w.lemma in self.time_words
