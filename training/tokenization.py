"""The tokenizer: Universal Dependencies words from spaCy's rule tokenizer, all of it serialisable.

In: a vocabulary and a language's ``tokens.tsv``. Out: a ``spacy.tokenizer.Tokenizer``.
Clitics (-t-il, n't, 's) and elisions (l', qu') are split off, numbers stay whole, compounds stay whole (French) or are
split at the hyphen (English), and marks glued to a word on either side (``décembre(CIR)``, ``mot»``) always come off.

Kinds of words: ``whole`` and ``abbreviation`` stay together; ``part`` is split at its bars; ``elision`` is cut off in
front (``stays``: but not before a capital and a small letter); ``clitic`` is cut off behind; ``unit`` and ``money`` come
off a number behind and before it, ``middle`` parts two numbers, ``sign`` comes off before a figure; ``bracket`` is an ending in
brackets (``élu(e)``); ``possessive`` is a clitic that also goes on figures and marks; ``run``
of marks is one token, and so is a ``pair``; ``prefix`` keeps its hyphen where others are split.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

APOS = "['’ʼ]"
LETTER = r"[^\W\d_]"
OPEN = r"""«|‹|“|„|‟|"|‘|\(|\[|\{|<|¿|¡|\*+|…|\.\.+|,|;|:|!|\?|/|=|#(?!\w)|&(?!\w)|—|–|―|--+|•|·|■|►|\|"""
CLOSE = r"""»|›|”|“|"|’|'|‘|\)|\]|\}|>|,|;|:|!|\?|…|\.\.+|—|–|―|\*+|•|\||/"""
MARKS = r"""[«»‹›“”„"!?;()\[\]{}…—―|]"""
URL = r"^(?:https?://|www\.)\S*[\w/]$|^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$|^@\w+$|^#\w+$"
NUMBER = r"(?<=[0-9])"
# where compounds are split: hyphens between letters or numbers, but not in telephone numbers and dates in figures
HYPHENS = (r"(?<=[^\W_])[-‐‑](?=[^\W_])|(?<=[.%])[-‐‑](?=[^\W_])|(?<=[^\W_])[-‐‑](?=[$£€'’])",)
FIGURES = r"|^\+?\d+(?:-\d+){2,}$|^\d{3}-\d{4}$"


def words(path: Path) -> dict[str, list[str]]:
    """The token lists by kind (whole, abbreviation, elision, ...) from a ``kind<TAB>word`` file."""
    found: dict[str, list[str]] = {}
    with path.open(encoding="utf-8") as stream:
        rows = csv.reader((line for line in stream if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)
        for kind, word in rows:
            found.setdefault(kind, []).append(word)
    return found


def _cases(word: str) -> set[str]:
    """A word with straight and curly apostrophes, as written, capitalised, and in capitals."""
    forms = {word, word[:1].upper() + word[1:], word.upper()}
    return forms | {form.replace("'", "’") for form in forms}


def _any(lists: dict[str, list[str]], kind: str) -> str:
    """Pattern for any word of a kind, longest first, apostrophes of all shapes; never matches where there is none."""
    found = [re.escape(word).replace("'", APOS) for word in sorted(lists.get(kind, []), key=len, reverse=True)]
    return "|".join(found) or "(?!)"


def _elision(lists: dict[str, list[str]]) -> list[str]:
    """Prefix pattern for elided words; n' and m' stay on before a capital and a small letter (N'Djamena)."""
    if "elision" not in lists:
        return []
    stays = "".join(word + word.upper() for word in lists["stays"])
    return [rf"(?i:{_any(lists, 'elision')}){APOS}|[{stays}]{APOS}(?![A-ZÀ-Þ][a-zß-ÿ])"]


def _special(lists: dict[str, list[str]]) -> dict[str, list[dict[int | str, str]]]:
    """Words that stay whole, and words of given parts."""
    rules: dict[str, list[dict[int | str, str]]] = {}
    for word in lists["whole"] + lists["abbreviation"]:
        for form in _cases(word):
            rules[form] = [{65: form}]
    for word in lists.get("part", []):
        for form in _cases(word):
            rules[form.replace("|", "")] = [{65: piece} for piece in form.split("|")]
    return rules


def _infixes(lists: dict[str, list[str]], hyphens: bool) -> list[str]:
    """What parts a word inside."""
    found = [
        MARKS,
        r"\.\.+|--+",
        r"(?<=[»”\"’)\]%€$])[,.:;]",
        rf"(?<={LETTER})/(?={LETTER})|(?<=[0-9])(?:{_any(lists, 'middle')})(?=[0-9])",
        rf"(?<={LETTER})[,:](?={LETTER})|(?<=\d),(?={LETTER})|(?<={LETTER}),(?=\d)",
        r"(?<=[a-zß-ÿœ]{2})\.(?=[A-ZÀ-Þ])",
        r"(?<=\d)–(?=\d)|(?<=\w)–(?=\w)",
    ]
    if "run" in lists:
        found.insert(0, rf"(?:{_any(lists, 'run')}){{2,}}")
    if hyphens:
        found.append(r"(?<=[a-z])\.(?=[“\"])|(?<=[-‐‑–])[$£€]|(?<=[”\"])[-–]")
    if "elision" in lists:
        found.append(rf"(?<=\s)(?i:{_any(lists, 'elision')}){APOS}")
    return [*found, *(HYPHENS if hyphens else ())]


def tokenizer(nlp: Language, path: Path, hyphens: bool = False) -> Tokenizer:
    """A tokenizer for ``nlp`` with this project's rules; ``hyphens`` splits compounds."""
    lists = words(path)
    money = _any(lists, "money")
    runs = rf"(?:{_any(lists, 'run')}){{2,}}|{'|'.join(map(re.escape, lists.get('pair', []))) or '(?!)'}"
    prefixes = [runs, OPEN, rf"\$|€|£|¥|§|(?:{money})(?=\d)", r"(?:%|°)(?=\d)", r"[-−](?=\D)(?!-)", r"'(?=\S)|’(?=\S)",
                *_elision(lists)]
    if "sign" in lists:
        prefixes.append(rf"(?:{_any(lists, 'sign')})(?=\d)")
    suffixes = [
        runs,
        CLOSE,
        r"(?<=[a-zß-ÿœ0-9)\]»”\"%²³°'’])\.",
        r"(?<=[A-ZÀ-Þ0-9][A-ZÀ-Þ0-9])\.",
        rf"{NUMBER}(?:%|‰|€|\$|£|°C?|[kKmMcC]?[mM][²³]|{_any(lists, 'unit')})",
        r"(?<=°[CF])\.",
        rf"(?<={LETTER})(?i:{_any(lists, 'clitic')})",
        rf"(?<=[\w.)”\"])(?:{_any(lists, 'possessive')})",
        r"(?<=[\w)»])-",
        r"(?<=\w)[$€£%]",
    ]
    match = r"(?i)^\d+" + LETTER + r"?(?:[.,/:]\d+)+" + (r"$" if hyphens else LETTER + r"*$")
    if "bracket" in lists:
        match += rf"|^{LETTER}+\((?:{_any(lists, 'bracket')})\)s?$"
    if hyphens:
        match += FIGURES + rf"|^\d*0{APOS}s$|^{APOS}\d\ds?$|^(?:{_any(lists, 'prefix')})-[^\W_]+$"
    return Tokenizer(
        nlp.vocab, rules=_special(lists),
        prefix_search=compile_prefix_regex([f"(?:{piece})" for piece in prefixes]).search,
        suffix_search=compile_suffix_regex([f"(?:{piece})" for piece in suffixes]).search,
        infix_finditer=compile_infix_regex(_infixes(lists, hyphens)).finditer,
        token_match=re.compile(match).match, url_match=re.compile(URL).match)
