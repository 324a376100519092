"""Registry: the actors of one article and what is known of each; names are joined into persons here."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field

from selon.knowledge import Knowledge
from selon.knowledge.entries import Entry
from selon.reading.roles import Lexicon, plain
from selon.reading.runs import Run
from selon.reading.work import ActorDraft

LATELY = 60  # words back from a surname in which a full name counts as the one just named
MANY = 40  # names with a part in common that are compared


@dataclass(slots=True, eq=False)
class Facts:
    """What the article and the knowledge base say of an actor, for taking it up again."""

    heads: dict[str, frozenset[str]] = field(default_factory=dict)  # role or body noun -> what else stood with it
    offices: set[tuple[str, str | None]] = field(default_factory=set)
    first: int = 0  # word index of the first mention
    last: int = 0  # word index of the latest mention so far
    named: bool = False
    guessed: bool = False  # the country is only that of the passage
    entry: Entry | None = None


NOTHING = Facts()


class Registry:
    """Finds and makes actors by key."""

    def __init__(self) -> None:
        self.actors: list[ActorDraft] = []
        self._keys: dict[str, ActorDraft] = {}
        self._facts: dict[int, Facts] = {}

    def find(self, key: str) -> ActorDraft | None:
        """The actor of a key."""
        return self._keys.get(key)

    def make(self, key: str, draft: ActorDraft, i: int) -> ActorDraft:
        """Take up a new actor under a key, first mentioned at word `i`."""
        self._keys[key] = draft
        self.actors.append(draft)
        self._facts[id(draft)] = Facts(first=i, last=i)
        return draft

    def alias(self, key: str, draft: ActorDraft) -> None:
        """Make an actor findable under one more key."""
        self._keys.setdefault(key, draft)

    def known(self, draft: ActorDraft) -> Facts:
        """What is known of an actor; nothing of one that a later step made."""
        return self._facts.get(id(draft), NOTHING)

    def facts(self, draft: ActorDraft) -> Facts:
        """What is known of an actor."""
        return self._facts[id(draft)]


class People:
    """Named persons by office, by the noun that introduces them, and by country."""

    def __init__(self) -> None:
        self._seen: set[int] = set()
        self.by_office: dict[str, list[tuple[ActorDraft, str | None]]] = {}
        self.by_head: dict[str, list[ActorDraft]] = {}
        self.by_country: dict[str | None, list[ActorDraft]] = {}

    def add(self, actor: ActorDraft, facts: Facts) -> None:
        """Take up a person; the first mention counts."""
        if id(actor) in self._seen:
            return
        self._seen.add(id(actor))
        for office, country in sorted(facts.offices, key=lambda o: (o[0], o[1] or "")):
            self.by_office.setdefault(office, []).append((actor, country))
        for head in facts.heads:
            self.by_head.setdefault(head, []).append(actor)
        self.by_country.setdefault(actor.country, []).append(actor)

    def of_noun(self, head: str) -> list[ActorDraft]:
        """Those whom a noun introduced, or its abbreviation (Sen. of senator)."""
        keys = [head, *(k for k in self.by_head if k != head and len(k) > 2 and k.endswith(".") and head.startswith(k[:-1]))]
        return [a for key in keys for a in self.by_head.get(key, ())]


def small(parts: list[str], lex: Lexicon) -> list[str]:
    """The telling parts of a name."""
    return [p for p in parts if p.rstrip("'") not in lex.particles and len(p) > 1] or parts


@dataclass(eq=False)
class Person:
    """All runs that name one person (or one body that the knowledge base does not have)."""

    parts: list[str]
    runs: list[Run]
    keys: set[str] = field(default_factory=set)

    @functools.cached_property
    def fullest(self) -> Run:
        """The run with most words; the first of them."""
        return max(self.runs, key=lambda r: (len(r.parts), -r.first))


def join_names(runs: list[Run], lex: Lexicon) -> dict[int, Person]:
    """Which name each run belongs to, by the run's first word; full names first, then their shorter forms."""
    out: dict[int, Person] = {}
    by_part: dict[str, list[Person]] = {}
    for run in sorted(runs, key=lambda r: (-min(len(small(r.parts, lex)), 2), r.first)):
        parts = small(run.parts, lex)
        person = _same(run, parts, by_part, lex)
        if person is None:
            person = Person(parts, [])
            for part in parts:
                by_part.setdefault(part, []).append(person)
        person.runs.append(run)
        if run.entries:
            person.keys.add(run.entries[0].key)
        out[run.first] = person
    return out


def _same(run: Run, parts: list[str], by_part: dict[str, list[Person]], lex: Lexicon) -> Person | None:
    """The name that a run takes up: the same words, or a surname or given name of an earlier full name."""
    namesake = _namesake(run, parts, by_part) if run.honorific and len(parts) == 1 else None
    if namesake is not None:
        return namesake
    key = run.entries[0].key if run.entries else ""
    fixed = bool(run.entries) and run.entries[0].kind != "person" and not run.honorific
    best: tuple[tuple[int, int, int], Person] | None = None
    for part in parts:
        for person in by_part.get(part, ())[:MANY]:
            if fixed and key not in person.keys and person.parts != parts:
                continue
            rank = _agree(parts, person, key) or (3 if _spelt_alike(parts, person.parts, lex) else 0)
            if rank:
                whole = sum(len(r.parts) > 1 for r in person.runs)
                lately = max((r.first for r in person.runs if run.first - LATELY < r.first < run.first), default=0)
                score = (rank, whole, lately or -person.runs[0].first)
                if best is None or score > best[0]:
                    best = (score, person)
    return best[1] if best else None


def _namesake(run: Run, parts: list[str], by_part: dict[str, list[Person]]) -> Person | None:
    """M. Kadhafi where the tables' first Kadhafi is out of office and the article names two: the one named in full last."""
    if not run.entries or run.entries[0].kind != "person" or not run.entries[0].end:
        return None
    best: tuple[int, Person] | None = None
    several = 0
    for person in by_part.get(parts[0], ())[:MANY]:
        before = [r.first for r in person.runs if len(r.parts) > 1 and r.first < run.first]
        if before and person.parts[-1] == parts[0]:
            several += 1
            best = max(best or (-1, person), (max(before), person), key=lambda b: b[0])
    return best[1] if best is not None and several > 1 else None


def _spelt_alike(parts: list[str], full: list[str], lex: Lexicon) -> bool:
    """`Ronen Bergman`, `Ronan Bergman`: two spellings of one name, a letter apart."""
    if len(parts) != len(full) or len(parts) < 2 or parts[1:] != full[1:]:
        return False
    a, b = parts[0], full[0]
    if len(a) < 4 or (a in lex.given and b in lex.given and lex.given[a] != lex.given[b]):
        return False
    if len(a) == len(b):
        return sum(x != y for x, y in zip(a, b, strict=True)) == 1
    short, long_ = sorted((a, b), key=len)
    same = next((i for i, (x, y) in enumerate(zip(short, long_, strict=False)) if x != y), len(short))
    return len(long_) - len(short) == 1 and short[same:] == long_[same + 1 :] and same < len(short)


def _agree(parts: list[str], person: Person, key: str) -> int:
    """How well a run's parts agree with a name: 4 same, 3 known as the same, 2 surname, 1 given name alone, 0 not."""
    full = person.parts
    if parts == full:
        return 4
    if key and key in person.keys:
        return 3
    if (
        len(parts) == 1
        and len(full) > 1
        and parts[0] == full[-1]
        and (not person.keys or any(k.startswith("person:") for k in person.keys))
    ):
        return 2
    other = bool(person.keys) and not any(k.startswith("person:") for k in person.keys)
    if other or (key and person.keys):
        return 0
    if len(parts) == 1:
        if parts[0] == full[-1]:
            return 2
        return 1 if parts[0] in full else 0
    inside = all(p in full for p in parts) or all(p in parts for p in full)
    return 2 if inside and len(full) > 1 and (parts[-1] == full[-1] or parts[0] == full[0]) else 0


def matching_offices(entries: list[Entry], on: str | None) -> set[tuple[str, str | None]]:
    """Office and country of all offices that a person holds on the date, or ever held when it is unknown."""
    current = [e for e in entries if e.current(on)] if on else entries
    return {(e.office, e.country) for e in (current or entries) if e.office}


def gender_of(run: Run, lex: Lexicon) -> str:
    """Gender by title or given name."""
    if run.honorific and lex.honorifics[run.honorific][0]:
        return lex.honorifics[run.honorific][0]
    return lex.given.get(run.parts[0], "") if len(run.parts) > 1 else ""


def knows_person(run: Run, lex: Lexicon, knowledge: Knowledge) -> bool:
    """Whether a run names a person rather than a body or place."""
    if run.honorific:
        return True
    if run.entries:
        return run.entries[0].kind == "person"
    first = run.parts[0] if run.parts else ""
    if first in lex.given and len(run.parts) > 1:
        return True
    if run.ent == "PER":
        return len(run.parts) > 1 or knowledge.place(run.text) is None
    return (
        not run.ent and not plain(run.text).isupper() and knowledge.place(run.text) is None and not run.text.isupper()
    )
