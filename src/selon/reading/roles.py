"""Roles: what the tables of a language say about nouns that name persons, bodies and groups."""

from __future__ import annotations

import functools
import unicodedata
from dataclasses import dataclass, field, replace

from selon.lang import Words
from selon.reading.classes import word_class

_APOSTROPHES = str.maketrans({c: "'" for c in "’ʼ`´‘"} | {"‑": "-"})
FORMER = "ex-"


@functools.lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Lower case without accents; apostrophes and hyphens made plain."""
    low = text.lower().translate(_APOSTROPHES)
    if not low.isascii():
        low = low.replace("œ", "oe").replace("æ", "ae")
        low = "".join(c for c in unicodedata.normalize("NFD", low) if not unicodedata.combining(c))
    return low.strip()


@functools.lru_cache(maxsize=65536)
def stem(text: str) -> str:
    """`plain` without the marks of number and gender, so that inflected words agree with those of a table."""
    low = plain(text)
    if len(low) > 3:
        low = low.rstrip("sx")
        low = low.removesuffix("e")
    return low


@dataclass(frozen=True, slots=True)
class Role:
    """One row of ``roles.tsv`` or ``bodies.tsv``; empty strings are unknown."""

    word: str
    kind: str  # "person" for roles.tsv, else the record's kind
    sector: str
    office: str
    scope: str  # "here": country of the context unless the text names one; "open": unknown then; or a body code
    relation: str  # "of", "counterpart", "earlier", "later", "office" or ""
    head: str = ""  # the noun that the others qualify, where it is not the first word

    @property
    def noun(self) -> str:
        """The noun by which the role is taken up again (minister of `minister of defence`)."""
        return self.head or self.word.split(" ")[0]


@dataclass(frozen=True, slots=True)
class Pronoun:
    """One row of ``pronouns.tsv``."""

    number: str
    gender: str
    sort: str


def _split(key: str) -> list[str]:
    return key.replace("'", "' ").split()


def _parted(key: str) -> list[str]:
    """The words of a key as a tokenizer cuts them that parts hyphens and the possessive."""
    return key.replace("-", " ").replace("'s", " 's").split()


@dataclass
class Lexicon:
    """All tables that this step reads, keyed for look-up."""

    roles: dict[str, Role] = field(default_factory=dict)
    longest: dict[str, int] = field(default_factory=dict)  # head of a row -> how many words its rows may have
    before: dict[str, int] = field(default_factory=dict)  # head of a row -> how many words may stand before it
    head_last: bool = False  # grammar.tsv: what qualifies a noun stands before it, a preposition's complement aside
    hyphens: bool = False  # grammar.tsv: the tokenizer parts words at hyphens
    natural: bool = False  # grammar.tsv: nouns have no gender but that of the person
    quantities: frozenset[str] = frozenset()
    hypernyms: dict[str, tuple[frozenset[str], frozenset[str]]] = field(default_factory=dict)
    general: frozenset[str] = frozenset()  # stems of the hypernyms: they do not tell one actor from another
    adjectives: dict[str, str] = field(default_factory=dict)
    honorifics: dict[str, tuple[str, str]] = field(default_factory=dict)
    particles: frozenset[str] = frozenset()
    pronouns: dict[str, Pronoun] = field(default_factory=dict)
    given: dict[str, str] = field(default_factory=dict)
    suffixes: tuple[tuple[str, str, str], ...] = ()
    determiners: dict[str, str] = field(default_factory=dict)
    phrases: dict[str, frozenset[str]] = field(default_factory=dict)
    plurals: tuple[tuple[str, str], ...] = ()  # endings of plural and singular, the longest first
    participles: tuple[str, ...] = ()  # endings of present participles
    peoples: tuple[str, ...] = ()  # endings of words of origin that stand for all of a people without a mark of number
    speech: frozenset[str] = frozenset()  # lemmas of verbs of saying, from cues.tsv

    def add(self, word: str, role: Role) -> None:
        """Make a row findable: its head exactly, the words after and before it by their stems."""
        parts = _parted(plain(word)) if self.hyphens else _split(plain(word))
        parts = [p for p in parts if p not in self.phrases.get("silent", ())]
        at = self._head(parts)
        head, size = parts[at], len(parts)
        if at or (self.head_last and size > 1):
            role = replace(role, head=head)
        key = " ".join([*(stem(p) for p in parts[:at]), head, *(stem(p) for p in parts[at + 1 :])])
        self.roles.setdefault(key, role)
        self.longest[head] = max(self.longest.get(head, 0), size)
        self.before[head] = max(self.before.get(head, 0), at)

    def _head(self, parts: list[str]) -> int:
        """Which word is the head: the first, or the last before a preposition."""
        if not self.head_last:
            return 0
        linked = self.phrases.get("role_case", frozenset())
        return next((i - 1 for i, p in enumerate(parts) if i and p in linked), len(parts) - 1)

    @functools.cached_property
    def forms(self) -> tuple[str, ...]:
        """The sorts of words for forms of state, those of several words first."""
        found = [s for s in self.phrases if s.startswith("form_")]
        return tuple(sorted(found, key=lambda s: (-max(len(w) for w in self.phrases[s]), s)))

    def is_phrase(self, sort: str, lemma: str) -> bool:
        """Whether a lemma or form is listed in ``actor_words.tsv`` under the sort."""
        return plain(lemma) in self.phrases.get(sort, frozenset())


@functools.cache
def lexicon(lang: Words) -> Lexicon:
    """The tables of a language, read once."""
    lex = Lexicon()
    grammar = {row["feature"]: row["value"] for row in lang.table("grammar")}
    lex.head_last, lex.hyphens = grammar["head"] == "last", grammar["hyphen"] == "parted"
    lex.natural = grammar["gender"] == "natural"
    phrases: dict[str, set[str]] = {}
    for row in lang.table("actor_words"):
        phrases.setdefault(row["sort"], set()).add(plain(row["word"]))
    lex.phrases = {sort: frozenset(words) for sort, words in phrases.items()}
    for row in lang.table("bodies"):
        lex.add(row["word"], Role(row["word"], row["kind"], row["sector"], "", row["scope"], row["relation"]))
    for row in lang.table("roles"):
        lex.add(row["word"], Role(row["word"], "person", row["sector"], row["office"], row["scope"], row["relation"]))
    lex.quantities = frozenset(plain(w) for w in lang.column("quantities"))
    for row in lang.table("documents"):
        lex.add(row["word"], Role(row["word"], "document", "", "", "open", row["again"]))
    for row in lang.table("hypernyms"):
        lex.hypernyms[plain(row["word"])] = (frozenset(row["kinds"].split(",")), frozenset(row["sectors"].split(",")))
    lex.general = frozenset(stem(word) for word in lex.hypernyms)
    lex.adjectives = {stem(row["word"]): row["sector"] for row in lang.table("sector_adjectives")}
    lex.honorifics = {row["word"]: (row["gender"], row["sector"]) for row in lang.table("honorifics")}
    lex.particles = lang.column("name_particles")
    for row in lang.table("pronouns"):
        lex.pronouns[row["word"]] = Pronoun(row["number"], row["gender"], row["sort"])
    lex.given = {plain(row["word"]): row["gender"] for row in lang.table("given_names")}
    lex.suffixes = tuple((row["word"], row["sector"], row["scope"]) for row in lang.table("person_suffixes"))
    lex.determiners = {row["word"]: row["sort"] for row in lang.table("determiners")}
    endings = [(row["plural"], row["singular"]) for row in lang.table("plural_endings")]
    lex.plurals = tuple(sorted(endings, key=lambda pair: -len(pair[0])))
    lex.participles = tuple(word_class(lang, "present_participle_ending"))
    lex.peoples = tuple(word_class(lang, "people_ending"))
    lex.speech = frozenset(
        row["word"].split(" ")[-1].split("'")[-1] for row in lang.table("cues") if row["class"] == "verb"
    )
    return lex
