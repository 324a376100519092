"""Parting: two names that stand side by side and that the parser took for one (`a déclaré à la BBC Awa Diop`)."""

from __future__ import annotations

from selon.reading.classes import word_class
from selon.reading.verbs import is_finite
from selon.reading.work import Reading, Word

NAMED = frozenset(("flat", "appos"))


def part_names(reading: Reading) -> None:
    """Make the second of two names the subject of the verb that has none.

    The first is a medium or place that a preposition introduces (`a réagi à Dakar Awa Diop`), or a medium glued to
    the head of a sentence (`BBC News L'Ukraine accuse`).
    """
    words, time = reading.words, word_class(reading.lang, "time")
    for w in words:
        if w.pos != "PROPN" or w.rel in NAMED or w.i + 2 >= len(words) or words[w.i + 1].text[0].islower():
            continue
        second = _glued_head(w, reading) if w.rel == "nsubj" else _unknown_tail(w, reading, time)
        if second is not None:
            _part(w, second, w.head, words)


def _unknown_tail(w: Word, reading: Reading, time: frozenset[str]) -> Word | None:
    """The first word of a name of two words or more that follows a known one after a preposition."""
    verb = w.head
    if not any(c.rel == "case" for c in w.children) or verb.i > w.i or not is_finite(verb):
        return None
    if any(c.rel in ("nsubj", "expl") and c.lemma not in time for c in verb.children):
        return None
    words, last = reading.words, w.i
    while last + 1 < len(words) and _goes_on(words[last + 1], w):
        last += 1
    for x in words[w.i + 1 : last + 1]:
        if x.ent == "PER" and words[x.i - 1].ent in ("ORG", "LOC"):
            return x
    for end in range(last, w.i - 1, -1):
        name = reading.text[w.start : words[end].end]
        if reading.knowledge.medium(name) or reading.knowledge.place(name):
            return words[end + 1] if last - end >= 2 else None  # of one word it may be the first one's own
    return None


def _goes_on(word: Word, name: Word) -> bool:
    """Whether a word is a further part of the name, as the parser has it."""
    return word.pos in ("PROPN", "X") and word.rel == "flat" and name.i <= word.head.i < word.i and word.text[0].isupper()


def _glued_head(w: Word, reading: Reading) -> Word | None:
    """The noun after a medium that opens the sentence, where its article has a capital letter."""
    words = reading.words
    if w.i != reading.sentences[w.sentence].first:
        return None
    i = w.i + 1
    while i < len(words) and _goes_on(words[i], w):
        i += 1
    article = words[i] if i + 1 < len(words) else None
    if article is None or article.pos != "DET" or not article.text[0].isupper() or article.sentence != w.sentence:
        return None
    noun = article.head if article.head.i > article.i else words[i + 1]
    held = noun.rel in NAMED and w.i <= noun.head.i < noun.i
    return noun if held and reading.knowledge.medium(reading.text[w.start : words[i - 1].end]) else None


def _part(first: Word, second: Word, verb: Word, words: list[Word]) -> None:
    """Hang the second name on the verb, with all of the first one's words that come after it."""
    moved = [c for x in words[first.i : second.i] for c in x.children if c.i > second.i and c is not second]
    second.head.children.remove(second)
    second.head, second.dep, second.rel = verb, "nsubj", "nsubj"
    verb.children.append(second)
    verb.children.sort(key=lambda c: c.i)
    for c in moved:
        c.head.children.remove(c)
        c.head = second
        second.children.append(c)
    second.children.sort(key=lambda c: c.i)
    if first.rel == "nsubj":
        first.dep = first.rel = "dislocated"
