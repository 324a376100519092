"""Trains a pipeline from gold and silver documents on one core, with averaged weights.

In: a blank pipeline, syntax documents and name documents. Out: the same pipeline, trained; weights are the running
averages at the last step. Learning rate warms up, then falls linearly to a tenth.
"""

from __future__ import annotations

import json
import random
import shutil
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence, Sized
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from thinc.api import Adam, Optimizer, fix_random_seed

NAMES_ONLY = ("tok2vec", "ner")


@dataclass(slots=True)
class Plan:
    """How long and how hard to train."""

    minutes: float = 10.0
    epochs: float = 1000.0
    words: int = 1200
    rate: float = 0.001
    floor: float = 0.1
    dropout: float = 0.15
    warm: int = 150
    seed: int = 1
    report: float = 300.0
    names: float = 1.0  # share of the syntax batches in which the names learn too (they only listen to the tok2vec)


@dataclass(slots=True)
class Stream:
    """Items to draw batches from: how to make a document of one, the share of steps, and whether only names count."""

    items: Sequence[Sized]
    make: Callable[[Any], Doc]
    share: float
    names_only: bool = False


def batches(items: Sequence[Sized], words: int, rng: random.Random) -> Iterator[list[Sized]]:
    """Endless shuffled batches of about ``words`` words."""
    while True:
        order = list(items)
        rng.shuffle(order)
        batch: list[Sized] = []
        size = 0
        for item in order:
            batch.append(item)
            size += len(item)
            if size >= words:
                yield batch
                batch, size = [], 0
        if batch:
            yield batch


def examples(nlp: Language, golds: Iterable[Doc]) -> list[Example]:
    """Examples whose predicted side holds the reference's own words."""
    return [Example(Doc(nlp.vocab, words=[t.text for t in gold], spaces=[bool(t.whitespace_) for t in gold]), gold)
            for gold in golds]


def listen_last(nlp: Language, name: str) -> None:
    """Let ``name`` be the last listener of the tok2vec: spaCy sends the gradient on when the last one has learned, so
    the last must be a component that has gold labels in the batch at hand."""
    tok2vec = nlp.get_pipe("tok2vec")
    tok2vec.listener_map[name] = tok2vec.listener_map.pop(name)  # type: ignore[attr-defined]


class KnownTrees(dict[int, int]):
    """Lemma rules by number; a rule outside the labels counts as missing (-1) where spaCy would take label 0."""

    def get(self, key: int, default: Any = None) -> Any:
        return super().get(key, -1)


def restore_lemma_labels(nlp: Language) -> None:
    """Number the lemmatizer's rules again: spaCy forgets the numbers when it loads a pipeline."""
    pipe: Any = nlp.get_pipe("trainable_lemmatizer")
    pipe.tree2label = KnownTrees({tree: k for k, tree in enumerate(pipe.cfg["labels"])})


def optimizer(plan: Plan) -> Optimizer:
    """Adam with weight averages."""
    made: Optimizer = Adam(plan.rate, beta1=0.9, beta2=0.999, eps=1e-8, L2=0.01, grad_clip=1.0, use_averages=True,
                L2_is_weight_decay=True)
    return made


def _rate(plan: Plan, step: int, done: float) -> float:
    return plan.rate * min(1.0, (step + 1) / plan.warm) * (1 - (1 - plan.floor) * min(1.0, done))


def train(nlp: Language, streams: Sequence[Stream], plan: Plan,
          look: Callable[[Language], dict[str, float]] | None = None, keep: Path | None = None) -> None:
    """Train until the minutes or epochs run out; the averaged pipeline is written to ``keep`` at every report."""
    fix_random_seed(plan.seed)
    restore_lemma_labels(nlp)
    rng = random.Random(plan.seed)
    sources = [batches(stream.items, plan.words, rng) for stream in streams]
    shares = [stream.share for stream in streams]
    full = sum(len(item) for stream in streams if not stream.names_only for item in stream.items)
    sgd = optimizer(plan)
    start = last = time.time()
    step = seen = 0
    losses: dict[str, float] = {}
    while True:
        done = max((time.time() - start) / (plan.minutes * 60), seen / (plan.epochs * max(full, 1)))
        if done >= 1:
            break
        sgd.learn_rate = _rate(plan, step, done)
        pick = rng.choices(range(len(streams)), shares)[0]
        stream = streams[pick]
        batch = examples(nlp, (stream.make(item) for item in next(sources[pick])))
        if stream.names_only:
            listen_last(nlp, "ner")
            with nlp.select_pipes(enable=list(NAMES_ONLY)):
                nlp.update(batch, sgd=sgd, losses=losses, drop=plan.dropout)
        else:
            listen_last(nlp, "parser")
            left_out = [] if rng.random() < plan.names else ["ner"]
            nlp.update(batch, sgd=sgd, losses=losses, drop=plan.dropout, exclude=left_out)
            seen += sum(len(eg.reference) for eg in batch)
        step += 1
        if time.time() - last > plan.report:
            last = time.time()
            scores: dict[str, float] = {}
            with nlp.use_params(sgd.averages):
                scores = look(nlp) if look else {}
                if keep:
                    write(nlp, keep)
            print(json.dumps({"minutes": round((last - start) / 60, 1), "step": step, "words": seen,
                              "losses": {k: round(v) for k, v in losses.items()}, "scores": scores}), flush=True)
            losses = {}
    nlp_params(nlp, sgd)
    print(f"trained {step} steps, {seen} words", file=sys.stderr)


def write(nlp: Language, folder: Path) -> None:
    """Save beside and move into place, so that readers never see half a pipeline."""
    beside = folder.with_name(folder.name + ".new")
    nlp.to_disk(beside)
    shutil.rmtree(folder, ignore_errors=True)
    beside.rename(folder)


def nlp_params(nlp: Language, sgd: Optimizer) -> None:
    """Put the averaged weights into the pipeline for good."""
    averages = sgd.averages or {}
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        if model is None or model is True:
            continue
        for node in model.walk():
            for name in node.param_names:
                key = (node.id, name)
                if node.has_param(name) and key in averages:
                    node.set_param(name, averages[key])
