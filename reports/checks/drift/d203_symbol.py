"""D203."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from corpora.model import Anchor, stating
from corpora.text.folding import fold_plain
from corpora.values import AnchorKind, Citation, DocumentSymbol, Number
from reports.checks.support.values import Discrepancy, Located, ValueCheck, only_value, values_of_kinds
from reports.checks.support.voting import several_against
from reports.comparison.rows import Cell, VersionRow
from reports.findings.model import Severity

_FIGURES = re.compile(r"\d+")
_STROKES = re.compile(r"(?<![\d/])\d{3,4}(?:\s?/\s?\d{3,4})+(?![\d/])")
_CALENDAR = range(1900, 2101)
"""Numbers that may be years."""


class SymbolDiffers(ValueCheck):
    """A document symbol or a cited resolution of one version stands in no other."""

    code = "D203"
    since = "0.1.0"
    severity = Severity.MAJOR
    category = "accuracy/reference"
    noun = "symbol"
    occurrences_count = True

    def required(self, cell: Cell) -> Mapping[str, Located]:
        """The citations of a cell."""
        return values_of_kinds(cell, AnchorKind.CITATION)

    def has(self, cell: Cell, wanted: Anchor) -> bool:
        """Whether the symbol stands in the text or in its footnotes."""
        every = [a for _, a in cell.anchors] + cell.footnote_anchors
        symbol = _symbol(wanted)
        if any(citation.symbol.names_same_text(symbol) for _, citation in stating(every, Citation)):
            return True
        # "The 1267/1989/2253 Committee": the resolutions of the Council by their numbers alone.
        return symbol.has_session_in_brackets and symbol.number in _numbered(cell, every)

    def same(self, one: Anchor, other: Anchor) -> bool:
        """Whether two symbols name one text."""
        return _symbol(one).names_same_text(_symbol(other))

    def weigh(self, row: VersionRow, found: Discrepancy) -> tuple[Severity, float] | None:
        """Two symbols that differ are grave; one may be held in a note by the version that lacks it."""
        base = self.base(row, found)
        if found.missing and found.extra:
            # Of the Council's resolutions the number alone says which it is.
            same_number = _symbol(found.missing[1]).differs_in_year_only(_symbol(found.extra[1]))
            return (Severity.MINOR if same_number else base), 0.9
        lacking = row.cells[found.outlier if found.missing else found.reference]
        # A mark whose note is not at hand, or a symbol of a report, may hold in a note what the other has in the text.
        if lacking.marks or not _symbol(only_value(found)[1]).is_full_resolution:
            return None if not several_against(found.others) or found.extra else (Severity.MINOR, 0.9)
        return base.lower(), 0.9


def _numbered(cell: Cell, anchors: Sequence[Anchor]) -> set[str]:
    """The numbers that stand in a cell alone and can be no years, or between strokes with others."""
    alone = {str(n.whole) for _, n in stating(anchors, Number) if n.whole is not None and n.whole not in _CALENDAR}
    return alone.union(*(_FIGURES.findall(run) for run in _STROKES.findall(fold_plain(cell.text))))


def _symbol(anchor: Anchor) -> DocumentSymbol:
    assert isinstance(anchor.value, Citation)
    return anchor.value.symbol


CHECK = SymbolDiffers()
