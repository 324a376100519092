"""The best tree over arc scores (Chu-Liu/Edmonds) with exactly one root.

In: log scores, row = dependent, column = head, column 0 = root. Out: the head of each word, 0 for the root.
"""

from __future__ import annotations

from typing import Any

import numpy as np

Scores = np.ndarray[Any, Any]


def _cycle(heads: list[int]) -> list[int]:
    """One cycle among 1-based heads (index 0 is the root), or an empty list."""
    state = [0] * len(heads)
    for start in range(1, len(heads)):
        path = []
        node = start
        while node and state[node] == 0:
            state[node] = 1
            path.append(node)
            node = heads[node]
        if node and state[node] == 1:
            return path[path.index(node):]
        for seen in path:
            state[seen] = 2
    return []


def _edmonds(scores: Scores) -> list[int]:
    """Best heads for a square matrix (row and column 0 stand for the root)."""
    scores = scores.copy()
    np.fill_diagonal(scores, -1e9)
    heads = [0] + [int(scores[i].argmax()) for i in range(1, len(scores))]
    cycle = _cycle(heads)
    if not cycle:
        return heads
    rest = [i for i in range(len(scores)) if i not in set(cycle)]
    inner = sum(scores[i, heads[i]] for i in cycle)
    new = len(rest)
    small = np.full((new + 1, new + 1), -1e9)
    small[:new, :new] = scores[np.ix_(rest, rest)]
    enter = np.array([[scores[c, r] - scores[c, heads[c]] + inner for r in rest] for c in cycle])
    leave = scores[np.ix_(rest, cycle)]
    small[new, :new] = enter.max(0)
    small[:new, new] = leave.max(1)
    found = _edmonds(small)
    result = list(heads)
    for k, node in enumerate(rest):
        if node:
            result[node] = rest[found[k]] if found[k] != new else cycle[int(leave[k].argmax())]
    broken = cycle[int(enter[:, found[new]].argmax())]
    result[broken] = rest[found[new]]
    return result


def spanning_tree(arcs: Scores) -> list[int]:
    """Heads (0 = root) of the best single-root tree."""
    size = len(arcs)
    square = np.full((size + 1, size + 1), -1e9)
    square[1:] = arcs
    heads = _edmonds(square)
    roots = [i for i in range(1, size + 1) if heads[i] == 0]
    if len(roots) == 1:
        return heads[1:]
    best: tuple[float, list[int]] = (-1e18, heads)
    for root in roots or range(1, size + 1):
        single = square.copy()
        single[1:, 0] = -1e8
        single[root, 0] = square[root, 0]
        tried = _edmonds(single)
        value = float(sum(single[i, tried[i]] for i in range(1, size + 1)))
        best = max(best, (value, tried))
    return best[1][1:]
