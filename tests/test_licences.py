"""Whatever is shipped under a licence of its own is named in NOTICE, and the licence's text is shipped with it."""

from __future__ import annotations

import json
import tomllib

import pytest
from samples import ROOT

NOTICE = (ROOT / "NOTICE").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_every_licence_of_the_package_has_its_text_and_its_notice() -> None:
    first, *others = PROJECT["license"].split(" AND ")
    assert first == "Apache-2.0"
    assert sorted(others) == sorted(p.stem for p in (ROOT / "LICENSES").glob("*.txt"))
    assert all(licence in NOTICE for licence in others)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_pipelines_and_their_makers_are_in_the_notice(language: str) -> None:
    meta = json.loads((ROOT / f"src/selon/lang/{language}/pipeline/meta.json").read_text(encoding="utf-8"))
    assert meta["license"] in NOTICE
    for source in meta["sources"]:
        if source["name"].startswith("UD "):
            assert source["author"] in NOTICE


def test_tables_with_data_of_others_are_in_the_notice() -> None:
    for path in sorted((ROOT / "src/selon").rglob("*.tsv")):
        top = "".join(line for line in path.read_text(encoding="utf-8").splitlines()[:6] if line.startswith("#"))
        if "CC BY" in top or "Unicode License" in top:
            assert path.relative_to(ROOT).as_posix() in NOTICE
