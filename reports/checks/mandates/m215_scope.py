"""M215."""

from __future__ import annotations

from reports.checks.support.kind_hunks import KindHunkCheck
from reports.comparison.hunk_kinds import HunkKind
from reports.findings.model import Severity


class ScopeChanged(KindHunkCheck):
    """Of how many a provision holds, or how its parts are joined, changed."""

    code = "M215"
    since = "0.3.0"
    severity = Severity.MAJOR
    kinds = frozenset({HunkKind.SCOPE, HunkKind.CONNECTIVE, HunkKind.QUALIFIER})
    noun = "scope"


CHECK = ScopeChanged()
