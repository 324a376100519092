"""Every command and code block in the READMEs and the documentation runs and prints what is shown."""

from __future__ import annotations

from pathlib import Path

import pytest
import readme
import samples

BLOCKS = list(readme.blocks())


def of(kind: str) -> list[object]:
    return [pytest.param(b, id=b.name) for b in BLOCKS if b.kind == kind]


def test_every_block_is_of_a_kind_that_is_run() -> None:
    assert {b.kind for b in BLOCKS} <= {"console", "sh", "python"}
    assert BLOCKS[0].kind == "console"


@samples.needs_pipeline
@pytest.mark.parametrize("block", of("console"))
def test_console(block: readme.Block, tmp_path: Path) -> None:
    now = readme.session(block, readme.workplace(tmp_path))
    assert now == block.text, "if this is better: python tests/readme.py --write"


@samples.needs_pipeline
@pytest.mark.parametrize("block", of("sh"))
def test_newcomer(block: readme.Block, tmp_path: Path) -> None:
    assert [code for _, code in readme.newcomer(block, readme.workplace(tmp_path))] == [0]


@samples.needs_pipeline
@pytest.mark.parametrize("block", of("python"))
def test_python(block: readme.Block) -> None:
    assert readme.python(block) == ""
