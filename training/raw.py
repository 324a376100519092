"""Splits raw news into sentences of tokens for the teacher.

In: JSONL with ``id`` and ``text``, and a tokenizer. Out: ``Sentence`` objects with forms and spaces only, grouped by
article. Sentence ends are found by rule: an end mark (with closing quotes), a space and a capital, a digit or a quote.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from conllu import Row, Sentence
from spacy.tokenizer import Tokenizer

END = re.compile(r"(?<![A-Z]\.)(?<!\bM\.)(?<!\bMM\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\bPr\.)"
                 r"(?:(?<=[.!?…])|(?<=[.!?…][»”\")])|(?<=[.!?…]\s[»”]))\s+(?=[«“\"(\-–—]*\s?[A-ZÀ-ÞŒ0-9])")


def sentences(text: str) -> list[str]:
    """The sentences of one text; a line break always ends one."""
    found: list[str] = []
    for line in re.split(r"\s*\n\s*", text):
        found.extend(part.strip() for part in END.split(line) if part and part.strip())
    return found


def tokens(text: str, tokenizer: Tokenizer, group: str) -> Sentence:
    """One sentence, tokenised; unusual spaces are dropped or made plain."""
    doc = tokenizer(re.sub(r"\s+", " ", text))
    return Sentence([Row(t.text, t.text, "X", "", 0, "dep", bool(t.whitespace_)) for t in doc], group)


def read(path: Path, tokenizer: Tokenizer, longest: int = 90) -> Iterator[Sentence]:
    """All sentences of the file that have 3 to ``longest`` tokens."""
    with path.open(encoding="utf-8") as stream:
        for line in stream:
            item = json.loads(line)
            for part in sentences(str(item["text"])):
                sent = tokens(part, tokenizer, "raw/" + str(item["id"]))
                if 3 <= len(sent.rows) <= longest:
                    yield sent
