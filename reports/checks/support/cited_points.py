"""The points of paragraphs that are cited: "paragraphe 3 b)", "paragraph 3 (c)", 第3(b)段."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from corpora.model import Anchor, Paragraph, Span, stating
from corpora.text.numbering import parse_number
from corpora.values import ParagraphReference
from reports.comparison.rows import Cell

_REACH = 10
"""Characters behind the number of a paragraph in which the mark of one of its points stands."""
Located = tuple[Paragraph, Anchor]
Points = dict[int, list[tuple[frozenset[tuple[str, int]], Located]]]
"""By the number of a paragraph, what the mark of each point of it that is cited may mean, and where it stands."""


def other_point(one: Cell, other: Cell) -> tuple[Located, Located] | None:
    """Where each of two versions cites one point of a paragraph and no more of it, and these are not the same; None where they agree."""
    theirs = _points(other)
    for number, mine in _points(one).items():
        if len(mine) != 1 or len(theirs.get(number, ())) != 1:
            continue
        (meant, here), (meant_there, there) = mine[0], theirs[number][0]
        if meant.isdisjoint(meant_there):
            return here, there
    return None


def _points(cell: Cell) -> Points:
    found: Points = defaultdict(list)
    for paragraph in cell.paragraphs:
        for anchor, reference in stating(paragraph.anchors, ParagraphReference):
            end = anchor.span.end
            behind = paragraph.text[end : end + _REACH]
            start = len(behind) - len(behind.lstrip())
            mark = parse_number(behind[start:] + " x", cell.language)
            letters = frozenset(r for r in mark.readings if r[0] != "decimal") if mark else frozenset()
            if mark is None or not letters:
                continue
            span = Span(anchor.span.start, end + start + mark.end)
            said = replace(anchor, text=paragraph.text[span.start : span.end], span=span)
            found[reference.number].append((letters, (paragraph, said)))
    return found
