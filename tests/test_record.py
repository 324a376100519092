"""The record: round trip, schema, ids, and what it refuses."""

from __future__ import annotations

import json
import re

import jsonschema
import pytest
import samples
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from selon import record
from selon.record import Article, Document, Span, Statement, article_id, digest, json_schema, text_hash

NOUNS = [
    n for n in vars(record).values() if isinstance(n, type) and issubclass(n, record.Noun) and n is not record.Noun
]
DOCS = samples.ROOT / "docs"


def test_round_trip() -> None:
    document = samples.alep()
    assert Document.from_json(document.to_json()) == document
    assert Document.from_json(document.to_json(indent=None)) == document
    assert Document.from_json(document.to_json().encode()).to_dict() == document.to_dict()
    assert "\n" not in document.to_json(indent=None)


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_makes_the_round_trip(text: str, title: str) -> None:
    said = Statement(id="s", content=(Span.of(text, 0, len(text)),), kind="direct", evidence=samples.BY_HAND)
    document = samples.bare(Article(id=title, text=text, title=title), statements=(said,))
    assert Document.from_json(document.to_json(indent=None)) == document


def test_the_schema_is_a_schema_and_holds() -> None:
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    check = jsonschema.Draft202012Validator(schema)
    check.validate(samples.alep().to_dict())
    for change in ({"events": 3}, {"unknown": 1}, {"id": None}, {"statements": [{"id": "s1"}]}):
        assert not check.is_valid(samples.alep().to_dict() | change)


def test_the_published_schema_is_the_one_in_the_code() -> None:
    published = (DOCS / "record.schema.json").read_text(encoding="utf-8")
    assert json.loads(published) == json_schema(), "write it again: selon schema > docs/record.schema.json"


@pytest.mark.parametrize("noun", NOUNS, ids=lambda n: n.__name__)
def test_every_field_is_explained(noun: type[BaseModel]) -> None:
    text = (DOCS / "record.md").read_text(encoding="utf-8")
    section = re.search(rf"^## {noun.__name__}$(.*?)(?=^## |\Z)", text, re.M | re.S)
    assert section, noun.__name__
    told = set(re.findall(r"^\| `(\w+)` \|", section[1], re.M))
    assert told == set(noun.model_fields)


def test_every_value_is_explained() -> None:
    text = (DOCS / "record.md").read_text(encoding="utf-8")
    values = re.findall(r"'enum': \[(.*?)\]", str(json_schema()))
    for value in re.findall(r"'(\w+)'", " ".join(values)):
        assert f"`{value}`" in text, value


def test_ids_are_the_same_everywhere() -> None:
    assert digest("a", None, 3) == "7858ca3e76faf07d"
    assert article_id("P", None, "2016-12-23", "é") == "77e911dd7ef76957"
    assert text_hash("é") == "98d966d392b51641d7c524d6854341a7"
    assert len({digest("a", None), digest("a", ""), digest("a"), digest(None, "a"), digest("a", "sa")}) == 5
    assert digest("ab", "c") != digest("a", "bc") != digest("abc")


def test_what_is_refused() -> None:
    document = samples.alep().to_dict()
    for change in (
        {"events": [document["events"][0] | {"according_to": ["nobody"]}]},
        {"statements": [document["statements"][0] | {"within": "nobody"}]},
        {"text": document["text"][1:]},
        {"language": None},
        {"unknown": 1},
    ):
        with pytest.raises(ValidationError):
            Document.model_validate(document | change)
    for start, end in ((-1, 2), (2, 2), (3, 2), (0, 99)):
        with pytest.raises(ValueError, match="not inside"):
            Span.of("abc", start, end)


def test_a_document_is_frozen() -> None:
    with pytest.raises(ValidationError):
        samples.alep().id = "other"  # type: ignore[misc]
