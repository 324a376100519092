"""The notes in the margin: one for each statement and event."""

from __future__ import annotations

from collections.abc import Iterable

from selon.page.escape import words
from selon.page.items import Item
from selon.record import Document, Event, Party, Statement, Teller
from selon.tell import QUADS, chain_of, chains_of, flat, when_where

ARROW = ' <span class="arrow" aria-label="told by">→</span> '
PARTY = {"self": ("party", "is a side of it"), "own_medium": ("party", "a side’s own medium")}


def note(document: Document, item: Item, items: list[Item]) -> str:
    """The note of one item."""
    noun = item.noun
    if isinstance(noun, Statement):
        inner, kind = _statement(document, noun), "num"
    else:
        inner, kind = _event(document, noun, items), "let"
    back = f'<a class="{kind}" href="#{item.in_text}" aria-label="to the words in the text">{item.label}</a>'
    quad = "" if isinstance(noun, Statement) else f" q{QUADS[noun.type]}"
    return f'<div class="note n{item.number}{quad}" id="{item.in_margin}">{back}<div>{inner}</div></div>'


def _statement(document: Document, s: Statement) -> str:
    chain = [words(name) for name in chain_of(document, s)]
    who = ARROW.join([f"<b><bdi>{chain[0]}</bdi></b>", *(f"<bdi>{name}</bdi>" for name in chain[1:])])
    how = [{"direct": "word for word", "indirect": "in the article’s words", "mixed": "partly word for word"}[s.kind]]
    if s.cue:
        how.append(f"<q><bdi>{words(flat(s.cue.text))}</bdi></q>")
    if s.medium:
        how.append(words(s.medium))
    if s.addressees:
        how.append(f"to {_parties(s.addressees)}")
    return f"<p>{who}</p>{_small(how)}"


def _event(document: Document, e: Event, items: list[Item]) -> str:
    kind = e.type + (f" · {words(e.mode)}" if e.mode else "")
    status = "" if e.status == "happened" else f' <span class="status">{e.status}</span>'
    sides = [_parties(e.actor) or "?"] if e.actor or e.recipient else []
    sides += [_parties(e.recipient)] if e.recipient else []
    who = ' <span class="arrow" aria-label="to">▸</span> '.join(sides)
    facts = [words(x) for x in when_where(e)] + [_according_to(document, e, items)]
    return f'<p><span class="type">{kind}</span>{status} {who}</p>{_small(facts)}'


def _according_to(document: Document, e: Event, items: list[Item]) -> str:
    """The chains with their marks, and the numbers of the statements; or that the article says it itself."""
    if not e.according_to:
        return '<span class="own">in the article’s own voice</span>'
    if e.chains:
        chains = [ARROW.join(_teller(t) for t in chain) for chain in e.chains]
    else:
        chains = [ARROW.join(f"<bdi>{words(name)}</bdi>" for name in chain) for chain in chains_of(document, e)]
    told = [i for i in items if i.noun.id in e.according_to and isinstance(i.noun, Statement)]
    numbers = "".join(f' <a class="num" href="#{i.in_margin}">{i.label}</a>' for i in told)
    return f"according to {'; '.join(dict.fromkeys(chains))}{numbers}"


def _teller(t: Teller) -> str:
    mark = f' <span class="{PARTY[t.party][0]}">{PARTY[t.party][1]}</span>' if t.party else ""
    return f"<bdi>{words(t.name)}</bdi>{mark}"


def _parties(parties: Iterable[Party]) -> str:
    return ", ".join(
        f"<bdi>{words(p.name)}</bdi>" + (f' <span class="country">{words(p.country)}</span>' if p.country else "")
        for p in parties
    )


def _small(facts: list[str]) -> str:
    return f'<p class="small">{" · ".join(facts)}</p>' if facts else ""
