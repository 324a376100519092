"""What the reading tests share."""

from selon.reading import load
from selon.record import Article, Document


def read(text: str, published: str | None = None, publisher: str | None = None) -> Document:
    """Read a French text with the shipped pipeline."""
    return load("fr").read(Article(id="test", text=text, published=published, publisher=publisher))
