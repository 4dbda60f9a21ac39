"""R103."""

from __future__ import annotations

from corpora.model import Part
from reports.checks.support.change_severity import severity_of_change
from reports.checks.support.hunk_checks import HunkCheck
from reports.comparison.entries import Entry
from reports.comparison.hunk_kinds import HunkKind, kind_of
from reports.findings.model import Severity


class RecitalChanged(HunkCheck):
    """A recital says something else than it did."""

    code = "R103"
    since = "0.3.0"
    severity = Severity.MINOR
    category = "style/inconsistent with external reference"
    rank = 70
    noun = "recital"

    def explains(self, entry: Entry) -> bool:
        """Whether words of a recital changed that say something by themselves."""
        return entry.hunk.paragraph.part is Part.PREAMBLE and kind_of(entry.hunk) is HunkKind.WORDING

    def severity_in(self, entry: Entry) -> Severity:
        """By what it does and where it stands."""
        return severity_of_change(HunkKind.WORDING, entry.hunk.paragraph)


CHECK = RecitalChanged()
