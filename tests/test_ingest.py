"""Every way an article comes in, and every way it cannot."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
import samples

from selon import ingest
from selon.ingest import Options, errors
from selon.ingest.decode import decode
from selon.ingest.language import identify, readable
from selon.lang import read_table
from selon.record import Article, article_id

FRENCH = "Le ministre a déclaré hier soir que l’accord serait signé « avant l’été » par les deux États."
LATIN = FRENCH.replace("’", "'")


def write(folder: Path, name: str, data: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def one(path: Path | str, **options: object) -> Article:
    found = list(ingest.articles(path, Options(**options)))  # type: ignore[arg-type]
    assert len(found) == 1
    if isinstance(found[0], errors.IngestError):
        raise found[0]
    return found[0]


def test_a_text_file_is_its_characters(tmp_path: Path) -> None:
    text = f"\n{FRENCH}\r\n\r\n{FRENCH}\n"
    article = one(write(tmp_path, "a.txt", text))
    assert article.text == text
    assert article.language == "fr"
    assert article.id == article_id(None, None, None, text)


def test_options_win_and_the_rest_stays(tmp_path: Path) -> None:
    data = json.dumps({"text": FRENCH, "publisher": "A", "title": "T", "published": "2020-01-02", "id": "x"})
    article = one(write(tmp_path, "a.json", data), publisher="B")
    assert (article.publisher, article.title, article.published, article.id) == ("B", "T", "2020-01-02", "x")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1"]
)
def test_encodings(encoding: str) -> None:
    text = LATIN if encoding == "latin-1" else FRENCH
    assert decode(text.encode(encoding), "x") == text


def test_macintosh_text() -> None:
    text = (LATIN + "\r") * 20
    assert decode(text.encode("mac_roman"), "x") == text


def test_utf8_with_a_broken_byte_stays_utf8() -> None:
    text = decode(FRENCH.encode() * 5 + b"\xc3", "x")
    assert text == FRENCH * 5 + "\ufffd"


@pytest.mark.parametrize(
    ("name", "data", "error", "says"),
    [
        ("none.txt", None, errors.NotFound, "no such file"),
        ("empty.txt", "", errors.Empty, "no text"),
        ("blank.txt", " \r\n\t\n\u00a0\ufeff", errors.Empty, "no text"),
        ("a.pdf", b"%PDF-1.7\n%\xe2\xe3", errors.Binary, "a PDF"),
        ("a.docx", b"PK\x03\x04\x14\x00", errors.Binary, "zipped"),
        ("a.bin", bytes(range(256)) * 4, errors.Binary, "not text"),
        ("zero.txt", b"abc\x00def" * 9, errors.Binary, "not text"),
        ("long.txt", FRENCH * 3000, errors.TooLong, "--max-characters"),
        ("english.txt", "The minister said on Monday that the deal was dead. " * 3, errors.WrongLanguage, "English"),
        ("spanish.txt", "El ministro dijo el lunes que el acuerdo ya no sirve. " * 3, errors.WrongLanguage, "Spanish"),
        ("catalan.txt", "El ministre va dir dilluns que l’acord és mort. " * 5, errors.WrongLanguage, "Catalan"),
        ("arabic.txt", "قال الوزير يوم الاثنين إن الاتفاق انتهى " * 3, errors.WrongLanguage, "Arabic"),
        ("a.json", '{"text": ', errors.BadJson, "a.json, line 1"),
        ("a.json", '{"text":\n"a"\nx}', errors.BadJson, "a.json, line 3"),
        ("a.json", '{"id": "x"}', errors.BadJson, "no text"),
        ("a.json", '{"text": 3}', errors.BadJson, "no string"),
        ("a.json", '"abc"', errors.BadJson, "a string, not an article"),
        ("a.json", json.dumps({"text": FRENCH, "title": 3}), errors.BadJson, "title"),
        ("a.json", json.dumps({"text": FRENCH, "id": [1]}), errors.BadJson, "id"),
        ("a.json", json.dumps({"text": FRENCH, "published": "23/12/2016"}), errors.BadDate, "YYYY-MM-DD"),
        ("a.json", json.dumps({"text": FRENCH, "language": "en"}), errors.WrongLanguage, "'en'"),
        ("a.json", json.dumps({"text": FRENCH + "\ud800"}), errors.Unreadable, "surrogate"),
        ("deep.json", "[" * 100_000, errors.BadJson, "nested"),
        ("menu.html", "<html><body><nav></nav></body></html>", errors.Empty, "no running text"),
    ],
)  # fmt: skip
def test_errors_name_the_input_and_what_to_do(
    tmp_path: Path, name: str, data: str | bytes | None, error: type[errors.IngestError], says: str
) -> None:
    path = tmp_path / name if data is None else write(tmp_path, name, data)
    with pytest.raises(error) as caught:
        one(path)
    message = str(caught.value)
    assert name in message
    assert says in message
    assert caught.value.remedy in message


def test_a_folder_and_a_closed_file(tmp_path: Path) -> None:
    with pytest.raises(errors.Unreadable, match="folder"):
        one(tmp_path)
    with pytest.raises(errors.IngestError):
        one("a\0b")


def test_a_limit_can_be_raised(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", FRENCH * 3000)
    assert len(one(path, max_characters=1_000_000).text) == len(FRENCH) * 3000


def test_dates() -> None:
    for given, kept in [
        ("2016-12-23", "2016-12-23"),
        ("2016-12-23T23:30:00+03:00", "2016-12-23"),
        ("20161223", "2016-12-23"),
        (" ", None),
        (None, None),
    ]:
        assert ingest.article(ingest.Raw("x", FRENCH, published=given), Options()).published == kept
    for bad in ["2016-13-01", "hier", "2016", "23.12.2016", "2016-12-23x"]:
        with pytest.raises(errors.BadDate):
            ingest.article(ingest.Raw("x", FRENCH, published=bad), Options())


def test_json_lines_go_on_after_a_bad_one(tmp_path: Path) -> None:
    lines = [
        "\ufeff" + json.dumps({"id": 7, "text": FRENCH, "extra": [1]}),
        "",
        "{",
        json.dumps({"text": "Hello, this is the news from London."}),
        json.dumps({"id": "b", "text": FRENCH}),
    ]
    found = list(ingest.articles(write(tmp_path, "a.jsonl", "\n".join(lines))))
    assert [type(f) for f in found] == [Article, errors.BadJson, errors.WrongLanguage, Article]
    assert "line 3" in str(found[1])
    assert "line 4" in str(found[2])
    assert [f.id for f in found if isinstance(f, Article)] == ["7", "b"]


def test_json_of_every_shape(tmp_path: Path) -> None:
    a, b = {"id": "a", "text": FRENCH}, {"id": "b", "text": FRENCH}
    for name, data in [
        ("l.json", json.dumps([a, b])),
        ("n.json", f"{json.dumps(a)}\n{json.dumps(b)}\n"),
        ("u", f"{json.dumps(a)}\n{json.dumps(b)}"),
    ]:
        assert [getattr(f, "id", f) for f in ingest.articles(write(tmp_path, name, data))] == ["a", "b"]
    assert one(write(tmp_path, "p.json", json.dumps(a, indent=2))).id == "a"
    assert one(write(tmp_path, "p.txt", "{sic} " + FRENCH)).text.startswith("{sic}")


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(FRENCH.encode("cp1252"))))
    assert one("-").text == FRENCH


def test_a_page() -> None:
    article = one(samples.ROOT / "examples" / "cereales.html")
    assert article.title == "Céréales : Moscou quitte l’accord de la mer Noire"
    assert article.published == "2023-07-17"
    assert article.publisher == "Exemples de selon"
    assert article.text.count("\n\n") == 2
    assert "Accueil" not in article.text


def test_a_page_keeps_its_encoding(tmp_path: Path) -> None:
    html = (samples.ROOT / "examples" / "cereales.html").read_text(encoding="utf-8").replace("utf-8", "iso-8859-1")
    assert "réunis" in one(write(tmp_path, "p", html.encode("cp1252").replace(b"Nations unies", b"r\xe9unis"))).text


def test_languages() -> None:
    assert "fr" in readable()
    assert identify("Poutine a dit non.") == "fr"
    assert identify("12 345 😀") == "fr"
    assert identify("The president said that he would not sign the agreement.") == "en"
    assert one(samples.ROOT / "examples" / "alep.txt", language="fr-FR").language == "fr"


def test_tables_are_sorted_and_unique() -> None:
    for name in ("languages.tsv", "telling_words.tsv"):
        lines = (samples.ROOT / "src/selon/ingest" / name).read_text(encoding="utf-8").splitlines()
        rows = [line for line in lines if not line.startswith("#")][1:]
        assert rows == sorted(set(rows))
        assert read_table("ingest", name)
