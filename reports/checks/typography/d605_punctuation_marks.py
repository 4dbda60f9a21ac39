"""D605."""

from __future__ import annotations

from collections.abc import Iterator

from corpora.languages import language_of
from corpora.model import Resolution, Span
from corpora.resources.adoption_dates import AdoptionDates
from reports.checks.base import DocumentCheck, Scope
from reports.checks.support.document import finding_in, marked_paragraphs
from reports.findings.model import Finding, Severity
from reports.messages.phrases import Facts


class PunctuationMarks(DocumentCheck):
    """A punctuation mark is not of the language's own script."""

    code = "D605"
    since = "0.1.0"
    default = False
    runs_in = frozenset({Scope.LINT, Scope.VERSIONS})
    severity = Severity.MINOR
    category = "locale convention/typography"

    def run(self, document: Resolution, adopted: AdoptionDates) -> Iterator[Finding]:
        """One finding for each paragraph with such a mark."""
        pattern = language_of(document).typography.wrong_punctuation
        if pattern is None:
            return
        for paragraph, found in marked_paragraphs(document, pattern):
            at = Span(found[0].start(), found[0].end())
            facts: Facts = {"mark": found[0].group().strip(), "count": len(found)}
            yield finding_in(self, document, paragraph, at, "D605.one", facts)


CHECK = PunctuationMarks()
