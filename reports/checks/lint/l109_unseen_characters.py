"""L109."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from corpora.model import Paragraph, Resolution
from corpora.resources.adoption_dates import AdoptionDates
from corpora.text.folding import mixed_words
from corpora.text.scripts import INVISIBLE
from reports.checks.base import DocumentCheck
from reports.checks.support.document import finding_in
from reports.findings.model import Finding, Severity
from reports.messages.phrases import Facts

_LISTED = 5
"""Code points that a finding names."""


class UnseenCharacters(DocumentCheck):
    """Characters that cannot be seen, letters of another script that look like those of the text, a file that is no Unicode."""

    code = "L109"
    since = "0.3.0"
    severity = Severity.NEUTRAL
    category = "fluency/character-encoding"

    def run(self, document: Resolution, adopted: AdoptionDates) -> Iterator[Finding]:
        """One finding for the code page, one for all invisible characters, at the first; one for each word of mixed scripts."""
        if document.code_page and document.paragraphs:
            facts: Facts = {"page": document.code_page}
            yield finding_in(self, document, document.paragraphs[0], None, "L109.code_page", facts, confidence=0.99)
        yield from self._invisible(document)
        for paragraph in document.all_paragraphs():
            for span in mixed_words(paragraph.text):
                if paragraph.text[span.end : span.end + 1] == "/":
                    continue  # the letters of a document symbol are L108's
                word: Facts = {"word": paragraph.text[span.start : span.end]}
                yield finding_in(
                    self, document, paragraph, span, "L109.mixed", word, severity=Severity.MINOR, confidence=0.9
                )

    def _invisible(self, document: Resolution) -> Iterator[Finding]:
        counts: Counter[str] = Counter()
        first: Paragraph | None = None
        for paragraph in document.all_paragraphs():
            source = document.source[paragraph.span.start : paragraph.span.end]
            found = [char for char in source if char in INVISIBLE]
            if found:
                first = first or paragraph
                counts.update(found)
        if first is not None:
            names = ", ".join(f"U+{ord(char):04X}" for char, _ in counts.most_common(_LISTED))
            facts: Facts = {"count": counts.total(), "characters": names}
            yield finding_in(self, document, first, None, "L109.invisible", facts, confidence=0.99)


CHECK = UnseenCharacters()
