"""Aligning two texts that are no resolutions: their paragraphs, then the sentences of those that correspond."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from align.encoders import Encoder
from align.encoders.span_vectors import Spans, SpanSlice
from align.lines import align_by_margin, align_lines, scores_of
from align.model import Bead, Relation
from align.search.dynamic_programming import Step
from align.search.line_confidence import line_confidences
from align.search.margin import CLOSE_MARGIN
from corpora.model import Paragraph

Groups = Sequence[Sequence[Paragraph]]


def align_texts(source: Groups, target: Groups, encoder: Encoder) -> list[Bead]:
    """Beads of the sentences of two texts, given paragraph by paragraph; they do not cross.

    ``score`` is the cosine of the two sides, ``confidence`` the calibrated probability that the bead is right.
    """
    paragraphs = [[" ".join(s.text for s in group) for group in side] for side in (source, target)]
    steps = align_lines(paragraphs[0], paragraphs[1], encoder, CLOSE_MARGIN)
    first, second = ([s for group in side for s in group] for side in (source, target))
    if not first or not second:
        return _unpaired(first, second)
    texts = [s.text for s in first], [s.text for s in second]
    spans = encoder.encode(texts[0]), encoder.encode(texts[1])
    starts = [list(itertools.accumulate(map(len, side), initial=0)) for side in (source, target)]
    inner = [
        step
        for a, b, c, d in steps
        for step in _inside(texts, spans, (starts[0][a], starts[0][b]), (starts[1][c], starts[1][d]))
    ]
    sure = line_confidences(inner, *scores_of(*texts, spans, CLOSE_MARGIN))
    return [
        bead
        for step, confidence in zip(inner, sure, strict=True)
        for bead in _beads(step, first, second, spans, confidence)
    ]


def _inside(
    texts: tuple[list[str], list[str]], spans: tuple[Spans, Spans], rows: tuple[int, int], columns: tuple[int, int]
) -> list[Step]:
    """The beads of the sentences of paragraphs that correspond; where a side has one sentence, they are one bead."""
    i, i_end = rows
    j, j_end = columns
    if i == i_end or j == j_end:
        return [(k, k + 1, j, j) for k in range(i, i_end)] + [(i, i, k, k + 1) for k in range(j, j_end)]
    if min(i_end - i, j_end - j) == 1:
        return [(i, i_end, j, j_end)]
    within = SpanSlice(spans[0], *rows), SpanSlice(spans[1], *columns)
    steps = align_by_margin(texts[0][i:i_end], texts[1][j:j_end], within, CLOSE_MARGIN)
    return [(i + a, i + b, j + c, j + d) for a, b, c, d in steps]


def _beads(
    step: Step, first: Sequence[Paragraph], second: Sequence[Paragraph], spans: tuple[Spans, Spans], confidence: float
) -> list[Bead]:
    a, b, c, d = step
    if a == b or c == d:
        return [replace(bead, confidence=confidence) for bead in _unpaired(first[a:b], second[c:d])]
    score = float(spans[0].part(b - a, a, a + 1)[0] @ spans[1].part(d - c, c, c + 1)[0])
    ids = tuple(p.id for p in first[a:b]), tuple(p.id for p in second[c:d])
    return [Bead(*ids, round(max(0.0, score), 4), confidence=confidence)]


def _unpaired(mine: Sequence[Paragraph], theirs: Sequence[Paragraph]) -> list[Bead]:
    return [Bead((p.id,), (), 0.0, Relation.DROPPED) for p in mine] + [
        Bead((), (p.id,), 0.0, Relation.NEW) for p in theirs
    ]
