"""How sure several versions are together that another one leaves a passage out: signs that need all of them.

The score of a passage (``align.omissions.detection``) says of one pair of versions that words seem lost and that the text is too short. A
free rendering looks the same, from one version or from all. It differs in that the words which render the passage do stand there: the
words of the passage are linked to words that are linked to them, or the version has words to spare at the place, which render nothing
else. What is left out leaves none of these. The weights of the signs are in ``losses.json``, made by ``training/losses.py``.
"""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import astuple, dataclass
from functools import lru_cache
from statistics import median

import numpy as np

from align.encoders.span_vectors import Floats
from align.lexicon.column_votes import RowTexts
from align.lexicon.paired_words import PairedWords
from align.manifest import DATA, read_verified

FILE = DATA / "losses.json"
_AROUND = 8
"""Words before and after a passage whose links say where its rendering should stand; as the evidence of words looks around
(align/lexicon/word_evidence.py)."""
_BESIDE = 4
"""Words by which the rendering may stand beyond these: half as many, chosen."""
_LEAST_SHARE = 1e-4
"""Share that stands for one of nothing, whose logarithm would be without bounds."""


@dataclass(frozen=True, slots=True)
class LossSigns:
    """The signs that a version leaves out what others show.

    ``mean`` and ``least`` are of the scores of the other versions, in log odds; ``usual`` the logarithm of how usual it is that adopted
    texts leave the passage's words as bare. Of the versions that show it the medians: ``linked``, the share of its words that are linked
    both ways; ``spare``, the words at the place that render nothing else, for each of its words; ``words``, the logarithm of one more than
    its words. Words are those that carry meaning.
    """

    mean: float
    least: float
    usual: float
    linked: float
    spare: float
    words: float


@dataclass(frozen=True)
class _Model:
    """Centres and spreads of the signs, in their order, their weights, and the bias."""

    mean: Floats
    spread: Floats
    weights: Floats
    bias: float


@lru_cache(maxsize=1)
def _model() -> _Model:
    data = json.loads(read_verified(FILE))
    mean, spread, weights = (np.array(data[name], dtype=np.float32) for name in ("mean", "spread", "weights"))
    return _Model(mean, spread, weights, float(data["bias"]))


def loss_odds(signs: LossSigns) -> float:
    """The log odds that a passage is left out, clean candidates and clauses left out by us being as many as they were when it was learned."""
    model = _model()
    return float((np.array(astuple(signs)) - model.mean) / model.spread @ model.weights + model.bias)


def loss_signs(
    column: RowTexts, shown: Mapping[str, Collection[int]], lacking: str, scores: Sequence[float]
) -> LossSigns | None:
    """The signs that version ``lacking`` leaves out what the others show.

    ``shown`` has the places of the words of the passage in each version that shows it, ``scores`` what every other version says. None where
    no lexicon tells of any.
    """
    pairs = ((code, places, column.pair(code, lacking)) for code, places in shown.items() if places)
    found = [
        _of_pair(column, code, frozenset(places), lacking, pair) for code, places, pair in pairs if pair is not None
    ]
    known = [signs for signs in found if signs is not None]
    if not known or not scores:
        return None
    usual, linked, spare, words = zip(*known, strict=True)
    return LossSigns(
        mean=sum(scores) / len(scores),
        least=min(scores),
        usual=sum(usual) / len(usual),
        linked=median(linked),
        spare=median(spare),
        words=math.log(median(words) + 1),
    )


def _of_pair(
    column: RowTexts, has: str, places: frozenset[int], lacking: str, pair: PairedWords
) -> tuple[float, float, float, int] | None:
    """How usual its words are so bare, the share of them that is linked both ways, the words to spare for each, and their count; None
    where none carries meaning."""
    content = column.words[has].content
    inside = [place for place in sorted(places) if content[place]]
    if not inside:
        return None
    shares = np.maximum(column.shares[has, lacking][inside], _LEAST_SHARE)
    linked = sum(_is_linked(pair, place) for place in inside)
    spare = _words_to_spare(column.words[lacking].content, places, pair)
    return float(np.log(shares).mean()), linked / len(inside), spare / len(inside), len(inside)


def _is_linked(pair: PairedWords, place: int) -> bool:
    """Whether the word that renders a word best is itself best rendered by it."""
    partner = int(pair.partners[place])
    return partner >= 0 and int(pair.partners_back[partner]) == place


def _words_to_spare(content: Sequence[bool], places: frozenset[int], pair: PairedWords) -> int:
    """The words where the rendering should stand that render nothing outside the passage; of the whole text where no link tells the place."""
    first, last = min(places), max(places)
    around = (*range(max(0, first - _AROUND), first), *range(last + 1, min(len(pair.there), last + 1 + _AROUND)))
    beside = [int(pair.partners[place]) for place in around if _is_linked(pair, place)]
    low, high = (min(beside) - _BESIDE, max(beside) + _BESIDE) if beside else (0, len(content))
    return sum(
        bool(content[j]) and (pair.back[j] < 0 or pair.partners_back[j] < 0 or int(pair.partners_back[j]) in places)
        for j in range(max(0, low), min(len(content), high + 1))
    )
