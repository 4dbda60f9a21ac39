"""D601."""

from __future__ import annotations

from collections.abc import Iterator

from corpora.languages import language_of
from corpora.model import Paragraph, Resolution, Span
from corpora.resources.adoption_dates import AdoptionDates
from reports.checks.base import DocumentCheck, Scope
from reports.checks.support.document import finding_in
from reports.findings.model import Finding, Severity


class SpacingAtPunctuation(DocumentCheck):
    """The no-break space that French wants before ; : ! ? » and after « is missing or can break."""

    code = "D601"
    since = "0.1.0"
    default = False
    runs_in = frozenset({Scope.LINT, Scope.VERSIONS})
    severity = Severity.MINOR
    category = "locale convention/typography"

    def run(self, document: Resolution, adopted: AdoptionDates) -> Iterator[Finding]:
        """One finding for each paragraph that has such a place."""
        style = language_of(document).typography
        before, after = style.spaced_before, style.spaced_after
        for paragraph in document.all_paragraphs():
            text = paragraph.text
            places = [
                i
                for i, c in enumerate(text)
                if (c in before and not _kept(document, paragraph, i, -1))
                or (c in after and not _kept(document, paragraph, i, 1))
            ]
            if not places:
                continue
            at = Span(max(0, places[0] - 1), min(len(text), places[0] + 2))
            yield finding_in(self, document, paragraph, at, "D601.one", {"count": len(places)})


_NO_BREAK = "\u00a0\u202f\u2009"


def _kept(document: Resolution, paragraph: Paragraph, index: int, step: int) -> bool:
    """Whether a no-break space stands beside a mark, or the mark is part of a time, a ratio or an address."""
    beside = index + step
    if not 0 <= beside < len(paragraph.text):
        return True
    if step < 0 and (paragraph.text[beside].isdigit() or paragraph.text[index + 1 : index + 3] == "//"):
        return True
    return document.source[paragraph.offsets[beside]] in _NO_BREAK


CHECK = SpacingAtPunctuation()
