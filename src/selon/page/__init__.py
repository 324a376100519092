"""A document as HTML: the article with its statements and events marked, and in the margin who says so.

One file, no script, nothing fetched; every character that comes from the article is escaped.
"""

from __future__ import annotations

from importlib import resources

from selon.page.escape import attribute, link, words
from selon.page.items import Item, items_of
from selon.page.marks import paragraphs
from selon.page.notes import note
from selon.page.voices import voices
from selon.record import Document, digest
from selon.tell import heading

# The page may use its own styles and nothing else, whatever a hostile article brings.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def page(document: Document) -> str:
    """A whole HTML page, to be saved or served as it is."""
    title = words(heading(document))
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="referrer" content="no-referrer">\n'
        f"<title>{title} · selon</title>\n<style>html {{ color-scheme: light dark }} body {{ margin: 0 }}</style>\n"
        f"</head>\n<body>\n{fragment(document)}\n</body>\n</html>"
    )


def fragment(document: Document) -> str:
    """The same as one ``<div>`` for a notebook or another page; its styles touch nothing outside it."""
    key = "selon-" + digest("page", document.id, document.text_hash, length=8)
    items = items_of(document, key)
    parts = [
        f'<div class="selon" id="{key}"><style>{_style(items)}</style>',
        _header(document, items),
        '<div class="sheet">',
    ]
    for prose, begun in paragraphs(document, items):
        margin = "".join(note(document, item, items) for item in begun)
        parts.append(f'<section><p class="prose" lang="{attribute(document.language)}" dir="auto">{prose}</p>')
        parts.append(f'<div class="margin">{margin}</div></section>' if margin else "</section>")
    parts.append(f"</div>{_footer(document)}</div>")
    return "\n".join(parts)


def _style(items: list[Item]) -> str:
    """The style sheet, and for each item: pointing at its note lights up its words, and the other way round."""
    sheet = (resources.files("selon") / "page" / "style.css").read_text(encoding="utf-8")
    pairs = [f"#{i.root}:has(.n{i.number}:is(:hover,:focus-within)) .t{i.number}" for i in items]
    notes = [f"#{i.root}:has(.t{i.number}:hover) .n{i.number}" for i in items]
    if not pairs:
        return sheet
    return sheet + ",".join(pairs) + "{background:var(--lit)}" + ",".join(notes) + "{background:var(--lit)}"


def _header(document: Document, items: list[Item]) -> str:
    """Where the article is from, its title, whose voices it carries, and what the marks mean."""
    source = " · ".join(words(x) for x in (document.publisher, document.published) if x)
    credits = ", ".join(words(name) for name in dict.fromkeys(c.name for c in document.credits))
    if credits:
        source += f"{' · ' if source else ''}with {credits}"
    title = words(heading(document))
    linked = link(document.url, title) if document.url else title
    return (
        f'<header><p class="source">{source}</p><h1 dir="auto">{linked}</h1>{voices(document, items)}{LEGEND}</header>'
    )


LEGEND = (
    '<p class="legend"><span>Plain words are the article’s own.</span> '
    '<span><i class="s">Tinted words</i> are said by somebody else <b class="num">1</b></span> '
    '<span>An event <b class="let">A</b> is '
    '<i class="e q1">verbal</i> or <i class="e q2">material cooperation</i>, '
    '<i class="e q3">verbal</i> or <i class="e q4">material conflict</i>; '
    '<i class="e q1 not">dashed</i> where it has not happened.</span></p>'
)


def _footer(document: Document) -> str:
    """What the reader should know of the text, and who read it."""
    notes = "".join(
        f"<li>{words(n.message)}{_place(document, n.span.start) if n.span else ''}</li>" for n in document.notes
    )
    remarks = f"<h2>About the text</h2><ul>{notes}</ul>" if notes else ""
    made = (
        f"Read by selon {words(document.reader.version)} with {words(document.reader.pipeline)}, without a human check."
    )
    return f"<footer>{remarks}<p>{made}</p></footer>"


def _place(document: Document, start: int) -> str:
    """The words around a place in the text, so that a person finds it."""
    around = document.text[max(0, start - 20) : start + 20]
    return f' <q dir="auto">…{words(" ".join(around.split()))}…</q>'
