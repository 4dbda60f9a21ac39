"""Which version has more or fewer of something than the others: counts of a row put to the vote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reports.messages.phrases import Facts


@dataclass(frozen=True, slots=True)
class OddCount:
    """A version whose count differs, and the usual count with the first version and all versions that have it."""

    code: str
    count: int
    usual: int
    reference: str
    others: tuple[str, ...]

    @property
    def facts(self) -> Facts:
        """What a sentence says of it."""
        return {"count": self.count, "outlier": self.code, "usual": self.usual, "others": self.others}


def outlier_counts(counts: Mapping[str, int], *, fewest: int | None = None) -> Iterator[OddCount]:
    """The versions, by language code, whose count is not the usual one.

    Two versions make a pair, and the second is the odd one. Of more than two, ``fewest`` must agree for a count to be the
    usual one: all but one where it is None.
    """
    if not counts:
        return
    usual, agreeing = Counter(counts.values()).most_common(1)[0]
    if len(counts) > 2 and agreeing < (len(counts) - 1 if fewest is None else fewest):
        return
    others = tuple(code for code, count in counts.items() if count == usual)
    for code, count in counts.items():
        if count != usual:
            yield OddCount(code, count, usual, others[0], others)
