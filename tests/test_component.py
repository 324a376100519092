"""selon as a step of a spaCy pipeline, with the toy reading line."""

from __future__ import annotations

import pytest
import spacy

import selon

pytestmark = pytest.mark.usefixtures("toy")
TEXT = "Le ministre a dit « non » hier à la presse, et le président n’a rien ajouté sur ce sujet."


def test_it_is_found_by_its_name() -> None:
    nlp = spacy.blank("fr")
    nlp.add_pipe("selon", config={"published": "2016-12-23", "publisher": "P"})
    document = nlp(TEXT)._.selon
    assert isinstance(document, selon.Document)
    assert (document.text, document.published, document.publisher) == (TEXT, "2016-12-23", "P")
    assert [s.content[0].text for s in document.statements] == ["non"]


def test_what_is_known_of_one_page_wins() -> None:
    nlp = spacy.blank("fr")
    nlp.add_pipe("selon", config={"published": "2016-12-23"})
    docs = [nlp.make_doc(TEXT) for _ in range(2)]
    docs[0].user_data["selon"] = {"published": "2020-01-01", "title": "T", "id": "i"}
    first, second = (doc._.selon for doc in nlp.pipe(docs))
    assert (first.published, first.title, first.id) == ("2020-01-01", "T", "i")
    assert (second.published, second.title) == ("2016-12-23", None)


def test_a_parse_that_is_there_is_used() -> None:
    nlp = spacy.blank("fr")
    nlp.add_pipe("selon")
    doc = nlp.make_doc(TEXT)
    for token in doc:
        token.dep_ = "dep"
    assert nlp(doc)._.selon.notes[0].kind == "own_parse"


def test_it_is_saved_with_the_pipeline(tmp_path: object) -> None:
    nlp = spacy.blank("fr")
    nlp.add_pipe("selon", config={"published": "2016-12-23"})
    nlp.to_disk(str(tmp_path))
    assert spacy.load(str(tmp_path))(TEXT)._.selon.published == "2016-12-23"


def test_what_cannot_be_read_raises() -> None:
    nlp = spacy.blank("fr")
    nlp.add_pipe("selon", config={"max_characters": 10})
    with pytest.raises(selon.IngestError):
        nlp(TEXT)


def test_an_empty_row_of_a_batch_costs_only_itself() -> None:
    nlp = spacy.blank("fr")
    nlp.add_pipe("selon")
    docs = list(nlp.pipe(["", "Le ministre est parti ce matin, a dit sa porte-parole à la presse."]))
    assert docs[0]._.selon is None
    assert docs[1]._.selon is not None
