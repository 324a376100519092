"""Reading: one article through layout, parse, actors, statements, speakers, events, circumstances and chains."""

from selon.reading.line import Line, load

__all__ = ["Line", "load"]
