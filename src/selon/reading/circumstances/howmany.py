"""The count of each event: a number that its anchor governs, or that it is said to have cost."""

from __future__ import annotations

from selon.reading.circumstances.attach import NEVER, Scene
from selon.reading.circumstances.counts import CountMention, CountWords, count_words
from selon.reading.work import EventDraft, Reading, Word
from selon.record import Count, Span

FARTHEST = 3.0
FEW, LATER = 10, 0.3
_HARMED = frozenset({"dead", "injured", "arrested", "displaced", "abducted", "missing"})
_MOVES = frozenset({"PROTEST", "MOBILIZE", "RETREAT", "ASSAULT"})  # acts whose doers are worth counting
_SAID = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT"})
_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "obl:agent", "nmod", "obl:arg", "iobj", "nummod", "csubj", "obl"})
_HEADS = frozenset({"people", "troops", "protesters"})  # may be added up: "cinq soldats et trois volontaires"
_REFINED = _HEADS | {"displaced", "arrested", "bodies"}


def count_events(reading: Reading, scene: Scene, counts: list[CountMention]) -> None:
    """Sets `.count` of every event."""
    table = count_words(reading.lang)
    offers: dict[int, tuple[float, int]] = {}
    heads = [_word(reading, m) for m in counts]
    for n, head in enumerate(heads):
        if head is None:
            continue
        for word in scene.by_sentence.get(head.sentence, ()):
            price = _price(head, word, table, counts[n].of)
            for event in scene.events[word.i] if price <= FARTHEST else ():
                price += _unlikely(counts[n], head, word, event)
                if price <= FARTHEST and price < offers.get(id(event), (NEVER, 0))[0]:
                    offers[id(event)] = (price, n)
    for event in reading.events:
        if id(event) in offers:
            event.count = _count(reading, event, offers[id(event)][1], counts, heads, table)


def _unlikely(m: CountMention, head: Word, word: Word, event: EventDraft) -> float:
    """What speaks against a count: a later mention, a handful of doers ("les deux dirigeants"), a few happenings."""
    few = m.value < FEW and not m.approximate and m.of not in _HARMED
    reflexive = any(c.pos == "PRON" and c.rel in ("obj", "iobj", "expl") and c.i > head.i for c in word.children)
    doers = few and head.rel == "nsubj" and (head.dep != "nsubj:pass" or reflexive) and event.type not in _MOVES
    happenings = few and head is word
    said = event.type in _SAID and head.rel == "obj"
    return LATER * (word is not event.word) + NEVER * (doers or happenings or said)


def _word(reading: Reading, m: CountMention) -> Word | None:
    """The noun counted, else the number or what it counts by the parse."""
    w = reading.word_at(m.noun if m.noun >= 0 else m.core)
    if w is None or w.start > m.end or (m.of is None and w.pos in ("AUX", "VERB", "ADP", "DET", "PRON")):
        return None
    if m.noun < 0 and w.rel == "nummod":
        return w.head
    while w.rel in ("nmod", "flat", "fixed") and m.core <= w.head.start < w.start:
        w = w.head  # "une trentaine de morts": the collective is the head
    return w


def _price(head: Word, event: Word, table: CountWords, of: str | None) -> float:
    if head is event:
        return 0.0
    if head.head is event and (head.rel in _ARGUMENTS or head.dep in _ARGUMENTS):
        adjunct = head.rel == "obl" and head.dep != "obl:agent"
        return 2.5 if adjunct else 1.0
    if event.head is head and event.rel == "acl":
        return 1.0
    if head.rel == "conj" and head.head is not head and head.head is not event:
        return _price(head.head, event, table, of) + 0.5
    verb = head.head
    if verb.lemma in table.tolls and head.rel in ("obj", "obl", "nsubj") and event.head is verb and event is not head:
        return 1.5
    if event.rel == "acl" and event.head.rel == "nmod" and event.head.head is head:
        return 2.0
    return NEVER


def _count(
    reading: Reading, event: EventDraft, n: int, counts: list[CountMention], heads: list[Word | None], table: CountWords
) -> Count:
    m = counts[n]
    start, end, value, high, approximate, of = m.start, m.end, m.value, m.high, m.approximate, m.of
    more = counts[n + 1] if n + 1 < len(counts) else None
    head, other = heads[n], heads[n + 1] if more else None
    if more and other and other.rel == "conj" and other.head is head and of in _HEADS and more.of in _HEADS:
        end, value, high = more.end, value + more.value, None
        approximate, of = approximate or more.approximate, of if of == more.of else "people"
    if of is None or of in _REFINED:
        of = table.verb.get(event.word.lemma, of)
    return Count(span=Span.of(reading.text, start, end), value=value, high=high, approximate=approximate, of=of)
