"""What is true in every language: states, offices and who held them when, bodies, groups, media, places."""

from selon.knowledge.base import Knowledge
from selon.knowledge.entries import Entry
from selon.knowledge.resolve import Candidate

__all__ = ["Candidate", "Entry", "Knowledge"]
