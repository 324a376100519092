"""Names: runs of words that name somebody or something, found once over the whole article."""

from __future__ import annotations

from dataclasses import dataclass, field

from selon.knowledge.entries import Entry
from selon.reading.phrases import Roles
from selon.reading.roles import Lexicon, Role, plain
from selon.reading.work import Reading, Word

LONGEST_NAME = 8  # words looked up as one name
_INSIDE = frozenset(("PROPN", "NOUN", "ADJ", "ADP", "DET", "X", "NUM", "CCONJ"))
_LAST = frozenset(("PROPN", "NOUN", "ADJ", "X", "NUM"))
_NOT_FIRST = frozenset(("ADP", "DET", "PRON", "VERB", "AUX", "CCONJ", "SCONJ", "PUNCT", "ADV", "INTJ", "NUM"))
_TITLE_MARKS = frozenset((",", "(", "—", "–"))


@dataclass(slots=True, eq=False)
class Run:
    """Words `first` to `last` (inclusive) that are one name."""

    first: int
    last: int
    head: Word
    text: str
    ent: str
    entries: list[Entry] = field(default_factory=list)
    honorific: str = ""  # the title before it (m., mme, général …)
    role: Word | None = None  # the role or body noun that introduces or explains it
    also: Word | None = None  # a second role, after the name
    close: bool = False  # whether that noun stands right before the name, without a comma

    @property
    def parts(self) -> list[str]:
        return plain(self.text).replace("'", "' ").replace("-", " ").split()


def find_runs(reading: Reading, roles: Roles, on: str | None) -> list[Run]:
    """All names of the article in text order, with the roles that stand beside them."""
    words, lex = reading.words, roles.lex
    out: list[Run] = []
    i, taken = 0, -1
    while i < len(words):
        w = words[i]
        c = w.text[0]
        if c.islower() and w.pos in ("NOUN", "ADJ", "PROPN"):
            taken = max(taken, roles.at(i)[1])  # the capitals of ministre de l'Intérieur are no names
        if i <= taken:
            i += 1
            continue
        if not (c.isupper() or (c.isdigit() and w.pos == "PROPN")) or (w.pos in _NOT_FIRST and not w.ent):
            i += 1
            continue
        run = _run_at(reading, i, lex, on)
        if run is None:
            i += 1
        else:
            out.append(run)
            i = run.last + 1
    out = _sure(out, words)
    _correct_places(out, reading, lex)
    for run in out:
        _introduce(run, roles)
    return out


def _correct_places(runs: list[Run], reading: Reading, lex: Lexicon) -> None:
    """A single word that the pipeline took for a person is a place when the gazetteer has it and no person here bears it."""
    borne = {part for r in runs if r.first != r.last or r.honorific for part in r.parts}
    for r in runs:
        if r.ent != "PER" or r.entries or r.honorific or r.first != r.last:
            continue
        name = plain(r.text)
        if name not in borne and name not in lex.given and reading.knowledge.country_of_place(r.text):
            r.ent = "LOC"
            r.head.ent = "LOC"


def _sure(runs: list[Run], words: list[Word]) -> list[Run]:
    """Without single capitalised words that only begin sentences: they may be no names at all."""
    inside = {r.text for r in runs if not _opens(r, words)}
    return [
        r
        for r in runs
        if r.entries or r.ent or r.honorific or r.first != r.last or r.text in inside or _acronym(r.head)
    ]


def _opens(run: Run, words: list[Word]) -> bool:
    """Whether a name stands first in its sentence or quotation."""
    before = words[run.first - 1] if run.first else None
    return (
        before is None or before.sentence != words[run.first].sentence or (before.pos == "PUNCT" and before.text != ",")
    )


def _run_at(reading: Reading, i: int, lex: Lexicon, on: str | None) -> Run | None:
    words, w = reading.words, reading.words[i]
    low = w.lower
    following = words[i + 1] if i + 1 < len(words) and words[i + 1].sentence == w.sentence else None
    if low in lex.honorifics and following is not None and following.text[0].isupper():
        return None
    known = _known(reading, i, on)
    plain_last = _plain_run(words, i, lex)
    cut = (
        known is not None
        and i <= known[0] < plain_last
        and known[1][0].kind != "person"
        and _person_follows(words, known[0], lex)
    )
    if known is not None and (known[0] >= plain_last or cut):
        last, entries = known
    elif plain_last >= i:
        last, entries = plain_last, []
        if known is not None and (known[0] == last or known[1][0].kind == "media"):
            entries = known[1]  # BBC Afrique is the BBC
    else:
        return None
    if not entries and last == i and w.pos != "PROPN" and not w.ent and not _acronym(w):
        return None
    if not entries and last == i and plain(w.text) in lex.roles and (not w.ent or _acronym(w)):
        return None
    if not entries and w.pos != "PROPN" and plain(w.lemma) in lex.roles and last > i:
        return _run_at(reading, i + 1, lex, on) if words[i + 1].text[0].isupper() else None
    head = _head(words, i, last)
    text = reading.text[words[i].start : words[last].end]
    return Run(i, last, head, text, _entity(words, i, last), entries, _honorific(words, i, lex))


def _person_follows(words: list[Word], last: int, lex: Lexicon) -> bool:
    """Whether a person's name begins right after a body's (le président de la Douma Viatcheslav Volodine)."""
    after = words[last + 1]
    return plain(after.text) in lex.given or (after.ent == "PER" and words[last].ent != "PER")


def _known(reading: Reading, i: int, on: str | None) -> tuple[int, list[Entry]] | None:
    """The longest name from `i` on that the knowledge base has."""
    words, text = reading.words, reading.text
    first, last = words[i], i
    ends = []
    while last < len(words) and last - i < LONGEST_NAME and words[last].sentence == first.sentence:
        w = words[last]
        if w.pos not in _INSIDE and not w.text[0].isupper():
            break
        if w.pos in _LAST or w.text[0].isupper():
            ends.append(last)
        last += 1
    for end in reversed(ends):
        if (
            end > i
            and not any(w.text[0].isupper() for w in words[i + 1 : end + 1])
            and words[end].pos not in ("ADJ", "NOUN", "PROPN")
        ):
            continue
        entries = reading.knowledge.lookup(text[first.start : words[end].end], on)
        if entries:
            return end, entries
    return None


def _plain_run(words: list[Word], i: int, lex: Lexicon) -> int:
    """Last word of the run of capitalised words from `i` on; `i - 1` when there is none."""
    first = words[i]
    if first.pos not in ("PROPN", "X") and not first.ent and not _acronym(first):
        return i - 1
    last, j = i, i + 1
    while j < len(words):
        w = words[j]
        if words[j - 1].end < w.start - 1 or w.text in _TITLE_MARKS:
            break
        if w.rel == "nsubj" and first.rel in ("obl", "dislocated"):
            break  # à la BBC Awa Diop: the medium, and who speaks to it
        capital = (w.text[0].isupper() or _prefixed(w, lex)) and w.pos not in (
            "DET",
            "ADP",
            "PRON",
            "CCONJ",
            "AUX",
            "ADV",
        )
        if capital and plain(w.text) in lex.given and _acronym(words[last]) and w.ent != first.ent:
            break
        if capital and (w.pos in ("PROPN", "X", "NUM") or (w.ent and w.ent == first.ent) or w.rel == "flat"):
            last = j
        elif not (_links(words, j, lex, first) and last == j - 1):
            break
        j += 1
    return last


def _prefixed(word: Word, lex: Lexicon) -> bool:
    """`al-Bachir`: a particle joined to the name by a hyphen."""
    before, hyphen, after = word.text.partition("-")
    return bool(hyphen) and before in lex.particles and after[:1].isupper()


def _acronym(word: Word) -> bool:
    """Capitals only, three letters or more, in whatever class the tagger put it."""
    return len(word.text) > 2 and word.text.isupper() and word.text.isalpha()


def _links(words: list[Word], j: int, lex: Lexicon, first: Word) -> bool:
    """A particle, hyphen or apostrophe inside a name."""
    w = words[j]
    if j + 1 >= len(words) or not (words[j + 1].text[0].isupper() or words[j + 1].lower in lex.particles):
        return False
    if w.text in ("-", "'", "’") or w.text[0].isdigit():
        return words[j - 1].end == w.start
    low = w.lower.replace("’", "'")
    if low not in lex.particles:
        return False
    if w.pos in ("ADP", "DET"):  # de, du, la: only inside the name of a person
        after = words[j + 1]
        return bool(after.rel == "flat" or (first.ent == after.ent == "PER" and w.ent == "PER"))
    return True


def _head(words: list[Word], first: int, last: int) -> Word:
    """The word of the run that the rest of the sentence hangs on."""
    for w in words[first : last + 1]:
        if not first <= w.head.i <= last or w.head is w:
            return w
    return words[first]


def _entity(words: list[Word], first: int, last: int) -> str:
    for w in words[first : last + 1]:
        if w.ent:
            return w.ent
    return ""


def _honorific(words: list[Word], first: int, lex: Lexicon) -> str:
    """The title right before a name."""
    if first and words[first - 1].sentence == words[first].sentence:
        low = words[first - 1].lower
        if low in lex.honorifics and words[first - 1].pos not in ("DET", "VERB", "AUX", "PRON"):
            return low
    return ""


def _introduce(run: Run, roles: Roles) -> None:
    """Find the noun that introduces the name (`l'agence SANA`) or explains it (`Willy Ngoma, porte-parole du M23`)."""
    words, lex = roles.words, roles.lex
    p = run.first - (2 if run.honorific and not lex.is_phrase("rank", run.honorific) else 1)
    sentence = words[run.first].sentence
    comma = False
    if p >= 0 and words[p].sentence == sentence and words[p].text == ",":
        comma = True
        p -= 1
    if not comma or _apposed(run, words):
        person = _person_like(run, lex)
        role = _role_above(run, roles, comma) if person else None
        role = role or _role_before(roles, p, sentence, comma, person)
        if role is not None:
            run.role, run.close = role, not comma
            run.also = _role_after(run, roles)
            return
    run.role = _role_after(run, roles)
    if run.role is None and comma and not _person_like(run, lex) and run.head.rel in ("appos", "conj"):
        above = roles.at(run.head.head.i)[0]  # une ONG, Public Eye
        if above is not None and above.kind in ("body", "media", "group") and run.head.head.i < run.first:
            run.role = run.head.head


def _person_like(run: Run, lex: Lexicon) -> bool:
    if run.entries and run.entries[0].kind != "person":
        return False
    return bool(run.honorific) or run.ent == "PER" or run.parts[0] in lex.given or bool(run.entries) or " " in run.text


def _apposed(run: Run, words: list[Word]) -> bool:
    """Whether a name after a comma belongs to what stands before: it depends on it, or a comma or the end follows."""
    if run.entries and run.entries[0].kind == "state":
        return False
    if run.head.rel in ("appos", "flat", "nmod"):
        return run.head.head.i < run.first
    after = words[run.last + 1] if run.last + 1 < len(words) else None
    return after is None or after.text in (",", ".", ")", ";", ":", "»") or after.sentence != words[run.first].sentence


def _role_above(run: Run, roles: Roles, comma: bool) -> Word | None:
    """The person's role that the parse hangs a name on, directly or through the role's complement."""
    w, found = run.head, None
    if any(c.rel == "case" for c in w.children) or w.rel not in ("appos", "flat", "nmod"):
        return None
    for _ in range(4):
        w = w.head
        if w.i > run.first or w.pos not in ("NOUN", "ADJ", "PROPN"):
            break
        role = roles.at(w.i)[0]
        if role is not None and role.kind == "person":
            found = w
            if not comma:
                break
        if w.rel not in ("nmod", "conj", "flat", "appos") or w.head is w:
            break
    return found


def _role_before(roles: Roles, p: int, sentence: int, comma: bool, person: bool) -> Word | None:
    """The role noun whose phrase ends at word `p`: for a person a person's, the nearest before a name that follows
    at once, the furthest before a comma; else the nearest body's."""
    words = roles.words
    if p < 0 or words[p].sentence != sentence or words[p].pos not in ("NOUN", "ADJ", "PROPN", "NUM", "X"):
        return None
    best: Word | None = None
    q = p
    while q >= 0 and p - q < 12 and words[q].sentence == sentence:
        w = words[q]
        if w.pos in ("VERB", "AUX", "PUNCT", "PRON", "SCONJ", "CCONJ") and w.rel != "amod":
            break
        if w.pos in ("NOUN", "PROPN", "ADJ"):
            role, last, _ = roles.at(q)
            if role is not None and (last >= p or (comma and person and w.pos == "NOUN") or _reaches(w, p, words)):
                if role.kind == "person" and person:
                    best = w
                    if not comma:
                        break
                elif not comma and role.kind not in ("person", "document") and (best is None or last >= p > q + 1):
                    best = w
        elif w.pos == "ADP" and w.rel == "case" and not roles.lex.is_phrase("role_case", w.lower):
            break
        q -= 1
    return best


def _reaches(w: Word, p: int, words: list[Word]) -> bool:
    """Whether the phrase of `w` includes the word `p`."""
    u = words[p]
    for _ in range(8):
        if u is w:
            return True
        if u.head is u:
            return False
        u = u.head
    return False


def _role_after(run: Run, roles: Roles) -> Word | None:
    """The role that explains a name after a comma."""
    words, lex = roles.words, roles.lex
    n = len(words)
    j = run.last + 1
    if j + 1 >= n or words[j].text != "," or words[j].sentence != words[run.first].sentence:
        return None
    bare = True
    j += 1
    while j < n and words[j].pos in ("DET", "ADJ", "ADV") and j - run.last < 5:
        bare = bare and words[j].pos != "DET"
        if roles.at(j)[0] is not None:
            break
        j += 1
    if j >= n or words[j].sentence != words[run.first].sentence:
        return None
    role: Role | None = roles.at(j)[0]
    if role is None or role.kind != "person" or not _person_like(run, lex):
        return None
    noun = words[j]
    depends = noun.rel in ("appos", "flat", "nmod") and run.first <= noun.head.i <= run.last
    listed = noun.rel == "nsubj" or (noun.rel == "conj" and any(c.rel == "cc" for c in noun.children))
    return noun if depends or (bare and not listed) else None
