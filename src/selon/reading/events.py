"""Events: what the text reports as happening, planned, asked for or denied, in PLOVER's types.

A word whose lemma opens a frame (`frames`) and whose surroundings meet its conditions is a mention; the filter (`likely`) weighs it;
mentions of one happening are joined (`merge`).
"""

from __future__ import annotations

from selon.reading.arguments import Arguments
from selon.reading.frames import Frame
from selon.reading.likely import likely
from selon.reading.merge import merge
from selon.reading.scene import Scene
from selon.reading.sides import sides
from selon.reading.status import status_of
from selon.reading.work import EventDraft, Reading, Word

POS = {"VERB": "V", "AUX": "V", "NOUN": "N", "PROPN": "N", "ADJ": "A"}
FUTURE_IS_AGREEMENT = frozenset({"CONSULT", "COOPERATE", "AID"})
WIDEST = 7  # words that an anchor may span


def find_events(reading: Reading) -> None:
    """Fill ``reading.events`` in text order of first mention."""
    scene = Scene(reading)
    for s in reading.statements:
        if s.cue_word is not None:
            scene.cues.setdefault(s.cue_word.i, []).append(s)
    mentions = [m for m in candidates(scene) if likely(scene, m)]
    reading.events = merge(scene, mentions)


def candidates(scene: Scene) -> list[EventDraft]:
    """All mentions that the frames allow, in text order, with sides and status."""
    out: list[EventDraft] = []
    lemmas = scene.book.lemmas
    chosen: list[tuple[Frame, Arguments, list[Word]]] = []
    taken: set[int] = set()
    for word in scene.reading.words:
        if word.pos not in POS:
            continue
        if word.i in taken:
            continue
        lemma = word.lemma.lower()
        if lemma not in lemmas:
            lemma = scene.book.verb_lemma(word.lower) if word.pos == "VERB" else ""
            if not lemma:
                continue
        hit = _frame_for(scene, word, lemma)
        if hit is not None:
            if any(w.i in scene.found and scene.found[w.i].type == hit[0].type for w in hit[2]):
                continue  # `l'état d'urgence a été déclaré`: the noun has named it
            taken.update(w.i for w in hit[2])
            chosen.append(hit)
            draft = _draft(scene, *hit)
            scene.found[word.i] = draft
            out.append(draft)
    for draft, (frame, args, _) in zip(out, chosen, strict=True):
        draft.actor, draft.recipient = sides(scene, frame, args)
    return out


def _frame_for(scene: Scene, word: Word, lemma: str) -> tuple[Frame, Arguments, list[Word]] | None:
    """The most demanding frame of the word that fits."""
    frames = scene.book.frames
    options = frames.get((lemma, POS[word.pos]), ())
    if not options and word.pos == "VERB":
        options = frames.get((lemma, "A"), ())
    if not options and word.pos == "ADJ":
        options = frames.get((lemma, "V"), ())
    if not options:
        return None
    args = scene.args(word)
    for frame in options:
        used = scene.holds(frame, args)
        if used is not None:
            return frame, args, used
    return None


def _draft(scene: Scene, frame: Frame, args: Arguments, used: list[Word]) -> EventDraft:
    word = args.word
    status = status_of(scene, word, frame.type)
    type_, mode = _future(frame, status, _mode(scene, frame, args))
    named = [w for w in used if word.pos == "VERB" and w.pos == "NOUN" and _names(scene, w, frame.type)]
    start, end = anchor(scene.args(named[0]), []) if named else anchor(args, used)
    draft = EventDraft(type_, mode, (start, end), word, frame.key)
    draft.status = status
    draft.statuses = [status]
    draft.words_used = [word.text, *(w.text for w in used)]
    return draft


def _names(scene: Scene, noun: Word, type_: str) -> bool:
    """Whether a noun of an idiom names the event by itself (`imposer des sanctions`): then it alone is the anchor."""
    return any(f.type == type_ for f in scene.book.frames.get((noun.lemma.lower(), "N"), ()))


def _future(frame: Frame, status: str, mode: str | None) -> tuple[str, str | None]:
    """A future consultation, cooperation or aid is an agreement; an announced withdrawal a concession."""
    if status == "planned" and frame.type in FUTURE_IS_AGREEMENT:
        return "AGREE", None
    if status == "planned" and frame.type == "RETREAT" and mode == "withdraw":
        return "CONCEDE", None
    return frame.type, mode


def _mode(scene: Scene, frame: Frame, args: Arguments) -> str | None:
    """The frame's mode, or the one that a word of the event's phrase gives."""
    table = scene.book.modes.get(frame.type)
    if table is None or (frame.mode is not None and frame.type != "ASSAULT"):
        return frame.mode
    for w in _phrase(args):
        mode = table.get(w.lemma.lower())
        if mode is not None:
            return mode
    return frame.mode


def _phrase(args: Arguments) -> list[Word]:
    out = [*args.mods, *args.obj, *args.xcomp, *args.ccomp]
    for words in args.by_case.values():
        out.extend(words)
    out.extend(c for w in args.xcomp + args.obj for c in w.children if c.rel in ("obj", "nmod", "obl", "amod"))
    return out


def anchor(args: Arguments, used: list[Word]) -> tuple[int, int]:
    """The characters that name the event: the word, its active auxiliary or reflexive pronoun, the idiom's words."""
    word = args.word
    first = last = word
    if word.pos in ("VERB", "AUX"):
        for c in word.children:
            if c.i < word.i and word.i - c.i <= 4 and _belongs(c, args):
                first = c if c.i < first.i else first
    for w in used:
        if abs(w.i - word.i) < WIDEST:
            first = w if w.i < first.i else first
            last = w if w.i > last.i else last
    return first.start, last.end


def _belongs(c: Word, args: Arguments) -> bool:
    """Whether a word before the verb is part of its form."""
    if c.rel == "aux":
        return c.dep != "aux:pass" and not args.passive
    return args.reflexive and c.lower in args.grammar.reflexive
