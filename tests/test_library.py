"""``selon.read`` and its neighbours, with the toy reading line."""

from __future__ import annotations

from pathlib import Path

import pytest
import samples

import selon

pytestmark = pytest.mark.usefixtures("toy")
TEXT = "Le ministre a dit « non » hier à la presse, et le président n’a rien ajouté sur ce sujet."


def test_the_public_names() -> None:
    assert len(selon.__all__) <= 8
    assert dir(selon) == sorted(selon.__all__)
    for name in selon.__all__:
        assert getattr(selon, name) is not None
    with pytest.raises(AttributeError, match="nothing"):
        selon.nothing  # noqa: B018


def test_text() -> None:
    document = selon.read(TEXT, published="2016-12-23", publisher="P", title="T", url="https://a/", id="i")
    assert (document.text, document.id, document.published, document.publisher) == (TEXT, "i", "2016-12-23", "P")
    assert (document.title, document.url, document.language) == ("T", "https://a/", "fr")
    assert [s.content[0].text for s in document.statements] == ["non"]
    assert isinstance(document, selon.Document)
    assert '<div class="selon"' in document._repr_html_()


def test_ids_do_not_change() -> None:
    assert selon.read(TEXT).id == selon.read(TEXT).id
    assert selon.read(TEXT).id != selon.read(TEXT, publisher="P").id


def test_an_article() -> None:
    article = selon.Article(id="i", text=TEXT, published="2016-12-23T10:00:00Z", publisher="P")
    document = selon.read(article, publisher="Q")
    assert (document.id, document.published, document.publisher) == ("i", "2016-12-23", "Q")


def test_a_path() -> None:
    assert selon.read(samples.ROOT / "examples" / "cereales.html").published == "2023-07-17"
    with pytest.raises(selon.IngestError, match="it holds 3 articles"):
        selon.read(samples.ROOT / "examples" / "articles.jsonl")
    with pytest.raises(selon.IngestError, match="no such file"):
        selon.read(Path("nowhere.txt"))


def test_articles() -> None:
    found = list(selon.articles(samples.ROOT / "examples" / "articles.jsonl"))
    assert [a.id for a in found] == ["alep", "niamey", "cereales"]
    assert [selon.read(a).id for a in found] == ["alep", "niamey", "cereales"]
    with pytest.raises(selon.IngestError):
        list(selon.articles("nowhere.txt"))


@pytest.mark.parametrize("text", ["", "  \n", "\ud800", "The minister said no to the press on Monday."])
def test_what_cannot_be_read(text: str) -> None:
    with pytest.raises(selon.IngestError):
        selon.read(text)


def test_the_limit() -> None:
    with pytest.raises(selon.IngestError, match="max_characters"):
        selon.read(TEXT, max_characters=10)
    assert selon.read(TEXT, max_characters=len(TEXT)).text == TEXT


def test_a_path_given_as_text_is_refused() -> None:
    with pytest.raises(selon.IngestError, match="pathlib"):
        selon.read("article.txt")
