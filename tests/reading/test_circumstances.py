"""Which date and which count an event gets, and its contexts."""

from __future__ import annotations

import pytest
from tests.reading.drafts import event

from selon.lang import words
from selon.reading.circumstances.context import context_words, contexts_of
from selon.reading.circumstances.tokens import tokenize

TODAY = "2022-07-26"
DATES = [
    ("Trois soldats ont été {tués} lundi près de Kaboul.", "2022-07-25"),
    ("Lundi, trois soldats ont été {tués} près de Kaboul.", "2022-07-25"),
    ("Fin février, trois journalistes avaient été {expulsés}.", "2022-02"),
    ("L'{attaque} de lundi a fait trois morts.", "2022-07-25"),
    ("L'{attaque} du 3 mai a fait trois morts.", "2022-05-03"),
    ("L'{attentat} survenu le 3 mai a fait trois morts.", "2022-05-03"),
    ("L'{attentat} qui a eu lieu vendredi a fait trois morts.", "2022-07-22"),
    ("Les troupes {occupent} la ville depuis mars.", "2022-03/.."),
    ("Les deux ministres se {retrouveront} jeudi à Genève.", "2022-07-28"),
    ("Le président a {condamné} dimanche les violences.", "2022-07-24"),
    ("La foule a {manifesté} dans la nuit de lundi à mardi.", "2022-07-25/2022-07-26"),
    ("Un accord de paix a été {signé} en 2015 à Alger.", "2015"),
    ("Le mois dernier, vingt personnes ont été {tuées} dans une mine.", "2022-06"),
    ("La tension est montée en octobre 2014, quand l'armée a {ouvert} le feu.", "2014-10"),
    ("L'{attaque} a été condamnée. Cette {attaque} du 3 mai a fait trois morts.", "2022-05-03"),
    ("Un homme a été {tué}.", None),
    ("« L'armée a {tué} trois civils », a déclaré lundi le maire.", None),
    ("L'armée a {tué} trois civils, a déclaré lundi le maire.", None),
    ("Selon un rapport publié lundi, l'armée a {tué} trois civils.", None),
    ("Les ministres, {réunis} à Bruxelles, ont adopté mardi une résolution.", "2022-07-26"),
    ("Les migrants {secourus} par le navire débarqueront samedi à Bari.", None),
    ("Le ministre, qui gouverne depuis 2017, {accuse} Londres de mentir.", None),
    ("Des territoires {occupés} lors de la guerre de 1967.", "1967"),
    ("Le maire a déclaré lundi lors d'une {manifestation} à Lyon que la ville avait peur.", "2022-07-25"),
    ("Un suspect a été arrêté après l'{attaque} de la gare dimanche.", "2022-07-24"),
    ("Un homme a été {arrêté} mardi après l'attaque.", "2022-07-26"),
    ("Un homme a été arrêté mardi après une {attaque}.", None),
    ("Kiev craint que le prochain président ne réduise à partir de janvier prochain l'{aide} américaine.", None),
    ("Elle se rendra à Kiev pour l'anniversaire de l'{invasion}, le 24 février.", "XXXX-02-24"),
    ("La Russie a lancé la {guerre} le 24 février.", "2022-02-24/.."),
    ("La France a {bombardé} le port le 24 février.", "2022-02-24"),
    ("Mardi, des soldats ont pris le pont. Ils ont {tué} trois civils.", "2022-07-26"),
    ("Aujourd'hui, la ville est calme. Des soldats ont {tué} trois civils.", None),
    ("Le maire a parlé mardi. Des soldats avaient {tué} trois civils.", None),
    ("En mars 2012, les rebelles avaient pris la ville. Des soldats ont {tué} trois civils.", None),
    ("Le {meurtre} du juge, tué en 1992, reste dans les mémoires.", "1992"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "date"), DATES, ids=[c[0] for c in DATES])
def test_date(text: str, date: str | None) -> None:
    assert event(text, published=TODAY).date == date


COUNTS = [
    ("Environ 40 000 personnes ont {quitté} la ville.", "RETREAT", 40000, "Environ 40 000 personnes", "displaced"),
    ("L'explosion a {tué} douze personnes.", "ASSAULT", 12, "douze personnes", "dead"),
    ("Douze personnes ont été {tuées}.", "ASSAULT", 12, "Douze personnes", "dead"),
    ("La police a {arrêté} une trentaine de manifestants.", "COERCE", 30, "une trentaine de manifestants", "arrested"),
    ("L'{arrestation} de 11 soldats a surpris.", "COERCE", 11, "11 soldats", "troops"),
    ("Des {frappes} ont fait au moins deux morts.", "ASSAULT", 2, "au moins deux morts", "dead"),
    ("Des milliers de manifestants ont {défilé}.", "PROTEST", 1000, "Des milliers de manifestants", "protesters"),
    ("Washington a {déployé} 3 000 soldats.", "MOBILIZE", 3000, "3 000 soldats", "troops"),
    ("Cinq soldats et trois volontaires ont été {tués}.", "ASSAULT", 8, "Cinq soldats et trois volontaires", "dead"),
]


@pytest.mark.parametrize(("text", "type_", "value", "span", "of"), COUNTS, ids=[c[0] for c in COUNTS])
def test_count(text: str, type_: str, value: int, span: str, of: str) -> None:
    count = event(text, type_).count
    assert count is not None
    assert (count.value, count.span.text, count.of) == (value, span, of)


@pytest.mark.parametrize(
    "text", ["Un homme a été {tué}.", "Les deux dirigeants se sont {rencontrés}.", "Il a été {arrêté} à 15 heures."]
)
def test_no_count(text: str) -> None:
    assert event(text, "CONSULT").count is None


CONTEXTS = [
    ("L'armée a bombardé la ligne de front.", {"military"}),
    ("Le procureur a ouvert une enquête judiciaire.", {"legal"}),
    ("Les électeurs se rendront aux urnes pour le second tour.", {"election"}),
    ("Le parlement a adopté le projet de loi.", {"legislative"}),
    ("Le FMI a accordé un prêt au pays.", {"economic"}),
    ("Des armes chimiques ont été utilisées.", {"cbrn"}),
    ("Des casques bleus de la Monusco ont été arrêtés.", {"peacekeeping"}),
    ("Les migrants ont été secourus par un navire humanitaire.", {"migration"}),
    ("Amnesty International dénonce des crimes de guerre.", {"human_rights"}),
    ("L'ambassadeur a été convoqué au ministère des Affaires étrangères.", {"diplomatic"}),
    ("Le groupe djihadiste a revendiqué l'attentat-suicide.", {"terrorism"}),
    ("Une cyberattaque a paralysé l'hôpital.", {"cyber", "health"}),
    ("La campagne de désinformation se poursuit.", {"misinformation"}),
    ("Le séisme a ravagé la province.", {"disasters"}),
    ("Un cartel de narcotrafiquants.", {"illegal_drugs"}),
    ("La traite des êtres humains.", {"trafficking"}),
    ("Une loi contre la propagande LGBT.", {"lgbt", "legislative", "misinformation"}),
    ("Le réchauffement climatique.", {"environment"}),
    ("La chaise est bleue.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "contexts"), CONTEXTS, ids=[c[0] for c in CONTEXTS])
def test_context(text: str, contexts: set[str]) -> None:
    tokens = tokenize(text)
    assert contexts <= set(contexts_of(tokens, 0, len(tokens), words("fr")))
    assert contexts or not contexts_of(tokens, 0, len(tokens), words("fr"))


def test_all_contexts_have_words() -> None:
    told = {c for entries in context_words(words("fr")).first.values() for _, cs in entries for c in cs.split()}
    assert len(told) == 37


def test_context_is_the_paragraphs() -> None:
    assert "election" not in event("La foule a {défilé}.\n\nLes électeurs iront aux urnes.", "PROTEST").context
