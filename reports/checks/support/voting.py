"""Votes and groups: which versions of a row agree, and which of them stands apart. Every quorum stands here and nowhere else.

| rule | versions | an outlier is | the others must | asked by |
|---|---|---|---|---|
| pair | 2 | by convention the second | – | all |
| ``outliers`` | 3 and more | apart from all others | agree with each other | D304, D501, verbs |
| ``outliers`` with ``spare`` | 5 and more | apart from all others but one | agree once one is left out | verbs (D301, D302, D306) |
| ``may_spare_one`` | 5 and more | apart from all others but one | – | D303 |
| ``only_one_lacks`` | 3 and more | the one that lacks a value | two at least have it | values (D2, D305) |
| ``lack_together`` | 3 and more | each of a third at most, in its own way | more than half have it | values |
| ``two_lack`` | 5 and more | each of exactly two | have it | qualifiers (D305) |
| ``outlier_counts`` | 3 and more | each whose count is not the usual one | all but one, or ``fewest``, have it | D105, D205, D206 |
| ``has_majority`` | 3 and more | each without the usual value | more than half have it | D105 |
| ``most_have``, ``few_have`` | 2 and more | each that lacks, or has, a whole paragraph | see there | D101, D102, D106 |
| ``all_but_one`` | 2 and more | the one that did not change | all have changed | D405 |
| ``mean_of_scores`` | 4 and more | by the mean of the others' scores | – | passages (D103, D104) |

``groups`` cuts the versions into those that agree, and asks for no quorum.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence, Sized
from dataclasses import dataclass

from reports.messages.phrases import Facts

SPARE_FROM = 4
"""Other versions from which all but one are enough against one: fewer would leave two that agree against one."""
SCORED_FROM = 4
"""Versions from which the mean of the others' scores decides: of three each mean would rest on two scores."""


@dataclass(frozen=True, slots=True)
class Outlier:
    """A version that stands apart from ``others``; ``whole`` where those are all other versions."""

    code: str
    others: tuple[str, ...]
    whole: bool = True


def groups(values: Mapping[str, Hashable]) -> list[tuple[str, ...]]:
    """The versions by what they have, the largest group first, else in the order of the versions."""
    found: dict[Hashable, list[str]] = {}
    for code, value in values.items():
        found.setdefault(value, []).append(code)
    return [tuple(group) for group in sorted(found.values(), key=len, reverse=True)]


def may_be_outliers(codes: Sequence[str]) -> Sequence[str]:
    """The versions that can be called the outlier: of two, by convention, only the second."""
    return codes[1:] if len(codes) == 2 else codes


def others_than(code: str, codes: Collection[str]) -> tuple[str, ...]:
    """All versions but one, in their order."""
    return tuple(c for c in codes if c != code)


def outliers(codes: Sequence[str], apart: Callable[[str, str], bool], *, spare: bool = False) -> Iterator[Outlier]:
    """The versions that are ``apart`` from the others, while those agree with each other.

    ``apart(one, other)`` is asked in the order of ``codes`` on either side. With ``spare``, of five versions and more one of the
    others may go with the outlier, or be apart from all.
    """
    if len(codes) == 2:
        first, second = codes
        if apart(second, first):
            yield Outlier(second, (first,))
        return
    against = {c: tuple(d for d in codes if d != c and apart(c, d)) for c in codes}
    for code in codes if len(codes) > 2 else ():
        rest = others_than(code, codes)
        whole = len(against[code]) == len(rest) and all(set(against[c]) <= {code} for c in rest)
        enough = spare and may_spare_one(rest) and len(against[code]) >= len(rest) - 1
        if whole or (enough and _agree_but_for_one(rest, against)):
            yield Outlier(code, against[code], whole)


def _agree_but_for_one(codes: Sequence[str], against: Mapping[str, Sequence[str]]) -> bool:
    return any(all(d == out or d not in codes for c in codes if c != out for d in against[c]) for out in codes)


def may_spare_one(others: Sized) -> bool:
    """Whether the others are so many that one of them need not be against the outlier: it may have words that render both."""
    return len(others) >= SPARE_FROM


def only_one_lacks(lacking: Sized, having: Sized) -> bool:
    """Whether one version lacks what two and more have."""
    return len(lacking) == 1 and len(having) > 1


def lack_together(lacking: Sized, having: Sized) -> bool:
    """Whether a third of the versions at most lack what more than half have: each of them may be an outlier in its own way."""
    versions = len(lacking) + len(having)
    return len(lacking) <= versions // 3 and len(having) > versions // 2


def two_lack(lacking: Sized, having: Sized) -> bool:
    """Whether exactly two of five versions and more lack what the others have; which of them errs, the values do not tell."""
    return len(lacking) == 2 and len(lacking) + len(having) > SPARE_FROM


def has_majority(count: int, versions: int) -> bool:
    """Whether what ``count`` of the versions have can be called the usual: more than half of three and more; of two, any."""
    return versions <= 2 or count > versions / 2


def most_have(having: Sized, lacking: Sized) -> bool:
    """Whether no more versions lack a paragraph than have it."""
    return len(having) >= len(lacking)


def few_have(having: Sized, lacking: Sized) -> bool:
    """Whether no more versions have a paragraph than lack it."""
    return len(having) <= len(lacking)


def all_but_one(count: int, versions: int) -> bool:
    """Whether all versions, or all but one, did something."""
    return count >= versions - 1


def mean_of_scores(versions: Sized) -> bool:
    """Whether there are so many versions that the mean of the others' scores decides, and not each pair's."""
    return len(versions) >= SCORED_FROM


@dataclass(frozen=True, slots=True)
class OutlierCount:
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


def outlier_counts(counts: Mapping[str, int], *, fewest: int | None = None) -> Iterator[OutlierCount]:
    """The versions, by language code, whose count is not the usual one.

    Two versions make a pair, and the second is the outlier. Of more than two, ``fewest`` must agree for a count to be the usual
    one: all but one where it is None.
    """
    if not counts:
        return
    usual, agreeing = Counter(counts.values()).most_common(1)[0]
    if len(counts) > 2 and agreeing < (len(counts) - 1 if fewest is None else fewest):
        return
    others = tuple(code for code, count in counts.items() if count == usual)
    for code, count in counts.items():
        if count != usual:
            yield OutlierCount(code, count, usual, others[0], others)
