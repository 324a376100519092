"""Events: what the text reports as happening, planned, asked for or denied, in PLOVER's types.

A word whose lemma opens a frame (`frames`) and whose surroundings meet its conditions is a mention (`mentions`);
mentions of one happening are joined (`merge`), and what they leave out of the sides is taken from nearby (`fill`).
"""

from __future__ import annotations

from selon.reading.attach import attach
from selon.reading.fill import fill
from selon.reading.mentions import find_mentions
from selon.reading.merge import merge
from selon.reading.possible import is_mere_possibility, names_nobody
from selon.reading.scene import Scene
from selon.reading.work import EventDraft, Reading

FUTURE_IS_AGREEMENT = frozenset({"CONSULT", "COOPERATE", "AID"})


def find_events(reading: Reading) -> None:
    """Fill ``reading.events`` in text order of first mention."""
    attach(reading)
    scene = open_scene(reading)
    merged = merge(scene, find_mentions(scene))
    fill(scene, merged)
    events = [event for event, _ in merged if not is_mere_possibility(event, reading.lang)]
    reading.events = [e for e in events if e.status != "happened" or not names_nobody(e)]
    for event in reading.events:
        settle(event)


def open_scene(reading: Reading) -> Scene:
    """The article as the events step sees it."""
    scene = Scene(reading)
    for s in reading.statements:
        if s.cue_word is not None:
            scene.cues.setdefault(s.cue_word.i, []).append(s)
    return scene


def settle(event: EventDraft) -> None:
    """A future consultation, cooperation or aid is an agreement; an announced withdrawal a concession."""
    if event.status != "planned":
        return
    if event.type in FUTURE_IS_AGREEMENT:
        event.type, event.mode = "AGREE", None
    elif event.type == "RETREAT" and event.mode == "withdraw":
        event.type, event.mode = "CONCEDE", None
