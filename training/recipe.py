"""What the one recipe needs to know of a language: ``words/<language>/recipe.toml``.

In: a language code. Out: a ``Recipe``; its word lists and card lie in the same folder.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language

WORDS = Path(__file__).parent / "words"


@dataclass(frozen=True, slots=True)
class Recipe:
    """One language's settings; the TOML file says what each is for."""

    language: str
    package: str
    version: str
    description: str
    licence: str
    written: list[str]
    spoken: list[str]
    dev: list[str]
    kept: int
    usual: list[str]
    names: str
    split_words: bool
    split_hyphens: bool
    insert_speech: bool
    agent: str
    accents: bool
    speech: str
    capitals: float
    shares: list[float]
    quotes: list[tuple[str, str]]
    gaps: list[str]
    bound: list[str]

    @property
    def folder(self) -> Path:
        return WORDS / self.language

    def words(self, name: str) -> Path:
        """One of the language's tables."""
        return self.folder / f"{name}.tsv"


def load(language: str) -> Recipe:
    """The settings of a language."""
    return Recipe(**tomllib.loads((WORDS / language / "recipe.toml").read_text(encoding="utf-8")))


def of(nlp: Language) -> Recipe:
    """The settings of a pipeline's language."""
    return load(str(nlp.lang))


def languages() -> list[str]:
    """The languages there are settings for."""
    return sorted(path.parent.name for path in WORDS.glob("*/recipe.toml"))
