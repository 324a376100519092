"""Capitals: where names begin and end in a language that also capitalises titles, words of origin and days.

`Turkish President Recep Tayyip Erdogan` holds one name; `Stephen King` is no king.
"""

from __future__ import annotations

from selon.knowledge.entries import Entry
from selon.reading.modifiers import demonym, origin_ending
from selon.reading.phrases import Roles
from selon.reading.premodifiers import glued
from selon.reading.roles import Lexicon, Role, plain
from selon.reading.work import Reading, Word

INNER = ("DET", "ADP", "PRON", "CCONJ", "AUX", "ADV", "SCONJ")
MARKS = frozenset((",", "(", "—", "–"))


def begins_name(words: list[Word], i: int, lex: Lexicon) -> bool:
    """`al-Shabab`: a small particle joined to a capitalised word."""
    return (
        lex.hyphens
        and i + 2 < len(words)
        and words[i].lower in lex.particles
        and glued(words, i + 1)
        and words[i + 2].text[0].isupper()
        and not (i and glued(words, i - 1))
    )


def no_name(reading: Reading, i: int, roles: Roles, on: str | None) -> int:
    """The last word of a title, body, word of origin or day that begins at word `i`, whose capitals make no name; -1 for none."""
    words, lex = reading.words, roles.lex
    w = words[i]
    if calendar(words, i, lex):
        return i
    if roles.inside(i) >= 0:
        return roles.inside(i)
    upper = w.text[0].isupper()
    head = roles.start(i)
    if upper and (_known_longer(reading, i, i, on) or _land_of_two(reading, i)):
        return -1
    if head >= 0:
        role, last, _, _ = roles.at(head)
        if role is not None and not (upper and _bears(words, i, last, roles)):
            return -1 if upper and _names(reading, i, role, last, on) else last
    if upper and not _titled(words, i, lex) and not _given_by_origin(words, i):
        if i + 1 < len(words) and origin_ending(words, i + 1, reading.knowledge)[1] == i:
            return i + 1
        if demonym(reading.knowledge, w.text) is not None:
            return i
    return -1


def _land_of_two(reading: Reading, i: int) -> bool:
    """Whether a word of origin begins the name of a place: British Columbia."""
    words = reading.words
    if i + 1 >= len(words) or not words[i + 1].text[0].isupper() or words[i + 1].pos != "PROPN":
        return False
    text = reading.text[words[i].start : words[i + 1].end]
    return demonym(reading.knowledge, words[i].text) is not None and reading.knowledge.place(text) is not None


def _names(reading: Reading, i: int, role: Role, last: int, on: str | None) -> bool:
    """Whether a body's noun is its name (Congress), or a role's words begin with one (CIA director)."""
    words = reading.words
    if role.kind not in ("person", "place"):
        found = reading.knowledge.lookup(reading.text[words[i].start : words[last].end], on)
        return bool(found) and found[0].kind in ("body", "group", "media")
    if role.kind == "place":  # Park said
        alone = not (i and words[i - 1].pos in ("DET", "ADJ", "PROPN"))
        return words[i].pos == "PROPN" and i == last and words[i].ent == "PER" and alone
    return words[i].pos == "PROPN" and i < last and bool(_prefix(reading, i, last, on))


def _prefix(reading: Reading, i: int, last: int, on: str | None) -> list[Entry]:
    """The body or state that the first words of a role are the name of."""
    words = reading.words
    for end in range(last - 1, i - 1, -1):
        found = reading.knowledge.lookup(reading.text[words[i].start : words[end].end], on)
        if found and found[0].kind in ("body", "group", "state"):
            return found
    return []


def _given_by_origin(words: list[Word], i: int) -> bool:
    """`German Ortega`: a word of origin that the parse joins to a name."""
    if i + 1 >= len(words) or words[i].pos != "PROPN":
        return False
    after = words[i + 1]
    return after.text[0].isupper() and after.rel == "flat" and after.head is words[i]


def _titled(words: list[Word], i: int, lex: Lexicon) -> bool:
    """Whether a title or given name stands right before a word."""
    before = words[i - 1] if i else None
    return before is not None and (before.lower in lex.honorifics or plain(before.text) in lex.given)


def _known_longer(reading: Reading, i: int, last: int, on: str | None) -> bool:
    """Whether the knowledge base has a name of several words from `i` on that reaches `last` or further."""
    words, text = reading.words, reading.text
    stop = i
    while stop + 1 < len(words) and stop - i < 7 and words[stop + 1].sentence == words[i].sentence:
        nxt = words[stop + 1]
        if not (nxt.text[0].isupper() or nxt.pos in ("NOUN", "ADJ", "ADP", "DET", "PROPN", "CCONJ") or glued(words, stop + 1)):
            break
        stop += 1
    for end in range(stop, max(i, last - 1), -1):
        name = end > i and words[end].text[0].isalnum() and (words[end].text[0].isupper() or glued(words, end - 1))
        if name and reading.knowledge.lookup(text[words[i].start : words[end].end], on):
            return True
    return False


def _bears(words: list[Word], first: int, last: int, roles: Roles) -> bool:
    """Whether a capitalised word that may be a title is a surname: after a given name or title, or so tagged alone."""
    w = words[first]
    if first != last:
        return False
    role = roles.at(first)[0]
    if role is None or role.kind != "person" or w.feats.get("Number") == "Plur":
        return False
    if first and words[first - 1].sentence == w.sentence and _titled(words, first, roles.lex):
        return True
    after = words[last + 1] if last + 1 < len(words) else None
    if plain(w.text) in roles.lex.given and after is not None and after.text[0].isupper() and roles.start(after.i) < 0:
        return True  # Christian Estrosi
    before = words[first - 1] if first else None
    if before is not None and before.pos == "PROPN" and before.ent == w.ent == "PER" and w.rel == "flat":
        return True  # Kevin King
    alone = after is None or not after.text[0].isupper()
    det = first > 0 and words[first - 1].pos in ("DET", "ADJ", "PART")
    return w.ent == "PER" and w.pos == "PROPN" and alone and not det


def calendar(words: list[Word], i: int, lex: Lexicon) -> bool:
    """Whether a capitalised word is a day or month."""
    low = words[i].lower
    if lex.is_phrase("calendar", low):
        return True
    if not lex.is_phrase("calendar_name", low):  # May, August: names too
        return False
    before = words[i - 1] if i else None
    after = words[i + 1] if i + 1 < len(words) else None
    if after is not None and after.text[0].isdigit():
        return True
    if before is None:
        return False
    return before.text[0].isdigit() or before.pos == "ADP" or lex.is_phrase("calendar_before", before.lower)


def run_end(words: list[Word], i: int, roles: Roles) -> int:
    """Last word of the capitalised words from `i` on that make one name."""
    first, lex = words[i], roles.lex
    last, j = i, i + 1
    while j < len(words) and words[j].sentence == first.sentence:
        w = words[j]
        if words[j - 1].end < w.start - 1 or (w.text in MARKS and not glued(words, j)):
            break
        if glued(words, j):  # Ki-moon, Al-Jazeera, Jean-Yves; not Erdogan-led
            after = words[j + 1]
            named = after.text[0].isupper() or (after.pos == "PROPN" and words[j - 1].pos == "PROPN" and after.text.isalpha())
            if last != j - 1 or not named or (after.text[0].islower() and after.pos != "PROPN"):
                break
            last, j = j + 1, j + 2
            continue
        if begins_name(words, j, lex) and last == j - 1:
            last, j = j + 2, j + 3
            continue
        if w.text[0].isupper() and w.pos not in INNER and not (w.pos == "VERB" and not w.ent):
            if _parts(words, i, last, j, roles) or roles.person_from(i) >= j:
                break
            if w.pos in ("PROPN", "X", "NUM") or (w.ent and w.ent == first.ent) or w.rel in ("flat", "compound") or _body(roles, j):
                last = j
            elif last != j - 1:
                break
        elif not (_particle(words, j, lex, first) and last == j - 1):
            break
        j += 1
    return last


def _body(roles: Roles, j: int) -> bool:
    role = roles.at(j)[0]
    return role is not None and role.kind != "person"


def _parts(words: list[Word], first: int, last: int, j: int, roles: Roles) -> bool:
    """Whether a capitalised word parts from the name before it: a title, a body of several words, a day, an origin."""
    lex, w = roles.lex, words[j]
    if calendar(words, j, lex):
        return True
    if w.lower in lex.honorifics:
        return not _bears(words, j, j, roles)
    if plain(w.text) in lex.given and words[last].text.isupper() and len(words[last].text) > 2:
        return True
    head = roles.start(j)
    if head < 0:
        return False
    role, end, _, _ = roles.at(head)
    if role is None or _bears(words, j, end, roles):
        return False
    if role.kind == "person":
        return True
    state = roles.knowledge.lookup(words[first].text if first == last else "") if first == last else []
    return end > j or bool(state) or plain(words[first].text) in lex.given


def _particle(words: list[Word], j: int, lex: Lexicon, first: Word) -> bool:
    """A particle inside a name (`Ursula von der Leyen`), or an initial's or number's joint."""
    if j + 1 >= len(words) or not (words[j + 1].text[0].isupper() or words[j + 1].lower in lex.particles):
        return False
    low = words[j].lower
    if low not in lex.particles:
        return False
    if words[j].pos in ("ADP", "DET", "CCONJ"):
        after = words[j + 1]
        return after.rel == "flat" or (first.ent == after.ent == "PER" and words[j].ent == "PER")
    return True
