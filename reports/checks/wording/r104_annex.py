"""R104."""

from __future__ import annotations

from collections.abc import Iterator

from corpora.model import Kind, Part
from reports.checks.support.hunk_checks import HunkCheck
from reports.checks.support.paragraph_presence import presence_findings
from reports.comparison.entries import Entry
from reports.comparison.hunk_kinds import HunkKind, kind_of
from reports.comparison.ledger import Ledger
from reports.findings.model import Finding, Severity


class AnnexChanged(HunkCheck):
    """An annex, an entry of one or a footnote is new, gone, or has other words."""

    code = "R104"
    since = "0.3.0"
    severity = Severity.MINOR
    category = "accuracy/mandate"
    rank = 70
    noun = "annex"

    def claim(self, ledger: Ledger) -> Iterator[Finding]:
        """One finding for entries in a row that are new or gone, one for each row whose words changed."""
        yield from presence_findings(self, ledger, _stands_apart, "R104.gone", later=False)
        yield from presence_findings(self, ledger, _stands_apart, "R104.new", later=True)
        yield from super().claim(ledger)

    def explains(self, entry: Entry) -> bool:
        """Whether words of an annex or a footnote changed that say something by themselves."""
        return _stands_apart(entry) and kind_of(entry.hunk) is HunkKind.WORDING

    def severity_in(self, entry: Entry) -> Severity:
        """One for all."""
        return self.severity


def _stands_apart(entry: Entry) -> bool:
    paragraph = entry.hunk.paragraph
    return paragraph.part is Part.ANNEX or paragraph.kind is Kind.FOOTNOTE


CHECK = AnnexChanged()
