"""What a content rule finds: spans, the rule's name, and the quotations taken whole."""

from __future__ import annotations

from dataclasses import dataclass, field

from selon.reading.bounds import extended, object_end, past_comma, without_next
from selon.reading.cues import Cue
from selon.reading.layout import Quote
from selon.reading.marks import Marks
from selon.reading.work import Reading, Word

SPAN = tuple[int, int]


@dataclass(slots=True, eq=False)
class Content:
    """Content spans, and the rule that found them; `quotes` are those the content takes whole."""

    spans: list[SPAN]
    rule: str
    quotes: list[Quote] = field(default_factory=list)
    inserted: bool = False


def subtree_content(w: Word, cue: Cue, reading: Reading, marks: Marks, rule: str, on: bool = False) -> Content | None:
    """What hangs on the word, with what goes on after it; `on`: past a comma too."""
    tree = w.subtree()
    first = max(tree[0].i, cue.last.i + 1)
    if any(x.text == ":" for x in marks.words[cue.last.i + 1 : w.i]):
        return None
    cut = without_next(w, first, tree[-1].i, cue, marks)
    last = extended(tree[-1].i, cue, reading, marks) if cut == tree[-1].i else marks.trim_end(cut)
    whole = past_comma(last, cue, reading, marks) if on else last
    last = whole if whole > last else object_end(first, last, w, marks)
    return Content([marks.span(first, last)], rule) if last >= first else None
