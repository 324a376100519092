"""Mentions: every word that names an event by a frame, with its sides and status, before they are merged."""

from __future__ import annotations

from dataclasses import dataclass, field

from selon.reading.arguments import Arguments
from selon.reading.circumstances.dates import DateMention
from selon.reading.conditions import holds
from selon.reading.frames import Frame
from selon.reading.scene import Scene
from selon.reading.sides import sides
from selon.reading.status import status_of
from selon.reading.subjects import case_of
from selon.reading.work import ActorDraft, Word

POS = {"VERB": "V", "AUX": "V", "NOUN": "N", "PROPN": "N", "ADJ": "A"}
WIDEST = 7  # words that an anchor may span


@dataclass(slots=True, eq=False)
class Mention:
    """One naming of an event."""

    word: Word
    frame: Frame
    args: Arguments
    used: list[Word]  # the idiom's other words
    start: int
    end: int
    status: str
    strong: bool  # whether the text says the status here, rather than taking it for granted
    mode: str | None
    actor: list[ActorDraft] = field(default_factory=list)
    recipient: list[ActorDraft] = field(default_factory=list)
    date: DateMention | None = None  # the one that is surely its own


def find_mentions(scene: Scene) -> list[Mention]:
    """All mentions that the frames allow, in text order."""
    out: list[Mention] = []
    taken: set[int] = set()
    for word in scene.reading.words:
        if word.pos not in POS or word.i in taken or _inside_name(scene, word):
            continue
        lemma = _lemma(scene, word)
        found = _frame_for(scene, word, lemma) if lemma and not _qualifier(scene, word) else None
        if found is None:
            continue
        frame, args, used = found
        if any(w.i in scene.found and scene.found[w.i].frame.type == frame.type for w in used):
            continue  # `l'état d'urgence a été déclaré`: the noun has named it
        taken.update(w.i for w in used)
        scene.found[word.i] = _mention(scene, frame, args, used)
        out.append(scene.found[word.i])
    for m in out:
        for w in m.used:
            if not scene.human(w) and not (w in m.args.obj and "obj" in m.frame.recipient):
                scene.silence(w)  # an idiom's own words (`coup d'État`) are nobody
    for m in sorted(out, key=lambda m: m.frame.pos != "N"):  # nouns first: a verb asks who does what its object names
        m.actor, m.recipient = sides(scene, m.frame, m.args)
    return out


def _inside_name(scene: Scene, word: Word) -> bool:
    """Whether a word is part of a body's name (`le Conseil de sécurité`, `l'Alliance atlantique`)."""
    run = scene.reading.cast.run_at.get(word.i)
    return run is not None and run.first < run.last and bool(run.entries) and run.entries[0].kind in ("body", "group", "media")


def _qualifier(scene: Scene, word: Word) -> bool:
    """Whether a noun only says what kind of thing another is (`centre de détention`)."""
    if word.rel != "nmod" or word.pos != "NOUN" or word.feats.get("Number") == "Plur" or case_of(word) != scene.grammar.genitive:
        return False
    head = word.head.lemma.lower()
    if any(c.rel in ("det", "amod", "nmod", "acl") for c in word.children):
        return False
    return head not in scene.book.carriers and head not in scene.book.lemmas


def _lemma(scene: Scene, word: Word) -> str:
    """The word's lemma where the tables know it, "" otherwise."""
    lemma = word.lemma.lower()
    if lemma in scene.book.lemmas and (word.pos != "ADJ" or (lemma, "A") in scene.book.frames or word.rel == "amod"):
        return lemma
    if word.pos == "VERB":
        return scene.book.verb_lemma(word.lower)
    if word.pos == "ADJ":
        return next((f for f in scene.book.stems(word.lower) if (f, "A") in scene.book.frames), "")
    return ""


def _frame_for(scene: Scene, word: Word, lemma: str) -> tuple[Frame, Arguments, list[Word]] | None:
    """The most demanding frame of the word that fits."""
    frames = scene.book.frames
    options = frames.get((lemma, POS[word.pos]), ())
    if not options and word.pos in ("ADJ", "VERB"):  # participles and adjectives are often taken for each other
        options = frames.get((lemma, "V" if word.pos == "ADJ" else "A"), ())
    if not options:
        return None
    args = scene.args(word)
    for frame in options:
        used = holds(scene, frame, args)
        if used is not None:
            return frame, args, used
    return None


def _mention(scene: Scene, frame: Frame, args: Arguments, used: list[Word]) -> Mention:
    word = args.word
    status, strong = status_of(scene, word, frame.type)
    if frame.type == "REQUEST" and frame.lemma in scene.book.status.get("modal", {}) and status != "negated":
        status = "happened"  # who says what another must do asks for it now
    named = [w for w in used if word.pos == "VERB" and w.pos == "NOUN" and _names(scene, w, frame.type)]
    start, end = (
        anchor(scene.args(named[0]), []) if named else anchor(args, [w for w in used if w.i > word.i and not scene.human(w)])
    )
    return Mention(word, frame, args, used, start, end, status, strong, _mode(scene, frame, args))


def _names(scene: Scene, noun: Word, type_: str) -> bool:
    """Whether a noun of an idiom names the event by itself (`imposer des sanctions`): then it alone is the anchor."""
    return any(f.type == type_ for f in scene.book.frames.get((noun.lemma.lower(), "N"), ()))


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
            if word.i - 4 <= c.i < word.i and _belongs(c, args) and not _denied(c, word):
                first = c if c.i < first.i else first
    for w in used:
        if word.i < w.i < word.i + WIDEST:
            last = w if w.i > last.i else last
    return first.start, last.end


def _denied(c: Word, word: Word) -> bool:
    """Whether a negation stands between an auxiliary and its participle."""
    return any(c.i < k.i < word.i and k.feats.get("Polarity") == "Neg" for k in word.children)


def _belongs(c: Word, args: Arguments) -> bool:
    """Whether a word before the verb is part of its form."""
    if c.rel == "aux":
        return c.dep != "aux:pass" and not args.passive
    return args.reflexive and c.lower in args.grammar.reflexive
