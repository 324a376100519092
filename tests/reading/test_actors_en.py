"""Actors in English: whom a mention means, by the same steps with another folder of words."""

from __future__ import annotations

import functools

import pytest
import spacy
from spacy.language import Language

from selon.lang import words
from selon.reading.actors import find_actors
from selon.reading.layout import lay_out
from selon.reading.line import knowledge, shipped_pipeline
from selon.reading.modifiers import origin_ending
from selon.reading.parse import parse
from selon.reading.phrases import Roles
from selon.reading.roles import lexicon
from selon.reading.work import ActorDraft, Reading, Word
from selon.record import Article

PUBLISHED = "2016-12-23"
CASES = [
    # text, mention, its occurrence, names, countries
    ("Turkish President Recep Tayyip Erdogan met his Russian counterpart Vladimir Putin in Moscow on Friday.",
     "President", 1, ["Recep Tayyip Erdogan"], ["TUR"]),
    ("Turkish President Recep Tayyip Erdogan met his Russian counterpart Vladimir Putin in Moscow on Friday.",
     "counterpart", 1, ["Vladimir Putin"], ["RUS"]),
    ("Kremlin spokesman Dmitry Peskov said no.", "Peskov", 1, ["Dmitry Peskov"], ["RUS"]),
    ("The U.S. Secretary of State John Kerry said the talks would go on.", "Kerry", 1, ["John Kerry"], ["USA"]),
    ("The White House said the country's army had killed three al-Shabab militants.", "House", 1, ["White House"], ["USA"]),
    ("The White House said three al-Shabab militants were dead.", "militants", 1, ["three al-Shabab militants"], ["SOM"]),
    ("A senior Turkish official said the Turks would not leave.", "official", 1, ["A senior Turkish official"], ["TUR"]),
    ("A senior Turkish official said the Turks would not leave.", "Turks", 1, ["Turks"], ["TUR"]),
    ("The Interfax news agency quoted the minister as saying so.", "agency", 1, ["Interfax"], ["RUS"]),
    ("Mr. Putin, who was speaking to reporters, said he agreed.", "Putin", 1, ["Putin"], ["RUS"]),
    ("Pope Francis called for peace. The pope prayed.", "pope", 1, ["Pope Francis"], ["VAT"]),
    ("UN Secretary-General Ban Ki-moon said he was sad.", "Ban", 1, ["Ban Ki-moon"], ["UNO"]),
    ("Human Rights Watch accused the Syrian government. The group said it had evidence.", "group", 1,
     ["Human Rights Watch"], ["NGO"]),
    ("Human Rights Watch accused the Syrian government of a crime.", "government", 1, ["Syrian government"], ["SYR"]),
    ("Theresa May told Parliament that Britain would leave. She said it would be hard.", "She", 1, ["Theresa May"], ["GBR"]),
    ("Police in Kabul said a suicide bomber killed 12 people near the Defense Ministry.", "Ministry", 1,
     ["Defense Ministry"], ["AFG"]),
    ("The situation remains tense.", "situation", 1, [], []),
    ("It is raining.", "It", 1, [], []),
]  # fmt: skip
ROLES = [
    # words, the word that heads the role, its row
    ("the foreign minister", "minister", "foreign minister"),
    ("Defense Secretary Jim Mattis", "Secretary", "defense secretary"),
    ("the minister of foreign affairs", "minister", "minister of foreign affairs"),
    ("the head of state", "head", "head of state"),
    ("a senior Turkish official", "official", "senior official"),
    ("the vice-president", "president", "vice president"),
    ("the Prime Minister", "Minister", "prime minister"),
    ("its women's rights activists", "activists", "women's rights activist"),
]


@functools.cache
def pipeline() -> Language:
    """The shipped English pipeline; tests that need it are skipped where there is none."""
    try:
        return spacy.load(shipped_pipeline("en"))
    except (KeyError, OSError):
        pytest.skip("no English pipeline")


@functools.lru_cache(maxsize=64)
def reading(text: str) -> Reading:
    """The text read up to the actors step."""
    made = Reading(Article(id="test", text=text, published=PUBLISHED), words("en"), knowledge("en"))
    made.layout, _ = lay_out(text)
    parse(made, pipeline())
    find_actors(made)
    return made


def actors(text: str, mention: str, nth: int) -> list[ActorDraft]:
    made, at = reading(text), -1
    for _ in range(nth):
        at = text.index(mention, at + 1)
    word = made.word_at(at)
    assert word is not None
    return made.cast.parties(word)


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c[1]}: {c[0][:40]}")
def test_a_mention_means(case: tuple[str, str, int, list[str], list[str]]) -> None:
    text, mention, nth, names, countries = case
    found = actors(text, mention, nth)
    assert [a.name for a in found] == names
    assert [a.country for a in found] == countries


def unparsed(text: str) -> list[Word]:
    """Words of nouns without a parse, each hung on the last."""
    blank = spacy.blank("en")
    out = []
    for t in blank(text):
        pos = "PUNCT" if t.text == "-" else "PART" if t.text == "'s" else "ADP" if t.text == "of" else "NOUN"
        pos = "DET" if t.text in ("the", "a", "its") else pos
        lemma = t.lower_.removesuffix("s") if t.lower_ == "activists" else t.lower_
        out.append(Word(t.i, t.idx, t.idx + len(t), t.text, t.lower_, lemma, pos, "dep", "dep", {}, "", 0))
    for w in out:
        w.head = out[-1]
    return out


@pytest.mark.parametrize("case", ROLES, ids=lambda c: c[0])
def test_a_role_stands_around_its_head(case: tuple[str, str, str]) -> None:
    text, head, row = case
    made = unparsed(text)
    roles = Roles(made, lexicon(words("en")), knowledge("en"))
    role = roles.at(next(w.i for w in made if w.text == head))[0]
    assert role is not None
    assert role.word == row
    assert role.noun == row.split(" of ")[0].split(" ")[-1]


def test_origins_of_several_words() -> None:
    made = unparsed("South Korean soldiers and North Koreans")
    assert origin_ending(made, 1, knowledge("en")) == ("KOR", 0)
    assert origin_ending(made, 5, knowledge("en")) == ("PRK", 4)


@pytest.mark.parametrize(
    ("name", "label", "country"),
    [
        ("Putin", "Vladimir Putin", "RUS"), ("Zelenskyy", "Volodymyr Zelenskyy", "UKR"), ("ISIS", "Islamic State", "IMG"),
        ("Doctors Without Borders", "Doctors Without Borders", "NGO"), ("Moscow", "Moscow", "RUS"),
        ("Security Council", "UN Security Council", "UNO"), ("10 Downing Street", "Downing Street", "GBR"),
        ("West Bank", "West Bank", "PSE"), ("Democratic Republic of Congo", "Democratic Republic of the Congo", "COD"),
        ("Pentagon", "Pentagon", "USA"), ("al-Assad", "Bashar al-Assad", "SYR"), ("Pope Francis", "Pope Francis", "VAT"),
    ],
)  # fmt: skip
def test_english_names(name: str, label: str, country: str) -> None:
    found = knowledge("en").lookup(name, PUBLISHED)
    assert (found[0].name, found[0].country) == (label, country)


def test_french_keeps_its_names() -> None:
    assert knowledge("fr").lookup("Poutine", PUBLISHED)[0].name == "Vladimir Poutine"
    assert not [e for e in knowledge("fr").lookup("IS") if e.kind == "group"]
