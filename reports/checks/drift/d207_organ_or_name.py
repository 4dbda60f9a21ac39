"""D207."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from align.statistics.anchor_renderings import rendering_rate
from corpora.model import Anchor
from corpora.values import AnchorKind, Name
from reports.checks.support.acronyms import letters_off
from reports.checks.support.lexical_evidence import unrendered
from reports.checks.support.values import Discrepancy, Located, ValueCheck, only_value, values_of_kinds
from reports.checks.support.voting import counted_out
from reports.comparison.rows import Cell, VersionRow, Versions
from reports.findings.model import Finding, Severity, place_of
from reports.messages.phrases import Facts

# "States" and "Member States" change places by house style; so do a body and "it".
_COMMON = frozenset({"states", "member_states"})
_ORGANS = {"SC": "security_council", "GA": "general_assembly", "ECOSOC": "ecosoc", "HRC": "hrc"}
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

    def run(self, versions: Versions) -> Iterator[Finding]:
        """Names that differ, and acronyms that are one letter off their other occurrences."""
        yield from super().run(versions)
        for slip in letters_off(versions):
            place = place_of(slip.document, slip.paragraph, slip.span)
            facts: Facts = {
                "outlier": slip.document.language,
                "said": slip.said,
                "meant": slip.meant,
                "count": slip.count,
            }
            yield Finding(self.code, Severity.MINOR, None, place, "D207.letter", facts, confidence=0.9)

    def required(self, cell: Cell) -> Mapping[str, Located]:
        """The names of a cell, words that any paragraph may use for another left out."""
        return {v: located for v, located in values_of_kinds(cell, AnchorKind.NAME).items() if v not in _COMMON}

    def has(self, cell: Cell, wanted: Anchor) -> bool:
        """Whether the name stands in the cell or in its footnotes."""
        return any(a.value == wanted.value for a in [a for _, a in cell.anchors] + cell.footnote_anchors)

    def weigh(self, row: VersionRow, found: Discrepancy) -> tuple[Severity, float] | None:
        """One name for another is grave; a name without partner counts as far as the languages render it steadily."""
        if found.missing and found.extra:
            sure = min(
                _rate(found.reference, found.outlier, found.missing[1]),
                _rate(found.outlier, found.reference, found.extra[1]),
            )
            return (self.base(row, found), 0.9) if sure >= 0.7 else (Severity.MINOR, 0.6)
        value = only_value(found)[1].form
        if found.extra and _instead_of(row.cells[found.reference], row.cells[found.outlier], value):
            return Severity.MINOR, 0.6
        speaker = _ORGANS.get(row.cells[found.outlier].resolution.organ or "")
        # "It" stands for the organ that speaks; for another only where its name stands close by.
        other_organ = value != speaker and value in _ORGANS.values()
        lost = value != speaker and (
            unrendered(row, found) or (other_organ and unrendered(row, found, by_content=True))
        )
        first, second = (found.reference, found.outlier) if found.missing else (found.outlier, found.reference)
        sure = _rate(first, second, only_value(found)[1])
        if sure < _STEADY:
            return (Severity.MINOR, 0.5) if lost else None
        severity = self.base(row, found).lower() if sure >= _SURE else Severity.MINOR
        return severity, round(sure / 2 if found.extra and counted_out(row.cells) else sure, 2)


def _rate(first: str, second: str, name: Anchor) -> float:
    assert isinstance(name.value, Name)
    return rendering_rate(first, second, name.value)


def _instead_of(reference: Cell, outlier: Cell, value: str) -> bool:
    """Whether the odd version names another body less often than the witness does: ``value`` may stand in its place."""
    counts = [Counter(a.form for _, a in cell.anchors if a.kind is AnchorKind.NAME) for cell in (reference, outlier)]
    return any(counts[0][v] > counts[1][v] for v in counts[0] if v != value and v not in _COMMON)


CHECK = OrganOrNameDiffers()
