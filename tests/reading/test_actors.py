"""Actors: whom a mention means, with country and sector. Each case is a sentence, a mention in it, and who is meant."""

from __future__ import annotations

import functools

import pytest

from selon.lang import words
from selon.reading.actors import find_actors
from selon.reading.classes import bare_clitic
from selon.reading.layout import lay_out
from selon.reading.line import load
from selon.reading.parse import parse
from selon.reading.work import ActorDraft, Reading, Word
from selon.record import Article

CALL = (
    "Le président russe Vladimir Poutine s'est entretenu avec son homologue turc Recep Tayyip Erdogan. "
    "Les dirigeants russe et turc ont parlé de la Syrie, a indiqué le service de presse du Kremlin. "
    "Les deux dirigeants se sont dits satisfaits. M. Poutine a ensuite téléphoné à Bachar el-Assad. "
    "Le dirigeant syrien a remercié le président russe, a rapporté l'agence SANA."
)
CASES = [
    # text, mention, its occurrence, names, countries
    (CALL, "président", 1, ["Vladimir Poutine"], ["RUS"]),
    (CALL, "homologue", 1, ["Recep Tayyip Erdogan"], ["TUR"]),
    (CALL, "dirigeants", 1, ["Vladimir Poutine", "Recep Tayyip Erdogan"], ["RUS", "TUR"]),
    (CALL, "dirigeants", 2, ["Vladimir Poutine", "Recep Tayyip Erdogan"], ["RUS", "TUR"]),
    (CALL, "service", 1, ["service de presse du Kremlin"], ["RUS"]),
    (CALL, "Poutine", 2, ["Vladimir Poutine"], ["RUS"]),
    (CALL, "dirigeant ", 1, ["Bachar el-Assad"], ["SYR"]),
    (CALL, "président", 2, ["Vladimir Poutine"], ["RUS"]),
    (CALL, "SANA", 1, ["agence SANA"], ["SYR"]),
    ("La Russie et l'Ukraine ont signé un accord.", "Russie", 1, ["Russie", "Ukraine"], ["RUS", "UKR"]),
    ("Moscou a condamné les frappes.", "Moscou", 1, ["Moscou"], ["RUS"]),
    ("La Maison Blanche a salué cette décision.", "Maison", 1, ["Maison Blanche"], ["USA"]),
    ("L'ONU a appelé au calme.", "ONU", 1, ["ONU"], ["UNO"]),
    ("Une source diplomatique turque dit non.", "source", 1, ["Une source diplomatique turque"], ["TUR"]),
    ("L'armée malienne a annoncé une attaque. L'armée a tué dix hommes.", "armée", 2, ["armée malienne"], ["MLI"]),
    ("Emmanuel Macron est arrivé à Berlin. Il a rencontré Olaf Scholz.", "Il", 1, ["Emmanuel Macron"], ["FRA"]),
    ("Giorgia Meloni est arrivée à Paris. « Merci », a-t-elle dit.", "-t-elle", 1, ["Giorgia Meloni"], ["ITA"]),
    ("Le Kremlin, qui a démenti, attend.", "qui", 1, ["Kremlin"], ["RUS"]),
    (
        "Le ministre français de la Défense, Sébastien Lecornu, est à Kiev. Le ministre a promis des canons.",
        "ministre", 2, ["Sébastien Lecornu"], ["FRA"],
    ),
    ("Le gouvernement italien a répondu. Un communiqué du gouvernement précise tout.", "communiqué", 1,
     ["gouvernement italien"], ["ITA"]),
    ("Amnesty International accuse Israël. L'ONG publie un rapport.", "ONG", 1, ["Amnesty International"], ["NGO"]),
    ("Le M23, selon Willy Ngoma, porte-parole du M23, avance.", "Willy", 1, ["Willy Ngoma"], ["COD"]),
    ("Environ 40 000 personnes ont quitté la ville.", "personnes", 1, ["Environ 40 000 personnes"], None),
    ("La situation reste tendue.", "situation", 1, [], []),
    ("La violence augmente.", "violence", 1, [], []),
    ("Nous avons peur, dit-on.", "Nous", 1, [], []),
    ("Il faut agir vite.", "Il", 1, [], []),
    ("Le pape François a parlé. Le pape a prié.", "pape", 2, ["pape François"], ["VAT"]),
]  # fmt: skip
PHRASES = [
    ("Le président russe Vladimir Poutine, qui était là, a parlé.", "président", "Le président russe Vladimir Poutine"),
    ("C'est ce qu'a dit le service de presse du Kremlin.", "service", "le service de presse du Kremlin"),
    ("Willy Ngoma, porte-parole du M23, a parlé.", "Ngoma", "Willy Ngoma"),
    ("Une source diplomatique a parlé vendredi.", "source", "Une source diplomatique"),
]  # fmt: skip


@functools.lru_cache(maxsize=64)
def reading(text: str) -> Reading:
    """The text read up to the actors step."""
    line = load("fr")
    made = Reading(
        Article(id="test", text=text, published="2023-06-01"),
        line.begin(Article(id="t", text="x")).lang,
        line.knowledge,
    )
    made.layout, _ = lay_out(text)
    parse(made, line.nlp)
    find_actors(made)
    return made


def word(text: str, mention: str, nth: int = 1) -> Word:
    """The word at the nth occurrence of a mention."""
    at = -1
    for _ in range(nth):
        at = text.index(mention, at + 1)
    found = reading(text).word_at(at)
    assert found is not None
    return found


def meant(text: str, mention: str, nth: int = 1) -> list[ActorDraft]:
    """Whom the mention means."""
    return reading(text).cast.parties(word(text, mention, nth))


@pytest.mark.parametrize(("text", "mention", "nth", "names", "countries"), CASES)
def test_parties(text: str, mention: str, nth: int, names: list[str], countries: list[str] | None) -> None:
    found = meant(text, mention, nth)
    assert [a.name for a in found] == names
    if countries is not None:
        assert [a.country for a in found] == countries


@pytest.mark.parametrize(("text", "mention", "phrase"), PHRASES)
def test_phrase(text: str, mention: str, phrase: str) -> None:
    start, end = reading(text).cast.phrase(word(text, mention))
    assert text[start:end] == phrase


@pytest.mark.parametrize(
    ("text", "mention", "sector"),
    [
        ("La police française a arrêté deux hommes.", "police", "COP"),
        ("L'armée russe avance.", "armée", "MIL"),
        ("Le parquet de Paris a ouvert une enquête.", "parquet", "JUD"),
        ("Les députés britanniques ont voté.", "députés", "LEG"),
        ("Des médecins soudanais manifestent.", "médecins", "MED"),
        ("Les rebelles ont pris la ville.", "rebelles", "REB"),
        ("Une source policière a confirmé.", "source", "COP"),
        ("Des migrants ont été secourus.", "migrants", "REF"),
    ],
)
def test_sector(text: str, mention: str, sector: str) -> None:
    assert [a.sector for a in meant(text, mention)] == [sector]


def test_actors_stand_in_text_order() -> None:
    names = [a.name for a in reading(CALL).cast.actors]
    assert names.index("Vladimir Poutine") < names.index("Recep Tayyip Erdogan") < names.index("Bachar el-Assad")


def test_a_person_is_one_actor() -> None:
    people = [a for a in reading(CALL).cast.actors if "Poutine" in a.name]
    assert len(people) == 1
    assert people[0].office == "head_of_state"


@pytest.mark.parametrize(
    "text", ["", " ", "»", "(((", "M.", "Le", "de la du", "Il il il elle", "🙂 « M. 🙂", "A" * 5000]
)
def test_odd_text_never_raises(text: str) -> None:
    made = reading(text or " ")
    for w in made.words:
        made.cast.parties(w)
        start, end = made.cast.phrase(w)
        assert 0 <= start <= end <= len(made.text)


@pytest.mark.parametrize(("text", "form"), [("-t-il", "il"), ("-il", "il"), ("-tu", "tu"), ("-toi", "toi")])
def test_a_joined_pronoun_loses_only_its_joint(text: str, form: str) -> None:
    assert bare_clitic(text, words("fr")) == form
