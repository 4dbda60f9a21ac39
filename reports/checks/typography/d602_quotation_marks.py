"""D602."""

from __future__ import annotations

from collections.abc import Iterator

from corpora.languages import language
from corpora.model import Resolution, Span
from corpora.resources.adoption_dates import AdoptionDates
from reports.checks.base import DocumentCheck
from reports.checks.support.document import finding_in, marked_paragraphs
from reports.findings.model import Finding, Severity


class QuotationMarks(DocumentCheck):
    """Quotation marks are not those of the language.

    What: looks for straight marks and for those of another language; each language's data says which are its own.
    Why: French and Russian quote with « », English and Chinese with “ ”; straight marks are typing, not text.
    Example: fr "le \"Programme\"", expected « Programme ».
    """

    code = "D602"
    default = False
    severity = Severity.MINOR
    category = "locale convention/typography"
    title = {"fr": "Guillemets", "en": "Quotation marks"}

    def run(self, document: Resolution, adopted: AdoptionDates) -> Iterator[Finding]:
        """One finding for each paragraph with a foreign or straight mark."""
        style = language(document.language).typography
        own = " ".join(f"{pair[0]} {pair[1]}" for pair in style.quotes)
        for paragraph, found in marked_paragraphs(document, style.foreign_quotes):
            at = Span(found[0].start(), found[-1].end())
            yield finding_in(
                self,
                document,
                paragraph,
                at,
                {
                    "fr": f"Guillemets «\u202f{found[0].group()}\u202f»\u00a0: ceux de la langue sont {own}.",
                    "en": f"Quotation mark {found[0].group()}: the language's own are {own}.",
                },
            )


CHECK = QuotationMarks()
