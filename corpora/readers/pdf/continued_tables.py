"""Tables that go on over a page: their head, which is printed again, and the row that the page's end cuts."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpora.readers.pdf.breaks import plain_text
from corpora.readers.pdf.lines import CellPlace, Line
from corpora.readers.pdf.measures import Measures
from corpora.text.punctuation import PAUSES

HEAD_AGAIN = "head of a table printed again"
_SAME_SIDE = 3.0
"""Points by which the sides of a column may differ from page to page."""


@dataclass(slots=True)
class _Part:
    """What stands of a table on one page: its cells in the order in which they are read, each with its lines."""

    cells: dict[CellPlace, list[Line]]

    def row(self, number: int) -> list[CellPlace]:
        """The cells that begin in a row."""
        return [place for place in self.cells if place.row == number]

    def words(self, number: int) -> list[str]:
        """The words of the cells of a row."""
        return [" ".join(line.text for line in self.cells[place]) for place in self.row(number)]

    @property
    def rows(self) -> list[int]:
        """The rows that are left of it."""
        return sorted({place.row for place in self.cells})


def with_tables_joined(lines: Sequence[Line], measures: Measures) -> tuple[list[Line], list[Line]]:
    """The lines of a text with each table that goes on over a page in one, and the lines of its head where it is printed again."""
    out: list[Line] = []
    again: list[Line] = []
    first: _Part | None = None
    last: _Part | None = None
    for part in _parts(lines):
        if isinstance(part, Line):
            out.append(part)
            first = last = None
            continue
        if first is not None and last is not None and _goes_on(last, part):
            again += _without_head(first, part)
            _take_cut_row(last, part, out, measures)
        else:
            first = part
        last = part if part.cells else last
        out += itertools.chain.from_iterable(part.cells.values())
    return out, again


def _parts(lines: Iterable[Line]) -> Iterator[Line | _Part]:
    """Lines that stand in no table, and what stands of each table on each page."""
    for key, group in itertools.groupby(lines, key=lambda x: (x.cell.page, x.cell.table) if x.cell else None):
        if key is None:
            yield from group
            continue
        cells: dict[CellPlace, list[Line]] = {}
        for line in group:
            if line.cell:
                cells.setdefault(line.cell, []).append(line)
        yield _Part(cells)


def _goes_on(before: _Part, part: _Part) -> bool:
    """Whether the columns of a table are those of one that ended the page before."""
    one, other = next(iter(before.cells)), next(iter(part.cells))
    return one.page + 1 == other.page and all(
        any(abs(a.left - b.left) <= _SAME_SIDE and abs(a.right - b.right) <= _SAME_SIDE for b in before.cells)
        for a in part.cells
    )


def _without_head(first: _Part, part: _Part) -> list[Line]:
    """Take from a table's part on another page the rows with which the table began; the lines of these."""
    gone: list[Line] = []
    height = 1 + max(place.last_row for place in first.row(first.rows[0])) - first.rows[0]
    for own, row in itertools.islice(zip(first.rows, part.rows, strict=False), height):
        # The whole of a part is no head, though its words be the same.
        if first.words(own) != part.words(row) or len(part.rows) == 1:
            break
        for place in part.row(row):
            gone += part.cells.pop(place)
    return gone


def _take_cut_row(before: _Part, part: _Part, out: list[Line], measures: Measures) -> None:
    """Put the first row of a part into the last row before it, cell by cell, where the page's end cuts that one; ``out`` ends with it."""
    row = part.row(part.rows[0])
    above = {place: _above(before, place) for place in row}
    if not _is_cut(before, part, above, measures):
        return
    for place, old in above.items():
        lines = part.cells.pop(place)
        if old is None:
            # Nothing stood there on the page before: a cell of the same row.
            at, cell = len(out), replace(place, page=place.page)
        else:
            at = 1 + max(i for i, line in enumerate(out) if line.cell == old)
            cell = old
        out[at:at] = [replace(line, cell=cell) for line in lines]


def _above(before: _Part, place: CellPlace) -> CellPlace | None:
    """The cell of the last row of a part that stands over a cell of the next page."""
    last = before.row(before.rows[-1])
    same = (a for a in last if abs(a.left - place.left) <= _SAME_SIDE and abs(a.right - place.right) <= _SAME_SIDE)
    return next(same, None)


def _is_cut(before: _Part, part: _Part, above: dict[CellPlace, CellPlace | None], measures: Measures) -> bool:
    """Whether a row goes on: in one column at least a full line without an end does, in none a new entry begins."""
    goes_on = False
    for place, old in above.items():
        if old is None:
            continue
        lines, line = before.cells[old], part.cells[place][0]
        if plain_text(lines[-1])[-1:] in PAUSES or measures.cell_left_room(lines, line):
            return False
        goes_on = goes_on or not (line.text[:1].isupper() or line.text[:1].isdigit())
    return goes_on
