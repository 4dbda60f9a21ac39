"""D602."""

from __future__ import annotations

from collections.abc import Iterator

from corpora.languages import language_of
from corpora.model import Resolution, Span
from corpora.resources.adoption_dates import AdoptionDates
from reports.checks.base import DocumentCheck, Scope
from reports.checks.support.document import finding_in, marked_paragraphs
from reports.findings.model import Finding, Severity


class QuotationMarks(DocumentCheck):
    """Quotation marks are not those of the language."""

    code = "D602"
    since = "0.1.0"
    default = False
    runs_in = frozenset({Scope.LINT, Scope.VERSIONS})
    severity = Severity.MINOR
    category = "locale convention/typography"

    def run(self, document: Resolution, adopted: AdoptionDates) -> Iterator[Finding]:
        """One finding for each paragraph with a foreign or straight mark."""
        style = language_of(document).typography
        own = " ".join(f"{pair[0]} {pair[1]}" for pair in style.quotes)
        for paragraph, found in marked_paragraphs(document, style.foreign_quotes):
            at = Span(found[0].start(), found[-1].end())
            facts = {"mark": found[0].group(), "own": own}
            yield finding_in(self, document, paragraph, at, "D602.one", facts)


CHECK = QuotationMarks()
