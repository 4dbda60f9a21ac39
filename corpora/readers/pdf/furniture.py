"""What a page carries beside its text: running heads, page numbers, job numbers, the rule above its footnotes.

Judged by where a line stands (the outermost rows of a page, off the text) and by what it is (a page number, a job number, a
document symbol, the same words at the same height on other pages); a row of unknown words outside of a known one goes with it,
as a running title stands over its symbol.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpora.readers.page_furniture import (
    HEAD,
    JOB_NUMBER,
    RULE,
    furniture_by_words,
    is_page_of_pages,
    is_rule,
    symbol_of_line,
    words_of_head,
)
from corpora.readers.pdf.lines import Line

_HEAD_ROWS, _FOOT_ROWS = 3, 4
"""Outermost rows of a page that may be its furniture; a first page has its job number, a bar code and a word on recycling."""
_ROWS_OF_HEAD = 1
"""Rows of a table that a running head may be set in."""
_SAME_HEIGHT = 2.0
"""Points by which a running head may stand higher or lower on another page."""
_OFTEN = 3
"""Pages from which words at the head or the foot are furniture, at whatever height they stand."""
_CLOSE = 1.8
"""Way between two rows of furniture, as a share of the size."""
_OFF = 1.3
"""Gap to the text, as a share of the usual one between lines, from which furniture stands off."""
PAINTED_AGAIN = "painted again at a page's edge"
_PART = 0.6
"""Share of a line's letters that stand out of it, at most."""
_ROW = 0.5
"""Difference of baselines, as a share of the size, up to which lines stand in one row."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """Of each page, which of its lines (by their places) are furniture and why; the symbol that running heads state."""

    reasons: tuple[dict[int, str], ...]
    symbol: str | None


def furniture_of(pages: Sequence[Sequence[Line]], usual_gap: float) -> Furniture:
    """The furniture of all pages; ``usual_gap`` is the way from line to line in the text, in points."""
    repeated = _Repeated(pages)
    reasons: list[dict[int, str]] = []
    symbols: list[str] = []
    for number, page in enumerate(pages):
        found = {i: RULE for i, line in enumerate(page) if is_rule(line.text)}
        near = [_last(pages[number - 1], reasons[-1])] if number else []
        near += _first_of(pages[number + 1]) if number + 1 < len(pages) else []
        found |= dict.fromkeys(_painted_again(page, near), PAINTED_AGAIN)
        rows = _rows(page, found)
        known = {i: reason for row in rows for i in row if (reason := _known(page, i, repeated))}
        head = _zone(page, rows[:_HEAD_ROWS], known, rows, usual_gap) if number else []
        foot = _zone(page, rows[: -_FOOT_ROWS - 1 : -1], known, rows[::-1], usual_gap)
        for i in (*head, *foot):
            found[i] = known.get(i, HEAD)
        if not number:
            found |= {i: HEAD for row in rows[:_HEAD_ROWS] for i in row if _is_head_of_first(page, i, repeated)}
        symbols += [symbol for i in head if (symbol := symbol_of_line(page[i].text))]
        reasons.append(found)
    return Furniture(tuple(reasons), symbols[0] if symbols else None)


def _last(page: Sequence[Line], furniture: dict[int, str]) -> Line | None:
    """The lowest line of a page's text."""
    return min((line for i, line in enumerate(page) if i not in furniture), key=lambda line: line.base, default=None)


def _first_of(page: Sequence[Line]) -> list[Line | None]:
    """The rows at the head of a page, of which one is the first line of its text."""
    return [page[i] for row in _rows(page, {})[: _HEAD_ROWS + 1] for i in row]


def _painted_again(page: Sequence[Line], near: Sequence[Line | None]) -> Iterator[int]:
    """Lines that hold only letters of a line at the edge of a page beside, each at its place: those that stand out of the line.

    Chromium paints what a page's edge cuts through on both pages.
    """
    places = [{(g.text, round(g.left)) for g in line.glyphs if g.text != " "} for line in near if line is not None]
    for i, line in enumerate(page):
        letters = {(g.text, round(g.left)) for g in line.glyphs if g.text != " "}
        if any(letters <= whole and len(letters) < _PART * len(whole) for whole in places):
            yield i


def _rows(page: Sequence[Line], without: dict[int, str]) -> list[list[int]]:
    """Places of lines by the rows in which they stand, from the head of the page to its foot."""
    order = sorted((i for i in range(len(page)) if i not in without), key=lambda i: -page[i].base)
    rows: list[list[int]] = []
    for i in order:
        if rows and abs(page[rows[-1][0]].base - page[i].base) <= _ROW * page[i].size:
            rows[-1].append(i)
        else:
            rows.append([i])
    return rows


def _is_head_of_first(page: Sequence[Line], i: int, repeated: _Repeated) -> bool:
    """Whether a line at the head of the first page is a running head too; the symbol there is the masthead's."""
    return repeated.at_its_height(page, i) and symbol_of_line(page[i].text) is None


def _known(page: Sequence[Line], i: int, repeated: _Repeated) -> str | None:
    """What kind of furniture a line may be by its words, None where they tell nothing; rows of a longer table are none."""
    cell = page[i].cell
    if cell and cell.rows > _ROWS_OF_HEAD:
        return None
    return furniture_by_words(page[i].text) or (HEAD if repeated.anywhere(page, i) else None)


def _zone(
    page: Sequence[Line],
    outer: Sequence[Sequence[int]],
    known: dict[int, str],
    rows: Sequence[Sequence[int]],
    usual_gap: float,
) -> list[int]:
    """Places of the lines from an edge of the page to the last row of known furniture, ``rows`` counted from that edge."""
    for depth in range(_together(page, outer) - 1, -1, -1):
        row = [i for i in outer[depth] if i in known]
        inner = rows[depth + 1] if depth + 1 < len(rows) else []
        gap = min((abs(page[i].base - page[j].base) for i in outer[depth] for j in inner), default=1e9)
        # The pair of figures of a page among pages, and a job number, are no line of a paragraph.
        sure = any(known[i] == JOB_NUMBER or is_page_of_pages(page[i].text, page[i].page + 1) for i in row)
        if row and (sure or gap > _OFF * usual_gap):
            return [i for found in outer[: depth + 1] for i in found]
    return []


def _together(page: Sequence[Line], rows: Sequence[Sequence[int]]) -> int:
    """How many of the outermost rows stand close to each other: a page with little text has it near its furniture."""
    for depth, (row, inner) in enumerate(itertools.pairwise(rows), 1):
        line = page[row[0]]
        if abs(line.base - page[inner[0]].base) > _CLOSE * line.size:
            return depth
    return len(rows)


class _Repeated:
    """The words at the heads and feet of pages that stand on several of them."""

    def __init__(self, pages: Sequence[Sequence[Line]]) -> None:
        self._places: dict[str, list[Line]] = defaultdict(list)
        for page in pages:
            rows = _rows(page, {})
            for i in {i for row in (*rows[:_HEAD_ROWS], *rows[-_FOOT_ROWS:]) for i in row}:
                self._places[words_of_head(page[i].text)].append(page[i])
        self._often = min(_OFTEN, max(2, len(pages)))

    def anywhere(self, page: Sequence[Line], i: int) -> bool:
        """Whether a line's words stand on enough pages, at whatever height."""
        key = words_of_head(page[i].text)
        found = {line.page for line in self._places.get(key, ())}
        return bool(key) and (len(found) >= self._often or self.at_its_height(page, i))

    def at_its_height(self, page: Sequence[Line], i: int) -> bool:
        """Whether a line's words stand on another page at the same height and in the same size."""
        line, key = page[i], words_of_head(page[i].text)
        if not key:
            return False
        return any(
            other.page != line.page
            and abs(other.base - line.base) <= _SAME_HEIGHT
            and abs(other.size - line.size) < 0.1 * line.size
            for other in self._places.get(key, ())
        )
