"""L107."""

from __future__ import annotations

from collections.abc import Iterator

from corpora.languages.detection import passages_in_other_language
from corpora.model import Resolution
from corpora.resources.adoption_dates import AdoptionDates
from reports.checks.base import DocumentCheck
from reports.checks.support.document import finding_in
from reports.findings.model import Finding, Severity


class PassageInAnotherLanguage(DocumentCheck):
    """A passage stands in another language than the document."""

    code = "L107"
    since = "0.1.0"
    severity = Severity.MAJOR
    category = "accuracy/untranslated"

    def run(self, document: Resolution, adopted: AdoptionDates) -> Iterator[Finding]:
        """One finding for each passage."""
        for paragraph, span, code in passages_in_other_language(document):
            yield finding_in(self, document, paragraph, span, "L107.one", {"language": code}, confidence=0.8)


CHECK = PassageInAnotherLanguage()
