"""Makes sentences of reported speech with inverted verbs and ``selon`` out of parsed ones.

In: sentences with trees, the speech verbs of ``words/speech.tsv``. Out: new sentences with the
right trees, say ``« S », a indiqué NP.``, ``S, explique NP.``, ``« S1 », a-t-il dit, « S2 »``, ``Selon NP, S.``,
as Sequoia and GSD hang them (speech verb = parataxis:insert of the quotation, subject after it = nsubj, selon = case).
"""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from conllu import Row, Sentence

FINITE = "Mood=Ind|Number={}|Person=3|Tense=Pres|VerbForm=Fin"
PART = "Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part"
PRON = "Emph=No|Gender={}|Number=Sing|Person=3|PronType=Prs"
QUOTES = frozenset('«»“”"')


def verbs(path: Path) -> list[tuple[str, str, str]]:
    """(lemma, present third person, participle) of each speech verb."""
    with path.open(encoding="utf-8") as stream:
        rows = csv.reader((line for line in stream if not line.startswith("#")), delimiter="\t")
        return [(row[0], row[1], row[2]) for row in rows]


def phrases(sents: Sequence[Sentence]) -> list[list[Row]]:
    """Subjects that are noun phrases of at most nine words in one piece; head indices count within the phrase."""
    found = []
    for sent in sents:
        kids: dict[int, list[int]] = {}
        for i, row in enumerate(sent.rows):
            if row.head != i:
                kids.setdefault(row.head, []).append(i)
        for i, row in enumerate(sent.rows):
            if row.dep not in ("nsubj", "obl:agent") or row.upos not in ("NOUN", "PROPN"):
                continue
            inside, stack = [], [i]
            while stack:
                node = stack.pop()
                inside.append(node)
                stack.extend(k for k in kids.get(node, []) if not (node == i and sent.rows[k].dep == "case"))
            inside.sort()
            a, b = inside[0], inside[-1] + 1
            whole = b - a == len(inside) <= 9 and sent.rows[a].upos in ("DET", "NOUN", "PROPN")
            if not whole or any(r.upos == "PUNCT" for r in sent.rows[a:b]):
                continue
            part = [replace(r, head=r.head - a) for r in sent.rows[a:b]]
            part[i - a].head, part[i - a].dep = i - a, "nsubj"
            if part[0].upos == "DET":
                part[0].form = part[0].form.lower()
            found.append(part)
    return found


def contents(sents: Sequence[Sentence]) -> list[Sentence]:
    """Plain statements that can be quoted: one finite root, a full stop, no quotation marks."""
    return [s for s in sents if 6 <= len(s.rows) <= 32 and s.rows[-1].form == "." and s.rows[-1].dep == "punct"
            and not QUOTES & {r.form for r in s.rows}
            and any(r.dep == "root" and r.upos in ("VERB", "NOUN", "ADJ") for r in s.rows)
            and not any(r.dep.startswith("parataxis") for r in s.rows)]


def _moved(rows: Sequence[Row], by: int) -> list[Row]:
    return [replace(row, head=row.head + by) for row in rows]


def _mark(form: str, head: int, space: bool = True) -> Row:
    return Row(form, form, "PUNCT", "", head, "punct", space)


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


def made(sents: Sequence[Sentence], speech: Path, count: int, seed: int = 1) -> Iterator[Sentence]:
    """``count`` made sentences."""
    rng = random.Random(seed)
    bodies, subjects, says = contents(sents), phrases(sents), verbs(speech)
    for _ in range(count if bodies and subjects else 0):
        body, phrase = rng.choice(bodies), rng.choice(subjects)
        yield according(body, phrase, rng) if rng.random() < 0.25 else quoted(body, rng.choice(says), phrase, rng)
