"""The HTML page: complete, self-contained, well-formed and harmless whatever the article holds."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser

import pytest
import samples
from hypothesis import given, settings
from hypothesis import strategies as st

from selon.page import fragment, page
from selon.page.items import letters
from selon.page.voices import own_share
from selon.record import Article, Document, Event, Party, Span, Statement

VOID = {"meta", "br", "hr", "img", "link"}
HOSTILE = (
    "</p></div></body><script>alert(1)</script><img src=x onerror=alert(1)> \"' onload=x & &lt; <!-- "
    "]]> \u202e\u2066 \x00\x07 javascript:alert(1) </style> {color:red} \U0001f600"
)


class Reader(HTMLParser):
    """Checks nesting, gathers ids, links, tags and the text of the article."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.prose: list[str] = []
        self._labels = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        values = dict(attrs)
        self.attributes |= values.keys()
        if values.get("id"):
            self.ids[str(values["id"])] += 1
        if "href" in values:
            self.links.append(str(values["href"]))
        if tag not in VOID:
            self.open.append(f"{tag}.{values.get('class')}")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().split(".")[0] == tag

    def handle_data(self, data: str) -> None:
        if "p.prose" in self.open and not self.open[-1].startswith("a."):
            self.prose.append(data)


def parse(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert not reader.open
    assert max(reader.ids.values(), default=1) == 1
    inner = {link[1:] for link in reader.links if link.startswith("#")}
    assert inner <= set(reader.ids)
    return reader


def test_the_article_is_all_there() -> None:
    reader = parse(page(samples.alep()))
    assert "".join("".join(reader.prose).split()) == "".join(samples.ALEP.split())


def test_what_a_person_looks_for() -> None:
    html = page(samples.alep())
    for words in ["Alep : deux appels", "Le Quotidien", "2016-12-23", "CONSULT · phone", "2016-12-19", "Ankara (TUR)",
                  "is a side of it", "in the article’s own voice", "environ 35 000 personnes", "planned",
                  "partly word for word", "a thin space inside a number"]:  # fmt: skip
        assert words in html, words
    assert 'href="https://example.org/alep?a=1&amp;b=2"' in html
    assert re.search(r"\d\d% of the text is the article’s own voice", html)


def test_nothing_is_fetched_and_nothing_runs() -> None:
    html = page(samples.alep())
    reader = parse(html)
    assert not reader.tags & {"script", "link", "img", "iframe", "object", "form", "base"}
    assert "url(" not in html
    assert "@import" not in html
    assert "default-src 'none'" in html


def hostile() -> Document:
    text = f"{HOSTILE}\n\n{HOSTILE}"
    span, cue = Span.of(text, 3, len(HOSTILE) - 3), Span.of(text, 0, 20)
    party = Party(name=HOSTILE, country=HOSTILE)
    by = samples.BY_HAND
    statement = Statement(
        id=HOSTILE,
        content=(span,),
        kind="direct",
        cue=cue,
        medium=HOSTILE,
        speakers=(party,),
        addressees=(party,),
        evidence=by,
    )
    event = Event(
        id="e",
        type="ASSAULT",
        mode=HOSTILE,
        anchor=cue,
        actor=(party,),
        recipient=(party,),
        date=HOSTILE,
        according_to=(HOSTILE,),
        evidence=by,
    )
    article = Article(
        id=HOSTILE,
        text=text,
        title=HOSTILE,
        publisher=HOSTILE,
        url="javascript:alert(1)",
        published=HOSTILE,
        language=HOSTILE,
    )
    return samples.bare(article, statements=(statement,), events=(event,))


def test_hostile_text_stays_text() -> None:
    plain, odd = parse(page(samples.alep())), parse(page(hostile()))
    assert odd.tags <= plain.tags
    assert odd.attributes <= plain.attributes
    assert not [link for link in odd.links if not link.startswith("#")]
    assert "\x00" not in page(hostile())


def test_an_address_that_breaks_out_of_its_quotes() -> None:
    document = samples.alep().model_copy(update={"url": 'https://a/"onmouseover="x'})
    assert "onmouseover" not in parse(page(document)).attributes


def test_a_fragment_is_one_element_and_keeps_to_itself() -> None:
    html = fragment(samples.alep())
    assert html.startswith('<div class="selon"')
    assert samples.alep()._repr_html_() == html
    sheet = html[html.index("<style>") + 7 : html.index("</style>")]
    selectors = re.findall(r"(?:^|})\s*([^{}@]+){", sheet)
    assert all(
        part.strip().startswith((".selon", "#selon", "@")) for s in selectors for part in re.split(r",(?![^(]*\))", s)
    )


def test_two_documents_on_one_page_do_not_share_ids() -> None:
    a, b = samples.alep(), samples.alep().model_copy(update={"id": "other"})
    parse(fragment(a) + fragment(b))


def test_letters() -> None:
    assert [letters(n) for n in (1, 26, 27, 52, 53, 703)] == ["A", "Z", "AA", "AZ", "BA", "AAA"]


def test_own_share() -> None:
    article = Article(id="x", text="ab cd")
    assert own_share(samples.bare(article)) == 1.0
    said = Statement(id="s", content=(Span.of("ab cd", 0, 2),), kind="direct", evidence=samples.BY_HAND)
    assert own_share(samples.bare(article, statements=(said,))) == pytest.approx(0.5)


TEXTS = st.text(st.sampled_from('ab é\n\r\t<>&"«»\u202e\x00😀'), min_size=1, max_size=40)


@settings(max_examples=150, deadline=None)
@given(data=st.data(), text=TEXTS)
def test_any_spans_give_a_whole_page(data: st.DataObject, text: str) -> None:
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    spans = [Span(start=a, end=b, text=text[a:b]) for a, b in data.draw(st.lists(ends, min_size=1, max_size=6))]
    by = samples.BY_HAND
    statements = [
        Statement(id=f"s{i}", content=(s, *spans[:i]), kind="mixed", evidence=by) for i, s in enumerate(spans)
    ]
    events = [
        Event(id=f"e{i}", type="PROTEST", anchor=s, more=tuple(spans[:i]), evidence=by) for i, s in enumerate(spans)
    ]
    document = samples.bare(Article(id="x", text=text), statements=tuple(statements), events=tuple(events))
    reader = parse(page(document))
    shown = "".join(reader.prose).replace("\ufffd", "\x00")
    assert "".join(shown.split()) == "".join(text.split())
    notes = len([i for i in reader.ids if re.search(r"-n\d+$", i)])
    assert notes == len(statements) + len(events)
