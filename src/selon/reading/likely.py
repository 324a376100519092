"""Likely: whether what fits a frame is reported as an event, by weights learned from annotated articles (table ``event_weights``).

The weights are those of a logistic regression over the features of `features`; `training/event_weights.py` writes them.
"""

from __future__ import annotations

import functools
import math
from collections import Counter
from dataclasses import dataclass

from selon.lang import Words
from selon.reading.mentions import Mention
from selon.reading.scene import Scene

BIAS, THRESHOLD = "bias", "threshold"


@dataclass(frozen=True, slots=True)
class Weights:
    """Weight of each feature, and the probability from which on a mention counts."""

    of: dict[str, float]
    threshold: float


@functools.cache
def weights(lang: Words) -> Weights | None:
    """The language's weights; None where it has none: then every mention counts."""
    try:
        table = lang.table("event_weights")
    except FileNotFoundError:
        return None
    of = {row["feature"]: float(row["weight"]) for row in table}
    return Weights(of, of.pop(THRESHOLD, 0.5))


def weigh(scene: Scene, mentions: list[Mention]) -> None:
    """Give every mention its probability of being a reported event."""
    w = weights(scene.reading.lang)
    if w is None:
        return
    counts = Counter(m.frame.key for m in mentions)
    for m in mentions:
        total = w.of.get(BIAS, 0.0) + sum(w.of.get(f, 0.0) for f in features(scene, m, counts))
        m.weight = 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def likely(scene: Scene, members: list[Mention]) -> bool:
    """Whether an event is worth telling: its best mention is likely enough."""
    w = weights(scene.reading.lang)
    return w is None or max(m.weight for m in members) >= w.threshold


def features(scene: Scene, m: Mention, counts: Counter[str]) -> list[str]:
    """The features of a mention, as names."""
    word, frame = m.word, m.frame
    told = scene.told[word.i]
    head = word.head
    kind = f"{frame.type}{frame.pos}"
    out = [
        f"frame={frame.key}", f"type={kind}", f"rel={frame.pos}{word.dep}", f"status={frame.pos}{m.status}", f"strong={m.strong}",
        f"told={told.kind if told is not None else 'no'}", f"toldtype={frame.type}{told is not None}", f"actor={frame.pos}{bool(m.actor)}",
        f"recipient={frame.pos}{bool(m.recipient)}", f"both={bool(m.actor) and bool(m.recipient)}", f"idiom={bool(m.used)}",
        f"again={min(counts[frame.key], 3)}", f"cue={frame.type if word.i in scene.cues else 'no'}", f"place={_place(scene, m)}",
        f"actortype={frame.type}{bool(m.actor)}",
    ]  # fmt: skip
    out.append(f"mark={frame.pos}{_mark(m)}")
    if frame.pos == "V":
        out += [f"form={word.feats.get('VerbForm', '')}{word.feats.get('Tense', '')}", f"passive={m.args.passive}"]
        out.append(f"subj={m.args.subj[0].pos if m.args.subj else 'none'}{word.feats.get('Person', '')}")
    else:
        out += [f"det={_determiner(m)}", f"number={word.feats.get('Number', '')}", f"light={scene.light(word) is not None}"]
        out.append(f"up={word.rel}{head.pos}{head.lemma.lower() in scene.book.lemmas}")
    return out


def _place(scene: Scene, m: Mention) -> str:
    """Where in the article a mention stands: its head, its first half, its rest."""
    share = m.word.i / max(1, len(scene.reading.words))
    return "head" if m.word.i < 80 else "first" if share < 0.5 else "rest"


def _mark(m: Mention) -> str:
    """The conjunction or preposition that opens a mention's clause or phrase."""
    return next((c.lemma.lower() for c in m.word.children if c.rel in ("mark", "case")), "")


def _determiner(m: Mention) -> str:
    for c in m.word.children:
        if c.rel == "det":
            return "poss" if "Poss" in c.feats else c.feats.get("PronType", "") + c.feats.get("Definite", "")
    return "none"
