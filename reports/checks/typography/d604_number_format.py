"""D604."""

from __future__ import annotations

from collections.abc import Iterator

from corpora.languages import language
from corpora.model import Resolution, Span
from corpora.resources.adoption_dates import AdoptionDates
from reports.checks.base import DocumentCheck
from reports.checks.support.document import finding_in
from reports.findings.model import Finding, Severity


class NumberFormat(DocumentCheck):
    """A number is printed in another language's way.

    What: looks for thousands and decimals that the language's data calls wrong ("1,500" in French, "1 500" in English).
    Why: "1,500" is fifteen hundred in English and one and a half in French.
    Example: fr "1,500 soldats", expected "1 500 soldats".
    """

    code = "D604"
    default = False
    severity = Severity.MINOR
    category = "locale convention/number format"
    title = {"fr": "Écriture des nombres", "en": "Number format"}

    def run(self, document: Resolution, adopted: AdoptionDates) -> Iterator[Finding]:
        """One finding for each such number."""
        style = language(document.language).typography
        if style.wrong_number is None:
            return
        for paragraph in document.all_paragraphs():
            for match in style.wrong_number.finditer(paragraph.text):
                yield finding_in(
                    self,
                    document,
                    paragraph,
                    Span(match.start(), match.end()),
                    {
                        "fr": f"«\u202f{match.group()}\u202f»\u00a0: la langue écrit {style.right_number}.",
                        "en": f"“{match.group()}”: the language writes {style.right_number}.",
                    },
                )


CHECK = NumberFormat()
