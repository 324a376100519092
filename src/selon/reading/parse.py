"""Parse: the pipeline's analysis as `Word` objects, Universal Dependencies whatever the model.

Text with glued words, mojibake or odd blanks is parsed from a mended copy; offsets are mapped back, so every `Word`
points into the untouched text.
"""

from __future__ import annotations

import functools
from bisect import bisect_right
from typing import Any

import numpy as np
from spacy.attrs import DEP, ENT_TYPE, HEAD, IDX, LEMMA, LENGTH, MORPH, POS, SENT_START
from spacy.language import Language
from spacy.symbols import NAMES
from spacy.tokens import Doc

from selon.reading.credits import dateline_end
from selon.reading.mend import Mended, mend
from selon.reading.parting import part_names
from selon.reading.work import Reading, Sentence, Word

COLUMNS = [IDX, LENGTH, HEAD, DEP, POS, LEMMA, MORPH, ENT_TYPE, SENT_START]
NEVER_FIRST = frozenset([",", ";", ":", ")", "]", "»", "”"])
SENTENCE_FINAL = frozenset([".", "!", "?", "…", "...", ":", "-", "–", "—", "•", "*", "«", "“", '"'])
LONGEST_SENTENCE = 300  # words; a longer one (lists, tables) is cut so that no rule meets an endless clause


def parse(reading: Reading, nlp: Language) -> None:
    """Fill `words` and `sentences` from the pipeline; notes what had to be mended to read the text."""
    mended, notes = mend(reading.text, reading.lang)
    reading.notes.extend(notes)
    doc = nlp.make_doc(mended.text)
    _start_sentences(doc, mended, reading)
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    adopt(reading, doc, mended)


def _start_sentences(doc: Doc, mended: Mended, reading: Reading) -> None:
    """Before the parser decides: paragraphs and what follows a dateline begin a sentence; a comma or a small letter does not."""
    starts = [at for a, b in reading.layout.paragraphs for at in (a, dateline_end(reading, a, b)) if at is not None]
    closing = {q.inner_end for q in reading.layout.quotes if q.closed} | {q.end - 1 for q in reading.layout.quotes}
    wanted, at = iter(starts[1:]), starts[0] if starts else None
    before = ""
    marks = np.zeros(len(doc), dtype=np.int64)  # set together: each single setter goes through the whole doc
    for token in doc:
        text = token.text
        if token.is_space:
            continue
        origin = mended.origin(token.idx)
        if at is not None and origin >= at:
            marks[token.i] = 1
            while at is not None and at <= origin:
                at = next(wanted, None)
        elif token.i and (
            text in NEVER_FIRST or origin in closing or (text[0].islower() and before not in SENTENCE_FINAL)
        ):
            marks[token.i] = -1
        before = text if not (origin in closing and before in NEVER_FIRST) else ","
    doc.from_array([SENT_START], marks.astype(np.uint64))  # type: ignore[arg-type]  # spaCy's stub asks for two columns


def adopt(reading: Reading, doc: Doc, mended: Mended | None = None) -> None:
    """Turn a parsed spaCy Doc into the reading's words and sentences."""
    rows = doc.to_array(COLUMNS).tolist()
    strings = doc.vocab.strings
    words: list[Word] = []
    of_token: list[int] = []  # token index -> index of the word, -1 for blanks
    origin = mended.origin if mended else None
    text = reading.text
    for idx, length, _, dep, pos, lemma, morph, ent, _ in rows:
        start, end = (idx, idx + length) if origin is None else (origin(idx), origin(idx + length))
        form = text[start:end]
        if not form or form.isspace():
            of_token.append(-1)
            continue
        label = _label(strings[dep])
        of_token.append(len(words))
        words.append(
            Word(
                len(words), start, end, form, form.lower(), strings[lemma] if lemma else form.lower(), NAMES[pos] if pos else "X",
                label, label.split(":", 1)[0], _feats(strings[morph] if morph else ""), _entity(strings[ent] if ent else ""), 0,
            )
        )  # fmt: skip
    _link(words, of_token, [_signed(r[2]) for r in rows])
    _join_subjects(words)
    _join_participles(words)
    reading.words = words
    reading.sentences = _sentences(reading, words, [r[8] for r, w in zip(rows, of_token, strict=True) if w >= 0])
    part_names(reading)


def _signed(value: int) -> int:
    """Head offsets come as unsigned 64-bit numbers."""
    return value - (1 << 64) if value >= 1 << 63 else value


def _link(words: list[Word], of_token: list[int], heads: list[int]) -> None:
    """Set heads and children; a blank between a word and its head is passed over."""
    token_of = [t for t, w in enumerate(of_token) if w >= 0]
    for w, t in zip(words, token_of, strict=True):
        head = t + heads[t]
        for _ in range(8):
            if of_token[head] >= 0 or heads[head] == 0:
                break
            head += heads[head]
        w.head = words[of_token[head]] if of_token[head] >= 0 else w
        if w.head is not w:
            w.head.children.append(w)
        elif w.dep != "root":
            w.dep = w.rel = "root"


def _join_subjects(words: list[Word]) -> None:
    """A second subject right after `et` is coordinated with the first, though the parser may hang both on the verb."""
    for w in words:
        if w.rel != "nsubj" or w.head is w:
            continue
        first = next((c for c in w.head.children if c.rel == "nsubj"), w)
        if first is w or first.i > w.i:
            continue
        begin = w.subtree()[0].i
        joint = words[begin] if words[begin].pos == "CCONJ" else words[begin - 1]
        if joint.pos == "CCONJ" and first.subtree()[-1].i >= joint.i - 2:
            w.head.children.remove(w)
            w.head, w.dep, w.rel = first, "conj", "conj"
            first.children.append(w)
            first.children.sort(key=lambda c: c.i)


def _join_participles(words: list[Word]) -> None:
    """A participle after a name in apposition tells of that name, though the parser may hang both on the same word."""
    for w in words:
        if w.rel != "acl" or w.head is w:
            continue
        apposed = [c for c in w.head.children if c.rel == "appos" and c.pos == "PROPN" and w.head.i < c.i < w.i]
        if apposed:
            w.head.children.remove(w)
            w.head = apposed[-1]
            w.head.children.append(w)
            w.head.children.sort(key=lambda c: c.i)


def _sentences(reading: Reading, words: list[Word], starts: list[int]) -> list[Sentence]:
    out: list[Sentence] = []
    first = 0
    paragraphs = [start for start, _ in reading.layout.paragraphs]
    for i in range(1, len(words) + 1):
        if i == len(words) or starts[i] == 1 or i - first >= LONGEST_SENTENCE:
            paragraph = max(0, bisect_right(paragraphs, words[first].start) - 1)
            out.append(Sentence(len(out), first, i, words[first].start, words[i - 1].end, paragraph))
            for w in words[first:i]:
                w.sentence = len(out) - 1
            first = i
    _part_trees(words)
    return out


def _part_trees(words: list[Word]) -> None:
    """A sentence cut for its length parts its tree too, so that no step goes through all of an endless one."""
    for w in words:
        if w.head.sentence != w.sentence:
            w.head = w
            w.dep = w.rel = "root"
        if w.children and (w.children[0].sentence != w.sentence or w.children[-1].sentence != w.sentence):
            w.children = [c for c in w.children if c.sentence == w.sentence]


@functools.lru_cache(maxsize=4096)
def _feats(morph: str) -> dict[str, str]:
    return dict(f.split("=", 1) for f in morph.split("|") if "=" in f) if morph else {}


@functools.lru_cache(maxsize=512)
def _label(dep: str) -> str:
    return "root" if dep in ("ROOT", "") else dep.lower()


ENTITIES = {"PERSON": "PER", "GPE": "LOC", "PERS": "PER"}


@functools.lru_cache(maxsize=64)
def _entity(label: str) -> str:
    label = ENTITIES.get(label, label)
    return label if label in ("PER", "LOC", "ORG") else ""


def pipeline_name(nlp: Language) -> str:
    """Name and version of a pipeline as its meta says."""
    meta: dict[str, Any] = nlp.meta
    lang, name = meta.get("lang", ""), meta.get("name", "pipeline")
    return f"{name if name.startswith(f'{lang}_') else f'{lang}_{name}'} {meta.get('version', '')}".strip()
