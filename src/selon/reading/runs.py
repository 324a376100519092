"""`Run`: the words of one name."""

from __future__ import annotations

from dataclasses import dataclass, field

from selon.knowledge.entries import Entry
from selon.reading.roles import plain
from selon.reading.work import Word


@dataclass(slots=True, eq=False)
class Run:
    """Words `first` to `last` (inclusive) that are one name."""

    first: int
    last: int
    head: Word
    text: str
    ent: str
    entries: list[Entry] = field(default_factory=list)
    honorific: str = ""  # the title before it (m., mme, général …)
    role: Word | None = None  # the role or body noun that introduces or explains it
    also: Word | None = None  # a second role, after the name
    close: bool = False  # whether that noun stands right before the name, without a comma
    within: str = ""  # the state in which a division lies that bears another state's name (Georgia)

    @property
    def parts(self) -> list[str]:
        return plain(self.text).replace("'", "' ").replace("-", " ").split()
