"""What the shipped package says of itself: name, version, licences, sources.

In: a trained pipeline. Out: the same with complete ``meta``; scores are added by ``--scores`` from evaluate.py's JSON.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import recipe
import spacy
from recipe import Recipe
from spacy.language import Language


def sources(path: Path) -> list[dict[str, str]]:
    """Rows (name, licence, author, url, used for) of the language's ``sources.tsv``."""
    keys = ("name", "license", "author", "url", "use")
    lines = path.read_text(encoding="utf-8").splitlines()
    return [dict(zip(keys, line.split("\t"), strict=True)) for line in lines if line and not line.startswith("#")]


def describe(nlp: Language, plan: Recipe, scores: dict[str, Any] | None = None) -> None:
    """Fill in the pipeline's meta."""
    nlp.meta.update({
        "name": plan.package, "version": plan.version, "license": plan.licence, "author": "The selon developers", "email": "",
        "url": "", "spacy_version": ">=3.8.0,<3.9.0",
        "description": plan.description, "sources": sources(plan.words("sources")), "performance": scores or {}})


def main() -> None:
    """Put measured scores into the meta of a saved pipeline, in place."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pipeline", type=Path)
    parser.add_argument("--scores", type=Path, required=True, help="JSON of evaluate.py")
    parser.add_argument("--strings", type=Path, help="strings.json of the gold-only start: drops the news's words")
    args = parser.parse_args()
    nlp = spacy.load(args.pipeline)
    describe(nlp, recipe.of(nlp), json.loads(args.scores.read_text(encoding="utf-8")))
    nlp.to_disk(args.pipeline)
    if args.strings:
        kept = args.strings.read_text(encoding="utf-8")
        (args.pipeline / "vocab" / "strings.json").write_text(kept, encoding="utf-8")


if __name__ == "__main__":
    main()
