"""selon as a spaCy component: ``nlp.add_pipe("selon")`` puts a Document into ``doc._.selon``.

What is known about the page goes into ``doc.user_data["selon"]`` before the pipeline runs, as a dict with the fields of
an article (``published``, ``publisher``, ``title``, ``url``, ``id``); what holds for every text, into the config.
"""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from selon.ingest import Options, Raw, article
from selon.record import Article

FIELDS = ("published", "publisher", "title", "url", "id")


class Component:
    """Reads each Doc: with its own parse where it has one, else with the pipeline that comes with selon."""

    def __init__(self, nlp: Language, published: str | None, publisher: str | None, max_characters: int) -> None:
        self.nlp = nlp
        self.known = {"published": published, "publisher": publisher}
        self.options = Options(max_characters=max_characters)

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.selon``; raises an IngestError where the text cannot be read."""
        from selon.reading import load

        if not doc.text.strip():
            return doc  # an empty row of a batch stays None and costs nothing
        found = self._article(doc)
        language: str = found.language or self.nlp.lang or "fr"
        if doc.has_annotation("DEP"):
            doc._.selon = load(language, self.nlp).read_doc(doc, found)
        else:
            doc._.selon = load(language).read(found)
        return doc

    def _article(self, doc: Doc) -> Article:
        given: dict[str, Any] = doc.user_data.get("selon") or {}
        known = self.known | {name: given[name] for name in FIELDS if given.get(name)}
        return article(Raw(name="the Doc", text=doc.text, language=self.nlp.lang, **known), self.options)


@Language.factory(
    "selon",
    assigns=["doc._.selon"],
    default_config={"published": None, "publisher": None, "max_characters": 200_000},
)
def make(nlp: Language, name: str, published: str | None, publisher: str | None, max_characters: int) -> Component:
    """The factory that spaCy finds by its entry point."""
    if not Doc.has_extension("selon"):
        Doc.set_extension("selon", default=None)
    return Component(nlp, published, publisher, max_characters)
