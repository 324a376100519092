"""Truncation: a paragraph that stops in the middle of a sentence is noted."""

from __future__ import annotations

from selon.reading.work import Reading
from selon.record import Note, Span

SHORTEST = 40  # characters; a shorter paragraph without a full stop is a heading or a source line
FINAL = frozenset('.!?…»”":;)*')


def note_truncation(reading: Reading) -> None:
    """Note every paragraph that begins like a sentence, has a verb, and ends without a final mark."""
    by_paragraph: dict[int, list[int]] = {}
    for s in reading.sentences:
        by_paragraph.setdefault(s.paragraph, []).append(s.i)
    credited = {c.start for c in reading.credits}
    for n, (start, end) in enumerate(reading.layout.paragraphs):
        text = reading.text[start:end]
        if end - start < SHORTEST or text[-1] in FINAL or start in credited or n not in by_paragraph:
            continue
        last = reading.sentences[by_paragraph[n][-1]]
        words = reading.words[last.first : last.last]
        verbs = [w for w in words if w.pos in ("VERB", "AUX") and w.feats.get("VerbForm") == "Fin"]
        if verbs and (n > 0 or len(reading.layout.paragraphs) == 1) and not _heading(reading, n):
            span = Span.of(reading.text, last.start, last.end)
            reading.notes.append(
                Note(kind="truncated", span=span, message="the sentence has no end; the text may be cut off here")
            )


def _heading(reading: Reading, n: int) -> bool:
    """One sentence without a final mark, shorter than a line and a half, with the paragraph before it ended properly."""
    start, end = reading.layout.paragraphs[n]
    words = reading.text[start:end].split()
    return len(words) <= 12
