"""D305."""

from __future__ import annotations

from collections.abc import Mapping

from align.statistics.anchor_renderings import rendering_rate
from corpora.model import Anchor
from corpora.text.folding import fold
from corpora.values import AnchorKind, Qualifier
from reports.checks.support.lexical_evidence import unrendered
from reports.checks.support.values import (
    Discrepancy,
    Located,
    ValueCheck,
    only_value,
    values_of_kinds,
)
from reports.checks.support.voting import STEADIEST, several_against, steadiest
from reports.comparison.rows import Cell, VersionRow
from reports.findings.model import Severity

_STEADY = 0.7
"""How likely a version renders a qualifier of another for its absence to mean anything; measured on a record."""
_SURE = 0.95
"""Share of renderings in the record from which a missing qualifier keeps its severity."""
_TERMS = frozenset(
    {
        "on_request",
        "existing_resources",
        "extrabudgetary",
        "voluntary",
        "without_prejudice",
        "as_possible",
        "exceptional",
    }
)
"""Qualifiers that limit what may be done: these are what was negotiated."""


class QualifierDiffers(ValueCheck):
    """A qualifier stands in one version only, or is missing in one."""

    code = "D305"
    since = "0.1.0"
    severity = Severity.MAJOR
    category = "accuracy/omission"
    noun = "qualifier"

    def required(self, cell: Cell) -> Mapping[str, Located]:
        """The qualifiers of a cell."""
        return values_of_kinds(cell, AnchorKind.QUALIFIER)

    def has(self, cell: Cell, wanted: Anchor) -> bool:
        """Whether a usual rendering of the qualifier stands in the cell."""
        return any(a.value == wanted.value for _, a in cell.anchors)

    def weigh(self, row: VersionRow, found: Discrepancy) -> tuple[Severity, float] | None:
        """Graver the more steadily the qualifier is rendered; what one of many versions adds alone is a step lower."""
        qualifier = only_value(found)[1].value
        assert isinstance(qualifier, Qualifier)
        # What says how soon or with whom is worded more freely than what says on what terms.
        base = self.base(row, found)
        if qualifier.key not in _TERMS:
            base = min(base, Severity.MINOR)
        pairs = [(c, found.outlier) if found.missing else (found.outlier, c) for c in found.others]
        surest = sorted((rendering_rate(first, second, qualifier) for first, second in pairs), reverse=True)[:STEADIEST]
        sure = sum(surest) / len(surest)
        if found.missing and steadiest(found.others):
            if hinted(row.cells[found.outlier], qualifier.key):
                return base.lower(), 0.5
            return (base if sure >= _STEADY else base.lower()), 0.85
        if sure < _STEADY:
            return None if several_against(found.others) or not unrendered(row, found) else (Severity.MINOR, 0.5)
        return (base if sure >= _SURE else min(base, Severity.MINOR)), round(sure, 2)


def hinted(cell: Cell, value: str) -> bool:
    """Whether a cell has words, beside its verbs, that may say a qualifier otherwise than the lists know."""
    pattern = cell.language.qualifier_hints.get(value)
    if pattern is None:
        return False
    for paragraph in cell.paragraphs:
        folded = fold(paragraph.text)
        for match in pattern.finditer(folded.text):
            span = folded.span(match.start(), match.end())
            if not any(v.span.overlaps(span) for v in paragraph.verbs):
                return True
    return False


CHECK = QualifierDiffers()
