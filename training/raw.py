"""Splits raw news into sentences of tokens for the teacher.

In: JSONL with ``id`` and ``text`` or a folder of ``.txt`` files, a tokenizer, and words whose full stop ends nothing.
Out: ``Sentence`` objects with forms and spaces only, grouped by article. Sentence ends are found by rule: an end mark
(with closing quotes), a space and a capital, a digit or a quote.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from conllu import Row, Sentence
from spacy.tokenizer import Tokenizer

ENDS = (r"(?:(?<=[.!?…])|(?<=[.!?…][»”’\")'])|(?<=[.!?…]\s[»”]))\s+(?=[«“‘\"'(\-–—*]*\s?[A-ZÀ-ÞŒ0-9])")


@cache
def ends(bound: tuple[str, ...]) -> re.Pattern[str]:
    """Where a sentence ends; never after an initial or one of the ``bound`` abbreviations."""
    return re.compile(r"(?<!\b[A-Z]\.)" + "".join(rf"(?<!\b{re.escape(word)})" for word in bound) + ENDS)


def sentences(text: str, bound: tuple[str, ...]) -> list[str]:
    """The sentences of one text; a line break always ends one."""
    found: list[str] = []
    for line in re.split(r"\s*\n\s*", text):
        found.extend(part.strip() for part in ends(bound).split(line) if part and part.strip())
    return found


def tokens(text: str, tokenizer: Tokenizer, group: str) -> Sentence:
    """One sentence, tokenised; unusual spaces are dropped or made plain."""
    doc = tokenizer(re.sub(r"\s+", " ", text))
    return Sentence([Row(t.text, t.text, "X", "", 0, "dep", bool(t.whitespace_)) for t in doc], group)


def articles(path: Path) -> Iterator[tuple[str, str]]:
    """(id, text) of each article."""
    if path.is_dir():
        for file in sorted(path.glob("*.txt")):
            yield file.stem, file.read_text(encoding="utf-8")
        return
    with path.open(encoding="utf-8") as stream:
        for line in stream:
            item = json.loads(line)
            yield str(item["id"]), str(item["text"])


def read(path: Path, tokenizer: Tokenizer, bound: Sequence[str], longest: int = 90) -> Iterator[Sentence]:
    """All sentences of the articles that have 3 to ``longest`` tokens."""
    for ident, text in articles(path):
        for part in sentences(text, tuple(bound)):
            sent = tokens(part, tokenizer, "raw/" + ident)
            if 3 <= len(sent.rows) <= longest:
                yield sent
