"""What the teacher sees of a word, and the numberings of words, affixes and labels.

In: forms and sentences. Out: affix features and ``Codes``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from conllu import Sentence
from lemmas import lemma_rule

PLAIN = str.maketrans({"’": "'", "ʼ": "'", "“": '"', "”": '"', "«": '"', "»": '"', "„": '"', "‘": "'"})


def plain(form: str) -> str:
    """The form with quotes and apostrophes made straight."""
    return form.translate(PLAIN)


def shape(form: str) -> str:
    """Xx, X, x, d and punctuation, repeated signs squeezed: ``Jean-Paul`` -> ``Xx-Xx``."""
    out = ""
    for ch in form:
        sign = "X" if ch.isupper() else "x" if ch.islower() else "d" if ch.isdigit() else ch
        if not out.endswith(sign):
            out += sign
    return out[:8]


def affixes(form: str) -> list[str]:
    """Named features of a form: endings of 1 to 5, beginnings of 1 to 4 letters, its shape."""
    low = form.lower()
    found = [f"s{n}{low[-n:]}" for n in (1, 2, 3, 4, 5)] + [f"p{n}{low[:n]}" for n in (1, 2, 3, 4)]
    return [*found, "h" + shape(form)]


@dataclass(slots=True)
class Codes:
    """The numberings of words, affixes and labels."""

    words: dict[str, int] = field(default_factory=dict)
    affixes: list[dict[str, int]] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)


def codes(sents: Sequence[Sentence]) -> Codes:
    """Number everything seen at least twice."""
    rows = [row for sent in sents for row in sent.rows]
    words = Counter(plain(row.form).lower() for row in rows)
    parts: list[Counter[str]] = [Counter() for _ in range(10)]
    for row in rows:
        for counter, value in zip(parts, affixes(plain(row.form)), strict=True):
            counter[value] += 1
    rules = Counter(lemma_rule(row.form, row.lemma) for row in rows)
    return Codes(
        {w: i + 1 for i, w in enumerate(w for w, n in words.items() if n > 1)},
        [{a: i + 1 for i, a in enumerate(a for a, n in counter.items() if n > 1)} for counter in parts],
        sorted({f"{row.upos}/{row.feats}" for row in rows}),
        sorted(r for r, n in rules.items() if n > 1),
        sorted({row.dep for row in rows}))
