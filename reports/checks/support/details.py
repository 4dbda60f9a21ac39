"""What tells the values of two versions apart besides their figures: units, round words, parts of a year, numbers that stand again.

A version that has no such word says nothing against one that has: only one word in the place of another parts them. What two
versions are asked does not depend on the others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from corpora.annotation.details import GRADE, MULTIPLE, PART, REPEATED, ROUND
from corpora.model import Anchor
from corpora.values import Date, Detail, Number, Ordinal, ParagraphReference
from reports.checks.support.values import Gap, Located, nearest_pairs
from reports.comparison.rows import Cell, VersionRow

_NUMBERED = (Number, Ordinal, ParagraphReference)


def other_details(row: VersionRow, wanted: Callable[[str], bool]) -> Callable[[str, str], list[Gap]]:
    """What parts two versions of a row by their details; ``wanted`` tells by what they are details of which are asked for."""
    stated = {code: _by_what(cell, wanted) for code, cell in row.cells.items()}

    def gaps(one: str, other: str) -> list[Gap]:
        found: list[Gap] = []
        for of in stated[one].keys() | stated[other].keys():
            mine, theirs = stated[one].get(of, []), stated[other].get(of, [])
            if of.startswith(REPEATED):
                mine, theirs = (_with_plain(row.cells[c], of, had) for c, had in ((one, mine), (other, theirs)))
                if len(mine) != len(theirs):
                    continue
            found += _unlike(row, one, other, mine, theirs)
        return sorted(found, key=lambda gap: [v[1].span for v in gap if v])

    return gaps


def _by_what(cell: Cell, wanted: Callable[[str], bool]) -> Mapping[str, list[Located]]:
    found: defaultdict[str, list[Located]] = defaultdict(list)
    for paragraph, anchor in cell.details:
        if isinstance(anchor.value, Detail) and wanted(anchor.value.of):
            found[anchor.value.of].append((paragraph, anchor))
    return found


def _with_plain(cell: Cell, of: str, repeated: Sequence[Located]) -> list[Located]:
    """Every place at which a cell has the number of "15 bis", with and without that word."""
    number = of.removeprefix(REPEATED).strip()
    taken = {(p.id, a.span.start) for p, a in repeated}
    plain = [
        (p, a)
        for p, a in cell.anchors
        if isinstance(a.value, _NUMBERED) and a.form == number and (p.id, a.span.start) not in taken
    ]
    return [*repeated, *plain]


def _unlike(row: VersionRow, one: str, other: str, mine: Sequence[Located], theirs: Sequence[Located]) -> list[Gap]:
    """Details of which each stands where the other version has another one.

    Where one version has more of them than the other, those that it has alone may be said in other words there: then nothing parts
    the two but details of which none agrees.
    """
    pairs = nearest_pairs(row, one, other, mine, theirs, _agree)
    left = [v for i, v in enumerate(mine) if i not in pairs]
    right = [w for j, w in enumerate(theirs) if j not in pairs.values()]
    if not left or not right or (pairs and len(mine) != len(theirs)):
        return []
    # One number with two units is one number wherever it stands; two round words may be of two things.
    words = left[0][1].form.partition(":")[0] in (ROUND, PART, MULTIPLE, GRADE)
    matched = nearest_pairs(row, one, other, left, right, _are_of_a_sort, near=words)
    return [(left[i], right[j]) for i, j in matched.items()]


def _are_of_a_sort(one: Anchor, other: Anchor) -> bool:
    match one.value, other.value:
        case Detail() as a, Detail() as b:
            return a.is_of_sort(b)
    return True


def _agree(one: Anchor, other: Anchor) -> bool:
    match one.value, other.value:
        case Detail() as a, Detail() as b:
            return a.agrees(b)
        case Date() as a, Date() as b:
            return a.agrees(b)
    # "15 bis" is no "15".
    return not isinstance(one.value, Detail) and not isinstance(other.value, Detail)
