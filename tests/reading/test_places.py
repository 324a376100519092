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


NONE = [
    ("La Russie a {attaqué} l'ennemi.", "ASSAULT"),
    ("Le ministre a {condamné} l'attentat survenu à Istanbul.", "ACCUSE"),
    ("Washington a {demandé} au Mali de libérer les soldats.", "REQUEST"),
    ("Un homme a été {tué}.", "ASSAULT"),
]


@pytest.mark.parametrize(("text", "type_"), NONE, ids=[c[0] for c in NONE])
def test_no_place(text: str, type_: str) -> None:
    assert event(text, type_).place is None


def test_gazetteer_fills_what_it_knows() -> None:
    place = event("Une bombe a {explosé} à Bagdad.").place
    assert place is not None
    assert place.country == "IRQ"
    assert place.latitude is not None


def test_unknown_place_keeps_its_name() -> None:
    place = event("Une bombe a {explosé} dans le village de Zrouboukia.").place
    assert place is not None
    assert (place.name, place.latitude) == ("Zrouboukia", None)
