"""Silver names: finds name spans in parsed sentences and types them by lists and context.

In: sentences with tags (gold or from the teacher) and a ``Gazetteer``. Out: per sentence (first, end, label) spans,
where the label is PER, LOC, ORG, "O" (looks like a name, is none of these) or "?" (cannot tell: left out of the loss).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from conllu import Row, Sentence
from gazetteer import Gazetteer

Spans = list[tuple[int, int, str]]
ACRONYM = re.compile(r"^[A-ZÉ][A-ZÉ0-9]{1,6}(?:-[A-Z0-9]+)?$")
HYPHENS = frozenset("-‐‑")
NEVER = frozenset({"PUNCT", "SYM", "ADP", "DET", "PRON", "SPACE", "VERB", "AUX", "CCONJ", "SCONJ"})
LOUD = 0.6  # share of capitals among the longer words from which on a sentence is a headline


def _caps(form: str) -> bool:
    return form[:1].isupper()


def _starts(rows: Sequence[Row], i: int) -> bool:
    """Whether a capital at i says nothing: first word, or after an opening mark or a colon."""
    while i > 0 and rows[i - 1].upos == "PUNCT":
        if rows[i - 1].form in {"«", "“", "‘", '"', "'", ":", "-", "—", "–", "...", ".", "…"}:
            return True
        i -= 1
        if rows[i].form in {",", ")", "(", ";", "/"}:
            return False
    return i == 0


def _named(rows: Sequence[Row], i: int, gaz: Gazetteer) -> bool:
    """Whether token i can be inside a name on its own."""
    row = rows[i]
    if not _caps(row.form) or row.upos in NEVER:
        return row.upos == "PROPN" and bool(re.match(r"^(?:al|el|d|l|i|e)[-'’A-Z]\w", row.form))
    if row.form.lower() in gaz.words("person") or row.form in gaz.words("person") or row.form in gaz.words("never"):
        return False
    return row.upos == "PROPN" or not _starts(rows, i)


def _hyphen(rows: Sequence[Row], k: int, gaz: Gazetteer) -> bool:
    """Whether a hyphen without spaces at k holds a name together; not between two countries (Iran-Iraq)."""
    return (0 < k < len(rows) - 1 and rows[k].form in HYPHENS and not rows[k - 1].space and not rows[k].space
            and _caps(rows[k + 1].form) and rows[k + 1].form not in gaz.words("demonym")
            and not {rows[k - 1].form, rows[k + 1].form} <= gaz.sure_places)


def _demonym(form: str, gaz: Gazetteer) -> bool:
    """A word for people of a place, by list or by ending."""
    return form in gaz.words("demonym") or form.endswith(tuple(gaz.words("demonymend")))


def _loud(rows: Sequence[Row]) -> bool:
    """A headline with capitals throughout, where a capital says nothing."""
    longer = [row.form for row in rows if len(row.form) > 3 and row.form[0].isalpha() and row.upos != "PROPN"]
    return len(longer) > 2 and sum(map(_caps, longer)) > LOUD * len(longer)


def _org_tail(rows: Sequence[Row], end: int, gaz: Gazetteer) -> int:
    """The end of an organisation's name that goes on in small letters: adjectives, ``de la santé``."""
    if not gaz.words("orgtailadj"):
        return end
    of, article = gaz.words("of"), gaz.words("article")
    for _ in range(4):
        if end < len(rows) and (rows[end].upos == "ADJ" or _named(rows, end, gaz)) and rows[end].form[:1].isalpha():
            end += 1
            continue
        k = end
        while k < len(rows) and k - end < 3 and rows[k].form.lower() in of | article | gaz.words("orgtailadj"):
            k += 1
        if k > end and rows[end].form.lower() in of | gaz.words("orgtailadj") and k < len(rows) and (
                rows[k].upos in ("NOUN", "PROPN")):
            end = k + 1
            continue
        break
    return end


def _extend(rows: Sequence[Row], i: int, gaz: Gazetteer) -> int:
    """The end of the run of name tokens that starts at i, with link words between them."""
    end = i + 1
    heads = gaz.words("orghead") | gaz.words("lochead")
    while end < len(rows):
        if _named(rows, end, gaz):
            end += 1
            continue
        if _hyphen(rows, end, gaz):
            end += 2
            continue
        k = end
        while k < len(rows) and k - end < 2 and rows[k].form.lower() in gaz.words("link"):
            k += 1
        linked = end < k < len(rows) and _named(rows, k, gaz) and rows[k].upos == "PROPN"
        link = rows[end].form.lower() if linked else ""
        if linked and (link in gaz.words("particle")
                       or {rows[i].form, rows[end - 1].form} & heads
                       or (link in gaz.words("of") and rows[i].form in gaz.first and rows[i].form not in gaz.places)):
            end = k + 1
            continue
        break
    return end


def _known(rows: Sequence[Row], i: int, gaz: Gazetteer) -> int:
    """The end of the longest listed organisation or place of several tokens that starts at i, or 0."""
    if not _caps(rows[i].form):
        return 0
    for end in range(min(len(rows), i + 7), i + 1, -1):
        text = joined(rows[i:end])
        if text in gaz.words("org") or text in gaz.sure_places:
            return end
    return 0


def joined(rows: Sequence[Row]) -> str:
    """Forms with spaces between, none after an elision or around a hyphen, straight apostrophes."""
    text = " ".join(row.form for row in rows).replace("’", "'").replace("' ", "'")
    return text.replace(" - ", "-") if len(rows) > 2 else text


def _last(rows: Sequence[Row], end: int, gaz: Gazetteer) -> bool:
    """Whether the word before ``end`` tells nothing of a body or place that a demonym could begin (British Museum)."""
    return not any(rows[end - 1].form in gaz.words(kind) for kind in ("orgend", "loctail"))


def _telling(rows: Sequence[Row], i: int, gaz: Gazetteer) -> bool:
    """Whether an adjective or noun that opens a sentence opens the name of a body or place (National Security Council)."""
    if rows[i].upos not in ("ADJ", "NOUN") or not _caps(rows[i].form) or not _starts(rows, i) or i + 1 >= len(rows):
        return False
    return (rows[i].form.lower() not in gaz.words("person") and _named(rows, i + 1, gaz)
            and not _last(rows, _extend(rows, i + 1, gaz), gaz))


def candidates(rows: Sequence[Row], gaz: Gazetteer, common: Counter[str]) -> list[tuple[int, int]]:
    """(first, end) of all name-like runs."""
    found = []
    i = 0
    while i < len(rows):
        known = _known(rows, i, gaz)
        if known:
            tail = _extend(rows, known, gaz) if known < len(rows) and _named(rows, known, gaz) else known
            end = known if tail == known or _last(rows, tail, gaz) else tail  # United States Army
            found.append((i, end))
            i = end
            continue
        form = rows[i].form
        after = rows[i + 1].form.lower() if i + 1 < len(rows) else ""
        if form.lower() in gaz.words("particle") and i + 2 < len(rows) and _hyphen(rows, i + 1, gaz):
            end = _extend(rows, i + 2, gaz)
            found.append((i, end))
            i = end
            continue
        low = form in gaz.words("loclow") or form in gaz.words("orglow")
        if low:
            k = i + 1
            while k < len(rows) and k - i < 3 and rows[k].form.lower() in gaz.words("of") | gaz.words("article"):
                k += 1
            if k < len(rows) and _named(rows, k, gaz) and rows[k].upos in ("PROPN", "ADJ", "NOUN"):
                end = _extend(rows, k, gaz)
                found.append((i, end))
                i = end
                continue
        if _telling(rows, i, gaz):
            end = _extend(rows, i + 1, gaz)
            found.append((i, end))
            i = end
            continue
        if _named(rows, i, gaz) or (form in gaz.words("orghead") and after and rows[i].upos in ("NOUN", "PROPN")
                                    and (rows[min(i + 1, len(rows) - 1)].upos == "ADJ" or after in gaz.words("of"))
                                    and i + 2 < len(rows) and not _starts(rows, i)):
            end = _extend(rows, i, gaz)
            if form in gaz.words("orghead"):
                end = max(end, _org_tail(rows, end, gaz))
            if end - i > 1 and _demonym(form, gaz) and form not in gaz.first and _last(rows, end, gaz) and (
                    form in gaz.words("demonym") or common[form.lower()] > 2):
                i += 1
            found.append((i, end))
            i = end
            continue
        i += 1
    return found


def _person_before(rows: Sequence[Row], i: int, gaz: Gazetteer) -> bool:
    """A title or a noun for a person just before, an adjective or country name between at most (président russe X)."""
    for k in (i - 1, i - 2):
        if k >= 0 and (rows[k].form in gaz.words("person") or rows[k].form.lower() in gaz.words("person")
                       or rows[k].lemma in gaz.words("person")):
            return k == i - 1 or rows[i - 1].upos == "ADJ"
    return False


def lower_counts(sents: Iterable[Sentence]) -> Counter[str]:
    """How often each form stands in small letters."""
    return Counter(row.form for sent in sents for row in sent.rows if row.form[:1].islower())


def kind(rows: Sequence[Row], a: int, b: int, gaz: Gazetteer, common: Counter[str]) -> str:
    """The label of one span, or "?"."""
    forms = [row.form for row in rows[a:b]]
    text, head = joined(rows[a:b]), forms[0]
    before = rows[a - 1].form.lower() if a else ""
    if text in gaz.words("org"):
        return "ORG"
    if len(forms) == 1 and text in gaz.words("demonym"):
        return "O"
    if head in gaz.words("mischead") or text in gaz.words("miscacronym"):
        return "O"
    if head in gaz.words("loclow"):
        return "LOC"
    if head in gaz.words("orglow"):
        return "ORG"
    if len(forms) > 1 and head in gaz.words("orghead"):
        return "ORG"
    if text in gaz.sure_places or text in gaz.words("locacronym"):
        return "LOC"
    if len(forms) > 1 and forms[-1] in gaz.words("orgtail"):
        return "ORG"
    if len(forms) > 1 and forms[-1] in gaz.words("loctail"):
        return "LOC"
    if len(forms) == 1 and common[text.lower()] > (2 if _starts(rows, a) or rows[a].upos != "PROPN" else 9):
        return "O"
    if len(forms) > 1 and head in gaz.words("lochead") and head not in gaz.words("saint"):
        return "LOC"
    if _person_before(rows, a, gaz) and not ACRONYM.match(text):
        return "PER"
    if len(forms) > 1 and (head in gaz.first or head.split("-")[0] in gaz.first):
        return "PER"
    if len(forms) > 1 and re.match(r"^[A-Z]\.(?:-?[A-Z]\.)?$", head):
        return "PER"
    if rows[a].upos == "NOUN" and before in gaz.words("indefinite"):
        return "O"
    if len(forms) == 1 and head in gaz.usual and rows[a].upos == "PROPN":
        return "PER"
    if len(forms) == 1 and ACRONYM.match(text) and not re.match(r"^[IVXLCDM]+$", text):
        return "ORG" if len(text) > 2 and rows[a].upos == "PROPN" else "?"
    if text in gaz.places:
        near = rows[a - 1].lemma if a else ""
        if before in gaz.words("going") or near in gaz.words("locnoun") or (a > 1 and rows[a - 2].lemma in gaz.words("locnoun")):
            return "LOC"
        if b + 1 < len(rows) and rows[b].form == "," and (
                rows[b + 1].form in gaz.sure_places or joined(rows[b + 1:b + 3]) in gaz.sure_places):
            return "LOC"
        return "?"
    if b + 1 < len(rows) and rows[b].form == "," and rows[b + 1].form in gaz.words("who"):
        return "PER"
    if b + 2 < len(rows) and rows[b].form == rows[b + 2].form == "," and rows[b + 1].form.isdigit() and len(
            rows[b + 1].form) == 2:
        return "PER"
    if a > 1 and before in gaz.words("of") and rows[a - 2].lemma in gaz.words("locnoun"):
        return "LOC"
    if len(forms) > 1 and all(row.dep.startswith("flat") and row.head == a and _caps(row.form) for row in rows[a + 1:b]):
        return "PER"
    if len(forms) == 2 and forms[1] in gaz.last and rows[a].upos == "PROPN":
        return "PER"
    return "?"


def article(sents: Sequence[Sentence], gaz: Gazetteer, common: Counter[str]) -> list[Spans]:
    """Typed spans of consecutive sentences of one article; a full name settles its later short forms."""
    spans = [[(a, b, "?" if loud else kind(s.rows, a, b, gaz, common)) for a, b in candidates(s.rows, gaz, common)]
             for s, loud in ((s, _loud(s.rows)) for s in sents)]
    votes: dict[str, Counter[str]] = {}
    for sent, found in zip(sents, spans, strict=True):
        for a, b, label in found:
            if label in ("PER", "LOC", "ORG"):
                forms = [row.form for row in sent.rows[a:b]]
                votes.setdefault(" ".join(forms), Counter())[label] += 1
                if label == "PER" and len(forms) > 1 and len(forms[-1]) > 2:
                    votes.setdefault(forms[-1], Counter())["PER"] += 1
    settled = []
    for sent, found in zip(sents, spans, strict=True):
        row: Spans = []
        for a, b, label in found:
            text = " ".join(r.form for r in sent.rows[a:b])
            if label == "?" and text in votes:
                label = votes[text].most_common(1)[0][0]
            row.append((a, b, label))
        settled.append(row)
    return settled
