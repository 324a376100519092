"""``selon explain``: how one mention resolves, and why."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rich.table import Table

    from selon.explanation import Explanation, Meaning
    from selon.record import Place

FAILED = 2


def explain(
    mention: Annotated[str, typer.Argument(help='The words as a text has them: "le président turc".')],
    published: Annotated[str | None, typer.Option(metavar="DATE", help="The article's date, `YYYY-MM-DD`.")] = None,
    context: Annotated[str | None, typer.Option(metavar="SENTENCE", help="A sentence that holds the mention.")] = None,
    language: Annotated[str, typer.Option(metavar="CODE", help="The language of the mention.")] = "fr",
    model: Annotated[str | None, typer.Option(metavar="NAME", help="Another spaCy pipeline: name or folder.")] = None,
    knowledge: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Your own knowledge tables; they come before selon's.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Show whom a mention means on a date, what else it may mean, and why.

    Examples:

    - `selon explain "le locataire de l'Élysée" --published 2016-12-23`

    - `selon explain Washington --context "Denzel Washington est venu à Paris."`

    - `selon explain Tripoli --knowledge my-tables`
    """
    from selon.ingest import IngestError
    from selon.library import explain as ask

    try:
        found = ask(mention, published=published, context=context, language=language, model=model, knowledge=knowledge)
    except IngestError as error:
        print(f"selon: {error}", file=sys.stderr)
        raise typer.Exit(FAILED) from None
    if json:
        print(found.model_dump_json(indent=2, exclude_none=True))
    else:
        show(found)


def show(found: Explanation) -> None:
    """Print an explanation to the terminal, as wide as it is (at most 120 columns)."""
    from rich.console import Console
    from rich.text import Text

    from selon.tell import flat

    console = Console()
    width = min(console.width, 120)
    when = f"on {found.published}" if found.published else "on no known date"
    console.print(Text(flat(found.mention.text), style="bold").append(f" {when}", style="not bold dim"), width=width)
    console.print(_table(found), width=width)
    for step in found.why:
        console.print(Text(f"· {flat(step)}", style="dim"), width=width, highlight=False)


def _table(found: Explanation) -> Table:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, show_edge=False)
    table.add_column("", no_wrap=True, style="dim")
    table.add_column("Who or what", ratio=4, overflow="fold")
    table.add_column("Is", ratio=4, overflow="fold")
    table.add_column("When", ratio=2, overflow="fold")
    for m in found.actors:
        table.add_row("means", *_cells(m), style="bold")
    if not found.actors:
        table.add_row("means", "nobody who acts", "", "")
    for m in found.others:
        table.add_row("or", *_cells(m))
    if found.medium is not None and found.medium.key not in {m.key for m in found.actors}:
        table.add_row("medium", *_cells(found.medium))
    for p in found.places:
        table.add_row("place", *_place(p))
    return table


def _cells(m: Meaning) -> tuple[str, str, str]:
    says = [m.country, m.sector, m.office.replace("_", " ") if m.office else None, m.ownership and f"{m.ownership} medium"]
    when = f"{m.start or '?'} to {m.end or 'now'}" if m.start or m.end else ""
    return m.name, " · ".join([m.kind, *(s for s in says if s)]), when


def _place(p: Place) -> tuple[str, str, str]:
    score = f"{p.evidence.score:.0%} likely" if p.evidence and p.evidence.score is not None else ""
    where = f"{p.latitude:.2f}, {p.longitude:.2f}" if p.latitude is not None and p.longitude is not None else ""
    return p.name, " · ".join(s for s in (p.country, where, p.geonames and f"GeoNames {p.geonames}") if s), score
