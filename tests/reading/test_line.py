"""The line and the pipelines that it can be given."""

import pytest
import spacy

import selon
from selon.ingest.errors import BadModel
from selon.reading import load
from selon.record import Article

TEXT = "Le maire est parti, a dit sa femme. La ville est triste depuis ce matin."


def test_a_model_that_is_not_there_is_one_clear_error() -> None:
    with pytest.raises(BadModel, match="no_such_pipeline"):
        selon.read(TEXT, model="no_such_pipeline", language="fr")


def test_an_unknown_language() -> None:
    with pytest.raises(KeyError, match="xx"):
        load("xx")


def test_a_pipeline_without_a_parser_reads_without_an_error() -> None:
    document = load("fr", spacy.blank("fr")).read(Article(id="x", text=TEXT))
    assert document.text == TEXT


def test_a_doc_of_another_text_is_refused() -> None:
    line = load("fr")
    with pytest.raises(ValueError, match="not the article's text"):
        line.read_doc(line.nlp("Un autre texte."), Article(id="x", text=TEXT))


def test_a_parsed_doc_is_read_as_it_is() -> None:
    line = load("fr")
    document = line.read_doc(line.nlp(TEXT), Article(id="x", text=TEXT))
    assert [s.cue.text for s in document.statements if s.cue] == ["a dit"]
