"""D603."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpora.languages import language_of
from corpora.model import Resolution, Span
from corpora.resources.adoption_dates import AdoptionDates
from reports.checks.base import DocumentCheck, Scope
from reports.checks.support.document import finding_in, marked_paragraphs
from reports.findings.model import Finding, Severity


class StraightApostrophe(DocumentCheck):
    """A straight apostrophe stands where the language prints a curly one."""

    code = "D603"
    since = "0.1.0"
    default = False
    runs_in = frozenset({Scope.LINT, Scope.VERSIONS})
    severity = Severity.NEUTRAL
    category = "locale convention/typography"

    def run(self, document: Resolution, adopted: AdoptionDates) -> Iterator[Finding]:
        """One finding for each paragraph that has one."""
        if not language_of(document).typography.curly_apostrophe:
            return
        for paragraph, found in marked_paragraphs(document, _STRAIGHT):
            at = Span(found[0].start(), found[0].end())
            yield finding_in(self, document, paragraph, at, "D603.one", {"count": len(found)})


_STRAIGHT = re.compile(r"(?<=\w)'(?=\w)")


CHECK = StraightApostrophe()
