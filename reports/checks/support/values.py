"""Comparing the values that the versions of a row carry.

Any two versions are compared: a value that one has and the other lacks parts them. What parts them is then gathered, so that one
difference is one finding, which lists the versions that agree; its severity is that of the worst pair. A version more adds pairs
and takes none away: it hides nothing.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import partial
from itertools import combinations
from typing import ClassVar

from corpora.languages import Language
from corpora.model import Anchor, Paragraph
from corpora.values import AnchorKind, Date, Number, ParagraphReference, Share
from reports.checks.base import RowCheck
from reports.checks.support.self_checks import JOINED, ends_on_adoption, why_impossible
from reports.checks.support.severity import by_effect
from reports.checks.support.voting import VersionGroups, comparable, counted_out, divided
from reports.comparison.rows import Cell, VersionRow
from reports.findings.model import Finding, Group, Place, Severity, place_of
from reports.messages.phrases import Fact, Phrase

Located = tuple[Paragraph, Anchor]
Required = Callable[[Cell], Mapping[str, Located]]
Has = Callable[[Cell, Anchor], bool]
Same = Callable[[Anchor, Anchor], bool]
Gap = tuple[Located | None, Located | None]
"""What the first of two versions has and the second lacks, and what the second has and the first lacks; one may be None."""
SAME_PLACE = 0.25
"""Share of a cell's length by which the places of one word in two languages may differ."""
_SAME_CLAUSE = 60
"""Characters by which they may differ in any cell: the verb and what it governs may change places in a short one. Chosen."""
_SELF_EVIDENT = 0.97
"""Confidence that a version is wrong whose value cannot be: chosen, as little doubt as a misprint of the calendar leaves."""
_MANY_FIGURES = 4
"""Figures from which two numbers that have as many may be one with a slip: those of a year. Chosen."""
_FEW_DIGITS = 2
"""Digits up to which a run of them may be part of anything: of a day, of the number of a paragraph."""
_NUMBERED = frozenset(
    {AnchorKind.NUMBER, AnchorKind.ORDINAL, AnchorKind.SESSION, AnchorKind.REFERENCE, AnchorKind.PERCENTAGE}
)
"""As what a number may stand: which one in a row, how many, which paragraph, of a hundred ("5 à 8 %", "un 5 % y un 8 %")."""
_SAME_END, _LEAST_WORD = 2, 4
"""Signs that say at the end of a name what it is where words are not parted; letters of a word that says so elsewhere. Chosen."""


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """One version against others.

    ``missing`` is what the ``others`` have and the odd one lacks, as it stands in ``reference``; ``extra`` what the odd one
    has and they lack. One of them may be None.
    """

    outlier: str
    others: tuple[str, ...]
    reference: str
    missing: Located | None
    extra: Located | None

    @property
    def anchors(self) -> list[Anchor]:
        """What differs: the value that is missing, the value that stands instead, or both."""
        return [located[1] for located in (self.missing, self.extra) if located]

    @property
    def turned(self) -> Discrepancy:
        """The same of two versions, with the other of them as the odd one."""
        return Discrepancy(self.reference, (self.outlier,), self.outlier, self.extra, self.missing)


class RowValues:
    """The values that the versions of a row state, and which version lacks which; each is looked up once."""

    def __init__(
        self,
        row: VersionRow,
        required: Required,
        has: Has,
        same: Same | None = None,
        uncounted: Has = lambda c, a: False,
        replaces: Same = lambda one, other: True,
        *,
        repeated: bool = True,
        anywhere: bool = True,
    ) -> None:
        """``required`` gives the values of a cell that should stand in the others; ``has`` tells whether a cell has one in any form.

        ``same`` tells whether two anchors state one value; with it each occurrence counts, else a value that stands anywhere.
        ``uncounted`` tells whether a cell has a value in a form in which it cannot be counted; ``replaces`` whether one value may
        stand where another should; ``repeated`` whether one that both versions have may, where one of them has it oftener; ``anywhere`` whether it
        may wherever they stand.
        """
        self.row = row
        self.stated = {code: required(cell) for code, cell in row.cells.items()}
        self._has = has
        self._uncounted = uncounted
        self._replaces = replaces
        self._same = same
        self._repeated = repeated
        self._anywhere = anywhere
        self._known: dict[tuple[str, AnchorKind, str], bool] = {}

    def gaps(self, first: str, second: str) -> list[Gap]:
        """What parts two versions, value by value: those that stand instead of each other together."""
        mine, theirs = self._lacking(first, second), self._lacking(second, first)
        if not self._repeated:
            both = (
                mine + self._in_the_place_of(first, second, theirs),
                theirs + self._in_the_place_of(second, first, mine),
            )
            return self._paired(first, second, *both)
        lacking = [*mine, *theirs]
        if len(theirs) > len(mine):
            mine += self._oftener(first, second, theirs)[: len(theirs) - len(mine)]
        elif len(mine) > len(theirs):
            theirs += self._oftener(second, first, mine)[: len(mine) - len(theirs)]
        if mine or theirs or self._same is None:
            # A value that is only repeated differs from nothing by itself.
            found = self._paired(first, second, mine, theirs)
            return [gap for gap in found if all(gap) or any(v is w for v in gap for w in lacking)]
        return self._exchanged(first, second, self._same)

    def _paired(self, first: str, second: str, mine: Sequence[Located], theirs: Sequence[Located]) -> list[Gap]:
        """What one version lacks beside what the other lacks: of one kind, and as far into their cells as can be."""
        if not mine and not theirs:
            return []
        replaces = self._replaces
        partner = self._nearest(first, second, mine, theirs, _nearly_the_same)
        alike = self._nearest(first, second, mine, theirs, lambda v, w: v.kind is w.kind and replaces(v, w), partner)
        partner = self._nearest(first, second, mine, theirs, replaces, alike)
        if not self._anywhere:
            cells = self.row.cells
            depths = [_depth(cells[first], v) for v in mine], [_depth(cells[second], w) for w in theirs]
            partner = {i: j for i, j in partner.items() if abs(depths[0][i] - depths[1][j]) <= SAME_PLACE}
        alone: list[Gap] = [(None, w) for j, w in enumerate(theirs) if j not in partner.values()]
        return [(v, theirs[partner[i]] if i in partner else None) for i, v in enumerate(mine)] + alone

    def _exchanged(self, first: str, second: str, same: Same) -> list[Gap]:
        """Values that both versions have, but one of them oftener where the other has another one oftener, at the same place.

        "Vision 2025 … Vision 2045 … by 2045" against "Vision 2025 … Vision 2025 … en 2045": no year is missing, one is exchanged.
        """
        mine, theirs = self._occurrences(first), self._occurrences(second)
        matched = self._nearest(first, second, mine, theirs, same)
        # A word that may count nothing ("four" of "every four months") is no occurrence, but what it counts is there.
        left = [v for i, v in enumerate(mine) if i not in matched and self._is_oftener(first, second, v)]
        right = [w for j, w in enumerate(theirs) if j not in matched.values() and self._is_oftener(second, first, w)]
        if len(left) != len(right):
            return []
        gaps = self._paired(first, second, left, right)

        def near(a: Located, b: Located) -> bool:
            between = _depth(self.row.cells[first], a) - _depth(self.row.cells[second], b)
            return mine.index(a) == theirs.index(b) or abs(between) <= SAME_PLACE

        return gaps if all(a and b and near(a, b) for a, b in gaps) else []

    def _nearest(
        self,
        first: str,
        second: str,
        mine: Sequence[Located],
        theirs: Sequence[Located],
        fits: Same,
        taken: Mapping[int, int] | None = None,
    ) -> dict[int, int]:
        """Which of two versions' values belong together; see ``nearest_pairs``."""
        return nearest_pairs(self.row, first, second, mine, theirs, fits, taken=taken)

    def _occurrences(self, code: str) -> list[Located]:
        """Every place of a cell at which one of its values stands."""
        kinds = {located[1].kind for located in self.stated[code].values()}
        return [(p, a) for p, a in self.row.cells[code].anchors if a.kind in kinds and a.firm]

    def _lacking(self, has: str, lacks: str) -> list[Located]:
        return [located for located in self.stated[has].values() if not self._stands(lacks, located[1])]

    def _stands(self, code: str, anchor: Anchor) -> bool:
        key = code, anchor.kind, anchor.form
        if key not in self._known:
            self._known[key] = self._has(self.row.cells[code], anchor)
        return self._known[key]

    def _oftener(self, first: str, second: str, lacking: Sequence[Located]) -> list[Located]:
        """Values that one version has oftener than the other, and that may stand instead of one it lacks: one of them was changed there.

        "jusqu'au 15 novembre … jusqu'au 15 novembre" against "15 November … 14 November": the first is not missing, but once too few.
        """
        return [
            v
            for v in self.stated[first].values()
            if any(_of_an_order(v[1], w[1]) for w in lacking) and self._is_oftener(first, second, v)
        ]

    def _in_the_place_of(self, first: str, second: str, lacking: Sequence[Located]) -> list[Located]:
        """Values that the first of two versions repeats exactly where the second has one that the first lacks: what stands before and
        behind, value by value, is the same in both, and the two are of one kind ("the United Nations and the African Union" for "and the
        European Union"; "he" of one version is the Secretary-General of another, and no council)."""
        if not lacking:
            return []
        cells, found = self.row.cells, []
        mine, theirs = self._occurrences(first), self._occurrences(second)
        sequences = [a.form for _, a in mine], [a.form for _, a in theirs]
        for what, i, i_end, j, j_end in SequenceMatcher(None, *sequences, autojunk=False).get_opcodes():
            alone = what == "replace" and i_end - i == j_end - j == 1
            if not alone or not any(theirs[j][1].form == w[1].form for w in lacking):
                continue
            near = abs(_depth(cells[first], mine[i]) - _depth(cells[second], theirs[j])) <= SAME_PLACE
            own = [w for _, w in theirs if w.form == mine[i][1].form]
            alike = any(_of_one_kind(theirs[j][1], w, cells[second].language) for w in own)
            if near and alike and self._is_oftener(first, second, mine[i]):
                found.append(mine[i])
        return found

    def _is_oftener(self, first: str, second: str, located: Located) -> bool:
        """Whether the first of two versions has a value oftener; one that the second says only in another form ("phase II") cannot be
        counted there."""
        counts = [_count(self.row.cells[code], located) for code in (first, second)]
        return counts[0] > counts[1] and not (counts[1] == 0 and self._uncounted(self.row.cells[second], located[1]))


def _of_one_kind(one: Anchor, other: Anchor, language: Language) -> bool:
    """Whether two names have a word in common, or in a language that parts no words how they end: "Union", "联盟"."""
    if not language.spaced:
        return one.text[-_SAME_END:] == other.text[-_SAME_END:]
    words = [{w for w in language.words_of(a.text) if len(w) >= _LEAST_WORD} for a in (one, other)]
    return bool(words[0] & words[1])


def _nearly_the_same(one: Anchor, other: Anchor) -> bool:
    """Whether one value is the other with a slip: two dates that have two of their parts in common, and no other day of a list; two
    large numbers of as many figures ("2022" and "2020" beside "205 million" and "207 million")."""
    match one.value, other.value:
        case Date() as a, Date() as b:
            return sum((a.year == b.year, a.month == b.month, a.day == b.day)) > 1
        case Number(), Number():
            return _figures(one) == _figures(other) >= _MANY_FIGURES
    return False


def _of_an_order(one: Anchor, other: Anchor) -> bool:
    """Whether one value may be the other with a slip: of two numbers neither has two figures more ("1" is no slip of "2021")."""
    lengths = [_figures(anchor) for anchor in (one, other)]
    return 0 in lengths or abs(lengths[0] - lengths[1]) <= 1


def _figures(anchor: Anchor) -> int:
    """How many figures the whole part of a number has; 0 for other values."""
    match anchor.value:
        case Number(figure=figure) | Share(figure=figure):
            return len(f"{abs(figure):.0f}")
        case ParagraphReference(number=number):
            return len(str(number))
    return 0


def _count(cell: Cell, located: Located) -> int:
    """How often a cell states a value; a figure also where it is part of a word or of a symbol ("pre-1967", "1970 (2011)")."""
    wanted = located[1]
    # "27ª Conferencia" is a number there, "twenty-seventh session" the number of a session here.
    kinds = _NUMBERED if wanted.kind in _NUMBERED else frozenset({wanted.kind})
    stated = sum(a.value == wanted.value or (a.kind in kinds and a.form == wanted.form) for _, a in cell.anchors)
    if wanted.kind is AnchorKind.NUMBER and len(wanted.form) > _FEW_DIGITS:
        return max(stated, cell.printed_digits[wanted.form])
    return stated


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference of a row: how the versions fall apart, and the two versions of each pair that it parts."""

    division: VersionGroups
    pairs: Mapping[tuple[str, str], Discrepancy]
    """By reference and outlier, both ways round."""

    def between(self, outlier: str, others: tuple[str, ...]) -> Discrepancy:
        """The difference as one of a version against others, of which the first shows what they have."""
        pair = self.pairs[others[0], outlier]
        return Discrepancy(outlier, others, others[0], pair.missing, pair.extra)

    def said_by(self, code: str) -> Located | None:
        """What a version has at this place, and others lack."""
        return next((d.missing for (has, _), d in self.pairs.items() if has == code and d.missing), None)


def differences(
    row: VersionRow,
    between: Callable[[str, str], list[Discrepancy]],
    joined: OneSlip,
    matters: Callable[[Discrepancy], bool],
) -> list[Difference]:
    """The differences of a row, gathered from those ``between`` two versions.

    Two belong together where they share a value, or are ``joined`` as one slip. Beside one that ``matters`` those that do not
    part no versions: who says "twice a year" without the number agrees with who says 每年两次.
    """
    codes = list(row.cells)
    found: list[list[Discrepancy]] = []
    for one, other in combinations(codes, 2):
        pair = between(one, other)
        for k, discrepancy in enumerate(pair):
            together = [discrepancy, *(d for d in pair[:k] if joined(d, discrepancy))]
            touched = [group for group in found if any(_share(d, e) for d in group for e in together)]
            found = [group for group in found if group not in touched]
            found.append([*(d for group in touched for d in group), discrepancy])
    telling = ([d for d in group if matters(d) or matters(d.turned)] or group for group in found)
    return [_difference(codes, group) for group in telling]


OneSlip = Callable[[Discrepancy, Discrepancy], bool]


def _share(one: Discrepancy, other: Discrepancy) -> bool:
    """Whether two discrepancies are about one value."""
    return any(a is b or (a.kind is b.kind and a.form == b.form) for a in one.anchors for b in other.anchors)


def _difference(codes: Sequence[str], group: Sequence[Discrepancy]) -> Difference:
    pairs: dict[tuple[str, str], Discrepancy] = {}
    for d in group:
        # Of several that part two versions, one that shows what both have says the most.
        for way in (d, d.turned):
            known = pairs.get((way.reference, way.outlier))
            if known is None or len(known.anchors) <= len(way.anchors):
                pairs[way.reference, way.outlier] = way
    division = divided(codes, lambda a, b: (a, b) in pairs)
    assert division is not None
    return Difference(division, pairs)


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
    code: str, row: VersionRow, difference: Difference, noun: str, severity: Severity, confidence: float
) -> Finding:
    """The finding for a difference of anchors, with its reason and, from three versions on, the groups and votes.

    A version whose value cannot be right is the odd one, also against all others.
    """
    wrong = _impossible(row, difference)
    outlier, others = difference.division.shown()
    if wrong and outlier not in wrong:
        order = list(row.cells)
        named = [side for side in difference.division.sides() if side[0] in wrong and side[1][0] not in wrong]
        outlier, others = min(named, key=lambda side: (order.index(side[0]), -len(side[1])))
    found = difference.between(outlier, others)
    source, target = places(row, found)
    groups: tuple[Group, ...] = ()
    votes: tuple[tuple[str, str], ...] = ()
    if counted_out(row.cells):
        votes = tuple((c, _printed(cell, difference.said_by(c), found)) for c, cell in row.cells.items())
        said = dict(votes)
        groups = tuple(
            Group(codes, next((said[c] for c in codes if said[c]), "")) for codes in difference.division.groups
        )
    usual = difference.division.has_single_outlier and outlier == difference.division.outlier
    reason = _reason(found, noun, () if usual else groups)
    return Finding(
        code=code,
        severity=severity,
        source=source,
        target=target,
        sentence=reason.name,
        facts=reason.facts,
        confidence=max(confidence, _SELF_EVIDENT) if wrong else confidence,
        votes=tuple((c, words or "–") for c, words in votes),
        notes=_reasons(wrong),
        groups=groups,
    )


def _impossible(row: VersionRow, difference: Difference) -> dict[str, Phrase]:
    """The versions whose value cannot be right, with the reason; empty where none can be, or all."""
    found: dict[str, Phrase] = {}
    for (code, other), pair in difference.pairs.items():
        if pair.missing is None or code in found:
            continue
        reason = why_impossible(row.cells[code].resolution, pair.missing) or ends_on_adoption(
            row.cells[code], pair.missing, difference.said_by(other)
        )
        if reason is not None:
            found[code] = reason
    return {code: found[code] for code in row.cells if code in found} if found.keys() < row.cells.keys() else {}


def _reasons(wrong: Mapping[str, Phrase]) -> tuple[Phrase, ...]:
    """Each reason once, in the words of the first version that it holds for, with all versions that it holds for."""
    by_name: dict[str, list[str]] = {}
    for code, reason in wrong.items():
        by_name.setdefault(reason.name, []).append(code)
    return tuple(Phrase(name, {**wrong[codes[0]].facts, "outlier": tuple(codes)}) for name, codes in by_name.items())


def _printed(cell: Cell, own: Located | None, found: Discrepancy) -> str:
    """What a version has at the place of a difference, or else how it prints one of the values; "" where it has none of them."""
    if own is not None:
        return own[1].text
    wanted = [a.value for a in found.anchors]
    return next((a.text for _, a in cell.anchors if a.value in wanted), "")


def group_phrases(groups: Sequence[Group], words: Mapping[str, Fact] | None = None) -> tuple[Phrase, ...]:
    """The groups as parts of a sentence: who says what; ``words`` has by language what is said where that is a place."""
    return tuple(map(partial(_group_phrase, words or {}), groups))


def _group_phrase(words: Mapping[str, Fact], group: Group) -> Phrase:
    said = words.get(group.versions[0], group.says)
    name = "group.silent" if not group.says else "group.says" if isinstance(said, str) else "group.stands"
    return Phrase(name, {"versions": group.versions, "says": said})


def _reason(found: Discrepancy, noun: str, groups: Sequence[Group]) -> Phrase:
    """What is said of a difference; ``groups`` are given where they are to be listed."""
    facts: dict[str, Fact] = {
        "noun": noun,
        "outlier": found.outlier,
        "others": found.others,
        "missing": found.missing[1].text if found.missing else "",
        "extra": found.extra[1].text if found.extra else "",
    }
    if groups:
        return Phrase("value.groups", facts | {"groups": group_phrases(groups)})
    if found.missing and found.extra:
        return Phrase("value.differs", facts)
    return Phrase("value.missing" if found.missing else "value.extra", facts)


class ValueCheck(RowCheck):
    """A check of values that must stand in every version: numbers, dates, symbols, sessions, qualifiers."""

    noun: ClassVar[str]
    """What is compared, by its key in [nouns] of the catalogues."""

    families: ClassVar[tuple[frozenset[AnchorKind], ...]] = ()
    """Kinds that may stand for one another; values of two families never differ from each other. Empty: all are one family."""

    occurrences_count: ClassVar[bool] = False
    """Whether a value that stands once too few, where another stands once too often, is a difference: not for what may be said again."""

    repeated_instead: ClassVar[bool] = True
    """Whether a value that a version repeats may stand instead of one that it lacks: not for a name, which "it" takes up elsewhere."""

    style_parts_none: ClassVar[bool] = False
    """Whether two versions agree where all that parts them is style: where ``weigh`` does not ask how many stand against one."""

    anywhere: ClassVar[bool] = True
    """Whether a value may stand instead of another wherever the two stand: not a name, of which a paragraph has many."""

    @abstractmethod
    def required(self, cell: Cell) -> Mapping[str, Located]:
        """The values that a cell states and the others should have."""

    @abstractmethod
    def has(self, cell: Cell, wanted: Anchor) -> bool:
        """Whether a value can be found in a cell in any form."""

    @abstractmethod
    def weigh(self, row: VersionRow, found: Discrepancy) -> tuple[Severity, float] | None:
        """How grave and how sure a discrepancy is; None where it is a matter of style."""

    def between(self, row: VersionRow) -> Callable[[str, str], list[Discrepancy]]:
        """What parts two versions of a row, asked by their languages: family by family."""
        same = self.same if self.occurrences_count else None
        tables = [
            RowValues(
                row,
                asked,
                self.has,
                same,
                self.in_other_form,
                self.replaces,
                repeated=self.repeated_instead,
                anywhere=self.anywhere,
            )
            for asked in self.asked(row)
        ]

        def discrepancies(one: str, other: str) -> list[Discrepancy]:
            return [discrepancy(one, other, gap) for table in tables for gap in table.gaps(one, other)]

        return discrepancies

    def asked(self, row: VersionRow) -> Sequence[Required]:
        """What is required of a row's cells, each by itself: a value of one never stands instead of one of another."""
        return [partial(self._of_family, kinds) for kinds in self.families] or [self.required]

    def _of_family(self, kinds: Collection[AnchorKind], cell: Cell) -> dict[str, Located]:
        return {form: located for form, located in self.required(cell).items() if located[1].kind in kinds}

    def same(self, one: Anchor, other: Anchor) -> bool:
        """Whether two anchors state one value."""
        return one.form == other.form

    def in_other_form(self, cell: Cell, wanted: Anchor) -> bool:
        """Whether a cell has a value in a form in which its occurrences cannot be counted ("phase II")."""
        return False

    def replaces(self, one: Anchor, other: Anchor) -> bool:
        """Whether one value may stand where another should; without, each is a difference of its own."""
        return True

    def one_slip(self, found: Discrepancy, later: Discrepancy) -> bool:
        """Whether two discrepancies of two versions are one slip: then they are one finding."""
        return False

    def points(self, row: VersionRow, found: Discrepancy) -> bool:
        """Whether what differs only points to another place or text."""
        return False

    def base(self, row: VersionRow, found: Discrepancy) -> Severity:
        """The check's severity, lower where the discrepancy has less effect."""
        return by_effect(self.severity, row, points=self.points(row, found))

    def of_row(self, row: VersionRow) -> Iterator[Finding]:
        """The differences of a row, each with the severity of its worst pair."""
        if not row.checked or not comparable(row.cells):
            return
        for difference in differences(row, self.between(row), self.one_slip, partial(self._matters, row)):
            weight = self._worst(row, difference)
            if weight is not None:
                yield value_finding(self.code, row, difference, self.noun, *weight)

    def _matters(self, row: VersionRow, found: Discrepancy) -> bool:
        """Whether what parts two versions is more than style, where that does not depend on what the others say."""
        return not self.style_parts_none or self.weigh(row, found) is not None

    def _worst(self, row: VersionRow, difference: Difference) -> tuple[Severity, float] | None:
        """The severity of the worst pair, and how sure the difference as shown is; None where no pair is more than style."""
        weights = [self.weigh(row, difference.between(*side)) for side in difference.division.sides()]
        known = [weight for weight in weights if weight is not None]
        if not known:
            return None
        shown = self.weigh(row, difference.between(*difference.division.shown())) or max(known)
        return max(known)[0], round(shown[1] * difference.division.sureness, 2)


def discrepancy(first: str, second: str, gap: Gap) -> Discrepancy:
    """What parts two versions, with the second as the odd one, as the convention is for two."""
    missing, extra = gap
    return Discrepancy(second, (first,), first, missing, extra)


def same_place(row: VersionRow, found: Discrepancy) -> bool:
    """Whether what is missing and what stands instead are about as far into their cells."""
    if found.missing is None or found.extra is None:
        return False
    reference, outlier = row.cells[found.reference], row.cells[found.outlier]
    return _is_near(reference, outlier, abs(_depth(reference, found.missing) - _depth(outlier, found.extra)))


def _is_near(one: Cell, other: Cell, apart: float) -> bool:
    """Whether two places that are a share of their cells ``apart`` can be those of one word."""
    return apart <= SAME_PLACE or apart * max(one.length, other.length) <= _SAME_CLAUSE


def nearest_pairs(
    row: VersionRow,
    first: str,
    second: str,
    mine: Sequence[Located],
    theirs: Sequence[Located],
    fits: Same,
    *,
    taken: Mapping[int, int] | None = None,
    near: bool = False,
) -> dict[int, int]:
    """Which of two versions' values belong together, those first that stand as far into their cells; by their places in the lists.

    ``taken`` are pairs that are known already; with ``near`` two in other places never belong together.
    """
    cells, known = row.cells, dict(taken or {})
    if not mine or not theirs:
        return known
    depths = [_depth(cells[first], v) for v in mine], [_depth(cells[second], v) for v in theirs]
    pairs = sorted(
        (abs(depths[0][i] - depths[1][j]), i, j)
        for i, v in enumerate(mine)
        for j, w in enumerate(theirs)
        if fits(v[1], w[1])
    )
    for apart, i, j in pairs:
        if i not in known and j not in known.values() and (not near or _is_near(cells[first], cells[second], apart)):
            known[i] = j
    return known


def _depth(cell: Cell, located: Located) -> float:
    """How far into a cell a value stands, from 0 to 1."""
    return depth_of(cell, located[0], located[1].span.start)


def depth_of(cell: Cell, paragraph: Paragraph, start: int) -> float:
    """How far into a cell the place ``start`` of one of its paragraphs is, from 0 to 1."""
    before = 0
    for earlier in cell.paragraphs:
        if earlier is paragraph:
            break
        before += len(earlier.text)
    return (before + start) / max(1, cell.length)


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
