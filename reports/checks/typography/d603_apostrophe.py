"""D603."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpora.languages import language
from corpora.model import Resolution, Span
from corpora.resources.adoption_dates import AdoptionDates
from reports.checks.base import DocumentCheck
from reports.checks.support.document import finding_in, marked_paragraphs
from reports.findings.model import Finding, Severity


class StraightApostrophe(DocumentCheck):
    """A straight apostrophe stands where the language prints a curly one.

    What: looks for ' between letters in languages whose data asks for ’.
    Why: mixed apostrophes make searching and comparing harder.
    Example: fr "l'Assemblée", expected "l’Assemblée".
    """

    code = "D603"
    default = False
    severity = Severity.NEUTRAL
    category = "locale convention/typography"
    title = {"fr": "Apostrophe droite", "en": "Straight apostrophe"}

    def run(self, document: Resolution, adopted: AdoptionDates) -> Iterator[Finding]:
        """One finding for each paragraph that has one."""
        if not language(document.language).typography.curly_apostrophe:
            return
        for paragraph, found in marked_paragraphs(document, _STRAIGHT):
            at = Span(found[0].start(), found[0].end())
            yield finding_in(
                self,
                document,
                paragraph,
                at,
                {
                    "fr": f"Apostrophe droite ({len(found)} dans le paragraphe).",
                    "en": f"Straight apostrophe ({len(found)} in the paragraph).",
                },
            )


_STRAIGHT = re.compile(r"(?<=\w)'(?=\w)")


CHECK = StraightApostrophe()
