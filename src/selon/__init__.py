"""selon: who did what to whom, when, where, and according to whom.

The public names are looked up on first use, so that ``import selon`` and ``selon --version`` cost next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from selon._version import __version__

if TYPE_CHECKING:
    from selon.ingest.errors import IngestError
    from selon.library import articles, explain, read
    from selon.record import Article, Document, json_schema

__all__ = ["Article", "Document", "IngestError", "__version__", "articles", "explain", "json_schema", "read"]

_HOMES = {
    "Article": "selon.record",
    "Document": "selon.record",
    "IngestError": "selon.ingest.errors",
    "articles": "selon.library",
    "explain": "selon.library",
    "json_schema": "selon.record",
    "read": "selon.library",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'selon' has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
