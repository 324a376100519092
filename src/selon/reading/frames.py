"""Frames: which word, in which surroundings, names which PLOVER event, and who its sides are (table ``events``).

The table's ``with`` column holds conditions: all that stand between blanks must hold, between commas one of several;
``!`` denies one. A condition is a key (see `arguments`) and, after ``=``, lemmas parted by ``|`` (an idiom: they belong
to the anchor), a ``@class`` of the table ``event_classes``, or ``+`` for anything. ``actor`` and ``recipient`` name
places: the first that holds a party, all where joined by ``+``.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from selon.lang import Words
from selon.reading.work import Word
from selon.record import EventType

LONGEST_ENDING = 8
MOST_FORMS = 50_000


@dataclass(frozen=True, slots=True)
class Condition:
    """One test: `key` holds one of `lemmas`, a member of one of `classes`, or (`anything`) whatever."""

    key: str
    deny: bool
    anything: bool
    lemmas: frozenset[str]
    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """One row of the table."""

    lemma: str
    pos: str  # V, N or A
    type: EventType
    mode: str | None
    tests: tuple[tuple[Condition, ...], ...]  # all of them, each met by one of its alternatives
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    all_actors: bool
    key: str  # names the frame in evidence and in the filter


@dataclass(frozen=True, slots=True)
class Book:
    """All that the language's event tables say."""

    frames: dict[tuple[str, str], tuple[Frame, ...]]
    lemmas: frozenset[str]
    classes: dict[str, frozenset[str]]
    light: dict[str, str]  # verb lemma -> do, undergo, aim
    occur: frozenset[str]  # verbs whose subject is a happening that they place in time
    modes: dict[str, dict[str, str]]  # type -> lemma -> mode
    status: dict[str, dict[str, str]]  # where -> lemma -> status
    families: dict[str, frozenset[str]]  # lemma -> groups of lemmas that re-name one happening
    broad: frozenset[str]  # groups whose nouns may re-name any happening of their type
    carriers: frozenset[str]  # nouns whose bare complement names an event
    endings: dict[str, tuple[str, ...]]  # ending of a verb form -> endings of infinitives
    inflections: tuple[str, ...]  # endings of adjectives, with none
    forms: dict[str, str]  # lemmas worked out for forms so far

    def verb_lemma(self, form: str) -> str:
        """The infinitive in the tables that a form may belong to, "" for none: for lemmas that the pipeline missed."""
        known = self.forms.get(form)
        if known is None:
            known = self.forms[form] = self._strip(form) if len(self.forms) < MOST_FORMS else ""
        return known

    def stems(self, form: str) -> list[str]:
        """What an adjective's form may be a form of, by the endings of the table's adjectives."""
        return [form[: len(form) - len(e)] for e in self.inflections if form.endswith(e)]

    def kind(self, word: Word) -> str | None:
        """How a light verb or noun carries an event, None for other words; also where the pipeline missed its lemma."""
        found = self.light.get(word.lemma.lower())
        participle = word.feats.get("VerbForm") == "Part" if word.pos == "VERB" else _complemented(word)
        if found is None and participle:
            found = next((self.light[v] for v in self._infinitives(word.lower) if v in self.light), None)
        return found

    def among(self, word: Word, lemmas: frozenset[str]) -> bool:
        """Whether a verb is one of the lemmas, also where the pipeline missed its lemma (`forçant`)."""
        return word.lemma.lower() in lemmas or (word.pos == "VERB" and any(v in lemmas for v in self._infinitives(word.lower)))

    def _infinitives(self, form: str) -> Iterator[str]:
        for cut in range(min(len(form) - 2, LONGEST_ENDING), 0, -1):
            for infinitive in self.endings.get(form[-cut:], ()):
                yield form[:-cut] + infinitive

    def _strip(self, form: str) -> str:
        return next((v for v in self._infinitives(form) if (v, "V") in self.frames), "")


def _complemented(word: Word) -> bool:
    """Whether an adjective has a complement, as participles have that the tagger took for adjectives."""
    return word.pos == "ADJ" and any(c.rel == "obl" for c in word.children)


@functools.cache
def book(lang: Words) -> Book:
    """The language's event tables, compiled once."""
    frames: dict[tuple[str, str], list[Frame]] = {}
    for row in lang.table("events"):
        frame = _frame(row)
        frames.setdefault((frame.lemma, frame.pos), []).append(frame)
    by_key = {k: tuple(sorted(v, key=_loose)) for k, v in frames.items()}
    status: dict[str, dict[str, str]] = {}
    for row in lang.table("event_status"):
        status.setdefault(row["where"], {})[row["word"]] = row["status"]
    modes: dict[str, dict[str, str]] = {}
    for row in lang.table("event_modes"):
        modes.setdefault(row["type"], {})[row["word"]] = row["mode"]
    classes: dict[str, set[str]] = {}
    for row in lang.table("event_classes"):
        classes.setdefault(row["class"], set()).add(row["word"])
    endings: dict[str, tuple[str, ...]] = {}
    for row in lang.table("event_endings"):
        endings[row["ending"]] = (*endings.get(row["ending"], ()), row["infinitive"])
    families: dict[str, set[str]] = {}
    for row in lang.table("event_families"):
        families.setdefault(row["word"], set()).add(row["family"])
    light = lang.table("event_light")
    return Book(
        frames=by_key,
        lemmas=frozenset(lemma for lemma, _ in by_key),
        classes={k: frozenset(v) for k, v in classes.items()},
        light={row["word"]: row["kind"] for row in light if row["kind"] != "occur"},
        occur=frozenset(row["word"] for row in light if row["kind"] == "occur"),
        modes=modes,
        status=status,
        families={k: frozenset(v) for k, v in families.items()},
        broad=frozenset(row["family"] for row in lang.table("event_families") if row["broad"]),
        carriers=lang.column("event_carriers"),
        endings=endings,
        inflections=("", *sorted(r["word"] for r in lang.table("event_words") if r["class"] == "inflection")),
        forms={},
    )


def _frame(row: dict[str, str]) -> Frame:
    tests = tuple(tuple(_condition(c) for c in part.split(",")) for part in row["with"].split())
    actor = tuple(row["actor"].replace("+", " ").split())
    key = f"{row['pos']}:{row['lemma']}:{row['type']}"
    return Frame(
        row["lemma"], row["pos"], row["type"], row["mode"] or None, tests, actor,  # type: ignore[arg-type]
        tuple(row["recipient"].split()), "+" in row["actor"], key,
    )  # fmt: skip


def _loose(frame: Frame) -> float:
    """Sort key: the frame that asks for most comes first; lemmas ask more than classes, classes more than anything."""
    weight = 0.0
    for test in frame.tests:
        first = test[0]
        weight += 0.2 if first.deny else 2.0 if first.lemmas else 1.5 if first.classes else 1.0
    return -weight


def _condition(text: str) -> Condition:
    deny = text.startswith("!")
    key, _, values = text.lstrip("!").partition("=")
    items = values.split("|") if values and values != "+" else []
    lemmas = frozenset(i for i in items if not i.startswith("@"))
    classes = tuple(i[1:] for i in items if i.startswith("@"))
    return Condition(key, deny, not items, lemmas, classes)
