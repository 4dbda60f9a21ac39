"""D207."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial

from align.statistics.anchor_renderings import rendering_rate
from corpora.kept import Same
from corpora.model import Anchor, Kind
from corpora.values import AnchorKind, Name
from reports.checks.support.acronyms import short_forms
from reports.checks.support.letters_off import LetterOff, acronyms_of, letters_off, twins_among
from reports.checks.support.lexical_evidence import pair_share, unrendered
from reports.checks.support.values import Discrepancy, Located, ValueCheck, only_value, values_of_kinds
from reports.checks.support.voting import counted_out
from reports.comparison.rows import Cell, VersionRow, Versions
from reports.findings.model import Finding, Severity, place_of
from reports.messages.phrases import Facts

# "States" and "Member States" change places by house style; so do a body and "it".
_COMMON = frozenset({"states", "member_states"})
_ORGANS = {"SC": "security_council", "GA": "general_assembly", "ECOSOC": "ecosoc", "HRC": "hrc"}
_CAPITALS = re.compile(r"[^\W\d_a-z]{2,12}")
"""Words in capitals: what acronyms are."""
_SEVERAL = re.compile(r"\w\s+\w|[^\x00-\u2fff]{4}")
"""A name of several words, or of as many signs as make two words where none are parted."""
_SAID = 0.3
"""How usual it is that adopted texts leave the rarest word of a name as bare as a version does, from which on that version says it:
chosen, not measured."""
_SLIP, _MAY_BE_TWO = 0.9, 0.3
"""Confidence that a name one letter off is a slip; that an acronym is which other versions have too. Chosen."""
_STEADY = 0.75
"""Share of renderings in the record from which a name that is not rendered is reported."""
_SURE = 0.95
"""The same, from which it keeps its severity; see align.statistics.anchor_renderings."""


class OrganOrNameDiffers(ValueCheck):
    """An organ, office or organization that one version names is another one in the other."""

    code = "D207"
    since = "0.1.0"
    severity = Severity.MAJOR
    category = "accuracy/mistranslation"
    noun = "name"
    repeated_instead = False
    anywhere = False

    def run(self, versions: Versions) -> Iterator[Finding]:
        """Names that differ, and acronyms and names that are one letter off their other occurrences in the same version."""
        yield from super().run(versions)
        found = [
            slip
            for d in versions.documents
            for slip in versions.kept.of(("letters off", Same(d)), partial(letters_off, d))
        ]
        acronyms = {d.language: acronyms_of(d) for d in versions.documents} if found else {}
        twins = {code: twins_among(own - {slip.said for slip in found}) for code, own in acronyms.items()}
        for slip in found:
            if _names_one_of_two(slip, twins, versions):
                continue
            place = place_of(slip.document, slip.paragraph, slip.span)
            facts: Facts = {
                "outlier": slip.document.language,
                "said": slip.said,
                "meant": slip.meant,
                "count": slip.count,
            }
            sure = _MAY_BE_TWO if _may_be_two(slip, acronyms) else _SLIP
            yield Finding(self.code, Severity.MINOR, None, place, "D207.letter", facts, confidence=sure)

    def required(self, cell: Cell) -> Mapping[str, Located]:
        """The names of a cell, less words that any paragraph may use for another, and the organ that speaks, for which "it" stands."""
        style = {*_COMMON, _ORGANS.get(cell.resolution.organ or "")}
        return {v: located for v, located in values_of_kinds(cell, AnchorKind.NAME).items() if v not in style}

    def has(self, cell: Cell, wanted: Anchor) -> bool:
        """Whether the name stands in the cell or in its footnotes, or an acronym that its document gives it."""
        if any(a.value == wanted.value for a in [a for _, a in cell.anchors] + cell.footnote_anchors):
            return True
        assert isinstance(wanted.value, Name)
        short = short_forms(cell.resolution, wanted.value)
        return bool(short) and not short.isdisjoint(_CAPITALS.findall(cell.text))

    def weigh(self, row: VersionRow, found: Discrepancy) -> tuple[Severity, float] | None:
        """One name for another is grave; a name without partner counts as far as the languages render it steadily."""
        if found.missing and found.extra:
            sure = min(
                _rate(found.reference, found.outlier, found.missing[1]),
                _rate(found.outlier, found.reference, found.extra[1]),
            )
            return (self.base(row, found), 0.9) if sure >= 0.7 else (Severity.MINOR, 0.6)
        if _is_said(row, found) or _is_cited(row, found):
            return None
        value = only_value(found)[1].form
        if found.extra and _instead_of(row.cells[found.reference], row.cells[found.outlier], value):
            return Severity.MINOR, 0.6
        # "It" may stand for an organ where its name stands close by.
        lost = unrendered(row, found) or (value in _ORGANS.values() and unrendered(row, found, by_content=True))
        first, second = (found.reference, found.outlier) if found.missing else (found.outlier, found.reference)
        sure = _rate(first, second, only_value(found)[1])
        if sure < _STEADY:
            return (Severity.MINOR, 0.5) if lost else None
        severity = self.base(row, found).lower() if sure >= _SURE else Severity.MINOR
        return severity, round(sure / 2 if found.extra and counted_out(row.cells) else sure, 2)


def _names_one_of_two(slip: LetterOff, twins: Mapping[str, frozenset[str]], versions: Versions) -> bool:
    """Whether another version has at the place of an acronym one that is itself a letter off another one, and no slip: "UNSOM" beside "UNSOS".

    There are two bodies then, whose names are nearly alike in each language.
    """
    if not slip.said.isupper():
        return False
    own = slip.document.language
    row = versions.row_of(own, slip.paragraph.id)
    cells = row.cells.items() if row else ()
    return any(acronym in cell.text for code, cell in cells if code != own for acronym in twins[code])


def _may_be_two(slip: LetterOff, acronyms: Mapping[str, frozenset[str]]) -> bool:
    """Whether another version has the same acronym: then there may be such a body."""
    return any(slip.said in found for code, found in acronyms.items() if code != slip.document.language)


def _is_said(row: VersionRow, found: Discrepancy) -> bool:
    """Whether the version that lacks a name of several words renders each of them all the same, in a form that no list knows."""
    located = only_value(found)
    has, lacking = (found.reference, found.outlier) if found.missing else (found.outlier, found.reference)
    if not _SEVERAL.search(located[1].text):
        return False  # of an acronym the lexicon knows no habit
    share = pair_share(row, has, located, lacking)
    return share is not None and share >= _SAID


def _is_cited(row: VersionRow, found: Discrepancy) -> bool:
    """Whether the version that lacks a name in a footnote prints it as another version does: works are cited there as they are entitled."""
    if row.kind is not Kind.FOOTNOTE:
        return False
    value = only_value(found)[1].value
    text = row.cells[found.outlier if found.missing else found.reference].text
    return any(a.text in text for cell in row.cells.values() for _, a in cell.anchors if a.value == value)


def _rate(first: str, second: str, name: Anchor) -> float:
    assert isinstance(name.value, Name)
    return rendering_rate(first, second, name.value)


def _instead_of(reference: Cell, outlier: Cell, value: str) -> bool:
    """Whether the odd version names another body less often than the witness does: ``value`` may stand in its place."""
    counts = [Counter(a.form for _, a in cell.anchors if a.kind is AnchorKind.NAME) for cell in (reference, outlier)]
    return any(counts[0][v] > counts[1][v] for v in counts[0] if v != value and v not in _COMMON)


CHECK = OrganOrNameDiffers()
