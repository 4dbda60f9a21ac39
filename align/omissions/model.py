"""The weights of the signs of an omission, and how sure clean paragraphs seem: measured, and kept in ``omissions.json``."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from align.encoders.span_vectors import Floats
from align.manifest import DATA, read_verified

FILE = DATA / "omissions.json"


@dataclass(frozen=True)
class Model:
    """Weights of the signs, and the scores that one clean pair in so many reaches, by direction and rate."""

    mean: Floats
    spread: Floats
    weights: Floats
    bias: float
    thresholds: dict[str, dict[str, float]]


@lru_cache(maxsize=1)
def model() -> Model:
    """The weights as measured."""
    data = json.loads(read_verified(FILE))
    mean, spread, weights = (np.array(data[name], dtype=np.float32) for name in ("mean", "spread", "weights"))
    return Model(mean, spread, weights, float(data["bias"]), data["thresholds"])


def threshold_of_votes(code: str, sort: str, rate: float) -> float:
    """The mean score that a share ``rate`` of clean rows of six versions reaches for a version; ``sort`` is "left out" or "added"."""
    return _at(model().thresholds[f"{code} {sort}"], rate)


def threshold(source_code: str, target_code: str, rate: float) -> float:
    """The score that one clean pair of paragraphs in ``1 / rate`` reaches."""
    table = model().thresholds
    return _at(table.get(f"{source_code}-{target_code}", table["any"]), rate)


def _at(measured: dict[str, float], rate: float) -> float:
    """The score at a rate: as measured, or between two rates that were, by their logarithms. Raises ValueError beyond them."""
    rates = sorted(map(float, measured))
    if not rates[0] <= rate <= rates[-1]:
        raise ValueError(f"a rate of {rate} lies beyond those that were measured, {rates[0]} to {rates[-1]}")
    scores = [measured[f"{r:g}"] for r in rates]
    return float(np.interp(np.log(rate), np.log(rates), scores))
