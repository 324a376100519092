"""Choice: which of several entries of one name an article means, by the countries that it speaks of and by gender."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from selon.knowledge.codes import BODIES
from selon.knowledge.entries import Entry
from selon.reading.modifiers import demonym
from selon.reading.roles import Lexicon, Role, plain
from selon.reading.runs import Run
from selon.reading.work import Reading

HERE = 3  # weight of a sign in the same sentence against one elsewhere in the article
FOREIGN = 4  # how many times a division's land must outweigh the state of its name
ENOUGH = 2  # signs that it takes to prefer an entry of a country to one of none
LONGEST = 12  # entries of one name that are compared
Signs = tuple[Counter[str], dict[int, Counter[str]]]  # of countries in the article, and in each sentence


def choose(runs: list[Run], reading: Reading, lex: Lexicon) -> Signs:
    """Put first, among the entries of each ambiguous name, the one whose country the article speaks of."""
    for run in runs:
        if run.honorific and run.entries:
            run.entries = [e for e in run.entries if not _other_gender(e, run, lex)]
    _divisions(runs, reading)
    torn = [run for run in runs if len({e.country for e in run.entries[:LONGEST]}) > 1]
    article, near = signs = _signs(runs, reading)
    for run in torn:
        here = near.get(run.head.sentence, Counter())
        first = run.entries[0]
        rivals = [e for e in run.entries[:LONGEST] if (e.kind == "person") == (first.kind == "person")]
        rivals = _by_article(run, rivals, reading, lex, lambda e: _weight(e, article, here))  # noqa: B023
        weights = [_weight(e, article, here) for e in rivals]
        if first.kind == "person":  # of persons the best by date whom the article could mean at all
            best = rivals[0] if weights[0] else next((e for e, w in zip(rivals, weights, strict=True) if w), first)
        else:
            best = rivals[weights.index(max(weights))]  # the first of equals; where nothing tells, no other land's army or firm
            if not max(weights) and best.kind == "body" and best.country not in BODIES:
                best = next((e for e in rivals if e.kind == "group"), best)
        need = ENOUGH if first.country in BODIES or first.country is None else 1
        if best is not first and (max(weights) >= need or best.kind == "group" != first.kind):
            run.entries = [best, *(e for e in run.entries if e is not best)]
    return signs


def _divisions(runs: list[Run], reading: Reading) -> None:
    """A state's name means a large division of another land where the article speaks of that land only: Georgia, Atlanta."""
    named = [r for r in runs if r.entries and r.entries[0].kind == "state" and not r.entries[0].key.startswith("seat:")]
    twins = {r.text: twin for r in named if (twin := reading.knowledge.division_twin(r.text)) is not None}
    if not twins:
        return
    article, _ = _signs([r for r in runs if r.text not in twins], reading)
    for run in named:
        twin = twins.get(run.text)
        if twin is not None and article[twin] > FOREIGN * article[run.entries[0].country or ""]:
            run.entries, run.within = [], twin
            run.ent = run.head.ent = "LOC"


def _by_article(
    run: Run, rivals: list[Entry], reading: Reading, lex: Lexicon, weight: Callable[[Entry], int]
) -> list[Entry]:
    """Where names of agencies take no article (`AFP reported`, `the AFP moved in`): the agencies, or who is no agency."""
    agencies = [e for e in rivals if e.media_kind == "agency"]
    if not lex.head_last or not agencies or len(agencies) == len(rivals):
        return rivals
    before = reading.words[run.first - 1] if run.first else None
    definite = before is not None and lex.determiners.get(before.lower) == "definite"
    others = [e for e in rivals if e.media_kind != "agency" and weight(e)]
    return others if definite and others else agencies


def _weight(e: Entry, article: Counter[str], here: Counter[str]) -> int:
    return article[e.country] + HERE * here[e.country] if e.country else 0


def _signs(runs: list[Run], reading: Reading) -> Signs:
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


def by_title(run: Run, role: Role, reading: Reading, signs: Signs) -> None:
    """Put first the person who held the office that the role beside the name tells, of several the one whose country
    the article speaks of: `President Kim`, `King Abdullah`, whatever the surname alone means."""
    on = reading.article.published
    if not role.office or (run.entries and run.entries[0].kind != "person"):
        return
    held = [e for e in run.entries if e.office == role.office and e.started_by(on)]
    if on is not None and len(run.parts) == 1:  # those in office now, by any part of their names
        now = reading.knowledge.holders(role.office, on)
        held = [e for e in now if run.parts[0] in plain(e.name).replace("-", " ").split()] or held
    if not held or (run.entries and len(held) == 1 and run.entries[0].key == held[0].key):
        return
    article, near = signs
    here = near.get(run.head.sentence, Counter())
    best = max(held, key=lambda e: _weight(e, article, here))
    if not _weight(best, article, here):  # nothing but the title tells: only among the persons of that very name
        known = [e.key for e in run.entries]
        if best.key not in known or known[0] in {e.key for e in held}:
            return
    run.entries = [best, *(e for e in run.entries if e is not best)]


def _other_gender(e: Entry, run: Run, lex: Lexicon) -> bool:
    """Whether the title before a name contradicts the given name of an entry (Mme Dos Santos is not José Eduardo)."""
    title = lex.honorifics[run.honorific][0]
    first = plain(e.name.split(" ")[0])
    given = lex.given.get(first, "") if e.kind == "person" and first not in run.parts else ""  # M. Kim, from Kim Jong-un
    return bool(title and given and title != given)
