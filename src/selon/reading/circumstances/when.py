"""The date of each event: the expression nearest to one of its mentions, or a finer one that agrees with it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from selon.lang import Words
from selon.reading.circumstances.along import Beside, head_of
from selon.reading.circumstances.attach import NEVER, Scene, cost, linear, told_apart
from selon.reading.circumstances.cores import date_words
from selon.reading.circumstances.dates import DateMention, dates_of
from selon.reading.classes import word_class
from selon.reading.work import EventDraft, Reading, Word

FARTHEST = 7.5  # a dearer attachment is no attachment; set on gold/train
SHARED = 3.0  # how much dearer than the nearest event's another one's claim to the same date may be
ASKED = 2.5
FRONTED, WHEN = 2.2, 0.5
Offer = tuple[float, int, DateMention]


def date_events(reading: Reading, scene: Scene) -> None:
    """Sets `.date` of every event."""
    by_word = offers(reading, scene)
    for event in reading.events:
        near = [o for w in (event.word, *event.more_words) for o in by_word.get(w.i, ())]
        if event.status == "hypothetical":
            near = [o for o in near if o[0] <= ASKED]  # the day of the request, not of what is requested
        event.date = _choose(near)
    beside = Beside.of(reading, scene)
    for event in reading.events:
        if event.date is None:
            event.date = beside.date(event)


def offers(reading: Reading, scene: Scene) -> dict[int, list[Offer]]:
    """For the index of each event word the dates that it may have, with their cost."""
    out: dict[int, list[Offer]] = {}
    for n, m in enumerate(dates_of(reading)):
        if m.value is None:
            continue
        claims = _claims(reading, scene, m)
        best = min((price for price, _ in claims if price > WHEN), default=NEVER)
        for price, word in claims:
            if price <= min(FARTHEST, best + SHARED):
                out.setdefault(word.i, []).append((price, n, m))
    return out


def _claims(reading: Reading, scene: Scene, m: DateMention) -> list[tuple[float, Word]]:
    """The event words of the sentence with their cost for a date; none where a nearer cue has it."""
    head = head_of(reading, m.start, m.end)
    if head is None or head.sentence not in scene.by_sentence:
        return []
    words = reading.words
    first, last = _span(reading, m)
    mark = _when(reading, last)
    out = []
    for event in scene.by_sentence[head.sentence]:
        if told_apart(head, event, scene) or (m.of and not _owns(words, head, first, event, scene)):
            continue
        price = min(cost(head, event, scene), linear(first, last, event, words, scene))
        if mark and event.i > last and event.feats.get("VerbForm") and _next_event(scene, last, head.sentence) is event:
            price = WHEN
        out.append((price, event))
    owner = _occurred(head, head.sentence, scene, reading.lang)
    if owner is not None:
        out = [(WHEN, owner)]
    if _fronted(reading, first, last, head.sentence):
        main = next((w for w in scene.by_sentence[head.sentence] if w.i > last and w.pos in ("VERB", "AUX")), None)
        out = [(min(price, FRONTED) if w is main else price, w) for price, w in out]
    return out


def _occurred(head: Word, sentence: int, scene: Scene, lang: Words) -> Word | None:
    """The noun whose clause says when it happened (`le meurtre … qui est survenu le 19`): the nearest event that agrees."""
    verb = head
    while verb.pos not in ("VERB", "AUX") and verb.head is not verb:
        verb = verb.head
    if verb.lemma not in word_class(lang, "occur") or verb.rel != "acl":
        return None
    before = [w for w in scene.by_sentence[sentence] if w.i < verb.i and w.pos == "NOUN" and _agree(w, verb)]
    return max(before, key=lambda w: w.i, default=None)


def _agree(noun: Word, verb: Word) -> bool:
    """Whether nothing in gender and number parts a noun from a participle."""
    return all(noun.feats.get(f, verb.feats.get(f)) == verb.feats.get(f, noun.feats.get(f)) for f in ("Gender", "Number"))


def _owns(words: list[Word], head: Word, first: int, event: Word, scene: Scene) -> bool:
    """Whether an event's noun is the one that "de lundi" completes: by the parse, or by standing right before it."""
    if head.head is event:
        return True
    before = words[first - 1] if first else head
    return any(a <= before.start < b for e in scene.events[event.i] for a, b in (e.anchor, *e.more))


def _span(reading: Reading, m: DateMention) -> tuple[int, int]:
    first = reading.word_at(m.start)
    assert first is not None
    last = first.i
    while last < len(reading.words) and reading.words[last].start < m.end:
        last += 1
    return first.i, last


def _when(reading: Reading, last: int) -> bool:
    """Whether "quand", "lorsque", "jour où" stands just behind the date."""
    marks = date_words(reading.lang).by["when"].first
    return any(w.lower.rstrip("'’") in marks for w in reading.words[last : last + 3])


def _next_event(scene: Scene, last: int, sentence: int) -> Word | None:
    return min((w for w in scene.by_sentence[sentence] if w.i > last), key=lambda w: w.i, default=None)


def _fronted(reading: Reading, first: int, last: int, sentence: int) -> bool:
    """At the head of its sentence, with a comma behind it."""
    s = reading.sentences[sentence]
    if any(w.pos not in ("CCONJ", "ADV", "PUNCT", "ADP", "DET") for w in reading.words[s.first : first]):
        return False
    return last < s.last and reading.words[last].text == ","


def _week_apart(a: str, b: str) -> bool:
    """Whether two days are one weekday of two weeks: of two readings of "mardi" the one that a tense told holds."""
    try:
        return abs(date.fromisoformat(a) - date.fromisoformat(b)).days == 7
    except ValueError:
        return False


def _choose(offers: Iterable[Offer]) -> str | None:
    near = sorted(offers, key=lambda o: o[:2])
    if not near:
        return None
    value = near[0][2].value
    assert value is not None
    if near[0][2].guessed:
        value = next((m.value for _, _, m in near if m.value and not m.guessed and _week_apart(value, m.value)), value)
    finer = [m.value for _, _, m in near[1:] if m.value and m.value.startswith(value + "-") and "/" not in m.value]
    return finer[0] if finer else value
