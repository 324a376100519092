"""Mend a copy of the text for the parser: glued words, mojibake, odd blanks; the text itself is never changed.

`Mended.origin` maps a character of the copy back to the text.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from selon.lang import Words
from selon.reading.classes import word_class
from selon.reading.conjugation import verb_forms
from selon.record import Note, Span

# UTF-8 read as Windows-1252: every letter or mark of French news that this turns into two or three characters
_CLEAN = "àâäæçèéêëîïôöùûüÿœÀÂÇÈÉÊËÎÏÔÙÛÜŸŒñóíáú«»’‘“”–—…€°" + "\u00a0"
GLUED_SENTENCE = re.compile(r"(?<=[^\W\d_][^\W\d_][.!?…»])(?=[A-ZÀÂÉÈÊÎÔÇ][^\W\d_])")
LONGEST_WORD = 60  # characters on either side of a repair that its note shows
ENDLESS = re.compile(r"\S{500}(?=\S)")  # spaCy's tokenizer takes the square of such a run's length: 50 s for 20,000 marks
ODD_BLANK = str.maketrans(
    {"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ", "\u200b": " ", "\ufeff": " ", "\u00ad": "-"}
)


@dataclass(slots=True)
class Mended:
    """The copy to parse, and for each of its characters the place in the text (None: the same place)."""

    text: str
    positions: list[int] | None = None

    def origin(self, at: int) -> int:
        """The text's character for the copy's character `at`; the text's length for the copy's end."""
        return at if self.positions is None else self.positions[at]


def mend(text: str, lang: Words) -> tuple[Mended, list[Note]]:
    """A copy of the text that a parser reads well, and a note for each repair but blanks."""
    edits: list[tuple[int, int, str, str]] = []  # start, end, new text, kind of note or ""
    if "Ã" in text or "â€" in text or "Â" in text:
        edits += [(m.start(), m.end(), _mojibake()[m.group()], "mojibake") for m in _mojibake_pattern().finditer(text)]
    edits += [(m.start(), m.start(), " ", "repaired_spacing") for m in GLUED_SENTENCE.finditer(text)]
    edits += [(m.end(1), m.end(1), " ", "repaired_spacing") for m in _glued_words(lang).finditer(text)]
    edits += [(m.end(), m.end(), " ", "") for m in ENDLESS.finditer(text)]
    plain = text.translate(ODD_BLANK)
    if not edits:
        return Mended(plain), []
    edits.sort()
    notes, out, positions, at = [], [], [], 0
    for start, end, new, kind in edits:
        if start < at:
            continue
        out.append(plain[at:start] + new)
        positions += [*range(at, start), *[start] * len(new)]
        at = end
        if kind:
            notes.append(_note(text, start, end, kind))
    out.append(plain[at:])
    positions += range(at, len(text) + 1)
    return Mended("".join(out), positions), notes


def _note(text: str, start: int, end: int, kind: str) -> Note:
    if kind == "mojibake":
        return Note(
            kind=kind, span=Span.of(text, start, end), message="letters of a wrong encoding, read as they were meant"
        )
    a, b = start, start
    while a > 0 and start - a < LONGEST_WORD and not text[a - 1].isspace():
        a -= 1
    while b < len(text) and b - start < LONGEST_WORD and not text[b].isspace():
        b += 1
    return Note(kind=kind, span=Span.of(text, a, b), message="two words without a blank between them, read as two")


@functools.cache
def _glued_words(lang: Words) -> re.Pattern[str]:
    """A saying participle with a small word glued to its end (``indiquéle``)."""
    ending = tuple(word_class(lang, "glued_participle"))
    stems = sorted(form for form, (_, finite) in verb_forms(lang).items() if not finite and form.endswith(ending))
    small = sorted(lang.column("glue"), key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(map(re.escape, stems))})(?:{'|'.join(map(re.escape, small))})(?![\w’'])")


@functools.cache
def _mojibake() -> dict[str, str]:
    out = {}
    for c in _CLEAN:
        try:
            out[c.encode("utf-8").decode("cp1252")] = c
        except UnicodeDecodeError:
            out[c.encode("utf-8").decode("latin-1")] = c
    return out


@functools.cache
def _mojibake_pattern() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(_mojibake(), key=len, reverse=True))))
