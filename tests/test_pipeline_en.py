"""The shipped English pipeline: it loads, tokenizes as UD does, keeps given sentence starts, and reads news syntax."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

import selon

FOLDER = Path(selon.__file__).parent / "lang" / "en" / "pipeline"


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(FOLDER)


def words(nlp: Language, text: str) -> list[str]:
    return [token.text for token in nlp.make_doc(text) if not token.is_space]


def one(doc: Doc, form: str) -> Token:
    return next(token for token in doc if token.text == form)


def test_meta_and_size(nlp: Language) -> None:
    assert nlp.meta["name"] == "en_selon_news"
    assert nlp.meta["license"] == "CC-BY-SA-4.0"
    assert {source["name"] for source in nlp.meta["sources"]} >= {"UD English EWT", "UD English PUD"}
    assert sum(path.stat().st_size for path in FOLDER.rglob("*") if path.is_file()) <= 25_000_000
    assert {"morphologizer", "trainable_lemmatizer", "parser", "ner"} <= set(nlp.pipe_names)


@pytest.mark.parametrize(("text", "expected"), [
    ("I don't, he won’t and they cannot", "I do n't , he wo n’t and they can not"),
    ("I’m sure she'd've", "I ’m sure she 'd 've"),
    ("the U.S.'s allies and Mr. Smith’s aides", "the U.S. 's allies and Mr. Smith ’s aides"),
    ("‘It’s over,’ said Mrs. O’Brien.", "‘ It ’s over , ’ said Mrs. O’Brien ."),
    ("\"No,\" said Trump.“Yes,” she said", "\" No , \" said Trump . “ Yes , ” she said"),
    ("a 25-year-old ex-minister, re-elected", "a 25 - year - old ex-minister , re-elected"),
    ("$3.5bn, £5m and 10% at 5pm", "$ 3.5 bn , £ 5 m and 10 % at 5 pm"),
    ("the workers' rights and/or pay", "the workers ' rights and / or pay"),
    ("in the 1990s, on 9/11, at 9 a.m. Monday", "in the 1990s , on 9/11 , at 9 a.m. Monday"),
    ("ADEN (Reuters) — Talks…", "ADEN ( Reuters ) — Talks …"),
    ("Really?!", "Really ?!"),
])
def test_words_as_in_the_treebanks(nlp: Language, text: str, expected: str) -> None:
    assert words(nlp, text) == expected.split()


@pytest.mark.parametrize("text", ["“We’ve\u00a0said so,”  she\n\nadded… ‘Don’t’", "", "\u00a0", "”(“", "'''", "n't's"])
def test_tokenizing_loses_no_character(nlp: Language, text: str) -> None:
    assert nlp.make_doc(text).text == text


def test_given_sentence_starts_stay(nlp: Language) -> None:
    doc = nlp.make_doc("London, Leeds and Bristol are cities")
    doc[3].is_sent_start = True
    for name, pipe in nlp.pipeline:
        assert name
        doc = pipe(doc)
    assert doc[3].is_sent_start


def test_sentence_ends(nlp: Language) -> None:
    doc = nlp("Mr. Obama met Gen. John Allen in the U.S. capital on Monday. “We agreed,” he said. Talks go on.")
    assert [sent.text.split()[0] for sent in doc.sents] == ["Mr.", "“We", "Talks"]


@pytest.mark.parametrize(("text", "verb", "subject"), [
    ("“The country is ready,” the minister said.", "said", "minister"),
    ("“The road is closed,” said Fatima Khan.", "said", "Fatima"),
    ("‘We will vote,’ she added.", "added", "she"),
    ("The talks have resumed, the army announced.", "announced", "army"),
    ("Officials confirmed that two soldiers were killed.", "confirmed", "Officials"),
    ("The Kremlin has denied the accusations.", "denied", "Kremlin"),
])
def test_subjects_of_speech(nlp: Language, text: str, verb: str, subject: str) -> None:
    doc = nlp(text)
    found = [t.text for t in one(doc, verb).children if t.dep_.startswith("nsubj")]
    assert found == [subject]


@pytest.mark.parametrize("text", ["“The road is closed,” said Fatima Khan.", "The minister said the road is closed."])
def test_a_quotation_hangs_on_its_speech_verb(nlp: Language, text: str) -> None:
    doc = nlp(text)
    closed, said = one(doc, "closed"), one(doc, "said")
    assert (closed.dep_, closed.head, said.dep_) == ("ccomp", said, "ROOT")


@pytest.mark.parametrize("text", ["According to police, two people died.", "Two people died, according to police."])
def test_according_to_is_the_case_of_its_source(nlp: Language, text: str) -> None:
    doc = nlp(text)
    token = next(t for t in doc if t.lower_ == "according")
    assert (token.dep_, token.head.text) == ("case", "police")


def test_passive_agent(nlp: Language) -> None:
    doc = nlp("Two soldiers were killed by rebels in northern Mali.")
    assert one(doc, "soldiers").dep_ == "nsubj:pass"
    assert one(doc, "rebels").dep_.startswith("obl")
    assert one(doc, "killed").lemma_ == "kill"


@pytest.mark.xfail(reason="made while PUD's agents were plain obl; the recipe mends that now", strict=False)
def test_passive_agent_has_its_label(nlp: Language) -> None:
    doc = nlp("Two soldiers were killed by rebels in northern Mali.")
    assert one(doc, "rebels").dep_ == "obl:agent"


def test_names(nlp: Language) -> None:
    doc = nlp("President Emmanuel Macron met António Guterres in Geneva, according to the BBC and the United Nations.")
    found = {(ent.text, ent.label_) for ent in doc.ents}
    assert {("Emmanuel Macron", "PER"), ("Geneva", "LOC"), ("BBC", "ORG"), ("United Nations", "ORG")} <= found
