"""``selon schema``: the JSON Schema of what ``selon read --format json`` prints."""

from __future__ import annotations

import json


def schema() -> None:
    """Print the JSON Schema of a document.

    Example: `selon schema > selon.schema.json`
    """
    from selon.record import json_schema

    print(json.dumps(json_schema(), ensure_ascii=False, indent=2))
