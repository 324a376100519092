"""Adjectives and nouns of origin of one language: every form of each, from the base form by the language's endings."""

from __future__ import annotations

from pathlib import Path

from selon.knowledge.names import plain
from selon.knowledge.tables import rows, several


def feminine(base: str, endings: dict[str, str]) -> str:
    """The feminine of a masculine singular: the longest known ending decides; the same where none does."""
    for length in range(min(5, len(base)), -1, -1):
        ending = base[len(base) - length :]
        if ending in endings:
            return base[: len(base) - length] + endings[ending]
    return base


def plural(word: str) -> str:
    """The plural; a word in -s or -x keeps its form."""
    return word if word[-1:] in "sx" else word + "s"


class Demonyms:
    """From a word to the codes of states or bodies it may belong to, best first."""

    def __init__(self, language: str, extra: Path | None = None) -> None:
        folder = ("lang", language)
        endings = {row["ending"]: row["feminine"] for row in rows("demonym_endings", extra, folder)}
        self._codes: dict[str, list[str]] = {}
        self._prefixes: dict[str, str] = {}
        for row in rows("demonyms", extra, folder):
            if row["base"].endswith("-"):
                self._prefixes.setdefault(plain(row["base"]).strip(), row["code"])
                continue
            fem = row["feminine"] or feminine(row["base"], endings)
            for form in {row["base"], fem, plural(row["base"]), plural(fem), *several(row["others"])}:
                codes = self._codes.setdefault(plain(form), [])
                if row["code"] not in codes:
                    codes.insert(0 if row["first"] else len(codes), row["code"])

    def codes(self, word: str) -> list[str]:
        """The codes of a word; for a compound of two (``russo-turc``) those of both parts, in order."""
        key = plain(word).strip()
        found = self._codes.get(key)
        if found is not None:
            return list(found)
        if key in self._prefixes:
            return [self._prefixes[key]]
        head, _, tail = key.partition(" ")
        if head in self._prefixes and tail:
            rest = self.codes(tail)
            return [self._prefixes[head], *rest] if rest else []
        return []
