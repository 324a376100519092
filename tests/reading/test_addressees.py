"""To whom it is said."""

import pytest
from tests.reading.help import read


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("« Nous partons », a déclaré Angela Merkel à l'AFP.", ["AFP"]),
        ("Emmanuel Macron a dit à Vladimir Poutine que la France ne céderait pas.", ["Vladimir Poutine"]),
        ("L'Union africaine a appelé les rebelles à déposer les armes.", ["rebelles"]),
        ("Le pape a demandé aux évêques de rester.", ["évêques"]),
        ("Emmanuel Macron a déclaré à Paris que la France ne céderait pas.", []),
        ("Kiev accuse Moscou d'avoir bombardé un théâtre.", []),
        ("Le ministre a annoncé que la route était fermée.", []),
    ],
)
def test_addressees(text: str, names: list[str]) -> None:
    assert [a.name for s in read(text).statements for a in s.addressees] == names
