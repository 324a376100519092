"""Quotation marks and paragraphs; no pipeline needed."""

import time

import pytest

from selon.reading.layout import lay_out


def inner(text: str) -> list[str]:
    layout, _ = lay_out(text)
    return [text[q.inner_start : q.inner_end] for q in layout.quotes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("« Nous partons », dit-il.", ["Nous partons"]),
        ("«Nous partons», dit-il.", ["Nous partons"]),
        ("«\u00a0Nous partons\u00a0», dit-il.", ["Nous partons"]),
        ("«\u202fNous partons\u202f», dit-il.", ["Nous partons"]),
        ("“Nous partons”, dit-il.", ["Nous partons"]),
        ('"Nous partons", dit-il.', ["Nous partons"]),
        ('" Nous partons ", dit-il.', ["Nous partons"]),
        ("„Nous partons“, dit-il.", ["Nous partons"]),
        ("<< Nous partons >>, dit-il.", ["Nous partons"]),
        ("‘Nous partons’, dit-il.", ["Nous partons"]),
        ("Il a dit 'non' à l'ONU.", ["non"]),
        ("L'accord d'Alger n'est qu'une étape.", []),
        ("L’accord d’Alger n’est qu’une étape.", []),
        ("« Le mot “paix” est beau », dit-il.", ["Le mot “paix” est beau", "paix"]),
        ("« Le mot « paix » est beau », dit-il.", ["Le mot « paix » est beau", "paix"]),
        ('Il a dit "oui" puis "non".', ["oui", "non"]),
        ("« L’un des ‘chefs’ l’a dit », rapporte-t-elle.", ["L’un des ‘chefs’ l’a dit", "chefs"]),
    ],
)
def test_marks_of_every_kind(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


def test_a_quotation_over_paragraphs_with_marks_reopened() -> None:
    text = (
        "« Nous avons négocié pendant trois longues semaines à Genève.\n\n"
        "« Rien n’a été signé, mais rien n’est perdu.\n\n"
        "« Nous reviendrons », a-t-elle promis."
    )
    layout, notes = lay_out(text)
    assert len({q.group for q in layout.quotes}) == 1
    assert [q.paragraph for q in layout.quotes] == [0, 1, 2]
    assert notes == []


def test_a_quotation_over_paragraphs_without_reopening() -> None:
    text = "« Nous avons négocié pendant trois longues semaines.\n\nRien n’a été signé », a-t-elle reconnu."
    layout, notes = lay_out(text)
    assert [text[q.inner_start : q.inner_end] for q in layout.quotes] == [
        "Nous avons négocié pendant trois longues semaines.",
        "Rien n’a été signé",
    ]
    assert notes == []


def test_a_missing_opening_mark_is_put_at_the_start_of_the_paragraph() -> None:
    text = "Le maire est arrivé.\n\nLes routes sont coupées », a annoncé la préfecture."
    layout, notes = lay_out(text)
    assert inner(text) == ["Les routes sont coupées"]
    assert not layout.quotes[0].opened
    assert [n.kind for n in notes] == ["unbalanced_quotes"]


def test_a_missing_closing_mark_ends_with_its_paragraph() -> None:
    text = "« Les routes sont coupées, a annoncé la préfecture.\n\nLe maire est arrivé."
    layout, notes = lay_out(text)
    assert [text[q.inner_start : q.inner_end] for q in layout.quotes] == [
        "Les routes sont coupées, a annoncé la préfecture."
    ]
    assert not layout.quotes[0].closed
    assert [n.kind for n in notes] == ["unbalanced_quotes"]


def test_a_second_opening_mark_where_the_first_was_not_closed() -> None:
    text = "« Les routes sont coupées. Le préfet ajoute : « Restez chez vous ». La nuit tombe."
    assert inner(text) == ["Les routes sont coupées.", "Restez chez vous"]


def test_paragraphs_by_blank_lines_or_by_lines() -> None:
    layout, _ = lay_out("Un.\n\nDeux\nsuite.\n \nTrois.")
    assert len(layout.paragraphs) == 3
    layout, _ = lay_out("Un.\nDeux.\nTrois.")
    assert len(layout.paragraphs) == 3


@pytest.mark.parametrize("text", ["", "«", "»", '"', "«««»", "’’’", "\n\n\n", "« »", "'", "« a\n\n\n« b"])
def test_odd_texts_raise_nothing(text: str) -> None:
    layout, notes = lay_out(text)
    for q in layout.quotes:
        assert 0 <= q.start <= q.inner_start <= q.inner_end <= q.end <= len(text)
    for n in notes:
        assert n.span is not None
        assert text[n.span.start : n.span.end] == n.span.text


@pytest.mark.parametrize(
    "piece", ["'a ", "a ", " ", "a»", "«a. ", "\n ", " \n", "« ‘ “ ", "l'", "'"], ids=lambda piece: repr(piece)
)
def test_the_cost_grows_with_the_length(piece: str) -> None:
    def seconds(times: int) -> float:
        text = "a" + piece * times + "b"
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            lay_out(text)
            best = min(best, time.process_time() - start)
        return best

    assert seconds(16_000) < 16 * 3 * seconds(1_000) + 0.05
