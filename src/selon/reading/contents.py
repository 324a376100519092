"""Contents: what a cue attributes, read from syntax and quotation marks.

Each rule takes a `Cue` and gives content spans (characters) or nothing; `read_content` tries them in the order in
which they are reliable.
"""

from __future__ import annotations

from selon.reading.clauses import adjective, infinitive, que_clause, quoted_after
from selon.reading.cues import Cue
from selon.reading.found import Content
from selon.reading.inserts import after_fronted, around_insert, is_inserted
from selon.reading.labels import label, naming
from selon.reading.marks import Marks
from selon.reading.objects import direct_object, target, with_preposition
from selon.reading.work import Reading


def read_content(cue: Cue, reading: Reading, marks: Marks) -> Content | None:
    """The content of a verb cue, or None where the verb attributes nothing here."""
    if is_inserted(cue, marks) and "q" in cue.takes:
        found = around_insert(cue, reading, marks)
        if found is not None:
            return found
    for rule in (
        que_clause,
        quoted_after,
        after_fronted,
        target,
        label,
        naming,
        adjective,
        infinitive,
        direct_object,
        with_preposition,
    ):
        found = rule(cue, reading, marks)
        if found is not None:
            return found
    return None
