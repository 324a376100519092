"""Teaches the names component alone, after the rest; with ``--own`` it takes a copy of the tok2vec for itself and
teaches that too, else the shared tok2vec stays as it is. Nothing but the names changes either way.

In: a trained pipeline, the same data as build.py. Out: the pipeline with a better ``ner``. Names found in treebanks
and news give way to others of any length: list names of several words, and names made by the language's shapes
(``pershape``, ``locshape``, ``orgshape`` in ``names.tsv``: a weight, then words and {kinds}).
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import build
import data
import gazetteer
import recipe
import spacy
import student
from augment import NamePool
from conllu import Sentence
from names import Spans
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example

SENTENCES = 40  # in a batch
SHAPES = {"PER": "pershape", "LOC": "locshape", "ORG": "orgshape"}
VOWELS = "AEIOUÉHY"
SWAP = 0.6  # chance that a name is put in place of another; set on wikineural-val's first 1,400 sentences


@dataclass(slots=True)
class Maker:
    """Makes names of a label by the language's shapes."""

    gaz: gazetteer.Gazetteer
    pool: NamePool
    rng: random.Random
    lists: dict[str, list[str]] = field(default_factory=dict)
    shapes: dict[str, tuple[list[str], list[float]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.lists = {kind: sorted(words) for kind, words in self.gaz.kinds.items()}
        self.lists |= {"first": self.pool.first, "last": self.pool.last, "town": self.pool.sure,
                       "initial": [chr(k) + "." for k in range(ord("A"), ord("Z"))], "sure": sorted(self.gaz.sure_places),
                       "place": self.pool.place}
        for label, kind in SHAPES.items():
            rows = [row.split(" ", 1) for row in self.lists[kind]]
            self.shapes[label] = [text for _, text in rows], [float(weight) for weight, _ in rows]

    def cut(self, text: str) -> list[str]:
        """A name as tokens: spaces, elisions and, where a language splits them, hyphens part it."""
        for pair in self.lists.get("elide", []):
            full, short = pair.split("|")
            text = re.sub(rf"\b{full} (?=[{VOWELS}])", short, text)
        text = re.sub(r"\b([dlDL]['’])(?=\w)", r"\1 ", text)
        return (text.replace("-", " - ") if "hyphen" in self.lists else text).split()

    def name(self, label: str) -> list[str]:
        """A made name."""
        shape = self.rng.choices(*self.shapes[label])[0]
        return self.cut(re.sub(r"{(\w+)}", lambda slot: self.rng.choice(self.lists[slot[1]]), shape))


def swapped(sent: Sentence, spans: Spans, maker: Maker, vocab: Any) -> Doc:
    """A name document of one sentence with some names replaced."""
    words: list[str] = []
    ents: list[tuple[int, int, str]] = []
    at = 0
    for a, b, label in sorted(spans):
        words += [row.form for row in sent.rows[at:a]]
        new = maker.name(label) if label in SHAPES and maker.rng.random() < SWAP else []
        new = new or [row.form for row in sent.rows[a:b]]
        ents.append((len(words), len(words) + len(new), label))
        words += new
        at = b
    words += [row.form for row in sent.rows[at:]]
    made = Doc(vocab, words=words)
    made.set_ents([Span(made, a, b, label=label) for a, b, label in ents if label in SHAPES],
                  missing=[Span(made, a, b) for a, b, label in ents if label == "?"], default="outside")
    return made


def tune(nlp: Language, found: Sequence[tuple[Sentence, Spans]], old: Sequence[Doc], maker: Maker, minutes: float,
         own: bool = False) -> None:
    """Train ``ner`` for some minutes."""
    rng = maker.rng
    plan = student.Plan(rate=0.001)
    sgd = student.optimizer(plan)
    others = [name for name in nlp.pipe_names if name != "ner"]
    start, done = time.time(), 0.0
    while done < 1:
        sgd.learn_rate = plan.rate * (1 - 0.95 * done)
        golds = [swapped(*rng.choice(found), maker, nlp.vocab) for _ in range(SENTENCES)]
        golds += [rng.choice(old)] if old and rng.random() < 0.5 else []
        batch = [Example(Doc(nlp.vocab, words=[t.text for t in gold]), gold) for gold in golds]
        nlp.update(batch, sgd=sgd, drop=0.1, exclude=others, annotates=[] if own else ["tok2vec"])
        done = (time.time() - start) / (minutes * 60)
    student.nlp_params(nlp, sgd)


def main() -> None:
    """Load, teach, save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", choices=recipe.languages(), required=True)
    for name in ("pipeline", "treebanks", "work", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--names", type=Path, help="folder of hand-made names")
    parser.add_argument("--minutes", type=float, default=4)
    parser.add_argument("--own", action="store_true", help="a tok2vec of its own for the names")
    args = parser.parse_args()
    args.quick, args.plan, args.seed = False, recipe.load(args.language), 1
    run(args)


def run(args: argparse.Namespace) -> None:
    """The same for build.py, which calls this last."""
    plan: recipe.Recipe = args.plan
    gold = data.gold(args.treebanks, plan, 200 if args.quick else 0)
    gaz = gazetteer.load(plan)
    nlp = spacy.load(args.pipeline)
    parsed = build.silver(args, nlp, gold)
    common = data.common_forms((gold.written, parsed))
    sents = gold.written + parsed
    found = [(s, sp) for s, sp in zip(sents, data.typed(sents, gaz, common), strict=True) if sp or len(s.rows) % 4 == 0]
    old = data.old_names(args.names / plan.names, nlp.vocab) if plan.names else []
    if args.own:
        nlp.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    tune(nlp, found, old, Maker(gaz, NamePool(gaz), random.Random(args.seed)), args.minutes, args.own)
    student.write(nlp, args.out)


if __name__ == "__main__":
    main()
