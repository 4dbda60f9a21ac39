"""What a word usually renders: how a rare rendering is told from a loss.

The evidence that a word is rendered asks what usually renders it, so that an unusual rendering counts little ("adecuados" as "suitable").
But that word may itself render nothing else as a rule: in the other direction it speaks clearly.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from align.encoders.span_vectors import Floats
from align.lexicon.column_votes import RowTexts, Word
from align.lexicon.links import probabilities

_USUAL = 0.12
"""Probability, the mean over the versions that have a word, that another word renders it, from which it does. Of 35 resolutions that were
read (Council 2022-2023, Assembly 78) ten false findings of lost words of scope have more, and none of 33 right ones."""
_NEAR = 8
"""Words around the place of a rendering among which such a word is looked for, twice as many where a language writes without spaces."""


def usually_renders(column: RowTexts, having: Sequence[Word], other: str) -> bool:
    """Whether a word of version ``other``, near the place where a rendering should stand, usually renders a word of other versions.

    ``having`` are the words that render each other, one for each version that has it.
    """
    found = [
        _near(column, word, other, known) for word in having if (known := _sources(column, word, other)) is not None
    ]
    return bool(found) and float(np.mean(found, axis=0).max(initial=0.0)) >= _USUAL


def as_often_rendered(column: RowTexts, having: Sequence[Word], other: str) -> bool:
    """Whether version ``other`` has as many words that usually render a word of other versions as these have of it, wherever they stand.

    More than half of the versions of ``having`` must be answered so. For words that carry meaning: of "all" one may be lost beside another
    one that was added.
    """
    votes = [
        int((known >= _USUAL).sum()) >= sum(stem == stems[word.place] for stem in stems)
        for word in having
        if (known := _sources(column, word, other)) is not None
        for stems in [column.words[word.code].stems]
    ]
    return 2 * sum(votes) > len(votes)


def _sources(column: RowTexts, word: Word, other: str) -> Floats | None:
    """The probability that each word of ``other`` renders a word, (words,); None where it is not known."""
    if column.pair(word.code, other) is None:
        return None
    first, second = sorted((word.code, other))
    texts, languages = column.texts, column.languages
    there, back = probabilities(texts[first], texts[second], languages[first], languages[second])
    return back[word.place] if first == word.code else there[:, word.place]


def _near(column: RowTexts, word: Word, other: str, known: Floats) -> Floats:
    """The same, 0 far from the place where the rendering should stand."""
    spaced = column.languages[word.code].spaced and column.languages[other].spaced
    distance = np.abs(np.arange(len(known)) - column.expected(word.code, word.place, other))
    return np.where(distance <= (_NEAR if spaced else 2 * _NEAR), known, np.float32(0))
