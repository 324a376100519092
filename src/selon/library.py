"""The two functions that a program needs: `read` one article, and find the `articles` of an input."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from selon import ingest
from selon.ingest import MAX_CHARACTERS, IngestError, Options, Raw
from selon.ingest import language as languages
from selon.ingest.article import iso_date
from selon.ingest.errors import BadJson, BadKnowledge, BadModel, Empty, NotFound
from selon.record import Article, Document

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

    from selon.explanation import Explanation
    from selon.reading.line import Line

TEXT = "the text"
PATHLIKE = re.compile(r"\S{1,255}\.(?:txt|html?|jsonl?)")


def read(
    source: str | Article | os.PathLike[str],
    *,
    published: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    url: str | None = None,
    language: str | None = None,
    id: str | None = None,
    max_characters: int = MAX_CHARACTERS,
    model: str | Path | Language | None = None,
    knowledge: str | Path | None = None,
) -> Document:
    """Read one article: its text, an `Article`, or the path of a file that holds one.

    What is given by keyword wins over what the article says of itself. `model` is a spaCy pipeline with Universal
    Dependencies labels (its name, its folder or itself) in the place of the one that comes with selon. `knowledge` is a
    folder of your own knowledge tables, which add to selon's or correct them.
    Raises an `IngestError` that says what to do where the article cannot be read.
    """
    options = Options(published, publisher, title, url, language, id, max_characters)
    article = _article(source, options)
    return line_for(article.language or "fr", model, knowledge=knowledge).read(article)


def explain(
    mention: str,
    *,
    published: str | None = None,
    context: str | None = None,
    language: str = "fr",
    model: str | Path | Language | None = None,
    knowledge: str | Path | None = None,
) -> Explanation:
    """Whom a mention means on a date, what else it may mean, and why.

    `context` is a sentence that holds the mention, whose first occurrence counts; without it the mention stands alone.
    Raises an `IngestError` where there is no mention, the context does not hold it, or the date or language is none.
    """
    from selon.reading.explain import Explainer

    if not mention.strip():
        raise Empty("the mention", "it is empty", "Pass the words as a text has them")
    text = context if context is not None else mention
    start = text.find(mention)
    if start < 0:
        raise Empty("the context", f"it does not hold {mention!r}", "Pass a sentence with the mention exactly as it stands there")
    code = languages.check(language, text, "the mention", languages.ACTORS)
    found = Article(id="mention", text=text, language=code, published=iso_date(published, "published"))
    return Explainer(line_for(code, model, knowledge=knowledge), found).at(start, start + len(mention))


def articles(source: str | os.PathLike[str], *, allow_private: bool = False) -> Iterator[Article]:
    """The articles of a file (text, HTML, JSON, JSON Lines), an http(s) address or ``-``, standard input.

    Raises an `IngestError` at the first article that cannot be read.
    """
    for found in ingest.articles(os.fspath(source), Options(allow_private=allow_private)):
        if isinstance(found, IngestError):
            raise found
        yield found


def line_for(
    language: str, model: str | Path | Language | None, name: str = "model", knowledge: str | Path | None = None
) -> Line:
    """The reading line of a language, with a user's own folder of knowledge.

    Raises BadModel, which calls the model `name`, where there is no such pipeline; BadKnowledge where the folder cannot be used.
    """
    from selon.knowledge.own import BadTable
    from selon.reading import load

    try:
        return load(language, model, knowledge)
    except BadTable as error:
        raise BadKnowledge(error.where, error.problem, error.remedy) from None
    except (OSError, ImportError, ValueError, KeyError) as error:
        reason = str(error.args[0] if error.args else error).split("\n")[0].rstrip(".")
        remedy = "Pass the name of an installed spaCy pipeline, or its folder"
        raise BadModel(f"{name} {model}" if model else "the pipeline", reason, remedy) from None


def _article(source: str | Article | os.PathLike[str], options: Options) -> Article:
    if isinstance(source, Article):
        fields = {name: getattr(source, name) for name in Article.model_fields}
        return ingest.article(Raw(name=f"article {source.id}", **fields), options)
    if isinstance(source, str):
        if PATHLIKE.fullmatch(source):
            raise NotFound(source, "it is taken for a text, but looks like a path", "Pass pathlib.Path to read a file")
        return ingest.article(Raw(name=TEXT, text=source), options)
    path = os.fspath(source)
    found = list(ingest.articles(path, options))
    if len(found) != 1:
        remedy = "Read them one by one: for article in selon.articles(path): selon.read(article)"
        raise BadJson(path, f"it holds {len(found)} articles", remedy)
    if isinstance(found[0], IngestError):
        raise found[0]
    return found[0]
