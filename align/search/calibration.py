"""How likely a bead is right: a calibrated probability.

Logistic regression on what the search knew of the bead, fitted by ``benchmarks/confidence.py`` on the development record's
six-language resolutions with numbers hidden and paragraphs dropped; that script also prints the reliability curve.
"""

from __future__ import annotations

import math

import numpy as np

from align.search.costs import BeadCosts
from align.search.dynamic_programming import Step

UNCERTAIN = 0.9
"""Beads under this probability are the uncertain ones."""

_NO_RIVAL = 9.0
"""Margin that stands for "no other bead was possible", in units of the cost: beyond all that are met."""
# intercept, cosine, margin over the best other partner, length ratio, more than one segment a side
ALIGNED_WEIGHTS = (-3.532, 11.235, 5.59, -0.188, -4.863)
# intercept, how much dearer the best partner is than two skips
ALONE_WEIGHTS = (5.752, 3.383)


def features(costs: BeadCosts, step: Step) -> tuple[float, ...]:
    """What is known of a bead: four numbers where it pairs segments, one where it leaves a segment alone."""
    i, i_end, j, j_end = step
    if i_end == i or j_end == j:
        best = costs.singles[i] if i_end > i else costs.singles[:, j]
        return (min(float(best.min()) - 2 * costs.weights.skip, 3.0),)
    own = float(costs.row_cost(i_end - i, j_end - j, i, j, j)[0]) / max(i_end - i, j_end - j)
    rivals = [np.delete(costs.singles[i:i_end], np.s_[j:j_end], axis=1)]
    rivals.append(np.delete(costs.singles[:, j:j_end], np.s_[i:i_end], axis=0))
    other = min(float(part.min(initial=_NO_RIVAL)) for part in rivals)
    length = abs(
        math.log(max(costs.source.lengths[i:i_end].sum(), 1.0) / max(costs.target.lengths[j:j_end].sum(), 1.0))
    )
    single = float(i_end - i == 1 and j_end - j == 1)
    cosine = costs.cosine(i_end - i, j_end - j, i, j)
    return cosine, min(other - own, 2.0), min(length, 3.0), 1.0 - single


def bead_probability(known: tuple[float, ...]) -> float:
    """The probability that a bead with these features is right."""
    weights = ALONE_WEIGHTS if len(known) == 1 else ALIGNED_WEIGHTS
    score = weights[0] + sum(w * x for w, x in zip(weights[1:], known, strict=True))
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))
