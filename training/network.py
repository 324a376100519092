"""The teacher's network: embeddings, BiLSTM, biaffine arcs and labels, taggers. After Dozat and Manning 2017.

In: numbered words, affixes and static vectors, padded. Out: states and scores.
"""

from __future__ import annotations

import torch
from features import Codes
from torch import Tensor, nn


class Network(nn.Module):
    """Embeddings, BiLSTM, biaffine arcs and labels, taggers for UPOS+features and lemma rules."""

    def __init__(self, code: Codes, hidden: int, layers: int, static: int) -> None:
        super().__init__()
        self.word = nn.Embedding(len(code.words) + 1, 100, padding_idx=0)
        self.parts = nn.ModuleList(nn.Embedding(len(part) + 1, 24, padding_idx=0) for part in code.affixes)
        self.static = nn.Linear(static, 150) if static else None
        width = 100 + 24 * len(code.affixes) + (150 if static else 0)
        self.lstm = nn.LSTM(width, hidden, layers, bidirectional=True, dropout=0.33, batch_first=True)
        out = 2 * hidden
        self.drop = nn.Dropout(0.33)
        self.tags = nn.Linear(out, len(code.tags))
        self.rules = nn.Linear(out, len(code.rules))
        self.arc_head, self.arc_dep = nn.Linear(out, 300), nn.Linear(out, 300)
        self.lab_head, self.lab_dep = nn.Linear(out, 100), nn.Linear(out, 100)
        self.arc = nn.Parameter(torch.zeros(301, 300))
        self.lab = nn.Parameter(torch.zeros(len(code.deps), 101, 101))
        self.root = nn.Parameter(torch.zeros(out))

    def encode(self, words: Tensor, parts: Tensor, static: Tensor | None, lengths: Tensor) -> Tensor:
        if self.training:
            words = words * (torch.rand(words.shape) > 0.15)
        pieces = [self.word(words)] + [layer(parts[:, :, k]) for k, layer in enumerate(self.parts)]
        if self.static is not None and static is not None:
            pieces.append(self.static(static))
        packed = nn.utils.rnn.pack_padded_sequence(self.drop(torch.cat(pieces, -1)), lengths, batch_first=True)
        out, _ = nn.utils.rnn.pad_packed_sequence(self.lstm(packed)[0], batch_first=True)
        dropped: Tensor = self.drop(out)
        return dropped

    def arcs(self, states: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Arc scores (batch, dependent, head with root first) and the label vectors."""
        rooted = torch.cat([self.root.expand(len(states), 1, -1), states], 1)
        head = self.drop(nn.functional.leaky_relu(self.arc_head(rooted), 0.1))
        dep = self.drop(nn.functional.leaky_relu(self.arc_dep(states), 0.1))
        dep = torch.cat([dep, torch.ones_like(dep[..., :1])], -1)
        scores = dep @ self.arc @ head.transpose(1, 2)
        lab_head = self.drop(nn.functional.leaky_relu(self.lab_head(rooted), 0.1))
        lab_dep = self.drop(nn.functional.leaky_relu(self.lab_dep(states), 0.1))
        return scores, lab_head, lab_dep

    def labels(self, lab_head: Tensor, lab_dep: Tensor, heads: Tensor) -> Tensor:
        """Label scores for chosen heads."""
        chosen = torch.gather(lab_head, 1, heads.unsqueeze(-1).expand(-1, -1, lab_head.shape[-1]))
        one = torch.ones_like(lab_dep[..., :1])
        left, right = torch.cat([lab_dep, one], -1), torch.cat([chosen, one], -1)
        return torch.einsum("bni,lij,bnj->bnl", left, self.lab, right)
