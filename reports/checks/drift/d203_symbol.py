"""D203."""

from __future__ import annotations

from collections.abc import Mapping

from reports.checks.support.values import Discrepancy, Located, ValueCheck, only_value, stated
from reports.comparison.rows import Cell, VersionRow
from reports.findings.model import Severity


class SymbolDiffers(ValueCheck):
    """A document symbol or a cited resolution of one version stands in no other."""

    code = "D203"
    since = "0.1.0"
    severity = Severity.MAJOR
    category = "accuracy/reference"
    noun = "symbol"

    def required(self, cell: Cell) -> Mapping[str, Located]:
        """The citations of a cell."""
        return stated(cell, "citation")

    def has(self, cell: Cell, value: str) -> bool:
        """Whether the symbol stands in the text or in its footnotes."""
        return any(
            a.kind == "citation" and _same(a.value, value) for a in [a for _, a in cell.anchors] + cell.footnote_anchors
        )

    def weigh(self, row: VersionRow, found: Discrepancy) -> tuple[Severity, float] | None:
        """Two symbols that differ are grave; one may be held in a note by the version that lacks it."""
        base = self.base(row, found)
        if found.missing and found.extra:
            same_number = _before_year(found.missing[1].value) == _before_year(found.extra[1].value)
            return (Severity.MINOR if same_number else base), 0.9
        lacking = row.cells[found.outlier if found.missing else found.reference]
        # A mark whose note is not at hand, or a symbol of a report, may hold in a note what the other has in the text.
        if lacking.marks or "/RES/" not in only_value(found)[1].value:
            return None if len(row.cells) == 2 or found.extra else (Severity.MINOR, 0.9)
        return base.lower(), 0.9


def _before_year(value: str) -> str:
    """A symbol without the year or session in brackets: of the Council's resolutions the number alone says which it is."""
    return value.partition("(")[0]


def _same(a: str, b: str) -> bool:
    """Equal but for the series, which running text often leaves out."""
    return a == b or ("/RES/" in a and "/RES/" in b and a.rpartition("/RES/")[2] == b.rpartition("/RES/")[2])


CHECK = SymbolDiffers()
