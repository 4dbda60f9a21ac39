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
from align.manifest import DATA, check_rows, read_verified

if TYPE_CHECKING:
    from scipy.sparse import csr_array

FOLDER = DATA / "lexicons"
SCALE = 250
"""Probabilities are kept in a byte: one of this many parts."""
_SAME_FORM = 0.5
"""Probability that a number or a name renders itself where the lexicon does not know it."""
_NAME_LETTERS = 4
"""Letters from which a word that stands on both sides is taken for a name; shorter ones coincide by chance."""


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
        return np.array([self.numbers.get(w, 0) for w in words], dtype=np.int32)

    def seen(self, words: Sequence[str]) -> NDArray[np.int64]:
        """How often each of some words was seen."""
        return np.asarray(self.counts[self.of(words)])


@dataclass(frozen=True)
class Lexicon:
    """Translation probabilities of the stems of a source language in a target language.

    ``forward[i, j]`` is the probability that source stem i is rendered by target stem j, ``backward[i, j]`` that target stem
    j is rendered by source stem i, both in parts of SCALE; ``scale`` tells how many characters of the target one of the
    source becomes, and ``extra[i]`` how many more (or, negative, fewer) source stem i adds.
    """

    source: Vocabulary
    target: Vocabulary
    forward: csr_array
    backward: csr_array
    scale: float
    extra: Floats

    def tables(self, source: Sequence[str], target: Sequence[str]) -> tuple[Floats, Floats]:
        """Forward and backward probabilities of the words of two texts, each (source words, target words)."""
        rows, row_of = _distinct(self.source, tuple(source))
        columns, column_of = _distinct(self.target, tuple(target))
        parts = (_part(table, rows, columns) for table in (self.forward, self.backward))
        pair = [part[row_of][:, column_of] for part in parts]
        places: dict[str, list[int]] = {}
        for j, word in enumerate(target):
            places.setdefault(word, []).append(j)
        for i, word in enumerate(source):
            if word in places and (len(word) >= _NAME_LETTERS or word.isdigit()):
                for dense in pair:
                    dense[i, places[word]] = np.maximum(dense[i, places[word]], _SAME_FORM)
        return pair[0], pair[1]

    def expected_length(self, characters: int, stems: Sequence[str]) -> float:
        """Characters of the rendering of a text of so many characters with these stems."""
        return self.scale * characters + float(self.extra[self.source.of(stems)].sum())


@lru_cache(maxsize=4096)
def _distinct(known: Vocabulary, words: tuple[str, ...]) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """The numbers of the distinct words of a text in rising order, and the place of each word among them."""
    numbers, places = np.unique(known.of(words), return_inverse=True)
    return numbers, places


def _part(table: csr_array, rows: NDArray[np.int32], columns: NDArray[np.int32]) -> Floats:
    """The probabilities in some rows and columns of a table, both in rising order: (rows, columns).

    What SciPy's own indexing gives, without its two copies of the rows: it is asked for a thousand times a resolution.
    """
    starts = table.indptr[rows]
    lengths = table.indptr[rows + 1] - starts
    places = np.arange(lengths.sum()) + np.repeat(starts - (np.cumsum(lengths) - lengths), lengths)
    found = table.indices[places]
    at = np.minimum(np.searchsorted(columns, found), len(columns) - 1)
    here = columns[at] == found
    part = np.zeros((len(rows), len(columns)), dtype=np.float32)
    part[np.repeat(np.arange(len(rows)), lengths)[here], at[here]] = table.data[places[here]]
    part /= SCALE
    return part


@lru_cache(maxsize=1)
def _scales() -> dict[tuple[str, str], float]:
    import polars as pl  # here, as below: most commands look nothing up

    table = pl.read_parquet(read_verified(FOLDER / "scales.parquet"))
    return {(a, b): scale for a, b, scale in table.iter_rows()}


def _words(code: str) -> Path:
    return FOLDER / f"words-{code}.parquet"


@lru_cache(maxsize=12)
def vocabulary(code: str) -> Vocabulary:
    """The stems of a language. All lexicons of the language share it."""
    import polars as pl

    table = pl.read_parquet(read_verified(_words(code)))
    counts = np.concatenate([[0], table["count"].to_numpy()]).astype(np.int64)
    return Vocabulary({w: i for i, w in enumerate(table["stem"], 1)}, counts)


def knows(first: str, second: str) -> bool:
    """Whether there is a lexicon of the two languages."""
    return (first, second) in _scales()


@lru_cache(maxsize=30)
def lexicon(first: str, second: str) -> Lexicon:
    """The lexicon from language ``first`` to ``second``; KeyError where there is none."""
    import polars as pl
    from scipy.sparse import csr_array

    scale = _scales()[first, second]
    a, b = sorted((first, second))
    file, lengths_file = FOLDER / f"{a}-{b}.parquet", FOLDER / f"lengths-{first}-{second}.parquet"
    table, lengths = (pl.read_parquet(read_verified(path)) for path in (file, lengths_file))
    if first != a:
        table = table.rename({"first": "second", "second": "first", "forward": "backward", "backward": "forward"})
    source, target = vocabulary(first), vocabulary(second)
    rows = {_words(code): len(known.numbers) for code, known in ((first, source), (second, target))}
    check_rows(file, rows)
    check_rows(lengths_file, {_words(first): rows[_words(first)]})
    # The files hold the numbers of the stems, in the order of their vocabulary.
    places = table["first"].to_numpy(), table["second"].to_numpy()
    shape = (len(source.counts), len(target.counts))
    forward, backward = (csr_array((table[c].to_numpy(), places), shape=shape) for c in ("forward", "backward"))
    extra = np.zeros(len(source.counts), dtype=np.float32)
    extra[lengths["stem"].to_numpy()] = lengths["tenths"].to_numpy() / 10
    return Lexicon(source, target, forward, backward, scale, extra)
