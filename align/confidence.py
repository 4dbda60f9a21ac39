"""How likely a bead is right: a calibrated probability.

Logistic regression on what the search knew of the bead, fitted by ``benchmarks/confidence.py`` on the development record's
six-language resolutions with numbers hidden and paragraphs dropped; that script also prints the reliability curve.
"""

from __future__ import annotations

import math

import numpy as np

from align.costs import BeadCosts
from align.search import Step

UNCERTAIN = 0.9
"""Beads under this probability are the uncertain ones."""

# intercept, cosine, margin over the best other partner, length ratio, more than one segment a side
ALIGNED_WEIGHTS = (-3.532, 11.235, 5.59, -0.188, -4.863)
# intercept, how much dearer the best partner is than two skips
ALONE_WEIGHTS = (5.752, 3.383)


def features(costs: BeadCosts, step: Step) -> tuple[float, ...]:
    """What is known of a bead: four numbers where it pairs segments, one where it leaves a segment alone."""
    i, i_end, j, j_end = step
    n, m = len(costs.source), len(costs.target)
    if i_end == i or j_end == j:
        if i_end > i:
            best = float(costs.row_cost(1, 1, i, 0, m - 1).min()) if m else 9.0
        else:
            best = min((float(costs.row_cost(1, 1, k, j, j)[0]) for k in range(n)), default=9.0)
        return (min(best - 2 * costs.weights.skip, 3.0),)
    own = float(costs.row_cost(i_end - i, j_end - j, i, j, j)[0]) / max(i_end - i, j_end - j)
    others = [
        float(np.delete(costs.row_cost(1, 1, k, 0, m - 1), np.s_[j:j_end]).min(initial=9.0)) for k in range(i, i_end)
    ]
    rows = [k for k in range(n) if not i <= k < i_end]
    others += [min((float(costs.row_cost(1, 1, k, t, t)[0]) for k in rows), default=9.0) for t in range(j, j_end)]
    length = abs(
        math.log(max(costs.source.lengths[i:i_end].sum(), 1.0) / max(costs.target.lengths[j:j_end].sum(), 1.0))
    )
    single = float(i_end - i == 1 and j_end - j == 1)
    cosine = costs.cosine(i_end - i, j_end - j, i, j)
    return cosine, min(min(others) - own, 2.0), min(length, 3.0), 1.0 - single


def probability(known: tuple[float, ...]) -> float:
    """The probability that a bead with these features is right."""
    weights = ALONE_WEIGHTS if len(known) == 1 else ALIGNED_WEIGHTS
    score = weights[0] + sum(w * x for w, x in zip(weights[1:], known, strict=True))
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))
