"""Words per second of a pipeline against a freshly initialised one (width 96, depth 4), same components, same run.

In: a pipeline folder and a text source (JSONL with ``text``, a folder of texts, or CoNLL-U). Out: one JSON object on the last line.
Both run in turn on the same texts on one core (call with OMP_NUM_THREADS=1); the best of the rounds counts.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Sequence
from pathlib import Path

import conllu
import convert
import pipeline
import raw
import recipe
import spacy
from spacy.language import Language
from spacy.tokens import DocBin
from spacy.training import Example
from spacy.util import registry

KEEP = ("POS", "MORPH", "LEMMA", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE", "SENT_START")


def texts(path: Path, words: int) -> list[str]:
    """About ``words`` words of text."""
    if path.suffix == ".jsonl" or path.is_dir():
        source = [text for _, text in raw.articles(path)]
    else:
        source = ["".join(s.text for s in run) for run in convert.grouped(conllu.read(path), 15)]
    kept, size = [], 0
    for text in source:
        kept.append(text)
        size += len(text.split())
        if size >= words:
            break
    return kept


def yardstick(nlp: Language, sample: Sequence[str]) -> Language:
    """A blank width-96 depth-4 pipeline, initialised with labels that ``nlp`` itself gives to the sample."""
    made = pipeline.build(pipeline.Shape(), recipe.of(nlp))
    made.tokenizer = registry.tokenizers.get("spacy.Tokenizer.v1")()(made)
    parsed = DocBin(docs=nlp.pipe(sample), attrs=KEEP).to_bytes()
    golds = list(DocBin().from_bytes(parsed).get_docs(made.vocab))
    examples = [Example(made.make_doc(gold.text), gold) for gold in golds]
    made.initialize(lambda: examples)
    return made


def rate(nlp: Language, sample: Sequence[str]) -> float:
    """Words per second over the sample."""
    start = time.perf_counter()
    words = sum(len(doc) for doc in nlp.pipe(sample))
    return words / (time.perf_counter() - start)


def main() -> None:
    """Time both pipelines in turn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pipeline", type=Path)
    parser.add_argument("source", type=Path)
    parser.add_argument("--words", type=int, default=20000)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    nlp = spacy.load(args.pipeline)
    sample = texts(args.source, args.words)
    blank = yardstick(nlp, sample)
    rates = [(rate(nlp, sample), rate(blank, sample)) for _ in range(args.rounds)]
    mine, theirs = (max(pair[k] for pair in rates) for k in (0, 1))
    print(json.dumps({"words_per_second": round(mine), "blank_words_per_second": round(theirs),
                      "ratio": round(mine / theirs, 3)}))


if __name__ == "__main__":
    main()
