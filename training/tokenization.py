"""The French tokenizer: Universal Dependencies words from spaCy's rule tokenizer, all of it serialisable.

In: a vocabulary and the word lists of ``words/tokens.tsv``. Out: a ``spacy.tokenizer.Tokenizer``.
Clitics (-t-il, -ce, -là) and elisions (l', qu') are split off, compounds and numbers stay whole, and marks glued to a
word on either side (``décembre(CIR)``, ``mot»``, ``»,``) always come off.
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
CLITICS = r"-(?:t-)?(?:ils?|elles?|on)|-(?:je|tu|nous|vous|moi|toi|lui|leur|les?|la|y|en|ce|là|ci)"
URL = r"^(?:https?://|www\.)\S*[\w/]$|^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$|^@\w+$|^#\w+$"


def words(path: Path) -> dict[str, list[str]]:
    """The token lists by kind (whole, abbreviation, elision, ...) from a ``kind<TAB>word`` file."""
    found: dict[str, list[str]] = {}
    with path.open(encoding="utf-8") as stream:
        rows = csv.reader((line for line in stream if not line.startswith("#")), delimiter="\t")
        for kind, word in rows:
            found.setdefault(kind, []).append(word)
    return found


def _cases(word: str) -> set[str]:
    """A word with straight and curly apostrophes, as written, capitalised, and in capitals."""
    forms = {word, word[:1].upper() + word[1:], word.upper()}
    return forms | {form.replace("'", "’") for form in forms}


def _elision(lists: dict[str, list[str]]) -> str:
    """Prefix pattern for elided words; n' and m' stay on before a capital and a small letter (N'Djamena)."""
    free = "|".join(sorted(lists["elision"], key=len, reverse=True))
    return rf"(?i:{free}){APOS}|[nNmM]{APOS}(?![A-ZÀ-Þ][a-zß-ÿ])"


def tokenizer(nlp: Language, path: Path) -> Tokenizer:
    """A tokenizer for ``nlp`` with this project's rules."""
    lists = words(path)
    rules: dict[str, list[dict[int | str, str]]] = {}
    for word in lists["whole"] + lists["abbreviation"]:
        for form in _cases(word):
            rules[form] = [{65: form}]
    prefixes = [OPEN, r"\$|€|£|¥|§", r"(?:%|°)(?=\d)", r"[-−](?=\D)(?!-)", r"'(?=\S)|’(?=\S)", _elision(lists)]
    number = r"(?<=[0-9])"
    suffixes = [
        CLOSE,
        r"(?<=[a-zß-ÿœ0-9)\]»”\"%²³°'’])\.",
        r"(?<=[A-ZÀ-Þ0-9][A-ZÀ-Þ0-9])\.",
        rf"{number}(?:%|‰|€|\$|£|°C?|[kKmMcC]?[mM][²³]|km|kg|mg|ml|cm|mm|ha|h)",
        r"(?<=°[CF])\.",
        rf"(?<={LETTER})(?i:{CLITICS})",
        r"(?<=[\w)»])-",
        r"(?<=\w)[$€£%]",
    ]
    infixes = [
        MARKS,
        r"\.\.+|--+",
        r"(?<=[»”\"’)\]%€$])[,.:;]",
        rf"(?<={LETTER})/(?={LETTER})|(?<=[0-9])h(?=[0-9])",
        rf"(?<={LETTER})[,:](?={LETTER})|(?<=\d),(?={LETTER})|(?<={LETTER}),(?=\d)",
        r"(?<=[a-zß-ÿœ]{2})\.(?=[A-ZÀ-Þ])",
        r"(?<=\d)–(?=\d)|(?<=\w)–(?=\w)",
        rf"(?<=\s)(?i:{'|'.join(lists['elision'])}){APOS}",
    ]
    match = rf"(?i)^{LETTER}+\((?:e|s|es|x|le|ne|ère|rice)\)s?$|^\d+{LETTER}?(?:[.,/:]\d+)+{LETTER}*$"
    return Tokenizer(
        nlp.vocab, rules=rules,
        prefix_search=compile_prefix_regex([f"(?:{piece})" for piece in prefixes]).search,
        suffix_search=compile_suffix_regex([f"(?:{piece})" for piece in suffixes]).search,
        infix_finditer=compile_infix_regex(infixes).finditer,
        token_match=re.compile(match).match, url_match=re.compile(URL).match)
