"""The lines of PDF pages, column by column, in reading order."""

from __future__ import annotations

import itertools
import statistics
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from corpora.readers.pdf.glyphs import Glyph, is_chinese, page_glyphs, quarters_of, space_before
from corpora.readers.pdf.pieces import pieces_of
from corpora.readers.pdf.right_to_left import (
    in_reading_order,
    is_latin_line,
    is_right_to_left,
)
from corpora.readers.pdf.rules import page_rules
from corpora.readers.pdf.tables import Table, TableCell, tables_of

if TYPE_CHECKING:
    import pypdfium2

_ROW = 0.5
"""Difference of baselines, as a share of the size, up to which lines stand in one row."""
_MADE = 0.3
"""Gap, as a share of the usual one at spaces of the file, below which a space that PDFium made parts letters of one word:
letters that were set apart to fill a line ("c rucial")."""
_TABLE = "\ufffc"
"""What stands for a table among lines (Unicode Standard, 23.8: the object replacement character)."""
_SPACE = 0.15
"""Gap between two words of one line that PDFium gives as two, as a share of the size."""


@dataclass(frozen=True)
class CellPlace:
    """A cell of a table: its page, the table among those of the page, its first and last row, the rows of the table; its sides."""

    page: int
    table: int
    row: int
    last_row: int
    rows: int
    left: float
    right: float


@dataclass(frozen=True)
class Line:
    """A line: its glyphs with spaces, in reading order; its page from 0; its column (0 over the page, 1 left, 2 right).

    ``cell`` is where it stands in a table, None for what stands in none.
    """

    glyphs: tuple[Glyph, ...]
    page: int
    column: int = 0
    cell: CellPlace | None = None

    @cached_property
    def text(self) -> str:
        """The line's text."""
        return "".join(g.text for g in self.glyphs).strip()

    @cached_property
    def size(self) -> float:
        """The usual size of its characters, in points."""
        return statistics.median(g.size for g in self.glyphs)

    @cached_property
    def left(self) -> float:
        """Its left edge, in points."""
        return min(g.left for g in self.glyphs)

    @cached_property
    def right(self) -> float:
        """Its right edge, in points."""
        return max(g.right for g in self.glyphs)

    @cached_property
    def bold(self) -> bool:
        """Whether all its letters are bold."""
        letters = [g for g in self.glyphs if g.text.isalpha()]
        return bool(letters) and all(g.bold for g in letters)

    @cached_property
    def base(self) -> float:
        """Its baseline, in points from the foot of the page."""
        return statistics.median(g.base for g in self.glyphs)


def page_lines(texts: Iterable[tuple[pypdfium2.PdfTextPage, tuple[float, float]]]) -> list[list[Line]]:
    """The lines of every page, given its text and its width and height in points."""
    read = []
    for text, size in texts:
        quarters = quarters_of(text)
        read.append((*page_glyphs(text, size, quarters), page_rules(text, quarters, size)))
    right_to_left = is_right_to_left([g for glyphs, _, _ in read for g in glyphs])
    pages = []
    for number, (glyphs, width, rules) in enumerate(read):
        left, tables = tables_of(glyphs, rules, right_first=right_to_left)
        pages.append(Page(number, width, right_to_left).lines(left, tables))
    return pages


@dataclass(frozen=True)
class Page:
    """A page as its lines are made: its number, its width in points, and whether it is read from the right."""

    number: int
    width: float
    right_to_left: bool

    def lines(self, glyphs: Sequence[Glyph], tables: Sequence[Table]) -> list[Line]:
        """The lines of what stands in no table, with those of each table, cell by cell, where the table stands."""
        # A table takes part in the order of lines as a line that reaches from side to side of it.
        lines = [Line(tuple(_ordered(x, self.right_to_left)), self.number) for x in pieces_of(glyphs)]
        table_of = {_mark(table): table for table in tables}
        for mark in table_of:
            at = next((i for i, x in enumerate(lines) if min(g.word for g in x.glyphs) > mark.word), len(lines))
            lines.insert(at, Line((mark,), self.number))
        out: list[Line] = []
        for line in _by_columns(lines, self.width, self.right_to_left):
            table = table_of.get(line.glyphs[0])
            if table is None:
                out.append(line)
                continue
            rows = 1 + max(cell.row for cell in table.cells)
            for cell in table.cells:
                place = CellPlace(
                    page=self.number,
                    table=tables.index(table),
                    row=cell.row,
                    last_row=cell.last_row,
                    rows=rows,
                    left=cell.left,
                    right=cell.right,
                )
                out += (replace(x, column=line.column, cell=place) for x in self._cell_lines(cell))
        return out

    def _cell_lines(self, cell: TableCell) -> Iterator[Line]:
        """The lines of a cell from its head down."""
        lines = [Line(tuple(_ordered(x, self.right_to_left)), self.number) for x in pieces_of(cell.glyphs)]
        yield from _in_page_order(lines)


def _mark(table: Table) -> Glyph:
    """A character that stands for a table: at its head, over its width, in the file where the first of its words is."""
    glyphs = [g for cell in table.cells for g in cell.glyphs]
    size = statistics.median(g.size for g in glyphs)
    return replace(
        glyphs[0],
        text=_TABLE,
        left=table.left,
        right=table.right,
        base=table.top - size,
        size=size,
        word=min(g.word for g in glyphs),
    )


def _ordered(glyphs: Sequence[Glyph], right_to_left: bool) -> list[Glyph]:
    if right_to_left and not is_latin_line(glyphs):
        return in_reading_order(glyphs)
    out: list[Glyph] = []
    usual = _usual_gap(glyphs)
    for glyph in glyphs:
        if out and _is_space_between(out[-1], glyph, usual):
            out.append(space_before(glyph))
        out.append(glyph)
    return out


def _usual_gap(glyphs: Sequence[Glyph]) -> float:
    """The usual gap at the spaces that the file itself has in a line, in points; 0 where it has none."""
    gaps = [b.left - a.right for a, b in itertools.pairwise(glyphs) if a.blank != b.blank]
    return statistics.median(gaps) if gaps else 0.0


def _is_space_between(before: Glyph, glyph: Glyph, usual: float) -> bool:
    """Whether a space parts two glyphs of a line; a raised mark stands close to its word though PDFium parts them."""
    if glyph.word == before.word:
        return False
    if is_chinese(glyph.text) or is_chinese(before.text):
        # Printers set Latin words and figures a little apart; only a space of the file is one.
        return glyph.blank != before.blank
    gap = glyph.left - before.right
    if glyph.blank == before.blank and gap < _MADE * usual:
        return False
    return glyph.run == before.run or gap > _SPACE * max(glyph.size, before.size)


def _by_columns(lines: Sequence[Line], width: float, right_first: bool) -> Iterator[Line]:
    """Lines column by column. Lines over both columns part the page into bands."""
    gutter = _gutter(lines, width)
    if gutter is None:
        yield from _in_page_order(lines)
        return
    band: list[Line] = []
    for line in sorted(lines, key=lambda x: -x.base):
        if line.left < gutter < line.right:
            yield from _columns(band, gutter, right_first)
            band = []
            yield line
        else:
            band.append(line)
    yield from _columns(band, gutter, right_first)


def _in_page_order(lines: Sequence[Line]) -> Iterator[Line]:
    """Lines of one column from the head of the page down.

    Files keep some parts of a page for last (a masthead, a job number). What goes down in one turn stays together, and turns
    that stand beside each other stay in their order, so that a cell of a table is read as a whole.
    """
    turns: list[list[Line]] = []
    for line in lines:
        if turns and turns[-1][-1].base - line.base > -_ROW * line.size:
            turns[-1].append(line)
        else:
            turns.append([line])
    ordered: list[list[Line]] = []
    for turn in turns:
        at = len(ordered)
        while at and ordered[at - 1][0].base < turn[-1].base - _ROW * turn[-1].size:
            at -= 1
        ordered.insert(at, turn)
    return itertools.chain.from_iterable(ordered)


def _columns(band: Sequence[Line], gutter: float, right_first: bool) -> Iterator[Line]:
    sides = [
        [replace(x, column=1) for x in band if x.right <= gutter + 1],
        [replace(x, column=2) for x in band if x.right > gutter + 1],
    ]
    for side in reversed(sides) if right_first else sides:
        yield from sorted(side, key=lambda x: -x.base)


def _gutter(lines: Sequence[Line], width: float) -> float | None:
    """The middle of the free strip between two columns; None for a page of one column."""
    full = [x for x in lines if len(x.text) > 15]
    for share in (0.5, 0.48, 0.52, 0.46, 0.54):
        x = width * share
        across = sum(line.left < x < line.right for line in full)
        left, right = sum(line.right <= x for line in full), sum(line.left >= x for line in full)
        if min(left, right) >= 6 and across <= 0.25 * len(full):
            return x
    return None
