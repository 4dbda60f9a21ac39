"""L111."""

from __future__ import annotations

from collections.abc import Iterator

from corpora.model import Resolution
from corpora.resources.adoption_dates import AdoptionDates
from reports.checks.base import DocumentCheck
from reports.checks.support.document import finding_in
from reports.checks.support.letters_off import letters_off
from reports.findings.model import Finding, Severity
from reports.messages.phrases import Facts


class OneLetterOff(DocumentCheck):
    """An acronym or a name stands once, one letter off what stands elsewhere in the text."""

    code = "L111"
    since = "0.8.0"
    severity = Severity.MINOR
    category = "fluency/spelling"

    def run(self, document: Resolution, adopted: AdoptionDates) -> Iterator[Finding]:
        """One finding for each acronym or name that is one letter off its other occurrences."""
        for slip in letters_off(document):
            facts: Facts = {"said": slip.said, "meant": slip.meant, "count": slip.count}
            yield finding_in(self, document, slip.paragraph, slip.span, "L111.letter", facts)


CHECK = OneLetterOff()
