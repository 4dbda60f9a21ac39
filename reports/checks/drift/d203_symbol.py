"""D203."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reports.checks.base import VersionCheck
from reports.checks.values import Discrepancy, Located, discrepancies, value_finding
from reports.comparison import Cell, VersionRow, Versions
from reports.finding import Finding, Severity

_NOUN = {"fr": "Cote ou résolution citée", "en": "Symbol or cited resolution"}


class SymbolDiffers(VersionCheck):
    """A document symbol or a cited resolution of one version stands in no other.

    What: compares symbols and their forms in running text ("résolution 56/1 de l'Assemblée générale", A/RES/56/1).
    Symbols in footnotes count for the paragraph that carries the mark.
    Why: the wrong symbol gives a mandate another legal basis, or none.
    Example: fr "résolution 56/123", en "resolution 56/132".
    """

    code = "D203"
    severity = Severity.MAJOR
    category = "accuracy/reference"
    title = {"fr": "Cote ou résolution citée", "en": "Document symbol or citation"}

    def run(self, versions: Versions) -> Iterator[Finding]:
        """The citations on which one version stands alone."""
        for row in versions.rows:
            if row.checked:
                for found in discrepancies(row, _required, _has):
                    severity = self._severity(row, found)
                    if severity is not None:
                        yield value_finding(self.code, row, found, _NOUN, severity, 0.9)

    def _severity(self, row: VersionRow, found: Discrepancy) -> Severity | None:
        base = self.severity if row.operative else self.severity.lower()
        if found.missing and found.extra:
            return base
        lacking = found.odd if found.missing else found.witness
        located = found.missing or found.extra
        assert located is not None
        # A mark whose note is not at hand, or a symbol of a report, may hold in a note what the other has in the text.
        if row.cells[lacking].marks or "/RES/" not in located[1].value:
            return None if len(row.cells) == 2 or found.extra else Severity.MINOR
        return base.lower()


def _required(cell: Cell) -> Mapping[str, Located]:
    return {a.value: (p, a) for p, a in cell.anchors if a.kind == "citation"}


def _has(cell: Cell, value: str) -> bool:
    return any(a.kind == "citation" and _same(a.value, value) for a in [a for _, a in cell.anchors] + cell.noted)


def _same(a: str, b: str) -> bool:
    """Equal but for the series, which running text often leaves out."""
    return a == b or ("/RES/" in a and "/RES/" in b and a.rpartition("/RES/")[2] == b.rpartition("/RES/")[2])


CHECK = SymbolDiffers()
