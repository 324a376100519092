"""Runs what the documentation shows: console sessions, the newcomer's commands, and Python sessions.

``python tests/readme.py --write`` puts what the commands print now into the documentation.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import samples

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "README.fr.md", *sorted((ROOT / "docs").glob("*.md"))]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)
WIDTH = "96"


@dataclass(frozen=True)
class Block:
    """A fenced block of a page."""

    page: Path
    kind: str
    text: str
    start: int  # where the text starts on the page

    @property
    def name(self) -> str:
        line = self.page.read_text(encoding="utf-8")[: self.start].count("\n") + 1
        return f"{self.page.name}:{line}"


def blocks() -> Iterator[Block]:
    """All fenced blocks of all pages."""
    for page in PAGES:
        for found in FENCE.finditer(page.read_text(encoding="utf-8")):
            yield Block(page, found[1], found[2], found.start(2))


def workplace(folder: Path) -> Path:
    """A folder with a copy of the examples, where commands may write."""
    shutil.copytree(ROOT / "examples", folder / "examples", dirs_exist_ok=True)
    return folder


def run(command: str, folder: Path) -> str:
    """What a command prints, both streams; the commands of this very Python come first."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"PATH": path, "COLUMNS": WIDTH, "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    if samples.SHIPPED:
        environment.pop("SELON_MODEL_FR", None)  # what is shown is what a newcomer sees
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    return "".join(line.rstrip() + "\n" for line in done.stdout.splitlines()).strip("\n") + "\n" if done.stdout else ""


def session(block: Block, folder: Path) -> str:
    """The console session as it goes now."""
    commands = [line[2:] for line in block.text.splitlines() if line.startswith("$ ")]
    return "".join(f"$ {command}\n{run(command, folder)}" for command in commands)


def newcomer(block: Block, folder: Path) -> list[tuple[str, int]]:
    """A newcomer's command, its parts with their exit codes; this environment in the place of a new one."""
    parts = []
    for part in block.text.strip().split(" && "):
        if part == "python3 -m venv .venv" or part.startswith(".venv/bin/pip install "):
            continue
        here = part.replace(".venv/bin/python -m pytest", f"cd {ROOT} && python -m pytest --collect-only")
        here = here.replace(".venv/bin/", "")
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        done = subprocess.run(["bash", "-c", here], cwd=folder, env=os.environ | {"PATH": path}, capture_output=True)
        parts.append((part, done.returncode))
    return parts


def python(block: Block) -> str:
    """What doctest finds wrong with a Python session."""
    test = doctest.DocTestParser().get_doctest(block.text, {}, block.name, str(block.page), 0)
    out = io.StringIO()
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS, verbose=False).run(test, out=out.write)
    return out.getvalue()


def rewritten(block: Block) -> str:
    """A Python session with what its statements print now."""
    names: dict[str, object] = {}
    out = []
    for example in doctest.DocTestParser().get_examples(block.text):
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(example.source, "<doc>", "single"), names)
        lines = example.source.rstrip("\n").split("\n")
        out.append("\n".join([f">>> {lines[0]}", *(f"... {line}" for line in lines[1:])]) + "\n" + printed.getvalue())
    return "".join(out) + "\n"


def write(folder: Path) -> None:
    """Put what is printed now into the pages."""
    for block in reversed(list(blocks())):
        if block.kind in ("console", "python"):
            new = session(block, folder) if block.kind == "console" else rewritten(block)
            text = block.page.read_text(encoding="utf-8")
            text = text[: block.start] + new + text[block.start + len(block.text) :]
            block.page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    import tempfile

    if sys.argv[1:] != ["--write"]:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as place:
        write(workplace(Path(place)))
