"""Tables of a PDF page by the rules that are drawn on it: which characters stand in one cell, and in which order cells are read.

Where rules stand on all sides of cells, those between two cells part them, and cells that none parts are one. Where rules
stand only between rows, columns are the strips that no character of any row reaches into.
"""

from __future__ import annotations

import bisect
import itertools
import statistics
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from corpora.readers.pdf.glyphs import Glyph
from corpora.readers.pdf.rules import Rules, Stroke

_TOUCH = 3.0
"""Points by which rules that meet may miss each other, and those of one edge may differ."""
_DRAWN = 0.6
"""Share of the side of a cell that must be drawn for it to be closed there; chosen: borders may be dashed."""
_MOST_CELLS = 4_000
"""Places of a grid that may be cells; the largest table on a page has some hundreds."""
_ABOVE_BASE = 0.3
"""Height above the baseline, as a share of the size, at which a character is held to stand: inside of its row for sure."""
_STRIP, _NARROW_STRIP = 0.8, 0.45
"""Width of the free strip between two columns without rules, as a share of the size; and where more lines show it: a space of
running text, which is narrower, stands at other places in the next lines."""
_SHOWN = 3
"""Lines with words on both sides that show a narrow strip: as many as a made table with strips of .64 has."""
_FEWEST_ROWS = 2
"""Rows between level rules that must have words in two columns: a masthead has one."""
_ROW = 0.5
"""Difference of baselines, as a share of the size, up to which lines stand in one row."""


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell: its characters in the order of the file, its left and right side in points, its first and last row from 0."""

    glyphs: tuple[Glyph, ...]
    left: float
    right: float
    row: int
    last_row: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its edges in points, and its cells in the order in which they are read."""

    left: float
    right: float
    bottom: float
    top: float
    cells: tuple[TableCell, ...]


@dataclass(slots=True)
class _Grid:
    """Rules that meet; edges of columns and of rows, from the left and from the foot."""

    level: list[Stroke]
    upright: list[Stroke]
    xs: list[float] = field(default_factory=list)
    ys: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Take the edges from the rules across, and from the ends of those along where a table is open at its sides."""
        self.xs = _edges([r.at for r in self.upright], [e for r in self.level for e in (r.begin, r.end)])
        self.ys = _edges([r.at for r in self.level], [e for r in self.upright for e in (r.begin, r.end)])

    def cells(self) -> dict[tuple[int, int], tuple[int, int]]:
        """Of each place of the grid (column from the left, row from the foot) the place that stands for its cell."""
        columns, rows = len(self.xs) - 1, len(self.ys) - 1
        of = {(i, j): (i, j) for i in range(columns) for j in range(rows)}

        def head(place: tuple[int, int]) -> tuple[int, int]:
            while of[place] != place:
                of[place] = of[of[place]]
                place = of[place]
            return place

        for i, j in list(of):
            if i + 1 < columns and not _is_drawn(self.upright, self.xs[i + 1], self.ys[j], self.ys[j + 1]):
                of[head((i + 1, j))] = head((i, j))
            if j + 1 < rows and not _is_drawn(self.level, self.ys[j + 1], self.xs[i], self.xs[i + 1]):
                of[head((i, j + 1))] = head((i, j))
        return {place: head(place) for place in of}

    def cell(self, places: Sequence[tuple[int, int]], glyphs: Sequence[Glyph]) -> TableCell:
        """The cell over some places of the grid."""
        columns, rows = [i for i, _ in places], [j for _, j in places]
        first = len(self.ys) - 2  # rows of the grid count from the foot
        return TableCell(
            tuple(glyphs), self.xs[min(columns)], self.xs[max(columns) + 1], first - max(rows), first - min(rows)
        )

    def place(self, glyph: Glyph) -> tuple[int, int] | None:
        """The place of the grid in which a character stands."""
        i = bisect.bisect(self.xs, (glyph.left + glyph.right) / 2) - 1
        j = bisect.bisect(self.ys, glyph.base + _ABOVE_BASE * glyph.size) - 1
        return (i, j) if 0 <= i < len(self.xs) - 1 and 0 <= j < len(self.ys) - 1 else None


def tables_of(glyphs: Sequence[Glyph], rules: Rules, *, right_first: bool) -> tuple[list[Glyph], list[Table]]:
    """The characters of a page that stand in no table, and its tables, larger ones first; ``right_first`` says how rows are read."""
    left = list(glyphs)
    tables: list[Table] = []
    grids = _grids(rules)
    for grid in sorted(grids, key=lambda g: (g.xs[-1] - g.xs[0]) * (g.ys[-1] - g.ys[0]), reverse=True):
        if table := _ruled(grid, left, right_first):
            tables.append(table)
            left = _without(left, table)
    used = [(t.bottom, t.top) for t in tables]
    for rows in _stacks(rules.level):
        if any(bottom - _TOUCH <= rows[0].at and rows[-1].at <= top + _TOUCH for bottom, top in used):
            continue
        if table := _of_rows(rows, left, right_first):
            tables.append(table)
            left = _without(left, table)
    return left, tables


def _without(glyphs: Sequence[Glyph], table: Table) -> list[Glyph]:
    inside = {id(g) for cell in table.cells for g in cell.glyphs}
    return [g for g in glyphs if id(g) not in inside]


def _grids(rules: Rules) -> Iterator[_Grid]:
    """Rules that meet, if they part two columns or more."""
    level, upright = rules.level, rules.upright
    of = list(range(len(level) + len(upright)))

    def head(i: int) -> int:
        while of[i] != i:
            of[i] = of[of[i]]
            i = of[i]
        return i

    for (i, a), (j, b) in itertools.product(enumerate(level), enumerate(upright, len(level))):
        if _meets(a, b.at) and _meets(b, a.at):
            of[head(j)] = head(i)
    groups: dict[int, _Grid] = {}
    members: dict[int, tuple[list[Stroke], list[Stroke]]] = {}
    for i, rule in enumerate((*level, *upright)):
        members.setdefault(head(i), ([], []))[i >= len(level)].append(rule)
    groups = {key: _Grid(*found) for key, found in members.items() if all(found)}
    for grid in groups.values():
        if len(grid.xs) > 2 and len(grid.ys) > 1 and len(grid.xs) * len(grid.ys) <= _MOST_CELLS:
            yield grid


def _meets(rule: Stroke, at: float) -> bool:
    return rule.begin - _TOUCH <= at <= rule.end + _TOUCH


def _edges(sure: Iterable[float], ends: Sequence[float]) -> list[float]:
    """Places of edges in order, those that stand close as one; the outermost ends of the rules that cross are edges too."""
    found: list[float] = []
    for at in sorted(sure):
        if not found or at - found[-1] > _TOUCH:
            found.append(at)
    first, last = min(ends, default=0.0), max(ends, default=0.0)
    if ends and found and first < found[0] - 2 * _TOUCH:
        found.insert(0, first)
    if ends and found and last > found[-1] + 2 * _TOUCH:
        found.append(last)
    return found


def _is_drawn(rules: Sequence[Stroke], at: float, begin: float, end: float) -> bool:
    """Whether most of one side of a place is drawn."""
    on_it = (r for r in rules if abs(r.at - at) <= _TOUCH)
    drawn = sum(max(0.0, min(r.end, end) - max(r.begin, begin)) for r in on_it)
    return drawn >= _DRAWN * (end - begin)


def _ruled(grid: _Grid, glyphs: Sequence[Glyph], right_first: bool) -> Table | None:
    """The table of a grid; None where its characters stand in one cell, or in none beside another."""
    cell_of = grid.cells()
    inside: dict[tuple[int, int], list[Glyph]] = {}
    for glyph in glyphs:
        if place := grid.place(glyph):
            inside.setdefault(cell_of[place], []).append(glyph)
    places: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for place, cell in cell_of.items():
        if cell in inside:
            places.setdefault(cell, []).append(place)

    def order(cell: tuple[int, int]) -> tuple[int, int]:
        columns = [-i if right_first else i for i, _ in places[cell]]
        return -max(j for _, j in places[cell]), min(columns)

    cells = sorted(places, key=order)
    rows = [{j for _, j in places[cell]} for cell in cells]
    if not any(a & b for a, b in itertools.pairwise(rows)):
        return None
    return Table(
        grid.xs[0], grid.xs[-1], grid.ys[0], grid.ys[-1], tuple(grid.cell(places[c], inside[c]) for c in cells)
    )


def _stacks(level: Sequence[Stroke]) -> Iterator[list[Stroke]]:
    """Level rules of one length that stand over each other, three or more, from the foot."""
    stacks: list[list[Stroke]] = []
    for rule in sorted(level, key=lambda r: r.at):
        for stack in stacks:
            if abs(stack[-1].begin - rule.begin) <= _TOUCH and abs(stack[-1].end - rule.end) <= _TOUCH:
                stack.append(rule)
                break
        else:
            stacks.append([rule])
    yield from (stack for stack in stacks if len(stack) > _FEWEST_ROWS)


def _of_rows(rules: Sequence[Stroke], glyphs: Sequence[Glyph], right_first: bool) -> Table | None:
    """The table of level rules alone; None where no strip parts columns in two of its rows."""
    begin, end = rules[0].begin, rules[0].end
    heights = [r.at for r in rules]
    rows: list[list[Glyph]] = [[] for _ in heights[1:]]
    for glyph in glyphs:
        j = bisect.bisect(heights, glyph.base + _ABOVE_BASE * glyph.size) - 1
        if 0 <= j < len(rows) and begin - _TOUCH <= (glyph.left + glyph.right) / 2 <= end + _TOUCH:
            rows[j].append(glyph)
    strips = _strips(glyph for row in rows for glyph in row)
    split = [_columns(part, strips) for row in reversed(rows) for part in _parted(row, strips)]
    if not strips or sum(len([c for c in row if c]) > 1 for row in split) < _FEWEST_ROWS:
        return None
    sides = list(itertools.pairwise((begin, *strips, end)))
    cells = [
        TableCell(tuple(glyphs), *side, number, number)
        for number, row in enumerate(split)
        for glyphs, side in (reversed if right_first else iter)(list(zip(row, sides, strict=True)))
        if glyphs
    ]
    return Table(begin, end, heights[0], heights[-1], tuple(cells))


def _strips(glyphs: Iterable[Glyph]) -> list[float]:
    """The middles of the strips between columns, which no character of any row reaches into."""
    found = list(glyphs)
    size = statistics.median(g.size for g in found) if found else 0.0
    strips = []
    for left, right in _free(found):
        middle = (left + right) / 2
        before, behind = ({round(g.base) for g in found if (g.left < middle) is side} for side in (True, False))
        if right - left >= (_NARROW_STRIP if len(before & behind) >= _SHOWN else _STRIP) * size:
            strips.append(middle)
    return strips


def _free(glyphs: Sequence[Glyph]) -> Iterator[tuple[float, float]]:
    """The stretches from left to right between the outermost characters in which none stands."""
    far = None
    for glyph in sorted(glyphs, key=lambda g: g.left):
        if far is not None and glyph.left > far:
            yield far, glyph.left
        far = max(far or glyph.right, glyph.right)


def _columns(row: Sequence[Glyph], strips: Sequence[float]) -> list[list[Glyph]]:
    columns: list[list[Glyph]] = [[] for _ in range(len(strips) + 1)]
    for glyph in row:
        columns[bisect.bisect(strips, (glyph.left + glyph.right) / 2)].append(glyph)
    return columns


def _parted(glyphs: Sequence[Glyph], strips: Sequence[float]) -> list[list[Glyph]]:
    """What stands between two rules by rows: each line with figures in one column is one, with the lines of words that go with it.

    The head of a table and its foot may have rules and its rows none; where no column holds figures, it is one row.
    """
    lines: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: -g.base):
        if lines and lines[-1][0].base - glyph.base <= _ROW * max(glyph.size, lines[-1][0].size):
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    figures = _lines_of_figures(lines, strips)
    if len(figures) < _FEWEST_ROWS:
        return [list(glyphs)] if glyphs else []
    parts: list[list[Glyph]] = [[] for _ in figures]
    for k, line in enumerate(lines):
        # Figures stand beside the first line of their words, or beside the last.
        at = bisect.bisect(figures, k) - 1 if figures[0] == 0 else bisect.bisect_left(figures, k)
        parts[min(at, len(parts) - 1)].extend(line)
    order = {id(g): i for i, g in enumerate(glyphs)}  # lines are made of characters in the order of the file
    return [sorted(part, key=lambda g: order[id(g)]) for part in parts]


def _lines_of_figures(lines: Sequence[Sequence[Glyph]], strips: Sequence[float]) -> list[int]:
    """Places of the lines that have words in a column, the first of all, that holds nothing but figures."""
    columns = [["".join(g.text for g in c) for c in _columns(line, strips)] for line in lines]
    for column in zip(*columns, strict=True):
        places = [k for k, text in enumerate(column) if text]
        if len(places) >= _FEWEST_ROWS and all(any(map(str.isdigit, column[k])) for k in places):
            return places
    return []
