"""Names: runs of words that name somebody or something, found once over the whole article."""

from __future__ import annotations

from selon.knowledge.entries import Entry
from selon.reading.capitals import begins_name, no_name, run_end
from selon.reading.choice import by_title, choose
from selon.reading.phrases import Roles
from selon.reading.premodifiers import glued
from selon.reading.roles import Lexicon, Role, plain
from selon.reading.runs import Run
from selon.reading.work import Reading, Word

LONGEST_NAME = 14  # words looked up as one name
FRONT = 14  # words of a role that opens a sentence
_INSIDE = frozenset(("PROPN", "NOUN", "ADJ", "ADP", "DET", "X", "NUM", "CCONJ"))
_LAST = frozenset(("PROPN", "NOUN", "ADJ", "X", "NUM"))
_NOT_FIRST = frozenset(("ADP", "DET", "PRON", "VERB", "AUX", "CCONJ", "SCONJ", "PUNCT", "ADV", "INTJ", "NUM"))
_TITLE_MARKS = frozenset((",", "(", "—", "–"))


def find_runs(reading: Reading, roles: Roles, on: str | None) -> list[Run]:
    """All names of the article in text order, with the roles that stand beside them."""
    words, lex = reading.words, roles.lex
    out: list[Run] = []
    i, taken = 0, -1
    while i < len(words):
        w = words[i]
        c = w.text[0]
        if lex.head_last:
            taken = max(taken, no_name(reading, i, roles, on))
        elif c.islower() and w.pos in ("NOUN", "ADJ", "PROPN"):
            taken = max(taken, roles.at(i)[1])  # the capitals of ministre de l'Intérieur are no names
        if i <= taken:
            i += 1
            continue
        capital = c.isupper() or (c.isdigit() and w.pos == "PROPN") or begins_name(words, i, lex)
        if not capital or (w.pos in _NOT_FIRST and not w.ent and not _shouted(reading, i, lex)):
            i += 1
            continue
        run = _run_at(reading, i, roles, on)
        if run is None:
            i += 1
        else:
            out.append(run)
            i = run.last + 1
    out = _sure(out, words)
    _correct_places(out, reading, lex)
    signs = choose(out, reading, lex)
    for run in out:
        _introduce(run, roles)
        for beside in (run.role, run.also):
            role = roles.at(beside.i)[0] if beside is not None else None
            if role is not None:
                by_title(run, role, reading, signs)
        if lex.head_last and run.role is not None and run.also is None and run.close and run.role.i < run.first:
            run.also = _title_before(run.role, roles)
    return out


def _title_before(title: Word, roles: Roles) -> Word | None:
    """A second title right before the first (`army spokesman Colonel X`)."""
    first = roles.at(title.i)[3]
    before = roles.words[first - 1] if first else None
    if before is None or before.sentence != title.sentence:
        return None
    role, last, _, _ = roles.at(before.i)
    return before if role is not None and role.kind == "person" and last == before.i else None


def _shouted(reading: Reading, i: int, lex: Lexicon) -> bool:
    """`after IS claimed`: an acronym of the tables that the tagger took for a small word, among words in small letters."""
    words, w = reading.words, reading.words[i]
    if not lex.head_last or len(w.text) < 2 or not w.text.isupper() or not w.text.isalpha():
        return False
    near = (x for x in words[max(0, i - 2) : i + 3] if x is not w and x.sentence == w.sentence)
    around = [x for x in near if x.text.isalpha() and len(x.text) > 1]
    return bool(around) and all(not x.text.isupper() for x in around) and bool(reading.knowledge.lookup(w.text))


def _correct_places(runs: list[Run], reading: Reading, lex: Lexicon) -> None:
    """What the pipeline took for a person is a place when the gazetteer has it and no person here bears it."""
    borne = {part for r in runs if r.first != r.last or r.honorific for part in r.parts}
    for r in runs:
        surname = r.first == r.last and r.ent == "LOC" and not r.honorific and bool(r.entries) and r.entries[0].kind == "person"
        if surname and not borne & set(r.parts) and reading.knowledge.country_of_place(r.text):
            r.entries = []  # la ville de Lyman, whatever person has the name
        if r.ent != "PER" or r.entries or r.honorific or (r.first != r.last and r.parts[0] in lex.given):
            continue
        name = plain(r.text)
        if (name not in borne or r.first != r.last) and name not in lex.given and reading.knowledge.country_of_place(r.text):
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


def _run_at(reading: Reading, i: int, roles: Roles, on: str | None) -> Run | None:
    words, w, lex = reading.words, reading.words[i], roles.lex
    low = w.lower
    following = words[i + 1] if i + 1 < len(words) and words[i + 1].sentence == w.sentence else None
    if low in lex.honorifics and following is not None and following.text[0].isupper():
        return None
    known = _known(reading, i, lex, on)
    plain_last = _plain_run(words, i, roles)
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
    if not entries and w.ent == "ORG" and plain(w.text) not in lex.roles:
        last = max(last, _organisation(words, i))
    if not entries and last == i and w.pos != "PROPN" and not w.ent and not _acronym(w):
        return None
    if not entries and last == i and lex.is_phrase("disease", w.text):
        return None
    titled = i > 0 and words[i - 1].pos == "DET"
    if not entries and last == i and plain(w.text) in lex.roles and (w.ent in ("", "ORG") or titled or _acronym(w)):
        return None  # a body's noun: its phrase is its name (le Parti national, la Cour suprême d'Israël)
    if not entries and not lex.head_last and last > i and roles.at(i)[0] is not None and roles.at(i)[1] >= last:
        return None  # la Garde nationale
    if not entries and w.pos != "PROPN" and plain(w.lemma) in lex.roles and last > i:
        return _run_at(reading, i + 1, roles, on) if words[i + 1].text[0].isupper() else None
    title = _honorific(words, i, lex)
    if title and roles.at(i - 1)[3] < i - 1:
        title = ""  # Secretary-General Ban: a role, no general
    head = _head(words, i, last)
    text = reading.text[words[i].start : words[last].end]
    return Run(i, last, head, text, _entity(words, i, last), entries, title)


def _organisation(words: list[Word], i: int) -> int:
    """Last word of the organisation's name that the pipeline found from `i` on (le Stade malien de Bamako)."""
    last = j = i
    while j < len(words) and words[j].ent == "ORG" and words[j].sentence == words[i].sentence:
        last = j if words[j].pos in _LAST else last
        j += 1
    return last


def _person_follows(words: list[Word], last: int, lex: Lexicon) -> bool:
    """Whether a person's name begins right after a body's (le président de la Douma Viatcheslav Volodine)."""
    after = words[last + 1]
    if after.ent == words[last].ent == "PER" and after.rel == "flat" and after.head.i <= last:
        return False  # le rabbin Israël Meir Lau
    return plain(after.text) in lex.given or (after.ent == "PER" and words[last].ent != "PER")


def _known(reading: Reading, i: int, lex: Lexicon, on: str | None) -> tuple[int, list[Entry]] | None:
    """The longest name from `i` on that the knowledge base has."""
    words, text = reading.words, reading.text
    first, last = words[i], i
    ends = []
    while last < len(words) and last - i < LONGEST_NAME and words[last].sentence == first.sentence:
        w = words[last]
        joint = lex.hyphens and (glued(words, last) or w.lower in ("'s", "’s", "'", "’"))
        if w.pos not in _INSIDE and not w.text[0].isupper() and not joint and w.lower not in lex.particles:
            break
        if not joint and (w.pos in _LAST or w.text[0].isupper()):
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


def _plain_run(words: list[Word], i: int, roles: Roles) -> int:
    """Last word of the run of capitalised words from `i` on; `i - 1` when there is none."""
    first, lex = words[i], roles.lex
    if first.pos not in ("PROPN", "X") and not first.ent and not _acronym(first):
        return i - 1
    if lex.head_last:
        return run_end(words, i, roles)
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
    run.role = _role_after(run, roles) or (_role_in_front(run, roles, p) if comma else None)
    if run.role is None and lex.head_last:
        run.role = _kind_after(run, roles)
        run.close = run.role is not None
    if run.role is None and comma and not _person_like(run, lex) and run.head.rel in ("appos", "conj"):
        above = roles.at(run.head.head.i)[0]  # une ONG, Public Eye
        if above is not None and above.kind in ("body", "media", "group") and run.head.head.i < run.first:
            run.role = run.head.head


def _role_in_front(run: Run, roles: Roles, p: int) -> Word | None:
    """`Militante des droits humains, X dénonce …`: a role without article that opens the sentence."""
    words, first = roles.words, p
    while first > 0 and words[first - 1].sentence == words[p].sentence:
        first -= 1
        if p - first > FRONT or words[first].text == ",":
            return None
    if words[first].pos == "ADJ" and first < p:
        first += 1
    role = roles.at(first)[0]
    after = words[run.last + 1] if run.last + 1 < len(words) else None
    spoken = after is not None and after.pos in ("VERB", "AUX", "PRON", "ADV")
    if role is None or role.kind != "person" or not spoken or not _person_like(run, roles.lex):
        return None
    return words[first] if not any(w.pos in ("AUX", "DET") and w.i <= first for w in words[first - 1 : first + 1]) else None


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
    title = roles.words[run.first - 1] if run.honorific else w  # les avocats de Mme X: the title has the preposition
    if any(c.rel == "case" for c in (*w.children, *title.children)) or w.rel not in ("appos", "flat", "nmod"):
        return None
    for _ in range(4):
        w = w.head
        if w.i > run.first or w.pos not in ("NOUN", "ADJ", "PROPN"):
            break
        role = roles.at(w.i)[0]
        kin = role is not None and w is not run.head.head and roles.lex.is_phrase("kin", role.noun)
        if kin or roles.lex.is_phrase("former", w.lemma):
            break  # le fils du guide X, le fils du défunt X: the name is not the son's
        if role is not None and role.kind == "person" and not _acts_between(roles.words[w.i + 1 : run.first]):
            found = w
            if not comma:
                break
        if w.rel not in ("nmod", "conj", "flat", "appos") or w.head is w:
            break
    return found


def _acts_between(words: list[Word]) -> bool:
    """`des manifestants interrompant M. X`: who does something to a person is not introduced by it."""
    return any(w.pos == "VERB" and w.rel == "acl" and w.feats.get("Tense") == "Pres" for w in words)


def _role_before(roles: Roles, p: int, sentence: int, comma: bool, person: bool) -> Word | None:
    """The role noun whose phrase ends at word `p`: for a person a person's, the nearest before a name that follows
    at once, the furthest before a comma; else the nearest body's."""
    words = roles.words
    if p > 0 and not comma and words[p].pos in ("VERB", "ADJ") and roles.lex.is_phrase("coming", words[p].lower):
        p -= 1  # le président élu X
    if p < 0 or words[p].sentence != sentence or words[p].pos not in ("NOUN", "ADJ", "PROPN", "NUM", "X"):
        return None
    best: Word | None = None
    q = p
    while q >= 0 and p - q < 12 and words[q].sentence == sentence:
        w = words[q]
        if w.pos in ("VERB", "AUX", "PUNCT", "PRON", "SCONJ", "CCONJ") and w.rel != "amod":
            break
        if w.pos in ("NOUN", "PROPN", "ADJ"):
            role, last, _, _ = roles.at(q)
            loose = roles.lex.head_last and w.text[0].islower() and w.feats.get("Number") == "Plur" and not _tied(w, words[p + 1])
            of = any(x.pos == "ADP" for x in words[last + 1 : p + 1])
            kin = role is not None and of and roles.lex.is_phrase("kin", role.noun)
            role = None if loose or kin else role  # told reporters Mr. Obama would …; le fils du guide X
            reaches = last >= p or _reaches(w, p, words) or (roles.lex.head_last and _of(words, last + 1, roles.lex))
            reaches = reaches or (comma and person and w.pos == "NOUN")
            if role is not None and reaches:
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


def _of(words: list[Word], i: int, lex: Lexicon) -> bool:
    """Whether a preposition inside a role's name stands at word `i`."""
    return i < len(words) and words[i].pos == "ADP" and lex.is_phrase("of", words[i].lower)


def _tied(role: Word, name: Word) -> bool:
    """Whether the parse hangs a role and the name after it on each other."""
    return name.head is role or role.head is name or role.head is name.head or (name.head.i > role.i and name.head is role.head)


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
    if lex.head_last:
        return _title_after(run, roles)
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


def _title_after(run: Run, roles: Roles) -> Word | None:
    """The role that explains a name after a comma where its noun stands last: `Peskov, the Kremlin spokesman, said`."""
    words = roles.words
    j, n = run.last + 1, len(words)
    if j + 1 >= n or words[j].text != "," or words[j].sentence != words[run.first].sentence or not _person_like(run, roles.lex):
        return None
    j += 1
    if words[j].pos == "NUM" and j + 2 < n and words[j + 1].text == ",":  # her age
        j += 2
    first, found = j, None
    while j < n and j - first < 10 and words[j].sentence == words[run.first].sentence:
        w = words[j]
        if w.pos not in ("DET", "ADJ", "NOUN", "PROPN", "PART", "NUM", "PRON", "X") and not glued(words, j) and w.rel != "amod":
            break
        if w.pos == "PRON" and w.dep != "nmod:poss":
            break
        role = roles.at(j)[0]
        if role is not None and w.pos in ("NOUN", "PROPN", "ADJ"):
            found = w if role.kind == "person" else None
        elif w.pos in ("NOUN", "PROPN"):
            found = None
        j += 1
    if found is None:
        return None
    after = words[j] if j < n else None
    depends = found.rel in ("appos", "flat", "nmod", "list") and run.first <= found.head.i <= run.last
    listed = found.rel in ("nsubj", "nsubj:pass") or (found.rel == "conj" and any(c.rel == "cc" for c in found.children))
    bare = words[first].pos not in ("DET", "PRON")
    closed = after is None or after.pos in ("PUNCT", "ADP", "SCONJ") or after.pos == "PRON"
    return found if depends or (not listed and (bare or closed)) else None


def _kind_after(run: Run, roles: Roles) -> Word | None:
    """The noun that says what a name before it is: `Interfax news agency`, `Hezbollah movement`."""
    words, at = roles.words, run.last + 1
    if at >= len(words) or words[at].sentence != run.head.sentence:
        return None
    head = roles.start(at)
    role = roles.at(head)[0] if head >= 0 else None
    if role is None or role.kind not in ("media", "group", "body") or words[head].feats.get("Number") == "Plur":
        return None
    if run.entries:
        kind = run.entries[0].kind
        fits = kind == role.kind or {kind, role.kind} == {"group", "body"}
        return words[head] if fits and not roles.lex.is_phrase("part", role.noun) else None
    return words[head] if role.kind in ("media", "group") and run.ent not in ("LOC", "PER") else None
