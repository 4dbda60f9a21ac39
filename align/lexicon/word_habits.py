"""How usual it is that adopted texts leave a word unrendered: each word is judged by its own habit.

A word that says little ("also", "the said") is often left out and stands for nothing; another one never is. For each stem of a
language and each other language the table holds how often the evidence that it is rendered (``align.lexicon.paired_words``) was
as low as each level. It was counted on years that the lexicons were not learned from, by ``training/word_habits.py``.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from align.encoders.span_vectors import Floats
from align.lexicon.paired_words import Places
from align.lexicon.translation_tables import vocabulary
from align.manifest import DATA, check_rows
from align.unpacked import columns_of, words_in

FILE = DATA / "word_habits.parquet"
LEVELS = 16
"""Levels of evidence that are told apart."""
_LOWEST, _WIDTH = -7.0, 0.5
"""Evidence of the lowest level and the width of each, in nats: the highest begins at half a nat."""
PARTS = 16.0
"""A share is kept in a byte: as so many parts of a halving."""
_UNKNOWN = 1.0
"""The share of a word of which no habit is known: nothing is said of it."""


def levels_of(evidence: Floats) -> Places:
    """The level of each evidence, 0 to LEVELS - 1."""
    return np.asarray(np.clip((evidence - _LOWEST) / _WIDTH, 0, LEVELS - 1), dtype=np.int32)


def packed(shares: NDArray[np.float64]) -> NDArray[np.uint8]:
    """Shares of 0 to 1 in bytes, by their logarithm."""
    return np.clip(np.round(-PARTS * np.log2(np.maximum(shares, 1e-9))), 0, 255).astype(np.uint8)


_SHARES = np.exp2(-np.arange(256, dtype=np.float32) / np.float32(PARTS))
"""The share that each byte stands for; the byte of a stem without a habit is 0, whose share is _UNKNOWN."""


@lru_cache(maxsize=1)
def _tables() -> dict[tuple[str, str], NDArray[np.uint8]]:
    """For each ordered pair of languages the shares in bytes, (stems of the first language + 1, LEVELS)."""
    table = columns_of(FILE)
    first_of, second_of = words_in(table, "first"), words_in(table, "second")
    # The file is sorted by both languages.
    changes = np.flatnonzero((np.diff(table["first"]) != 0) | (np.diff(table["second"]) != 0)) + 1
    begins = [0, *changes.tolist()]
    codes = sorted(first_of)
    check_rows(FILE, {FILE.parent / "lexicons" / f"words-{c}.parquet": len(vocabulary(c).numbers) for c in codes})
    stems, levels = table["stem"], table["shares"]
    found = {}
    for begin, end in zip(begins, [*begins[1:], len(stems)], strict=True):
        first, second = first_of[table["first"][begin]], second_of[table["second"][begin]]
        shares = np.zeros((len(vocabulary(first).counts), LEVELS), dtype=np.uint8)
        shares[stems[begin:end]] = levels[begin:end]
        found[first, second] = shares
    return found


def habit_shares(numbers: Places, evidence: Floats, first: str, second: str) -> Floats:
    """For each word the share of its occurrences in adopted texts that are rendered as little as here; 1 where none is known.

    ``numbers`` (of the stems, ``align.lexicon.translation_tables.numbered``) and ``evidence``, (n,), are of a text of language
    ``first`` opposite one of language ``second``.
    """
    table = _tables().get((first, second))
    if table is None:
        return np.full(len(numbers), _UNKNOWN, dtype=np.float32)
    return np.asarray(_SHARES[table[numbers, levels_of(evidence)]], dtype=np.float32)
