"""Events: types, modes, status and sides of sentences of the project's own; merging; the rules that decide hard cases."""

from __future__ import annotations

from pathlib import Path

import pytest

from help import read
from selon.lang import parse_table
from selon.record import Event, Party

CASES = parse_table((Path(__file__).parent / "events.tsv").read_text(encoding="utf-8"))


def countries(parties: tuple[Party, ...]) -> str:
    """Codes of the parties in order of the alphabet; "?" for one without, "-" for nobody."""
    return " ".join(sorted({p.country or "?" for p in parties})) or "-"


def find(text: str, type_: str, anchor: str) -> Event:
    """The event of the type whose anchor shares a word with the one wanted."""
    events = read(text, published="2023-11-20").events
    for e in events:
        for span in (e.anchor, *e.more):
            if e.type == type_ and (anchor in span.text or span.text in anchor):
                return e
    raise AssertionError(f"no {type_} {anchor!r}: {[(e.type, e.anchor.text) for e in events]}")


@pytest.mark.parametrize("row", CASES, ids=[f"{r['type']}: {r['text'][:50]}" for r in CASES])
def test_sentence(row: dict[str, str]) -> None:
    event = find(row["text"], row["type"], row["anchor"])
    assert event.status == (row["status"] or "happened")
    if row["mode"]:
        assert event.mode == row["mode"]
    if row["actor"]:
        assert countries(event.actor) == row["actor"]
    if row["recipient"]:
        assert countries(event.recipient) == row["recipient"]
