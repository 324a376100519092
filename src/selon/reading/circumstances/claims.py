"""Which event words a date expression may belong to, each with its cost."""

from __future__ import annotations

from selon.lang import Words
from selon.reading.circumstances.attach import NEVER, Scene, cost, linear, told_apart
from selon.reading.circumstances.dates import DateMention, tokens_of
from selon.reading.circumstances.datewords import date_words, lemmas
from selon.reading.work import Reading, Word

FRONTED, WHEN, WITH, BEHIND, ELSEWHERE = 2.2, 0.5, 1.5, 1.0, 3.0
_CLIMB = 6


def head_of(reading: Reading, start: int, end: int) -> Word | None:
    """The word of a span on which the others hang."""
    w = reading.word_at(start)
    best = None
    while w is not None and w.start < end:
        inside = w.head is not w and w.head.start < end and w.head.end > start
        if not inside and w.pos not in ("PUNCT", "DET", "ADP", "SCONJ", "ADV"):
            return w
        best = best or w
        w = reading.words[w.i + 1] if w.i + 1 < len(reading.words) else None
    return best


def above(noun: Word) -> Word:
    """The verb that a noun's phrase hangs on."""
    w = noun
    for _ in range(_CLIMB):
        if w.head is w or w.pos in ("VERB", "AUX"):
            break
        w = w.head
    return w


def stands_after(reading: Reading, cls: str, noun: Word) -> int | None:
    """The first token of a phrase of the class that stands, with or without an article behind it, before the noun."""
    phrases, tokens = date_words(reading.lang).by[cls], tokens_of(reading)
    at = tokens.index(noun.start)
    for j in range(at, max(0, at - 3), -1):
        hit = phrases.match_before(tokens.lower, j)
        if hit is not None:
            return hit[1]
    return None


def governor(reading: Reading, scene: Scene, noun: Word, begin: int) -> Word:
    """What a phrase that begins at token `begin` and holds the noun belongs to: the event word right before it, else a verb."""
    before = reading.word_at(tokens_of(reading).start[begin])
    before = reading.words[before.i - 1] if before is not None and before.i else None
    if before is not None and before.i in scene.events and before.sentence == noun.sentence:
        return before
    return above(noun)


def claims(reading: Reading, scene: Scene, m: DateMention) -> list[tuple[float, Word]]:
    """The event words of the sentence with their cost for a date; none where a nearer cue has it."""
    head = head_of(reading, m.start, m.end)
    if head is None or head.sentence not in scene.by_sentence:
        return []
    first, last = _span(reading, m)
    events = scene.by_sentence[head.sentence]
    owner = _occurred(head, head.sentence, scene, reading.lang)
    if owner is not None:
        return [(WHEN, owner)]
    span = (first, last)
    out = [(_price(reading, scene, head, span, w), w) for w in events if _may_have(reading, scene, m, head, span, w)]
    told = _followed(reading, scene, first, head.sentence)
    if told is not None:
        return [(BEHIND if w is told else price + ELSEWHERE, w) for price, w in out]
    then = _next_event(scene, last, head.sentence) if _when(reading, last) else None
    if then is not None and (then.feats.get("VerbForm") or last < then.head.i < then.i):
        out = [(WHEN if w is then else price, w) for price, w in out]
    if _fronted(reading, first, last, head.sentence):
        main = next((w for w in events if w.i > last and w.pos in ("VERB", "AUX")), None)
        out = [(min(price, FRONTED) if w is main else price, w) for price, w in out]
    return out


def _may_have(reading: Reading, scene: Scene, m: DateMention, head: Word, span: tuple[int, int], event: Word) -> bool:
    if told_apart(head, event, scene):
        return False
    return not m.of or _owns(reading.words, head, span, event, scene) or _during(reading, scene, head, event)


def _during(reading: Reading, scene: Scene, head: Word, event: Word) -> bool:
    """Whether the date is that of a noun, itself no event, during which the event happened ("lors de la guerre de 1967")."""
    noun = head.head
    begin = stands_after(reading, "during", noun) if noun.pos == "NOUN" and noun.i not in scene.events else None
    return begin is not None and governor(reading, scene, noun, begin) is event


def _price(reading: Reading, scene: Scene, head: Word, span: tuple[int, int], event: Word) -> float:
    if _during(reading, scene, head, event):
        return WITH
    price = cost(head, event, scene)
    if event.pos == "NOUN" and not event.i < span[0] and _at_other_time(reading, event):
        return NEVER  # "arrêté lundi après l'attaque"
    if event.i < span[0] or not _in_relative(head, event):
        price = min(price, linear(*span, event, reading.words, scene))
    if price > WITH and event.pos == "NOUN" and event.i > head.i and stands_after(reading, "during", event) is not None:
        verb = above(event)
        if verb is not event and verb in (head, head.head, above(head)):
            return WITH  # "a déclaré lundi lors d'une marche"
    return price


def _at_other_time(reading: Reading, noun: Word) -> bool:
    """Whether a noun stands behind a word that sets it before or after what is told."""
    return any(stands_after(reading, cls, noun) is not None for cls in ("following", "after", "before"))


def _in_relative(head: Word, event: Word) -> bool:
    """Whether the date stands in a relative clause that does not hold the event ("X, qui gouverne depuis 2017, accuse")."""
    verb = above(head)
    if verb.rel != "acl" or verb is event:
        return False
    w = event
    for _ in range(_CLIMB):
        if w is verb:
            return False
        if w.head is w:
            break
        w = w.head
    return True


def _followed(reading: Reading, scene: Scene, first: int, sentence: int) -> Word | None:
    """The event noun that a date closes behind "après", "à la suite de": its date, not that of what came next."""
    for w in reversed(reading.words[reading.sentences[sentence].first : first]):
        if w.text == "," or w.pos in ("VERB", "AUX") or w.i in scene.cues:
            return None
        if w.i in scene.events:
            return w if w.pos == "NOUN" and stands_after(reading, "following", w) is not None else None
    return None


def _occurred(head: Word, sentence: int, scene: Scene, lang: Words) -> Word | None:
    """The noun whose clause says when it happened (`le meurtre … qui est survenu le 19`): the nearest event that agrees."""
    verb = head
    while verb.pos not in ("VERB", "AUX") and verb.head is not verb:
        verb = verb.head
    if verb.lemma not in lemmas(lang, "occur") or verb.rel != "acl":
        return None
    before = [w for w in scene.by_sentence[sentence] if w.i < verb.i and w.pos == "NOUN" and _agree(w, verb)]
    return max(before, key=lambda w: w.i, default=None)


def _agree(noun: Word, verb: Word) -> bool:
    """Whether nothing in gender and number parts a noun from a participle."""
    return all(noun.feats.get(f, verb.feats.get(f)) == verb.feats.get(f, noun.feats.get(f)) for f in ("Gender", "Number"))


def _owns(words: list[Word], head: Word, span: tuple[int, int], event: Word, scene: Scene) -> bool:
    """Whether an event's noun is the one that "de lundi", "Monday's" completes: by the parse, or by standing right beside it."""
    first, last = span
    last += last < len(words) and words[last].pos == "PART"
    if head.head is event:
        return True
    beside = [words[first - 1] if first else head, *words[last : last + 1]]
    return any(a <= w.start < b for w in beside for e in scene.events[event.i] for a, b in (e.anchor, *e.more))


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


