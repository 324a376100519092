"""A document as a table for a person: statements and events in reading order, with who says so."""

from __future__ import annotations

from collections.abc import Iterator

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from selon.record import Document, Event, Party, Statement
from selon.tell import QUADS, chain_of, chains_of, flat, heading, when_where

# Verbal and material cooperation, verbal and material conflict: told apart by colour and by the type's own name.
QUAD_STYLE = {1: "cyan", 2: "green", 3: "yellow", 4: "red"}
CLIP = 200


def show(document: Document, console: Console | None = None) -> None:
    """Print one document to the terminal, as wide as it is (at most 120 columns)."""
    console = console or Console()
    width = min(console.width, 120)
    console.print(_head(document), width=width, highlight=False)
    if document.statements or document.events:
        console.print(_table(document), width=width)
    else:
        console.print("Nobody is quoted, and nothing of PLOVER's types is reported.", style="dim", width=width)
    for note in document.notes:
        where = f" at {note.span.start}" if note.span else ""
        console.print(Text(f"note: {flat(note.message)}{where}", style="dim"), width=width, highlight=False)
    console.print()


def _head(document: Document) -> Text:
    """Title, publisher and date, and how much there is."""
    out = Text(heading(document), style="bold")
    credits = "with " + ", ".join(c.name for c in document.credits) if document.credits else None
    facts = [document.publisher, document.published, credits]
    facts += [_count(len(document.statements), "statement"), _count(len(document.events), "event")]
    return out.append("\n" + " · ".join(flat(f) for f in facts if f), style="not bold dim")


def _count(n: int, what: str) -> str:
    return f"{n} {what}" + ("" if n == 1 else "s")


def _table(document: Document) -> Table:
    table = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, show_edge=False, padding=(0, 2, 0, 0))
    table.add_column("", no_wrap=True)
    table.add_column("What", ratio=4, overflow="fold")
    table.add_column("According to", ratio=3, overflow="fold")
    for kind, what, who in _rows(document):
        table.add_row(kind, what, who)
        table.add_row()
    return table


def _rows(document: Document) -> Iterator[tuple[Text, Text, Text]]:
    """Statements and events in the order of the text; at one place the statement first, for it carries the event."""
    found: list[tuple[int, int, Statement | Event]] = [(s.content[0].start, 0, s) for s in document.statements]
    found += [(e.anchor.start, 1, e) for e in document.events]
    for _, _, item in sorted(found, key=lambda f: f[:2]):
        yield _statement(document, item) if isinstance(item, Statement) else _event(document, item)


def _statement(document: Document, s: Statement) -> tuple[Text, Text, Text]:
    content = " […] ".join(flat(span.text) for span in s.content)
    if len(content) > CLIP:
        content = content[: CLIP - 1].rsplit(" ", 1)[0] + " …"
    what = Text(f"« {content} »" if s.kind == "direct" else content, style="italic" if s.kind == "direct" else "")
    if s.addressees:
        what.append(f"\nto {parties(s.addressees)}", style="dim not italic")
    return Text(f"says\n{s.kind}", style="magenta"), what, _chain(chain_of(document, s))


def _event(document: Document, e: Event) -> tuple[Text, Text, Text]:
    style = QUAD_STYLE[QUADS[e.type]]
    what = Text()
    if e.actor or e.recipient:
        what.append(parties(e.actor) or "?", style="bold")
        if e.recipient:
            what.append(" → ", style=style).append(parties(e.recipient), style="bold")
        what.append("\n")
    what.append(flat(e.anchor.text), style=style)
    details = [*when_where(e), *([] if e.status == "happened" else [e.status])]
    if details:
        what.append(" · " + flat(" · ".join(details)), style="dim")
    who = Text("the article itself", style="dim")
    chains = dict.fromkeys(tuple(chain) for chain in chains_of(document, e))
    if chains:
        who = Text("\n").join(_chain(list(chain)) for chain in chains)
    return Text(e.type + (f"\n{flat(e.mode)}" if e.mode else ""), style=style), what, who


def _chain(names: list[str]) -> Text:
    out = Text()
    for i, name in enumerate(names):
        out.append(" → " if i else "", style="dim").append(flat(name))
    return out


def parties(of: tuple[Party, ...]) -> str:
    """Names with countries, the way a headline joins them."""
    return flat(", ".join(p.name + (f" ({p.country})" if p.country else "") for p in of))
