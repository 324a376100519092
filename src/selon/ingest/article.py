"""What every input becomes: a checked `Article`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from selon.ingest import language as languages
from selon.ingest.errors import BadDate, Empty, TooLong, Unreadable
from selon.record import Article, article_id

MAX_CHARACTERS = 200_000


@dataclass(frozen=True)
class Options:
    """What the caller knows better than the input, and how much to accept; a value given here wins."""

    published: str | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None
    id: str | None = None
    max_characters: int = MAX_CHARACTERS
    allow_private: bool = False


@dataclass(frozen=True)
class Raw:
    """What an input says of itself, unchecked; `name` is how messages call it."""

    name: str
    text: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    id: str | None = None


def article(raw: Raw, options: Options) -> Article:
    """The article of a raw input; raises an IngestError where it cannot be read."""
    check_text(raw.text, raw.name, options.max_characters)
    published = iso_date(options.published or raw.published, raw.name)
    publisher = _clean(options.publisher or raw.publisher)
    url = _clean(options.url or raw.url)
    return Article(
        id=_clean(options.id or raw.id) or article_id(publisher, url, published, raw.text),
        text=raw.text,
        title=_clean(options.title or raw.title),
        publisher=publisher,
        url=url,
        published=published,
        language=languages.check(_clean(options.language or raw.language), raw.text, raw.name),
    )


def check_text(text: str, name: str, limit: int) -> None:
    """Raise where the text is empty, too long, or holds half of a surrogate pair (which no file can hold)."""
    if not text.strip("\ufeff\u200b\x00 \t\r\n\u00a0") or text.isspace():
        raise Empty(name, "there is no text in it", "Pass a file that holds an article")
    if len(text) > limit:
        remedy = f"Pass --max-characters {len(text)} (or max_characters=), or cut the text into articles"
        raise TooLong(name, f"the text has {len(text):,} characters, the limit is {limit:,}", remedy)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as e:
        problem = f"character {e.start} is half of a surrogate pair"
        raise Unreadable(name, problem, "Write the text again as UTF-8, with whole characters") from None


def iso_date(value: str | None, name: str) -> str | None:
    """The day of an ISO 8601 date or time as ``YYYY-MM-DD``; None where none is given."""
    if not value or not value.strip():
        return None
    text = value.strip()
    try:
        return datetime.date.fromisoformat(text[:10] if len(text) > 10 and text[10] in "T " else text).isoformat()
    except ValueError:
        raise BadDate(name, f"{value!r} is no date selon knows", "Write it as YYYY-MM-DD, e.g. 2016-12-23") from None


def _clean(value: str | None) -> str | None:
    """The value without outer blanks; None where nothing is left or a character is broken."""
    return (value.encode("utf-8", "replace").decode("utf-8").strip() or None) if value else None
