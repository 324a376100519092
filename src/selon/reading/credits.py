"""Credits: agencies and media that the article itself names as where its text comes from (source line, byline, dateline)."""

from __future__ import annotations

import functools
import re

from selon.lang import Words
from selon.reading.work import CreditDraft, Reading

LONGEST_LINE = 90  # characters; a longer paragraph is text
PARENTHESIS = re.compile(r"\(([^()]{2,60})\)")
DATELINE = re.compile(r"[^\W\d_][^()\n]{0,60}\(([^()\n]{2,40})\)\s*[-–—:.]\s*")  # NIAMEY, 24 septembre (Reuters) -
FIRST_PARAGRAPHS = 3  # a title and a lead may stand above the dateline
SEPARATORS = re.compile(r"\s*(?:[,/;:|&+·]|\s[-–—]\s)\s*")


def find_credits(reading: Reading) -> None:
    """Fill `reading.credits` from short lines, from brackets that close the text or a paragraph, and from the dateline."""
    text = reading.text
    found: list[CreditDraft] = []
    paragraphs = reading.layout.paragraphs
    for i, (start, end) in enumerate(paragraphs):
        line = text[start:end]
        if len(line) <= LONGEST_LINE:
            found += _line(line, start, reading)
        if i < FIRST_PARAGRAPHS and (m := DATELINE.match(line)):
            found += _names(m.group(1), start + m.start(), start + m.end(1) + 1, reading)
        for m in PARENTHESIS.finditer(line):
            if m.end() >= len(line.rstrip()) - 1 and len(line) > m.end() - m.start():
                found += _names(m.group(1), start + m.start(), start + m.end(), reading)
    seen: set[str] = set()
    for c in found:
        if c.name.casefold() not in seen:
            seen.add(c.name.casefold())
            reading.credits.append(c)


def dateline_end(reading: Reading, start: int, end: int) -> int | None:
    """Where the text begins after a dateline that names a medium (`NIAMEY (Reuters) - …`), for a paragraph."""
    if "(" not in reading.text[start : min(end, start + 70)]:
        return None
    m = DATELINE.match(reading.text, start, end)
    if m is None or reading.knowledge.medium(m.group(1).strip()) is None or m.end() >= end:
        return None
    return m.end()


def _line(line: str, start: int, reading: Reading) -> list[CreditDraft]:
    """A line that holds nothing but connecting words and names, one of which is a medium."""
    words = _words(reading.lang)
    elisions = tuple(w for w in words if w.endswith("'"))
    tokens = [_bare(t, elisions) for t in re.findall(r"[\w’'.@-]+", line)]
    small = [t for t in tokens if t.lower().strip(".") in words]
    capital = [
        t for t in tokens if t[:1].isupper() or t[:1].isdigit() or t.lower().strip(".") in words or "." in t.strip(".")
    ]
    if not tokens or len(capital) < len(tokens) or len(tokens) > 14:
        return []
    if not small and len(tokens) > 3:
        return []
    return _names(line, start, start + len(line), reading)


def _names(part: str, start: int, end: int, reading: Reading) -> list[CreditDraft]:
    """The media named in a piece of text; the article's own publisher is no credit."""
    words = _words(reading.lang)
    pattern = r"\b(?:" + "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)) + r")\b"
    out = []
    for piece in re.split(pattern, SEPARATORS.sub(" , ", part), flags=re.IGNORECASE):
        for name in piece.split(","):
            name = name.strip(" .:()[]–—-©")
            medium = reading.knowledge.medium(name) if 2 <= len(name) <= 50 else None
            if medium is not None and not _own(name, medium.key, reading):
                out.append(CreditDraft(start, end, name))
    return out


def _own(name: str, key: str, reading: Reading) -> bool:
    publisher = reading.article.publisher
    if not publisher:
        return False
    own = reading.knowledge.medium(publisher)
    return name.casefold() == publisher.casefold() or (own is not None and own.key == key)


def _bare(token: str, elisions: tuple[str, ...]) -> str:
    """A name without the article elided before it (`l'AFP`)."""
    low = token.lower().replace("’", "'")
    return next((token[len(e) :] for e in elisions if low.startswith(e) and len(token) > len(e)), token)


@functools.cache
def _words(lang: Words) -> frozenset[str]:
    return lang.column("credits")
