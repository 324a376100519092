"""English reported speech, as EWT hangs it: the speech verb is the root and the quotation its ccomp, on either side.

In: a parsed statement, a speech verb, a noun phrase. Out: ``"S," NP said.``, ``"S," said NP.``, ``"S1," NP said, "S2."``,
``NP said: "S."``, ``NP said that S.``, ``According to NP, S.``, ``S, according to NP.`` with their trees.
"""

from __future__ import annotations

import random
from dataclasses import replace

from attribution import mark, moved
from conllu import Row, Sentence

PAST = "Mood=Ind|Number={}|Person=3|Tense=Past|VerbForm=Fin"
PRESENT = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
PRONOUNS = (("he", "Masc"), ("she", "Fem"), ("they", ""))
PRONOUN = "Case=Nom|{}Number={}|Person=3|PronType=Prs"


def _root(rows: list[Row]) -> int:
    return next(i for i, row in enumerate(rows) if row.dep == "root")


def _number(phrase: list[Row]) -> str:
    head = next(row for i, row in enumerate(phrase) if row.head == i)
    return "Plur" if "Number=Plur" in head.feats else "Sing"


def _subject(phrase: list[Row], rng: random.Random) -> list[Row]:
    """The noun phrase, or a pronoun."""
    if rng.random() > 0.3:
        return [replace(row) for row in phrase]
    form, gender = rng.choice(PRONOUNS)
    feats = PRONOUN.format(f"Gender={gender}|" if gender else "", "Sing" if gender else "Plur")
    return [Row(form, form, "PRON", feats, 0, "nsubj")]


def _says(verb: tuple[str, str, str], phrase: list[Row], at: int, rng: random.Random, inverted: bool) -> list[Row]:
    """Subject and speech verb (the root) from position ``at`` on."""
    lemma, present, past = verb
    now = rng.random() < 0.15 and _number(phrase) == "Sing"
    feats = PRESENT if now else PAST.format(_number(phrase))
    place = at if inverted else at + len(phrase)
    tail = moved(phrase, at + inverted)
    for row in tail:
        if row.dep == "nsubj" and row.head - at - inverted == next(i for i, r in enumerate(phrase) if r.head == i):
            row.head = place
    say = Row(present if now else past, lemma, "VERB", feats, place, "root")
    return [say, *tail] if inverted else [*tail, say]


def _cut(body: list[Row], rng: random.Random) -> int:
    """A comma to break the quotation at, or its end."""
    commas = [i for i, row in enumerate(body) if row.form == "," and 3 < i < len(body) - 4]
    return rng.choice(commas) if commas and rng.random() < 0.3 else len(body)


def _capital(rows: list[Row]) -> None:
    rows[0].form = rows[0].form[:1].upper() + rows[0].form[1:]


def after(sent: Sentence, verb: tuple[str, str, str], phrase: list[Row], rng: random.Random) -> Sentence:
    """``"S," NP said.``, ``S, said NP.``, sometimes with the rest of the quotation behind."""
    body = sent.rows[:-1]
    quotes = rng.random() < 0.75
    cut = _cut(body, rng) if quotes else len(body)
    subject = _subject(phrase, rng)
    lead = int(quotes)
    middle = cut + lead + 1 + lead  # opening mark, first part, comma, closing mark
    inverted = rng.random() < 0.4 and subject[0].upos != "PRON"
    says = _says(verb, subject, middle, rng, inverted)
    say = middle + _root(says)
    behind = middle + len(says)
    gap = 0 if cut == len(body) else behind + 2 - (cut + 1)
    place = [i + lead if i < cut else i + gap for i in range(len(body))]
    if cut < len(body):
        place[cut] = cut + lead
    root = place[_root(body)]
    moved_body = [replace(row, head=place[row.head]) for row in body]
    moved_body[_root(body)].dep, moved_body[_root(body)].head = "ccomp", say
    rows = [mark('"', root, False)] if quotes else []
    rows += [*moved_body[:cut], mark(",", root, not quotes)]
    rows[cut + lead - 1].space = False
    rows += [mark('"', root)] if quotes else []
    rows += says
    rows[-1].space = False
    if cut < len(body):
        rows += [mark(",", root), mark('"', root, False), *moved_body[cut + 1:], mark(".", say, False), mark('"', root)]
        rows[-3].space = False
    else:
        rows.append(mark(".", say))
    return Sentence(rows, "made/quoted")


def before(sent: Sentence, verb: tuple[str, str, str], phrase: list[Row], rng: random.Random) -> Sentence:
    """``NP said: "S."``, ``NP said, "S."``, ``NP said that S.``, ``NP said S.``"""
    subject = _subject(phrase, rng)
    rows = _says(verb, subject, 0, rng, False)
    say = _root(rows)
    body = [replace(row) for row in sent.rows[:-1]]
    kind = rng.random()
    quotes = kind < 0.5
    own = _root(body)
    opening = 2 if quotes else int(kind < 0.75)
    shift = len(rows) + opening
    if quotes:
        rows[-1].space = False
        rows += [mark(rng.choice((":", ",")), own + shift), mark('"', own + shift, False)]
    else:
        if opening:
            rows.append(Row("that", "that", "SCONJ", "", own + shift, "mark"))
        if body[0].upos not in ("PROPN", "X") and body[0].form not in ("I",) and not body[0].form.isupper():
            body[0].form = body[0].form[:1].lower() + body[0].form[1:]
    body[own].dep = "ccomp"
    tail = moved(body, shift)
    tail[own].head = say
    tail[-1].space = False
    rows += [*tail, mark(".", say, not quotes)]
    if quotes:
        rows.append(mark('"', own + shift))
    _capital(rows)
    return Sentence(rows, "made/before")


def quoted(sent: Sentence, verb: tuple[str, str, str], phrase: list[Row], rng: random.Random) -> Sentence:
    """One of the above."""
    return after(sent, verb, phrase, rng) if rng.random() < 0.65 else before(sent, verb, phrase, rng)


def _to(head: int, capital: bool, at: int) -> list[Row]:
    form = "According" if capital else "according"
    return [Row(form, "accord", "VERB", "ExtPos=ADP|Tense=Pres|VerbForm=Part", head, "case"),
            Row("to", "to", "ADP", "", at, "fixed")]


def according(sent: Sentence, phrase: list[Row], rng: random.Random) -> Sentence:
    """``According to NP, S.`` or ``S, according to NP.``"""
    body = [replace(row) for row in sent.rows[:-1]]
    head = next(i for i, row in enumerate(phrase) if row.head == i)
    source = [replace(row) for row in phrase]
    source[head].dep = "obl"
    own = _root(body)
    if rng.random() < 0.5:
        shift = len(phrase) + 3
        root = own + shift
        rows = [*_to(head + 2, True, 0), *moved(source, 2)]
        rows[head + 2].head = root
        rows[-1].space = False
        if body[0].upos not in ("PROPN", "X") and body[0].form != "I" and not body[0].form.isupper():
            body[0].form = body[0].form[:1].lower() + body[0].form[1:]
        rows += [mark(",", head + 2), *moved(body, shift)]
    else:
        root, at = own, len(body) + 3
        body[-1].space = False
        rows = [*body, mark(",", at + head), *_to(at + head, False, len(body) + 1), *moved(source, at)]
        rows[at + head].head = root
    rows[-1].space = False
    rows.append(mark(".", root))
    return Sentence(rows, "made/according")
