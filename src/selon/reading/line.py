"""The line: the reading steps in their order, from an Article to a Document."""

from __future__ import annotations

import functools
import gc
import os
from importlib import resources
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from selon._version import __version__
from selon.knowledge import Knowledge
from selon.lang import words
from selon.reading.actors import find_actors
from selon.reading.addressees import find_addressees
from selon.reading.chains import find_chains
from selon.reading.circumstances import add_circumstances
from selon.reading.credits import find_credits
from selon.reading.cues import find_cues
from selon.reading.events import find_events
from selon.reading.freeze import freeze
from selon.reading.layout import lay_out
from selon.reading.parse import adopt, parse, pipeline_name
from selon.reading.speakers import find_speakers
from selon.reading.statements import find_statements
from selon.reading.truncation import note_truncation
from selon.reading.work import Reading
from selon.record import Article, Document, Reader


class Line:
    """Reads articles of one language with one pipeline and one body of knowledge."""

    def __init__(self, language: str, nlp: Language, knowledge: Knowledge, pipeline: str | None = None) -> None:
        self.language = language
        self.nlp = nlp
        self.knowledge = knowledge
        self.reader = Reader(version=__version__, pipeline=pipeline or pipeline_name(nlp))

    def read(self, article: Article) -> Document:
        """Read one article; its text is parsed by the line's pipeline."""
        reading = self.begin(article)
        parse(reading, self.nlp)
        return self._finish(reading)

    def read_doc(self, doc: Doc, article: Article) -> Document:
        """Read an article that spaCy has already parsed; `doc.text` must be the article's text."""
        if doc.text != article.text:
            raise ValueError("the Doc's text is not the article's text")
        reading = self.begin(article)
        adopt(reading, doc)
        return self._finish(reading)

    def begin(self, article: Article) -> Reading:
        """A reading of an article, laid out and not yet parsed."""
        reading = Reading(article, words(self.language), self.knowledge)
        reading.layout, notes = lay_out(article.text)
        reading.notes.extend(notes)
        return reading

    def _finish(self, reading: Reading) -> Document:
        find_cues(reading)
        find_actors(reading)
        find_credits(reading)
        find_statements(reading)
        find_speakers(reading)
        find_addressees(reading)
        find_events(reading)
        add_circumstances(reading)
        find_chains(reading)
        note_truncation(reading)
        return freeze(reading, self.reader, self.language)


def shipped_pipeline(language: str) -> Path:
    """Folder of the pipeline that selon ships for a language; raises KeyError when there is none.

    The environment variable ``SELON_MODEL_<LANGUAGE>`` names another folder or package.
    """
    named = os.environ.get(f"SELON_MODEL_{language.upper()}")
    if named:
        return Path(named)
    folder = resources.files("selon") / "lang" / language / "pipeline"
    if not (folder / "meta.json").is_file():
        raise KeyError(f"selon ships no pipeline for the language {language!r}; pass one with model=")
    return Path(str(folder))


@functools.lru_cache(maxsize=4)
def _load(language: str, model: str, extra: Path | None) -> Line:
    line = Line(language, spacy.load(model), knowledge(language, extra))
    gc.collect()
    gc.freeze()  # the tables and the pipeline stay: no collection need walk over them again
    return line


@functools.lru_cache(maxsize=4)
def knowledge(language: str, extra: Path | None = None) -> Knowledge:
    """The knowledge tables for a language, with a user's own from the folder `extra`; loaded once."""
    return Knowledge.load(language, extra)


def load(language: str = "fr", model: str | Path | Any | None = None, extra: str | Path | None = None) -> Line:
    """The reading line for a language. `model`: a spaCy pipeline, its package name or folder; default the shipped one.

    `extra`: a folder of the user's own knowledge tables. Raises KeyError for a language that selon does not read,
    OSError (spaCy's) when there is no such pipeline, BadTable when a table of `extra` cannot be used.
    """
    words(language)
    folder = Path(extra) if extra is not None else None
    if isinstance(model, Language):
        return Line(language, model, knowledge(language, folder))
    return _load(language, str(model) if model is not None else str(shipped_pipeline(language)), folder)
