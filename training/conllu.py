"""Reads CoNLL-U treebanks into plain sentences whose multiword tokens are merged, or split where a language wants it.

In: a CoNLL-U file (Universal Dependencies). Out: ``Sentence`` objects, one row per surface token, with a head index
that counts from 0 within the sentence (the root is its own head).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True)
class Row:
    """One surface token: form, lemma, UPOS, UD features, head index, relation, and whether a space follows."""

    form: str
    lemma: str
    upos: str
    feats: str
    head: int
    dep: str
    space: bool = True


@dataclass(slots=True)
class Sentence:
    """The rows of one sentence and the document it belongs to (sent_id without its number)."""

    rows: list[Row] = field(default_factory=list)
    group: str = ""

    @property
    def text(self) -> str:
        return "".join(row.form + (" " if row.space else "") for row in self.rows)


def blocks(path: Path) -> Iterator[list[str]]:
    """Yield the lines of each blank-line separated block."""
    block: list[str] = []
    with path.open(encoding="utf-8") as stream:
        for line in stream:
            line = line.rstrip("\n")
            if line:
                block.append(line)
            elif block:
                yield block
                block = []
    if block:
        yield block


def _feats(value: str) -> str:
    """Drop layered features' brackets clash-free and empty marks; spaCy wants ``A=B|C=D``."""
    return "" if value == "_" else value


def _merged(first: int, last: int, words: dict[int, list[str]]) -> int:
    """The word of a multiword token that gives lemma, tag and head: the first with its head outside, else the first."""
    inside = range(first, last + 1)
    if int(words[first][6]) not in inside:
        return first
    return next((i for i in inside if int(words[i][6]) not in inside), first)


def _apart(first: int, last: int, form: str, misc: str, words: dict[int, list[str]]) -> bool:
    """Leave the words of a multiword token apart where they make up its form (do|n't); only the last may have a space
    after it. False, and nothing done, where they do not (de|le for du)."""
    if "".join(words[i][1] for i in range(first, last + 1)) != form:
        return False
    for i in range(first, last + 1):
        words[i][9] = "SpaceAfter=No" if i < last else misc
    return True


def sentence(block: Iterable[str], group: str = "", split_words: bool = False) -> Sentence:
    """One CoNLL-U block as a ``Sentence``: a multiword token is one row (du -> de, ADP, case) unless ``split_words``."""
    words: dict[int, list[str]] = {}
    spans: list[tuple[int, int, str, str]] = []
    for line in block:
        if line.startswith("#"):
            continue
        cols = line.split("\t")
        if "-" in cols[0]:
            first, last = map(int, cols[0].split("-"))
            spans.append((first, last, cols[1], cols[9]))
        elif cols[0].isdigit():
            words[int(cols[0])] = cols
    surface: list[tuple[int, str, str]] = []
    place: dict[int, int] = {}
    if split_words:
        spans = [span for span in spans if not _apart(*span, words)]
    covered = {i: span for span in spans for i in range(span[0], span[1] + 1)}
    for i, cols in words.items():
        if i in covered and i != covered[i][0]:
            place[i] = len(surface) - 1
            continue
        place[i] = len(surface)
        if i in covered:
            first, last, form, misc = covered[i]
            surface.append((_merged(first, last, words), form, misc))
        else:
            surface.append((i, cols[1], cols[9]))
    rows = []
    for here, (i, form, misc) in enumerate(surface):
        cols = words[i]
        head = int(cols[6])
        target = here if head == 0 else place[head]
        rows.append(Row(form, cols[2] if cols[2] != "_" else form, cols[3], _feats(cols[5]), target,
                        "root" if head == 0 else cols[7], "SpaceAfter=No" not in misc.split("|")))
    return Sentence(rows, group)


def split_spaces(sent: Sentence) -> Sentence:
    """Split forms with inner spaces (``40 000``) at the spaces; later parts hang on the first as ``flat``.

    spaCy's tokenizer always breaks at white space, so training must see such numbers in parts.
    """
    if not any(re.search(r"\s", row.form) for row in sent.rows):
        return sent
    start: list[int] = []
    total = 0
    for row in sent.rows:
        start.append(total)
        total += len(row.form.split())
    rows: list[Row] = []
    for row in sent.rows:
        parts = row.form.split()
        for k, part in enumerate(parts):
            last = k == len(parts) - 1
            head, dep = (start[row.head], row.dep) if k == 0 else (start[sent.rows.index(row)], "flat")
            lemma = row.lemma if len(parts) == 1 else part
            rows.append(Row(part, lemma, row.upos, row.feats, head, dep, row.space if last else True))
    return Sentence(rows, sent.group)


def read(path: Path, split: bool = True, split_words: bool = False) -> list[Sentence]:
    """All sentences of a treebank file; ``split`` parts forms at spaces, as the tokenizer will; ``split_words`` leaves
    the words of multiword tokens apart."""
    found = []
    for block in blocks(path):
        ident = next((line.split("=", 1)[1].strip() for line in block if line.startswith("# sent_id")), "")
        sent = sentence(block, re.sub(r"[-_.]?\d+$", "", ident), split_words)
        if sent.rows:
            found.append(split_spaces(sent) if split else sent)
    return found
