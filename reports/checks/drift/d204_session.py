"""D204."""

from __future__ import annotations

from collections.abc import Mapping

from corpora.model import Anchor
from corpora.values import AnchorKind
from reports.checks.support.values import Discrepancy, Located, ValueCheck, values_of_kinds
from reports.comparison.rows import Cell, VersionRow
from reports.findings.model import Severity

_SESSION_KINDS = frozenset({AnchorKind.SESSION, AnchorKind.ORDINAL, AnchorKind.NUMBER})


class SessionDiffers(ValueCheck):
    """The number of a session differs."""

    code = "D204"
    since = "0.1.0"
    severity = Severity.CRITICAL
    category = "accuracy/number"
    noun = "session"
    occurrences_count = True

    def required(self, cell: Cell) -> Mapping[str, Located]:
        """The sessions of a cell."""
        return values_of_kinds(cell, AnchorKind.SESSION)

    def has(self, cell: Cell, wanted: Anchor) -> bool:
        """Whether the number stands as a session, an ordinal or a figure."""
        anchors = [a for _, a in cell.anchors] + cell.footnote_anchors
        return any(a.form == wanted.form and a.kind in _SESSION_KINDS for a in anchors)

    def weigh(self, row: VersionRow, found: Discrepancy) -> tuple[Severity, float] | None:
        """Two sessions that differ are grave; without a partner it may only be worded otherwise ("the next session")."""
        base = self.base(row, found)
        return (base if found.missing and found.extra else base.lower().lower()), 0.9


CHECK = SessionDiffers()
