"""Calibrating the probability of beads of lines: fits the weights, prints how far what is stated is right.

    python -m benchmarks.line_confidence ../shared/gold ../shared/record

Beads that the aligner finds on all development corpora. The weights in use are fitted on all of them; the curve of each corpus
is of weights fitted without it and without what is of its kind.
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from align.encoders import default_encoder
from align.lines import align_by_margin, scores_of
from align.search import line_confidence
from align.search.line_confidence import line_features
from benchmarks.beads import as_beads
from benchmarks.fit_margin import LEFT_OUT, development_texts
from benchmarks.line_corpora import LineText

Sample = tuple[np.ndarray, bool]
STEPS = (0, 0.3, 0.5, 0.7, 0.9, 0.97, 0.99, 1.01)


def samples(text: LineText) -> list[Sample]:
    """Features and rightness of each bead of a text."""
    encoder = default_encoder()
    sides = encoder.encode(text.source), encoder.encode(text.target)
    steps = align_by_margin(text.source, text.target, sides)
    scores, usual = scores_of(text.source, text.target, sides)
    gold = set(text.gold)
    # A run that is left alone counts segment by segment, as it is found.
    gold |= {((i,), ()) for xs, ys in text.gold if not ys for i in xs}
    gold |= {((), (j,)) for xs, ys in text.gold if not xs for j in ys}
    known = line_features(steps, scores, usual)
    return [(features, bead in gold) for features, bead in zip(known, as_beads(steps), strict=True)]


def fit(data: Sequence[Sample], width: int) -> np.ndarray:
    """Logistic regression by Newton's method with a little ridge."""
    x = np.array([[1.0, *known] for known, _ in data if len(known) == width])
    y = np.array([right for known, right in data if len(known) == width], dtype=float)
    w = np.zeros(x.shape[1])
    for _ in range(40):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        hessian = (x * (p * (1 - p))[:, None]).T @ x + 0.5 * np.eye(len(w))
        w += np.linalg.solve(hessian, x.T @ (y - p) - 0.5 * w)
    return w


def stated(data: Sequence[Sample], paired: np.ndarray, alone: np.ndarray) -> np.ndarray:
    """What weights state of each bead."""
    scores = [
        w[0] + known @ w[1:] for known, _ in data for w in ((paired,) if len(known) == len(paired) - 1 else (alone,))
    ]
    return np.asarray(1 / (1 + np.exp(-np.clip(scores, -30, 30))))


def curve(name: str, data: Sequence[Sample], paired: np.ndarray, alone: np.ndarray) -> None:
    """Print the reliability curve."""
    said = stated(data, paired, alone)
    right = np.array([ok for _, ok in data], dtype=float)
    print(
        f"{name}: {len(data)} beads, {right.mean():.4f} right, {said.mean():.4f} stated, Brier {((said - right) ** 2).mean():.4f}"
    )
    for low, high in itertools.pairwise(STEPS):
        inside = (said >= low) & (said < high)
        if inside.any():
            print(
                f"  {low:.2f}-{min(high, 1):.2f}: {inside.sum():5} beads, stated {said[inside].mean():.3f}, right {right[inside].mean():.3f}"
            )


def main(gold: Path, record: Path) -> None:
    """The weights fitted on everything, and the curves."""
    found: dict[str, list[Sample]] = {}
    for text in development_texts(gold, record):
        found.setdefault(text.corpus, []).extend(samples(text))
    widths = len(line_confidence.PAIRED_WEIGHTS) - 1, len(line_confidence.ALONE_WEIGHTS) - 1
    everything = [sample for part in found.values() for sample in part]
    for name, width in zip(("paired", "alone"), widths, strict=True):
        print(name, np.round(fit(everything, width), 3).tolist())
    for corpus, data in found.items():
        leave = next((leave for leave in LEFT_OUT.values() if corpus in leave), {corpus})
        rest = [sample for other, part in found.items() if other not in leave for sample in part]
        curve(corpus, data, fit(rest, widths[0]), fit(rest, widths[1]))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
