"""A document made by hand and a toy reading line, so that the interface is tested apart from the reading."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from selon._version import __version__
from selon.record import (
    Actor,
    Article,
    Count,
    Credit,
    Document,
    Event,
    Evidence,
    Note,
    Party,
    Place,
    Reader,
    Span,
    Statement,
    Teller,
    digest,
    text_hash,
)

ROOT = Path(__file__).parent.parent
# The real line needs a pipeline: the one that comes with selon, or the one that the variable names while none does.
SHIPPED = (ROOT / "src" / "selon" / "lang" / "fr" / "pipeline" / "meta.json").is_file()
needs_pipeline = pytest.mark.skipif(
    not SHIPPED and "SELON_MODEL_FR" not in os.environ, reason="there is no pipeline in src/selon/lang/fr yet"
)
ALEP = (ROOT / "examples" / "alep.txt").read_text(encoding="utf-8")
BY_HAND = Evidence(rule="by hand")

PUTIN = Party(ref="a1", name="Vladimir Poutine", country="RUS", sector="GOV")
ERDOGAN = Party(ref="a2", name="Recep Tayyip Erdogan", country="TUR", sector="GOV")
KREMLIN = Party(ref="a3", name="service de presse du Kremlin", country="RUS", sector="GOV")
ASSAD = Party(ref="a4", name="Bachar el-Assad", country="SYR", sector="GOV")
SANA = Party(ref="a5", name="agence officielle SANA", country="SYR", sector="JRN")
ICRC = Party(ref="a6", name="Comité international de la Croix-Rouge", country="NGO")


def at(text: str, words: str, nth: int = 1) -> Span:
    """The span of the nth occurrence of `words`."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Span.of(text, start, start + len(words))


def alep() -> Document:
    """What a careful reader writes down of ``examples/alep.txt``: layers, gaps, overlaps, a count, a note."""
    t = ALEP

    def says(
        id: str, speaker: tuple[Party, ...], content: list[Span], kind: str, cue: str | None, within: str | None = None
    ) -> Statement:
        return Statement.model_validate(
            dict(
                id=id,
                content=content,
                kind=kind,
                cue=at(t, cue) if cue else None,
                speakers=speaker,
                within=within,
                evidence=BY_HAND,
            )
        )

    statements = (
        says("s1", (KREMLIN,), [at(t, t[: t.index(", a annoncé")])], "indirect", "a annoncé"),
        says(
            "s2",
            (PUTIN, ERDOGAN),
            [at(t, "la reprise d’Alep devait permettre d’étendre la trêve à toute la Syrie")],
            "indirect",
            "ont estimé",
        ),
        says("s3", (KREMLIN,), [at(t, t[t.index("M. Erdogan") : t.index(", selon la même")])], "indirect", "selon"),
        says(
            "s4",
            (KREMLIN,),
            [at(t, "le chef de l’État russe a téléphoné à Bachar el-Assad pour le féliciter")],
            "indirect",
            "a indiqué",
        ),
        says(
            "s5",
            (PUTIN,),
            [at(t, "La tâche principale"), at(t, "est désormais de parvenir à un règlement pacifique")],
            "mixed",
            "a souligné",
            "s4",
        ),
        says("s6", (SANA,), [at(t, "Le dirigeant syrien a remercié Moscou de son soutien")], "indirect", "rapporte"),
        says(
            "s7",
            (ICRC,),
            [at(t, "environ 35 000 personnes ont quitté les quartiers est d’Alep depuis le 15 décembre")],
            "indirect",
            "D’après",
        ),
    )
    press = Teller(name=KREMLIN.name, role="speaker", country="RUS", sector="GOV", party="self")
    paper = Teller(name="Le Quotidien", role="publisher")

    def event(id: str, type: str, mode: str | None, anchor: Span, **more: object) -> Event:
        return Event.model_validate(dict(id=id, type=type, mode=mode, anchor=anchor, evidence=BY_HAND) | more)

    events = (
        event(
            "e1",
            "CONSULT",
            "phone",
            at(t, "s’est entretenu"),
            actor=(PUTIN,),
            recipient=(ERDOGAN,),
            date="2016-12-23",
            according_to=("s1",),
            chains=((press, paper),),
        ),
        event("e2", "ACCUSE", "investigate", at(t, "l’enquête"), according_to=("s3",)),
        event(
            "e3",
            "ASSAULT",
            "firearms",
            at(t, "l’assassinat"),
            more=(at(t, "tué"),),
            date="2016-12-19",
            place=Place(name="Ankara", country="TUR", latitude=39.92, longitude=32.85),
            according_to=("s3",),
        ),
        event(
            "e4",
            "CONSULT",
            "phone",
            at(t, "a téléphoné"),
            actor=(PUTIN,),
            recipient=(ASSAD,),
            date="2016-12-23",
            according_to=("s4",),
        ),
        event(
            "e5",
            "SUPPORT",
            None,
            at(t, "a remercié"),
            actor=(ASSAD,),
            recipient=(Party(name="Moscou", country="RUS", sector="GOV"),),
            according_to=("s6",),
        ),
        event("e6", "ASSAULT", None, at(t, "avoir repris"), status="planned", context=("military",)),
        event(
            "e7",
            "RETREAT",
            None,
            at(t, "ont quitté"),
            date="2016-12-15/..",
            place=Place(name="Alep", country="SYR"),
            count=Count(span=at(t, "environ 35 000 personnes"), value=35000, approximate=True),
            according_to=("s7",),
        ),
    )
    return Document(
        reader=Reader(version=__version__, pipeline="by hand"),
        id="alep",
        text_hash=text_hash(t),
        language="fr",
        title="Alep : deux appels",
        publisher="Le Quotidien",
        url="https://example.org/alep?a=1&b=2",
        published="2016-12-23",
        text=t,
        credits=(Credit(span=at(t, "l’agence officielle SANA"), name="SANA", ref="a5"),),
        actors=(
            Actor(id="a1", name="Vladimir Poutine", kind="person", country="RUS", mentions=(at(t, "M. Poutine"),)),
            Actor(id="a5", name="agence officielle SANA", kind="media", ownership="state"),
        ),
        statements=statements,
        events=events,
        notes=(Note(kind="repaired_spacing", span=at(t, "35 000"), message="a thin space inside a number"),),
    )


def bare(article: Article, **more: object) -> Document:
    """A document of the article with nothing drawn from it."""
    fields = article.model_dump(exclude={"language"}) | {"language": article.language or "fr"} | more
    return Document(reader=Reader(version=__version__, pipeline="toy"), text_hash=text_hash(article.text), **fields)


class ToyLine:
    """Takes what stands in guillemets for a statement of nobody, and every « a dit » for an event."""

    def read(self, article: Article) -> Document:
        t = article.text
        quotes = re.finditer(r"«\s*([^«»]*[^«»\s])\s*»", t)
        statements = [
            Statement(
                id=digest(article.id, *m.span(1)), content=(Span.of(t, *m.span(1)),), kind="direct", evidence=BY_HAND
            )
            for m in quotes
        ]
        events = [
            Event(id=digest("e", *m.span()), type="CONSULT", anchor=Span.of(t, *m.span()), evidence=BY_HAND)
            for m in re.finditer("a dit", t)
        ]
        return bare(article, statements=tuple(statements), events=tuple(events))

    def read_doc(self, doc: object, article: Article) -> Document:
        """The same; the mark left in the notes shows that the Doc's own parse would have been used."""
        return bare(article, notes=(Note(kind="own_parse", message=type(doc).__name__),))


def load(language: str = "fr", model: object = None, extra: object = None) -> ToyLine:
    """Stands in for ``selon.reading.load``."""
    if model == "nowhere":
        raise OSError("[E050] Can't find model 'nowhere'.")
    return ToyLine()
