"""Cues: the words of a text that attribute content to somebody (verbs with what they take, prepositions).

A cue is found by its lemma in ``lang/<language>/cues.tsv``; which content goes with it is decided in `contents`.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from selon.lang import Words
from selon.reading.classes import bare_verb, word_class
from selon.reading.conjugation import restore_verbs
from selon.reading.verbs import inverted_clitic, is_finite, is_reflexive, verb_group
from selon.reading.work import Reading, Word

CUES_A_SENTENCE = 40
CLOSING = frozenset('»”"')
NAMING = frozenset(("NOUN", "PROPN", "PRON", "X"))


@dataclass(slots=True, eq=False)
class Cue:
    """One cue: the head word, its class, what it takes, and the span that marks the attribution."""

    word: Word
    cls: str  # "verb" or "preposition"
    takes: frozenset[str]
    start: int
    end: int
    base: str  # the table's form
    last: Word  # last word of the cue
    first: Word
    clitic: Word | None = None  # the subject after the verb or auxiliary: `a-t-il dit`, `dit-on`
    split: bool = False  # the clause is put between a subject and its verb
    as_clause: bool = False  # `comme l'a rappelé X`


@dataclass(frozen=True)
class CueTable:
    """The cue table, by what the search starts from."""

    verbs: dict[str, frozenset[str]]
    reflexive: dict[str, tuple[str, frozenset[str]]]  # verb -> the form with its pronoun, what it takes
    with_word: dict[str, tuple[tuple[str, frozenset[str]], ...]]
    prepositions: dict[str, tuple[tuple[tuple[str, ...], frozenset[str]], ...]]  # first word -> word sequences
    gate: frozenset[str]
    modal: frozenset[str]
    as_words: frozenset[str]
    nouns: dict[str, frozenset[str]]


@functools.cache
def cue_table(lang: Words) -> CueTable:
    """The language's cues; raises FileNotFoundError when it has none."""
    verbs: dict[str, frozenset[str]] = {}
    reflexive: dict[str, tuple[str, frozenset[str]]] = {}
    with_word: dict[str, list[tuple[str, frozenset[str]]]] = {}
    nouns: dict[str, frozenset[str]] = {}
    preps: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = {}
    for row in lang.table("cues"):
        takes = frozenset(row["takes"].split())
        form = row["word"]
        if row["class"] == "noun":
            nouns[form] = takes
        elif row["class"] == "preposition":
            parts = tuple(form.replace("’", "'").replace("'", "' ").split())
            preps.setdefault(parts[0], []).append((parts, takes))
        elif row["with"]:
            with_word.setdefault(form, []).append((row["with"], takes))
        elif bare_verb(form, lang) != form:
            reflexive[bare_verb(form, lang)] = (form, takes)
        else:
            verbs[form] = takes
    longest = {k: tuple(sorted(v, key=lambda x: -len(x[0]))) for k, v in preps.items()}
    pairs = {k: tuple(v) for k, v in with_word.items()}
    gate = frozenset(verbs) | frozenset(reflexive) | frozenset(pairs)
    modal = frozenset(row["word"] for row in lang.table("helpers") if row["class"] == "modal")
    as_words = word_class(lang, "as_clause")
    return CueTable(verbs, reflexive, pairs, longest, gate, modal, as_words, nouns)


def find_cues(reading: Reading) -> None:
    """Fill `reading.cues`, and make inverted subjects subjects where the parser did not."""
    restore_verbs(reading)
    reading.cues = _at_most(CUES_A_SENTENCE, _cues(reading))


def _at_most(limit: int, cues: Iterable[Cue]) -> list[Cue]:
    """No more cues a sentence than any real one holds, so that the cost of a text without full stops stays linear."""
    out: list[Cue] = []
    sentence, seen = -1, 0
    for cue in cues:
        sentence, seen = cue.word.sentence, seen + 1 if cue.word.sentence == sentence else 1
        if seen <= limit:
            out.append(cue)
    return out


def _cues(reading: Reading) -> Iterator[Cue]:
    """All cues in text order; a cue word that takes no content here is still given, its content decides."""
    table, time = cue_table(reading.lang), word_class(reading.lang, "time")
    words = reading.words
    for w in words:
        if w.lower in table.prepositions or w.lower.replace("’", "'") in table.prepositions:
            found = _preposition(words, w, table)
            if found is not None:
                yield found
        elif w.lemma in table.nouns and w.pos == "NOUN" and w.i + 1 < len(words) and words[w.i + 1].pos == "ADP":
            yield Cue(w, "noun", table.nouns[w.lemma], w.start, w.end, w.lemma, w, w)
        elif w.lemma in table.gate and w.pos in ("VERB", "AUX", "NOUN", "ADJ", "PROPN"):
            cue = _verb(w, words, table)
            if cue is not None:
                _as_clause(cue, words, table)
                restore_inverted_subject(cue, words, time)
                yield cue


def _preposition(words: list[Word], w: Word, table: CueTable) -> Cue | None:
    for parts, takes in table.prepositions[w.lower.replace("’", "'")]:
        last = _match(words, w.i, parts)
        if last is not None:
            if "inner" in takes:  # de source militaire: the source itself is part of the phrase
                last = words[last.i - 1]
            return Cue(w, "preposition", takes, w.start, last.end, " ".join(parts), last, w)
    return None


def _match(words: list[Word], at: int, parts: tuple[str, ...]) -> Word | None:
    """The last of the words that make up a cue of several words: contracted (`au dire des`), or two in one (`l'on`)."""
    done = 0
    while done < len(parts):
        if at >= len(words):
            return None
        text = words[at].lower.replace("’", "'")
        if text == parts[done] or (done and words[at].lemma == parts[done]):
            done += 1
        elif text == "".join(parts[done : done + 2]):
            done += 2
        else:
            return None
        at += 1
    return words[at - 1]


def _verb(w: Word, words: list[Word], table: CueTable) -> Cue | None:
    if w.pos in ("NOUN", "ADJ", "PROPN") and "VerbForm" not in w.feats:
        return None
    if any(c.rel == "cop" for c in w.children):
        return None  # an adjective with être
    takes, base, extra = None, w.lemma, None
    for needed, t in table.with_word.get(w.lemma, ()):
        if w.rel == "aux" and w.head.lemma == needed:  # faire savoir: the parser makes the second verb the head
            first, last = verb_group(w.head, table.modal)
            while first.i > 0 and words[first.i - 1].rel == "aux" and words[first.i - 1].head in (w, w.head):
                first = words[first.i - 1]
            clitic = inverted_clitic(w.head)
            return Cue(w.head, "verb", t, first.start, last.end, f"{w.lemma} {needed}", last, first, clitic)
    for needed, t in table.with_word.get(w.lemma, ()):
        extra = next((c for c in w.children if c.i > w.i and c.i - w.i <= 5 and needed in (c.lemma, c.lower)), None)
        if extra is not None and not is_reflexive(w):
            takes, base = t, f"{w.lemma} {needed}"
            break
    if takes is None and w.lemma in table.reflexive and is_reflexive(w):
        base, takes = table.reflexive[w.lemma]
    if takes is None:
        takes = table.verbs.get(w.lemma)
        base = w.lemma
    if takes is None:
        return None
    first, last = verb_group(w, table.modal)
    if extra is not None and extra.i > last.i:
        last = extra
    clitic = inverted_clitic(w)
    if clitic is None and w.rel == "xcomp" and w.head.i < w.i:  # peut-on lire
        clitic = inverted_clitic(w.head)
        first = verb_group(w.head, frozenset())[0] if clitic is not None else first
    return Cue(w, "verb", takes, first.start, last.end, base, last, first, clitic)


def _as_clause(cue: Cue, words: list[Word], table: CueTable) -> None:
    """`comme l'a rappelé X`: the clause begins at `comme`, its pronoun stands for what is said, its subject may follow."""
    i = cue.first.i - 1
    if i < 1 or words[i].pos != "PRON" or words[i - 1].lower not in table.as_words:
        return
    if words[i].feats.get("PronType") != "Prs" or words[i].feats.get("Reflex") == "Yes":
        return
    cue.as_clause, cue.first = True, words[i - 1]
    subject = cue.word.child("nsubj")
    after = phrase_after(cue, words) if subject is None else None
    if after is not None and after.head is cue.word:
        after.dep = after.rel = "nsubj"


def restore_inverted_subject(cue: Cue, words: list[Word], time: frozenset[str]) -> None:
    """Make the phrase right after `…, a déclaré` the subject where the parser took it for the object.

    A finite verb in the active after a comma or a quotation mark has no other subject when none stands before it and
    nothing joins it to another verb; a subject parted from its verb by nothing but a comma is none.
    """
    w = cue.word
    if cue.first.i == 0 or not is_finite(w) or w.child("aux:pass", "cc", "expl:subj") or cue.clitic is not None:
        return
    before = words[cue.first.i - 1]
    if before.pos != "PUNCT" or before.text == ":" or _one_of_a_list(w):
        return
    found = [s for s in w.kids("nsubj") if s.lemma not in time]
    subject = found[0] if found else None
    after = next((s for s in found[1:] if s.i > w.i), None)
    if subject is not None and after is not None and subject.i < cue.first.i:
        if _set_off(subject, cue, words):
            after.dep = after.rel = "obj"  # X, qui il est, accuse Y
            return
        subject.dep = subject.rel = "dislocated"  # two subjects: the quotation's, and the one who says it
        closed = any(x.text in '»”"' for x in words[subject.i : cue.first.i])
        cue.split = subject.sentence == w.sentence and not closed
        return
    if subject is not None:
        if subject.i > w.i or not _cut_off(subject, cue, words):
            return
    elif not _verb_before(cue.first, words) and not _clause_after(cue, words):
        return
    c = phrase_after(cue, words) or phrase_after(cue, words, past_circumstances(cue, words, time))
    if c is not None and c.lemma in time:
        c = phrase_after(cue, words, past_circumstances(cue, words, time))
    if c is not None and c.lemma not in time:
        if subject is not None:
            subject.dep = subject.rel = "dislocated"
            cue.split = True
        c.dep = c.rel = "nsubj"
        if c.head is not w and c is not w.head:
            if c.head is not c:
                c.head.children.remove(c)
            c.head = w
            w.children.append(c)
            w.children.sort(key=lambda x: x.i)


def _one_of_a_list(w: Word) -> bool:
    """`X dit oui, menace Y, et appelle Z`: a verb of the middle has the subject of the first."""
    return w.rel == "conj" and any(
        c.rel == "conj" and c.i > w.i and c.child("cc") is not None and c.child("nsubj") is None for c in w.head.children
    )


def past_circumstances(cue: Cue, words: list[Word], time: frozenset[str]) -> int:
    """The word after what says when, how and where (`ce lundi au mégaphone`, `à Paris`) between a cue and its subject."""
    i, stop = cue.last.i + 1, min(len(words), cue.last.i + 12)
    while i < stop and words[i].sentence == cue.word.sentence:
        j = i + 1
        if words[i].pos == "ADP":
            while j < stop and words[j].pos in ("DET", "ADJ", "NUM"):
                j += 1
            if j >= stop or words[j].pos not in ("NOUN", "PROPN"):
                return i
            j += 1
        elif words[i].pos != "ADV":
            while j < stop and words[j - 1].pos in ("DET", "NUM") and words[j - 1].lemma not in time:
                j += 1
            if words[j - 1].lemma not in time:
                return i
            while j < stop and (words[j].pos == "NUM" or words[j].lemma in time):
                j += 1
        i = j
    return i


def phrase_after(cue: Cue, words: list[Word], at: int = 0) -> Word | None:
    """Head of the noun phrase that begins right after the cue, or at the word `at`."""
    begin = i = at or cue.last.i + 1
    while i < len(words) and words[i].pos in ("DET", "ADJ", "NUM") and words[i].sentence == cue.word.sentence:
        i += 1
    if i >= len(words) or words[i].sentence != cue.word.sentence or words[i].pos not in NAMING:
        return None
    found = words[i]
    if found.feats.get("Reflex") == "Yes" or any(x.rel == "case" and x.i > cue.last.i for x in found.children):
        return None
    for _ in range(4):  # a flat name or a title before the head
        if (
            found.head.i >= begin
            and found.head.i < i + 4
            and found.rel in ("flat", "nmod", "appos", "amod", "compound")
            and found.head.pos in ("NOUN", "PROPN")
        ):
            found = found.head
    return None if found in _ancestors(cue.word) else found


def _ancestors(w: Word) -> list[Word]:
    out: list[Word] = []
    while w.head is not w and len(out) < 50:
        w = w.head
        out.append(w)
    return out


def _set_off(subject: Word, cue: Cue, words: list[Word]) -> bool:
    """`Le porte-parole, Untel, a accusé`: what stands between a subject and its verb is set off by two commas."""
    between = words[subject.i + 1 : cue.first.i]
    commas = [x.i for x in between if x.text == ","]
    inside = words[commas[0] : cue.first.i] if len(commas) == 2 else []
    return bool(inside) and inside[-1].text == "," and all(x.pos not in ("VERB", "AUX", "PUNCT") or x.text == "," for x in inside)


def _cut_off(subject: Word, cue: Cue, words: list[Word]) -> bool:
    """Whether only a comma, or the end of the quotation that holds the subject, stands between it and the verb."""
    tree = subject.subtree()
    between = words[max(subject.i, tree[0].i + 1) : cue.first.i - 1]  # a comma there sets off an apposition: X, Y, a dit
    if (
        words[cue.first.i - 1].text == ","
        and tree[-1].i in (cue.first.i - 2, cue.first.i - 1)
        and not any(x.text == "," for x in between)
        and (tree[0].text != "," or (subject.i > 1 and words[tree[0].i - 1].text in CLOSING))
    ):
        return True
    return subject.rel != "dislocated" and any(x.text in "»”" for x in words[subject.i + 1 : cue.first.i]) and not any(
        x.text in "«“" for x in words[subject.i + 1 : cue.first.i])  # fmt: skip


def _verb_before(w: Word, words: list[Word]) -> bool:
    """A finite verb or a quotation mark stands before the word in its sentence."""
    i = w.i - 1
    while i >= 0 and words[i].sentence == w.sentence:
        if words[i].text in '»”"' or words[i].pos in ("VERB", "AUX"):
            return True
        i -= 1
    return False


def _clause_after(cue: Cue, words: list[Word]) -> bool:
    """`Dans l'immédiat, précise X, …`: after the noun phrase, a comma and a finite verb."""
    c = phrase_after(cue, words)
    if c is None or words[cue.first.i - 1].text != ",":
        return False
    i = max(x.i for x in c.subtree()) + 1
    rest = [w for w in words[i + 1 : i + 40] if w.sentence == cue.word.sentence]
    return i < len(words) and words[i].text == "," and any(w.feats.get("VerbForm") == "Fin" for w in rest)
