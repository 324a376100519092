"""Which language a text is in, and whether selon reads it."""

from __future__ import annotations

import functools
import re
from importlib import resources

from selon.ingest.errors import WrongLanguage
from selon.lang import read_table

# A text is sampled: the first characters tell as much as all of them.
SAMPLE = 4_000

# Share of telling words above which a text needs no model to be told apart. French news has 0.20 to 0.35,
# Catalan and Occitan, the nearest, under 0.06 (measured on 878 news texts and on the sentences in the tests).
CLEAR = 0.12
ENOUGH = 20

# How many nats likelier another language must be than one that selon reads before a text is refused; short texts
# stray by up to 20, texts over ENOUGH words by none.
MARGIN = 20.0

EVENTS = "events"  # the table without which a language is not read to the end
ACTORS = "roles"  # the table that naming actors needs

WORD = re.compile(r"[^\W\d_]+")


@functools.cache
def readable(table: str = EVENTS) -> tuple[str, ...]:
    """Codes of the languages that selon reads: those whose folder of words goes as far as events (or as another `table`)."""
    folders = (resources.files("selon") / "lang").iterdir()
    return tuple(sorted(f.name for f in folders if len(f.name) == 2 and (f / f"{table}.tsv").is_file()))


def check(language: str | None, text: str, name: str, table: str = EVENTS) -> str:
    """The code of the language to read `text` in: the one given, else the one found.

    Raises WrongLanguage where selon does not read it as far as `table` goes.
    """
    if language:
        code = re.split("[-_]", language.strip().lower())[0]
        code = {"fra": "fr", "fre": "fr", "eng": "en"}.get(code, code)
        if code not in readable(table):
            raise WrongLanguage(name, f"its language is given as {language!r}, and {_reads(table)}", "Leave it out")
        return code
    found = identify(text)
    if found not in readable():
        raise WrongLanguage(
            name,
            f"the text looks {_names().get(found, found)}, and {_reads()}",
            "If it looks wrong, pass --language fr",
        )
    return found


def identify(text: str) -> str:
    """The likeliest language's code; one that selon reads wherever that is possible at all."""
    sample = text[:SAMPLE]
    words = [w.lower() for w in WORD.findall(sample)]
    if not words:
        return readable()[0]
    if len(words) >= ENOUGH:
        for code in readable():
            if sum(w in _telling(code) for w in words) > CLEAR * len(words):
                return code
    from py3langid.langid import rank  # its model takes longer to load than most texts to read: only when in doubt

    scores = {code: float(score) for code, score in rank(sample) if code in _names()}
    best = max(scores, key=lambda code: scores[code])
    nearest = max(readable(), key=lambda code: scores.get(code, float("-inf")))
    return best if scores[best] - scores.get(nearest, float("-inf")) > MARGIN else nearest


def _reads(table: str = EVENTS) -> str:
    return "selon reads " + " and ".join(_names()[code] for code in readable(table))


@functools.cache
def _names() -> dict[str, str]:
    return {row["code"]: row["name"] for row in read_table("ingest", "languages.tsv")}


@functools.cache
def _telling(code: str) -> frozenset[str]:
    return frozenset(row["word"] for row in read_table("ingest", "telling_words.tsv") if row["language"] == code)
