"""Bytes to text: the encoding is found out, the characters are kept as they are.

A byte order mark belongs to the encoding and is not part of the text; line ends and a last newline are, and stay.
"""

from __future__ import annotations

import codecs
import re

from selon.ingest.errors import Binary

# What French pages and wire texts were written in before UTF-8; tried before every other code page because a short
# text gives a detector too little to tell these from their Eastern European cousins.
WESTERN = ["cp1252", "mac_roman", "cp850"]

# The longer mark first: UTF-32's begins with UTF-16's.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# First bytes of what people most often pass by mistake.
FORMATS = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zipped file (a word processor's document, an e-book, an archive)"),
    (b"\xd0\xcf\x11\xe0", "an old word processor's document"),
    (b"\x1f\x8b", "a gzipped file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
)

# Characters that no written text holds; layout characters and the mark for undecodable bytes are left out.
CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    """The text of `data`; `declared` is the encoding that the page or its server names.

    Raises Binary where the bytes are no text in any encoding.
    """
    for start, what in FORMATS:
        if data.startswith(start):
            raise Binary(name, f"this is {what}, not text", "Save its text as a .txt or .html file and read that")
    text = _marked(data) or _utf16_unmarked(data) or _named(data, declared) or _guessed(data)
    if text is None or _mostly_control(text):
        raise Binary(name, "this is not text", "Pass a text, HTML or JSON file")
    return text


def _marked(data: bytes) -> str | None:
    """The text after a byte order mark, if there is one."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    return None


def _utf16_unmarked(data: bytes) -> str | None:
    """UTF-16 without a mark shows in Latin text as a zero at every other byte."""
    sample = data[:2000]
    if len(sample) < 4 or b"\x00" not in sample:
        return None
    for odd, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros = sample[odd::2].count(0)
        if zeros > 0.6 * len(sample) / 2 and not sample[1 - odd :: 2].count(0):
            return data.decode(encoding, "replace")
    return None


def _named(data: bytes, declared: str | None) -> str | None:
    """UTF-8 where the bytes are UTF-8, else the declared encoding where they are that."""
    encodings = ["utf-8"]
    if declared:
        # Pages that declare Latin-1 are written in Windows' superset of it (the WHATWG rule).
        latin = declared.lower().replace("_", "-") in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii")
        encodings.append("cp1252" if latin else declared)
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError, ValueError):
            continue
    return None


def _guessed(data: bytes) -> str | None:
    """The text in the likeliest encoding; UTF-8 with a few broken bytes stays UTF-8."""
    if data.count(0):
        return None
    loose = data.decode("utf-8", "replace")
    good = sum(1 for c in loose if c > "\x7f" and c != "\ufffd")
    if good > 10 * loose.count("\ufffd"):
        return loose
    from charset_normalizer import from_bytes

    found = from_bytes(data, cp_isolation=WESTERN).best() or from_bytes(data).best()
    return None if found is None else data.decode(found.encoding, "replace")


def _mostly_control(text: str) -> bool:
    """Whether more than one character in fifty is a control character that no text holds."""
    return "\x00" in text[:1000] or len(CONTROL.findall(text[:20_000])) * 50 > len(text[:20_000])
