"""Which words render which, learned from adopted resolutions: the translation probabilities of every pair of languages.

Made by ``training/lexicon.py``: IBM Model 1 (Brown et al., "The mathematics of statistical machine translation",
Computational Linguistics 19(2), 1993) over the stems of aligned paragraphs, with the diagonal prior of fast_align (Dyer et
al., "A simple, fast, and effective reparameterization of IBM Model 2", NAACL 2013). Beside the probabilities stand how often
each stem was seen, and how many characters it adds to a rendering over what its own length says.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from align.encoders.span_vectors import Floats
from align.lexicon.tokenization import stemmed
from align.manifest import DATA, check_rows
from align.unpacked import columns_of, words_in
from corpora.languages import Language

if TYPE_CHECKING:
    from scipy.sparse import csr_array

FOLDER = DATA / "lexicons"
SCALE = 250
"""Probabilities are kept in a byte: one of this many parts."""


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """The stems of a language, numbered from 1 (0 is every other word), and how often each was seen, by number."""

    numbers: Mapping[str, int]
    counts: NDArray[np.int64]

    @cached_property
    def total(self) -> int:
        """Words seen."""
        return int(self.counts.sum())

    def of(self, words: Sequence[str]) -> NDArray[np.int32]:
        """The numbers of some words."""
        known = self.numbers.get
        return np.array([known(w, 0) for w in words], dtype=np.int32)


@dataclass(frozen=True, slots=True, eq=False)
class NumberedWords:
    """The words of a text by their numbers in the vocabulary of its language.

    ``numbers`` (n,) are those of its n words, ``distinct`` (d,) the same in rising order, each once, and ``places`` (n,) where each word
    stands among these.
    """

    numbers: NDArray[np.int32]
    distinct: NDArray[np.int32]
    places: NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class PairedStems:
    """The stems of two languages that may render each other, as a sparse table in rows: what SciPy's CSR holds.

    ``starts`` (stems of the first language + 2,) says where the partners of each begin among ``partners`` (k,), which are
    numbers of the second language in rising order; ``there`` and ``back`` (k,) are the probabilities, in parts of SCALE, that the first
    renders as the second and the second as the first. ``width`` is the stems of the second language, with the unknown one.
    """

    starts: NDArray[np.int64]
    partners: NDArray[np.int32]
    there: NDArray[np.uint8]
    back: NDArray[np.uint8]
    width: int

    def among(self, first: NDArray[np.int32], second: NDArray[np.int32]) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
        """Both probabilities, in parts of SCALE, of some stems of either language, none twice: each (first stems, second stems)."""
        begin, end = self.starts[first], self.starts[first + 1]
        lengths = end - begin
        partners = np.concatenate([self.partners[a:b] for a, b in zip(begin.tolist(), end.tolist(), strict=True)])
        # The place of each stem of the second language among those asked for, 0 for those that are not.
        place_of = np.zeros(self.width, dtype=np.int32)
        place_of[second] = np.arange(1, len(second) + 1, dtype=np.int32)
        place = place_of.take(partners)
        here = np.flatnonzero(place)
        row = np.arange(len(first)).repeat(lengths).take(here)
        at = here + (begin - np.cumsum(lengths) + lengths).take(row)
        there, back = (np.zeros((len(first), len(second)), dtype=np.uint8) for _ in range(2))
        flat = row * len(second) + place.take(here) - 1
        there.ravel()[flat], back.ravel()[flat] = self.there.take(at), self.back.take(at)
        return there, back

    def matrices(self) -> tuple[csr_array, csr_array]:
        """Both tables for SciPy, in parts of SCALE."""
        from scipy.sparse import csr_array  # here, since only lines are aligned with it

        shape = len(self.starts) - 1, self.width
        there, back = (csr_array((parts, self.partners, self.starts), shape=shape) for parts in (self.there, self.back))
        return there, back


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Translation probabilities of the stems of a source language in a target language.

    ``pairs`` serves both directions of the two languages; ``turned`` says that its first language is the target here. ``scale`` tells
    how many characters of the target one of the source becomes, and ``extra[i]`` how many more (or, negative, fewer) source stem
    i adds.
    """

    source: Vocabulary
    target: Vocabulary
    pairs: PairedStems
    turned: bool
    scale: float
    extra: Floats

    def matrices(self) -> tuple[csr_array, csr_array]:
        """The probabilities, in parts of SCALE, that source stem i is rendered by target stem j, and j by i: each [i, j]."""
        there, back = self.pairs.matrices()
        return (back.T.tocsr(), there.T.tocsr()) if self.turned else (there, back)

    def expected_length(self, characters: int, words: NumberedWords) -> float:
        """Characters of the rendering of a text of so many characters with these words."""
        return self.scale * characters + float(self.extra[words.numbers].sum())


@lru_cache(maxsize=4096)
def numbered(text: str, language: Language) -> NumberedWords:
    """The words of a text (``stemmed``) by their numbers."""
    numbers = vocabulary(language.code).of(stemmed(text, language).stems)
    distinct, places = np.unique(numbers, return_inverse=True)
    return NumberedWords(numbers, distinct, places)


def times_seen(text: str, language: Language) -> NDArray[np.int64]:
    """How often the lexicons of the language have seen each word of a text (``stemmed``), (words,)."""
    return vocabulary(language.code).counts[numbered(text, language).numbers]


@lru_cache(maxsize=1)
def _scales() -> dict[tuple[str, str], float]:
    table = columns_of(FOLDER / "scales.parquet")
    first, second = words_in(table, "first"), words_in(table, "second")
    rows = zip(*(table[name].tolist() for name in ("first", "second", "scale")), strict=True)
    return {(first[a], second[b]): scale for a, b, scale in rows}


def _words(code: str) -> Path:
    return FOLDER / f"words-{code}.parquet"


@lru_cache(maxsize=12)
def vocabulary(code: str) -> Vocabulary:
    """The stems of a language. All lexicons of the language share it."""
    table = columns_of(_words(code))
    counts = np.concatenate([[0], table["count"]]).astype(np.int64)
    return Vocabulary({w: i for i, w in enumerate(words_in(table, "stem"), 1)}, counts)


def knows(first: str, second: str) -> bool:
    """Whether there is a lexicon of the two languages."""
    return (first, second) in _scales()


@lru_cache(maxsize=30)
def lexicon(first: str, second: str) -> Lexicon:
    """The lexicon from language ``first`` to ``second``; KeyError where there is none."""
    scale = _scales()[first, second]
    a, b = sorted((first, second))
    source, target = vocabulary(first), vocabulary(second)
    pairs = _pairs(a, b)
    file = FOLDER / f"lengths-{first}-{second}.parquet"
    lengths = columns_of(file)
    check_rows(file, {_words(first): len(source.numbers)})
    # The files hold the numbers of the stems, in the order of their vocabulary.
    extra = np.zeros(len(source.counts), dtype=np.float32)
    extra[lengths["stem"]] = lengths["tenths"] / 10
    return Lexicon(source, target, pairs, first != a, scale, extra)


@lru_cache(maxsize=15)
def _pairs(first: str, second: str) -> PairedStems:
    """The table of two languages, whose codes are in the order of the alphabet; its file is sorted by both stems."""
    file = FOLDER / f"{first}-{second}.parquet"
    table = columns_of(file)
    known = {code: vocabulary(code) for code in (first, second)}
    check_rows(file, {_words(code): len(v.numbers) for code, v in known.items()})
    stems = len(known[first].counts)
    starts = np.searchsorted(table["first"], np.arange(stems + 1)).astype(np.int64)
    return PairedStems(starts, table["second"], table["forward"], table["backward"], len(known[second].counts))
