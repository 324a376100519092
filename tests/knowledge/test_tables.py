"""Lint of every knowledge table: form, order, codes, dates, holders, and that every name finds its row."""

from __future__ import annotations

import itertools
import re
import unicodedata
from pathlib import Path

import pytest

import selon
from selon.knowledge import Entry, Knowledge
from selon.knowledge.codes import BODIES, MEDIA_KINDS, OWNERSHIP, SECTORS
from selon.knowledge.dates import first_day, last_day
from selon.knowledge.names import fold
from selon.knowledge.tables import rows, several

ROOT = Path(selon.__file__).parent
TABLES = sorted(
    [
        *(ROOT / "knowledge").glob("*.tsv"),
        *(ROOT / "lang").glob("*/demonym*.tsv"),
        *(ROOT / "lang").glob("*/place_words.tsv"),
    ]
)
COLUMNS = {
    "bodies": "name country sector variants start end",
    "demonym_endings": "ending feminine",
    "divisions": "name keys others country division latitude longitude population geonames class",
    "demonyms": "base code feminine others first",
    "groups": "name country sector variants start end",
    "leaders": "country office",
    "media": "name country kind ownership variants domains start end",
    "not_surnames": "word",
    "offices": "country office holder variants short sector start end note",
    "particles": "word",
    "place_words": "word class",
    "persons": "country office holder variants short sector start end note",
    "places": "name keys others country division latitude longitude population geonames class",
    "regions": "name variants country latitude longitude weight class",
    "seats": "name country sector office of variants start end",
    "state_forms": "code form",
    "state_names": "name code part",
    "states": "code alpha2 fr en variants geonames",
    "titles": "office rank meaning body",
    "wars": "place actor recipient from until",
}
STATES = {row["code"] for row in rows("states")}
EDTF = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return Knowledge.load("fr")


@pytest.mark.parametrize("path", TABLES, ids=lambda p: p.stem)
def test_form(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text == unicodedata.normalize("NFC", text)
    assert text.endswith("\n")
    assert "\r" not in text
    lines = text.split("\n")[:-1]
    comments = list(itertools.takewhile(lambda line: line.startswith("#"), lines))
    assert comments, "what the table is and where it comes from"
    assert re.search(r"[Oo]rigin: |Built by ", " ".join(comments))
    header, *body = lines[len(comments) :]
    assert header.split("\t") == COLUMNS[path.stem].split()
    assert body == sorted(set(body))
    for line in body:
        cells = line.split("\t")
        assert len(cells) == len(header.split("\t")), line
        for cell in cells:
            values = cell.split("|") if cell else []
            assert all(v and v == v.strip() and "  " not in v for v in values), line
            assert cell.lower() not in {"none", "null", "n/a", "unknown", "-", "?"}, line


@pytest.mark.parametrize("table", ["bodies", "groups", "media", "offices", "persons", "seats", "places", "divisions", "regions"])
def test_codes(table: str) -> None:
    for row in rows(table):
        assert row["country"] in STATES | BODIES or (table == "regions" and not row["country"]), row
        assert not row.get("sector") or row["sector"] in SECTORS, row


def test_other_codes() -> None:
    assert all(row["code"] in STATES for row in rows("state_names"))
    assert all(row["code"] in STATES | {"UNO", "EUR"} for row in rows("demonyms", None, ("lang", "fr")))
    assert {row["kind"] for row in rows("media")} <= MEDIA_KINDS
    assert {row["ownership"] for row in rows("media")} <= OWNERSHIP | {""}
    titles = {row["office"] for row in rows("titles")}
    used = {row["office"] for table in ("offices", "persons", "seats", "leaders") for row in rows(table) if row["office"]}
    assert used <= titles, used - titles


@pytest.mark.parametrize("table", ["bodies", "groups", "media", "offices", "persons", "seats"])
def test_dates(table: str) -> None:
    for row in rows(table):
        for cell in (row["start"], row["end"]):
            assert not cell or EDTF.fullmatch(cell), row
            assert len(cell) < 10 or ("01" <= cell[5:7] <= "12" and "01" <= cell[8:] <= "31"), row
        start, end = first_day(row["start"]), last_day(row["end"])
        assert start is None or end is None or start <= end, row


# Offices of which a country has one at a time.
SINGLE = re.findall(
    r"\w+",
    """head_of_state head_of_government supreme_leader foreign_minister defence_minister interior_minister
    justice_minister finance_minister parliament_speaker senate_president army_chief un_secretary_general
    nato_secretary_general commission_president council_president high_representative au_commission_chair
    icc_prosecutor who_director imf_director unhcr_high_commissioner ohchr_high_commissioner""",
)


@pytest.mark.parametrize("office", SINGLE)
def test_one_holder(office: str) -> None:
    held: dict[str, list[dict[str, str]]] = {}
    for row in rows("offices"):
        if row["office"] == office and not row["note"]:
            held.setdefault(row["country"], []).append(row)
    for country, terms in held.items():
        dated = sorted((t for t in terms if t["start"]), key=lambda t: first_day(t["start"]) or "")
        for a, b in itertools.pairwise(dated):
            assert a["end"], (country, a["holder"], b["holder"], "the earlier term has no end")
            # A month or year says no more than that the handing over lies in it.
            shortest = min(len(a["end"]), len(b["start"]))
            assert a["end"][:shortest] <= b["start"][:shortest], (country, a["holder"], b["holder"])


def _names() -> list[tuple[str, str, str]]:
    """Kind, own name and each name of every row; surnames that the tables bar are left out."""
    never = {row["word"] for row in rows("not_surnames")}
    out = []
    for table, kind, key in (
        ("bodies", "body", "name"),
        ("groups", "group", "name"),
        ("media", "media", "name"),
        ("offices", "person", "holder"),
        ("persons", "person", "holder"),
        ("seats", "seat", "name"),
    ):
        for row in rows(table):
            extra = [s for s in several(row.get("short", "")) if s not in never]
            out += [(kind, row[key], name) for name in [row[key], *several(row["variants"]), *extra]]
    return out


def test_every_name_finds_its_row(knowledge: Knowledge) -> None:
    def finds(kind: str, main: str, name: str) -> bool:
        return any(e.name == main and (e.key.startswith(kind)) for e in knowledge.lookup(name))

    lost = [(kind, main, name) for kind, main, name in _names() if not finds(kind, main, name)]
    assert not lost, lost[:20]


def test_every_state_name(knowledge: Knowledge) -> None:
    for row in rows("states"):
        for name in [row["fr"], row["en"], *several(row["variants"])]:
            assert f"state:{row['code']}" in {e.key for e in knowledge.lookup(name)}, name
    for row in rows("state_names"):
        assert row["code"] in {e.country for e in knowledge.lookup(row["name"]) if e.key.startswith("state:")}, row


def test_one_meaning_per_body(knowledge: Knowledge) -> None:
    """A body's or group's own name is found first among bodies and groups."""
    for table, kind in (("bodies", "body"), ("groups", "group")):
        for row in rows(table):
            found = [e for e in knowledge.lookup(row["name"]) if e.kind == kind]
            assert row["name"] in {e.name for e in found}


def test_keys_are_of_one_thing(knowledge: Knowledge) -> None:
    """Entries that share a key are periods of one thing: same name and kind."""
    by_key: dict[str, set[tuple[str, str]]] = {}
    for _, _, name in _names():
        for e in knowledge.lookup(name):
            by_key.setdefault(e.key, set()).add((e.name, e.kind))
    assert not [k for k, v in by_key.items() if len(v) > 1]


def test_domains_are_of_one_medium() -> None:
    seen: dict[str, str] = {}
    for row in rows("media"):
        for domain in several(row["domains"]):
            assert re.fullmatch(r"[a-z0-9.-]+\.[a-z]{2,}", domain), row
            assert seen.setdefault(domain, row["name"]) == row["name"], domain


@pytest.mark.parametrize("table", ["places", "divisions"])
def test_places_are_folded_as_names_are(table: str) -> None:
    """``python tools/build_places.py`` and ``build_divisions.py`` are due when folding changes."""
    for row in rows(table):
        assert row["keys"].split("|")[0] == fold(row["name"]), row
        assert -90 <= float(row["latitude"]) <= 90
        assert -180 <= float(row["longitude"]) <= 180
        assert int(row["population"]) >= 0
        assert row["class"] in (("capital", "town") if table == "places" else ("division",))


def test_regions() -> None:
    for row in rows("regions"):
        assert row["class"] in ("land", "region", "sea", "island", "site", "town"), row
        assert bool(row["latitude"]) == bool(row["longitude"]), row


def test_each_place_is_found_by_each_of_its_names(knowledge: Knowledge) -> None:
    for table in ("places", "divisions"):
        for row in rows(table):
            for key in [*several(row["keys"]), *several(row["others"])]:
                assert fold(key) != key or any(c.name == row["name"] for c in knowledge.resolve_place(key)), (key, row)
    for row in rows("regions"):
        for name in [row["name"], *several(row["variants"])]:
            assert any(c.name == row["name"] for c in knowledge.resolve_place(name)), (name, row)


def test_entry_is_small() -> None:
    assert not hasattr(Entry("state:FRA", "France", "state", "FRA", "GOV"), "__dict__")
