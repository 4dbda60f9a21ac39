"""D204."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reports.checks.base import VersionCheck
from reports.checks.values import Discrepancy, Located, discrepancies, value_finding
from reports.comparison import Cell, Versions
from reports.finding import Finding, Severity

_NOUN = {"fr": "Session", "en": "Session"}


class SessionDiffers(VersionCheck):
    """The number of a session differs.

    What: compares sessions in words and digits ("douzième session", "12th session", "第十二届会议").
    Why: the session is the deadline of most reports; another number is another year.
    Example: fr "à sa douzième session", en "at its eleventh session".
    """

    code = "D204"
    severity = Severity.CRITICAL
    category = "accuracy/number"
    title = {"fr": "Session", "en": "Session or ordinal"}

    def run(self, versions: Versions) -> Iterator[Finding]:
        """The sessions on which one version stands alone."""
        for row in versions.rows:
            if row.checked:
                for found in discrepancies(row, _required, _has):
                    base = self.severity if row.operative else self.severity.lower()
                    severity = base if found.missing and found.extra else _alone(found, base)
                    yield value_finding(self.code, row, found, _NOUN, severity, 0.9)


def _alone(found: Discrepancy, base: Severity) -> Severity:
    """Without a partner the session may only be worded otherwise ("the next session")."""
    return base.lower().lower()


def _required(cell: Cell) -> Mapping[str, Located]:
    return {a.value: (p, a) for p, a in cell.anchors if a.kind == "session"}


def _has(cell: Cell, value: str) -> bool:
    return any(
        a.value == value
        for a in [a for _, a in cell.anchors] + cell.noted
        if a.kind in ("session", "ordinal", "number")
    )


CHECK = SessionDiffers()
