"""D201."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from corpora.model import Kind
from reports.checks.base import VersionCheck
from reports.checks.values import Discrepancy, Located, discrepancies, value_finding
from reports.comparison import Cell, VersionRow, Versions
from reports.finding import Finding, Severity

_KINDS = frozenset({"number", "percentage", "reference"})
_DIGITS = re.compile(r"\d+")
_NOUN = {"fr": "Nombre", "en": "Number"}
_SMALL = 10


class NumberDiffers(VersionCheck):
    """A number, percentage or paragraph reference of one version stands in no other.

    What: compares figures in digits and in words; a figure that stands anywhere in the other version, as part of a
    date or symbol too, counts as present. Words that are often no quantity ("one", "both") are never missed.
    Why: a figure is the part of a mandate that can be executed: troops, days, dollars.
    Example: fr "une période de six mois", en "a period of 12 months".
    """

    code = "D201"
    severity = Severity.CRITICAL
    category = "accuracy/number"
    title = {"fr": "Nombre", "en": "Number"}

    def run(self, versions: Versions) -> Iterator[Finding]:
        """The figures on which one version stands alone."""
        for row in versions.rows:
            if row.checked:
                for found in discrepancies(row, _required, _has):
                    severity = self._severity(row, found)
                    if severity is not None:
                        yield value_finding(
                            self.code,
                            row,
                            found,
                            _NOUN,
                            severity,
                            0.95 if found.missing and found.extra else 0.7,
                        )

    def _severity(self, row: VersionRow, found: Discrepancy) -> Severity | None:
        """Two figures that differ are grave; a figure without any partner may be a matter of style."""
        base = self.severity if row.operative else self.severity.lower()
        if row.kind is Kind.FOOTNOTE:
            # Volumes and numbers of the Treaty Series differ from language to language by house style.
            base = Severity.MINOR
        if found.missing and found.extra:
            return base
        located = found.missing or found.extra
        assert located is not None
        anchor = located[1]
        if anchor.kind == "reference":
            return None
        # A word for a small number is often left out or turned ("les deux organes", "these bodies").
        if not anchor.text[:1].isdigit() or (anchor.kind == "number" and _value(anchor.value) <= _SMALL):
            return None
        return Severity.MINOR if anchor.kind == "percentage" and _value(anchor.value) <= _SMALL else base.lower()


def _value(text: str) -> float:
    return float(text)


def _required(cell: Cell) -> Mapping[str, Located]:
    return {a.value: (p, a) for p, a in cell.anchors if a.kind in _KINDS and a.firm}


def _has(cell: Cell, value: str) -> bool:
    for anchor in [a for _, a in cell.anchors] + cell.noted:
        if anchor.value == value and anchor.kind in (
            "number",
            "percentage",
            "session",
            "ordinal",
            "reference",
        ):
            return True
        if anchor.kind in ("date", "citation", "number") and value in (
            d.lstrip("0") for d in _DIGITS.findall(anchor.value)
        ):
            return True
    return False


CHECK = NumberDiffers()
