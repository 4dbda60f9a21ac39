"""How likely a bead of lines or sentences is right: a calibrated probability.

Logistic regression on what the margin scores say of a bead and of what stands around it, fitted by
``benchmarks.line_confidence`` on the gold of prose and on damaged lines of resolutions together; that script prints the
reliability curve of each corpus by weights that were fitted without it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from align.encoders.span_vectors import Floats
from align.search.dynamic_programming import Step
from align.search.margin import MarginScores

_NEAR = 3
"""Segments to both sides among which a rival is looked for."""
PAIRED_WEIGHTS = (-0.065, 4.339, 3.15, -0.177, -1.884, -0.691, 2.733)
ALONE_WEIGHTS = (1.862, 0.212, -1.368, 2.749, 1.891)
"""Of segments left alone: fitted with the weights of the search before the present ones, which leave so few alone that what a rival
nearby says of them is lost in the fit.
"""


def line_confidences(steps: Sequence[Step], scores: MarginScores, usual: float) -> list[float]:
    """The probability of each bead that it is right; ``usual`` is the median score of a first pass."""
    known = line_features(steps, scores, usual)
    return [round(probability(features), 4) for features in known]


def probability(features: NDArray[np.float64]) -> float:
    """The probability of a bead with these features, those of paired or of single segments."""
    weights = PAIRED_WEIGHTS if len(features) == len(PAIRED_WEIGHTS) - 1 else ALONE_WEIGHTS
    return float(1 / (1 + np.exp(-np.clip(weights[0] + features @ np.array(weights[1:]), -30, 30))))


def line_features(steps: Sequence[Step], scores: MarginScores, usual: float) -> list[NDArray[np.float64]]:
    """What is known of each bead.

    Where it pairs segments: its score, that less the best of a rival pair nearby and less the usual one, whether it has several
    segments, how many more than two, and the lower score of the beads beside it. Where a segment is left alone: the best score of
    a pair that it might make nearby, that in shares of the usual one, whether others are left alone beside it, and the lower score
    of the beads beside it.
    """
    own = np.array([_worth(step, scores) for step in steps])
    rivals = _rivals(steps, scores)
    padded = np.concatenate([[usual], own, [usual]])
    beside = np.minimum(padded[:-2], padded[2:])
    alone = np.array([a == b or c == d for a, b, c, d in steps])
    company = np.concatenate([[False], alone, [False]])
    runs = company[:-2] | company[2:]
    found = []
    for k, (a, b, c, d) in enumerate(steps):
        if alone[k]:
            share = rivals[k] / max(usual, 0.05)
            found.append(np.array([rivals[k], share, float(runs[k]), beside[k]]))
        else:
            size = b - a + d - c
            gaps = [own[k], own[k] - rivals[k], own[k] - usual, float(size > 2), max(0.0, size - 3.0), beside[k]]
            found.append(np.array(gaps))
    return found


def _worth(step: Step, scores: MarginScores) -> float:
    """The score of a bead, 0 where a segment is left alone or the bead is wider than those that are scored."""
    a, b, c, d = step
    return scores.of(step) if a < b and c < d and scores.fits(step) else 0.0


def _rivals(steps: Sequence[Step], scores: MarginScores) -> Floats:
    """Of each bead the best score of a pair of one of its segments and one nearby that is not in the bead; -1 where none is."""
    n, m = scores.size
    pairs: list[tuple[int, int]] = []
    owners: list[int] = []
    for k, (a, b, c, d) in enumerate(steps):
        near = [(i, j) for i in range(a, b) for j in (*range(max(0, c - _NEAR), c), *range(d, min(m, d + _NEAR)))]
        near += [(i, j) for j in range(c, d) for i in (*range(max(0, a - _NEAR), a), *range(b, min(n, b + _NEAR)))]
        pairs += near
        owners += [k] * len(near)
    best = np.full(len(steps), -1.0, dtype=np.float32)
    if pairs:
        np.maximum.at(best, np.array(owners), scores.of_pairs(pairs))
    return best
