"""D204."""

from __future__ import annotations

from collections.abc import Mapping

from reports.checks.support.values import Discrepancy, Located, ValueCheck, stated
from reports.comparison.rows import Cell, VersionRow
from reports.findings.model import Severity


class SessionDiffers(ValueCheck):
    """The number of a session differs."""

    code = "D204"
    since = "0.1.0"
    severity = Severity.CRITICAL
    category = "accuracy/number"
    noun = "session"

    def required(self, cell: Cell) -> Mapping[str, Located]:
        """The sessions of a cell."""
        return stated(cell, "session")

    def has(self, cell: Cell, value: str) -> bool:
        """Whether the number stands as a session, an ordinal or a figure."""
        anchors = [a for _, a in cell.anchors] + cell.footnote_anchors
        return any(a.value == value and a.kind in ("session", "ordinal", "number") for a in anchors)

    def weigh(self, row: VersionRow, found: Discrepancy) -> tuple[Severity, float] | None:
        """Two sessions that differ are grave; without a partner it may only be worded otherwise ("the next session")."""
        base = self.base(row, found)
        return (base if found.missing and found.extra else base.lower().lower()), 0.9


CHECK = SessionDiffers()
