"""L106."""

from __future__ import annotations

from collections.abc import Iterator

from corpora.model import Kind, Resolution
from corpora.resources.adoption_dates import AdoptionDates
from corpora.text.numbering import roman, roman_value
from reports.checks.base import DocumentCheck
from reports.checks.support.document import finding_in
from reports.findings.model import Finding, Severity


class NumberingSlip(DocumentCheck):
    """The numbers of operative paragraphs or the letters of a list have a gap or a repeat."""

    code = "L106"
    since = "0.1.0"
    severity = Severity.MINOR
    category = "design/numbering"

    def run(self, document: Resolution, adopted: AdoptionDates) -> Iterator[Finding]:
        """One finding for each gap and each repeat."""
        by_id = {p.id: p for p in document.paragraphs}
        for fault in document.faults:
            message = "L106.repeat" if fault.is_repeat else "L106.gap"
            facts = {"number": fault.before, "next": fault.after}
            yield finding_in(self, document, by_id[fault.paragraph], None, message, facts)
        yield from self._of_lists(document)

    def _of_lists(self, document: Resolution) -> Iterator[Finding]:
        """One finding for each letter of a list whose predecessor in the alphabet is not there."""
        items = {(p.parent, p.label): p.id for p in document.paragraphs if p.kind is Kind.ITEM}
        for paragraph in document.paragraphs:
            parent, label = paragraph.parent, paragraph.label
            if label is None or len(label) != 1 or not "b" < label <= "z":
                continue
            before = chr(ord(label) - 1)
            # "i", "v" and "x" stand in roman lists as well, and what follows "(i)" of letters may be read below "(h)".
            numeral = roman_value(label)
            in_roman = numeral > 1 and (parent, roman(numeral - 1)) in items
            below_h = (items.get((parent, "h")), "i") in items
            if (parent, before) not in items and not below_h and not in_roman and numeral != 1:
                facts = {"item": label, "before": before}
                yield finding_in(self, document, paragraph, None, "L106.item", facts)


CHECK = NumberingSlip()
