"""Relays: `X, cité par l'agence Y` and `…, indique Y citant X` give two statements with one content, one within the other."""

from __future__ import annotations

from selon.reading.classes import word_class
from selon.reading.sources import SourceFinder, source_span
from selon.reading.work import Reading, StatementDraft, Word


def relayed(found: list[StatementDraft], reading: Reading, finder: SourceFinder) -> list[StatementDraft]:
    """The statements that a relaying word adds to those found."""
    verbs = word_class(reading.lang, "relay_verb")
    hosts = {s.cue_word.i: s for s in found if s.cue_word is not None}
    hosts |= {s.source_word.i: s for s in found if s.source_word is not None and s.source_word.i not in hosts}
    out = []
    for w in reading.words:
        if w.lemma not in verbs or w.pos not in ("VERB", "ADJ", "AUX"):
            continue
        if w.feats.get("VerbForm") == "Fin" and w.rel == "acl":
            host = hosts.get(w.head.i)
            if host is not None and host.cue is not None and not host.covers(w.start, w.end):
                draft = _active(w, host, reading)
                if draft is not None:
                    out.append(draft)
        elif w.feats.get("VerbForm") == "Part" and w.rel in ("acl", "advcl", "amod", "conj", "appos", "obl"):
            host = _host(w, hosts)
            if host is not None and host.cue_word is not w and host.cue is not None and not host.covers(w.start, w.end):
                draft = _active(w, host, reading) if w.feats.get("Tense") == "Pres" else _passive(w, host, reading)
                if draft is not None:
                    out.append(draft)
    return out


def _host(w: Word, hosts: dict[int, StatementDraft]) -> StatementDraft | None:
    head = w.head
    for _ in range(4):
        if head.i in hosts:
            return hosts[head.i]
        if head.head is head:
            return None
        head = head.head
    return None


def _active(w: Word, host: StatementDraft, reading: Reading) -> StatementDraft | None:
    """`rapporte l'agence, citant X`: X said it, within what the agency said."""
    told = w.child("obj")
    if told is None or told.pos not in ("NOUN", "PROPN"):
        return None
    draft = _same_content(w, told, host, reading)
    draft.within = host
    return draft


def _passive(w: Word, host: StatementDraft, reading: Reading) -> StatementDraft | None:
    """`a dit X, cité par l'agence`: the agency said it; X within."""
    agent = w.child("obl:agent", "obl", "nmod")
    if agent is None or agent.pos not in ("NOUN", "PROPN") or not any(c.rel == "case" for c in agent.children):
        return None
    if agent.dep != "obl:agent" and agent.lemma not in reading.lang.column("mediums") and not reading.cast.parties(agent):
        return None
    draft = _same_content(w, agent, host, reading)
    draft.content, draft.kind = _with_cue(host, w, reading)
    if host.source is not None and host.source[0] < w.start < host.source[1]:
        host.source = host.source[0], reading.words[w.i - 1].end
    host.within = draft
    return draft


def _with_cue(host: StatementDraft, w: Word, reading: Reading) -> tuple[list[tuple[int, int]], str]:
    """What is relayed as a whole, cue and source too, where a quotation is relayed: `« … », a dit X`."""
    cue, text = host.cue, reading.text
    if host.kind == "indirect" or cue is None or host.source is None or len(host.content) > 1:
        return list(host.content), host.kind
    if cue[0] < host.end or host.source[1] > w.start:
        return list(host.content), host.kind
    start = host.start
    quote = next((q for q in reading.layout.quotes if q.inner_start == start and q.end <= cue[0]), None)
    if quote is not None:
        start = quote.start
    end = max(cue[1], host.source[1])
    if "\n\n" in text[start:end]:
        return list(host.content), host.kind
    return [(start, end)], "mixed"


def _same_content(w: Word, source: Word, host: StatementDraft, reading: Reading) -> StatementDraft:
    draft = StatementDraft(
        content=list(host.content), kind=host.kind, rule="relay", cue=(w.start, w.end), cue_word=w,
        source=source_span(source, reading.cast.phrase(source), reading.lang), source_word=source, words_used=[w.lemma],
    )  # fmt: skip
    return draft
