"""The record: what one article gives, as frozen typed nouns with JSON in and out.

Every span is counted in characters of the untouched `Document.text`. Unknown is ``None``, never a sentinel string.
The meaning of each field is written in ``docs/record.md``; the JSON Schema is printed by ``selon schema``.
"""

from __future__ import annotations

import hashlib
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

SCHEMA_VERSION = "1"

Kind = Literal["direct", "indirect", "mixed"]
Status = Literal["happened", "planned", "hypothetical", "negated"]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
ActorKind = Literal["person", "body", "state", "group", "media", "unnamed"]
Ownership = Literal["state", "public", "private", "party"]
Role = Literal["speaker", "medium", "agency", "publisher"]
PartyMark = Literal["self", "own_medium"]


class Noun(BaseModel):
    """Base of all nouns: frozen, and an unknown field is an error rather than lost."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Noun):
    """Characters ``start`` to ``end`` (exclusive) of the article's text, and that text."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span of `text` from `start` to `end`; raises ValueError when it is not inside the text."""
        if not 0 <= start < end <= len(text):
            raise ValueError(f"span {start}–{end} is not inside a text of {len(text)} characters")
        return cls(start=start, end=end, text=text[start:end])


class Evidence(Noun):
    """Which rule wrote the record, and the words (or scores) that it used."""

    rule: str
    words: tuple[str, ...] = ()


class Credit(Noun):
    """An agency or medium that the article itself credits; `ref` is an `Actor.id`."""

    span: Span
    name: str
    ref: str | None = None


class Party(Noun):
    """A speaker, doer or recipient: `ref` is an `Actor.id`, `name` the article's own form."""

    ref: str | None = None
    name: str
    country: str | None = None
    sector: str | None = None


class Actor(Noun):
    """Somebody the article names or describes, with every mention of them."""

    id: str
    name: str
    label: str | None = None
    kind: ActorKind
    country: str | None = None
    sector: str | None = None
    office: str | None = None
    ownership: Ownership | None = None
    wikidata: str | None = None
    mentions: tuple[Span, ...] = ()


class Statement(Noun):
    """Content that the article attributes to somebody other than its author."""

    id: str
    content: tuple[Span, ...] = Field(min_length=1)
    kind: Kind
    cue: Span | None = None
    source: Span | None = None
    medium: str | None = None
    speakers: tuple[Party, ...] = ()
    addressees: tuple[Party, ...] = ()
    within: str | None = None
    evidence: Evidence


class OtherPlace(Noun):
    """Another place that the name may mean; `name` is the gazetteer's form."""

    name: str
    country: str | None = None
    geonames: int | None = None
    score: float = Field(ge=0, le=1)


class PlaceEvidence(Evidence):
    """How the event came to its place, and how sure it is which place of that name is meant.

    `score` is the meant place's share among all places of the name and the chance that no table has it (None where
    the name is in none), `why` what spoke for and against it, `alternatives` the next best, best first.
    """

    score: float | None = Field(default=None, ge=0, le=1)
    why: tuple[str, ...] = ()
    alternatives: tuple[OtherPlace, ...] = ()


class Place(Noun):
    """A place as the text names it; the rest only where a gazetteer knows it."""

    name: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames: int | None = None
    evidence: PlaceEvidence | None = None


class Count(Noun):
    """A number of people or things given with an event; `value` is the lower end where `high` is given."""

    span: Span
    value: int
    high: int | None = None
    approximate: bool = False
    of: str | None = None


class Teller(Noun):
    """One link of a chain from the one who knows to the one who publishes.

    `party` is ``self`` where the teller (or its government) is a side of the event, ``own_medium`` where it is a
    medium that a side owns.
    """

    name: str
    role: Role
    country: str | None = None
    sector: str | None = None
    party: PartyMark | None = None


class Event(Noun):
    """Something politically relevant that the text reports, with PLOVER's type and mode."""

    id: str
    type: EventType
    mode: str | None = None
    context: tuple[str, ...] = ()
    anchor: Span
    more: tuple[Span, ...] = ()
    actor: tuple[Party, ...] = ()
    recipient: tuple[Party, ...] = ()
    date: str | None = None
    place: Place | None = None
    status: Status = "happened"
    count: Count | None = None
    according_to: tuple[str, ...] = ()
    chains: tuple[tuple[Teller, ...], ...] = ()
    evidence: Evidence


class Note(Noun):
    """Something the reader of the record should know about the text: a repair, a cut, an odd mark."""

    kind: str
    span: Span | None = None
    message: str


class Reader(Noun):
    """Which selon and which pipeline wrote the record."""

    version: str
    pipeline: str


class Article(Noun):
    """What comes in: the text as the page has it, and what is known about the page."""

    id: str
    text: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None


class Document(Noun):
    """What one article gives. ``Document.from_json(d.to_json()) == d`` always holds."""

    selon: str = SCHEMA_VERSION
    reader: Reader
    id: str
    text_hash: str
    language: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    text: str
    credits: tuple[Credit, ...] = ()
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    notes: tuple[Note, ...] = ()

    @model_validator(mode="after")
    def _spans_hold(self) -> Document:
        """Every span's text is the text it points at, and every reference points at something."""
        for span in spans_in(self):
            if self.text[span.start : span.end] != span.text:
                raise ValueError(f"span {span.start}–{span.end} does not hold {span.text!r}")
        known = {s.id for s in self.statements}
        told = [i for e in self.events for i in e.according_to] + [s.within for s in self.statements if s.within]
        dangling = sorted(set(told) - known)
        if dangling:
            raise ValueError(f"no statement has the id {dangling[0]}")
        return self

    def to_json(self, indent: int | None = 2) -> str:
        """The document as one JSON object, UTF-8 text; `indent` ``None`` gives one line."""
        return self.model_dump_json(indent=indent)

    def to_dict(self) -> dict[str, Any]:
        """The document as plain lists, dicts and values."""
        return self.model_dump(mode="json")

    @classmethod
    def from_json(cls, data: str | bytes) -> Document:
        """Read what `to_json` wrote; raises pydantic's ValidationError (a ValueError) on anything else."""
        return cls.model_validate_json(data)

    def _repr_html_(self) -> str:
        from selon.page import fragment

        return fragment(self)


def spans_in(noun: BaseModel) -> list[Span]:
    """All spans that a noun holds, at any depth, in field order."""
    out: list[Span] = []
    for name in type(noun).model_fields:
        value = getattr(noun, name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Span):
                out.append(item)
            elif isinstance(item, BaseModel):
                out.extend(spans_in(item))
    return out


def digest(*parts: str | int | None, length: int = 16) -> str:
    """A content id: hex SHA-256 over the parts, the same on every machine and run; ``None`` differs from ``""``."""
    h = hashlib.sha256()
    for part in parts:
        data = b"" if part is None else str(part).encode("utf-8", "surrogatepass")
        # The lengths keep ("ab", "c") and ("a", "bc") apart.
        h.update(b"none;" if part is None else b"%d:" % len(data) + data)
    return h.hexdigest()[:length]


def article_id(publisher: str | None, url: str | None, published: str | None, text: str) -> str:
    """The id of an article that came without one (DESIGN: a hash of publisher, url, published and text)."""
    return digest("article", publisher, url, published, text)


def text_hash(text: str) -> str:
    """Finds copies of one text whatever page it stands on."""
    return digest("text", text, length=32)


def json_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of a Document."""
    schema = Document.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
