"""Articles out of JSON: one object, a list of objects, or one object a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from selon.ingest.article import Raw
from selon.ingest.errors import BadJson, IngestError

FIELDS = ("title", "publisher", "url", "published", "language")
SHAPE = 'An article is {"text": "…"} with, if known, id, title, publisher, url, published and language'


def from_lines(lines: Iterable[str], name: str) -> Iterator[Raw | IngestError]:
    """The article of each line that is not blank; a line that is no article gives its error."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            where = f"{name}, line {number}"
            try:
                yield from_object(json.loads(line), where)
            except IngestError as error:
                yield error
            except (ValueError, RecursionError) as error:
                yield BadJson(where, f"this is no JSON ({_reason(error)})", SHAPE)


def from_text(text: str, name: str) -> Iterator[Raw | IngestError]:
    """The articles of a JSON text of any of the three shapes."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        lines = text.split("\n")
        if len([line for line in lines[:100] if line.strip()]) > 1 and _is_json(next(x for x in lines if x.strip())):
            yield from from_lines(lines, name)
        else:
            line = f", line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
            yield BadJson(name + line, f"this is no JSON ({_reason(error)})", SHAPE)
        return
    several = isinstance(whole, list)
    for number, item in enumerate(whole if several else [whole], 1):
        try:
            yield from_object(item, f"{name}, article {number}" if several else name)
        except IngestError as error:
            yield error


def from_object(value: Any, name: str) -> Raw:
    """The article of one JSON object; fields that selon does not know are ignored."""
    if not isinstance(value, dict):
        raise BadJson(name, f"this is {_kind(value)}, not an article", SHAPE)
    if not isinstance(value.get("text"), str):
        raise BadJson(name, "the object has no text" if "text" not in value else "its text is no string", SHAPE)
    given: dict[str, str | None] = {}
    for field in FIELDS:
        if value.get(field) is not None and not isinstance(value[field], str):
            raise BadJson(name, f"its {field} is {_kind(value[field])}, not a string", SHAPE)
        given[field] = value.get(field)
    id = value.get("id")
    if id is not None and (isinstance(id, bool) or not isinstance(id, str | int)):
        raise BadJson(name, f"its id is {_kind(id)}, not a string", SHAPE)
    return Raw(name=name, text=value["text"], id=None if id is None else str(id), **given)


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _reason(error: Exception) -> str:
    return f"{error.msg} at column {error.colno}" if isinstance(error, json.JSONDecodeError) else "nested too deeply"


def _kind(value: Any) -> str:
    names = {
        list: "a list",
        dict: "an object",
        str: "a string",
        bool: "true or false",
        int: "a number",
        float: "a number",
    }
    return names.get(type(value), "null")
