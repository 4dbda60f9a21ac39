"""Which version stands alone: comparing the values that the versions of a row carry.

With two versions a value that one has and the other lacks is a discrepancy of the pair. With more, the versions vote:
a value is reported only where one version stands against all others, so that one finding names the odd one.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import ClassVar

from corpora.model import Anchor, Paragraph
from corpora.values import AnchorKind
from reports.checks.base import VersionCheck
from reports.checks.support.severity import by_effect
from reports.checks.support.voting import lack_together, only_one_lacks, others_than, two_lack
from reports.comparison.rows import Cell, VersionRow, Versions
from reports.findings.model import Finding, Place, Severity, place_of
from reports.messages.phrases import Fact, Phrase, against

Located = tuple[Paragraph, Anchor]
Required = Callable[[Cell], Mapping[str, Located]]
Has = Callable[[Cell, Anchor], bool]
JOINED = 12
"""Characters between the two ends of a range: "au", "and", "по"."""


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """One version against the others.

    ``missing`` is what the ``others`` have and the odd one lacks, as it stands in ``reference``; ``extra`` what the odd one
    has alone. One of them may be None. ``strays`` are versions that lack it too and have, in their own way, something else.
    """

    outlier: str
    others: tuple[str, ...]
    reference: str
    missing: Located | None
    extra: Located | None
    strays: Mapping[str, Located] = field(default_factory=dict)

    @property
    def anchors(self) -> list[Anchor]:
        """What differs: the value that is missing, the value that stands instead, or both."""
        return [located[1] for located in (self.missing, self.extra) if located]


def discrepancies(row: VersionRow, required: Required, has: Has) -> Iterator[Discrepancy]:
    """The values on which one version of the row stands alone.

    ``required`` gives the values that a cell states and that should stand in the others; ``has`` tells whether a value
    can be found in a cell in any form.
    """
    wanted = {code: required(cell) for code, cell in row.cells.items()}
    codes = list(row.cells)
    if len(codes) < 2:
        return
    if len(codes) == 2:
        extra: dict[str, list[Located]] = {code: [] for code in codes}
        for code, located, _ in _gaps(row, wanted, has):
            extra[code].append(located)
        yield from _of_two(row, codes, extra, wanted)
        return
    found = _Standing({c: [] for c in codes}, {c: [] for c in codes}, {c: [] for c in codes})
    for code, located, without in _gaps(row, wanted, has):
        found.add(code, located, without, [c for c in codes if c not in without])
    for code in codes:
        yield from _of_many(row, code, found, wanted)


@dataclass(frozen=True, slots=True)
class _Standing:
    """How the values of three versions and more stand, by version: what it lacks alone, what it has alone, what a few lack.

    ``lacking`` gives the versions that lack a value in their own way, by the identity of that value.
    """

    missing: dict[str, list[tuple[str, Located]]]
    extra: dict[str, list[Located]]
    instead: dict[str, list[tuple[str, Located]]]
    lacking: dict[int, list[str]] = field(default_factory=dict)

    def add(self, code: str, located: Located, without: list[str], holders: list[str]) -> None:
        """Take a value that ``code`` states first and that the versions ``without`` it lack."""
        if only_one_lacks(without, holders):
            self.missing[without[0]].append((code, located))
        elif lack_together(without, holders):
            # Two of six may both be outliers, each in its own way; that counts only where each has a value of its own.
            self.lacking[id(located)] = without
            for c in without:
                self.instead[c].append((code, located))
        elif len(holders) == 1:
            self.extra[code].append(located)


def _of_many(
    row: VersionRow, code: str, found: _Standing, wanted: Mapping[str, Mapping[str, Located]]
) -> Iterator[Discrepancy]:
    """The values on which one of three versions and more stands alone: what it lacks beside what it has instead."""
    codes = list(row.cells)
    missing, extra = found.missing[code], found.extra[code]
    missing = [*missing, *found.instead[code][: max(0, len(extra) - len(missing))]]
    if len(extra) > len(missing):
        rest = others_than(code, codes)
        oftener = _oftener(row, rest[0], code, wanted[rest[0]], among=rest)
        missing += [(rest[0], v) for v in oftener[: len(extra) - len(missing)]]
    for k in range(max(len(missing), len(extra))):
        lacks = missing[k] if k < len(missing) else None
        own = extra[k] if k < len(extra) else None
        apart = found.lacking.get(id(lacks[1]), ()) if lacks else ()
        strays = {c: found.extra[c][0] for c in apart if c != code and found.extra[c]}
        others = tuple(c for c in codes if c != code and c not in strays)
        reference = lacks[0] if lacks else others[0]
        yield Discrepancy(code, others, reference, lacks[1] if lacks else None, own, strays)


def shared_gaps(row: VersionRow, required: Required, has: Has) -> Iterator[Discrepancy]:
    """The values that two of five or six versions lack, one discrepancy for each of the two.

    One of them may say it in other words; which one, the values do not tell.
    """
    for code, located, without in _gaps(row, {c: required(cell) for c, cell in row.cells.items()}, has):
        holders = tuple(c for c in row.cells if c not in without)
        if two_lack(without, holders):
            for outlier in without:
                yield Discrepancy(outlier, holders, code, located, None)


def _gaps(
    row: VersionRow, wanted: Mapping[str, Mapping[str, Located]], has: Has
) -> Iterator[tuple[str, Located, list[str]]]:
    """Each value that some version lacks: the first version that states it, the value there, and those that lack it."""
    seen: set[str] = set()
    for code, values in wanted.items():
        for value, located in values.items():
            if value in seen:
                continue
            seen.add(value)
            without = [c for c in row.cells if c != code and not has(row.cells[c], located[1])]
            if without:
                yield code, located, without


def _oftener(
    row: VersionRow, first: str, second: str, values: Mapping[str, Located], among: Collection[str] = ()
) -> list[Located]:
    """Values that a version has oftener than another (and every one of ``among`` does): one of them was changed there.

    "jusqu'au 15 novembre … jusqu'au 15 novembre" against "15 November … 14 November": the first is not missing, but once too few.
    """
    return [
        located
        for located in values.values()
        if all(_count(row.cells[c], located) > _count(row.cells[second], located) for c in (first, *among))
    ]


def _count(cell: Cell, located: Located) -> int:
    wanted = located[1].value
    return sum(a.value == wanted for _, a in cell.anchors)


def _of_two(
    row: VersionRow,
    codes: Collection[str],
    extra: Mapping[str, list[Located]],
    wanted: Mapping[str, Mapping[str, Located]],
) -> Iterator[Discrepancy]:
    """With two versions neither can be called odd: the second is, by convention, compared with the first."""
    first, second = codes
    mine, theirs = list(extra[first]), list(extra[second])
    if len(theirs) > len(mine):
        mine += _oftener(row, first, second, wanted[first])[: len(theirs) - len(mine)]
    elif len(mine) > len(theirs):
        theirs += _oftener(row, second, first, wanted[second])[: len(mine) - len(theirs)]
    for k in range(max(len(mine), len(theirs))):
        lacks = mine[k] if k < len(mine) else None
        only_value = theirs[k] if k < len(theirs) else None
        yield Discrepancy(second, (first,), first, lacks, only_value)


def places(row: VersionRow, found: Discrepancy) -> tuple[Place, Place]:
    """Where a discrepancy stands: in the witness, and in the odd version (its whole paragraph where it has nothing)."""
    reference, outlier = row.cells[found.reference], row.cells[found.outlier]
    source = place_of(reference.resolution, found.missing[0], found.missing[1].span) if found.missing else None
    target = place_of(outlier.resolution, found.extra[0], found.extra[1].span) if found.extra else None
    return (
        source or place_of(reference.resolution, reference.first),
        target or place_of(outlier.resolution, outlier.first),
    )


def value_finding(
    code: str,
    row: VersionRow,
    found: Discrepancy,
    noun: str,
    severity: Severity,
    confidence: float,
) -> Finding:
    """The finding for a discrepancy of anchors, with its reason and, from three versions on, the votes."""
    source, target = places(row, found)
    reason = _reason(found, noun)
    votes: tuple[tuple[str, str], ...] = ()
    if len(found.others) > 1:
        only_value = found.extra[1].text if found.extra else "–"
        own = {found.outlier: only_value} | {c: located[1].text for c, located in found.strays.items()}
        votes = tuple(
            (c, own.get(c) or _printed(cell, found.missing))
            for c, cell in row.cells.items()
            if c in own or c in found.others
        )
    return Finding(
        code=code,
        severity=severity,
        source=source,
        target=target,
        sentence=reason.name,
        facts=reason.facts,
        confidence=confidence,
        votes=votes,
    )


def _printed(cell: Cell, located: Located | None) -> str:
    """The same value as a cell prints it."""
    if located is None:
        return "–"
    wanted = located[1]
    same = (a.text for _, a in cell.anchors if a.value == wanted.value)
    return next(same, wanted.form)


def _reason(found: Discrepancy, noun: str) -> Phrase:
    facts: dict[str, Fact] = {
        "noun": noun,
        "outlier": found.outlier,
        "others": found.others,
        "missing": found.missing[1].text if found.missing else "",
        "extra": found.extra[1].text if found.extra else "",
        "voted": against(found.outlier, found.others),
    }
    if found.missing and found.extra:
        return Phrase("value.differs", facts)
    return Phrase("value.missing" if found.missing else "value.extra", facts)


class ValueCheck(VersionCheck):
    """A check of values that must stand in every version: numbers, dates, symbols, sessions, qualifiers."""

    noun: ClassVar[str]
    """What is compared, by its key in [nouns] of the catalogues."""

    families: ClassVar[tuple[frozenset[AnchorKind], ...]] = ()
    """Kinds that may stand for one another; values of two families never differ from each other. Empty: all are one family."""

    @abstractmethod
    def required(self, cell: Cell) -> Mapping[str, Located]:
        """The values that a cell states and the others should have."""

    @abstractmethod
    def has(self, cell: Cell, wanted: Anchor) -> bool:
        """Whether a value can be found in a cell in any form."""

    @abstractmethod
    def weigh(self, row: VersionRow, found: Discrepancy) -> tuple[Severity, float] | None:
        """How grave and how sure a discrepancy is; None where it is a matter of style."""

    def discrepancies(self, row: VersionRow) -> list[Discrepancy]:
        """The values of a row on which one version stands alone, family by family."""
        if not self.families:
            return list(discrepancies(row, self.required, self.has))
        found: list[Discrepancy] = []
        for kinds in self.families:
            found += discrepancies(row, partial(self._of_family, kinds), self.has)
        return found

    def _of_family(self, kinds: Collection[AnchorKind], cell: Cell) -> dict[str, Located]:
        return {form: located for form, located in self.required(cell).items() if located[1].kind in kinds}

    def one_slip(self, found: Discrepancy, later: Discrepancy) -> bool:
        """Whether two discrepancies of a row are one slip: then the later one is reported."""
        return False

    def points(self, row: VersionRow, found: Discrepancy) -> bool:
        """Whether what differs only points to another place or text."""
        return False

    def base(self, row: VersionRow, found: Discrepancy) -> Severity:
        """The check's severity, lower where the discrepancy has less effect."""
        return by_effect(self.severity, row, points=self.points(row, found))

    def run(self, versions: Versions) -> Iterator[Finding]:
        """The values on which one version stands alone."""
        for row in versions.rows:
            if not row.checked:
                continue
            every = self.discrepancies(row)
            for k, found in enumerate(every):
                weight = self.weigh(row, found)
                if weight is not None and not any(self.one_slip(found, later) for later in every[k + 1 :]):
                    yield value_finding(self.code, row, found, self.noun, *weight)


def same_place(row: VersionRow, found: Discrepancy) -> bool:
    """Whether what is missing and what stands instead are about as far into their cells."""
    if found.missing is None or found.extra is None:
        return False
    reference, outlier = row.cells[found.reference], row.cells[found.outlier]
    return abs(_depth(reference, found.missing) - _depth(outlier, found.extra)) <= _SAME_PLACE


_SAME_PLACE = 0.25
"""Share of a cell's length by which the places of one word in two languages may differ."""


def _depth(cell: Cell, located: Located) -> float:
    """How far into a cell a value stands, from 0 to 1."""
    before = 0
    for paragraph in cell.paragraphs:
        if paragraph is located[0]:
            break
        before += len(paragraph.text)
    return (before + located[1].span.start) / max(1, sum(len(p.text) for p in cell.paragraphs))


def same_range(found: Discrepancy, later: Discrepancy) -> bool:
    """Whether two discrepancies of one version are the two ends of a range or period, in each version that shows one."""
    if found.outlier != later.outlier:
        return False
    return _joined(found.missing, later.missing) and _joined(found.extra, later.extra)


def _joined(one: Located | None, other: Located | None) -> bool:
    """Whether no more stands between two values than what joins the ends of a range, or neither value is there."""
    if one is None or other is None:
        return one is other
    first, second = sorted((one[1].span, other[1].span))
    return one[0] is other[0] and second.start - first.end <= JOINED


def values_of_kinds(cell: Cell, *kinds: AnchorKind) -> dict[str, Located]:
    """The firm anchors of some kinds that a cell states, by form: "12" and "12 %" are one figure."""
    return {a.form: (p, a) for p, a in cell.anchors if a.kind in kinds and a.firm}


def only_value(found: Discrepancy) -> Located:
    """The one value of a discrepancy that has no partner."""
    located = found.missing or found.extra
    assert located is not None
    return located
