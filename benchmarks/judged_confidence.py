"""Whether the confidence of findings is the share of those that are right: the reliability curve of judged findings.

    python -m benchmarks.judged_confidence ../shared/record/judged benchmarks/judged_findings.tsv

Each resolution's findings get their share from the judgements of all other resolutions (cross-validation). Prints the curve: what was
stated, what was found with the interval that holds it nineteen times in twenty, of how many; then for several weights of the prior the log loss per
finding. Only findings that are still reported are foretold; the others count among what it is foretold from.
"""

from __future__ import annotations

import math
import sys
from itertools import pairwise
from pathlib import Path

import numpy as np
from scipy.stats import beta

from reports.findings.judged import PRIOR, Judged, counted
from training.judged_shares import Judgement, in_use

_BINS = (0.0, 0.1, 0.2, 0.35, 0.5, 0.7, 1.0)


def predicted(every: list[Judgement], prior: float) -> list[tuple[float, bool]]:
    """What is stated of each judged finding by the judgements of other resolutions, and whether it was right."""
    out = []
    for symbol in sorted({j.symbol for j in every}):
        others = Judged(counted((j.sort, j.right, j.weight) for j in every if j.symbol != symbol), prior)
        for j in every:
            share = others.share(j.sort) if j.symbol == symbol and j.weight == 1 else None
            if share is not None:
                out.append((share.mean, j.right))
    return out


def order(pairs: list[tuple[float, bool]]) -> float:
    """How often, of a right and a false finding, more is stated of the right one."""
    right, false = (np.array([p for p, is_right in pairs if is_right == side])[:, None] for side in (True, False))
    return float(np.mean((right > false.T) + 0.5 * (right == false.T)))


def log_loss(pairs: list[tuple[float, bool]]) -> float:
    """Mean of the negative logarithms of what was stated of what happened, in nats."""
    return -sum(math.log(p if right else 1 - p) for p, right in pairs) / len(pairs)


def interval(right: int, of: int) -> tuple[float, float]:
    """The share that holds nineteen times in twenty where so many of so many were right (Jeffreys' interval of a binomial)."""
    least, most = beta.ppf((0.025, 0.975), right + 0.5, of - right + 0.5)
    return (0.0 if right == 0 else float(least)), (1.0 if right == of else float(most))


def main(folder: Path, *tables: Path) -> None:
    """Print the curve and the losses."""
    every = in_use(folder, tables)
    whole = [j for j in every if j.weight == 1]
    base = sum(j.right for j in whole) / len(whole)
    alike = log_loss([(base, j.right) for j in whole])
    print(
        f"{len(every) - len(whole)} judged findings are mended; of {len(whole)} others {base:.2f} right; one share for all: {alike:.3f}"
    )
    pairs = predicted(every, PRIOR)
    print(f"more is stated of a right than of a false one: {order(pairs):.3f}")
    print("stated           found  19 in 20   of")
    for low, high in pairwise(_BINS):
        inside = [(p, right) for p, right in pairs if low <= p < high or (high == 1 and p == 1)]
        if inside:
            stated = sum(p for p, _ in inside) / len(inside)
            right = sum(r for _, r in inside)
            least, most = interval(right, len(inside))
            print(
                f"{low:.2f}–{high:.2f}  {stated:.2f}  {right / len(inside):.2f}  {least:.2f}–{most:.2f}  {len(inside):3d}"
            )
    for prior in (0.25, 0.5, 1.0, 2.0, 4.0):
        print(f"prior of {prior:4.2f}: {log_loss(predicted(every, prior)):.3f}")


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:]))
