"""L106."""

from __future__ import annotations

from collections.abc import Iterator

from corpora.model import Kind, Resolution
from corpora.resources.adoption_dates import AdoptionDates
from corpora.text.numbering import roman, roman_value
from reports.checks.base import DocumentCheck
from reports.checks.support.document import finding_in
from reports.findings.model import Finding, Severity


class NumberingFault(DocumentCheck):
    """The numbers of operative paragraphs or the letters of a list have a gap or a repeat."""

    code = "L106"
    since = "0.1.0"
    severity = Severity.MINOR
    category = "design/numbering"

    def run(self, document: Resolution, adopted: AdoptionDates) -> Iterator[Finding]:
        """One finding for each gap and each repeat."""
        by_id = {p.id: p for p in document.paragraphs}
        for fault in document.faults:
            sort, *numbers = fault.split(":")
            paragraph = by_id.get(f"op{numbers[0]}")
            if paragraph is None:
                continue
            message = "L106.repeat" if sort == "repeat" else "L106.gap"
            facts = {"number": numbers[0], "next": numbers[-1]}
            yield finding_in(self, document, paragraph, None, message, facts)
        for paragraph in document.paragraphs:
            parent, _, label = paragraph.id.rpartition(".")
            if paragraph.kind is not Kind.ITEM or len(label) != 1 or not "b" < label <= "z":
                continue
            before = chr(ord(label) - 1)
            # "i", "v" and "x" stand in roman lists as well, and what follows "(i)" of letters may be read below "(h)".
            numeral = roman_value(label)
            in_roman = numeral > 1 and f"{parent}.{roman(numeral - 1)}" in by_id
            if f"{parent}.{before}" not in by_id and f"{parent}.h.i" not in by_id and not in_roman and numeral != 1:
                facts = {"item": label, "before": before}
                yield finding_in(self, document, paragraph, None, "L106.item", facts)


CHECK = NumberingFault()
