"""Word classes of the statement rules: the rows of ``lang/<language>/function.tsv`` by class."""

from __future__ import annotations

import functools

from selon.lang import Words


@functools.cache
def word_class(lang: Words, name: str) -> frozenset[str]:
    """The words of a class; empty when the language has none."""
    return frozenset(row["word"] for row in lang.table("function") if row["class"] == name)


@functools.cache
def _joints(lang: Words) -> tuple[str, ...]:
    return tuple(sorted(word_class(lang, "clitic_joint"), key=len, reverse=True))


def bare_clitic(text: str, lang: Words) -> str:
    """A pronoun without what joins it to the verb before (`-t-il` → `il`)."""
    for joint in _joints(lang):
        if text.startswith(joint):
            return text[len(joint) :]
    return text


def bare_verb(form: str, lang: Words) -> str:
    """The verb of a cue without its reflexive pronoun (`se réjouir` → `réjouir`, `s'étonner` → `étonner`)."""
    for start in word_class(lang, "reflexive_start"):
        whole = start if start.endswith("'") else f"{start} "
        if form.startswith(whole):
            return form[len(whole) :]
    return form
