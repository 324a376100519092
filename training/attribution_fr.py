"""French reported speech, as Sequoia and GSD hang it: the speech verb is parataxis:insert of the quotation.

In: a parsed statement, a speech verb, a noun phrase. Out: ``« S », a indiqué NP.``, ``S, explique NP.``,
``« S1 », a-t-il dit, « S2 »``, ``Selon NP, S.`` with their trees.
"""

from __future__ import annotations

import random
from dataclasses import replace

from attribution import mark as _mark
from attribution import moved as _moved
from conllu import Row, Sentence

FINITE = "Mood=Ind|Number={}|Person=3|Tense=Pres|VerbForm=Fin"
PART = "Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part"
PRON = "Emph=No|Gender={}|Number=Sing|Person=3|PronType=Prs"


def incise(verb: tuple[str, str, str], phrase: list[Row], base: int, root: int, rng: random.Random) -> list[Row]:
    """``a indiqué NP``, ``indique NP``, ``a-t-il indiqué``; indices start at ``base``, the verb hangs on ``root``."""
    lemma, present, part = verb
    head = next(i for i, row in enumerate(phrase) if row.head == i)
    plural = "Number=Plur" in phrase[head].feats
    number = "Plur" if plural else "Sing"
    shape = rng.random()
    if shape < 0.2:
        gender, form = rng.choice((("Masc", "-t-il"), ("Fem", "-t-elle")))
        say = base + 2
        return [Row("a", "avoir", "AUX", FINITE.format("Sing"), say, "aux:tense", False),
                Row(form, "lui", "PRON", PRON.format(gender), say, "nsubj"),
                Row(part, lemma, "VERB", PART, root, "parataxis:insert")]
    if shape < 0.7 or plural:
        say = base + 1
        start = [Row("ont" if plural else "a", "avoir", "AUX", FINITE.format(number), say, "aux:tense"),
                 Row(part, lemma, "VERB", PART, root, "parataxis:insert")]
    else:
        say = base
        start = [Row(present, lemma, "VERB", FINITE.format("Sing"), root, "parataxis:insert")]
    tail = _moved(phrase, base + len(start))
    tail[head].head = say
    return start + tail


def quoted(sent: Sentence, verb: tuple[str, str, str], phrase: list[Row], rng: random.Random) -> Sentence:
    """``« S », a indiqué NP.`` or ``S, indique NP.``, sometimes with the incise at an inner comma."""
    body = sent.rows[:-1]
    marks = rng.random() < 0.7
    commas = [i for i, r in enumerate(body) if r.form == "," and 3 < i < len(body) - 4] if marks else []
    cut = rng.choice(commas) if commas and rng.random() < 0.4 else len(body)
    lead = 1 if marks else 0
    root = next(i for i, r in enumerate(body) if r.dep == "root") + lead
    room = 0
    rows = [_mark('"', root, False)] if marks else []
    left = _moved(body[:cut], lead)
    left[-1].space = False
    rows += left + ([_mark('"', root, False)] if marks else [])
    comma = len(rows)
    say = incise(verb, phrase, comma + 1, root, rng)
    own = next(i for i, r in enumerate(say) if r.dep == "parataxis:insert") + comma + 1
    rows += [_mark(",", own), *say]
    rows[-1].space = False
    if cut < len(body):
        right = body[cut + 1:]
        room = len(rows) + 2 - (cut + 1)
        rows += [_mark(",", own), _mark('"', root, False), *_moved(right, 0)]
        rows[-1].space = False
        rows.append(_mark('"', root, False))
        place = {i: i + lead if i < cut else i + room for i in range(len(body))}
        place[cut] = comma
        for i, row in enumerate(body):
            if i != cut:
                rows[place[i]].head = place[row.head]
        shift = place[next(i for i, r in enumerate(body) if r.dep == "root")] - root
        for row in rows:
            if shift and row.head == root and row.dep in ("punct", "parataxis:insert"):
                row.head = root + shift
        root += shift
    rows.append(_mark(".", root))
    return Sentence(rows, "made/quoted")


def according(sent: Sentence, phrase: list[Row], rng: random.Random) -> Sentence:
    """``Selon NP, S.`` or ``S, selon NP.``"""
    body = sent.rows[:-1]
    head = next(i for i, row in enumerate(phrase) if row.head == i)
    source = [replace(row) for row in phrase]
    source[head].dep = "obl:mod"
    if rng.random() < 0.6:
        start = len(phrase) + 2
        root = next(i for i, r in enumerate(body) if r.dep == "root") + start
        rows = [Row("Selon", "selon", "ADP", "", head + 1, "case"), *_moved(source, 1)]
        rows[head + 1].head = root
        rows[-1].space = False
        rest = _moved(body, start)
        if rest[0].upos not in ("PROPN",):
            rest[0].form = rest[0].form[:1].lower() + rest[0].form[1:]
        rows += [_mark(",", head + 1), *rest]
    else:
        root = next(i for i, r in enumerate(body) if r.dep == "root")
        rows = _moved(body, 0)
        rows[-1].space = False
        at = len(rows) + 2
        rows += [_mark(",", at + head), Row("selon", "selon", "ADP", "", at + head, "case"), *_moved(source, at)]
        rows[at + head].head = root
    rows[-1].space = False
    rows.append(_mark(".", root))
    return Sentence(rows, "made/selon")
