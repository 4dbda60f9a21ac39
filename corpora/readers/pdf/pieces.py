"""The glyphs of a page by line: PDFium parts lines at a raised footnote mark, and joins them at a hyphen."""

from __future__ import annotations

import bisect
import itertools
import math
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpora.readers.pdf.glyphs import Glyph, is_arabic_sign
from corpora.readers.pdf.right_to_left import is_right_to_left

_SAME_BASE = 0.1
"""Shift of the baseline, as a share of the size, from which a glyph is raised or stands in another line."""
_RAISED = 0.6
"""The same up to which a run may be raised or lowered in its line; lines stand at least their size apart."""
_APART = 2.0
"""Gap between two pieces of one line that follow each other, as after a number, as a share of the size."""
_FAR = 12.0
"""Gap inside of a line from which it is two, as a share of the size; a justified line of a narrow column has gaps of six."""
_WORD_APART = 0.4
"""The same for pieces that do not follow each other."""
_ARABIC_APART = 0.55
"""The same of Arabic words, which PDFium takes apart in the middle of a line; a gutter is wider."""
_OVER = 0.6
"""Share of its width by which a glyph of one line may stand over the next: printers set brackets and Arabic closer."""
_OTHER_TYPE = 0.87
"""Size, as a share of the larger one, under which letters are of another type: small print beside a masthead's large one."""
_LONGEST_MARK = 3
"""Characters of a raised or lowered mark ("12", "a/", "n°"); what is longer and of another size is print of its own."""
_TYPES_APART = 0.5
"""Gap between two types from which they are no line, as a share of the smaller size; small capitals stand close."""
_LINES_BACK = 200
"""Lines among which the line of a run is looked for; a page has fewer."""
_BESIDE = 3
"""Glyphs on either side that may stand over a place in a line."""


@dataclass(slots=True)
class _Piece:
    """The glyphs of a line as it grows, and the same by their left edges; its box and its largest size, in points."""

    glyphs: list[Glyph] = field(default_factory=list)
    by_left: list[tuple[float, int]] = field(default_factory=list)
    low: float = math.inf
    high: float = -math.inf
    left: float = math.inf
    right: float = -math.inf
    size: float = 0.0

    def add(self, glyphs: Sequence[Glyph]) -> None:
        """Put glyphs into the line."""
        for glyph in glyphs:
            bisect.insort(self.by_left, (glyph.left, len(self.glyphs)))
            self.glyphs.append(glyph)
            self.low, self.high = min(self.low, glyph.base), max(self.high, glyph.base)
            self.left, self.right = min(self.left, glyph.left), max(self.right, glyph.right)
            self.size = max(self.size, glyph.size)

    def beside(self, place: float) -> Iterator[Glyph]:
        """The glyphs that stand nearest to a place."""
        at = bisect.bisect(self.by_left, (place, 0))
        for _, i in self.by_left[max(0, at - _BESIDE) : at + _BESIDE]:
            yield self.glyphs[i]


def pieces_of(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Glyphs by line, what is raised or lowered put into the line in which it stands, Arabic vowel signs last."""
    pieces: list[_Piece] = []
    for run in _runs([g for g in glyphs if not is_arabic_sign(g.text)]):
        _put(pieces, run, in_turn=True)
    # What stands far apart at first may be joined by what comes between.
    joined: list[_Piece] = []
    for piece in pieces:
        _put(joined, piece.glyphs, in_turn=False)
    found = [_in_order(piece.glyphs) for piece in joined]
    for sign in (g for g in glyphs if is_arabic_sign(g.text)):
        at = _line_of(joined, sign)
        if at is not None:
            found[at].append(sign)
    return found


def _put(pieces: list[_Piece], run: Sequence[Glyph], *, in_turn: bool) -> None:
    """Put a run into the latest line in which it can stand, else behind all as a line of its own."""
    for piece in itertools.islice(reversed(pieces), _LINES_BACK):
        # Across a gutter there is no line: only what PDFium gives in one turn may stand apart.
        apart = _ARABIC_APART if is_right_to_left(run) and is_right_to_left(piece.glyphs) else _WORD_APART
        if _same_line(piece, run, _APART if piece is pieces[-1] and in_turn else apart):
            piece.add(run)
            return
    pieces.append(_Piece())
    pieces[-1].add(run)


def _line_of(pieces: Sequence[_Piece], sign: Glyph) -> int | None:
    """The place of the line in which the letter nearest to a vowel sign stands; the height counts more."""
    middle = (sign.left + sign.right) / 2
    near = {
        i: min(2 * abs(g.base - sign.base) + abs((g.left + g.right) / 2 - middle) for g in piece.beside(middle))
        for i, piece in enumerate(pieces)
        if piece.low - piece.size < sign.base < piece.high + piece.size
    }
    return min(near, key=near.__getitem__, default=None)


def _runs(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Glyphs that PDFium gives one after the other on one baseline."""
    run: list[Glyph] = []
    for glyph in glyphs:
        shifted = run and abs(glyph.base - run[-1].base) > _SAME_BASE * max(glyph.size, run[-1].size)
        # The symbol of a document stands far to the right of "United Nations" on one line.
        far = run and glyph.left - run[-1].right > _FAR * glyph.size
        other = run and min(glyph.size, run[-1].size) < _OTHER_TYPE * max(glyph.size, run[-1].size)
        if run and (glyph.run != run[-1].run or shifted or far or other):
            yield run
            run = []
        run.append(glyph)
    if run:
        yield run


def _same_line(piece: _Piece, run: Sequence[Glyph], apart: float) -> bool:
    """Whether a run stands beside what is in a line, at most raised or lowered by part of its size."""
    base = run[0].base
    size = max(piece.size, max(g.size for g in run))
    if not piece.low - _RAISED * size <= base <= piece.high + _RAISED * size:
        return False
    left, right = min(g.left for g in run), max(g.right for g in run)
    if _is_other_type(piece, run):
        smaller = min(piece.size, max(g.size for g in run))
        if max(piece.low - base, base - piece.high) > _SAME_BASE * smaller:
            return False
        apart, size = _TYPES_APART, smaller
    if max(piece.left - right, left - piece.right) >= apart * size:
        return False
    nearest = math.inf
    for glyph in run:
        for other in piece.beside((glyph.left + glyph.right) / 2):
            if abs(other.base - base) > _RAISED * size:
                continue
            # Glyphs of one line do not stand over each other; a gap is what is between the two that are nearest.
            gap = max(glyph.left, other.left) - min(glyph.right, other.right)
            narrower = min(glyph.right - glyph.left, other.right - other.left)
            if -gap > _OVER * max(narrower, _OVER * size):
                return False
            nearest = min(nearest, gap)
    return nearest < apart * size


def _is_other_type(piece: _Piece, run: Sequence[Glyph]) -> bool:
    """Whether one of the two is words in smaller print than the other: "Distr.: Limited" beside the name of an organ."""
    size = max(g.size for g in run)
    smaller = run if size < piece.size else piece.glyphs
    return min(size, piece.size) < _OTHER_TYPE * max(size, piece.size) and len(smaller) > _LONGEST_MARK


def _in_order(line: Sequence[Glyph]) -> list[Glyph]:
    """The glyphs of a line from the left by their middles; an accent of its own stays with its letter.

    PDFium puts what is set in another font last, and a bracket that is set closer behind the one that it overlaps.
    """
    middles: list[tuple[float, Glyph]] = []
    for glyph in line:
        middle = (glyph.left + glyph.right) / 2
        middles.append((middles[-1][0] if middles and unicodedata.combining(glyph.text) else middle, glyph))
    return [glyph for _, glyph in sorted(middles, key=lambda pair: pair[0])]
