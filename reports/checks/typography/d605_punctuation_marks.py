"""D605."""

from __future__ import annotations

from collections.abc import Iterator

from corpora.languages import language
from corpora.model import Resolution, Span
from corpora.resources.adoption_dates import AdoptionDates
from reports.checks.base import DocumentCheck
from reports.checks.support.document import finding_in, marked_paragraphs
from reports.findings.model import Finding, Severity


class PunctuationMarks(DocumentCheck):
    """A punctuation mark is not of the language's own script.

    What: looks for Latin commas, semicolons and question marks beside Arabic and Chinese letters, and for a Spanish
    question without its opening mark.
    Why: Arabic prints ، ؛ ؟ and Chinese ，；：; a Latin mark there is a slip of the keyboard.
    Example: zh "回顾大会决议," with a Latin comma, expected "回顾大会决议，".
    """

    code = "D605"
    default = False
    severity = Severity.MINOR
    category = "locale convention/typography"
    title = {"fr": "Signes de ponctuation", "en": "Punctuation marks"}

    def run(self, document: Resolution, adopted: AdoptionDates) -> Iterator[Finding]:
        """One finding for each paragraph with such a mark."""
        pattern = language(document.language).typography.wrong_punctuation
        if pattern is None:
            return
        for paragraph, found in marked_paragraphs(document, pattern):
            at = Span(found[0].start(), found[0].end())
            yield finding_in(
                self,
                document,
                paragraph,
                at,
                {
                    "fr": f"Signe étranger à la langue «\u202f{found[0].group().strip()}\u202f» ({len(found)} dans le paragraphe).",
                    "en": f"Mark “{found[0].group().strip()}” is not the language's own ({len(found)} in the paragraph).",
                },
            )


CHECK = PunctuationMarks()
