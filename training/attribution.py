"""Makes sentences of reported speech out of parsed ones; how they look is for ``attribution_fr`` and ``attribution_en``.

In: sentences with trees, the speech verbs of ``speech.tsv``. Out: new sentences with the right trees.
"""

from __future__ import annotations

import csv
import importlib
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

from conllu import Row, Sentence
from recipe import Recipe

QUOTES = frozenset('«»“”"')


def verbs(plan: Recipe) -> list[tuple[str, str, str]]:
    """(lemma, present third person, participle) of each speech verb."""
    with plan.words("speech").open(encoding="utf-8") as stream:
        rows = csv.reader((line for line in stream if not line.startswith("#")), delimiter="\t")
        return [(row[0], row[1], row[2]) for row in rows]


def phrases(sents: Sequence[Sentence]) -> list[list[Row]]:
    """Subjects that are noun phrases of at most nine words in one piece; head indices count within the phrase."""
    found = []
    for sent in sents:
        kids: dict[int, list[int]] = {}
        for i, row in enumerate(sent.rows):
            if row.head != i:
                kids.setdefault(row.head, []).append(i)
        for i, row in enumerate(sent.rows):
            if row.dep not in ("nsubj", "obl:agent") or row.upos not in ("NOUN", "PROPN"):
                continue
            inside, stack = [], [i]
            while stack:
                node = stack.pop()
                inside.append(node)
                stack.extend(k for k in kids.get(node, []) if not (node == i and sent.rows[k].dep == "case"))
            inside.sort()
            a, b = inside[0], inside[-1] + 1
            whole = b - a == len(inside) <= 9 and sent.rows[a].upos in ("DET", "NOUN", "PROPN")
            if not whole or any(r.upos == "PUNCT" for r in sent.rows[a:b]):
                continue
            part = [replace(r, head=r.head - a) for r in sent.rows[a:b]]
            part[i - a].head, part[i - a].dep = i - a, "nsubj"
            if part[0].upos == "DET":
                part[0].form = part[0].form.lower()
            found.append(part)
    return found


def contents(sents: Sequence[Sentence]) -> list[Sentence]:
    """Plain statements that can be quoted: one finite root, a full stop, no quotation marks."""
    return [s for s in sents if 6 <= len(s.rows) <= 32 and s.rows[-1].form == "." and s.rows[-1].dep == "punct"
            and not QUOTES & {r.form for r in s.rows}
            and any(r.dep == "root" and r.upos in ("VERB", "NOUN", "ADJ") for r in s.rows)
            and not any(r.dep.startswith("parataxis") for r in s.rows)]


def moved(rows: Sequence[Row], by: int) -> list[Row]:
    return [replace(row, head=row.head + by) for row in rows]


def mark(form: str, head: int, space: bool = True) -> Row:
    return Row(form, form, "PUNCT", "", head, "punct", space)


def made(sents: Sequence[Sentence], plan: Recipe, count: int, seed: int = 1) -> Iterator[Sentence]:
    """``count`` made sentences."""
    rng = random.Random(seed)
    ways = importlib.import_module(plan.speech)
    bodies, subjects, says = contents(sents), phrases(sents), verbs(plan)
    for _ in range(count if bodies and subjects else 0):
        body, phrase = rng.choice(bodies), rng.choice(subjects)
        if rng.random() < 0.25:
            yield ways.according(body, phrase, rng)
        else:
            yield ways.quoted(body, rng.choice(says), phrase, rng)
