"""L107."""

from __future__ import annotations

from collections.abc import Iterator

from corpora.languages.detection import passages_in_other_language
from corpora.model import Resolution
from corpora.resources.adoption_dates import AdoptionDates
from reports.checks.base import DocumentCheck
from reports.checks.support.document import finding_in
from reports.findings.model import Finding, Severity
from reports.messages.wording import language_name


class PassageInAnotherLanguage(DocumentCheck):
    """A passage stands in another language than the document.

    What: detects the language of each paragraph and of each long clause, by script and by frequent words.
    Why: a passage that was to be translated and was not.
    Example: in a French resolution "Requests the Secretary-General to report …".
    """

    code = "L107"
    default = True
    severity = Severity.MAJOR
    category = "accuracy/untranslated"
    title = {"fr": "Passage dans une autre langue", "en": "Passage left in another language"}

    def run(self, document: Resolution, adopted: AdoptionDates) -> Iterator[Finding]:
        """One finding for each passage."""
        for paragraph, span, code in passages_in_other_language(document):
            yield finding_in(
                self,
                document,
                paragraph,
                span,
                {
                    "fr": f"Passage en {language_name(code, 'fr')}.",
                    "en": f"Passage in {language_name(code, 'en')}.",
                },
                confidence=0.8,
            )


CHECK = PassageInAnotherLanguage()
