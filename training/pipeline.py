"""The shape of a language's pipeline: one shared tok2vec, then morphologizer, lemmatizer, parser and names.

In: width, depth and embedding settings. Out: an untrained ``Language`` with this project's tokenizer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import spacy
import tokenization
from recipe import Recipe
from spacy.language import Language

CUT = 60  # moves after which training cuts a sequence; below spaCy's 100, which is slower per word on one core


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the network; the defaults are the yardstick (width 96, depth 4) that speeds are compared with."""

    width: int = 96
    depth: int = 4
    window: int = 1
    attrs: tuple[str, ...] = ("NORM", "PREFIX", "SUFFIX", "SHAPE")
    rows: tuple[int, ...] = (5000, 1000, 2500, 2500)
    parser_hidden: int = 64
    names_hidden: int = 64
    pieces: int = 2
    names_own: bool = False


def tok2vec(shape: Shape) -> dict[str, Any]:
    """Model settings of the shared embedding and encoder."""
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {"@architectures": "spacy.MultiHashEmbed.v2", "width": shape.width, "attrs": list(shape.attrs),
                  "rows": list(shape.rows), "include_static_vectors": False},
        "encode": {"@architectures": "spacy.MaxoutWindowEncoder.v2", "width": shape.width, "depth": shape.depth,
                   "window_size": shape.window, "maxout_pieces": 3},
    }


def _listener(shape: Shape) -> dict[str, Any]:
    return {"@architectures": "spacy.Tok2VecListener.v1", "width": shape.width, "upstream": "*"}


def _transitions(shape: Shape, kind: str, hidden: int) -> dict[str, Any]:
    own = kind == "ner" and shape.names_own
    return {"@architectures": "spacy.TransitionBasedParser.v2", "state_type": kind, "extra_state_tokens": False,
            "hidden_width": hidden, "maxout_pieces": shape.pieces, "use_upper": True,
            "tok2vec": tok2vec(shape) if own else _listener(shape)}


def tokenize(nlp: Language, plan: Recipe) -> Language:
    """The pipeline with this project's tokenizer."""
    nlp.tokenizer = tokenization.tokenizer(nlp, plan.words("tokens"), plan.split_hyphens)
    return nlp


def build(shape: Shape, plan: Recipe) -> Language:
    """A blank pipeline of this shape."""
    nlp = tokenize(spacy.blank(plan.language), plan)
    tagger = {"@architectures": "spacy.Tagger.v2", "tok2vec": _listener(shape)}
    nlp.add_pipe("tok2vec", config={"model": tok2vec(shape)})
    nlp.add_pipe("morphologizer", config={"model": tagger})
    nlp.add_pipe("trainable_lemmatizer", config={"model": tagger, "min_tree_freq": 2, "top_k": 3})
    nlp.add_pipe("parser", config={"model": _transitions(shape, "parser", shape.parser_hidden), "min_action_freq": 20,
                                   "update_with_oracle_cut_size": CUT})
    nlp.add_pipe("ner", config={"model": _transitions(shape, "ner", shape.names_hidden),
                                "update_with_oracle_cut_size": CUT})
    return nlp
