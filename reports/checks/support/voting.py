"""Groups and votes: which versions of a row agree, and which of them stands apart. Every quorum stands here and nowhere else.

| rule | versions | an outlier is | the others must | asked by |
|---|---|---|---|---|
| pair | 2 | by convention the second | – | all |
| ``divided`` | 2 and more | any: two that are apart are enough | – | values, verbs, items, numbers (D105, D201 to D207, D301, D302, D305, D306) |
| ``outliers`` | 3 and more | apart from all others | agree with each other | D304, D501 |
| ``may_spare_one`` | 5 and more | apart from all others but one | – | D303 |
| ``most_have`` | 2 and more | those that lack a paragraph; else those that have it | no fewer have it | what D101 and D102 call it |
| ``all_but_one`` | 2 and more | the one that did not change | all have changed | D405 |
| (align/lexicon/lost_words.py) | 4 and more | one whose words render none of several counterparts | render it, most of them | words (D307, D502) |
| ``mean_of_scores`` | 4 and more | by the mean of the others' scores | – | passages (D103, D104) |
| ``say_unchanged`` | 2 and more | – | are as the record has them, two of them or the one | sentences of the record (D406) |
| ``most_show`` | 3 and more | – | say the same, more than half of those that are asked | lost and changed words (D406) |

Of rules that ask how many versions there are, without looking for an outlier:

| rule | versions | holds where | asked for |
|---|---|---|---|
| ``comparable`` | 2 and more | a row has a counterpart at all | which rows are compared (D206, D303, D304, D501, values) |
| ``counted_out`` | 3 and more | who agrees with whom is worth listing | groups and votes of a finding; whether a text is another one |
| ``several_against`` | 3 and more | two and more stand against one | severity and confidence (D301, D302, D304 to D306, D501) |
| ``steadiest`` | 4 and more | the three steadiest others are against one | severity of D305 |

``divided`` and ``divided_by`` cut the versions into those that agree, and ask for no quorum: what two versions disagree on is found
whatever the others say, and a version more never lowers it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence, Sized
from dataclasses import dataclass
from itertools import combinations

SPARE_FROM = 4
"""Other versions from which all but one are enough against one: fewer would leave two that agree against one."""
STEADIEST = 3
"""Other versions that are asked how steadily they render something: the three steadiest; chosen, half of six versions.
Two, four and five give the same findings on eight resolutions of the record."""
WORDS_FROM = 4
"""Versions from which words are voted on: of three, one counterpart alone would decide (as in align/lexicon/lost_words.py)."""
SCORED_FROM = 4
"""Versions from which the mean of the others' scores decides: of three each mean would rest on two scores."""


@dataclass(frozen=True, slots=True)
class Outlier:
    """A version that stands apart from ``others``, which are all other versions."""

    code: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VersionGroups:
    """How the versions of a row fall apart: in ``groups`` of which no two members are apart, the largest first.

    ``apart`` holds the pairs that are apart, each both ways round.
    """

    groups: tuple[tuple[str, ...], ...]
    apart: frozenset[tuple[str, str]]

    @property
    def has_single_outlier(self) -> bool:
        """Whether one version stands against all others, which agree."""
        return len(self.groups) == 2 and len(self.groups[1]) == 1

    @property
    def outlier(self) -> str:
        """The version to be shown as the odd one: the first of the smallest group; of two, by convention, the second."""
        return self.groups[-1][0]

    @property
    def sureness(self) -> float:
        """The share of the pairs of two versions of two groups that are apart: 1 where nobody stands between the groups."""
        pairs = [(a, b) for one, other in combinations(self.groups, 2) for a in one for b in other]
        return sum(pair in self.apart for pair in pairs) / len(pairs)

    def supporters(self, reference: str, outlier: str) -> tuple[str, ...]:
        """The versions that are apart from ``outlier`` and not from ``reference``, which is the first of them."""
        both = (c for group in self.groups for c in group)
        return (
            reference,
            *(c for c in both if c != reference and (c, outlier) in self.apart and (c, reference) not in self.apart),
        )

    def sides(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Each version that is apart from another, with that other alone, and with all that agree with the other.

        Whatever is asked of the first form does not depend on the rest of the versions; the second only grows with them.
        """
        for reference, outlier in sorted(self.apart):
            yield outlier, (reference,)
            supporters = self.supporters(reference, outlier)
            if len(supporters) > 1:
                yield outlier, supporters

    def shown(self) -> tuple[str, tuple[str, ...]]:
        """The version to be shown as the odd one, and those of the largest group that are apart from it."""
        outlier = self.outlier
        others = tuple(c for c in self.groups[0] if (c, outlier) in self.apart)
        return outlier, others or tuple(c for g in self.groups for c in g if (c, outlier) in self.apart)


def divided(codes: Sequence[str], apart: Callable[[str, str], bool]) -> VersionGroups | None:
    """The versions in groups; None where no two are apart. ``apart(one, other)`` is asked once a pair, in the order of ``codes``.

    A version that could stand in several groups, since it is apart from none of them, stands in the largest.
    """
    pairs = {(a, b) for a, b in combinations(codes, 2) if apart(a, b)}
    if not pairs:
        return None
    pairs |= {(b, a) for a, b in pairs}
    against = {c: sum((c, d) in pairs for d in codes) for c in codes}
    found: list[list[str]] = []
    for code in sorted(codes, key=lambda c: -against[c]):
        fitting = [group for group in found if not any((code, c) in pairs for c in group)]
        if fitting:
            max(fitting, key=len).append(code)
        else:
            found.append([code])
    ordered = [tuple(c for c in codes if c in group) for group in found]
    ordered.sort(key=lambda group: (-len(group), codes.index(group[0])))
    return VersionGroups(tuple(ordered), frozenset(pairs))


def divided_by(values: Mapping[str, Hashable]) -> VersionGroups | None:
    """The versions in groups by what they have; None where all have the same."""
    return divided(tuple(values), lambda a, b: values[a] != values[b])


def comparable(versions: Sized) -> bool:
    """Whether there are two versions to compare, and more."""
    return len(versions) > 1


def counted_out(versions: Sized) -> bool:
    """Whether there are so many versions that it says something which of them agree: of two, a finding names both."""
    return len(versions) > 2


def several_against(others: Sized) -> bool:
    """Whether two others and more stand against one: what parts only two versions is oftener a matter of wording."""
    return len(others) > 1


def votes_on_words(versions: Sized) -> bool:
    """Whether there are so many versions that the words of one can be looked for in the others, taken together."""
    return len(versions) >= WORDS_FROM


def steadiest(others: Sized) -> bool:
    """Whether there are as many others as are asked how steadily they render something."""
    return len(others) >= STEADIEST


def may_be_outliers(codes: Sequence[str]) -> Sequence[str]:
    """The versions that can be called the outlier: of two, by convention, only the second."""
    return codes[1:] if len(codes) == 2 else codes


def others_than(code: str, codes: Collection[str]) -> tuple[str, ...]:
    """All versions but one, in their order."""
    return tuple(c for c in codes if c != code)


def outliers(codes: Sequence[str], apart: Callable[[str, str], bool]) -> Iterator[Outlier]:
    """The versions that are ``apart`` from all others, while those agree with each other.

    ``apart(one, other)`` is asked in the order of ``codes`` on either side.
    """
    if len(codes) == 2:
        first, second = codes
        if apart(second, first):
            yield Outlier(second, (first,))
        return
    against = {c: tuple(d for d in codes if d != c and apart(c, d)) for c in codes}
    for code in codes if counted_out(codes) else ():
        rest = others_than(code, codes)
        if len(against[code]) == len(rest) and all(set(against[c]) <= {code} for c in rest):
            yield Outlier(code, against[code])


def may_spare_one(others: Sized) -> bool:
    """Whether the others are so many that one of them need not be against the outlier: it may have words that render both."""
    return len(others) >= SPARE_FROM


def most_have(having: Sized, lacking: Sized) -> bool:
    """Whether no more versions lack a paragraph than have it."""
    return len(having) >= len(lacking)


def all_but_one(count: int, versions: int) -> bool:
    """Whether all versions, or all but one, did something."""
    return count >= versions - 1


def most_show(one: Sized, showing: Sized) -> bool:
    """Whether more than half of the versions that show something show one thing: three of five and of four, two of three and of two."""
    return 2 * len(one) > len(showing)


def say_unchanged(unchanged: Sized, others: Sized) -> bool:
    """Whether enough of the ``others`` are as the record has them: two, or the other one of a pair."""
    return len(unchanged) >= min(2, len(others))


def mean_of_scores(versions: Sized) -> bool:
    """Whether there are so many versions that the mean of the others' scores decides, and not each pair's."""
    return len(versions) >= SCORED_FROM
