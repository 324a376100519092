"""The commands put together."""

from __future__ import annotations

from typing import Annotated

import typer

from selon._version import __version__
from selon.cli.explain import explain
from selon.cli.read import read
from selon.cli.schema import schema

app = typer.Typer(
    help="Reads French news and writes down who did what to whom, when and where, **and according to whom**.",
    no_args_is_help=True,
    rich_markup_mode="markdown",
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command()(read)
app.command()(explain)
app.command()(schema)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"selon {__version__}")
        raise typer.Exit


@app.callback()
def selon(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Options of the whole command."""
