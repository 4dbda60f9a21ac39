"""Where one paragraph of a PDF ends and the next begins: by gaps, numbers, type, indents, and lines that were left short."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpora.readers.pdf.lines import Line
from corpora.readers.pdf.measures import Measures, is_raised
from corpora.text.numbering import starts_with_number
from corpora.text.punctuation import CLOSING_QUOTES, COMMAS, PAUSES

_ENDS = PAUSES + CLOSING_QUOTES + '"'
_ELSEWHERE = 8.0
"""Way between where two lines begin, as a share of the size, from which they stand in different places of a page."""
_CELL_GAP = 2.5
"""Gap between two cells of a table, as a share of the size; chosen: lines that are justified have smaller ones."""
_SAME_PLACE = 2.0
"""Points by which the edges of one column of a table may differ."""
_EVEN = 0.15
"""Difference of the gaps of a line, as a share of the size, under which they are even; chosen: letters have edges of their own."""
_SAME_ROW = 0.3
"""Difference of baselines, as a share of the size, under which two lines stand beside each other."""
_SHORTEST = 4
"""Characters from which a line can tell its type; what is shorter may be a mark that was printed alone."""
_NUMBERED = re.compile(r"\d{1,3}\.\s+([^\W\d_])")
"""A paragraph's number and the first letter of its words."""
_WIDEST = 2.2
"""The same behind which even a small letter begins one."""


def paragraphs(lines: Sequence[Line], measures: Measures) -> Iterator[list[Line]]:
    """Lines of a text by paragraph."""
    current: list[Line] = []
    for line in lines:
        if current and _starts(current, line, measures):
            yield current
            current = []
        current.append(line)
    if current:
        yield current


def _starts(current: Sequence[Line], line: Line, measures: Measures) -> bool:
    """Whether a line begins a paragraph."""
    before = current[-1]
    if line.cell or before.cell:
        return before.cell != line.cell or _starts_in_cell(current, line, measures)
    ended = plain_text(before)[-1:] in _ENDS
    goes_on_below = (before.page, before.column) == (line.page, line.column)
    if goes_on_below and abs(before.base - line.base) < _SAME_ROW * measures.size:
        return ended or not _is_justified(current, line, measures)
    gap = before.base - line.base if goes_on_below else 0.0
    if gap > measures.wide:
        # Typewriters set the text wider than the lists of its head.
        return ended or not line.text[:1].islower() or gap > _WIDEST * measures.gap
    if starts_with_number(line.text) and ended:
        # "… des alinéas d)," at the end of a full line and "f) et g)" below it are no list.
        full = goes_on_below and before.text.endswith(",") and not measures.had_room(before, line)
        numbered = _NUMBERED.match(line.text)
        # A number before a word that begins a sentence: no list of letters goes on so.
        return not full or (numbered is not None and not numbered.group(1).islower())
    if _is_in_other_type(before, line, measures) or _are_rows(before, line, measures):
        return True
    if not goes_on_below and _starts_at_the_head(current, line, ended, measures):
        return True
    if measures.is_heading([before, line]) or (before.bold and line.bold):
        return False  # a heading is set in short lines and may hold commas
    away = min(abs(measures.begin(line) - measures.begin(x)) for x in current)
    if gap > 0 and (away > _ELSEWHERE * measures.size or (opens(line) and measures.is_outdented(before, line))):
        return True
    if _is_left_short(before, line, measures) or (ended and _is_indented(current, line, measures)):
        return True
    short = before.right - before.left < 0.75 * max(x.right - x.left for x in (*current, line))
    return ended and short and (len(current) > 1 or not line.text[:1].islower())


def _starts_in_cell(current: Sequence[Line], line: Line, measures: Measures) -> bool:
    """Whether a line begins a paragraph inside of a cell, whose words stay together else: a name in two lines ends with no mark."""
    before = current[-1]
    way = before.base - line.base if before.page == line.page else 0.0
    if before.page == line.page and abs(way) < _SAME_ROW * measures.size:
        return False
    ended = plain_text(before)[-1:] in _ENDS
    if ended and (starts_with_number(line.text) or (opens(line) and measures.cell_left_room(current, line))):
        return True
    return opens(line) and way > measures.wide


def _is_in_other_type(before: Line, line: Line, measures: Measures) -> bool:
    """Whether a line is set in another size or weight than the one before, all of both."""
    if len(line.text) < _SHORTEST:
        return False
    if abs(line.size - before.size) > 0.15 * measures.size:
        return True
    return before.bold != line.bold and not (before.glyphs[-1].bold and line.glyphs[0].bold)


def _are_rows(before: Line, line: Line, measures: Measures) -> bool:
    """Whether two lines are rows of one table: as many cells, of which one inside begins or ends at the same place in both."""
    one, other = _cells(before, measures.size), _cells(line, measures.size)
    if not 1 < len(one) == len(other) or (_is_spread(one, measures) and _is_spread(other, measures)):
        return False
    begin = any(abs(a[0] - b[0]) < _SAME_PLACE for a, b in zip(one[1:], other[1:], strict=True))
    return begin or any(abs(a[1] - b[1]) < _SAME_PLACE for a, b in zip(one[:-1], other[:-1], strict=True))


def _is_spread(cells: Sequence[tuple[float, float]], measures: Measures) -> bool:
    """Whether all gaps of a line are as wide as each other: its words were spread to fill a narrow column."""
    gaps = [right[0] - left[1] for left, right in pairwise(cells)]
    return len(gaps) > 1 and max(gaps) - min(gaps) < _EVEN * measures.size


def _cells(line: Line, size: float) -> list[tuple[float, float]]:
    """The left and right edges of what wide gaps part in a line, from the left."""
    cells: list[tuple[float, float]] = []
    for glyph in sorted((g for g in line.glyphs if g.text != " "), key=lambda g: g.left):
        if cells and glyph.left - cells[-1][1] < _CELL_GAP * size:
            cells[-1] = (cells[-1][0], max(cells[-1][1], glyph.right))
        else:
            cells.append((glyph.left, glyph.right))
    return cells


def _is_left_short(before: Line, line: Line, measures: Measures) -> bool:
    """Whether the line before stops short of its column and the next begins afresh, as lines of a masthead do."""
    return opens(line) and measures.left_room(before, line)


def opens(line: Line) -> bool:
    """Whether a line can begin a paragraph by its first character: no small letter, no mark but a square bracket."""
    first = line.text[:1]
    return first == "[" or (first.isalnum() and not first.islower())


def _is_indented(current: Sequence[Line], line: Line, measures: Measures) -> bool:
    """Whether a line begins to the inside of lines at the margin; below a number that hangs, that is its own text."""
    before = current[-1]
    hangs = len(current) == 1 and starts_with_number(before.text)
    return measures.is_indented(line) and measures.is_at_margin(before) and not hangs


def _is_justified(current: Sequence[Line], line: Line, measures: Measures) -> bool:
    """Whether a line and what stands beside it are one that was spread to fill its column: "in          coordination"."""
    *above, before = current
    edges = [(x.left, x.right) for x in above if (x.page, x.column) == (line.page, line.column)]
    if not edges:
        return False
    return (
        abs(before.left - min(left for left, _ in edges)) < 0.5 * measures.size
        and abs(line.right - max(right for _, right in edges)) < 0.5 * measures.size
    )


def _starts_at_the_head(current: Sequence[Line], line: Line, ended: bool, measures: Measures) -> bool:
    """The same at the head of a page or column, which hides the gap above: by italics, and by room left before."""
    before = current[-1]
    if measures.had_room(before, line):
        is_heading = all(g.italic or g.text == " " for g in before.glyphs) and not line.glyphs[0].italic
        return ended or is_heading
    if plain_text(before)[-1:] in COMMAS and starts_with_number(current[0].text):
        return False  # A numbered paragraph ends with another mark.
    if measures.sets_in and measures.is_at_margin(line):
        return False
    opens = line.glyphs[0].italic and not before.glyphs[-1].italic
    # "…, alentando además" is set in italics inside of a paragraph too; Russian alone begins paragraphs small.
    return ended and opens and (not line.text[0].islower() or not line.text[0].isascii())


def plain_text(line: Line) -> str:
    """A line without the footnote marks that are raised in it."""
    return "".join(g.text for g in line.glyphs if not is_raised(g, line)).strip()
