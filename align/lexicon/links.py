"""Links of the words of two texts that stand opposite each other: which word renders which, by the lexicon and by the words around.

A word of a long text is often also the rendering of a word that stands elsewhere. So words of one text compete for those of the
other, and a link counts more where the words around it are linked too. The words are those of ``align.lexicon.tokenization.stemmed``.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Lock

import numpy as np

from align.encoders.span_vectors import Floats
from align.lexicon.translation_tables import SCALE, lexicon, numbered
from corpora.languages import Language

# Set on one half of the development record, judged on the other: training/omissions.py.
_ROUNDS = 2
_UNSUPPORTED = np.float32(0.1)
"""What a link counts without any link around it."""
_FULL_SUPPORT = np.float32(2.0)
"""Sum of the links around from which a link counts in full."""
_NOTHING = np.float32(0.05)
"""Weight of the empty word when the words of one text compete for one of the other."""
_TABLES = 64 * 1024**2
"""Bytes of tables that are held: all pairs of some forty paragraphs in six languages, which one check after the other asks for."""
_ONE = np.float32(1.0)
_SCALE = np.float32(SCALE)


@dataclass(frozen=True, slots=True)
class Links:
    """The links of the n words of a text and the m words of another.

    ``there`` and ``back`` (n, m) are the probabilities that a word of the first renders one of the second and the reverse, ``both`` the
    root of their product, ``support`` (n, m) how much each link counts by the links around it; ``of_rows`` (n,) and ``of_columns``
    (m,) are one over what the words of the other text share.
    """

    there: Floats
    back: Floats
    both: Floats
    support: Floats
    of_rows: Floats
    of_columns: Floats

    def best_of_rows(self) -> Floats:
        """How well the best word of the second text renders each of the first, (n,)."""
        there = self.there * self.support
        share = there * self.of_columns
        np.sqrt(share, out=share)
        share *= self.support
        share *= self.back
        return np.asarray(share.max(axis=1), dtype=np.float32)

    def best_of_columns(self) -> Floats:
        """How well the best word of the first text renders each of the second, (m,)."""
        share = self.back * self.support
        share *= self.of_rows[:, None]
        np.sqrt(share, out=share)
        share *= self.support
        share *= self.there
        return np.asarray(share.max(axis=0), dtype=np.float32)

    def weights(self) -> Floats:
        """How strongly each word is linked to each, 0 to 1: (n, m)."""
        found = self.both * self.support
        found *= np.sqrt(self.of_columns)
        found *= np.sqrt(self.of_rows)[:, None]
        return found


def linked(there: Floats, back: Floats, around: tuple[int, int]) -> Links:
    """The links of two texts from the probabilities (n, m) that a word renders another, there and back.

    ``around`` is how many words before and after, in the first and in the second text, support a link.
    """
    (found,) = linked_each(there, back, [around])
    return found


def linked_each(there: Floats, back: Floats, arounds: Sequence[tuple[int, int]]) -> list[Links]:
    """The same for several numbers of words around: what they have in common is reckoned once."""
    both = np.sqrt(there * back)
    first = _competing(both, there, back, np.ones(there.shape, dtype=np.float32))
    return [_supported(first, both, there, back, around) for around in arounds]


def _competing(both: Floats, there: Floats, back: Floats, support: Floats) -> Floats:
    """How strong each link is where those of one word compete, in parts of what supports in full."""
    links = both * support
    links *= np.sqrt(_share(there, support, "ij,ij->j")) / _FULL_SUPPORT
    links *= np.sqrt(_share(back, support, "ij,ij->i"))[:, None]
    return links


def _supported(first: Floats, both: Floats, there: Floats, back: Floats, around: tuple[int, int]) -> Links:
    """The links from their strengths ``first``, before any supports another."""
    (rows, columns), (n, m) = around, there.shape
    padded = np.zeros((n + 2 * rows, m + 2 * columns), dtype=np.float32)
    inner = padded[rows : rows + n, columns : columns + m]
    # NumPy takes a third of the time for the lesser of two tables than for that of a table and one number.
    most = np.full((n, m), _ONE + _UNSUPPORTED)
    links, support = first, np.empty((n, m), dtype=np.float32)
    for number in range(_ROUNDS):
        if number:
            links = _competing(both, there, back, support)
        inner[:] = links
        np.subtract(sums_around(padded, *around), links, out=support)
        support += _UNSUPPORTED
        np.minimum(support, most, out=support)
    return Links(there, back, both, support, _share(back, support, "ij,ij->i"), _share(there, support, "ij,ij->j"))


def _share(table: Floats, support: Floats, sums: str) -> Floats:
    """One over the sums of what is supported of a table and of the empty word: "ij,ij->j" for each column."""
    return np.asarray(_ONE / (np.einsum(sums, table, support) + _NOTHING), dtype=np.float32)


def sums_around(padded: Floats, rows: int, columns: int) -> Floats:
    """For each cell of a table the sum of those up to ``rows`` above and below and ``columns`` beside it, itself included.

    ``padded`` is the table with so many rows and columns of zeros on each side: (n + 2 rows, m + 2 columns).
    """
    height, wide = padded.shape
    # A row with zeros around runs into the next one, so that a table is one run of numbers, and a step down so many steps along.
    across = _sums_in_a_row(padded.ravel(), 2 * columns + 1, 1)
    down = _sums_in_a_row(across, 2 * rows + 1, wide)
    n, m = height - 2 * rows, wide - 2 * columns
    return np.ndarray((n, m), down.dtype, down, strides=(down.itemsize * wide, down.itemsize))


def _sums_in_a_row(values: Floats, count: int, step: int) -> Floats:
    """For each value the sum of ``count`` values, ``step`` apart from each other, from it on; as many fewer as the last have too few.

    Sums of two, four, eight are added up: no more passes than ``count`` has binary digits, and no differences of great sums.
    """
    left = len(values) - (count - 1) * step
    power, size, taken = values, 1, 0
    sums: Floats | None = None
    while True:
        if count & size:
            part = power[taken * step : taken * step + left]
            sums = part if sums is None else sums + part
            taken += size
        if 2 * size > count:
            return np.asarray(sums, dtype=np.float32)
        power = power[: -size * step] + power[size * step :]
        size *= 2


class _KeptTables:
    """The probabilities of pairs of texts that were asked for lately: evidence of either text and pairs of words ask for the same.

    Threads may ask at once: the pages look words up while a check runs.
    """

    def __init__(self) -> None:
        self._held: OrderedDict[tuple[str, str, str, str], tuple[Floats, Floats]] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def of(self, key: tuple[str, str, str, str], make: Callable[[], tuple[Floats, Floats]]) -> tuple[Floats, Floats]:
        """The tables of two languages and texts, which must not be written into."""
        with self._lock:
            if (found := self._held.get(key)) is not None:
                self._held.move_to_end(key)
                return found
        found = make()
        with self._lock:
            # Another thread may have made the same meanwhile.
            self._size -= sum(table.nbytes for table in self._held.pop(key, ()))
            self._held[key] = found
            self._size += sum(table.nbytes for table in found)
            while self._size > _TABLES and self._held:
                _, gone = self._held.popitem(last=False)
                self._size -= sum(table.nbytes for table in gone)
        return found

    def cache_clear(self) -> None:
        """Forget all: another lexicon is read."""
        with self._lock:
            self._held.clear()
            self._size = 0


kept_tables = _KeptTables()


def probabilities(
    first: str, second: str, first_language: Language, second_language: Language
) -> tuple[Floats, Floats]:
    """The probabilities that a word of the first text renders one of the second and the reverse, (n, m); words that the lexicon lacks
    have none. They are kept for the next time, and must not be written into.

    The codes of the languages are in the order of the alphabet, and both texts have words. KeyError where there is no lexicon.
    """
    key = first_language.code, second_language.code, first, second
    return kept_tables.of(key, lambda: _spread(first, second, first_language, second_language))


def _spread(first: str, second: str, first_language: Language, second_language: Language) -> tuple[Floats, Floats]:
    mine, theirs = numbered(first, first_language), numbered(second, second_language)
    parts = lexicon(first_language.code, second_language.code).pairs.among(mine.distinct, theirs.distinct)
    spread = mine.places[:, None] * len(theirs.distinct) + theirs.places
    # Floats are made of the distinct words first: to gather them is several times faster than to gather bytes and look them up.
    there, back = (np.divide(part, _SCALE, dtype=np.float32).ravel().take(spread) for part in parts)
    return there, back
