"""Premodifiers: in a language that sets what qualifies a noun before it, the words of its role and what else they say.

The parse of a long row of nouns and names is often wrong (`Russian Foreign Minister Sergei Lavrov`), so the words are
read in a line from the noun leftwards; the parse only says where the phrase cannot reach.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from selon.knowledge import Knowledge
from selon.reading.modifiers import Noun, adjective, demonym, is_of, origin_ending, stronger
from selon.reading.roles import Lexicon, Role, plain, stem
from selon.reading.work import Word

if TYPE_CHECKING:
    from selon.reading.phrases import Roles

FURTHEST = 14  # words looked at on the left of a noun
HANGING = frozenset((
    "amod", "compound", "nmod", "nummod", "flat", "det", "appos", "advmod", "conj", "case", "dep", "punct", "fixed", "goeswith",
    "list",
))  # fmt: skip
ROW = frozenset(("ADJ", "NOUN", "PROPN", "NUM", "PART", "X", "VERB", "ADP", "DET", "CCONJ", "ADV", "SYM"))


def glued(words: list[Word], i: int) -> bool:
    """Whether the word is a hyphen without blanks around it."""
    return (
        words[i].text in ("-", "‑", "–")
        and 0 < i < len(words) - 1
        and words[i - 1].end == words[i].start
        and words[i].end == words[i + 1].start
    )


def around(words: list[Word], lex: Lexicon, knowledge: Knowledge, i: int, head: str) -> tuple[Role | None, int, int]:
    """The longest role whose row matches the words around its head at `i` (words of origin left out): its last and its
    first word."""
    left, right = _left(words, knowledge, i, lex.before.get(head, 0)), _right(words, lex, i, lex.longest[head] - 1)
    for size in range(len(left) + len(right), -1, -1):
        for ahead in range(min(size, len(left)), max(-1, size - len(right) - 1), -1):
            used, after = left[:ahead], right[: size - ahead]
            key = " ".join([*(p for p, _ in reversed(used)), head, *(p for p, _ in after)])
            role = lex.roles.get(key)
            if role is not None and plain(role.noun) == head:  # of the row's own head: `junta chief` is no junta
                return role, after[-1][1] if after else i, used[-1][1] if used else i
    return None, i, i


def _left(words: list[Word], knowledge: Knowledge, i: int, most: int) -> list[tuple[str, int]]:
    out: list[tuple[str, int]] = []
    j = i - 1
    while j >= 0 and len(out) < most and words[j].sentence == words[i].sentence:
        w = words[j]
        if glued(words, j) or (w.pos in ("ADJ", "PROPN", "NOUN") and w.text[0].isupper() and demonym(knowledge, w.text)):
            j -= 1
            continue
        if w.pos not in ROW or (not w.text[0].isalnum() and w.text[0] not in "'’"):
            break
        out.append((stem(plain(w.text)), j))
        j -= 1
    return out


def _right(words: list[Word], lex: Lexicon, i: int, most: int) -> list[tuple[str, int]]:
    out: list[tuple[str, int]] = []
    j = i + 1
    while j < len(words) and len(out) < most and words[j].sentence == words[i].sentence:
        w = words[j]
        if glued(words, j) or lex.is_phrase("silent", w.lower):
            j += 1
            continue
        if w.pos not in ROW or not w.text[0].isalnum():
            break
        out.append((stem(plain(w.text)), j))
        j += 1
    return out


def qualify(noun: Noun, words: list[Word], roles: Roles) -> None:
    """Fill what stands before a noun (determiner, origins, possessor, compounds) and its complements after it."""
    lex = roles.lex
    marks: set[str] = set()
    single = _before(noun, words, roles, marks)
    for c in noun.head.children:
        if c.rel == "det" and c.i < noun.first:
            noun.det = stronger(noun.det, lex.determiners.get(c.lower, ""))
        elif c.rel == "nmod" and c.i > noun.last and is_of(c, lex):
            noun.complements.append(c)
            if roles.knowledge.state(c.text) is None:
                marks.add(stem(c.text))
    for w in words[noun.first : noun.last + 1]:
        if w is not noun.head:
            code = demonym(roles.knowledge, w.text) if w.text[0].isupper() and len(w.text) > 2 else None
            if code:
                noun.countries.append(code)
            for c in w.children:
                if c.rel == "nmod" and c.i > noun.last and c not in noun.complements and is_of(c, lex):
                    noun.complements.append(c)
                    if roles.knowledge.state(c.text) is None:
                        marks.add(stem(c.text))
    follows = None if any(c.i > noun.last for c in noun.complements) else _next_complement(noun, words, lex)
    if follows is not None:
        noun.complements.append(follows)
        marks.add(stem(follows.text))
    if noun.role is not None and lex.is_phrase("coming", noun.role.noun):  # president-elect
        noun.coming = True
    noun.apart = noun.plural and single > 1 and noun.role is not None and bool(noun.role.office)
    noun.marks = frozenset(marks)


def _next_complement(noun: Noun, words: list[Word], lex: Lexicon) -> Word | None:
    """The noun that follows a preposition right after the phrase, whatever the parse: the head of NATO."""
    j = noun.last + 1
    if j + 1 >= len(words) or words[j].sentence != noun.head.sentence or not lex.is_phrase("of", words[j].lower):
        return None
    j, found = j + 1, None
    while j < len(words) and words[j].sentence == noun.head.sentence:
        w = words[j]
        if w.pos in ("NOUN", "PROPN", "X") or (w.pos == "ADJ" and w.text[0].isupper()):
            found = w
        elif w.pos == "PART" and w.lower.startswith(("'", "’")):  # the head of Libya's government
            found = None
        elif found is not None or (w.pos not in ("DET", "ADJ", "NUM", "PRON") and w.rel != "amod"):
            break
        j += 1
    return found


def _before(noun: Noun, words: list[Word], roles: Roles, marks: set[str]) -> int:
    """Read the words before a noun leftwards; how many of them are adjectives of origin."""
    lex, knowledge = roles.lex, roles.knowledge
    countries: list[str] = []
    complements: list[Word] = []
    single, j, name = 0, noun.first - 1, False
    while j >= 0 and noun.first - j < FURTHEST and words[j].sentence == noun.head.sentence:
        w = words[j]
        low = w.lower.replace("’", "'")
        if lex.determiners.get(low) and (w.pos in ("DET", "PRON", "ADJ", "NUM") or w.rel == "det"):
            sort = lex.determiners[low]
            noun.det = stronger(noun.det, "demonstrative" if sort == "same" else sort)
            if w.rel == "det" or sort in ("possessive", "own", "definite", "demonstrative"):
                break
            j -= 1
            continue
        if w.pos == "PART" and low.startswith("'") and j:  # a possessor: what stands before it is its own
            noun.det = noun.det or "definite"
            complements.append(words[j - 1])
            break
        if not _hangs(w, noun, words):
            break
        if glued(words, j - 1) if j else False:
            j, codes = _hyphenated(noun, words, j, roles, marks, complements)
            countries.extend(codes)
            single += len(codes)
            name = False
            continue
        if w.pos == "CCONJ" or w.text == ",":
            if not (j and words[j - 1].pos in ("ADJ", "PROPN") and demonym(knowledge, words[j - 1].text) and countries):
                break
        elif lex.is_phrase("former", low):
            noun.former, name = True, False
            noun.fallen = noun.fallen or lex.is_phrase("fallen", low)
        elif lex.is_phrase("coming", low):
            noun.coming, name = True, False
        elif w.pos == "NUM":
            marks.add(low)
        elif len(w.text) > 2 and w.pos != "ADV" and (origin := origin_ending(words, j, knowledge))[0]:
            countries.append(origin[0])
            single, name, j = single + 1, False, origin[1]
        elif w.pos in ("NOUN", "PROPN", "X"):
            own = roles.at(w.i)[0]
            if w.text[0].isupper() or own is not None:
                if not (name and w.text[0].isupper()):
                    complements.append(w)
                    j -= _linked(words, j, lex, knowledge)
                name = w.text[0].isupper()
                if own is not None and own.kind not in ("person", "document", "place") and own.sector and not noun.sector:
                    noun.sector = own.sector
            else:
                noun.thing = True
            if knowledge.state(w.text) is None:
                marks.add(stem(w.text))
        elif w.pos in ("ADJ", "VERB", "ADV"):
            adjective(noun, w, marks, lex, knowledge)
            name = False
        j -= 1
    noun.countries.extend(reversed(countries))
    noun.complements.extend(reversed(complements))
    return single


def _linked(words: list[Word], j: int, lex: Lexicon, knowledge: Knowledge) -> int:
    """How many words before `j` belong to the name that ends there: the Bank of England governor."""
    if j < 2 or not words[j].text[0].isupper() or not lex.is_phrase("of", words[j - 1].lower) or not words[j - 2].text[0].isupper():
        return 0
    return 2 if knowledge.lookup(f"{words[j - 2].text} {words[j - 1].text} {words[j].text}") else 0


def _hangs(w: Word, noun: Noun, words: list[Word]) -> bool:
    """Whether a word before a noun can belong to its phrase."""
    if w.pos in ("AUX", "ADP", "SCONJ", "PRON", "INTJ", "DET") or (w.pos == "PUNCT" and w.text not in (",", "-")):
        return False
    if w.pos == "VERB":
        return w.rel == "amod" and w.head.i > w.i
    if w.pos in ("CCONJ", "PUNCT"):
        return True
    if w.rel in HANGING or w.rel == "root" or w.pos == "NUM":
        return w.head.i > w.i or w.rel in ("flat", "conj", "fixed", "goeswith", "root") or w.head.i >= noun.first - FURTHEST
    return w.pos in ("NOUN", "PROPN") and words[w.i + 1].rel in ("flat", "conj", "appos") and words[w.i + 1].head is w


def _hyphenated(
    noun: Noun, words: list[Word], j: int, roles: Roles, marks: set[str], complements: list[Word]
) -> tuple[int, list[str]]:
    """A hyphenated word that ends at `j`: the word before it, and its countries (`Franco-German`, `London-based`)."""
    lex, knowledge = roles.lex, roles.knowledge
    first = j
    while first > 1 and glued(words, first - 1):
        first -= 2
    parts = words[first : j + 1 : 2]
    last = parts[-1]
    if lex.is_phrase("former", parts[0].lower):
        noun.former = True
        parts = parts[1:]
    if lex.is_phrase("based", last.lower) and len(parts) > 1:
        complements.append(parts[-2])
        return first - 1, []
    codes = [demonym(knowledge, p.text) for p in parts]
    if parts and all(codes):
        return first - 1, [c for c in reversed(codes) if c]
    if parts and last.text[0].isupper() and not any(codes):
        complements.append(last)
    elif parts:
        marks.add(stem("-".join(p.lower for p in parts)))
        sector = lex.adjectives.get(stem(last.lower))
        noun.sector = noun.sector or sector or ""
    return first - 1, []
