"""Calibrating the probability of beads: fits the weights, prints the reliability curve.

    python -m benchmarks.confidence ../shared/record

Resolutions in six languages whose versions have the same paragraph ids; numbers hidden, 8 % and 4 % of paragraphs dropped.
Half of the resolutions fit the weights, the other half give the curve.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path
from unittest.mock import patch

import numpy as np

import align.versions
from align.encoders import default_encoder
from align.search.calibration import ALIGNED_WEIGHTS, ALONE_WEIGHTS, bead_probability, features
from benchmarks.record import damaged
from training.record import read_versions, versions

Sample = tuple[tuple[float, ...], bool]


def samples(record: Path) -> tuple[list[Sample], list[Sample]]:
    """Features and rightness of every bead, for fitting and for testing."""
    out: tuple[list[Sample], list[Sample]] = ([], [])
    seen: list[tuple[float, ...]] = []
    real = features

    def spy(costs, step):  # type: ignore[no-untyped-def]
        seen.append(real(costs, step))
        return seen[-1]

    patch.object(align.versions, "features", spy).start()
    for number, paths in enumerate(versions(record / "akn4un").values()):
        found = read_versions(paths)
        french = found.pop("fr", None)
        for code, other in found.items():
            if french is None or [p.id for p in french.paragraphs] != [p.id for p in other.paragraphs]:
                continue
            left, right = damaged(french, other, "damaged and hidden", random.Random(f"{french.symbol}{code}"))
            kept = [{p.id for p in r.paragraphs} for r in (left, right)]
            seen.clear()
            sides = left.paragraphs, right.paragraphs
            beads = align.versions._align(sides, sides, default_encoder())
            for known, bead in zip(seen, beads, strict=True):
                if bead.source and bead.target:
                    right_bead = bead.source == bead.target and len(bead.source) == 1
                else:
                    (only,) = bead.source or bead.target
                    right_bead = only not in kept[1 if bead.source else 0]
                out[number % 2].append((known, right_bead))
    return out


def fit(data: list[Sample], width: int) -> np.ndarray:
    """Logistic regression by Newton's method with a little ridge."""
    x = np.array([[1.0, *known] for known, _ in data if len(known) == width])
    y = np.array([right for known, right in data if len(known) == width], dtype=float)
    w = np.zeros(x.shape[1])
    for _ in range(40):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        hessian = (x * (p * (1 - p))[:, None]).T @ x + 0.05 * np.eye(len(w))
        w += np.linalg.solve(hessian, x.T @ (y - p) - 0.05 * w)
    return w


def main(record: Path) -> None:
    """Weights as fitted, then the curve of the weights in use on the other half."""
    fitting, testing = samples(record)
    print("fitted, paired:", np.round(fit(fitting, 4), 3).tolist(), "in use:", list(ALIGNED_WEIGHTS))
    print("fitted, alone: ", np.round(fit(fitting, 1), 3).tolist(), "in use:", list(ALONE_WEIGHTS))
    stated = np.array([bead_probability(known) for known, _ in testing])
    right = np.array([ok for _, ok in testing])
    for low, high in ((0, 0.5), (0.5, 0.7), (0.7, 0.9), (0.9, 0.97), (0.97, 0.99), (0.99, 0.999), (0.999, 1.01)):
        inside = (stated >= low) & (stated < high)
        if inside.any():
            print(
                f"stated {low:.3f}-{min(high, 1):.3f}: {inside.sum():6} beads, mean stated {stated[inside].mean():.4f}, right {right[inside].mean():.4f}"
            )
    print(
        f"expected calibration error {np.abs(stated.mean() - right.mean()):.4f} overall; Brier {((stated - right) ** 2).mean():.4f}"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
