#!/usr/bin/env python3
"""Read the gold articles and score the reading.

    python bench/gold.py DIR [--language fr] [--out DIR] [--floors bench/floors.json] [--baseline] [--json]

DIR holds gold articles (one JSON object a file). Prints the figures of `score.py`; with ``--baseline`` those of a trivial
reader beside them (every quotation is a statement without a cue; no event but the most frequent type on every
verb). With ``--floors``, fails (exit 1) when a figure falls below its floor; floors hold only for the gold they were
set on, named by its hash.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
import score

ROWS = {
    "content": "f1", "attribution": "f1", "source": "f1", "cue": "f1", "within": "f1", "kind_accuracy": None,
    "event": "f1", "dyad": "f1", "who_says_so": "f1", "told": "f1", "not_happened": "f1", "status_accuracy": None,
    "mode_accuracy": None, "date_accuracy": None, "place_accuracy": None, "credits": "f1",
}  # fmt: skip


def gold_hash(folder: Path, language: str) -> str:
    """Hash of all gold files of a language: the floors' address."""
    h = hashlib.sha256()
    for path in sorted(folder.glob(f"{language}-*.json")):
        h.update(path.name.encode() + b"\x00" + path.read_bytes())
    return h.hexdigest()[:16]


def predict(folder: Path, language: str, out: Path, baseline: bool = False) -> None:
    """Write one prediction a gold file into `out`."""
    for path in sorted(folder.glob(f"{language}-*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        (out / path.name).write_text(trivial(gold) if baseline else read(gold), encoding="utf-8")


def read(gold: dict[str, Any]) -> str:
    """selon's reading of a gold article, which sees only what a page would give."""
    from selon.reading import load
    from selon.record import Article

    keys = ("id", "text", "title", "publisher", "url", "published", "language")
    article = Article.model_validate({k: gold.get(k) for k in keys})
    return load(gold["language"]).read(article).to_json()


def trivial(gold: dict[str, Any]) -> str:
    """The baseline: quotation marks only, and the most frequent event type (ASSAULT) on all that looks like a participle."""
    from selon.reading.layout import lay_out

    text = gold["text"]
    layout, _ = lay_out(text)
    speaker = [{"name": "unknown", "country": None, "sector": None}]
    statements = [
        {"id": f"s{i}", "content": [{"start": q.inner_start, "end": q.inner_end}], "kind": "direct", "cue": None, "source": None,
         "speakers": speaker, "within": None}
        for i, q in enumerate(layout.outer_quotes())
    ]  # fmt: skip
    events: list[dict[str, Any]] = [
        {"id": f"e{m.start()}", "type": "ASSAULT", "mode": None, "anchor": {"start": m.start(), "end": m.end()}, "more": [],
         "actor": [], "recipient": [], "date": None, "place": None, "status": "happened", "according_to": []}
        for m in score.WORD.finditer(text) if m.group().endswith(("é", "ée", "és", "ées"))
    ]  # fmt: skip
    return json.dumps({"statements": statements, "events": events, "credits": []})


def figures(folder: Path, predictions: Path, language: str) -> dict[str, Any]:
    """The figures of `score.py` for a folder of predictions."""
    tally = score.Tally()
    for path in sorted(folder.glob(f"{language}-*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        tally["docs"] += 1
        score.score_pair(gold, json.loads((predictions / path.name).read_text(encoding="utf-8")), 0.8, tally)
    return dict(score.report(tally))


def short(full: dict[str, Any]) -> dict[str, float]:
    """One number a row."""
    return {k: (full[k][f] if f else full[k]) or 0.0 for k, f in ROWS.items()}


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("folder", type=Path)
    ap.add_argument("--language", default="fr")
    ap.add_argument("--out", type=Path)
    ap.add_argument("--floors", type=Path)
    ap.add_argument("--baseline", action="store_true")
    ap.add_argument("--json", action="store_true")
    a = ap.parse_args()
    if not a.folder.is_dir():
        print(f"{a.folder} is not there: no gold, nothing measured")
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        out = a.out or Path(scratch)
        out.mkdir(parents=True, exist_ok=True)
        predict(a.folder, a.language, out)
        full = figures(a.folder, out, a.language)
        base = None
        if a.baseline:
            trivial_out = Path(scratch) / "trivial"
            trivial_out.mkdir()
            predict(a.folder, a.language, trivial_out, baseline=True)
            base = short(figures(a.folder, trivial_out, a.language))
    return show(full, base, a)


def show(full: dict[str, Any], base: dict[str, float] | None, a: argparse.Namespace) -> int:
    """Print the figures; 1 when one is under its floor."""
    floors: dict[str, float] = {}
    address = gold_hash(a.folder, a.language)
    if a.floors and a.floors.exists():
        known = json.loads(a.floors.read_text(encoding="utf-8"))
        floors = known.get(address, {}).get("floors", {})
        if not floors:
            print(f"no floors for this gold ({address}): figures only")
    under = []
    for k, v in short(full).items():
        parts = f"p {full[k]['p']:.3f}  r {full[k]['r']:.3f}" if isinstance(full[k], dict) else ""
        mark = f"  floor {floors[k]:.3f}" if k in floors else ""
        mark += f"  trivial {base[k]:.3f}" if base else ""
        if k in floors and v < floors[k]:
            under.append(k)
            mark += "  BELOW"
        if not a.json:
            print(f"{k:16} {v:.3f}  {parts:18}{mark}")
    print(json.dumps({"gold": address, **short(full)}))
    return 1 if under else 0


if __name__ == "__main__":
    sys.exit(main())
