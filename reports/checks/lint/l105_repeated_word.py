"""L105."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpora.languages import language_of
from corpora.model import Resolution, Span
from corpora.resources.adoption_dates import AdoptionDates
from corpora.text.folding import fold
from reports.checks.base import DocumentCheck
from reports.checks.support.document import finding_in
from reports.findings.model import Finding, Severity


class RepeatedWord(DocumentCheck):
    """A word stands twice in a row."""

    code = "L105"
    since = "0.1.0"
    severity = Severity.MINOR
    category = "fluency/duplication"

    def run(self, document: Resolution, adopted: AdoptionDates) -> Iterator[Finding]:
        """One finding for each repetition."""
        data = language_of(document)
        allowed = set(data.repetition.allowed)
        pattern = _WORDS if data.spaced else _CHARACTERS
        for paragraph in document.all_paragraphs():
            folded = fold(paragraph.text)
            for match in pattern.finditer(folded.text):
                if match.group(1) in allowed or match.group(1).isdigit():
                    continue
                span = folded.span(match.start(), match.end())
                words = paragraph.text[span.start : span.end]
                # "Boutros Boutros-Ghali": names may be doubled.
                if words[:1].isupper() and words.split()[-1][:1].isupper():
                    continue
                yield finding_in(self, document, paragraph, Span(span.start, span.end), "L105.one", {"said": words})


_WORDS = re.compile(r"(?<![\w'-])([^\W\d_]{2,})\s+\1(?![\w'-])")
_CHARACTERS = re.compile(r"([\u4e00-\u9fff]{3,6})\1")


CHECK = RepeatedWord()
