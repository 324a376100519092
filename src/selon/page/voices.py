"""Whose voices the article carries, and how much of it is its own."""

from __future__ import annotations

from selon.page.escape import words
from selon.page.items import Item
from selon.record import Document, Statement
from selon.tell import chain_of

MOST = 8


def voices(document: Document, items: list[Item]) -> str:
    """A line of speakers, the most heard first, each linked to their first statement; and the article's own share."""
    heard: dict[str, list[Item]] = {}
    for item in items:
        if isinstance(item.noun, Statement):
            heard.setdefault(chain_of(document, item.noun)[0], []).append(item)
    if not heard:
        return '<p class="voices">Nobody is quoted.</p>'
    ranked = sorted(heard.items(), key=lambda pair: (-len(pair[1]), pair[1][0].number))
    names = [
        f'<a href="#{said[0].in_margin}"><bdi>{words(name)}</bdi></a> <span class="times">{len(said)}</span>'
        for name, said in ranked[:MOST]
    ]
    more = f" and {len(ranked) - MOST} more" if len(ranked) > MOST else ""
    own = f"{own_share(document):.0%} of the text is the article’s own voice"
    return f'<p class="voices">{" · ".join(names)}{more}. <span class="own">{own}.</span></p>'


def own_share(document: Document) -> float:
    """The share of the text's characters, blanks aside, that nobody else is said to have said."""
    said = bytearray(len(document.text))
    for statement in document.statements:
        for span in statement.content:
            said[span.start : span.end] = b"\x01" * (span.end - span.start)
    letters = [i for i, c in enumerate(document.text) if not c.isspace()]
    return sum(not said[i] for i in letters) / max(1, len(letters))
