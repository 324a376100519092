"""The article's text with its marks: spans may nest, overlap and repeat, HTML elements may not.

The text is cut wherever a span starts or ends and at every blank line; each piece knows which items it belongs to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selon.page.escape import words
from selon.page.items import Item
from selon.record import Document, Statement

BLANK_LINE = re.compile(r"(?:\r\n|\r|\n)[^\S\r\n]*(?:(?:\r\n|\r|\n)[^\S\r\n]*)+")
DEEPEST = 3  # darker tints than this are not told apart


@dataclass(frozen=True)
class Edge:
    """Where the nth span of an item opens or closes."""

    place: int
    opens: bool
    item: Item
    nth: int


def paragraphs(document: Document, items: list[Item]) -> Iterator[tuple[str, list[Item]]]:
    """Each paragraph as HTML, with the items whose first words stand in it."""
    text = document.text
    edges = _edges(items)
    active: dict[int, Item] = {}
    at = 0
    blocks = list(_blocks(text)) or [(0, len(text))]
    for number, (here, end) in enumerate(blocks, 1):
        html: list[str] = []
        begun: list[Item] = []
        # A span that closes where the paragraph ends belongs to it, one that opens there to the next.
        while at < len(edges) and (number == len(blocks) or (edges[at].place, edges[at].opens) < (end, True)):
            edge = edges[at]
            place = min(edge.place, end)
            if place > here:
                html.append(_piece(text[here:place], active))
                here = place
            html.append(_pass(edge, active))
            if edge.opens and edge.nth == 0:
                begun.append(edge.item)
            at += 1
        html.append(_piece(text[here:end], active))
        yield "".join(html), begun


def _edges(items: list[Item]) -> list[Edge]:
    """All edges in text order; at one place what closes comes before what opens, and outer items open first."""
    out: list[Edge] = []
    for item in items:
        for nth, span in enumerate(item.spans):
            out.append(Edge(span.start, True, item, nth))
            if span.start < span.end:
                out.append(Edge(span.end, False, item, nth))
    out.sort(key=lambda edge: (edge.place, edge.opens, edge.item.number))
    return out


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each paragraph; blank lines between them are left out."""
    here = 0
    for gap in BLANK_LINE.finditer(text):
        if gap.start() > here:
            yield here, gap.start()
        here = gap.end()
    if here < len(text):
        yield here, len(text)


def _pass(edge: Edge, active: dict[int, Item]) -> str:
    """Open or close a span; the number stands before a statement and after an event, one for each mention."""
    item = edge.item
    said = isinstance(item.noun, Statement)
    empty = not item.spans[edge.nth].text
    if not edge.opens:
        active.pop(item.number, None)
    elif not empty:
        active[item.number] = item
    if (said != edge.opens and not empty) or (said and edge.nth):
        return ""
    id = f' id="{item.in_text}"' if edge.nth == 0 else ""
    kind = "num" if said else "let"
    return f'<a class="{kind} t{item.number}"{id} href="#{item.in_margin}">{item.label}</a>'


def _piece(text: str, active: dict[int, Item]) -> str:
    """A piece of text inside the items that are open: a tint for statements, an underline for the last event."""
    if not text or not active:
        return words(text)
    depth = sum(isinstance(item.noun, Statement) for item in active.values())
    classes = [item.classes for item in active.values()]
    if depth > 1:
        classes.append(f"d{min(depth, DEEPEST)}")
    names = dict.fromkeys(" ".join(classes).split())
    return f'<span class="{" ".join(names)}">{words(text)}</span>'
