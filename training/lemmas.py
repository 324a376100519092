"""Lemma rules: how a form becomes its lemma, as one short string that a classifier can choose.

In: form and lemma. Out: ``case;cut;ending``, say ``l;1;er`` (lower case, cut one letter, add ``er``), or ``=lemma``
for words whose lemma shares no beginning with them.
"""

from __future__ import annotations


def lemma_rule(form: str, lemma: str) -> str:
    """The rule that makes ``lemma`` of ``form``."""
    lower = form.lower() if lemma == lemma.lower() or form.isupper() else form
    case = "l" if lower != form and lemma == lemma.lower() else "k"
    base = form.lower() if case == "l" else form
    shared = 0
    while shared < min(len(base), len(lemma)) and base[shared] == lemma[shared]:
        shared += 1
    if shared == 0 and lemma != base:
        return "=" + lemma
    return f"{case};{len(base) - shared};{lemma[shared:]}"


def apply_rule(form: str, rule: str) -> str:
    """The lemma that ``rule`` makes of ``form``."""
    if rule.startswith("="):
        return rule[1:]
    case, cut, ending = rule.split(";", 2)
    base = form.lower() if case == "l" else form
    kept = base[:len(base) - int(cut)] if int(cut) < len(base) else ""
    return (kept + ending) or form
