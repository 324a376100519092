"""Teaches the names component alone, after the rest; with ``--own`` it takes a copy of the tok2vec for itself and
teaches that too, else the shared tok2vec stays as it is. Nothing but the names changes either way.

In: a trained pipeline, the same data as build_fr.py. Out: the pipeline with a better ``ner``. Names found in treebanks
and news give way to others of any length: list names of several words, made names of bodies and places.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import build_fr
import data
import gazetteer
import spacy
import student
from augment import NamePool
from conllu import Sentence
from names import Spans
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example

SENTENCES = 40  # in a batch
SWAP = 0.6  # chance that a name is put in place of another; set on wikineural-val's first 1,400 sentences


def cut(text: str) -> list[str]:
    """A list name as tokens: spaces and elisions part it."""
    return re.sub(r"\b([dlDL]['’])(?=\w)", r"\1 ", text).split()


def person(pool: NamePool, gaz: gazetteer.Gazetteer, rng: random.Random) -> list[str]:
    """A made person's name."""
    first, last = rng.choice(pool.first), rng.choice(pool.last)
    shape = rng.random()
    if shape < 0.2:
        return [last]
    if shape < 0.3:
        return [first]
    if shape < 0.4:
        return [first, rng.choice(pool.first), last]
    if shape < 0.48:
        return [first, rng.choice(sorted(gaz.kinds["particle"] - {"&", "and", "of", "the"})), last]
    if shape < 0.53:
        return [first[0] + ".", last]
    return [first, last]


def place(pool: NamePool, gaz: gazetteer.Gazetteer, rng: random.Random) -> list[str]:
    """A place from the lists, or a small-letter word for one before it (lac X, baie de X)."""
    name = cut(rng.choice(pool.sure if rng.random() < 0.6 else pool.place))
    if rng.random() < 0.35:
        name = cut(rng.choice(sorted(gaz.sure_places)))
    if rng.random() < 0.12 and name[0].lower() not in ("le", "la", "les", "l'"):
        kind = rng.choice(sorted(gaz.kinds["loclow"]))
        of = "d'" if name[0][0] in "AEIOUÉHY" else "de"
        return [kind, *name] if rng.random() < 0.3 else [kind, of, *name]
    return name


def body(pool: NamePool, gaz: gazetteer.Gazetteer, rng: random.Random) -> list[str]:
    """An organisation: from the list, or made of a telling word and a place or surname."""
    town, shape = rng.choice(pool.sure), rng.random()
    of = "d'" if town[0] in "AEIOUÉHY" else "de"
    if shape < 0.35:
        return cut(rng.choice(sorted(gaz.kinds["org"])))
    if shape < 0.5:
        return [rng.choice(sorted(gaz.kinds["orglow"] | gaz.kinds["orghead"])), of, town]
    if shape < 0.7:
        return [rng.choice(sorted(gaz.kinds["clubword"])), of, town]
    if shape < 0.8:
        return [rng.choice(sorted(gaz.kinds["clubhead"])), town]
    return [rng.choice(pool.last), rng.choice(sorted(gaz.kinds["orgtail"]))]


MAKERS = {"PER": person, "LOC": place, "ORG": body}


def swapped(sent: Sentence, spans: Spans, pool: NamePool, gaz: gazetteer.Gazetteer, rng: random.Random,
            vocab: Any) -> Doc:
    """A name document of one sentence with some names replaced."""
    words: list[str] = []
    ents: list[tuple[int, int, str]] = []
    at = 0
    for a, b, label in sorted(spans):
        words += [row.form for row in sent.rows[at:a]]
        new = MAKERS[label](pool, gaz, rng) if label in MAKERS and rng.random() < SWAP else []
        new = new or [row.form for row in sent.rows[a:b]]
        ents.append((len(words), len(words) + len(new), label))
        words += new
        at = b
    words += [row.form for row in sent.rows[at:]]
    made = Doc(vocab, words=words)
    made.set_ents([Span(made, a, b, label=label) for a, b, label in ents if label in MAKERS],
                  missing=[Span(made, a, b) for a, b, label in ents if label == "?"], default="outside")
    return made


def tune(nlp: Language, found: Sequence[tuple[Sentence, Spans]], old: Sequence[Doc], pool: NamePool,
         gaz: gazetteer.Gazetteer, minutes: float, own: bool = False, seed: int = 1) -> None:
    """Train ``ner`` for some minutes."""
    rng = random.Random(seed)
    plan = student.Plan(rate=0.001)
    sgd = student.optimizer(plan)
    others = [name for name in nlp.pipe_names if name != "ner"]
    start, done = time.time(), 0.0
    while done < 1:
        sgd.learn_rate = plan.rate * (1 - 0.95 * done)
        golds = [swapped(*rng.choice(found), pool, gaz, rng, nlp.vocab) for _ in range(SENTENCES)]
        golds += [rng.choice(old)] if rng.random() < 0.5 else []
        batch = [Example(Doc(nlp.vocab, words=[t.text for t in gold]), gold) for gold in golds]
        nlp.update(batch, sgd=sgd, drop=0.1, exclude=others, annotates=[] if own else ["tok2vec"])
        done = (time.time() - start) / (minutes * 60)
    student.nlp_params(nlp, sgd)


def main() -> None:
    """Load, teach, save."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("pipeline", "treebanks", "names", "work", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=4)
    parser.add_argument("--own", action="store_true", help="a tok2vec of its own for the names")
    args = parser.parse_args()
    args.quick = False
    run(args)


def run(args: argparse.Namespace) -> None:
    """The same for build_fr.py, which calls this last."""
    gold = data.gold(args.treebanks, 200 if args.quick else 0)
    gaz = gazetteer.load(build_fr.WORDS / "names.tsv")
    nlp = spacy.load(args.pipeline)
    parsed = build_fr.silver(args, nlp, gold)
    common = data.common_forms((gold.written, parsed))
    sents = gold.written + parsed
    found = [(s, sp) for s, sp in zip(sents, data.typed(sents, gaz, common), strict=True) if sp or len(s.rows) % 4 == 0]
    old = data.old_names(args.names / "europeana-fr.bio", nlp.vocab)
    if args.own:
        nlp.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    tune(nlp, found, old, NamePool(gaz), gaz, args.minutes, args.own)
    student.write(nlp, args.out)


if __name__ == "__main__":
    main()
