"""CoNLL-U to spaCy: sentences become ``Doc`` objects, documents are a few sentences in a row.

In: ``Sentence`` objects (see conllu.py). Out: gold ``Doc`` objects, or a ``DocBin`` file from the command line.
Trees, tags and lemmas come from the treebank; names stay unknown unless spans are given.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import conllu
import spacy
from conllu import Sentence
from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab


def doc(vocab: Vocab, sents: Sequence[Sentence], names: Sequence[tuple[int, int, str]] | None = None) -> Doc:
    """One ``Doc`` from consecutive sentences; ``names`` are (first, end, label) token spans or None for unknown."""
    rows = [row for sent in sents for row in sent.rows]
    heads: list[int] = []
    starts: list[bool] = []
    for sent in sents:
        base = len(heads)
        heads.extend(base + row.head for row in sent.rows)
        starts.extend(k == 0 for k in range(len(sent.rows)))
    made = Doc(
        vocab, words=[row.form for row in rows], spaces=[row.space for row in rows], pos=[row.upos for row in rows],
        morphs=[row.feats for row in rows], lemmas=[row.lemma for row in rows], heads=heads,
        deps=["ROOT" if row.dep == "root" else row.dep for row in rows])
    if names is not None:
        made.set_ents([Span(made, a, b, label=label) for a, b, label in names])
    return made


def grouped(sents: Sequence[Sentence], most: int, rng: random.Random | None = None) -> Iterator[list[Sentence]]:
    """Runs of 1 to ``most`` sentences of the same group (at random lengths with ``rng``)."""
    run: list[Sentence] = []
    want = rng.randint(1, most) if rng else most
    for sent in sents:
        if run and (len(run) >= want or sent.group != run[0].group):
            yield run
            run, want = [], (rng.randint(1, most) if rng else most)
        run.append(sent)
    if run:
        yield run


def bio(path: Path, limit: int = 0) -> list[tuple[list[str], list[tuple[int, int, str]]]]:
    """Words and (first, end, label) spans of a two- or three-column name file; I- without B- opens a span too."""
    found = []
    for block in conllu.blocks(path):
        cells = [line.split("\t") if "\t" in line else line.split(" ") for line in block if not line.startswith("#")]
        cells = [cell for cell in cells if len(cell) > 1 and cell[-2]]
        found.append(([cell[-2] for cell in cells], spans([cell[-1] for cell in cells])))
        if limit and len(found) >= limit:
            break
    return found


def spans(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """(first, end, label) spans of B-/I-/O tags; a change of label or a B- opens a new span."""
    found: list[tuple[int, int, str]] = []
    start, label = 0, ""
    for i, tag in enumerate([*tags, "O"]):
        kind = tag[2:] if tag[:2] in ("B-", "I-") else ""
        if label and (kind != label or tag.startswith("B-")):
            found.append((start, i, label))
            label = ""
        if kind and not label:
            start, label = i, kind
    return found


def save(docs: Iterable[Doc], out: Path) -> None:
    """Write docs as one ``.spacy`` file."""
    DocBin(docs=list(docs), store_user_data=False).to_disk(out)


def main() -> None:
    """Convert one treebank to a ``.spacy`` file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebank", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--sentences", type=int, default=10, help="sentences in one document at most")
    args = parser.parse_args()
    vocab = spacy.blank("xx").vocab
    save((doc(vocab, run) for run in grouped(conllu.read(args.treebank), args.sentences)), args.out)


if __name__ == "__main__":
    main()
