"""``selon read``: read articles and show or write what they say."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from selon.cli.output import Output
    from selon.cli.progress import Progress
    from selon.ingest import Options
    from selon.reading.line import Line
    from selon.record import Article

FAILED = 2


class Format(StrEnum):
    """How the documents are written."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    html = "html"


def read(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="INPUT…", help="A text or HTML file, JSON or JSON Lines, an http(s) address, or `-`."),
    ],
    published: Annotated[str | None, typer.Option(metavar="DATE", help="Publication date, `YYYY-MM-DD`.")] = None,
    publisher: Annotated[str | None, typer.Option(metavar="NAME", help="Who published the article.")] = None,
    language: Annotated[str | None, typer.Option(metavar="CODE", help="Its language; found out if left out.")] = None,
    model: Annotated[str | None, typer.Option(metavar="NAME", help="Another spaCy pipeline: name or folder.")] = None,
    knowledge: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Your own knowledge tables; they come before selon's.")
    ] = None,
    format: Annotated[Format | None, typer.Option(help="Default: table; with --out: json.")] = None,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Write one file an article into this folder.")] = None,
    max_characters: Annotated[
        int, typer.Option(min=1, metavar="N", help="Refuse articles with more characters.")
    ] = 200_000,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch addresses of your own machine or network too.")
    ] = False,
) -> None:
    """Read articles: who says what, and what is reported to happen, according to whom.

    Examples:

    - `selon read article.txt --published 2016-12-23`

    - `selon read https://example.org/article --format html > article.html`

    - `selon read corpus.jsonl --format jsonl > documents.jsonl`

    - `selon read texts/*.txt --out documents`

    The exit code is 2 where an input could not be read; the others are read all the same.
    """
    from selon.cli.output import choose
    from selon.cli.progress import Progress
    from selon.ingest import IngestError, Options
    from selon.ingest.article import iso_date
    from selon.ingest.language import check
    from selon.library import line_for

    failed = 0
    try:
        options = Options(
            published=iso_date(published, "--published"),
            publisher=publisher,
            language=check(language, "", "--language") if language else None,
            max_characters=max_characters,
            allow_private=allow_private,
        )
        output = choose(format.value if format else None, out, several=len(inputs) > 1)
        with Progress(len(inputs), shown=out is not None or not sys.stdout.isatty()) as progress:
            failed = _all(inputs, options, partial(line_for, model=model, name="--model", knowledge=knowledge), output, progress)
        output.close()
        sys.stdout.flush()
    except IngestError as error:  # an option that no input can mend
        print(f"selon: {error}", file=sys.stderr)
        failed = 1
    except BrokenPipeError:  # the reader, e.g. head, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if failed:
        raise typer.Exit(FAILED)


def _all(inputs: list[str], options: Options, line_of: Callable[[str], Line], output: Output, progress: Progress) -> int:
    """Read every article of every input; how many could not be read."""
    from selon.ingest import IngestError, articles

    failed = 0
    for source in inputs:
        for found in articles(source, options):
            if isinstance(found, IngestError):
                progress.say(str(found))
                failed += 1
                continue
            line = line_of(found.language or "fr")
            try:
                output.write(line.read(found))
            except IngestError as error:
                progress.say(str(error))
                failed += 1
            except BrokenPipeError:
                raise
            except Exception as error:  # a fault of selon's own must not cost the other articles of a night's run
                progress.say(_fault(source, found, error))
                failed += 1
            progress.article()
        progress.input()
    return failed


def _fault(source: str, article: Article, error: Exception) -> str:
    """What to say where selon itself fails: which article, what, and where in the code."""
    own = str(Path(__file__).parent.parent)
    frames = traceback.extract_tb(error.__traceback__)
    frame = next((f for f in reversed(frames) if f.filename.startswith(own)), frames[-1])
    where = f"{Path(frame.filename).name}, line {frame.lineno}"
    what = f"{type(error).__name__} in {where}: {' '.join(str(error).split())[:300]}"
    return f"{source}, article {article.id}: selon failed on it ({what}). Please report this, with the text if you can."
