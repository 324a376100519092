"""Places: where an event is put by prepositions, holders of names, "dans la ville", and what is no place of it."""

from __future__ import annotations

import pytest
from tests.reading.drafts import event

CASES = [
    ("Une bombe a {explosé} à Bagdad.", "ASSAULT", "Bagdad"),
    ("Une bombe a {explosé} en Irak.", "ASSAULT", "Irak"),
    ("Une bombe a {explosé} au Mali.", "ASSAULT", "Mali"),
    ("Une bombe a {explosé} aux Philippines.", "ASSAULT", "Philippines"),
    ("Une bombe a {explosé} dans la ville de Mossoul.", "ASSAULT", "Mossoul"),
    ("Une bombe a {explosé} près de Kaboul.", "ASSAULT", "Kaboul"),
    ("Une bombe a {explosé} au nord de Bagdad.", "ASSAULT", "nord de Bagdad"),
    ("Une bombe a {explosé} dans le nord du Mali.", "ASSAULT", "nord du Mali"),
    ("Une bombe a {explosé} dans la région de Kherson.", "ASSAULT", "région de Kherson"),
    ("Une bombe a {explosé} dans la province de Kandahar.", "ASSAULT", "province de Kandahar"),
    ("Une bombe a {explosé} dans la capitale, Kaboul.", "ASSAULT", "Kaboul"),
    ("Une bombe a {explosé} dans les rues de Beyrouth.", "ASSAULT", "rues de Beyrouth"),
    ("Une bombe a {explosé} à Pau, en France.", "ASSAULT", "Pau"),
    ("Une bombe a {explosé} à Kasindi, dans le nord du Congo.", "ASSAULT", "Kasindi"),
    ("Une bombe a {explosé} sur la place Tahrir.", "ASSAULT", "place Tahrir"),
    ("Une bombe a {explosé} autour de Bakhmout.", "ASSAULT", "Bakhmout"),
    ("Des milliers de personnes ont {manifesté} à Paris.", "PROTEST", "Paris"),
    ("À Paris, des milliers de personnes ont {manifesté}.", "PROTEST", "Paris"),
    ("Des milliers de personnes ont {manifesté} lundi à Minsk contre le président.", "PROTEST", "Minsk"),
    ("Le président a été {reçu} à Ankara par son homologue.", "CONSULT", "Ankara"),
    ("La {libération} d'Alep a été saluée.", "ASSAULT", "Alep"),
    ("L'{invasion} de l'Ukraine a commencé en février.", "ASSAULT", "Ukraine"),
    ("Les soldats ont {quitté} la ville de Kaya.", "RETREAT", "Kaya"),
    ("La crise dure au Soudan. L'armée a {arrêté} des ministres dans le pays.", "COERCE", "Soudan"),
    ("La tension monte à Khartoum. La foule a {défilé} dans la ville.", "PROTEST", "Khartoum"),
    ("L'armée s'est rendue à Koursk, où l'ennemi {occupe} des villages.", "ASSAULT", "Koursk"),
]


@pytest.mark.parametrize(("text", "type_", "place"), CASES, ids=[c[0] for c in CASES])
def test_place(text: str, type_: str, place: str) -> None:
    found = event(text, type_).place
    assert found is not None
    assert found.name == place


APART = [
    ("Des milliers de personnes ont {manifesté} à Lyon après l'attentat commis à Nice.", "PROTEST", "Lyon"),
    ("Une attaque a {visé} une caserne de Gao.", "ASSAULT", "Gao"),
    ("Des tirs ont été entendus dans une école de Kaboul, où un homme a {tué} trois personnes.", "ASSAULT", "Kaboul"),
    ("Un convoi a été {attaqué} à 40 kilomètres de Djibo.", "ASSAULT", "Djibo"),
    ("Un convoi a été {attaqué} à 40 kilomètres au nord de Djibo.", "ASSAULT", "nord de Djibo"),
    ("Une bombe a {explosé} dans un village situé près de Mossoul.", "ASSAULT", "Mossoul"),
    ("Le Darfour a été le théâtre de {massacres}.", "ASSAULT", "Darfour"),
    ("La ville de Kharkiv a été {bombardée} dans la nuit.", "ASSAULT", "Kharkiv"),
    ("Une explosion a frappé Beyrouth et a {tué} deux cents personnes.", "ASSAULT", "Beyrouth"),
    ("Trois diplomates ont été {expulsés} de Moscou.", "SANCTION", "Moscou"),
    ("L'armée a annoncé le {retrait} de ses troupes de Kherson.", "RETREAT", "Kherson"),
    ("Des roquettes ont {frappé} le territoire israélien.", "ASSAULT", "territoire israélien"),
    ("Des soldats ont été {tués} dans les zones occupées.", "ASSAULT", "zones occupées"),
    ("Les rebelles se sont {emparés} de Goma.", "ASSAULT", "Goma"),
]


@pytest.mark.parametrize(("text", "type_", "place"), APART, ids=[c[0] for c in APART])
def test_place_by_grammar(text: str, type_: str, place: str) -> None:
    found = event(text, type_).place
    assert found is not None
    assert found.name == place


NONE = [
    ("La Russie a {attaqué} l'ennemi.", "ASSAULT"),
    ("Le ministre a {condamné} l'attentat survenu à Istanbul.", "ACCUSE"),
    ("Washington a {demandé} au Mali de libérer les soldats.", "REQUEST"),
    ("Un homme a été {tué}.", "ASSAULT"),
    ("Le président a {reproché} à Paris son silence.", "ACCUSE"),
    ("La Russie a {remis} à l'Ukraine les corps de cent soldats.", "RETREAT"),
    ("L'ambassadeur de France en Turquie a été {tué}.", "ASSAULT"),
    ("Le correspondant de la BBC à Nairobi a été {arrêté}.", "COERCE"),
    ("Le Premier ministre a {démissionné} après des manifestations à Khartoum.", "RETREAT"),
    ("L'acteur Denzel Washington a été {reçu} par le président.", "CONSULT"),
    ("La police a {arrêté} Paris Hilton.", "COERCE"),
    ("Il a {accusé} Washington de mensonge.", "ACCUSE"),
]


@pytest.mark.parametrize(("text", "type_"), NONE, ids=[c[0] for c in NONE])
def test_no_place(text: str, type_: str) -> None:
    assert event(text, type_).place is None


def test_what_might_happen_has_no_place_but_the_one_beside_it() -> None:
    assert event("Selon lui, l'ennemi pourrait {attaquer} l'Ukraine.", status="hypothetical").place is None


def test_a_place_goes_to_its_nearest_event() -> None:
    text = "À Lille, la foule a {défilé}, a expliqué le maire, qui était en visite à Rome."
    found = event(text, "PROTEST").place
    assert found is not None
    assert found.name == "Lille"


def test_the_choice_among_places_of_one_name_is_told() -> None:
    near = event("Une bombe a {explosé} à Tripoli, dans le nord du Liban.").place
    assert near is not None
    assert near.evidence is not None
    assert (near.name, near.country) == ("Tripoli", "LBN")
    assert near.evidence.score is not None
    assert near.evidence.score > 0.9
    assert any(a.country == "LBY" for a in near.evidence.alternatives)
    alone = event("Une bombe a {explosé} à Tripoli.").place
    assert alone is not None
    assert alone.country == "LBY"


def test_the_article_tells_which_town_is_meant() -> None:
    text = "Le gouverneur de l'Alabama a parlé aux États-Unis. Un homme a été {tué} à Birmingham (Alabama)."
    place = event(text).place
    assert place is not None
    assert place.country == "USA"


def test_gazetteer_fills_what_it_knows() -> None:
    place = event("Une bombe a {explosé} à Bagdad.").place
    assert place is not None
    assert place.country == "IRQ"
    assert place.latitude is not None


def test_unknown_place_keeps_its_name() -> None:
    place = event("Une bombe a {explosé} dans le village de Zrouboukia.").place
    assert place is not None
    assert (place.name, place.latitude) == ("Zrouboukia", None)
