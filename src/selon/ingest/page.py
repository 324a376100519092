"""An article out of a web page: its running text as paragraphs, its title, date and site."""

from __future__ import annotations

import re

from selon.ingest.article import Raw
from selon.ingest.decode import decode
from selon.ingest.errors import Empty

# The encoding is declared in the first 1024 bytes (HTML standard); some pages are late.
DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{1,40})""", re.I)
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")

# The day the page first came out, as the page itself states it; a date guessed from the text would date its events.
DATES = {"original_date": True, "extensive_search": False}


def looks_like_page(start: str) -> bool:
    """Whether a text starts as an HTML page does."""
    return bool(
        re.match(r"\s*(<\?xml[^>]*>\s*)?(<!--.{0,2000}?-->\s*)?<(!doctype\s+html|html|head|body)\b", start, re.I | re.S)
    )


def from_bytes(data: bytes, name: str, url: str | None = None, declared: str | None = None) -> Raw:
    """The article of a page's bytes; `declared` is the encoding that the server names."""
    found = DECLARED.search(data[:4096])
    return from_html(decode(data, name, declared or (found[1].decode("ascii", "ignore") if found else None)), name, url)


def from_html(html: str, name: str, url: str | None = None) -> Raw:
    """The article of a page; raises Empty where the page has no running text."""
    from trafilatura import bare_extraction  # slow to import, needed for pages only

    found = bare_extraction(
        html, url=url, with_metadata=True, include_comments=False, include_tables=False, date_extraction_params=DATES
    )
    fields = {} if found is None else found if isinstance(found, dict) else found.as_dict()
    lines = [line.strip() for line in (fields.get("text") or "").split("\n") if line.strip()]
    if lines and lines[0] == fields.get("title"):
        del lines[0]
    text = "\n\n".join(lines)
    if not text:
        raise Empty(name, "the page has no running text", "Save the article's text as a .txt file and read that")
    date = fields.get("date")
    return Raw(
        name=name,
        text=text,
        title=fields.get("title"),
        publisher=fields.get("sitename"),
        url=url or fields.get("url"),
        published=date if date and ISO_DATE.fullmatch(date) else None,
    )
