"""Anything a person can point at (a file, an address, standard input) to checked articles."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from selon.ingest import jsonl, page
from selon.ingest.article import MAX_CHARACTERS, Options, Raw, article
from selon.ingest.decode import decode
from selon.ingest.errors import IngestError, NotFound, TooLong, Unreadable
from selon.record import Article

__all__ = ["MAX_CHARACTERS", "IngestError", "Options", "Raw", "article", "articles"]

JSON_LINES = (".jsonl", ".ndjson")
PAGES = (".html", ".htm", ".xhtml")

# A character takes at most four bytes; a page carries many times its text in markup, a JSON line its escapes.
BYTES_EACH = 4
MARKUP = 50_000_000


def articles(source: str | Path, options: Options | None = None) -> Iterator[Article | IngestError]:
    """The articles of one input in its order; what cannot be read gives its error in its place."""
    options = options or Options()
    try:
        for raw in _raws(str(source), options):
            yield raw if isinstance(raw, IngestError) else _checked(raw, options)
    except IngestError as error:
        yield error


def _checked(raw: Raw, options: Options) -> Article | IngestError:
    try:
        return article(raw, options)
    except IngestError as error:
        return error


def _raws(source: str, options: Options) -> Iterator[Raw | IngestError]:
    """What the input says, by its kind."""
    if source.lower().startswith(("http://", "https://")):
        from selon.ingest import web

        fetched = web.fetch(source, private=options.allow_private)
        yield from _from_bytes(fetched.data, source, options, url=fetched.url, declared=fetched.encoding)
    elif source == "-":
        yield from _from_bytes(_all(sys.stdin.buffer, "standard input", options), "standard input", options)
    else:
        yield from _from_file(Path(source), options)


def _from_file(path: Path, options: Options) -> Iterator[Raw | IngestError]:
    name = str(path)
    try:
        if path.is_dir():
            raise Unreadable(name, "this is a folder", f"Name the files in it, e.g. {path / '*.txt'}")
        with path.open("rb") as file:
            if path.suffix.lower() in JSON_LINES:
                yield from jsonl.from_lines(_lines(file, name), name)
            else:
                yield from _from_bytes(_all(file, name, options), name, options)
    except FileNotFoundError:
        raise NotFound(name, "there is no such file", "Check the name and the folder you are in") from None
    except (OSError, ValueError) as error:
        if isinstance(error, IngestError):
            raise
        reason = getattr(error, "strerror", None) or str(error)
        raise Unreadable(name, f"it cannot be opened ({reason})", "Check the name and your rights to read it") from None


def _from_bytes(
    data: bytes, name: str, options: Options, url: str | None = None, declared: str | None = None
) -> Iterator[Raw | IngestError]:
    """The articles of an input's bytes: by the name's ending, else by how the text starts."""
    if name.lower().endswith(PAGES):
        yield page.from_bytes(data, name, url, declared)
        return
    text = decode(data, name, declared)
    if name.lower().endswith((".json", *JSON_LINES)) or (text.lstrip()[:1] == "{" and '"text"' in text):
        yield from jsonl.from_text(text, name)
    elif page.looks_like_page(text[:4096]):
        yield page.from_bytes(data, name, url, declared)
    else:
        yield Raw(name=name, text=text, url=url)


def _all(file: BinaryIO, name: str, options: Options) -> bytes:
    """All bytes of a file, unless there are more than any article can have."""
    most = max(MARKUP, BYTES_EACH * options.max_characters)
    data = file.read(most + 1)
    if len(data) > most:
        remedy = "Cut it into articles, or write them as JSON Lines (.jsonl), one article a line"
        raise TooLong(name, f"it is larger than {most // 1_000_000} MB", remedy)
    return data


def _lines(file: BinaryIO, name: str) -> Iterator[str]:
    """The lines of a JSON Lines file, one in memory at a time."""
    number = 0
    while line := file.readline(MARKUP):
        number += 1
        if len(line) == MARKUP:
            raise TooLong(
                f"{name}, line {number}", f"it is larger than {MARKUP // 1_000_000} MB", "Cut it into articles"
            )
        yield line.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
