"""Chains: on whom an event rests, through whom it came, who is a side of it."""

from tests.reading.help import read

from selon.record import Document, Event


def event(d: Document, anchor: str) -> Event:
    return next(e for e in d.events if anchor in (e.anchor.text, *(m.text for m in e.more)))


def links(e: Event) -> list[list[tuple[str, str, str | None]]]:
    return [[(t.name, t.role, t.party) for t in chain] for chain in e.chains]


def test_a_statement_carries_its_event_through_agency_and_publisher() -> None:
    d = read("L'armée russe a bombardé Kharkiv, a annoncé le gouvernement ukrainien.\n\nAvec AFP", publisher="Le Monde")
    e = event(d, "a bombardé")
    assert len(e.according_to) == 1
    assert links(e) == [[("gouvernement ukrainien", "speaker", "self"), ("AFP", "agency", None), ("Le Monde", "publisher", None)]]


def test_the_articles_own_voice_rests_on_no_statement() -> None:
    d = read("L'armée russe a bombardé Kharkiv mardi.", publisher="Le Monde")
    e = event(d, "a bombardé")
    assert e.according_to == ()
    assert links(e) == [[("Le Monde", "publisher", None)]]


def test_an_event_told_and_asserted_is_the_articles_own() -> None:
    d = read("L'armée russe a bombardé Kharkiv mardi. Le gouvernement ukrainien a déclaré que ce bombardement avait fait dix morts.")
    assert event(d, "a bombardé").according_to == ()


def test_the_medium_of_a_side_is_marked() -> None:
    d = read("Bachar el-Assad a remercié Vladimir Poutine de son aide, rapporte l'agence SANA.")
    e = event(d, "a remercié")
    assert links(e)[0][0] == ("agence SANA", "agency", "own_medium")


def test_layers_stand_in_the_chain_from_the_one_who_knows() -> None:
    d = read("Volodymyr Zelensky a dit que la Russie avait attaqué Odessa, a rapporté l'agence Reuters.")
    e = event(d, "avait attaqué")
    assert [t[0] for t in links(e)[0]] == ["Volodymyr Zelensky", "agence Reuters"]


def test_the_innermost_statement_counts() -> None:
    d = read("Volodymyr Zelensky a dit que la Russie avait attaqué Odessa, a rapporté l'agence Reuters.")
    e = event(d, "avait attaqué")
    inner = next(s for s in d.statements if s.within)
    assert e.according_to == (inner.id,)
