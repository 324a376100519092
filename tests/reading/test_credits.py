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
