"""Writes the model card from the measured figures.

In: the language's ``card.md`` (text with {marks}), evaluate.py's JSON, speed.py's last line. Out: ``MODEL_CARD.md``.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import package
import recipe
from recipe import Recipe

TOK2VEC = (
    "Width 96, depth 4, hash embeddings of norm, prefix, suffix and shape, averaged weights: one tok2vec shared by\n"
    "morphologizer, lemmatizer and parser, and a copy of it taught further for the names.")


def syntax_table(scores: dict[str, Any]) -> str:
    """One row per treebank."""
    keys = ("upos", "lemma", "uas", "las", "sents", "tokens")
    rows = [" | ".join([f"| {name}", *(f"{found[key]:.2f}" for key in keys)]) + " |"
            for name, found in scores.items() if "las" in found]
    head = ["| treebank | UPOS | lemma | UAS | LAS | sentences F | tokens F |", "|---|---|---|---|---|---|---|"]
    return "\n".join([*head, *rows])


def names_table(scores: dict[str, Any]) -> str:
    """One row per label of each name file."""
    rows = []
    for name, found in scores.items():
        if "las" in found:
            continue
        parts = {"all": found} | {label: value for label, value in found.items() if isinstance(value, dict)}
        rows += [f"| {name} | {label} | {v['p']:.3f} | {v['r']:.3f} | {v['f']:.3f} |" for label, v in parts.items()]
    return "\n".join(["| file | label | precision | recall | F1 |", "|---|---|---|---|---|", *rows])


def sources_table(plan: Recipe) -> str:
    """One row per source."""
    rows = [f"| {s['name']} | {s['license']} | {s['author']} | {s['use']} |"
            for s in package.sources(plan.words("sources"))]
    return "\n".join(["| source | licence | by | used for |", "|---|---|---|---|", *rows])


def main() -> None:
    """Fill in the card."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", choices=recipe.languages(), required=True)
    for name in ("scores", "speed", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--mark", nargs=2, action="append", default=[], metavar=("MARK", "TEXT"),
                        help="what else the card has a mark for, by hand")
    parser.add_argument("--size", required=True, help="size on disk, in words")
    args = parser.parse_args()
    scores = json.loads(args.scores.read_text(encoding="utf-8"))
    speed = json.loads(args.speed.read_text(encoding="utf-8").splitlines()[-1])
    plan = recipe.load(args.language)
    text = (plan.folder / "card.md").read_text(encoding="utf-8")
    marks = {"syntax": syntax_table(scores), "names": names_table(scores), "sources": sources_table(plan),
             "version": plan.version, "licence": plan.licence, "size": args.size,
             "ratio": str(speed["ratio"]), "words": str(speed["words_per_second"])}
    marks |= {"tok2vec": TOK2VEC, **dict(args.mark)}
    for mark, value in marks.items():
        text = text.replace("{" + mark + "}", value)
    args.out.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
