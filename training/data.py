"""Gathers what the teacher and the student learn from.

In: the folders of treebanks and names, the raw news. Out: harmonised sentences by treebank, the slices kept for model
choice, typed names, and ``Item`` lists.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import conllu
import convert
import harmony
import names
from augment import Item
from conllu import Sentence
from gazetteer import Gazetteer
from recipe import Recipe
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

AGREE = 0.8  # and so large a share must agree
VOTES = 2  # a name must be typed so often elsewhere to lend its type to unclear mentions


@dataclass(slots=True)
class Gold:
    """Training sentences of written and spoken treebanks, and the kept slices."""

    written: list[Sentence]
    spoken: list[Sentence]
    dev: dict[str, list[Sentence]]


def gold(folder: Path, plan: Recipe, limit: int = 0) -> Gold:
    """Read and harmonise the treebanks; ``limit`` sentences of each for a smoke run."""
    names = dict.fromkeys((*plan.written, *plan.spoken, *plan.dev))
    read = {name: conllu.read(folder / f"{name}.conllu", split_words=plan.split_words) for name in names}
    dev = {name: read[name][-plan.kept:] for name in plan.dev}
    usual = harmony.usual_lemmas(s for n in plan.usual for s in read[n])
    for name, sents in read.items():
        part = sents[:-plan.kept] if name in dev else sents
        read[name] = harmony.harmonised(part[:limit] if limit else part, usual, plan.insert_speech, plan.agent)
        for sent in read[name]:
            sent.group = f"{name}/{sent.group}"
    return Gold([s for n in plan.written for s in read[n]], [s for n in plan.spoken for s in read[n]], dev)


def typed(sents: Sequence[Sentence], gaz: Gazetteer, common: Counter[str]) -> list[names.Spans]:
    """Name spans of all sentences, article by article, unclear ones settled by what the whole corpus says."""
    found: list[names.Spans] = []
    for _, run in groupby(sents, key=lambda s: s.group):
        found.extend(names.article(list(run), gaz, common))
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for sent, spans in zip(sents, found, strict=True):
        for a, b, label in spans:
            if label != "?":
                votes[names.joined(sent.rows[a:b])][label] += 1
    settled = []
    for sent, spans in zip(sents, found, strict=True):
        row: names.Spans = []
        for a, b, label in spans:
            counts = votes.get(names.joined(sent.rows[a:b]))
            if label == "?" and counts and counts.total() >= VOTES:
                best, times = counts.most_common(1)[0]
                label = best if times / counts.total() > AGREE else label
            row.append((a, b, label))
        settled.append(row)
    return settled


def items(sents: Sequence[Sentence], spans: Sequence[names.Spans] | None, most: int, rng: random.Random) -> list[Item]:
    """Items of 1 to ``most`` consecutive sentences."""
    place = {id(sent): k for k, sent in enumerate(sents)}
    return [Item(run, [spans[place[id(s)]] for s in run] if spans is not None else None)
            for run in convert.grouped(sents, most, rng)]


def old_names(path: Path, vocab: Vocab, size: int = 120, limit: int = 0) -> list[Doc]:
    """Name documents of about ``size`` words from a tagged word list without sentence ends."""
    docs = []
    for words, spans in convert.bio(path):
        for start in range(0, min(len(words), limit or len(words)), size):
            part = Doc(vocab, words=words[start:start + size])
            part.set_ents([Span(part, a - start, b - start, label=label) for a, b, label in spans
                           if start <= a and b <= start + len(part) and label in ("PER", "LOC", "ORG")])
            docs.append(part)
    return docs


def common_forms(groups: Iterable[Sequence[Sentence]]) -> Counter[str]:
    """How often each form stands in small letters over all groups."""
    total: Counter[str] = Counter()
    for sents in groups:
        total += names.lower_counts(sents)
    return total
