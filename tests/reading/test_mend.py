"""Broken text is read from a mended copy; the text and the offsets stay."""

import pytest
from tests.reading.help import read

from selon.lang import words
from selon.reading.mend import mend


@pytest.mark.parametrize(
    ("text", "copy"),
    [
        ("Il partira, a indiquéle ministre.", "Il partira, a indiqué le ministre."),
        ("Il a affirméque non.", "Il a affirmé que non."),
        ("La fin est proche.Le maire part.", "La fin est proche. Le maire part."),
        ("Le prÃ©sident est arrivÃ©.", "Le président est arrivé."),
        ("Lâ€™ONU a rÃ©agi.", "L’ONU a réagi."),
        ("«\u202fOui\u202f», dit-il.", "« Oui », dit-il."),
        ("Les réunions déclarées illégales.", "Les réunions déclarées illégales."),
        ("Le site lemonde.fr et l'U.R.S.S. d'alors.", "Le site lemonde.fr et l'U.R.S.S. d'alors."),
    ],
)
def test_the_copy_reads_well_and_leads_back(text: str, copy: str) -> None:
    mended, notes = mend(text, words("fr"))
    assert mended.text == copy
    for at in range(len(mended.text)):
        assert 0 <= mended.origin(at) < len(text)
    for n in notes:
        assert n.span is not None
        assert text[n.span.start : n.span.end] == n.span.text


def test_mojibake_is_noted_and_every_span_holds() -> None:
    text = "Le cessez-le-feu tient, a dÃ©clarÃ© AntÃ³nio Guterres."
    d = read(text)
    assert d.text == text
    assert {n.kind for n in d.notes} == {"mojibake"}
    assert [s.cue.text for s in d.statements if s.cue] == ["a dÃ©clarÃ©"]


def test_a_sentence_cut_off_is_noted_but_no_heading() -> None:
    d = read("Une trêve fragile\n\nLe gouvernement et les rebelles ont signé hier une trêve qui doit ouvrir la voie à des\n\nLa suite demain.")
    assert [n.kind for n in d.notes] == ["truncated"]


def test_the_note_of_a_repair_is_short_where_the_text_has_no_blanks() -> None:
    text = "Paris.Londres." * 3000
    mended, notes = mend(text, words("fr"))
    assert mended.text.startswith("Paris. Londres. Paris. ")
    assert max(len(n.span.text) for n in notes if n.span) <= 120


def test_a_run_without_blanks_is_parted_for_the_tokenizer() -> None:
    text = '"' * 1300
    mended, notes = mend(text, words("fr"))
    assert max(map(len, mended.text.split())) == 500
    assert not notes
    assert [mended.origin(at) for at in (0, 499, 501, 1001, len(mended.text))] == [0, 499, 500, 1000, 1300]
    assert read("La ville est calme. " + text).text.endswith(text)
