"""Layout: paragraphs, and quotation marks paired over the whole text. The text is never changed; oddities are notes.

A quotation that runs over several paragraphs is one `Quote` a paragraph, all of one `group`; a mark that is missing is
put where the paragraph or sentence allows it, and the quote says so (`opened`, `closed`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from selon.record import Note, Span

OPENERS = {"«": "»", "“": "”", "„": "”", "‘": "’", "‹": "›"}
CLOSERS = {"»": "«", "”": "“", "›": "‹"}
MARKS = re.compile(r"<<|>>|''|[«»“”„‟\"‘’‹›]|(?<![^\W_])'(?=\w)|(?<=[\w.!?…])'(?![\w])")
ELIDED = re.compile(r"(?<!\w)(?:\w{1,2}|\w*qu)\Z", re.IGNORECASE)  # a short word, or one in -qu, loses its vowel before the next
BLANK_LINE = re.compile(r"(?<![^\S\n])[^\S\n]*\n(?:[^\S\n]*\n)+[^\S\n]*|\n+")
SENTENCE_END = re.compile(r"[.!?…][»”\"’)]*\s+")
BARE_PARAGRAPHS = 4
DEEPEST = 20  # marks left open that a closing mark may reach past; keeps the cost linear where none is ever closed
LOOK_AHEAD = 60  # marks; a quotation with more marks inside is not looked through
OUTER_BLANKS = " \t\r\n\u00a0\u202f\u2009\u200b\ufeff"


@dataclass(slots=True, eq=False)
class Quote:
    """What stands between a pair of quotation marks; ``inner_*`` leaves out the marks and the blanks beside them."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    mark: str
    paragraph: int
    depth: int = 0
    opened: bool = True
    closed: bool = True
    group: int = -1  # the same number for the pieces of one quotation over several paragraphs


@dataclass(slots=True, eq=False)
class Layout:
    """Paragraphs as (start, end), and all quotes in text order."""

    paragraphs: list[tuple[int, int]] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)

    def outer_quotes(self) -> list[Quote]:
        """The quotes that stand inside no other."""
        return [q for q in self.quotes if q.depth == 0]


@dataclass(slots=True)
class _Open:
    mark: str
    at: int
    inner: int
    opened: bool
    group: int


def lay_out(text: str) -> tuple[Layout, list[Note]]:
    """Paragraphs and paired quotation marks of a text, with a note for each mark that has no partner."""
    layout = Layout(paragraphs=_paragraphs(text))
    pairing = _Pairing(text, layout)
    for i, (start, end) in enumerate(layout.paragraphs):
        pairing.paragraph(i, start, end)
    layout.quotes.sort(key=lambda q: (q.start, -q.end))
    _set_depths(layout.quotes)
    return layout, pairing.notes


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Blank lines part paragraphs; a text without any is parted at every line."""
    single = re.search(r"\S[^\S\n]*\n[^\S\n]*\n\s*\S", text) is None
    out, at = [], 0
    for gap in BLANK_LINE.finditer(text):
        if single or gap.group().count("\n") > 1:
            out.append((at, gap.start()))
            at = gap.end()
    out.append((at, len(text)))
    trimmed = [(s + len(text[s:e]) - len(text[s:e].lstrip()), s + len(text[s:e].rstrip())) for s, e in out]
    return [(s, e) for s, e in trimmed if s < e]


def _set_depths(quotes: list[Quote]) -> None:
    stack: list[Quote] = []
    for q in quotes:
        while stack and stack[-1].end <= q.start:
            stack.pop()
        q.depth = len(stack)
        stack.append(q)


class _Pairing:
    """Pairs the marks of one paragraph after the other; what is left open may go on in the next."""

    def __init__(self, text: str, layout: Layout) -> None:
        self.text, self.layout = text, layout
        self.notes: list[Note] = []
        self.stack: list[_Open] = []
        self.carried: list[_Open] = []
        self.groups = 0

    def paragraph(self, i: int, start: int, end: int) -> None:
        """Pair the marks of a paragraph, given what the one before left open."""
        self.i, self.p_start, self.p_end = i, start, end
        marks = [(m.group(), m.start(), m.end()) for m in MARKS.finditer(self.text, start, end)]
        if self.carried:
            marks = self._reopen(marks)
        self.last_close = start
        self.last_single = max((a for mark, a, b in marks if mark == "'" and self._closing_side(a, b)), default=-1)
        for n, (mark, a, b) in enumerate(marks):
            if not self._apostrophe(mark, a, b):
                self._mark(mark, a, b, marks[n + 1 : n + 1 + LOOK_AHEAD])
        self.carried, self.stack = self.stack, []
        if self.carried:
            self._end_of_paragraph()

    def _apostrophe(self, mark: str, a: int, b: int) -> bool:
        """Whether ’ or ' is an apostrophe or a prime rather than a quotation mark."""
        if mark not in "’'":
            return False
        before, after = self.text[a - 1 : a], self.text[b : b + 1]
        short = ELIDED.search(self.text, max(0, a - 9), a)
        if short is not None and not after.isspace() and after:
            return True  # l'« état », qu'"ils"
        if mark == "’":
            return (before.isalnum() and after.isalnum()) or not any(o.mark == "‘" for o in self.stack)
        return before.isdigit() or (before.isalnum() and after.isalnum())

    def _reopen(self, marks: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
        """Go on with the quotation of the paragraph before, swallowing a mark that reopens it."""
        first = next((m for m in marks if m[0] not in "’'"), None)
        outer = self.carried[0]
        at_start = first is not None and first[1] == self.p_start
        closes = first is not None and self._closes(first[0], first[1], first[2], outer.mark) and not at_start
        if at_start and first is not None:
            self.stack = [_Open(outer.mark, first[1], first[2], True, outer.group)]
            return [m for m in marks if m is not first]
        if closes or first is None:
            self.stack = [_Open(outer.mark, self.p_start, self.p_start, True, outer.group)]
        return marks

    def _closes(self, mark: str, a: int, b: int, opener: str) -> bool:
        if mark in ("»", ">>"):
            return opener in ("«", "<<")
        if mark in ("”", "‟", "“") and opener in ("“", "„"):
            return mark != "“" or not self._opening_side(a, b)
        if mark in ('"', "''"):
            return opener == mark and not (self._opening_side(a, b) and not self._closing_side(a, b))
        return (mark == "’" and opener == "‘") or (mark == "›" and opener == "‹") or mark == opener == "'"

    def _opening_side(self, a: int, b: int) -> bool:
        """A blank or bracket before and a word after."""
        after = self.text[b : b + 1]
        return (a == self.p_start or self.text[a - 1] in " \t\n\u00a0\u202f([’'«:—–-") and (after.isalnum() or after in "([«…#@*“‘")

    def _closing_side(self, a: int, b: int) -> bool:
        return a > self.p_start and not self.text[a - 1].isspace()

    def _mark(self, mark: str, a: int, b: int, rest: list[tuple[str, int, int]]) -> None:
        for depth in range(len(self.stack) - 1, max(-1, len(self.stack) - 1 - DEEPEST), -1):
            if self._closes(mark, a, b, self.stack[depth].mark):
                for inner in self.stack[depth + 1 :]:
                    self._note(inner.at, "closing")
                del self.stack[depth + 1 :]
                self._close(self.stack.pop(), a, b)
                return
        if mark in ("«", "<<", "“", "„", "‘", "‹", '"', "'", "''"):
            if self.stack and self.stack[-1].mark == mark and self._never_closed(mark, rest):
                self._close_early(a)
            if mark == "'" and self.last_single <= a:
                return
            self.stack.append(_Open("“" if mark == "‟" else mark, a, b, True, -1))
        elif mark in ("»", "”", ">>"):
            self._missing_opening(mark, a, b)

    def _never_closed(self, mark: str, rest: list[tuple[str, int, int]]) -> bool:
        """Whether fewer closing marks follow than quotations would then be open."""
        opener = {"<<": "<<"}.get(mark, mark)
        need, closing = len(self.stack) + 1, 0
        for m, x, y in rest:
            if self._closes(m, x, y, opener):
                closing += 1
            elif m == mark:
                need += 1
        return closing < need

    def _close_early(self, before: int) -> None:
        """A second opening mark where the first was never closed: the first ends with its sentence."""
        o = self.stack.pop()
        stop = SENTENCE_END.search(self.text, o.inner, before)
        end = o.inner + len(self.text[o.inner : stop.end() if stop else before].rstrip(OUTER_BLANKS))
        self._add(o, end, end, closed=False)
        self._note(o.at, "closing")

    def _missing_opening(self, mark: str, a: int, b: int) -> None:
        """A closing mark alone: the quotation began with the paragraph, or after the quote before it."""
        start = self.last_close
        if start != self.p_start:
            stop = SENTENCE_END.search(self.text, start, a)
            start = stop.end() if stop else start
        while start < a and (self.text[start] in OUTER_BLANKS or self.text[start] in ".,;:"):
            start += 1
        if start >= a:
            return
        self._add(_Open(mark, start, start, False, -1), a, b, closed=True)
        self._note(a, "opening")
        self.last_close = b

    def _close(self, o: _Open, a: int, b: int) -> None:
        self._add(o, a, b, closed=True)
        if not self.stack:
            self.last_close = b

    def _add(self, o: _Open, a: int, b: int, closed: bool) -> None:
        text = self.text
        s, e = o.inner, a
        while s < e and text[s] in OUTER_BLANKS:
            s += 1
        while e > s and text[e - 1] in OUTER_BLANKS:
            e -= 1
        if s < e:
            quote = Quote(o.at, b, s, e, o.mark, self.i, opened=o.opened, closed=closed, group=o.group)
            self.layout.quotes.append(quote)

    def _end_of_paragraph(self) -> None:
        """What is open at the end goes on in the next paragraph when that one reopens or closes it."""
        outer = self.carried[0]
        for inner in self.carried[1:]:
            self._note(inner.at, "closing")
        goes_on = self._goes_on(outer)
        if goes_on and outer.group < 0:
            outer.group = self.groups
            self.groups += 1
        self._add(outer, self.p_end, self.p_end, closed=goes_on)
        if goes_on:
            self.carried = [outer]
        else:
            self._note(outer.at, "closing")
            self.carried = []

    def _goes_on(self, outer: _Open) -> bool:
        if self.i + 1 >= len(self.layout.paragraphs):
            return False
        start, end = self.layout.paragraphs[self.i + 1]
        first = self._first_mark(start, end)
        bare = 0  # paragraphs without any mark in between, as some papers set a long quotation
        while first is None and bare < BARE_PARAGRAPHS and self.i + 2 + bare < len(self.layout.paragraphs):
            bare += 1
            start, end = self.layout.paragraphs[self.i + 1 + bare]
            first = self._first_mark(start, end)
        if first is None:
            return False
        if bare:
            return first.start() != start and first.group() in CLOSERS and self._closes_at(first, start, outer.mark)
        mark, at_start = first.group(), first.start() == start
        same = mark == outer.mark or (mark in ("»", "”") and OPENERS.get(outer.mark) == mark)
        if at_start:
            return same and self._reopening_closes(outer, first.end(), end)
        return self._closes_at(first, start, outer.mark)

    def _first_mark(self, start: int, end: int) -> re.Match[str] | None:
        """The first quotation mark of a paragraph, apostrophes left out."""
        first = MARKS.search(self.text, start, end)
        while first is not None and first.group() in "’'":
            first = MARKS.search(self.text, first.end(), end)
        return first

    def _closes_at(self, mark: re.Match[str], start: int, opener: str) -> bool:
        """Whether a mark of another paragraph, which begins at `start`, closes what is open."""
        p_start, self.p_start = self.p_start, start
        try:
            return self._closes(mark.group(), mark.start(), mark.end(), opener)
        finally:
            self.p_start = p_start

    def _reopening_closes(self, outer: _Open, at: int, end: int) -> bool:
        """A mark at the start of the next paragraph reopens only if this one ends like a quotation that goes on."""
        tail = self.text[self.p_start : self.p_end].rstrip(OUTER_BLANKS)[-1:]
        return tail in ".!?…;:," and (self.p_end - outer.at > 40 or outer.group >= 0)

    def _note(self, at: int, which: str) -> None:
        span = Span.of(self.text, at, at + 1)
        self.notes.append(Note(kind="unbalanced_quotes", span=span, message=f"quotation mark without its {which} mark"))
