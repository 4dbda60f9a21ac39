"""M212."""

from __future__ import annotations

from reports.checks.support.kind_hunks import KindHunkCheck
from reports.comparison.hunk_kinds import HunkKind
from reports.findings.model import Severity


class NegationChanged(KindHunkCheck):
    """A negation came or went, or a word became its contrary."""

    code = "M212"
    since = "0.3.0"
    severity = Severity.CRITICAL
    kinds = frozenset({HunkKind.NEGATION, HunkKind.CONTRARY})
    noun = "negation"


CHECK = NegationChanged()
