"""Which paragraphs of the language versions of one resolution correspond: a row number that they share.

Where all paragraphs that have a number or a verb of their own are the same list in two versions (seven of eight pairs in the record), the
ids say it. Elsewhere the vectors that the library holds anyway say it, by a monotone alignment of one paragraph with one (Needleman and
Wunsch, 1970): a concordance needs the paragraph in which a phrase is rendered, not the beads that a check needs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl

from align.encoders.span_vectors import Floats
from corpora.model import Kind
from reports.library.segments import SegmentData, vectors_of
from reports.library.store import Library
from reports.library.tables import LINKS
from reports.library.vectors import as_unit

_SAME_ID = 0.12
"""What the same id adds to a cosine."""
_LEAST = 0.45
"""Cosine (with what the id adds) from which two paragraphs can correspond: in pairs with gaps of the development record, no pair of
paragraphs that correspond lay lower and were lost by it."""
_MOST_CELLS = 4_000_000
"""Pairs of paragraphs up to which two versions are aligned; of longer ones the ids must do."""
_COLUMNS = ("document", "place", "id", "kind", "norm")


@dataclass(frozen=True, slots=True)
class _Version:
    document: int
    ids: tuple[str, ...]
    counted: tuple[str, ...]
    norms: tuple[int, ...]


def links_of(library: Library, segment: SegmentData, symbols: set[str], superseded: frozenset[int]) -> pl.DataFrame:
    """The links of all versions of some symbols, of which the new ones are in ``segment``."""
    new = segment.tables["documents"].select("document", "symbol", "language")
    old = library.documents.filter(pl.col("symbol").is_in(list(symbols))).select("document", "symbol", "language")
    documents = pl.concat([old, new]).filter(~pl.col("document").is_in(list(superseded)))
    numbers = old["document"].implode()
    before = library.table("paragraphs").filter(pl.col("document").is_in(numbers)).select(_COLUMNS).collect()
    paragraphs = pl.concat([before, segment.tables["paragraphs"].select(_COLUMNS)])
    by_document = {
        key[0]: _version(key[0], rows) for key, rows in paragraphs.group_by(["document"], maintain_order=True)
    }
    vectors = _Vectors(library, segment)
    found: list[tuple[int, int, int | None]] = []
    for _, rows in documents.sort("symbol", "document").group_by(["symbol"], maintain_order=True):
        versions = [(by_document[n], language) for n, language in rows.select("document", "language").iter_rows()]
        if len(versions) > 1:
            found += _linked(versions, vectors)
    return pl.DataFrame(found, schema=dict(LINKS), orient="row")


def _version(number: object, rows: pl.DataFrame) -> _Version:
    kinds = [Kind(kind).is_counted for kind in rows["kind"]]
    ids = tuple(rows["id"].to_list())
    counted = tuple(i for i, c in zip(ids, kinds, strict=True) if c)
    return _Version(int(str(number)), ids, counted, tuple(rows["norm"].to_list()))


def _linked(versions: Sequence[tuple[_Version, str]], vectors: _Vectors) -> list[tuple[int, int, int | None]]:
    """Document, place and row of every paragraph; None where it corresponds to none of the version that most agree with."""
    lists = [version.counted for version, _ in versions]
    first, own = versions[max(range(len(lists)), key=lambda i: lists.count(lists[i]))]
    found: list[tuple[int, int, int | None]] = [(first.document, place, place) for place in range(len(first.ids))]
    for version, language in versions:
        if version is first:
            continue
        if version.counted == first.counted or len(version.ids) * len(first.ids) > _MOST_CELLS:
            pairs = _by_id(first.ids, version.ids)
        else:
            pairs = _by_meaning(first, version, vectors.of(own, first.norms), vectors.of(language, version.norms))
        rows = {there: here for here, there in pairs}
        found += [(version.document, place, rows.get(place)) for place in range(len(version.ids))]
    return found


def _by_id(first: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]]:
    places = {name: i for i, name in reversed(list(enumerate(other)))}
    return [(i, places[name]) for i, name in enumerate(dict.fromkeys(first)) if name in places]


def _by_meaning(first: _Version, other: _Version, mine: Floats, theirs: Floats) -> list[tuple[int, int]]:
    same = np.array(first.ids, dtype=object)[:, None] == np.array(other.ids, dtype=object)[None, :]
    scores = mine @ theirs.T + _SAME_ID * same - _LEAST
    return monotone_pairs(np.asarray(scores, dtype=np.float64))


def monotone_pairs(scores: np.ndarray) -> list[tuple[int, int]]:
    """The pairs, in the order of both sides, whose scores (n, m) come to most; what is paired with nothing counts 0.

    >>> monotone_pairs(np.array([[0.5, -1.0], [0.4, -0.1], [0.0, 0.3]]))
    [(0, 0), (2, 1)]
    """
    n, m = scores.shape
    best = np.zeros((n + 1, m + 1))
    for i in range(n):
        paired = best[i, :-1] + scores[i]
        best[i + 1, 1:] = np.maximum(best[i, 1:], paired)
        # What stays best to the left carries on: a gap costs nothing.
        np.maximum.accumulate(best[i + 1], out=best[i + 1])
    pairs = []
    i, j = n, m
    while i and j:
        if best[i, j] == best[i - 1, j]:
            i -= 1
        elif best[i, j] == best[i, j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            pairs.append((i, j))
    return pairs[::-1]


class _Vectors:
    """Vectors of texts by language and hash: those of the segment at hand and those of the library, read when they are asked for."""

    def __init__(self, library: Library, segment: SegmentData) -> None:
        self._library, self._segment = library, segment
        self._made: dict[str, list[tuple[np.ndarray, np.ndarray, np.ndarray]]] = {}

    def of(self, language: str, norms: Sequence[int]) -> Floats:
        """Unit vectors (n, 512) in the order of the hashes; a text without one (none should be) is zero."""
        wanted = np.array(norms, dtype=np.uint64)
        out = np.zeros((len(wanted), 512), dtype=np.float32)
        for order, ordered, vectors in self._parts(language):
            places = np.minimum(np.searchsorted(ordered, wanted), len(ordered) - 1)
            there = ordered[places] == wanted
            out[there] = as_unit(np.asarray(vectors[order[places[there]]]))
        return out

    def _parts(self, language: str) -> list[tuple[np.ndarray, np.ndarray, np.ndarray]]:
        if language not in self._made:
            own = self._segment.vectors.get(language)
            parts = [
                *vectors_of(self._library.folder, self._library.manifest.segments, language),
                *([own] if own else []),
            ]
            orders = [np.argsort(norms) for norms, _ in parts]
            self._made[language] = [(o, norms[o], vectors) for o, (norms, vectors) in zip(orders, parts, strict=True)]
        return self._made[language]
