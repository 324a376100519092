"""From treebanks, names and raw news to a language's pipeline, in one command.

In: ``--language``, ``--treebanks`` (UD CoNLL-U files), ``--names`` (folder of hand-made names, where the language has
such a file), ``--raw`` (news: JSONL or a folder of texts), optionally ``--vectors`` (a
spaCy vectors folder, read by the teacher only). Out: the pipeline folder ``--out``. ``--work`` keeps the teacher and
its parses, so that a second call goes on from there. ``--quick`` runs every step on little data within some minutes.
"""

from __future__ import annotations

import argparse
import importlib
import pickle
import random
from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import attribution
import data
import evaluate
import gazetteer
import harmony
import package
import pipeline
import raw
import recipe
import spacy
import student
from augment import Item, NamePool, to_doc, vary
from conllu import Sentence
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc
from teacher import Teacher

SPOKEN_SHARE = 0.35  # of the spoken sentences are seen in a round of the teacher
DEV = 600  # last sentences of the kept ones that reports are made on
LABELS_FROM = 3000  # items of silver news that show the labels
SHAPE = pipeline.Shape()


def taught(args: argparse.Namespace, gold: data.Gold) -> Teacher:
    """The trained teacher, from ``--work`` where it is there already."""
    path: Path = args.work / "teacher.pt"
    if path.exists():
        return Teacher.load(path, args.vectors)
    sents = gold.written + gold.spoken
    width, depth = (32, 1) if args.quick else (args.teacher_width, args.teacher_depth)
    made = Teacher(sents, args.vectors, width, depth)
    dev = [s for part in gold.dev.values() for s in part][-DEV:]
    made.train(sents, args.teacher_minutes, dict.fromkeys(args.plan.spoken, SPOKEN_SHARE), dev)
    made.save(path)
    return made


def some(sents: Sequence[Sentence], most: int, seed: int) -> list[Sentence]:
    """About ``most`` sentences, whole articles at random; all of them for 0."""
    articles = [list(run) for _, run in groupby(sents, key=lambda s: s.group)]
    random.Random(seed).shuffle(articles)
    kept: list[Sentence] = []
    for article in articles:
        if most and len(kept) >= most:
            break
        kept.extend(article)
    return kept


def silver(args: argparse.Namespace, nlp: Language, gold: data.Gold) -> list[Sentence]:
    """Raw news parsed by the teacher, kept in ``--work``."""
    path: Path = args.work / "silver.pkl"
    if path.exists():
        with path.open("rb") as stream:
            kept: list[Sentence] = pickle.load(stream)
            return kept
    sents = some(list(raw.read(args.raw, nlp.tokenizer, args.plan.bound)), 300 if args.quick else args.sentences, args.seed)
    found = taught(args, gold).label(sents)
    if args.plan.insert_speech:
        found = [harmony.insert_speech(sent) for sent in found]
    found = [harmony.agents(sent, args.plan.agent) for sent in found]
    usual = harmony.usual_lemmas(gold.written)
    known = {row.form for sent in found for row in sent.rows} | {lemma for counts in usual.values() for lemma in counts}
    harmony.checked_lemmas(found, usual, known)
    with path.open("wb") as stream:
        pickle.dump(found, stream)
    return found


def look(dev: dict[str, list[Sentence]], names_file: Path | None) -> Callable[[Language], dict[str, float]]:
    """Scores on the kept slices (three sentences a document), and names where a file is given."""
    def scores(nlp: Language) -> dict[str, float]:
        found: dict[str, float] = {}
        for name, sents in dev.items():
            result = Scorer(nlp).score(evaluate.treebank_examples(nlp, sents[-DEV:], 3))
            keys = ("pos_acc", "lemma_acc", "dep_las", "sents_f")
            found |= {f"{name} {key}": round(100 * result[key], 1) for key in keys}
        if names_file:
            found["names"] = evaluate.name_scores(nlp, names_file, 1500)["f"]
        return found
    return scores


def streams(args: argparse.Namespace, nlp: Language, gold: data.Gold) -> list[student.Stream]:
    """Everything the student learns from, with its share of the steps."""
    plan: recipe.Recipe = args.plan
    rng = random.Random(args.seed)
    gaz = gazetteer.load(plan)
    pool = NamePool(gaz)
    parsed = silver(args, nlp, gold)
    made = list(attribution.made(gold.written + parsed[:6000], plan, 300 if args.quick else 8000))
    common = data.common_forms((gold.written, parsed))
    parts: list[tuple[Sequence[Sentence], int, float]] = [
        (sents, most, share) for sents, most, share in zip(
            (gold.written, parsed, made, gold.spoken), (3, 5, 1, 4), plan.shares, strict=True)]

    def doc(item: Item) -> Doc:
        return to_doc(nlp.vocab, vary(item, rng, pool, plan))

    found = [student.Stream(data.items(sents, data.typed(sents, gaz, common), most, rng), doc, share)
             for sents, most, share in parts if sents]
    if plan.names:
        old = data.old_names(args.names / plan.names, nlp.vocab, limit=5000 if args.quick else 0)
        found.append(student.Stream(old, lambda item: item, 0.08, names_only=True))
    return found


def sample(nlp: Language, found: Sequence[student.Stream]) -> list[Any]:
    """Examples that show every label: all gold, some of the rest, unvaried."""
    gold, news, *rest = (stream.items for stream in found)
    shown = [*gold, *list(news)[:LABELS_FROM], *(item for items in rest for item in items)]
    golds = [to_doc(nlp.vocab, item) for item in shown if isinstance(item, Item)]
    return student.examples(nlp, golds)


def main() -> None:
    """Run all steps."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", choices=recipe.languages(), required=True)
    for name in ("treebanks", "raw", "out", "work"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--names", type=Path, help="folder of hand-made names")
    parser.add_argument("--vectors", type=Path, help="folder with a spaCy vectors table for the teacher")
    parser.add_argument("--look-names", type=Path, help="name file to report on while training")
    parser.add_argument("--teacher-minutes", type=float, default=24)
    parser.add_argument("--teacher-width", type=int, default=224)
    parser.add_argument("--teacher-depth", type=int, default=3)
    parser.add_argument("--minutes", type=float, default=44)
    parser.add_argument("--sentences", type=int, default=0, help="of raw news to parse, 0: all")
    parser.add_argument("--names-share", type=float, default=1.0, help="of the batches that teach the names too, before the end")
    parser.add_argument("--start", type=Path, help="pipeline of the same shape and labels to go on from")
    parser.add_argument("--report", type=float, default=300, help="seconds between reports")
    parser.add_argument("--names-minutes", type=float, default=6, help="for the names alone, at the end")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--quick", action="store_true")
    args = parser.parse_args()
    if args.quick:
        args.teacher_minutes, args.minutes, args.names_minutes = 0.5, 1.0, 0.2
    args.work.mkdir(parents=True, exist_ok=True)
    args.plan = recipe.load(args.language)
    gold = data.gold(args.treebanks, args.plan, 200 if args.quick else 0)
    nlp = pipeline.tokenize(spacy.load(args.start), args.plan) if args.start else pipeline.build(SHAPE, args.plan)
    found = streams(args, nlp, gold)
    if not args.start:
        examples = sample(nlp, found)
        nlp.initialize(lambda: examples)
    plan = student.Plan(args.minutes, rate=0.001, floor=0.05, words=1300, dropout=0.1, seed=args.seed,
                        report=args.report, names=args.names_share)
    student.train(nlp, found, plan, look(gold.dev, args.look_names), args.work / "so-far")
    package.describe(nlp, args.plan)
    student.write(nlp, args.out)
    names = importlib.import_module("tune_names")  # imports this module, hence here
    names.run(argparse.Namespace(**vars(args) | {"pipeline": args.out, "minutes": args.names_minutes, "own": True}))


if __name__ == "__main__":
    main()
