"""Folding names: what makes two spellings of one name equal, and which short names ask for their exact capitals."""

from __future__ import annotations

import functools
import unicodedata

_APOSTROPHES = "'’ʼ‘`´ʿʾ‛′"
_BLANKS = '-‐‑‒–—_/.,·«»"“”()\u00a0\u202f\u2009'
_TABLE = {ord(c): " " for c in _BLANKS} | {ord(c): "'" for c in _APOSTROPHES}
_LETTERS = {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "ð": "d", "þ": "th"}
_SPECIAL = str.maketrans(_LETTERS)
_LATIN = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))  # letters with marks, in whatever language of Latin script
_ARTICLES = ("le ", "la ", "les ", "l'", "the ")
_OPENINGS = frozenset("lLtT")  # with what articles begin
_AL = frozenset(("el", "al"))
STRICT_LENGTH = 5


def _bare(text: str) -> str:
    """Small letters without their marks."""
    low = unicodedata.normalize("NFD", text.lower().translate(_SPECIAL))
    return "".join(c for c in low if not unicodedata.combining(c))


_PLAIN = {c: bare for c in _LATIN if (bare := _bare(chr(c))).isascii()} | _TABLE


def plain(text: str) -> str:
    """Lower case without accents, hyphens and dots; apostrophes alike."""
    low = text.translate(_PLAIN).lower()
    return low if low.isascii() else _bare(low)


@functools.lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The key of a name: `plain`, without an article in front, with `el` and `al` alike and no apostrophes."""
    words = plain(core(name)).replace("'", " ").split()
    if len(words) > 1 and not _AL.isdisjoint(words):
        words = ["al" if w in _AL else w for w in words]
    return " ".join(words)


_SAME = (
    ("ou", "u"), ("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("dj", "j"), ("sh", "ch"), ("y", "i"), ("o", "u"),
    ("e", "a"), ("q", "k"),
)  # fmt: skip


def respelt(key: str) -> str:
    """What is left of a folded name when letters that one name is spelt with in turn are alike, and double ones single."""
    for old, new in _SAME:
        if old in key:
            key = key.replace(old, new)
    return "".join(c for i, c in enumerate(key) if i == 0 or c != key[i - 1] or c == " ")


@functools.lru_cache(maxsize=65536)
def slug(name: str) -> str:
    """The part of a key that stands for a name: ``vladimir-poutine``."""
    low = plain(name.replace("+", " plus"))
    if not low.replace(" ", "").isalnum():
        low = "".join(c if c.isalnum() else " " for c in low)
    return "-".join(low.split())


@functools.lru_cache(maxsize=65536)
def core(name: str) -> str:
    """The name without an article in front, its capitals kept."""
    return parted(name)[1]


@functools.lru_cache(maxsize=65536)
def parted(name: str) -> tuple[str, str]:
    """The article in front of a name and the rest. Capitals before others are no article: ``LA Times``."""
    text = " ".join(name.split())
    if text[:1] not in _OPENINGS:
        return "", text
    low = text.lower().translate(_TABLE)
    for article in _ARTICLES:
        size = len(article)
        if low.startswith(article) and len(low) > size and (size < 3 or not text[:2].isupper() or text.isupper()):
            return text[:size], text[size:].lstrip()
    return "", text


def titled(name: str) -> bool:
    """Whether a name is a capital article and one word, as titles of newspapers are (``Le Monde``)."""
    article, rest = parted(name)
    return article[:1].isupper() and " " not in rest


@functools.lru_cache(maxsize=65536)
def strict(name: str) -> str | None:
    """The exact form of an acronym (dots dropped), or None for a name that may be folded.

    Acronyms are forms of up to three characters, and up to five where they are all capitals and digits.
    """
    bare = core(name).replace(".", "")
    if not bare or len(bare) > STRICT_LENGTH or " " in bare:
        return None
    return bare if len(bare) <= 3 or bare == bare.upper() else None


def strict_forms(name: str) -> tuple[str, ...]:
    """The exact forms under which an acronym is found: ``OTAN`` and ``Otan``, but only ``UE`` or ``EI``."""
    form = strict(name)
    if form is None:
        return ()
    return (form, form.capitalize()) if len(form) > 3 and form.isalpha() else (form,)


@functools.lru_cache(maxsize=65536)
def lower_case(name: str) -> bool:
    """Whether a name is one word without any capital or digit (article aside)."""
    bare = core(name)
    return " " not in bare and bare == bare.lower() and not any(c.isdigit() for c in bare)
