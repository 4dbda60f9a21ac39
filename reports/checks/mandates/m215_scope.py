"""M215."""

from __future__ import annotations

from reports.checks.support.change_severity import severity_of_change
from reports.checks.support.hunk_checks import HunkCheck
from reports.comparison.entries import Entry
from reports.comparison.hunk_kinds import HunkKind, kind_of
from reports.findings.model import Severity

_KINDS = (HunkKind.SCOPE, HunkKind.CONNECTIVE, HunkKind.QUALIFIER)


class ScopeChanged(HunkCheck):
    """Of how many a provision holds, or how its parts are joined, changed."""

    code = "M215"
    since = "0.3.0"
    severity = Severity.MAJOR
    rank = 40
    noun = "scope"

    def explains(self, entry: Entry) -> bool:
        """Whether few words beside it changed with it."""
        return kind_of(entry.hunk) in _KINDS

    def severity_in(self, entry: Entry) -> Severity:
        """By what it does and where it stands."""
        return severity_of_change(kind_of(entry.hunk), entry.hunk.paragraph)


CHECK = ScopeChanged()
