"""Events: types, modes, status and sides of sentences of the project's own; merging; hard cases."""

from __future__ import annotations

from pathlib import Path

import pytest
from help import read

from selon.lang import parse_table
from selon.record import Event, Party

CASES = parse_table((Path(__file__).parent / "events.tsv").read_text(encoding="utf-8"))


def countries(parties: tuple[Party, ...]) -> str:
    """Codes of the parties in order of the alphabet; "?" for one without, "-" for nobody."""
    return " ".join(sorted({p.country or "?" for p in parties})) or "-"


def find(text: str, type_: str, anchor: str) -> Event:
    """The event of the type whose anchor shares a word with the one wanted."""
    events = read(text, published="2023-11-20").events
    for e in events:
        for span in (e.anchor, *e.more):
            if e.type == type_ and (anchor in span.text or span.text in anchor):
                return e
    raise AssertionError(f"no {type_} {anchor!r}: {[(e.type, e.anchor.text) for e in events]}")


@pytest.mark.parametrize("row", CASES, ids=[f"{r['type']}: {r['text'][:50]}" for r in CASES])
def test_sentence(row: dict[str, str]) -> None:
    event = find(row["text"], row["type"], row["anchor"])
    assert event.status == (row["status"] or "happened")
    if row["mode"]:
        assert event.mode == row["mode"]
    if row["actor"]:
        assert countries(event.actor) == row["actor"]
    if row["recipient"]:
        assert countries(event.recipient) == row["recipient"]


MERGED = [
    # one happening named again: a definite noun, a verb and a noun, a name and the state it belongs to
    ("Le Hamas a attaqué Israël samedi. L'attaque a fait mille morts.", "ASSAULT", 1),
    ("Vladimir Poutine a téléphoné à Bachar al-Assad. Lors de cet entretien, ils ont évoqué Alep.", "CONSULT", 1),
    ("L'armée birmane a pris le pouvoir lundi. Ce coup d'État a été condamné par l'ONU.", "COERCE", 1),
    ("La police turque a arrêté dix journalistes. Ces arrestations ont eu lieu à Ankara.", "COERCE", 1),
    ("La Russie a libéré Brittney Griner. Sa libération a réjoui Washington.", "RETREAT", 1),
    # two happenings: other doers, or one denied
    ("La Turquie a condamné l'attaque. L'Égypte a condamné l'attaque.", "ACCUSE", 2),
    ("La Russie a bombardé l'Ukraine. Israël a bombardé le Liban.", "ASSAULT", 2),
]


@pytest.mark.parametrize(("text", "type_", "number"), MERGED)
def test_merging(text: str, type_: str, number: int) -> None:
    found = [e for e in read(text, published="2023-11-20").events if e.type == type_]
    assert len(found) == number, [(e.anchor.text, [m.text for m in e.more]) for e in found]


HARSH = ("ASSAULT", "COERCE", "ACCUSE", "SANCTION", "MOBILIZE", "REQUEST")
NOTHING = [
    "Le ministre a dit que la situation restait calme.",
    "Il a appelé son chien Médor.",
    "La réunion de parents d'élèves est une tradition.",
    "Le film a été tourné à Cannes.",
    "Les prix ont augmenté de trois pour cent.",
    "Il se demande si le temps va changer.",
    "La Seconde Guerre mondiale est au programme.",
    "Elle a touché une prime.",
    "Le train s'est arrêté en gare.",
    "Il soutient une thèse de physique.",
    "La question a frappé les esprits.",
    "Le joueur a tiré un penalty.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_act_of_force_or_accusation(text: str) -> None:
    found = [e for e in read(text).events if e.type in HARSH]
    assert not found, [(e.type, e.anchor.text) for e in found]


def test_events_stand_in_text_order_with_evidence() -> None:
    text = "La Russie a bombardé Odessa. Le Kremlin a dénoncé les sanctions. Joe Biden a rencontré Xi Jinping."
    events = read(text).events
    assert [e.anchor.start for e in events] == sorted(e.anchor.start for e in events)
    assert all(e.evidence.rule.count(":") == 2 and e.evidence.words for e in events)


ODD = ["", "…", "a a a a", "« « « attaque » »", "tué tué tué tué par par par", "A" * 3000, "attaque, " * 400]


@pytest.mark.parametrize("text", ODD)
def test_odd_text_raises_nothing(text: str) -> None:
    read(text or " ")
