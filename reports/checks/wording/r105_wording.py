"""R105."""

from __future__ import annotations

from reports.checks.support.change_severity import severity_of_change
from reports.checks.support.hunk_checks import HunkCheck
from reports.comparison.entries import Entry
from reports.comparison.hunk_kinds import HunkKind
from reports.findings.model import Severity


class OtherWording(HunkCheck):
    """Words changed that no other check explains."""

    code = "R105"
    since = "0.3.0"
    severity = Severity.MINOR
    category = "style/inconsistent with external reference"
    rank = 100
    noun = "wording"

    def explains(self, entry: Entry) -> bool:
        """Everything that is left."""
        return True

    def severity_in(self, entry: Entry) -> Severity:
        """By where it stands."""
        return severity_of_change(HunkKind.LITTLE, entry.hunk.paragraph)


CHECK = OtherWording()
