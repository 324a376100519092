"""Varies documents as news varies: quotation marks, apostrophes, spaces, missing accents, capitals and full stops, names.

In: an ``Item`` (sentences and name spans) and a random generator. Out: a gold ``Doc``. Odd spaces and line breaks are
SPACE tokens that hang on the token before, as spaCy's tokenizer makes them.
"""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from conllu import Row, Sentence
from convert import doc
from gazetteer import Gazetteer
from names import Spans
from recipe import Recipe
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

CURLY = 0.35  # share of documents whose apostrophes are made curly; the treebanks' are mostly straight
MARKS = 0.5  # share whose straight quotation marks become others
BARE = 0.15  # share whose capitals lose their accents (Etats-Unis)
SHOUT = 0.02  # share in capitals throughout
BREAK = 0.15  # chance of line breaks between the sentences of a document
BARE_END = 0.02  # share of sentences that lose their full stop (headlines, captions)
SMALL = 4  # words shorter than this stay small in a headline
QUOTED = frozenset({'"', "''", "``", "«", "»", "“", "”"})


@dataclass(slots=True)
class Item:
    """Consecutive sentences; ``names`` per sentence as (first, end, label), None where unknown."""

    sents: Sequence[Sentence]
    names: Sequence[Sequence[tuple[int, int, str]]] | None = None

    def __len__(self) -> int:
        return sum(len(sent.rows) for sent in self.sents)


def _bare(form: str) -> str:
    """The form with its capitals' accents gone."""
    return "".join(unicodedata.normalize("NFD", ch)[0] if ch.isupper() else ch for ch in form)


def _swap_names(rows: list[Row], spans: Sequence[tuple[int, int, str]], rng: random.Random, pool: NamePool) -> None:
    """Put other names of the same kind and length in place of some."""
    for a, b, label in spans:
        if rng.random() > 0.4:
            continue
        new = pool.pick(label, b - a, rng)
        for row, form in zip(rows[a:b], new, strict=False):
            row.form = row.lemma = form


class NamePool:
    """First names, surnames and places of one token to draw from."""

    def __init__(self, gaz: Gazetteer) -> None:
        self.first = sorted(name for name in gaz.first if name.isalpha() or "-" in name)
        self.last = sorted(name for name in gaz.last if " " not in name)
        self.place = sorted(name for name in gaz.places if name.replace("-", "").isalpha() and len(name) > 3)
        self.sure = sorted(name for name in gaz.sure_places if name.replace("-", "").isalpha())

    def pick(self, label: str, size: int, rng: random.Random) -> list[str]:
        """Forms for a span of ``size`` tokens, or nothing where no swap is made."""
        if label == "PER" and size == 2:
            return [rng.choice(self.first), rng.choice(self.last)]
        if label == "PER" and size == 1:
            return [rng.choice(self.last if rng.random() < 0.8 else self.first)]
        if label == "LOC" and size == 1:
            return [rng.choice(self.place if rng.random() < 0.5 else self.sure)]
        return []


def _requote(rows: list[Row], rng: random.Random, plan: Recipe) -> list[tuple[int, str]]:
    """Change straight quotation marks in place; returns (position, space) of SPACE tokens to add before a position."""
    opened, closed = rng.choice(plan.quotes)
    gap = rng.choice(plan.gaps)
    inside = False
    extra: list[tuple[int, str]] = []
    for i, row in enumerate(rows):
        if row.form not in QUOTED or row.upos != "PUNCT":
            continue
        inside = row.form in ("«", "“", "``") or (row.form in ('"', "''") and not inside)
        row.form = row.lemma = opened if inside else closed
        if inside:
            row.space = gap == " "
            if len(gap) == 1 and gap != " " and i + 1 < len(rows):
                extra.append((i + 1, gap))
        elif i:
            rows[i - 1].space = gap == " "
            if len(gap) == 1 and gap != " ":
                extra.append((i, gap))
    return extra


def _insert(rows: list[Row], spans: Spans, extra: list[tuple[int, str]]) -> Spans:
    """Put SPACE tokens before the given positions and move heads and spans along."""
    for at, space in sorted(extra, reverse=True):
        for row in rows:
            if row.head >= at:
                row.head += 1
        rows.insert(at, Row(space, space, "", "", at - 1 if at else 1, "dep", False))
        spans = [(a + (a >= at), b + (b > at), label) for a, b, label in spans]
    return spans


def _headline(rows: list[Row]) -> None:
    """Capitals on the longer words, as in an English headline."""
    for row in rows:
        if (len(row.form) >= SMALL and row.form[0].isalpha()) or row.upos in ("NOUN", "VERB", "PRON"):
            row.form = row.form[:1].upper() + row.form[1:]


def _unstopped(rows: list[Row]) -> None:
    """Take the full stop off, where nothing hangs on it."""
    if len(rows) > 3 and rows[-1].form == "." and all(row.head != len(rows) - 1 for row in rows):
        rows.pop()
        rows[-1].space = True


def vary(item: Item, rng: random.Random, pool: NamePool, plan: Recipe, names_swap: float = 0.3) -> Item:
    """A changed copy."""
    curly, marks = rng.random() < CURLY, rng.random() < MARKS
    bare = plan.accents and rng.random() < BARE
    swap = item.names is not None and rng.random() < names_swap
    shout = rng.random() < SHOUT
    breaks = rng.random() < BREAK
    sents, names = [], []
    for k, sent in enumerate(item.sents):
        rows = [replace(row) for row in sent.rows]
        spans = list(item.names[k]) if item.names is not None else []
        if swap:
            _swap_names(rows, spans, rng, pool)
        if rng.random() < plan.capitals:
            _headline(rows)
        if rng.random() < BARE_END and not spans:
            _unstopped(rows)
        extra = _requote(rows, rng, plan) if marks else []
        for row in rows:
            if curly:
                row.form = row.form.replace("'", "’")
            if bare:
                row.form = _bare(row.form)
            if shout:
                row.form = row.form.upper()
        spans = _insert(rows, spans, extra)
        if breaks and k + 1 < len(item.sents):
            rows[-1].space = False
            rows.append(Row(rng.choice(("\n", "\n\n", "\n\n")), "\n", "", "", len(rows) - 1, "dep", False))
        sents.append(Sentence(rows, sent.group))
        names.append(spans)
    return Item(sents, names if item.names is not None else None)


def to_doc(vocab: Vocab, item: Item) -> Doc:
    """The gold document: names of kind "?" are unknown to the loss, "O" are none."""
    made = doc(vocab, item.sents)
    if item.names is None:
        return made
    ents: list[Span] = []
    unknown: list[Span] = []
    base = 0
    for sent, spans in zip(item.sents, item.names, strict=True):
        for a, b, label in spans:
            if label == "?":
                unknown.append(Span(made, base + a, base + b))
            elif label != "O":
                ents.append(Span(made, base + a, base + b, label=label))
        base += len(sent.rows)
    made.set_ents(ents, missing=unknown, default="outside")
    return made
