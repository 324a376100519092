"""Credits: source lines, bylines, datelines and brackets that name an agency."""

import pytest
from tests.reading.help import read

BODY = "Le cessez-le-feu tient depuis mardi dans tout le nord du pays, selon les observateurs."


@pytest.mark.parametrize(
    ("text", "publisher", "names"),
    [
        (f"Par Le Monde avec AFP\n\n{BODY}", "Le Monde", ["AFP"]),
        (f"{BODY}\n\nSource : Reuters", None, ["Reuters"]),
        (f"{BODY}\n\nAvec AFP et Reuters", None, ["AFP", "Reuters"]),
        (f"{BODY} (AFP)", None, ["AFP"]),
        (f"GENÈVE (Reuters) - {BODY}", None, ["Reuters"]),
        (f"{BODY}\n\nLe Figaro avec AFP", "Le Figaro", ["AFP"]),
        (f"{BODY}\n\nUn journaliste de l'AFP a été blessé pendant les combats de la nuit.", None, []),
        (f"Par Jeanne Martin\n\n{BODY}", "Le Monde", []),
        (BODY, "Le Monde", []),
    ],
)
def test_credits(text: str, publisher: str | None, names: list[str]) -> None:
    d = read(text, publisher=publisher)
    assert [c.name for c in d.credits] == names
    for c in d.credits:
        assert text[c.span.start : c.span.end] == c.span.text


@pytest.mark.parametrize("dateline", ["NIAMEY (Reuters) - ", "PARIS (AFP) – ", "BEYROUTH, 24 septembre (AP) — "])
@pytest.mark.parametrize("title", ["", "Le retrait commence\n\n"])
def test_a_dateline_is_no_part_of_the_first_sentence(dateline: str, title: str) -> None:
    d = read(f"{title}{dateline}Emmanuel Macron a annoncé dimanche que les troupes quitteraient le Niger.")
    assert [[p.name for p in s.speakers] for s in d.statements] == [["Emmanuel Macron"]]
    assert len(d.credits) == 1


@pytest.mark.parametrize("line", ["Par Claire Dubois avec AFP – Publié le 2 mars 2022", "Publié le 2 mars 2022, avec AFP", "Avec l'AFP"])
def test_bylines_with_a_date(line: str) -> None:
    assert [c.name for c in read(f"{line}\n\n{BODY}").credits] == ["AFP"]
