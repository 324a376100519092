"""Scores a pipeline on treebanks and name files; prints one JSON object.

In: a pipeline folder, then ``.conllu`` treebanks and name files (``.bio``, or ``.conllu`` with words and B-/I-/O tags).
Out: per file UPOS, lemma, UAS, LAS (spaCy Scorer: raw text through the pipeline's own tokenizer, punctuation left out
of UAS and LAS), sentence and token F; for names precision, recall and F1 over PER, LOC, ORG and per label.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import conllu
import convert
import recipe
import spacy
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example

LABELS = ("PER", "LOC", "ORG")
NO_SPACE_BEFORE = frozenset(",.)]}…")


def is_names(path: Path) -> bool:
    """Whether a file holds words with name tags rather than ten-column trees."""
    block = next(conllu.blocks(path))
    row = next(line for line in block if not line.startswith("#"))
    return len(row.split("\t")) < 8


def treebank_examples(nlp: Language, sents: Sequence[conllu.Sentence], run: int = 1) -> list[Example]:
    """Gold and predicted documents of ``run`` sentences each; predictions start from raw text."""
    golds = [convert.doc(nlp.vocab, some) for some in convert.grouped(sents, run)]
    return [Example(pred, gold) for pred, gold in zip(nlp.pipe(gold.text for gold in golds), golds, strict=True)]


def treebank_scores(nlp: Language, path: Path, run: int = 1) -> dict[str, float]:
    """UPOS, features, lemma, UAS, LAS, sentence F and token F in percent."""
    sents = conllu.read(path, split=False, split_words=recipe.of(nlp).split_words)
    scored = Scorer(nlp).score(treebank_examples(nlp, sents, run))
    keys = {"upos": "pos_acc", "feats": "morph_acc", "lemma": "lemma_acc", "uas": "dep_uas", "las": "dep_las",
            "sents": "sents_f", "tokens": "token_f"}
    return {name: round(100 * scored[key], 2) for name, key in keys.items() if scored.get(key) is not None}


def words_doc(nlp: Language, words: Iterable[str]) -> Doc:
    """A document of given words, spaced as in print (the gold name files hold words only)."""
    kept = list(words)
    spaces = [not (word.endswith(("'", "’")) or after[:1] in NO_SPACE_BEFORE or word in ("(", "["))
              for word, after in zip(kept, [*kept[1:], ""], strict=True)]
    return Doc(nlp.vocab, words=kept, spaces=spaces)


def name_scores(nlp: Language, path: Path, limit: int = 0) -> dict[str, Any]:
    """Precision, recall and F1 of exact spans on the file's own words."""
    rows = convert.bio(path, limit)
    right = dict.fromkeys(LABELS, 0)
    found, gold = dict(right), dict(right)
    keep = [name for name in ("tok2vec", "ner") if name in nlp.pipe_names]
    with nlp.select_pipes(enable=keep):
        docs = nlp.pipe(words_doc(nlp, words) for words, _ in rows)
        for doc, (_, spans) in zip(docs, rows, strict=True):
            here = {span for span in spans if span[2] in LABELS}
            said = {(ent.start, ent.end, ent.label_) for ent in doc.ents if ent.label_ in LABELS}
            for label in LABELS:
                right[label] += sum(span[2] == label for span in here & said)
                found[label] += sum(span[2] == label for span in said)
                gold[label] += sum(span[2] == label for span in here)
    scores: dict[str, Any] = _prf(sum(right.values()), sum(found.values()), sum(gold.values()))
    return scores | {label: _prf(right[label], found[label], gold[label]) for label in LABELS}


def _prf(right: int, found: int, gold: int) -> dict[str, Any]:
    precision, recall = right / max(found, 1), right / max(gold, 1)
    return {"p": round(precision, 4), "r": round(recall, 4),
            "f": round(2 * right / max(found + gold, 1), 4)}


def main() -> None:
    """Score a pipeline on each file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pipeline", type=Path)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--run", type=int, default=1, help="treebank sentences in one document")
    args = parser.parse_args()
    nlp = spacy.load(args.pipeline)
    result = {path.name: name_scores(nlp, path) if is_names(path) else treebank_scores(nlp, path, args.run)
              for path in args.files}
    print(json.dumps(result, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
