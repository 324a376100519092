"""What can be wrong with an input: each error names the input, what is wrong with it and what to do."""

from __future__ import annotations


class IngestError(ValueError):
    """An input that cannot be read; `name` is the input as given, `problem` what is wrong, `remedy` what to do."""

    def __init__(self, name: str, problem: str, remedy: str) -> None:
        super().__init__(f"{name}: {problem}. {remedy}.")
        self.name = name
        self.problem = problem
        self.remedy = remedy


class NotFound(IngestError):
    """There is no such file."""


class Unreadable(IngestError):
    """The file exists but cannot be opened, or holds characters that no text can hold."""


class Empty(IngestError):
    """The input holds no text."""


class Binary(IngestError):
    """The input is no text."""


class TooLong(IngestError):
    """The article has more characters than allowed."""


class BadJson(IngestError):
    """The input is no JSON, or its JSON is no article."""


class BadDate(IngestError):
    """A publication date that is no ISO date."""


class WrongLanguage(IngestError):
    """The text is in a language that selon does not read."""


class BadUrl(IngestError):
    """An address that may not, or cannot, be fetched."""


class BadModel(IngestError):
    """There is no such spaCy pipeline, or it cannot be loaded."""


class BadKnowledge(IngestError):
    """A folder of knowledge tables, or a table in it, that cannot be used."""


class BadOutput(IngestError):
    """The documents cannot be written as asked."""
