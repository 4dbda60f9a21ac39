"""The usual measures of a document's print: what is small, raised, far or full is so beside them."""

from __future__ import annotations

import bisect
import itertools
import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpora.readers.pdf.glyphs import Glyph, is_chinese
from corpora.readers.pdf.lines import Line
from corpora.readers.pdf.right_to_left import is_right_to_left
from corpora.text.punctuation import OPENING_MARKS, PAUSES

SMALL = 0.86
"""Size of footnote text and superscripts, as a share of the usual size of a page's characters."""
_LARGE = 1.15
"""The same of headings."""
_WIDE, _NARROWEST = 1.45, 1.12
"""Gap between paragraphs, as a share of the usual one between lines; and where one width returns below ended lines."""
_RETURNS, _ENDED = 5, 0.8
"""How often it does then, and the share of those lines."""
_SAME_WAY = 0.7
"""Points by which ways that return may differ."""
_SAME_SIZE = 0.05
"""Difference of two lines in one print, as a share of the usual size."""
_OUTDENT = 3.0
"""Way from an indented line to one at the margin that no first line of a paragraph is set in by, as a share of the size."""
_FEWEST_OUTSIDE = 5
"""Lines outside of tables that tell the measures of a document; chosen: a paragraph has as many."""
_SAME_EDGE = 1.0
"""Points by which lines of one margin may differ."""


@dataclass(frozen=True)
class Measures:
    """The usual size of characters, way from line to line and width of a full line, in points; where lines begin and end.

    A way that is more than ``wide`` lies between two paragraphs.
    """

    size: float
    gap: float
    wide: float
    width: float
    right_to_left: bool
    ends: dict[tuple[int, int, int], float]
    """By page, column and where lines begin: how far the longest of them goes."""
    margins: dict[int, float]
    """By column: where most lines begin."""
    sets_in: bool = False
    """Whether the first lines of paragraphs are set in."""

    def begin(self, line: Line) -> float:
        """Where a line begins, growing in the direction of reading."""
        return -line.right if self.right_to_left else line.left

    def end(self, line: Line) -> float:
        """Where a line ends, growing in the direction of reading."""
        return -line.left if self.right_to_left else line.right

    def is_small(self, line: Line) -> bool:
        """Whether a line is set as footnotes are."""
        return line.size <= SMALL * self.size

    def is_heading(self, lines: Sequence[Line]) -> bool:
        """Whether lines are set larger than the text."""
        return all(line.size > _LARGE * self.size for line in lines)

    def had_room(self, before: Line, line: Line) -> bool:
        """Whether the first word of a line would have stood on the line before: a paragraph ended there.

        Chinese fills its lines to the last character, except with what may not stand at a line end.
        """
        needed = before.right - before.left + _first_word(line)
        if is_chinese(line.text[:1]) and line.text[0] not in OPENING_MARKS:
            return needed < self.width + 0.05 * self.size
        return needed + self.size < self.width

    def left_room(self, before: Line, line: Line) -> bool:
        """The same beside the lines that begin where the one before does, as in the cell of a masthead."""
        end = self.ends.get(_place(before, self.begin(before)), self.end(before))
        return self.end(before) + _first_word(line) + self.size < end

    def cell_left_room(self, lines: Sequence[Line], line: Line) -> bool:
        """Whether the first word of a line would have stood on the last of the lines before it in its cell.

        What a cell leaves free at the side where its lines begin it leaves free at the other side too.
        """
        place = lines[-1].cell
        if place is None:
            return False
        left, right = place.left, place.right
        first = min(self.begin(x) for x in (*lines, line))
        inset = first - (-right if self.right_to_left else left)
        last = (-left if self.right_to_left else right) - inset
        return self.end(lines[-1]) + _first_word(line) + self.size < last

    def is_outdented(self, before: Line, line: Line) -> bool:
        """Whether a line begins far to the outside of the one before, which left room: what stood in a cell has ended."""
        if self.begin(before) - self.begin(line) <= _OUTDENT * self.size:
            return False
        ends = [end for (page, column, _), end in self.ends.items() if (page, column) == (before.page, before.column)]
        return self.end(before) + _first_word(line) + self.size < max(ends, default=self.end(before))

    def is_indented(self, line: Line) -> bool:
        """Whether a line begins to the inside of its column."""
        return self.begin(line) > self.margins.get(line.column, self.begin(line)) + 0.5 * self.size

    def is_at_margin(self, line: Line) -> bool:
        """Whether a line begins where most of its column do."""
        return abs(self.begin(line) - self.margins.get(line.column, 0.0)) <= _SAME_EDGE


def measures_of(pages: Sequence[Sequence[Line]]) -> Measures:
    """The measures of a document, given the lines of its pages; those in cells of tables count where there is little else."""
    outside = [[line for line in page if not line.cell] for page in pages]
    if sum(map(len, outside)) >= _FEWEST_OUTSIDE:
        pages = outside
    lines = [line for page in pages for line in page]
    glyphs = [g for line in lines for g in line.glyphs if g.text != " "]
    sizes = Counter(round(g.size, 1) for g in glyphs)
    size = (sizes.most_common(1)[0][0] if sizes else 0.0) or 1.0
    width = statistics.quantiles([0.0, *(x.right - x.left for x in lines)], n=10)[-1] if lines else 0.0
    gap = _gap(pages, size)
    wide = _wide(pages, size, gap, width)
    found = Measures(size, gap, wide, width, right_to_left=is_right_to_left(glyphs), ends={}, margins={})
    begins: dict[int, Counter[int]] = {}
    for line in lines:
        place = _place(line, found.begin(line))
        found.ends[place] = max(found.ends.get(place, found.end(line)), found.end(line))
        begins.setdefault(line.column, Counter())[round(found.begin(line))] += 1
    found.margins.update({column: counts.most_common(1)[0][0] for column, counts in begins.items()})
    first = [
        found.is_indented(b)
        for page in pages
        for a, b in itertools.pairwise(page)
        if a.column == b.column
        and a.base - b.base > found.wide
        and abs(b.size - size) < _SAME_SIZE * size
        and not b.bold
    ]
    return replace(found, sets_in=len(first) >= _RETURNS and sum(first) >= _ENDED * len(first))


def _gap(pages: Sequence[Sequence[Line]], size: float) -> float:
    """The usual way from line to line: a short text may have as many gaps between paragraphs as inside them."""
    gaps = [
        a.base - b.base
        for page in pages
        for a, b in itertools.pairwise(page)
        if 0 < a.base - b.base < 4 * size and b.size > SMALL * size
    ]
    return statistics.quantiles([*gaps, *gaps], n=4)[0] if gaps else 1.2 * size


def _wide(pages: Sequence[Sequence[Line]], size: float, gap: float, width: float) -> float:
    """The way from which a paragraph begins: between the usual one and one that returns below lines which end paragraphs.

    Such lines have a mark at their end, or room for the first word of the next line.
    """
    found: list[tuple[float, bool]] = []
    for page in pages:
        for a, b in itertools.pairwise(page):
            same = (
                a.column == b.column
                and abs(a.size - b.size) < _SAME_SIZE * size
                and abs(a.size - size) < _SAME_SIZE * size
            )
            if same and _NARROWEST * gap < a.base - b.base < _WIDE * gap:
                short = a.right - a.left + _first_word(b) + size < width
                found.append((a.base - b.base, short or _is_ended(a)))
    found.sort()
    ways = [way for way, _ in found]
    first, last = max(
        ((i, bisect.bisect(ways, way + _SAME_WAY)) for i, way in enumerate(ways)),
        key=lambda p: p[1] - p[0],
        default=(0, 0),
    )
    ended = sum(ends for _, ends in found[first:last])
    if last - first < _RETURNS or ended < _ENDED * (last - first):
        return _WIDE * gap
    return (gap + ways[first]) / 2


def _is_ended(line: Line) -> bool:
    """Whether a line ends with a mark of punctuation, a raised mark of a footnote behind it or not."""
    return "".join(g.text for g in line.glyphs if not is_raised(g, line)).strip()[-1:] in PAUSES


def _place(line: Line, begin: float) -> tuple[int, int, int]:
    return line.page, line.column, round(begin)


def _first_word(line: Line) -> float:
    """The width of a line's first word, in Chinese of what is set together with its first letter, in points."""
    word: list[Glyph] = list(itertools.takewhile(lambda g: g.text != " ", line.glyphs))
    # In Chinese what stands before the second letter: marks and figures go with the first ("号、2015").
    letters = [i for i, glyph in enumerate(word) if is_chinese(glyph.text) and glyph.text.isalpha()]
    word = word[: letters[1] if letters[1:] else len(word)] if letters else word
    return max(g.right for g in word) - min(g.left for g in word)


def is_raised(glyph: Glyph, line: Line) -> bool:
    """Whether a glyph stands small and high in its line, as a footnote mark does."""
    return glyph.text != " " and glyph.size < SMALL * line.size and glyph.base > line.base + 0.1 * line.size
