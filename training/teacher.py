"""The teacher: a BiLSTM biaffine tagger, lemmatiser and parser in torch. Too slow to ship; it labels raw news.

In: treebank sentences, optionally static word vectors (a spaCy ``vectors``/``key2row`` folder) as frozen input.
Out: the same kind of sentences with predicted tags, features, lemmas, heads and relations.
After Dozat and Manning 2017 (arXiv:1611.01734), with affix features instead of characters.
"""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from conllu import Row, Sentence
from features import Codes, affixes, codes, plain
from lemmas import apply_rule, lemma_rule
from network import Network
from spacy.strings import hash_string  # type: ignore[attr-defined]
from spacy.vectors import Vectors
from torch import Tensor, nn
from trees import spanning_tree


class Teacher:
    """Trains the network and labels sentences with it."""

    def __init__(self, sents: Sequence[Sentence], vectors: Path | None, hidden: int = 224, layers: int = 3,
                 seed: int = 1, code: Codes | None = None) -> None:
        torch.manual_seed(seed)
        torch.set_num_threads(1)
        self.rng = random.Random(seed)
        self.code = code or codes(sents)
        self.vectors = self._vectors(vectors) if vectors else None
        self.net = Network(self.code, hidden, layers, self.vectors.data.shape[1] if self.vectors else 0)
        self.index = {name: {v: i for i, v in enumerate(getattr(self.code, name))}
                      for name in ("tags", "rules", "deps")}
        self.average: dict[str, Tensor] = {}

    def save(self, path: Path) -> None:
        """Write numberings and weights (the static vectors stay where they are)."""
        torch.save({"code": self.code, "net": self.net.state_dict(), "hidden": self.net.lstm.hidden_size,
                    "layers": self.net.lstm.num_layers}, path)

    @classmethod
    def load(cls, path: Path, vectors: Path | None) -> Teacher:
        """Read what ``save`` wrote."""
        data = torch.load(path, weights_only=False)
        made = cls([], vectors, data["hidden"], data["layers"], code=data["code"])
        made.net.load_state_dict(data["net"])
        return made

    @staticmethod
    def _vectors(path: Path) -> Vectors:
        vectors = Vectors()
        vectors.from_disk(path)
        return vectors

    def _static(self, form: str) -> np.ndarray[Any, Any]:
        assert self.vectors is not None
        for word in (form, form.lower(), form.title()):
            row = self.vectors.key2row.get(hash_string(word), -1)
            if row >= 0:
                return np.asarray(self.vectors.data[row])
        return np.zeros(self.vectors.data.shape[1], dtype="float32")

    def inputs(self, sents: Sequence[Sentence], upper: float = 0.0) -> tuple[Any, ...]:
        """Padded inputs of sentences in falling order of length."""
        longest = len(sents[0].rows)
        words = np.zeros((len(sents), longest), dtype="int64")
        parts = np.zeros((len(sents), longest, len(self.code.affixes)), dtype="int64")
        static = np.zeros((len(sents), longest, 300), dtype="float32") if self.vectors else None
        for b, sent in enumerate(sents):
            shout = upper and self.rng.random() < upper
            for i, row in enumerate(sent.rows):
                form = plain(row.form).upper() if shout else plain(row.form)
                words[b, i] = self.code.words.get(form.lower(), 0)
                parts[b, i] = [part.get(a, 0) for part, a in zip(self.code.affixes, affixes(form), strict=True)]
                if static is not None:
                    static[b, i] = self._static(form)
        lengths = torch.tensor([len(s.rows) for s in sents])
        fixed = None if static is None else torch.from_numpy(static)
        return torch.from_numpy(words), torch.from_numpy(parts), fixed, lengths

    def targets(self, sents: Sequence[Sentence]) -> dict[str, Tensor]:
        """Padded gold numbers, -100 where there is nothing to learn."""
        size = (len(sents), len(sents[0].rows))
        found = {name: torch.full(size, -100) for name in ("tags", "rules", "deps", "heads")}
        for b, sent in enumerate(sents):
            for i, row in enumerate(sent.rows):
                found["tags"][b, i] = self.index["tags"][f"{row.upos}/{row.feats}"]
                found["rules"][b, i] = self.index["rules"].get(lemma_rule(row.form, row.lemma), -100)
                found["deps"][b, i] = self.index["deps"][row.dep]
                found["heads"][b, i] = 0 if row.head == i else row.head + 1
        return found

    def loss(self, sents: Sequence[Sentence]) -> Tensor:
        words, parts, static, lengths = self.inputs(sents, 0.02)
        gold = self.targets(sents)
        states = self.net.encode(words, parts, static, lengths)
        scores, lab_head, lab_dep = self.net.arcs(states)
        scores = scores.masked_fill(torch.arange(scores.shape[2])[None, None] > lengths[:, None, None], -1e4)
        labels = self.net.labels(lab_head, lab_dep, gold["heads"].clamp(min=0))
        cross = nn.functional.cross_entropy
        total = cross(scores.flatten(0, 1), gold["heads"].flatten(), label_smoothing=0.0)
        total = total + cross(labels.flatten(0, 1), gold["deps"].flatten())
        total = total + cross(self.net.tags(states).flatten(0, 1), gold["tags"].flatten(), label_smoothing=0.03)
        return total + 0.5 * cross(self.net.rules(states).flatten(0, 1), gold["rules"].flatten())

    def batches(self, sents: Sequence[Sentence], words: int) -> list[list[Sentence]]:
        """Batches of like lengths, longest first within each, in random order."""
        order = sorted(sents, key=lambda s: len(s.rows) + self.rng.random() * 3, reverse=True)
        found: list[list[Sentence]] = [[]]
        for sent in order:
            if found[-1] and sum(len(s.rows) for s in found[-1]) + len(sent.rows) > words:
                found.append([])
            found[-1].append(sent)
        self.rng.shuffle(found)
        return [sorted(batch, key=lambda s: len(s.rows), reverse=True) for batch in found]

    def train(self, sents: Sequence[Sentence], minutes: float, weights: dict[str, float], dev: Sequence[Sentence],
              words: int = 500, rate: float = 0.002) -> None:
        """Train for some minutes; ``weights`` by group prefix say how often a sentence is taken per round."""
        optim = torch.optim.Adam(self.net.parameters(), lr=rate, betas=(0.9, 0.9), eps=1e-8)
        start, step, turn = time.time(), 0, 0
        while (time.time() - start) / 60 < minutes:
            share = [next((w for g, w in weights.items() if s.group.startswith(g)), 1.0) for s in sents]
            taken = [s for s, w in zip(sents, share, strict=True) if self.rng.random() < w]
            for batch in self.batches(taken, words):
                done = (time.time() - start) / 60 / minutes
                if done >= 1:
                    break
                for group in optim.param_groups:
                    group["lr"] = rate * min(1.0, (step + 1) / 60) * (1 - 0.95 * done)
                self.net.train()
                optim.zero_grad()
                self.loss(batch).backward()  # type: ignore[no-untyped-call]
                nn.utils.clip_grad_norm_(self.net.parameters(), 5.0)
                optim.step()
                step += 1
                if step > 200:
                    self._blend(0.997)
            turn += 1
            said = self.score(dev) if turn % 2 == 0 else ""
            print(f"round {turn} step {step} {(time.time() - start) / 60:.1f} min", said, flush=True)
        self.swap()

    def _blend(self, keep: float) -> None:
        with torch.no_grad():
            for name, value in self.net.state_dict().items():
                if name in self.average:
                    self.average[name].lerp_(value, 1 - keep)
                else:
                    self.average[name] = value.clone()

    def swap(self) -> None:
        """Take the averaged weights."""
        if self.average:
            self.net.load_state_dict(self.average)

    def distributions(self, sents: Sequence[Sentence]) -> list[dict[str, np.ndarray[Any, Any]]]:
        """Log-probabilities of arcs, tags and rules, and label scores for every arc, sentence by sentence."""
        self.net.eval()
        words, parts, static, lengths = self.inputs(sents)
        with torch.no_grad():
            states = self.net.encode(words, parts, static, lengths)
            scores, lab_head, lab_dep = self.net.arcs(states)
            scores = scores.masked_fill(torch.arange(scores.shape[2])[None, None] > lengths[:, None, None], -1e4)
            arcs = torch.log_softmax(scores, -1).numpy()
            tags = torch.log_softmax(self.net.tags(states), -1).numpy()
            rules = torch.log_softmax(self.net.rules(states), -1).numpy()
        return [{"arcs": arcs[b, :n, :n + 1], "tags": tags[b, :n], "rules": rules[b, :n], "head": lab_head[b].numpy(),
                 "dep": lab_dep[b].numpy()} for b, n in enumerate(lengths.tolist())]

    def label(self, sents: Sequence[Sentence], words: int = 3000) -> list[Sentence]:
        """Copies of the sentences with everything predicted, in the given order."""
        place = {id(s): k for k, s in enumerate(sents)}
        found: list[Sentence | None] = [None] * len(sents)
        for batch in self.batches(list(sents), words):
            for sent, dist in zip(batch, self.distributions(batch), strict=True):
                found[place[id(sent)]] = self._labelled(sent, dist)
        return [sent for sent in found if sent is not None]

    def _labelled(self, sent: Sentence, dist: dict[str, np.ndarray[Any, Any]]) -> Sentence:
        heads = spanning_tree(dist["arcs"])
        with torch.no_grad():
            head, dep = torch.from_numpy(dist["head"])[None], torch.from_numpy(dist["dep"])[None, :len(heads)]
            labels = self.net.labels(head, dep, torch.tensor([heads]))[0]
        root = self.index["deps"]["root"]
        rows = []
        for i, row in enumerate(sent.rows):
            ranked = labels[i].clone()
            ranked[root] = 1e9 if heads[i] == 0 else -1e9
            upos, feats = self.code.tags[int(dist["tags"][i].argmax())].split("/", 1)
            lemma = apply_rule(row.form, self.code.rules[int(dist["rules"][i].argmax())])
            to = i if heads[i] == 0 else heads[i] - 1
            rows.append(Row(row.form, lemma, upos, feats, to, self.code.deps[int(ranked.argmax())], row.space))
        return Sentence(rows, sent.group)

    def score(self, gold: Sequence[Sentence]) -> dict[str, float]:
        """UPOS, lemma, UAS and LAS without punctuation, on gold words, with the averaged weights."""
        kept = {k: v.clone() for k, v in self.net.state_dict().items()}
        self.swap()
        total = words = upos = lemma = uas = las = 0
        for a, b in zip(gold, self.label(gold), strict=True):
            for x, y in zip(a.rows, b.rows, strict=True):
                words += 1
                upos += x.upos == y.upos
                lemma += x.lemma == y.lemma
                if x.dep != "punct":
                    total += 1
                    uas += x.head == y.head
                    las += x.head == y.head and x.dep == y.dep
        self.net.load_state_dict(kept)
        return {"upos": round(100 * upos / words, 2), "lemma": round(100 * lemma / words, 2),
                "uas": round(100 * uas / total, 2), "las": round(100 * las / total, 2)}
