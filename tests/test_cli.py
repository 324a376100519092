"""The command, with the toy reading line; tests/test_readme.py runs it for real."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import time
from pathlib import Path

import jsonschema
import pytest
import samples
from rich.console import Console
from typer.testing import CliRunner, Result

from selon import Article, Document, json_schema
from selon._version import __version__
from selon.cli.app import app
from selon.cli.output import Folder, file_name
from selon.cli.table import show

pytestmark = pytest.mark.usefixtures("toy")
TEXT = "Le ministre a dit « non » hier à la presse, et le président n’a rien ajouté sur ce sujet."


def selon(*args: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(a) for a in args], input=stdin)


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    path = tmp_path / "two.jsonl"
    path.write_text("\n".join(json.dumps({"id": i, "text": TEXT}) for i in ("x", "y")), encoding="utf-8")
    return path


def test_version_is_quick() -> None:
    command = [sys.executable, "-m", "selon", "--version"]
    times = []
    for _ in range(3):
        start = time.perf_counter()
        out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        times.append(time.perf_counter() - start)
    assert out == f"selon {__version__}\n"
    assert min(times) < 0.3
    assert selon("--version").stdout == out


def test_import_is_light() -> None:
    slow = ("spacy", "typer", "rich", "pydantic", "trafilatura")
    code = f"import sys, selon; print([m for m in {slow} if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_help_has_examples() -> None:
    assert "corpus.jsonl" in selon("read", "--help").stdout
    assert "read" in selon("--help").stdout


def test_schema() -> None:
    assert json.loads(selon("schema").stdout) == json_schema()


def test_one_article_is_one_object(text: Path) -> None:
    result = selon("read", text, "--format", "json", "--published", "2016-12-23", "--publisher", "P")
    document = Document.from_json(result.stdout)
    assert result.exit_code == 0
    assert (document.published, document.publisher, document.language) == ("2016-12-23", "P", "fr")
    assert result.stdout == document.to_json() + "\n"
    jsonschema.validate(json.loads(result.stdout), json_schema())


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_several_articles_are_lines(lines: Path, text: Path, form: str) -> None:
    out = selon("read", lines, text, "--format", form).stdout.splitlines()
    assert [Document.from_json(line).id for line in out][:2] == ["x", "y"]
    assert len(out) == 3
    assert len(selon("read", lines, "--format", form).stdout.splitlines()) == 2


def test_an_article_of_several_inputs_is_a_line_too(text: Path) -> None:
    assert len(selon("read", text, "nothing.txt", "--format", "json").stdout.splitlines()) == 1


def test_standard_input() -> None:
    assert Document.from_json(selon("read", "-", "--format", "json", stdin=TEXT).stdout).text == TEXT


def test_the_others_are_read_all_the_same(tmp_path: Path, text: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    result = selon("read", empty, text, tmp_path / "none.txt", "--format", "jsonl")
    assert result.exit_code == 2
    assert len(result.stdout.splitlines()) == 1
    messages = result.stderr.splitlines()
    assert len(messages) == 2
    assert messages[0].startswith(f"selon: {empty}: there is no text")
    assert "none.txt: there is no such file" in messages[1]


def test_a_fault_of_selon_costs_one_article(lines: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = samples.ToyLine.read

    def read(self: samples.ToyLine, article: Article) -> Document:
        if article.id == "x":
            raise RuntimeError("odd\ntext")
        return real(self, article)

    monkeypatch.setattr(samples.ToyLine, "read", read)
    result = selon("read", lines, "--format", "jsonl")
    assert result.exit_code == 2
    assert len(result.stdout.splitlines()) == 1
    assert "article x: selon failed on it (RuntimeError in read.py, line" in result.stderr
    assert "odd text)" in result.stderr


def test_a_bad_option_says_so(text: Path) -> None:
    for args, says in [
        (("--published", "23/12/2016"), "YYYY-MM-DD"),
        (("--model", "nowhere"), "Can't find model"),
        (("--out", str(text)), "cannot be written"),
        (("--out", "x", "--format", "table"), "json, jsonl or html"),
        (("--language", "en"), "selon reads French"),
    ]:
        result = selon("read", text, *args)
        assert result.exit_code == 2, args
        assert says in result.stderr
        assert result.stderr.startswith("selon: ")


def test_a_file_for_each_article(tmp_path: Path, lines: Path) -> None:
    out = tmp_path / "new" / "out"
    assert selon("read", lines, "--out", out).exit_code == 0
    assert sorted(p.name for p in out.iterdir()) == ["x.json", "y.json"]
    assert Document.from_json((out / "x.json").read_bytes()).text == TEXT
    selon("read", lines, "--out", out, "--format", "html")
    assert (out / "y.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    selon("read", lines, "--out", out, "--format", "jsonl")
    assert len((out / "documents.jsonl").read_text(encoding="utf-8").splitlines()) == 2


HOSTILE = [
    "../../etc/x",
    "/etc/x",
    "..",
    ".",
    "",
    "a/b",
    "a_b",
    "a:b",
    "a\\b",
    "nul",
    "CON.x",
    "é",
    "e\u0301",
    "A",
    "a",
    "x" * 300,
    "x" * 301,
    "a\nb",
    "~",
    "a~b",
    ".hidden",
    "-rf",
    "%2e%2e",
    "a\0b",
    "\u202e",
    " a",
    "a ",
    "a.",
]


def test_file_names_stay_inside_and_apart(tmp_path: Path) -> None:
    out = tmp_path / "out"
    folder = Folder(out, "json")
    samples_by_id = [samples.alep().model_copy(update={"id": i}) for i in HOSTILE]
    for document in samples_by_id:
        folder.write(document)
    files = list(out.iterdir())
    assert len({f.name.casefold() for f in files}) == len(HOSTILE)
    assert {json.loads(f.read_text(encoding="utf-8"))["id"] for f in files} == set(HOSTILE)
    assert [p.name for p in tmp_path.iterdir()] == ["out"]
    assert file_name("fr-A01.2") == "fr-A01.2"


def test_the_same_id_twice_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "two.jsonl"
    path.write_text("\n".join(json.dumps({"id": "x", "text": TEXT + end}) for end in "ab"), encoding="utf-8")
    result = selon("read", path, "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert "same id" in result.stderr
    assert Document.from_json((tmp_path / "out" / "x.json").read_bytes()).text == TEXT + "a"


def test_a_link_is_replaced_not_followed(tmp_path: Path, lines: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_text("keep")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "x.json").symlink_to(precious)
    selon("read", lines, "--out", tmp_path / "out")
    assert precious.read_text() == "keep"


def test_html_of_one_article(text: Path, lines: Path) -> None:
    assert selon("read", text, "--format", "html").stdout.startswith("<!DOCTYPE html>")
    result = selon("read", lines, "--format", "html")
    assert result.exit_code == 2
    assert "--out DIR" in result.stderr
    assert result.stdout.count("<!DOCTYPE") == 1


@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_table_fits_and_tells(width: int) -> None:
    console = Console(width=width, record=True, file=io.StringIO())
    show(samples.alep(), console)
    out = console.export_text()
    assert max(len(line.rstrip()) for line in out.splitlines()) <= width
    flat = " ".join(out.split())
    for word in ["CONSULT", "phone", "2016-12-23", "planned", "the article itself", "Alep : deux appels", "RUS"]:
        assert word in flat
    if width == 120:
        assert "service de presse du Kremlin → Le Quotidien" in flat
        assert "Vladimir Poutine → service de presse" in flat


def test_nothing_steers_the_terminal(tmp_path: Path) -> None:
    odd = "\x1b]0;title\x07\x1b[31m\x9b2J\u202e"
    console = Console(width=80, file=io.StringIO(), force_terminal=True, no_color=True)
    show(samples.alep().model_copy(update={"title": odd, "publisher": odd}), console)
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"id": odd, "text": f"Il a dit « {odd} non {odd} » hier aux journalistes de la ville."}))
    out = console.file.getvalue() + selon("read", path).stdout + selon("read", f"{odd}.txt").stderr  # type: ignore[attr-defined]
    assert not [c for c in ("\x1b]", "\x1b[31", "\x9b", "\x07", "\u202e") if c in out]


def test_a_table_of_nothing(text: Path) -> None:
    path = text.with_name("b.txt")
    path.write_text("Il pleut sur la ville depuis ce matin, et les rues sont vides.", encoding="utf-8")
    result = selon("read", path)
    assert result.exit_code == 0
    assert "Nobody is quoted" in result.stdout


def test_a_closed_pipe_is_no_error(lines: Path) -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); import types, samples\n"
        "m = types.ModuleType('selon.reading'); m.load = samples.load; sys.modules['selon.reading'] = m\n"
        "sys.argv = ['selon', 'read', *sys.argv[2:], '--format', 'jsonl']\n"
        "from selon.cli import main; main()"
    )
    command = [sys.executable, "-c", code, str(Path(__file__).parent), *[str(lines)] * 200]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0
