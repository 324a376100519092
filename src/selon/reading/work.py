"""What the reading steps share while one article is read: mutable, internal, turned into the record at the end.

Offsets are characters of the article's untouched text. A step reads what earlier steps wrote and adds its own part.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from selon.record import Article, Count, Note, Place, Teller

if TYPE_CHECKING:
    from selon.knowledge import Knowledge
    from selon.lang import Words
    from selon.reading.actors import Cast
    from selon.reading.circumstances.dates import DateMention
    from selon.reading.circumstances.tokens import Tokens
    from selon.reading.cues import Cue
    from selon.reading.layout import Layout


@dataclass(slots=True, eq=False)
class Word:
    """One syntactic word, Universal Dependencies whatever the model: `dep` is the full relation, `rel` its first part."""

    i: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    pos: str
    dep: str
    rel: str
    feats: dict[str, str]
    ent: str  # "PER", "LOC", "ORG" or ""
    sentence: int
    head: Word = field(init=False, repr=False)  # itself at the root
    children: list[Word] = field(default_factory=list, repr=False)  # in text order

    def child(self, *rels: str) -> Word | None:
        """The first child with one of the relations (full or first part)."""
        for c in self.children:
            if c.rel in rels or c.dep in rels:
                return c
        return None

    def kids(self, *rels: str) -> list[Word]:
        """All children with one of the relations (full or first part), in text order."""
        return [c for c in self.children if c.rel in rels or c.dep in rels]

    def subtree(self) -> list[Word]:
        """The word and all below it, in text order."""
        out, stack = [], [self]
        while stack:
            w = stack.pop()
            out.append(w)
            stack.extend(w.children)
        out.sort(key=lambda w: w.i)
        return out


@dataclass(slots=True, eq=False)
class Sentence:
    """Words ``first`` to ``last`` (exclusive) of the parse; `paragraph` counts the layout's paragraphs."""

    i: int
    first: int
    last: int
    start: int
    end: int
    paragraph: int


@dataclass(slots=True, eq=False)
class ActorDraft:
    """An actor while it is being put together; becomes `record.Actor`."""

    name: str  # fullest form in the article, without article or honorific
    kind: str  # record.ActorKind
    country: str | None = None
    sector: str | None = None
    office: str | None = None
    label: str | None = None
    ownership: str | None = None
    wikidata: str | None = None
    plural: bool = False
    gender: str | None = None  # "Masc", "Fem" or None
    mentions: list[tuple[int, int]] = field(default_factory=list)
    id: str = ""


@dataclass(slots=True, eq=False)
class StatementDraft:
    """A statement while it is being put together; becomes `record.Statement`."""

    content: list[tuple[int, int]]
    kind: str
    rule: str
    cue: tuple[int, int] | None = None
    cue_word: Word | None = None  # head of the cue
    source: tuple[int, int] | None = None
    source_word: Word | None = None  # syntactic head of the source mention
    medium: str | None = None
    speakers: list[ActorDraft] = field(default_factory=list)
    addressees: list[ActorDraft] = field(default_factory=list)
    within: StatementDraft | None = None
    continues: StatementDraft | None = None  # a floating quotation keeps the speakers of this one
    floating: bool = False  # no cue of its own
    words_used: list[str] = field(default_factory=list)
    id: str = ""

    @property
    def start(self) -> int:
        return self.content[0][0]

    @property
    def end(self) -> int:
        return self.content[-1][1]

    def covers(self, start: int, end: int) -> bool:
        """Whether one of the content spans holds the characters."""
        return any(a <= start and end <= b for a, b in self.content)


@dataclass(slots=True, eq=False)
class EventDraft:
    """An event while it is being put together; becomes `record.Event`."""

    type: str
    mode: str | None
    anchor: tuple[int, int]
    word: Word  # head of the anchor
    rule: str
    more: list[tuple[int, int]] = field(default_factory=list)
    more_words: list[Word] = field(default_factory=list)
    actor: list[ActorDraft] = field(default_factory=list)
    recipient: list[ActorDraft] = field(default_factory=list)
    status: str = "happened"
    statuses: list[str] = field(default_factory=list)
    date: str | None = None
    place: Place | None = None
    count: Count | None = None
    context: tuple[str, ...] = ()
    according_to: list[StatementDraft] = field(default_factory=list)
    chains: tuple[tuple[Teller, ...], ...] = ()
    words_used: list[str] = field(default_factory=list)
    id: str = ""


@dataclass(slots=True, eq=False)
class CreditDraft:
    """A credited agency or medium while it is being put together."""

    start: int
    end: int
    name: str


@dataclass(eq=False)
class Reading:
    """One article on its way through the steps."""

    article: Article
    lang: Words
    knowledge: Knowledge
    layout: Layout = field(init=False)
    words: list[Word] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    cues: list[Cue] = field(default_factory=list)  # words that attribute, before it is known what
    cast: Cast = field(init=False)  # the actors step: who a mention means
    statements: list[StatementDraft] = field(default_factory=list)
    events: list[EventDraft] = field(default_factory=list)
    credits: list[CreditDraft] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    tokens: Tokens | None = None  # the plain tokens and the date expressions: read when a step first asks for them
    dates: list[DateMention] | None = None

    @property
    def text(self) -> str:
        return self.article.text

    def sentence_words(self, i: int) -> list[Word]:
        """The words of sentence `i`."""
        s = self.sentences[i]
        return self.words[s.first : s.last]

    def word_at(self, char: int) -> Word | None:
        """The word that holds the character, or the next one after it; None past the last word."""
        lo, hi = 0, len(self.words)
        while lo < hi:
            mid = (lo + hi) // 2
            if self.words[mid].end <= char:
                lo = mid + 1
            else:
                hi = mid
        return self.words[lo] if lo < len(self.words) else None
