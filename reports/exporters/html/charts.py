"""Charts of the report: how alike all paragraphs are with the path of the alignment, and the mandates of a series by force.

They are drawn by the page itself (a canvas, an SVG of the template), so that they take its colours, print sharply, lead to the
rows, and need no style or script from elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from align.encoders import vectors_alone
from align.model import Alignment
from corpora.kept import Kept, Same
from corpora.languages import kind_names
from corpora.mandates.extraction import Mandate, mandates_of
from corpora.model import Paragraph, Resolution
from reports.messages.catalogue import kind_in_every_language

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
MOST_CELLS = 250_000
"""Cells above which a matrix would make the page slow; then there is none."""
_WIDTH, _GAP, _HEIGHT, _TOP = 84, 36, 220, 26
"""Pixels of a column, between columns, of the drawing, and above it for labels."""


@dataclass(frozen=True)
class MatrixView:
    """Likeness of all paragraphs of two documents, and which were aligned.

    ``cells`` has a base-36 digit a cell, row by row: 0 is a cosine of 0, z a cosine of 1. ``path`` holds (row, column, whether
    a reviser pinned it); ``rows`` and ``columns`` the ids of the paragraphs.
    """

    code: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: str
    path: tuple[tuple[int, int, bool], ...]


def matrix_view(code: str, source: Resolution, target: Resolution, alignment: Alignment) -> MatrixView | None:
    """The matrix of two documents; None where one is empty or both are too long."""
    sides = list(source.paragraphs), list(target.paragraphs)
    if not all(sides) or len(sides[0]) * len(sides[1]) > MOST_CELLS:
        return None
    x, y = (_vectors(side) for side in sides)
    likeness = np.clip(x @ y.T, 0.0, 1.0)
    digits = np.rint(likeness * (len(_DIGITS) - 1)).astype(int)
    places = tuple({p.id: i for i, p in enumerate(side)} for side in sides)
    path = tuple(
        (places[0][i], places[1][j], bead.pinned)
        for bead in alignment.beads
        for i in bead.source
        for j in bead.target
        if i in places[0] and j in places[1]
    )
    cells = "".join(_DIGITS[d] for d in digits.ravel().tolist())
    return MatrixView(code, tuple(p.id for p in sides[0]), tuple(p.id for p in sides[1]), cells, path)


def _vectors(paragraphs: Sequence[Paragraph]) -> np.ndarray:
    return vectors_alone([p.text for p in paragraphs])


@dataclass(frozen=True, slots=True)
class MatrixBlock:
    """A part of a column: mandates of one kind and force."""

    kind: str
    force: int
    count: int
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class MandateColumn:
    """One resolution's mandates."""

    label: str
    x: int
    total: int
    blocks: tuple[MatrixBlock, ...]


@dataclass(frozen=True)
class ForceView:
    """Mandates of a series by kind and force: columns of blocks, in units of the drawing."""

    width: int
    height: int
    bar: int
    base: int
    columns: tuple[MandateColumn, ...]
    kinds: tuple[tuple[str, Mapping[str, str]], ...]


def force_view(resolutions: Sequence[Resolution], kept: Kept | None = None) -> ForceView | None:
    """The chart of mandates through a series; None where no resolution has one.

    Forces are ranks within a kind, so that kinds are set apart and only blocks of one kind grow darker.
    """
    kept = kept or Kept()
    mandates = [kept.of(("mandates of", Same(r)), partial(mandates_of, r)) for r in resolutions]
    most = max(map(len, mandates), default=0)
    if not most:
        return None
    kinds = list(kind_names())
    columns = []
    for k, (resolution, found) in enumerate(zip(resolutions, mandates, strict=True)):
        label = resolution.label
        columns.append(MandateColumn(label, _GAP + k * (_WIDTH + _GAP), len(found), _blocks(found, kinds, most)))
    used = {b.kind for c in columns for b in c.blocks}
    width = _GAP + len(columns) * (_WIDTH + _GAP)
    return ForceView(
        max(width, 260),
        _HEIGHT + _TOP + 24,
        _WIDTH,
        _TOP + _HEIGHT,
        tuple(columns),
        tuple((kind, kind_in_every_language(kind)) for kind in kinds if kind in used),
    )


def _blocks(mandates: Sequence[Mandate], kinds: Sequence[str], most: int) -> tuple[MatrixBlock, ...]:
    counts = Counter((m.kind, max(1, min(m.force, 5))) for m in mandates)
    blocks = []
    y = float(_TOP + _HEIGHT)
    for kind, force in sorted(counts, key=lambda key: (kinds.index(key[0]), -key[1])):
        height = _HEIGHT * counts[kind, force] / most
        y -= height
        blocks.append(MatrixBlock(kind, force, counts[kind, force], round(y, 1), round(height, 1)))
    return tuple(blocks)
