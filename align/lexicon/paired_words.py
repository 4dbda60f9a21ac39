"""The words of two texts that stand opposite each other: how far each is rendered, both ways at once, and by which word.

The evidence is that of ``align.lexicon.word_evidence`` without its bounds: what a word of a language usually has is told by its
own habit (``align.lexicon.word_habits``), and that can only be asked where the least evidence can still be ranked.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from align.encoders.span_vectors import Floats
from align.lexicon.known_pairs import known_arrays
from align.lexicon.links import linked, probabilities
from align.lexicon.translation_tables import Vocabulary, knows, numbered, vocabulary
from corpora.languages import Language

Places = NDArray[np.int32]

_AROUND = 6
"""Words before and after, on either side, whose links support a link."""
_WINDOW = 12.0
"""As in ``word_evidence``: the words among which a rendering is to be expected."""
_LEAST = 1e-3
"""Added to the ratio whose logarithm is the evidence: what no word renders at all stands at -6.9 nats."""
_LINKED = 0.05
"""Strength from which two words are taken for each other's rendering; chosen on the Council's resolutions of 2020 and 2021."""
_LARGEST = 400_000
"""Pairs of words up to which two texts are looked at: some six hundred words a side. A table of more is no sentence."""


@dataclass(frozen=True, slots=True)
class PairedWords:
    """How two texts of n and m words render each other's words (``stemmed`` of either).

    ``there`` (n,) and ``back`` (m,) are the evidence, in nats, that each word is rendered on the other side; ``partners`` (n,)
    and ``partners_back`` (m,) the place of the word of the other side that renders it best, -1 where none does.
    """

    there: Floats
    back: Floats
    partners: Places
    partners_back: Places

    def turned(self) -> PairedWords:
        """The same with the sides exchanged."""
        return PairedWords(self.back, self.there, self.partners_back, self.partners)


def paired_words(first: str, second: str, first_language: Language, second_language: Language) -> PairedWords | None:
    """How two texts render each other's words; None where one has no words or both together are too long.

    Raises KeyError where there is no lexicon of the two languages.
    """
    if first_language.code > second_language.code:
        found = _paired(second, first, second_language, first_language)
        return found and found.turned()
    return _paired(first, second, first_language, second_language)


@lru_cache(maxsize=4096)
def _paired(first: str, second: str, first_language: Language, second_language: Language) -> PairedWords | None:
    mine, theirs = numbered(first, first_language).numbers, numbered(second, second_language).numbers
    if not knows(first_language.code, second_language.code):
        raise KeyError((first_language.code, second_language.code))
    if not 0 < len(mine) * len(theirs) <= _LARGEST:
        return None

    def made() -> tuple[Floats, Floats, Places, Places]:
        links = linked(*probabilities(first, second, first_language, second_language), (_AROUND, _AROUND))
        strengths = links.weights()
        return (
            _evidence(links.best_of_rows(), vocabulary(first_language.code), mine),
            _evidence(links.best_of_columns(), vocabulary(second_language.code), theirs),
            partners_of(strengths),
            partners_of(strengths.T),
        )

    texts = first_language.code, second_language.code, first, second
    return PairedWords(*known_arrays("paired", texts, made))


def _evidence(best: Floats, known: Vocabulary, words: Places) -> Floats:
    anyway = (known.counts[words] + 0.5) / (known.total + 1)
    return np.asarray(np.log(_LEAST + best / (_WINDOW * anyway)), dtype=np.float32)


def partners_of(links: Floats) -> Places:
    """The place of the word to which each is linked best, (n,), -1 where none is linked as strongly as _LINKED; ``links`` is (n, m)."""
    best = links.argmax(axis=1)
    strength = links[np.arange(len(links)), best]
    return np.where(strength >= _LINKED, best, -1).astype(np.int32)
