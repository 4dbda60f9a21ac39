"""How surely the words of a row of versions are lost, by what the network reads in all sentences of the row.

The lexicon says which words are in doubt; the network (``word_losses``) is asked of these alone, of each version that has the word against
each that may lack it. What is lost is lost for all of them, and nothing stands in its place: a word there that nothing renders either is as a
rule the rendering, in other words.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from statistics import median

import numpy as np

from align.encoders.span_vectors import Floats
from align.lexicon.column_votes import RowTexts, Word
from align.lexicon.translation_tables import times_seen
from align.lexicon.word_evidence import RARE
from align.lexicon.word_losses import word_losses

# Chosen by reading what seven and four resolutions of the Council of 2022 have first in this order; 2023 was left out.
_LEAST = -2.0
"""Log-odds, in nats, from which a word may be lost for one version: one that is surely rendered for any of them is not lost."""
_BY_REPLACED, _FREE = 0.35, -8.0
"""What the log-odds of a word in the place of the rendering take away, and what these are where none stands there, at the least."""
_AROUND = 4
"""Words on either side of the place of a rendering among which one may stand for it, twice as many where a language writes without spaces."""


def how_surely_lost(column: RowTexts, having: Sequence[Word], lacking: Iterable[str], least: float) -> float | None:
    """How surely the versions of ``lacking`` have no rendering of a word, in nats: what the network says of the words of ``having`` that render
    each other, less for what stands in their place.

    None where it is under ``least``, where the network says that one of the words is rendered or does not know the languages, and where, in
    half of the versions that lack it, a word that the lexicon hardly knows stands in the place.
    """
    # Always in the order of the versions: so of most words the same pairs of versions are asked, and no others.
    order = list(column.texts)
    pairs = sorted(
        itertools.product(having, lacking), key=lambda pair: (order.index(pair[0].code), order.index(pair[1]))
    )
    said = []
    for word, code in pairs:
        losses = _losses(column, word.code, code)
        if losses is None or losses[word.place] < _LEAST:
            return None
        said.append(float(losses[word.place]))
    lost = float(np.mean(said)) if said else _LEAST
    if lost - _BY_REPLACED * _FREE < least:
        return None
    codes = dict.fromkeys(code for _, code in pairs)
    asked = [_replaced(column, [word for word, other in pairs if other == code], code) for code in codes]
    instead = [value for value in asked if value is not None]
    if 2 * len(instead) <= len(asked):
        return None
    found = lost - _BY_REPLACED * float(np.mean(instead))
    return found if found >= least else None


def _losses(column: RowTexts, code: str, other: str) -> Floats | None:
    texts, languages = column.texts, column.languages
    return word_losses(texts[code], texts[other], languages[code], languages[other])


def _replaced(column: RowTexts, having: Sequence[Word], lacking: str) -> float | None:
    """How surely a word that carries meaning and stands about where the rendering should is itself without a rendering in the versions of
    ``having``, in nats; None where the lexicon hardly knows one of them."""
    centre = round(median(column.expected(word.code, word.place, lacking) for word in having))
    around = _AROUND if column.languages[lacking].spaced else 2 * _AROUND
    content = column.words[lacking].content
    near = [k for k in range(max(0, centre - around), min(len(content), centre + around + 1)) if content[k]]
    seen = times_seen(column.texts[lacking], column.languages[lacking])
    tables = [losses for word in having if (losses := _losses(column, lacking, word.code)) is not None]
    if any(seen[k] < RARE for k in near) or not tables:
        return None
    return max([_FREE, *(float(np.mean([table[k] for table in tables])) for k in near)])
