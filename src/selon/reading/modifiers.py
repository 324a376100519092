"""Modifiers: what the words around a noun say of whom it means."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field

from selon.knowledge import Knowledge
from selon.reading.roles import Lexicon, Role, plain, stem
from selon.reading.work import Word


@dataclass(slots=True, eq=False)
class Noun:
    """What a noun phrase says about whom it means."""

    head: Word
    role: Role | None
    first: int  # index of the first word that the role's row took
    last: int  # index of the last word that the role's row took
    plural: bool
    det: str = ""  # how the determiner points: a sort of determiners.tsv, "" without one
    former: bool = False
    fallen: bool = False  # driven out of it
    coming: bool = False  # elected or named, not yet in office
    countries: list[str] = field(default_factory=list)  # from adjectives of origin, in text order
    apart: bool = False  # several adjectives of origin, each in the singular: one person each
    complements: list[Word] = field(default_factory=list)  # nouns after de, not taken by the role's row
    sector: str = ""  # from an adjective
    thing: bool = False  # a common noun that is nobody qualifies it (bank president)
    abroad: bool = False  # an adjective takes it out of the country at hand (international, étranger)
    marks: frozenset[str] = frozenset()  # stems of what else tells it from its like


def gender_of_role(noun: Noun) -> str | None:
    """The gender of whom a person's role means: by its determiner, else by its form; of one form for both unknown."""
    for c in noun.head.children:
        if c.rel == "det" and c.feats.get("Gender"):
            return c.feats["Gender"]
    form = plain(noun.head.text)
    both = form.endswith("e") and form == plain(noun.head.lemma)
    return None if both else noun.head.feats.get("Gender")


@functools.lru_cache(maxsize=65536)
def demonym(knowledge: Knowledge, word: str) -> str | None:
    """The state of a word of origin, remembered over articles."""
    return knowledge.demonym(word)


_RANK = {
    "": 0,
    "partitive": 1,
    "definite": 2,
    "indefinite": 3,
    "demonstrative": 4,
    "own": 4,
    "possessive": 4,
    "none": 5,
}


def origin_ending(words: list[Word], i: int, knowledge: Knowledge) -> tuple[str | None, int]:
    """The state of a word of origin that ends at `i`, of two words if they are one (South Korean), and where it begins."""
    text, first, best = words[i].text, i, (demonym(knowledge, words[i].text), i)
    while first and i - first < 2 and words[first - 1].sentence == words[i].sentence:
        before = words[first - 1]
        if not before.text[0].isupper() or before.end + 1 != words[first].start:
            break
        first, text = first - 1, f"{before.text} {text}"
        code = demonym(knowledge, text)
        if code:
            best = (code, first)
    return best


def stronger(a: str, b: str) -> str:
    return b if _RANK.get(b, 0) > _RANK.get(a, 0) else a


def adjective(noun: Noun, a: Word, marks: set[str], lex: Lexicon, knowledge: Knowledge) -> int:
    """Sort one adjective into countries, sector or marks; 1 for an adjective of origin in the singular."""
    if any(c.rel == "advmod" and lex.is_phrase("not", c.lower) for c in a.children):
        return 0  # `non armé`
    code = demonym(knowledge, a.text) if len(a.text) > 2 else None
    if code:
        noun.countries.append(code)
        return int(a.feats.get("Number") == "Sing" or not a.lower.endswith(("s", "x")))
    sector = lex.adjectives.get(stem(a.lemma)) or lex.adjectives.get(stem(a.text))
    if sector and not noun.sector:
        noun.sector = sector
    if lex.is_phrase("abroad", plain(a.lemma)):
        noun.abroad = True
    if not lex.is_phrase("light", plain(a.lemma)):
        marks.add(stem(a.text))
    return 0


def is_of(word: Word, lex: Lexicon) -> bool:
    """Whether the word's preposition says whose or of what (de, du)."""
    case = word.child("case")
    return case is not None and is_of_case(case, lex)


def is_of_case(case: Word, lex: Lexicon) -> bool:
    """Whether a preposition says whose or of what."""
    return lex.is_phrase("of", case.lower) or lex.is_phrase("of", case.lemma)
