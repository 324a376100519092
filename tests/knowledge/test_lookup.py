"""What names in French news resolve to, traps included."""

from __future__ import annotations

from pathlib import Path

import pytest

from selon.knowledge import Knowledge


@pytest.fixture(scope="module")
def k() -> Knowledge:
    return Knowledge.load("fr")


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Géorgie", "state:GEO"),
        ("la Géorgie", "state:GEO"),
        ("le Congo", "state:COG"),
        ("RDC", "state:COD"),
        ("Washington", "seat:washington"),
        ("l’Élysée", "seat:elysee"),
        ("Elysée", "seat:elysee"),
        ("Quai d’Orsay", "seat:quai-d-orsay"),
        ("la Maison Blanche", "seat:maison-blanche"),
        ("Bachar el-Assad", "person:bachar-el-assad"),
        ("Bachar al‑Assad", "person:bachar-el-assad"),
        ("Assad", "person:bachar-el-assad"),
        ("Poutine", "person:vladimir-poutine"),
        ("V. Poutine", "person:vladimir-poutine"),
        ("ERDOGAN", "person:recep-tayyip-erdogan"),
        ("Onu", "body:onu"),
        ("l'ONU", "body:onu"),
        ("O.N.U.", "body:onu"),
        ("l’UE", "body:union-europeenne"),
        ("OTAN", "body:otan"),
        ("Otan", "body:otan"),
        ("Daech", "group:etat-islamique"),
        ("talibans", "group:talibans"),
        ("Le Monde", "media:le-monde"),
        ("Chine nouvelle", "media:xinhua"),
        ("Amnesty International", "body:amnesty-international"),
        ("SANA", "media:sana"),
        ("LA RUSSIE", "state:RUS"),
        ("LA Times", "media:los-angeles-times"),
        ("Union européenne (UE)", "body:union-europeenne"),
    ],
)
def test_best_meaning(k: Knowledge, name: str, key: str) -> None:
    assert k.lookup(name)[0].key == key


@pytest.mark.parametrize(
    "word",
    [
        "eu",
        "la",
        "si",
        "ue",
        "le monde",
        "monde",
        "us",
        "ei",
        "fait",
        "réunion",
        "suisse",
        "Monde",
        "Prince",
        "",
        " ",
        "l'",
    ],
)
def test_no_meaning(k: Knowledge, word: str) -> None:
    assert k.lookup(word) == []


def test_both_congos(k: Knowledge) -> None:
    assert [e.country for e in k.lookup("le Congo")] == ["COG", "COD"]
    assert k.demonyms("congolaises") == ["COD", "COG"]


@pytest.mark.parametrize(
    ("office", "country", "on", "holder"),
    [
        ("head_of_state", "FRA", "2016-12-23", "François Hollande"),
        ("head_of_state", "FRA", "2017-05-14", "Emmanuel Macron"),
        ("head_of_state", "TUR", "2016-12", "Recep Tayyip Erdogan"),
        ("head_of_government", "TUR", "2016-12-23", "Binali Yildirim"),
        ("head_of_state", "USA", "2022", "Joe Biden"),
        ("un_secretary_general", "UNO", "2016-12-23", "Ban Ki-moon"),
        ("nato_secretary_general", "IGO", "2025-01-01", "Mark Rutte"),
        ("foreign_minister", "RUS", None, "Sergueï Lavrov"),
    ],
)
def test_holder(k: Knowledge, office: str, country: str, on: str | None, holder: str) -> None:
    found = k.holder(office, country, on)
    assert found is not None
    assert found.name == holder


def test_no_holder(k: Knowledge) -> None:
    assert k.holder("head_of_state", "FRA", "1700") is None
    assert k.holder("nothing", "FRA", None) is None


def test_surnames_follow_the_date(k: Knowledge) -> None:
    assert k.lookup("Déby", "2020-01-01")[0].name == "Idriss Déby"
    assert k.lookup("Déby", "2022-01-01")[0].name == "Mahamat Idriss Déby"
    assert k.lookup("Clinton", "2016-10-01")[0].name == "Hillary Clinton"
    assert k.lookup("talibans", "2010")[0].sector == "REB"
    assert k.lookup("talibans", "2022-01-01")[0].sector == "GOV"


def test_offices_of(k: Knowledge) -> None:
    assert {"head_of_state", "head_of_government"} == {e.office for e in k.offices_of("Poutine")}
    assert k.offices_of("Personne De Connu") == []


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("russe", "RUS"), ("russes", "RUS"), ("Russes", "RUS"), ("turque", "TUR"), ("sud-coréenne", "KOR"),
        ("nigérienne", "NER"), ("nigériane", "NGA"), ("grecques", "GRC"), ("burkinabè", "BFA"), ("israélo-", "ISR"),
        ("onusien", "UNO"), ("européennes", "EUR"), ("SYRIENNE", "SYR"), ("egyptien", "EGY"), ("table", None),
        ("maltaises", "MLT"), ("malienne", "MLI"), ("lettonne", "LVA"), ("saoudiens", "SAU"), ("afghane", "AFG"),
    ],
)  # fmt: skip
def test_demonym(k: Knowledge, word: str, code: str | None) -> None:
    assert k.demonym(word) == code


def test_compound_demonym(k: Knowledge) -> None:
    assert k.demonyms("russo-turc") == ["RUS", "TUR"]
    assert k.demonyms("israélo-palestinienne") == ["ISR", "PSE"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("la Russie", "RUS"), ("RDC", "COD"), ("États-Unis", "USA"), ("Etats-Unis", "USA"), ("USA", "USA"),
        ("Zaïre", "COD"), ("Birmanie", "MMR"), ("Myanmar", "MMR"), ("l'Ukraine", "UKR"), ("Côte d’Ivoire", "CIV"),
        ("COTE D'IVOIRE", "CIV"), ("us", None), ("Kosovo", "KOS"), ("Taïwan", "TWN"), ("Bretagne", None),
    ],
)  # fmt: skip
def test_state(k: Knowledge, name: str, code: str | None) -> None:
    assert k.state(name) == code


def test_seat(k: Knowledge) -> None:
    seats = {name: k.seat(name) for name in ("Moscou", "Kremlin", "Bruxelles", "Goma")}
    assert [(e.country, e.sector, e.kind) if e else None for e in seats.values()] == [
        ("RUS", "GOV", "state"), ("RUS", "GOV", "body"), ("EUR", None, "state"), None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("https://www.rfi.fr/fr/afrique/2020", "media:rfi"),
        ("afrique.lemonde.fr", "media:le-monde"),
        ("BBC", "media:bbc"),
        ("l'AFP", "media:afp"),
        ("agence Anadolu", "media:anadolu"),
        ("https://example.org/", None),
        ("http://[", None),
        ("Moscou", None),
        ("l'agence officielle KCNA", "media:kcna"),
        ("Monde", "media:le-monde"),
    ],
)
def test_medium(k: Knowledge, name: str, key: str | None) -> None:
    found = k.medium(name)
    assert (found.key if found else None) == key


def test_places(k: Knowledge) -> None:
    alep = k.place("Alep")
    assert alep is not None
    assert (alep.country, alep.geonames) == ("SYR", 170063)
    assert k.country_of_place("Le Caire") == "EGY"
    assert k.country_of_place("Tripoli") == "LBY"
    tripoli = k.place("Tripoli", ("LBN",))
    assert tripoli is not None
    assert tripoli.country == "LBN"
    assert k.place("Nullepart-les-Bains") is None
    assert k.country_of_place("région de Kherson") == "UKR"
    assert k.country_of_place("nord du Burkina Faso") == "BFA"
    assert k.country_of_place("Ukraine") == "UKR"
    assert k.country_of_place("Sahel") is None
    assert k.country_of_place("le Nord-Kivu") == "COD"


def test_own_tables_come_first(tmp_path: Path) -> None:
    (tmp_path / "bodies.tsv").write_text(
        "# mine\nname\tcountry\tsector\tvariants\tstart\tend\nClub de lecture de Vanves\tFRA\tCVL\tCLV\t\t\n",
        encoding="utf-8",
    )
    found = Knowledge.load("fr", tmp_path).lookup("CLV")
    assert [(e.name, e.country, e.sector) for e in found] == [("Club de lecture de Vanves", "FRA", "CVL")]


def test_another_language_loads() -> None:
    assert Knowledge.load("xx").demonym("russe") is None
