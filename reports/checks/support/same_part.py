"""Whether versions that each show a passage show the same part: the words of the one render those of the other.

Each version may have some clause whose words another one renders badly. What that version leaves out is one part, and the others show that
one; where each of them points elsewhere, the wording is free.
"""

from __future__ import annotations

from collections.abc import Mapping

from align.omissions.detection import Passage
from reports.checks.support.lexical_evidence import in_cell
from reports.comparison.rows import VersionRow

_SAME_PART = 0.5
"""Share of the linked words of either passage whose renderings stand in the other, from which the two are one part: half of them. Of 39 passages
left out that readers judged, the 13 genuine ones are so shown by three versions and more of five, 15 of the 26 false ones by no more than half."""


def showing_one_part(row: VersionRow, shown: Mapping[str, Passage]) -> tuple[str, ...]:
    """The most versions whose passages are one part with that of one of them, this one first; one alone where no two are."""
    places = {code: places_of(row, code, passage) for code, passage in shown.items()}
    found = [
        (code, *(other for other in places if other != code and _same_part(row, places, code, other)))
        for code in places
    ]
    return max(found, key=len, default=())


def places_of(row: VersionRow, code: str, passage: Passage) -> frozenset[int]:
    """The places of the words of a passage among the words of its cell."""
    inside = in_cell(row.cells[code], passage.paragraph, passage.span)
    return frozenset(row.column.words[code].touched(inside))


def _same_part(row: VersionRow, places: Mapping[str, frozenset[int]], first: str, second: str) -> bool:
    return all(inside_share(row, places, a, b) >= _SAME_PART for a, b in ((first, second), (second, first)))


def inside_share(row: VersionRow, places: Mapping[str, frozenset[int]], first: str, second: str) -> float:
    """The share of the words of the first version's passage that are linked at all whose renderings stand in the second's; 0 of none.

    1 where the texts are too long to be compared word by word: then nothing tells the passages apart.
    """
    pair = row.column.pair(first, second)
    if pair is None:
        return 1.0
    partners = [partner for place in places[first] if (partner := int(pair.partners[place])) >= 0]
    return sum(partner in places[second] for partner in partners) / len(partners) if partners else 0.0
