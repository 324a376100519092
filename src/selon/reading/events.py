"""Events: what the text reports as happening, planned, asked for or denied, in PLOVER's types.

A word whose lemma opens a frame (`frames`) and whose surroundings meet its conditions is a mention (`mentions`); mentions of one
happening are joined (`merge`); what is hardly ever reported as an event is left out (`likely`).
"""

from __future__ import annotations

from selon.reading.likely import likely, weigh
from selon.reading.mentions import find_mentions
from selon.reading.merge import merge
from selon.reading.scene import Scene
from selon.reading.work import EventDraft, Reading

FUTURE_IS_AGREEMENT = frozenset({"CONSULT", "COOPERATE", "AID"})


def find_events(reading: Reading) -> None:
    """Fill ``reading.events`` in text order of first mention."""
    scene = open_scene(reading)
    mentions = find_mentions(scene)
    weigh(scene, mentions)
    events = [e for e, members in merge(scene, mentions) if likely(scene, members)]
    for e in events:
        settle(e)
    reading.events = events


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
