"""Word level: which words of one version have no counterpart in the other.

The encoder's token features, projected as its sums are, lie near each other for words that render each other. Words are
linked one to one, the likeliest pair first; what is left over, or linked only weakly, has no counterpart.
SentencePiece cuts the words where a language writes no spaces. Good for showing which words belong together; not enough by
itself to find a left-out qualifier, since a word may be linked to one of the same meaning elsewhere in the paragraph.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from align.cutting import CHUNK, cut_pieces
from align.encoders.universal import bundled_encoder
from align.spans import Floats
from corpora.model import Span

LINKED = 0.34
"""Cosine from which two words can be each other's rendering; set on the sample's working translations."""
_LITTLE = 4


@dataclass(frozen=True)
class _Words:
    spans: tuple[Span, ...]
    vectors: Floats


@lru_cache(maxsize=2048)
def _words(text: str, spaced: bool) -> _Words:
    """The words of a text with their unit vectors."""
    chunks = list(CHUNK.finditer(text))
    pieces, features = bundled_encoder().token_features([c.group() for c in chunks])
    found: list[Span] = []
    vectors: list[Floats] = []
    row = 0
    for chunk, parts in zip(chunks, pieces, strict=True):
        cuts = [(chunk.start(), chunk.end(), len(parts))] if spaced else cut_pieces(chunk, parts)
        for start, end, count in cuts:
            if any(c.isalnum() for c in text[start:end]):
                found.append(Span(start, end))
                vectors.append(features[row : row + count].sum(axis=0))
            row += count
    matrix = np.asarray(vectors, dtype=np.float32).reshape(len(found), features.shape[1])
    norms = np.linalg.norm(matrix, axis=1, keepdims=True)
    return _Words(tuple(found), np.asarray(matrix / np.maximum(norms, 1e-9), dtype=np.float32))


def cut_words(text: str, *, spaced: bool) -> list[Span]:
    """The words of ``text``; SentencePiece's pieces where the language writes no spaces."""
    return list(_words(text, spaced).spans)


def word_links(
    source: str, target: str, *, source_spaced: bool = True, target_spaced: bool = True
) -> list[tuple[Span, Span, float]]:
    """One-to-one links of the words of two texts with their cosines, the likeliest first."""
    a, b = _words(source, source_spaced), _words(target, target_spaced)
    if not a.spans or not b.spans:
        return []
    likeness = a.vectors @ b.vectors.T
    order = np.argsort(-likeness, axis=None)
    rows, columns = np.unravel_index(order, likeness.shape)
    used_a: set[int] = set()
    used_b: set[int] = set()
    links = []
    for i, j in zip(rows.tolist(), columns.tolist(), strict=True):
        if likeness[i, j] < LINKED:
            break
        if i not in used_a and j not in used_b:
            used_a.add(i)
            used_b.add(j)
            links.append((a.spans[i], b.spans[j], float(likeness[i, j])))
    return links


def unlinked_words(source: str, target: str, *, source_spaced: bool = True, target_spaced: bool = True) -> list[Span]:
    """The words of ``source`` that have no counterpart in ``target``; little words (three letters or less) are passed over."""
    linked = {
        span for span, _, _ in word_links(source, target, source_spaced=source_spaced, target_spaced=target_spaced)
    }
    return [
        span
        for span in cut_words(source, spaced=source_spaced)
        if span not in linked and _says_something(source, span, source_spaced)
    ]


def _says_something(text: str, span: Span, spaced: bool) -> bool:
    letters = sum(c.isalpha() for c in text[span.start : span.end])
    return letters >= (_LITTLE if spaced else 1)
