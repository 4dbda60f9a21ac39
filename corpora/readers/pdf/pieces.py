"""The glyphs of a page by line: PDFium parts lines at a raised footnote mark, and joins them at a hyphen."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from corpora.readers.pdf.glyphs import Glyph, is_arabic_sign

_SAME_BASE = 0.1
"""Shift of the baseline, as a share of the size, from which a glyph is raised or stands in another line."""
_RAISED = 0.6
"""The same up to which a run may be raised or lowered in its line; lines stand at least their size apart."""
_FAR = 4.0
"""Sizes between two baselines from which there is nothing to look at."""
_APART = 2.0
"""Gap between two pieces of one line that follow each other, as after a number, as a share of the size."""
_WORD_APART = 0.4
"""The same for pieces that do not follow each other."""
_OVER = 0.6
"""Share of its width by which a glyph of one line may stand over the next: printers set brackets and Arabic closer."""


def pieces_of(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Glyphs by line, what is raised or lowered put into the line in which it stands, Arabic vowel signs last."""
    signs = [g for g in glyphs if is_arabic_sign(g.text)]
    lines: list[list[Glyph]] = []
    for run in _runs([g for g in glyphs if not is_arabic_sign(g.text)]):
        _put(lines, run, in_turn=True)
    # What stands far apart at first may be joined by what comes between.
    joined: list[list[Glyph]] = []
    for line in lines:
        _put(joined, line, in_turn=False)
    found = [_in_order(line) for line in joined]
    for sign in signs:
        near = min(found, key=lambda line: _distance(line, sign), default=None)
        if near is not None:
            near.append(sign)
    return found


def _put(lines: list[list[Glyph]], run: list[Glyph], *, in_turn: bool) -> None:
    """Put a run into the latest line in which it can stand, else behind all as a line of its own."""
    for line in reversed(lines):
        # Across a gutter there is no line: only what PDFium gives in one turn may stand apart.
        if _same_line(line, run, _APART if line is lines[-1] and in_turn else _WORD_APART):
            line += run
            return
    lines.append(run)


def _distance(line: Sequence[Glyph], sign: Glyph) -> float:
    """How far a sign stands from the nearest letter of a line, in points; the height counts more."""
    middle = (sign.left + sign.right) / 2
    return min(2 * abs(g.base - sign.base) + abs((g.left + g.right) / 2 - middle) for g in line)


def _runs(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Glyphs that PDFium gives one after the other on one baseline."""
    run: list[Glyph] = []
    for glyph in glyphs:
        shifted = run and abs(glyph.base - run[-1].base) > _SAME_BASE * max(glyph.size, run[-1].size)
        if run and (glyph.run != run[-1].run or shifted):
            yield run
            run = []
        run.append(glyph)
    if run:
        yield run


def _same_line(before: Sequence[Glyph], run: Sequence[Glyph], apart: float) -> bool:
    """Whether a run stands beside what is before it, at most raised or lowered by part of its size."""
    if abs(before[0].base - run[0].base) > _FAR * run[0].size:
        return False
    size = max(g.size for g in (*before, *run))
    if min(abs(a.base - run[0].base) for a in before) > _RAISED * size:
        return False
    near = [g for g in before if abs(g.base - run[0].base) <= _RAISED * size]
    between = [
        (max(a.left, b.left) - min(a.right, b.right), min(a.right - a.left, b.right - b.left))
        for a in near
        for b in run
    ]
    # Glyphs of one line do not stand over each other; a gap is what is between the two that are nearest.
    return all(-gap <= _OVER * max(narrower, _OVER * size) for gap, narrower in between) and (
        min(gap for gap, _ in between) < apart * size
    )


def _in_order(line: Sequence[Glyph]) -> list[Glyph]:
    """The glyphs of a line from the left by their middles; an accent of its own stays with its letter.

    PDFium puts what is set in another font last, and a bracket that is set closer behind the one that it overlaps.
    """
    middles: list[tuple[float, Glyph]] = []
    for glyph in line:
        middle = (glyph.left + glyph.right) / 2
        middles.append((middles[-1][0] if middles and unicodedata.combining(glyph.text) else middle, glyph))
    return [glyph for _, glyph in sorted(middles, key=lambda pair: pair[0])]
