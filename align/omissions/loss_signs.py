"""How sure several versions are together that another one leaves a passage out: signs that need all of them.

The score of a passage (``align.omissions.detection``) says of one pair of versions that words seem lost and that the text is too short. A
free rendering looks the same, and in a long paragraph a clause that is lost hardly shows in its length. So the network of word losses, which
reads both sentences (``align.lexicon.word_losses``), is asked of every version how surely each word has lost its rendering, and of a passage of
the one version what it says of the words of the others that render it: what is lost is lost for all of them. The network takes most of the
time; it is asked only where two cheap signs leave it open, how short the version is and how bare the barest passage stands. The
weights of the signs are in ``losses.json``, made by ``training/losses.py``.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from align.encoders.span_vectors import Floats
from align.lexicon.column_votes import RowTexts
from align.lexicon.word_losses import word_losses
from align.manifest import DATA, read_verified
from align.omissions.detection import Window, mean_score, windows
from align.omissions.length_model import AlignedPair

FILE = DATA / "losses.json"
_FEWEST = 2
"""Words of a passage that carry meaning: of one alone nothing can be shared."""
_LIKELIEST = 3
"""Passages of each version that are held against the others: those that have lost most."""
_SHOWN = 0.3
"""Share of the words of a passage whose renderings another version has, from which it shows the passage: chosen."""
_BEYOND = 6, 1.5
"""Words, and lengths of the passage, up to which a rendering may stand from the middle of the others: beyond it renders something else."""
_LEAST_SHARE = 1e-3
"""Share that stands for one of nothing, whose logarithm would be without bounds."""


@dataclass(frozen=True, slots=True)
class CheapSigns:
    """What is asked first of a version: ``short``, the mean of what it is too short by for the others, in spreads; ``bare``, the mean of how
    much barer than usual the barest passage of each other version stands, in standard deviations."""

    short: float
    bare: float


@dataclass(frozen=True, slots=True)
class LossSigns:
    """The signs that a version leaves out what others show.

    ``score`` is the mean of the scores of the other versions, in log odds. Of the passage, as each version that shows it has it, by the
    network, in nats: ``mean``, ``least`` and ``second`` least of the versions' means. ``shown`` is the share of the other versions
    that show it, ``words`` the logarithm of one more than its words that carry meaning, the median.
    """

    score: float
    mean: float
    least: float
    second: float
    shown: float
    words: float


@dataclass(frozen=True, slots=True)
class LostPart:
    """What one version seems to leave out: the passage of each version that shows it, the surest first, and the signs; ``lost`` are the
    characters of the words in each that carry meaning and are rather lost than not."""

    windows: Mapping[str, Window]
    lost: Mapping[str, int]
    signs: LossSigns


@dataclass(frozen=True)
class _Model:
    """Centres and spreads of the signs, in their order, their weights, and the bias."""

    mean: Floats
    spread: Floats
    weights: Floats
    bias: float

    def odds(self, signs: CheapSigns | LossSigns) -> float:
        return float((np.array(astuple(signs)) - self.mean) / self.spread @ self.weights + self.bias)


@lru_cache(maxsize=2)
def _model(name: str) -> _Model:
    data = json.loads(read_verified(FILE))[name]
    mean, spread, weights = (np.array(data[part], dtype=np.float32) for part in ("mean", "spread", "weights"))
    return _Model(mean, spread, weights, float(data["bias"]))


def loss_odds(signs: LossSigns) -> float:
    """The log odds that a passage is left out, clean versions of rows and clauses left out by us being as many as they were when it was
    learned."""
    return _model("told").odds(signs)


def is_open(signs: CheapSigns) -> bool:
    """Whether the cheap signs leave it open that a passage is left out: of clean versions of rows one in twenty is so."""
    return _model("asked").odds(signs) >= 0


def cheap_signs(column: RowTexts, sides: Sequence[AlignedPair], lacking: str) -> CheapSigns | None:
    """What is asked first of version ``lacking``; ``sides`` holds each other version as the source. None where no lexicon tells."""
    known = [side for side in sides if side.known and (side.source_code, lacking) in column.shares]
    if not known:
        return None
    short = sum(side.shortfall for side in known) / len(known)
    return CheapSigns(short, sum(_barest(column, side) for side in known) / len(known))


def _barest(column: RowTexts, side: AlignedPair) -> float:
    """How much barer than usual the barest passage of the source stands, in standard deviations.

    How usual it is that a word is rendered as little is as often any share as any other; so the mean of its logarithm is -1, and its
    spread 1.
    """
    firsts, ends, counts = side.of_source.of("content of windows", lambda: _counted(column, side))
    if not len(counts):
        return 0.0
    content = column.words[side.source_code].content
    bare = -np.log(np.maximum(column.shares[side.source_code, side.target_code], _LEAST_SHARE))
    sums = np.concatenate([[0.0], np.where(content, bare, 0).cumsum(dtype=np.float64)])
    inside = sums[ends] - sums[firsts]
    return float(((inside / counts - 1) * np.sqrt(counts)).max())


def _counted(column: RowTexts, side: AlignedPair) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Where the passages of the source begin and end, in words, and how many of these carry meaning; those with enough of them."""
    places = np.array([(w.first, w.end) for w in windows(side)], dtype=np.int64).reshape(-1, 2)
    sums = np.concatenate([[0], np.cumsum(column.words[side.source_code].content)])
    counts = sums[places[:, 1]] - sums[places[:, 0]]
    kept = counts >= _FEWEST
    return places[kept, 0], places[kept, 1], counts[kept]


def lost_part(column: RowTexts, sides: Sequence[AlignedPair], lacking: str) -> LostPart | None:
    """What version ``lacking`` seems to leave out of all that others show; ``sides`` holds each of them as the source.

    None where the network does not know most of the others or finds their texts too long, and where no passage stands in most of them.
    """
    sides = [side for side in sides if side.known]
    losses = {side.source_code: found for side in sides if (found := _losses(column, side)) is not None}
    parts = (
        part
        for side in sides
        if side.source_code in losses
        for window in _likeliest(column, side, losses[side.source_code])
        if 2 * len(part := _shown(column, side.source_code, window, losses)) > max(2, len(sides))
    )
    best = max(parts, key=lambda part: _mean(losses, part), default=None)
    if best is None:
        return None
    means = sorted(float(losses[code][places].mean()) for code, places in best.items())
    signs = LossSigns(
        score=mean_score(sides),
        mean=sum(means) / len(means),
        least=means[0],
        second=means[1],
        shown=len(means) / len(sides),
        words=math.log(float(np.median([len(places) for places in best.values()])) + 1),
    )
    by_code = {side.source_code: side for side in sides if windows(side)}
    shown = {code: _nearest(column, by_code[code], places) for code, places in best.items() if code in by_code}
    lost = {code: _characters_lost(column, code, window, losses[code]) for code, window in shown.items()}
    return LostPart(shown, lost, signs)


def _mean(losses: Mapping[str, Floats], part: Mapping[str, NDArray[np.int64]]) -> float:
    return sum(float(losses[code][places].mean()) for code, places in part.items()) / len(part)


def _losses(column: RowTexts, side: AlignedPair) -> Floats | None:
    """What the network says of each word of the source."""
    texts = column.texts[side.source_code], column.texts[side.target_code]
    return word_losses(*texts, side.source_language, side.target_language)


def _likeliest(column: RowTexts, side: AlignedPair, losses: Floats) -> Iterator[NDArray[np.int64]]:
    """The words that carry meaning of the passages of the source that have lost most by the network."""
    content = np.array(column.words[side.source_code].content)
    firsts, ends, counts = side.of_source.of("content of windows", lambda: _counted(column, side))
    sums = np.concatenate([[0.0], np.where(content, losses, 0).cumsum(dtype=np.float64)])
    for k in np.argsort((sums[firsts] - sums[ends]) / counts)[:_LIKELIEST].tolist():
        first = int(firsts[k])
        yield first + content[first : int(ends[k])].nonzero()[0]


def _shown(
    column: RowTexts, has: str, inside: NDArray[np.int64], losses: Mapping[str, Floats]
) -> dict[str, NDArray[np.int64]]:
    """The words that carry meaning of a passage in each version that shows it, that version ``has`` first, of which they are ``inside``."""
    found = {has: inside}
    near = max(_BEYOND[0], _BEYOND[1] * (int(inside[-1]) - int(inside[0]) + 1))
    for code in losses:
        pair = column.pair(has, code) if code != has else None
        if pair is None:
            continue
        partners = np.unique(pair.partners[inside]).astype(np.int64)
        partners = partners[partners >= 0]
        partners = partners[np.array(column.words[code].content)[partners]]
        if len(partners) < max(1, _SHOWN * len(inside)):
            continue
        found[code] = partners[np.abs(partners - partners[len(partners) // 2]) <= near]
    return found


def _characters_lost(column: RowTexts, code: str, window: Window, losses: Floats) -> int:
    """The characters of the words of a passage that carry meaning and are rather lost than not."""
    words = column.words[code]
    gone = [k for k in range(window.first, window.end) if words.content[k] and losses[k] > 0]
    return sum(words.ends[k] - words.begins[k] for k in gone)


def _nearest(column: RowTexts, side: AlignedPair, places: NDArray[np.int64]) -> Window:
    """The passage of the source that has most of some words, and fewest others."""
    sums = np.concatenate([[0], np.cumsum(column.words[side.source_code].content)])

    def shared(window: Window) -> float:
        inside = int(((places >= window.first) & (places < window.end)).sum())
        return 2 * inside / (len(places) + int(sums[window.end] - sums[window.first]))

    return max(windows(side), key=shared)
