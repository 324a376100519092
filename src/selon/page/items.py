"""Statements and events as the page numbers them, in the order of the text."""

from __future__ import annotations

from dataclasses import dataclass

from selon.record import Document, Event, Span, Statement
from selon.tell import QUADS


@dataclass(frozen=True)
class Item:
    """One statement or event with its place on the page."""

    noun: Statement | Event
    root: str  # the id of the page's outer element; ids inside start with it
    number: int  # unique on the page
    label: str  # what a person sees: 1, 2, 3 for statements, A, B, C for events

    @property
    def spans(self) -> tuple[Span, ...]:
        """Its words in the text, the first mention first."""
        return self.noun.content if isinstance(self.noun, Statement) else (self.noun.anchor, *self.noun.more)

    @property
    def in_text(self) -> str:
        """The id of its first words."""
        return f"{self.root}-t{self.number}"

    @property
    def in_margin(self) -> str:
        """The id of its note."""
        return f"{self.root}-n{self.number}"

    @property
    def classes(self) -> str:
        """The classes of its words."""
        if isinstance(self.noun, Statement):
            return f"s t{self.number}"
        status = "" if self.noun.status == "happened" else " not"
        return f"e q{QUADS[self.noun.type]}{status} t{self.number}"


def items_of(document: Document, root: str) -> list[Item]:
    """All items in the order of their first words; at one place the longer first, so that it stands outside."""
    nouns: list[Statement | Event] = [*document.statements, *document.events]
    nouns.sort(key=lambda n: (_first(n).start, -_first(n).end))
    out: list[Item] = []
    statements = events = 0
    for number, noun in enumerate(nouns):
        if isinstance(noun, Statement):
            statements += 1
            label = str(statements)
        else:
            events += 1
            label = letters(events)
        out.append(Item(noun, root, number, label))
    return out


def letters(n: int) -> str:
    """1, 2 … 26, 27 as A, B … Z, AA."""
    out = ""
    while n:
        n, rest = divmod(n - 1, 26)
        out = chr(65 + rest) + out
    return out


def _first(noun: Statement | Event) -> Span:
    return noun.content[0] if isinstance(noun, Statement) else noun.anchor
