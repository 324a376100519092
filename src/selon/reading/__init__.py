"""Reading: one article through layout, parse, actors, statements, speakers, events, circumstances and chains."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from selon.reading.line import Line, load

__all__ = ["Line", "load"]


def __getattr__(name: str) -> Any:
    """Import the line, and with it the parser, only when it is asked for."""
    if name in __all__:
        from selon.reading import line

        return getattr(line, name)
    raise AttributeError(f"module 'selon.reading' has no attribute {name!r}")
