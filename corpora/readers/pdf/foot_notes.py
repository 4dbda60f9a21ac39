"""Footnotes of PDF pages: which lines they are, and where one ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from corpora.readers.page_furniture import RULE
from corpora.readers.pdf.lines import Line
from corpora.readers.pdf.measures import Measures, is_raised

_NOTE = re.compile(r"\W{0,2}(\d{1,3}|[*†‡]{1,3}|[a-z](?=[ /]))\W?\s*")
_MARKED = re.compile(r"\W{0,2}(?:\d{1,3}|[*†‡]|[a-z][ /])")
_MARKED_TEXT = re.compile(r"\W{0,2}(?:\d{1,3}|[*†‡]{1,3}|[a-z][ /])\W?\s?\D")
_SIGNS = "*†‡"
_SMALLER = 0.95
"""Size of footnotes that open with a raised mark, as a share of the usual one: some printers set them hardly smaller."""


def places_of_notes(page: Sequence[Line], furniture: Mapping[int, str], measures: Measures) -> set[int]:
    """Places of the footnotes of a page: what stands below a rule, else small lines at the foot, a mark first; no cell of a table is one."""
    found: set[int] = set()
    for column in {line.column for line in page}:
        places = [i for i, line in enumerate(page) if line.column == column and not line.cell]
        text = [i for i in places if i not in furniture]
        rules = [page[i].base for i in places if furniture.get(i) == RULE]
        below = [i for i in text if rules and page[i].base < min(rules)]
        # A note that goes on from the page before has no mark.
        if below and (_opens(page[below[0]], measures) or all(measures.is_small(page[i]) for i in below)):
            found.update(below)
            text = [i for i in text if i not in found]
        small: list[int] = []
        for i in reversed(text):
            if page[i].size > _SMALLER * measures.size:
                break
            small.append(i)
            if _opens(page[i], measures):
                found.update(small)
    return found


def _opens(line: Line, measures: Measures) -> bool:
    """Whether a line opens with a footnote mark; a figure in print hardly smaller than the text must be raised to be one."""
    if not _MARKED.match(line.text):
        return False
    return measures.is_small(line) or is_raised(line.glyphs[0], line) or line.text[0] in _SIGNS


def note_mark(line: Line) -> re.Match[str] | None:
    """The mark with which a footnote line opens, its first group; a letter is one where it is raised."""
    first = line.glyphs[0]
    return _NOTE.match(line.text) if not first.text.isalpha() or is_raised(first, line) else None


def notes(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines of footnotes by note: where marks are raised, a figure that is not ("3/CP.25") begins none."""
    raised = any(is_raised(line.glyphs[0], line) for line in lines)
    current: list[Line] = []
    for line in lines:
        first = line.glyphs[0]
        marked = is_raised(first, line) if raised else not first.text.isalpha()
        if current and marked and _MARKED_TEXT.match(line.text) and (raised or _follows(current[0], line)):
            yield current
            current = []
        current.append(line)
    if current:
        yield current


_SKIPPED = 3
"""Marks that may be lost between two notes of a page; chosen: a scan loses one now and then."""


def _follows(before: Line, line: Line) -> bool:
    """Whether the figure of a line can be the mark after that of a note: "25 to 28 April" goes on with note 4."""
    one, other = (_NOTE.match(found.text) for found in (before, line))
    marks = [match.group(1) if match else "" for match in (one, other)]
    if not all(mark.isdecimal() for mark in marks):
        return True
    return int(marks[0]) < int(marks[1]) <= int(marks[0]) + _SKIPPED
