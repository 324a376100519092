"""Merging: mentions of one happening become one event, happenings with other counterparts stay apart."""

from __future__ import annotations

import pytest
from help import read

from selon.record import Event


def of_type(text: str, type_: str) -> list[Event]:
    """The events of one type."""
    return [e for e in read(text, published="2023-11-20").events if e.type == type_]


CASES = [
    # other counterparts: other meetings
    ("Vladimir Poutine s'est entretenu avec Recep Tayyip Erdogan. Le président russe a téléphoné à Bachar al-Assad.",
     "CONSULT", 2),
    ("Emmanuel Macron a appelé le président ukrainien. Le président français a appelé le président russe.", "CONSULT", 2),
    ("Joe Biden a rencontré Xi Jinping à Bali. Il a reçu Volodymyr Zelensky à Washington.", "CONSULT", 2),
    # a call taken up again by another verb
    ("Vladimir Poutine a téléphoné à Bachar al-Assad. Le président russe a appelé le président syrien samedi.",
     "CONSULT", 1),
    # a process is no call
    ("Vladimir Poutine a téléphoné à Bachar al-Assad. Le processus de paix a été relancé.", "CONSULT", 2),
    # being glad is not congratulating
    ("Emmanuel Macron s'est dit heureux de la libération de l'otage. Il a félicité Javier Milei.", "SUPPORT", 2),
    ("Le ministre s'est félicité de l'accord. Il a félicité Javier Milei.", "SUPPORT", 2),
    # one murder, told by a noun and by a verb; two victims are two
    ("Le meurtre de l'ambassadeur de Russie a choqué. Andreï Karlov, tué le 19 décembre par un policier turc, avait 62 ans.",
     "ASSAULT", 1),
    ("Andreï Karlov a été assassiné à Ankara. Boris Nemtsov a été assassiné à Moscou.", "ASSAULT", 2),
    # an invasion named by who does it
    ("La Russie a envahi l'Ukraine en 2022. L'invasion de la Russie a fait fuir des millions de personnes.",
     "ASSAULT", 1),
    # two dates are two happenings, one told twice is one
    ("Des soldats ont attaqué Kidal le 3 mai. Des soldats ont attaqué Kidal le 12 juin.", "ASSAULT", 2),
    ("Des soldats ont attaqué Kidal le 3 mai. L'attaque du 3 mai a surpris la ville.", "ASSAULT", 1),
    ("Des soldats ont attaqué Kidal lundi. L'attaque de Kidal en 2012 avait surpris la ville.", "ASSAULT", 2),
]  # fmt: skip


@pytest.mark.parametrize(("text", "type_", "number"), CASES)
def test_number(text: str, type_: str, number: int) -> None:
    found = of_type(text, type_)
    assert len(found) == number, [(e.anchor.text, [m.text for m in e.more]) for e in found]


def test_the_doer_of_a_turned_complement() -> None:
    (invasion,) = of_type(
        "La Russie a envahi l'Ukraine en 2022. L'invasion de la Russie a fait fuir des millions de personnes.", "ASSAULT"
    )
    assert [p.country for p in invasion.actor] == ["RUS"]
    assert [p.country for p in invasion.recipient] == ["UKR"]


def test_appeler_asks_or_calls() -> None:
    text = "Emmanuel Macron a appelé Vladimir Poutine à cesser la guerre."
    assert not of_type(text, "CONSULT")
    assert len(of_type(text, "REQUEST")) == 1


def test_a_denial_does_not_swallow_what_somebody_else_reports() -> None:
    d = read("L'ambassadeur russe a démenti que l'armée russe vise des civils. Le maire a affirmé que des bombardements russes avaient fait quatre morts.")
    assert [(e.type, e.status) for e in d.events] == [("ASSAULT", "negated"), ("ASSAULT", "happened")]
