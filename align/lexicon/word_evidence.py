"""Word by word: how likely it is that a text renders each word of another.

The evidence for a word is the logarithm of a ratio: how probable the word is given the words of the other text, over how
probable it is anyway. A link of two words counts more where the words around them are linked too, so that a word is not
taken for rendered because the same word stands elsewhere in a long paragraph.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from align.encoders.span_vectors import Floats
from align.lexicon.known_pairs import known_arrays
from align.lexicon.links import linked, linked_each, probabilities
from align.lexicon.tokenization import StemmedText, stemmed
from align.lexicon.translation_tables import Vocabulary, knows, numbered, vocabulary
from corpora.languages import Language

# Set on one half of the development record, judged on the other: training/omissions.py.
_AROUND = (5, 8)
"""Words before and after, in the source and in the target, whose links support a link."""
_SAME_FORM = np.float32(0.5)
"""Probability that a number or a name renders itself where the lexicon does not know it."""
_NAME_LETTERS = 4
"""Letters from which a word that stands on both sides is taken for a name; shorter ones coincide by chance."""
_ANYWAY = 0.25
"""Share of the words of a rendered text that no word of the other accounts for."""
_WINDOW = 12.0
"""Words of the target among which the rendering of a word is to be expected."""
_LEAST, _MOST = -1.4, 3.0
"""Bounds of the evidence of a word, in nats: no single word decides."""
RARE = 3
"""A word seen fewer times than this may have a rendering that the lexicon does not know: its absence says little."""
_RARE_LEAST = -0.3
"""The lower bound for a rare word, in nats."""
UNRENDERED = -0.6
"""Evidence, in nats, under which no word of the other text renders a word."""
_LARGEST = 4_000_000
"""Pairs of words up to which a text is looked at: two thousand words a side. A table of more says nothing either way."""


@lru_cache(maxsize=8192)
def word_evidence(source: str, target: str, source_language: Language, target_language: Language) -> Floats:
    """The evidence, in nats, that each word of ``source`` is rendered in ``target``: positive where it is.

    The words are those of ``align.lexicon.tokenization.stemmed``; 0 for all where the texts are too long to be compared. KeyError where there is no lexicon of the two languages.
    """
    mine, theirs = stemmed(source, source_language), stemmed(target, target_language)
    vocabulary_of_pair(source_language, target_language)
    if not mine.stems or not theirs.stems:
        return np.full(len(mine.stems), _LEAST, dtype=np.float32)
    if len(mine.stems) * len(theirs.stems) > _LARGEST:
        return np.zeros(len(mine.stems), dtype=np.float32)
    if source_language.code < target_language.code:
        return _both_ways(source, target, source_language, target_language)[0]
    return _both_ways(target, source, target_language, source_language)[1]


@lru_cache(maxsize=4096)
def _both_ways(first: str, second: str, first_language: Language, second_language: Language) -> tuple[Floats, Floats]:
    """The evidence of the words of two texts, whose languages are in the order of the alphabet, each in the other: who asks for one
    asks for the other as a rule, and half of what they need is the same."""

    def made() -> tuple[Floats, Floats]:
        tables = _tables(first, second, first_language, second_language)
        there, back = linked_each(*tables, [_AROUND, _AROUND[::-1]])
        return (
            _evidence_of(first, first_language, there.best_of_rows()),
            _evidence_of(second, second_language, back.best_of_columns()),
        )

    texts = first_language.code, second_language.code, first, second
    there, back = known_arrays("both ways", texts, made)
    return there, back


def _evidence_of(text: str, language: Language, best: Floats) -> Floats:
    known = vocabulary(language.code)
    return _evidence(best, known, known.counts[numbered(text, language).numbers])


def vocabulary_of_pair(source_language: Language, target_language: Language) -> Vocabulary:
    """The vocabulary of the source. Raises KeyError where there is no lexicon of the two languages."""
    if not knows(source_language.code, target_language.code):
        raise KeyError((source_language.code, target_language.code))
    return vocabulary(source_language.code)


def link_weights(source: str, target: str, source_language: Language, target_language: Language) -> Floats:
    """How strongly each word of ``source`` is linked to each of ``target``, 0 to 1: (source words, target words).

    The words are those of ``align.lexicon.tokenization.stemmed``; all 0 where the texts are too long to be compared. KeyError where there
    is no lexicon of the two languages.
    """
    shape = len(stemmed(source, source_language).stems), len(stemmed(target, target_language).stems)
    vocabulary_of_pair(source_language, target_language)
    if not all(shape) or shape[0] * shape[1] > _LARGEST:
        return np.zeros(shape, dtype=np.float32)
    if source_language.code < target_language.code:
        return linked(*_tables(source, target, source_language, target_language), _AROUND).weights()
    return linked(*_tables(target, source, target_language, source_language), _AROUND[::-1]).weights().T


def _tables(first: str, second: str, first_language: Language, second_language: Language) -> tuple[Floats, Floats]:
    """The probabilities of two texts whose languages are in the order of the alphabet; what stands on both sides may render itself."""
    there, back = probabilities(first, second, first_language, second_language)
    same = _same_forms(stemmed(first, first_language), stemmed(second, second_language))
    if same[0]:
        there, back = there.copy(), back.copy()
        for table in (there, back):
            table[same] = np.maximum(table[same], _SAME_FORM)
    return there, back


def _same_forms(first: StemmedText, second: StemmedText) -> tuple[list[int], list[int]]:
    """The places of the words of two texts that are one number or name, each pair once."""
    both = {w for w in set(first.stems).intersection(second.stems) if len(w) >= _NAME_LETTERS or w.isdigit()}
    rows: list[int] = []
    columns: list[int] = []
    if not both:
        return rows, columns
    places: dict[str, list[int]] = {word: [] for word in both}
    for j, word in enumerate(second.stems):
        if word in both:
            places[word].append(j)
    for i, word in enumerate(first.stems):
        if word in both:
            rows += [i] * len(places[word])
            columns += places[word]
    return rows, columns


def _evidence(best: Floats, known: Vocabulary, seen: NDArray[np.int64]) -> Floats:
    """The evidence of words that the other text renders as well as ``best`` says and that were ``seen`` so often."""
    anyway = (seen + 0.5) / (known.total + 1)
    found = np.clip(np.log(_ANYWAY + (1 - _ANYWAY) * best / _WINDOW / anyway), _LEAST, _MOST)
    return np.asarray(np.where(seen < RARE, np.maximum(found, _RARE_LEAST), found), dtype=np.float32)
