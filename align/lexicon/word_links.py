"""Word level: which words of one version no word of the other renders.

Where there is a lexicon of the two languages, its evidence decides (``align.lexicon.word_evidence``): a link of two words counts where the
words around them are linked too, so that a left-out qualifier is marked though its words stand elsewhere in the paragraph.
Elsewhere the encoder's token features, projected as its sums are, are linked one to one, the likeliest pair first.
SentencePiece cuts the words where a language writes no spaces. ``benchmarks/words.py`` prints how many left-out qualifiers are
marked, and how many words of clean pairs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from align.encoders.span_vectors import Floats
from align.encoders.universal import bundled_encoder
from align.lexicon.tokenization import CHUNK, StemmedText, cut_pieces, stemmed
from align.lexicon.translation_tables import knows, times_seen
from align.lexicon.word_evidence import RARE, UNRENDERED, word_evidence
from corpora.languages import Language
from corpora.model import Span

LINKED = 0.34
"""Cosine from which two words can be each other's rendering; set on the sample's working translations."""
_REACH = 2
"""Words without a counterpart that lie this near, with no content between them, are marked as one run: chosen, since
an article or a preposition may stand between."""


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


def unrendered_words(source: str, target: str, source_language: Language, target_language: Language) -> list[Span]:
    """The words of ``source`` that carry meaning and that no word of ``target`` renders; neighbours are one span."""
    cut = stemmed(source, source_language)
    if knows(source_language.code, target_language.code):
        seen = times_seen(source, source_language)
        evidence = word_evidence(source, target, source_language, target_language)
        alone = [
            bool(e < UNRENDERED) and content and bool(count >= RARE)
            for e, content, count in zip(evidence, cut.content, seen, strict=True)
        ]
    else:
        spaced = source_language.spaced, target_language.spaced
        linked = [a for a, _, _ in word_links(source, target, source_spaced=spaced[0], target_spaced=spaced[1])]
        alone = [
            content and not any(a.overlaps(s) for a in linked)
            for s, content in zip(cut.spans, cut.content, strict=True)
        ]
    return [_trimmed(source, span) for span in _joined(cut, alone)]


def _trimmed(text: str, span: Span) -> Span:
    """The span without punctuation at its end."""
    end = span.end
    while end > span.start and not text[end - 1].isalnum():
        end -= 1
    return Span(span.start, end)


def _joined(cut: StemmedText, alone: Sequence[bool]) -> list[Span]:
    """The spans of the words marked; two with nothing but a little word between them are one."""
    spans: list[Span] = []
    last = -1
    for i in (i for i, marked in enumerate(alone) if marked):
        near = spans and i - last <= _REACH and not any(cut.content[k] for k in range(last + 1, i))
        if near:
            spans[-1] = Span(spans[-1].start, cut.spans[i].end)
        else:
            spans.append(cut.spans[i])
        last = i
    return spans
