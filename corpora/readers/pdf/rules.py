"""The straight rules that are drawn on a PDF page: borders of tables and what parts their rows, edges of shaded cells."""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pypdfium2
    import pypdfium2.raw as pdfium

_THICKEST = 3.0
"""Points that the thickest rule has across; borders of tables have half a point to two."""
_JOINED = 3.0
"""Points that two pieces of one rule may stand apart: dots, dashes, and the corners at which borders of cells meet."""
_SHORTEST = 6.0
"""Points of the shortest rule: the height of a row in the smallest print."""
_MOST_OBJECTS = 20_000
"""Objects of a page that are looked at: a page of text has some hundreds, a map tens of thousands."""
_MOST_SEGMENTS = 500
"""Segments of a path that are looked at: a table drawn in one stroke has four a cell, a picture thousands."""
_MOST_RULES = 1_000
"""Rules of a page that may be a table's; what has more is a drawing."""
_DEEPEST = 4
"""How deep forms inside of forms are looked into."""

_Matrix = tuple[float, float, float, float, float, float]
_Box = tuple[float, float, float, float]
"""Left, bottom, right and top edge, in points."""
_UPRIGHT: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
"""The matrix that leaves all in its place (ISO 32000-1, 8.3.3)."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight rule: where it begins and ends along itself, and where it stands across, in points."""

    begin: float
    end: float
    at: float


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of a page, ``level`` from left to right (``at`` is a height), ``upright`` from foot to head."""

    level: tuple[Stroke, ...] = ()
    upright: tuple[Stroke, ...] = ()


def page_rules(text: pypdfium2.PdfTextPage, quarters: int, size: tuple[float, float]) -> Rules:
    """The rules of a page, turned back as its text is; none where it holds a drawing. ``size`` is its width and height in points."""
    level: list[Stroke] = []
    upright: list[Stroke] = []
    for box in _boxes(text.page):
        left, bottom, right, top = _turned_back(box, quarters, size)
        # A dot is a piece of either.
        if top - bottom <= _THICKEST:
            level.append(Stroke(left, right, (bottom + top) / 2))
        if right - left <= _THICKEST:
            upright.append(Stroke(bottom, top, (left + right) / 2))
    found = Rules(tuple(_joined(level)), tuple(_joined(upright)))
    return found if len(found.level) + len(found.upright) <= _MOST_RULES else Rules()


def _turned_back(box: _Box, quarters: int, size: tuple[float, float]) -> _Box:
    """A box as it is once its page is turned back by quarters of a circle."""
    left, bottom, right, top = box
    width, height = size
    if quarters == 1:
        return bottom, width - right, top, width - left
    if quarters == 2:
        return width - right, height - top, width - left, height - bottom
    if quarters == 3:
        return height - top, left, height - bottom, right
    return box


def _joined(pieces: Sequence[Stroke]) -> Iterator[Stroke]:
    """Pieces that go on in each other as whole rules, those that are too short left out."""
    rows: list[list[Stroke]] = []
    for piece in sorted(pieces, key=lambda x: x.at):
        if rows and piece.at - rows[-1][0].at <= _JOINED:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    for row in rows:
        at = sum(x.at for x in row) / len(row)
        row.sort(key=lambda x: x.begin)
        begin, end = row[0].begin, row[0].end
        for piece in row[1:]:
            if piece.begin > end + _JOINED:
                if end - begin >= _SHORTEST:
                    yield Stroke(begin, end, at)
                begin = piece.begin
                end = piece.end
            end = max(end, piece.end)
        if end - begin >= _SHORTEST:
            yield Stroke(begin, end, at)


def _boxes(page: pypdfium2.PdfPage) -> Iterator[_Box]:
    """The boxes of what may be a rule: thin shapes, and the straight sides of others."""
    import pypdfium2.raw as pdfium  # here, since most texts are no PDF

    count = pdfium.FPDFPage_CountObjects(page.raw)
    if count <= _MOST_OBJECTS:
        for i in range(count):
            yield from _boxes_of(pdfium.FPDFPage_GetObject(page.raw, i), _UPRIGHT, 0)


def _boxes_of(shape: pdfium.FPDF_PAGEOBJECT, outer: _Matrix, depth: int) -> Iterator[_Box]:
    import pypdfium2.raw as pdfium  # here, since most texts are no PDF

    kind = pdfium.FPDFPageObj_GetType(shape)
    if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
        inner = _multiplied(_matrix(shape), outer)
        count = pdfium.FPDFFormObj_CountObjects(shape)
        for i in range(count if count <= _MOST_OBJECTS else 0):
            yield from _boxes_of(pdfium.FPDFFormObj_GetObject(shape, i), inner, depth + 1)
    elif kind == pdfium.FPDF_PAGEOBJ_PATH and 1 < pdfium.FPDFPath_CountSegments(shape) <= _MOST_SEGMENTS:
        for points in _strokes(shape, _multiplied(_matrix(shape), outer)):
            xs, ys = [x for x, _ in points], [y for _, y in points]
            whole = min(xs), min(ys), max(xs), max(ys)
            if min(whole[2] - whole[0], whole[3] - whole[1]) <= _THICKEST:
                yield whole
                continue
            for (x, y), (x2, y2) in itertools.pairwise(points):
                yield min(x, x2), min(y, y2), max(x, x2), max(y, y2)


def _strokes(shape: pdfium.FPDF_PAGEOBJECT, matrix: _Matrix) -> Iterator[list[tuple[float, float]]]:
    """The corners of each stroke of a path; those with curves are left out."""
    import pypdfium2.raw as pdfium  # here, since most texts are no PDF

    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    straight = True
    for i in range(pdfium.FPDFPath_CountSegments(shape)):
        segment = pdfium.FPDFPath_GetPathSegment(shape, i)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if straight and len(points) > 1:
                yield points
            points, straight = [], True
        straight = straight and kind != pdfium.FPDF_SEGMENT_BEZIERTO
        if not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        a, b, c, d, e, f = matrix
        points.append((a * x.value + c * y.value + e, b * x.value + d * y.value + f))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if straight and len(points) > 1:
        yield points


def _matrix(shape: pdfium.FPDF_PAGEOBJECT) -> _Matrix:
    import pypdfium2.raw as pdfium  # here, since most texts are no PDF

    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(shape, found):
        return _UPRIGHT
    return found.a, found.b, found.c, found.d, found.e, found.f


def _multiplied(inner: _Matrix, outer: _Matrix) -> _Matrix:
    """The matrix that does first what the inner one does (ISO 32000-1, 8.3.4)."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u
