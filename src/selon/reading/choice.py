"""Choice: which of several entries of one name an article means, by the countries that it speaks of and by gender."""

from __future__ import annotations

from collections import Counter

from selon.knowledge.codes import BODIES
from selon.knowledge.entries import Entry
from selon.reading.modifiers import demonym
from selon.reading.roles import Lexicon, Role, plain
from selon.reading.runs import Run
from selon.reading.work import Reading

HERE = 3  # weight of a sign in the same sentence against one elsewhere in the article
ENOUGH = 2  # signs that it takes to prefer an entry of a country to one of none
LONGEST = 12  # entries of one name that are compared


def choose(runs: list[Run], reading: Reading, lex: Lexicon) -> None:
    """Put first, among the entries of each ambiguous name, the one whose country the article speaks of."""
    for run in runs:
        if run.honorific and run.entries:
            run.entries = [e for e in run.entries if not _other_gender(e, run, lex)]
    torn = [run for run in runs if len({e.country for e in run.entries[:LONGEST]}) > 1]
    if not torn:
        return
    article, near = _signs(runs, reading)
    for run in torn:
        here = near.get(run.head.sentence, Counter())
        first = run.entries[0]
        rivals = [e for e in run.entries[:LONGEST] if (e.kind == "person") == (first.kind == "person")]
        weights = [_weight(e, article, here) for e in rivals]
        if first.kind == "person":  # of persons the best by date whom the article could mean at all
            best = rivals[0] if weights[0] else next((e for e, w in zip(rivals, weights, strict=True) if w), first)
        else:
            best = rivals[weights.index(max(weights))]  # the first of equals
        need = ENOUGH if first.country in BODIES or first.country is None else 1
        if best is not first and max(weights) >= need:
            run.entries = [best, *(e for e in run.entries if e is not best)]


def _weight(e: Entry, article: Counter[str], here: Counter[str]) -> int:
    return article[e.country] + HERE * here[e.country] if e.country else 0


def _signs(runs: list[Run], reading: Reading) -> tuple[Counter[str], dict[int, Counter[str]]]:
    """How often each country is meant beyond doubt, in the article and in each sentence."""
    knowledge = reading.knowledge
    article: Counter[str] = Counter()
    near: dict[int, Counter[str]] = {}
    named: set[int] = set()

    def add(code: str | None, sentence: int) -> None:
        if code and code not in BODIES:
            article[code] += 1
            near.setdefault(sentence, Counter())[code] += 1

    for run in runs:
        named.update(range(run.first, run.last + 1))
        codes = {e.country for e in run.entries[:LONGEST]}
        if len(codes) == 1:
            add(next(iter(codes)), run.head.sentence)
        elif not codes and run.ent in ("LOC", ""):
            add(knowledge.country_of_place(run.text), run.head.sentence)
    for w in reading.words:
        if w.pos in ("ADJ", "NOUN", "PROPN") and w.i not in named and len(w.text) > 3:
            add(demonym(knowledge, w.text), w.sentence)
    return article, near


def by_title(run: Run, role: Role, on: str | None) -> None:
    """Put first, among the persons of one name, the one who held the office that the role beside the name tells."""
    if len({e.key for e in run.entries}) < 2 or run.entries[0].kind != "person" or not role.office:
        return
    held = [e for e in run.entries if e.office == role.office and e.started_by(on)]
    if held and run.entries[0].key not in {e.key for e in held}:
        run.entries = [held[0], *(e for e in run.entries if e is not held[0])]


def _other_gender(e: Entry, run: Run, lex: Lexicon) -> bool:
    """Whether the title before a name contradicts the given name of an entry (Mme Dos Santos is not José Eduardo)."""
    title = lex.honorifics[run.honorific][0]
    first = plain(e.name.split(" ")[0])
    given = lex.given.get(first, "") if e.kind == "person" and first not in run.parts else ""  # M. Kim, from Kim Jong-un
    return bool(title and given and title != given)
