"""M213."""

from __future__ import annotations

from reports.checks.support.kind_hunks import KindHunkCheck
from reports.comparison.hunk_kinds import HunkKind
from reports.findings.model import Severity


class ExceptionChanged(KindHunkCheck):
    """What is excepted from a provision changed."""

    code = "M213"
    since = "0.3.0"
    severity = Severity.MAJOR
    kinds = frozenset({HunkKind.EXCEPTION})
    noun = "exception"


CHECK = ExceptionChanged()
