"""L101."""

from __future__ import annotations

from collections.abc import Iterator

from corpora.languages import language_of
from corpora.model import Kind, Resolution, stating
from corpora.resources.adoption_dates import AdoptionDates
from corpora.values import ParagraphReference
from reports.checks.base import DocumentCheck
from reports.checks.support.document import finding_in
from reports.checks.support.own_references import where_of
from reports.findings.model import Finding, Severity


class DanglingReference(DocumentCheck):
    """A paragraph that the text refers to does not exist, or does not stand where the text says."""

    code = "L101"
    since = "0.1.0"
    severity = Severity.MAJOR
    category = "accuracy/reference"

    def run(self, document: Resolution, adopted: AdoptionDates) -> Iterator[Finding]:
        """One finding for each reference that leads nowhere."""
        own = language_of(document)
        numbers = {
            int(p.number) for p in document.paragraphs if p.kind is Kind.OPERATIVE and p.number and p.number.isdecimal()
        }
        if not numbers:
            return
        at = 0
        for paragraph in document.paragraphs:
            if paragraph.kind is Kind.OPERATIVE and (paragraph.number or "").isdecimal():
                at = int(paragraph.number or 0)
            for anchor, reference in stating(paragraph.anchors, ParagraphReference):
                where = where_of(paragraph, anchor, own)
                number = reference.number
                if where is None or not (
                    number not in numbers
                    or (where == "above" and at and number >= at)
                    or (where == "below" and at and number <= at)
                ):
                    continue
                message = "L101.missing" if number not in numbers else "L101.misplaced"
                yield finding_in(self, document, paragraph, anchor.span, message, {"number": number})


CHECK = DanglingReference()
