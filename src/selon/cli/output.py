"""Where the documents go: to standard output or into a folder, in one of four forms."""

from __future__ import annotations

import os
import re
import sys
from abc import ABC, abstractmethod
from pathlib import Path

from selon.ingest.errors import BadOutput
from selon.record import Document, digest

PLAIN = re.compile(r"[\w-][\w.-]{0,99}", re.ASCII)
# Names that Windows keeps for devices, whatever their ending.
DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.I | re.ASCII)


class Output(ABC):
    """Takes documents one by one."""

    @abstractmethod
    def write(self, document: Document) -> None:
        """Take one document."""

    def close(self) -> None:  # noqa: B027  (most forms have nothing left to do)
        """No document follows."""


def choose(form: str | None, out: Path | None, several: bool) -> Output:
    """The output for ``--format`` and ``--out``; `several` says that there is more than one input."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure and (form in ("json", "jsonl", "html") or not sys.stdout.isatty()):
        reconfigure(encoding="utf-8", newline="\n")  # what a file or a pipe gets does not depend on the machine
    if out is None:
        return {"json": lambda: Json(several), "jsonl": JsonLines, "html": Html}.get(form or "table", Table)()
    if form == "table":
        raise BadOutput("--format table", "the table is for the terminal", "With --out, use json, jsonl or html")
    return Folder(out, form or "json")


class Json(Output):
    """One object for one article; a line each for several."""

    def __init__(self, several: bool) -> None:
        self._several = several
        self._first: Document | None = None

    def write(self, document: Document) -> None:
        if self._several:
            print(document.to_json(indent=None))
        elif self._first is None:
            self._first = document
        else:
            print(self._first.to_json(indent=None), document.to_json(indent=None), sep="\n")
            self._first, self._several = None, True

    def close(self) -> None:
        if self._first is not None:
            print(self._first.to_json())


class JsonLines(Output):
    """A line for each article, written at once."""

    def write(self, document: Document) -> None:
        print(document.to_json(indent=None), flush=True)


class Html(Output):
    """One page on standard output."""

    def __init__(self) -> None:
        self._written = False

    def write(self, document: Document) -> None:
        if self._written:
            raise BadOutput(document.id, "one page holds one article", "Pass --out DIR for a page each")
        from selon.page import page

        print(page(document))
        self._written = True


class Table(Output):
    """Tables for a person at a terminal."""

    def write(self, document: Document) -> None:
        from selon.cli.table import show

        show(document)


class Folder(Output):
    """A file for each article, named by its id; JSON Lines are one file, ``documents.jsonl``."""

    def __init__(self, folder: Path, form: str) -> None:
        self._folder, self._form = folder, form
        self._names: set[str] = set()
        self._ids: set[str] = set()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if form == "jsonl":
                self._lines = (folder / "documents.jsonl").open("w", encoding="utf-8", newline="\n")
        except OSError as error:
            raise BadOutput(str(folder), f"it cannot be written ({error.strerror})", "Pass another --out") from None

    def write(self, document: Document) -> None:
        if self._form == "jsonl":
            self._lines.write(document.to_json(indent=None) + "\n")
            return
        path = self._folder / f"{self._name(document.id)}.{self._form}"
        if self._form == "html":
            from selon.page import page

            text = page(document)
        else:
            text = document.to_json() + "\n"
        # Written beside and moved: a reader never sees half a file, and a link of that name is not followed.
        part = path.with_name(f".{digest(path.name)}.part")
        try:
            part.unlink(missing_ok=True)
            part.write_text(text, encoding="utf-8", newline="\n")
            os.replace(part, path)
        except OSError as error:
            raise BadOutput(str(path), f"it cannot be written ({error.strerror})", "Pass another --out") from None

    def close(self) -> None:
        if self._form == "jsonl":
            self._lines.close()

    def _name(self, id: str) -> str:
        """The file name for an id, its own even where a file system takes A for a; an id may come only once."""
        if id in self._ids:
            raise BadOutput(f"article {id}", "another article of this run has the same id", "Give each its own id")
        self._ids.add(id)
        name = file_name(id)
        if name.casefold() in self._names:
            name = marked(id)
        self._names.add(name.casefold())
        return name


def file_name(id: str) -> str:
    """The id itself where it is plain, else a readable form of it and a hash."""
    plain = PLAIN.fullmatch(id) and not DEVICES.fullmatch(id)
    return id if plain else marked(id)


def marked(id: str) -> str:
    """A readable form of an id, ``~`` (which no plain id has) and a hash of the whole id."""
    readable = re.sub(r"[^\w-]+", "_", id, flags=re.ASCII).strip("_")[:60]
    return f"{readable}~{digest('file', id, length=12)}"
