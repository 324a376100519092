"""The documentation names everything there is: every error, note, command and option."""

from __future__ import annotations

import re

import samples
from typer.main import get_command

from selon.cli.app import app
from selon.ingest.errors import IngestError

DOCS = samples.ROOT / "docs"
READMES = [samples.ROOT / "README.md", samples.ROOT / "README.fr.md"]


def test_every_error_is_explained() -> None:
    text = (DOCS / "errors.md").read_text(encoding="utf-8")
    for error in IngestError.__subclasses__():
        assert f"| `{error.__name__}` |" in text


def test_every_note_is_explained() -> None:
    text = (DOCS / "errors.md").read_text(encoding="utf-8")
    for path in (samples.ROOT / "src" / "selon" / "reading").glob("*.py"):
        for kind in re.findall(r'Note\(\s*(?:kind=)?"(\w+)"', path.read_text(encoding="utf-8")):
            assert f"| `{kind}` |" in text, (path.name, kind)


def test_every_option_is_in_the_readmes() -> None:
    command = get_command(app)
    options = [o for c in command.commands.values() for p in c.params for o in p.opts if o.startswith("--")]  # type: ignore[attr-defined]
    for readme in READMES:
        text = readme.read_text(encoding="utf-8")
        for name in [*command.commands, *options]:  # type: ignore[attr-defined]
            assert name in text, (readme.name, name)


def test_links_lead_somewhere() -> None:
    for path in [*READMES, *DOCS.glob("*.md")]:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text(encoding="utf-8")):
            assert (path.parent / target).exists(), (path.name, target)
