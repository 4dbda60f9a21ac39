"""The points of paragraphs that are cited: "paragraphe 3 b)", "paragraph 3 (c) (ii)", 第3(b)段, "l'alinéa b) ci-dessus"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from corpora.languages import Language, language_of
from corpora.model import Anchor, Paragraph, Span, stating
from corpora.text.folding import fold
from corpora.text.numbering import parse_number
from corpora.text.patterns import compiled
from corpora.values import Detail, ParagraphReference
from reports.comparison.rows import Cell

_REACH = 20
"""Characters behind the number of a paragraph in which the marks of one of its points stand."""
_MARK = r"(?:\(?[^\W\d_]{1,4}\)|[\u3220-\u3229]|'\d{1,2}')"
"""The mark of a point in folded text: "(b)", "b)", ㈡, "‘2’"."""
_RUN = rf"(?P<marks>{_MARK}(?:[\s,\u3001]{{0,3}}(?:[^\W\d_]{{1,4}}\s?)??{_MARK})*)"
"""Marks one after another: "(a) to (d)", "b) ii)"."""
_ONE_MARK = re.compile(_MARK)
_POINT = "point"
Located = tuple[Paragraph, Anchor]
Levels = tuple[frozenset[tuple[str, int]], ...]
"""What the mark of a point may mean, and that of a point of it: "(b) (ii)"."""


@dataclass(frozen=True, slots=True)
class _Point:
    """A point that is cited; ``of`` is the number of its paragraph, None where that is not said before it."""

    of: int | None
    levels: Levels
    located: Located


def other_point(one: Cell, other: Cell) -> tuple[Located, Located] | None:
    """Where two versions cite two points in one place; None where they agree, or where it cannot be told.

    Of a paragraph that is named by its number each cites one point and no more; else both cite as many points, and all but one agree.
    """
    mine, theirs = _points(one), _points(other)
    for number in {p.of for p in mine if p.of is not None}:
        here, there = ([p for p in points if p.of == number] for points in (mine, theirs))
        if len(here) == len(there) == 1 and not _agree(here[0].levels, there[0].levels):
            return here[0].located, there[0].located
    if len(mine) != len(theirs):
        return None
    left, right = _alone(mine, theirs), _alone(theirs, mine)
    if len(left) == len(right) == 1 and (left[0].of is None or right[0].of is None):
        return left[0].located, right[0].located
    return None


def _alone(points: Sequence[_Point], others: Sequence[_Point]) -> list[_Point]:
    """The points that none of the others can be, each of which stands for one."""
    free = list(others)
    found = []
    for point in points:
        match = next((p for p in free if _agree(point.levels, p.levels)), None)
        if match is None:
            found.append(point)
        else:
            free.remove(match)
    return found


def _agree(one: Levels, other: Levels) -> bool:
    """Whether two marks can be one: at the first level each language marks alike, below it by its own signs ("(ii)", ㈡)."""
    for depth, (mine, theirs) in enumerate(zip_longest(one, other)):
        if mine is None or theirs is None:
            return True
        values = ({value for _, value in readings} for readings in (mine, theirs))
        if mine.isdisjoint(theirs) if depth == 0 else set.isdisjoint(*values):
            return False
    return True


def _points(cell: Cell) -> list[_Point]:
    found: list[_Point] = []
    for paragraph in cell.paragraphs:
        language, taken = language_of(paragraph), set[int]()
        for anchor, reference in stating(paragraph.anchors, ParagraphReference):
            end = anchor.span.end
            behind = fold(paragraph.text[end : end + _REACH])
            match = re.match(rf"\s?(?P<marks>{_MARK}(?:\s?{_MARK})*)", behind.text)
            if match is None:
                continue
            levels, _, last = next(_read(match.group("marks"), language), ((), 0, 0))
            if levels:
                start = match.start("marks")
                span = Span(anchor.span.start, end + behind.span(start, start + last).end)
                taken.add(end + behind.span(start, start + 1).start)
                found.append(_Point(reference.number, levels, _said(paragraph, anchor, span)))
        found += _without_number(paragraph, language, taken)
    return found


def _patterns(language: Language) -> tuple[re.Pattern[str], ...]:
    section = language.references
    before = rf"(?:{section.point_before.pattern})\s{_RUN}" if section.point_before else None
    behind = rf"{_RUN}\s?(?:{section.point_behind.pattern})" if section.point_behind else None
    return tuple(compiled(pattern) for pattern in (before, behind) if pattern)


def _without_number(paragraph: Paragraph, language: Language, taken: set[int]) -> Iterator[_Point]:
    """Points that are named by their marks alone, or before their paragraph: "alinéa b) du paragraphe 7"."""
    folded = fold(paragraph.text)
    for pattern in language.derived(_patterns):
        for match in pattern.finditer(folded.text):
            for levels, start, end in _read(match.group("marks"), language):
                base = match.start("marks")
                span = folded.span(base + start, base + end)
                if span.start not in taken:
                    text = paragraph.text[span.start : span.end]
                    yield _Point(None, levels, (paragraph, Anchor(Detail(_POINT, text), text, span)))


def _read(marks: str, language: Language) -> Iterator[tuple[Levels, int, int]]:
    """The points of a run of marks, each with its place: a mark right behind another is that of a point of it."""
    levels: list[frozenset[tuple[str, int]]] = []
    start = end = 0
    for match in _ONE_MARK.finditer(marks):
        mark = parse_number(f"{match.group()} x", language)
        readings = frozenset(r for r in mark.readings if r[0] != "decimal") if mark else frozenset[tuple[str, int]]()
        if levels and marks[end : match.start()].strip():
            yield tuple(levels), start, end
            levels = []
        if readings:
            start = start if levels else match.start()
            levels.append(readings)
        end = match.end()
    if levels:
        yield tuple(levels), start, end


def _said(paragraph: Paragraph, anchor: Anchor, span: Span) -> Located:
    return paragraph, replace(anchor, text=paragraph.text[span.start : span.end], span=span)
