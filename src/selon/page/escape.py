"""What comes from outside, made harmless."""

from __future__ import annotations

import html
import re

# HTML cannot hold these even as references.
UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")


def words(value: str) -> str:
    """Text for between tags."""
    return html.escape(UNSHOWABLE.sub("\ufffd", value), quote=False)


def attribute(value: str) -> str:
    """Text for inside a double-quoted attribute."""
    return html.escape(UNSHOWABLE.sub("\ufffd", value), quote=True)


def link(url: str, inner: str) -> str:
    """`inner`, already escaped, as a link where the address is http(s); as it is where it is anything else."""
    if not re.match(r"https?://", url, re.IGNORECASE):
        return inner
    return f'<a href="{attribute(url)}" rel="noopener noreferrer">{inner}</a>'
