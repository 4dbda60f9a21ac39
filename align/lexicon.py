"""Which words render which, learned from adopted resolutions: the translation probabilities of every pair of languages.

Made by ``benchmarks/build_lexicon.py``: IBM Model 1 (Brown et al., "The mathematics of statistical machine translation",
Computational Linguistics 19(2), 1993) over the stems of aligned paragraphs, with the diagonal prior of fast_align (Dyer et
al., "A simple, fast, and effective reparameterization of IBM Model 2", NAACL 2013). Beside the probabilities stand how often
each stem was seen, and how many characters it adds to a rendering over what its own length says.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import polars as pl
from scipy.sparse import csr_array

from align.spans import Floats

FOLDER = Path(__file__).parent / "lexicons"
SCALE = 250
"""Probabilities are kept in a byte: one of this many parts."""
_SAME_FORM = 0.5
"""Probability that a number or a name renders itself where the lexicon does not know it."""
_NAME_LETTERS = 4


@dataclass(frozen=True)
class Lexicon:
    """Translation probabilities of the stems of a source language in a target language.

    ``index`` and ``target_index`` number the stems; ``forward[i, j]`` is the probability that source stem i is rendered by
    target stem j, ``backward[i, j]`` that target stem j is rendered by source stem i. ``counts`` tells how often each
    source stem was seen, of ``total``; ``scale`` how many characters of the target one of the source becomes, and ``extra``
    how many more (or, negative, fewer) each source stem adds.
    """

    index: Mapping[str, int]
    target_index: Mapping[str, int]
    forward: csr_array
    backward: csr_array
    counts: Mapping[str, int]
    total: int
    scale: float
    extra: Mapping[str, float]

    def tables(self, source: Sequence[str], target: Sequence[str]) -> tuple[Floats, Floats]:
        """Forward and backward probabilities of the words of two texts, each (source words, target words)."""
        rows = np.array([self.index.get(w, 0) for w in source], dtype=np.int32)
        columns = np.array([self.target_index.get(w, 0) for w in target], dtype=np.int32)
        unique_rows, row_of = np.unique(rows, return_inverse=True)
        unique_columns, column_of = np.unique(columns, return_inverse=True)
        pair = []
        for table in (self.forward, self.backward):
            dense = table[unique_rows][:, unique_columns].toarray().astype(np.float32) / SCALE
            pair.append(dense[row_of][:, column_of])
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
        return self.scale * characters + sum(self.extra.get(s, 0.0) for s in stems)


@lru_cache(maxsize=1)
def _scales() -> dict[tuple[str, str], float]:
    table = pl.read_parquet(FOLDER / "scales.parquet")
    return {(a, b): scale for a, b, scale in table.iter_rows()}


@lru_cache(maxsize=12)
def _counts(code: str) -> dict[str, int]:
    return dict(pl.read_parquet(FOLDER / f"words-{code}.parquet").iter_rows())


def knows(first: str, second: str) -> bool:
    """Whether there is a lexicon of the two languages."""
    return (first, second) in _scales()


@lru_cache(maxsize=30)
def lexicon(first: str, second: str) -> Lexicon:
    """The lexicon from language ``first`` to ``second``; KeyError where there is none."""
    scale = _scales()[first, second]
    a, b = sorted((first, second))
    table = pl.read_parquet(FOLDER / f"{a}-{b}.parquet")
    if first != a:
        table = table.rename({"first": "second", "second": "first", "forward": "backward", "backward": "forward"})
    extra = pl.read_parquet(FOLDER / f"lengths-{first}-{second}.parquet")
    # Number 0 stands for every word that the lexicon does not hold: its row and column are empty.
    sources, targets = (table[c].unique(maintain_order=True) for c in ("first", "second"))
    rows, columns = (
        table.select(c)
        .join(names.to_frame(c).with_row_index("n", offset=1), on=c, how="left", maintain_order="left")["n"]
        .to_numpy()
        for c, names in (("first", sources), ("second", targets))
    )
    shape = (len(sources) + 1, len(targets) + 1)
    forward, backward = (
        csr_array((table[c].to_numpy(), (rows, columns)), shape=shape) for c in ("forward", "backward")
    )
    counts = _counts(first)
    return Lexicon(
        index={w: i for i, w in enumerate(sources, 1)},
        target_index={w: i for i, w in enumerate(targets, 1)},
        forward=forward,
        backward=backward,
        counts=counts,
        total=sum(counts.values()),
        scale=scale,
        extra={w: tenths / 10 for w, tenths in extra.iter_rows()},
    )
