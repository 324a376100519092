"""Explain: how one mention resolves, with what rule and by which rows of the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selon.explanation import Explanation, Meaning
from selon.knowledge.entries import Entry
from selon.reading.actors import find_actors
from selon.reading.circumstances.atlas import Atlas
from selon.reading.circumstances.spots import find_spots
from selon.reading.modifiers import demonym
from selon.reading.parse import parse
from selon.reading.runs import Run
from selon.reading.work import ActorDraft, Reading, Word
from selon.record import Article, Place, PlaceEvidence, Span

if TYPE_CHECKING:
    from selon.reading.line import Line

MOST = 8  # meanings of a name that are shown


class Explainer:
    """Reads the actors of one article once, then explains any of its mentions."""

    def __init__(self, line: Line, article: Article) -> None:
        self.reading = line.begin(article)
        parse(self.reading, line.nlp)
        find_actors(self.reading)
        self._spots = find_spots(self.reading)
        self._atlas = Atlas(self.reading, self._spots)

    def at(self, start: int, end: int) -> Explanation:
        """Whom the characters `start` to `end` of the article mean, what else they might mean, and why."""
        reading = self.reading
        mention = Span.of(reading.text, start, end)
        word = _head(reading, start, end)
        actors = reading.cast.parties(word) if word is not None else []
        run = reading.cast.run_at.get(word.i) if word is not None else None
        entries = _entries(reading, run, mention.text)
        beside = "".join(w.text + " " for w in reading.sentence_words(word.sentence)) if word is not None else ""
        medium = reading.knowledge.medium(mention.text, reading.cast.setting.weights(mention.text), beside)
        return Explanation(
            mention=mention,
            published=reading.article.published,
            language=reading.lang.language,
            actors=tuple(_meaning(a, reading) for a in actors),
            others=tuple(_of_entry(e) for e in entries if not _chosen(e, actors, reading))[:MOST],
            places=self._places(mention, word) if not _person(actors, run) else (),
            medium=_of_entry(medium) if medium is not None else None,
            why=tuple(_why(reading, word, run, entries, actors)),
        )


    def _places(self, mention: Span, word: Word | None) -> tuple[Place, ...]:
        """The places of a name as this article ranks them, each with its score and what spoke for it; none of what the
        sentence uses as a common word (`Reading the letter`, `a turkey`) or as the title of a man (`duke of Wellington`)."""
        reading, name = self.reading, mention.text
        inside = [w for w in reading.words if w.start < mention.end and w.end > mention.start]
        run = reading.cast.run_at.get(word.i) if word is not None else None
        named = run is not None or any(s.first <= w.i < s.last for s in self._spots for w in inside)
        alone = len(reading.text) == len(name)
        if not alone and (not named or (run is not None and _noble(reading, run))):
            return ()
        ranked = self._atlas.candidates(name, word.sentence if word is not None else -1)[:MOST]
        told = (PlaceEvidence(rule="place_of_the_name", words=(name,), score=c.score, why=c.why) for c in ranked)
        return tuple(c.place.model_copy(update={"evidence": e}) for c, e in zip(ranked, told, strict=True))


def _head(reading: Reading, start: int, end: int) -> Word | None:
    """The word of a span that the rest of the sentence hangs on; nominal if there is one."""
    inside = [w for w in reading.words if w.start < end and w.end > start]
    tops = [w for w in inside if w.head is w or w.head not in inside]
    nominal = [w for w in tops if w.pos in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "X")]
    if reading.cast.lex.head_last and (len(tops) > 1 or not nominal):  # the last noun before a preposition
        named = {i for w in inside if (run := reading.cast.run_at.get(w.i)) for i in range(run.first, run.last + 1)}
        closed = (w.i for w in inside if w.pos in ("ADP", "SCONJ", "VERB", "AUX") and w is not inside[0] and w.i not in named)
        cut = next(closed, len(reading.words))
        nominal = [w for w in inside if w.pos in ("NOUN", "PROPN", "X") and w.i < cut][::-1] or nominal
    return next(iter(nominal or tops), None)


def _person(actors: list[ActorDraft], run: Run | None) -> bool:
    """Whether a name is a person's, and so no place."""
    if run is None or not any(a.kind == "person" for a in actors):
        return False
    return run.first != run.last or bool(run.entries)


def _noble(reading: Reading, run: Run) -> bool:
    """Whether a name is what a nobleman is called by: the duke of Wellington."""
    case = run.first - 1
    title = case - 1 if case > 0 and reading.cast.lex.is_phrase("of", reading.words[case].lower) else -1
    return title >= 0 and reading.cast.lex.is_phrase("noble", reading.words[title].lower)


def _entries(reading: Reading, run: Run | None, text: str) -> list[Entry]:
    """Every entry that the name may mean."""
    on = reading.article.published
    return run.entries if run is not None and run.entries else reading.knowledge.lookup(text, on)


def _chosen(entry: Entry, actors: list[ActorDraft], reading: Reading) -> bool:
    """Whether an entry is what the mention was taken for (of a person the office shown)."""
    for a in actors:
        fact = reading.cast.registry.facts(a).entry
        if fact is not None and (fact == entry or (fact.key == entry.key and entry.office == a.office)):
            return True
    return False


def _meaning(actor: ActorDraft, reading: Reading) -> Meaning:
    entry = reading.cast.registry.facts(actor).entry
    if entry is None and actor.label and actor.office and actor.country:
        entry = reading.knowledge.holder(actor.office, actor.country, reading.article.published)
    return Meaning(
        name=actor.label or actor.name,
        kind="body" if actor.kind == "place" else actor.kind,  # type: ignore[arg-type]
        country=actor.country,
        sector=actor.sector,
        office=actor.office,
        ownership=actor.ownership,  # type: ignore[arg-type]
        start=entry.start if entry else None,
        end=entry.end if entry else None,
        key=entry.key if entry else None,
    )


def _of_entry(e: Entry) -> Meaning:
    return Meaning(
        name=e.name, kind=e.kind, country=e.country, sector=e.sector, office=e.office, ownership=e.ownership,  # type: ignore[arg-type]
        start=e.start, end=e.end, key=e.key,
    )  # fmt: skip


def _why(
    reading: Reading, word: Word | None, run: Run | None, entries: list[Entry], actors: list[ActorDraft]
) -> list[str]:
    """The steps from the mention to its meaning, a line each."""
    on = reading.article.published
    out = []
    if run is not None and run.entries:
        when = f"on {on}" if on else "on no known date"
        rows = "one row of the tables has" if len(run.entries) == 1 else f"{len(run.entries)} rows of the tables have"
        out.append(f"{rows} the name {run.text!r}; the best {when} comes first")
    elif run is not None:
        out.append(f"no table has the name {run.text!r}: what the text says of it decides")
    elif word is not None:
        out.extend(_phrase(reading, word))
    for a in actors:
        held = reading.cast.registry.facts(a)
        if held.entry is None and a.label and a.office:
            out.append(f"office {a.office} of {a.country} on {on}: {a.label}")
    if not actors and entries:
        out.append("nobody acts here by these words; the name alone may mean what stands below")
    elif not actors:
        out.append("no name or noun of the tables: nobody who could act")
    return out


def _phrase(reading: Reading, word: Word) -> list[str]:
    """What the words of a noun phrase contributed."""
    noun = reading.cast.nouns.describe(word)
    out = []
    if noun.role is not None:
        says = [noun.role.kind, noun.role.sector, noun.role.office and f"office {noun.role.office}"]
        out.append(f"the noun {noun.role.word!r}: {', '.join(s for s in says if s)}" + (" (former)" if noun.former else ""))
    for w in word.subtree():
        code = demonym(reading.knowledge, w.text) if w is not word else None
        if code:
            out.append(f"{w.text!r} belongs to {code}")
        run = reading.cast.run_at.get(w.i)
        if run is not None and run.first == w.i and run.entries:
            out.append(f"the name {run.text!r} is {run.entries[0].name} ({run.entries[0].country})")
    return out
