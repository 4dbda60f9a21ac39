"""D604."""

from __future__ import annotations

from collections.abc import Iterator

from corpora.languages import language_of
from corpora.model import Resolution, Span
from corpora.resources.adoption_dates import AdoptionDates
from reports.checks.base import DocumentCheck, Scope
from reports.checks.support.document import finding_in
from reports.findings.model import Finding, Severity


class NumberFormat(DocumentCheck):
    """A number is printed in another language's way."""

    code = "D604"
    since = "0.1.0"
    default = False
    runs_in = frozenset({Scope.LINT, Scope.VERSIONS})
    severity = Severity.MINOR
    category = "locale convention/number format"

    def run(self, document: Resolution, adopted: AdoptionDates) -> Iterator[Finding]:
        """One finding for each such number."""
        style = language_of(document).typography
        if style.wrong_number is None:
            return
        for paragraph in document.all_paragraphs():
            for match in style.wrong_number.finditer(paragraph.text):
                facts = {"number": match.group(), "right": style.right_number}
                yield finding_in(self, document, paragraph, Span(match.start(), match.end()), "D604.one", facts)


CHECK = NumberFormat()
