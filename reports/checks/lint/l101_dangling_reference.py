"""L101."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpora.languages import Language, language_of
from corpora.model import Anchor, Kind, Paragraph, Resolution, stating
from corpora.resources.adoption_dates import AdoptionDates
from corpora.text.folding import fold
from corpora.values import ParagraphReference
from reports.checks.base import DocumentCheck
from reports.checks.support.document import finding_in
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
                where = _where(paragraph, anchor, own)
                number = reference.number
                if where is None or not (
                    number not in numbers
                    or (where == "above" and at and number >= at)
                    or (where == "below" and at and number <= at)
                ):
                    continue
                message = "L101.missing" if number not in numbers else "L101.misplaced"
                yield finding_in(self, document, paragraph, anchor.span, message, {"number": number})


_REACH = 45
"""Characters around a reference in which "above", "below" or the document that it is of are named."""


def _where(paragraph: Paragraph, anchor: Anchor, language: Language) -> str | None:
    """ "above", "below" or "present" where a reference is to the same resolution; None where that is not said."""
    folded = fold(paragraph.text).text
    after = folded[anchor.span.end : anchor.span.end + _REACH]
    before = folded[max(0, anchor.span.start - _REACH) : anchor.span.start]
    for name, behind, ahead in language.derived(_same_document):
        if behind.match(after) or (ahead is not None and ahead.search(before)):
            return name
    return None


def _same_document(language: Language) -> tuple[tuple[str, re.Pattern[str], re.Pattern[str] | None], ...]:
    """What says behind a reference, or in front of it, where the paragraph stands: "3 above", "the present resolution, 3"."""
    section = language.references
    found = []
    for name, words in (("above", section.above), ("below", section.below), ("present", section.present)):
        behind = re.compile(rf"{section.between}(?:{words.pattern})")
        ahead = section.before and re.compile(rf"(?:{words.pattern})(?:{section.before.pattern})$")
        found.append((name, behind, ahead))
    return tuple(found)


CHECK = DanglingReference()
