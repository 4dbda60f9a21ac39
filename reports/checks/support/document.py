"""What the checks of one document share."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpora.model import Paragraph, Resolution, Span
from reports.checks.base import Check
from reports.findings.model import Finding, Severity, place_of
from reports.messages.phrases import Facts


def marked_paragraphs(
    document: Resolution, pattern: re.Pattern[str]
) -> Iterator[tuple[Paragraph, list[re.Match[str]]]]:
    """The paragraphs, footnotes too, in which a pattern is found, with all its matches."""
    for paragraph in document.all_paragraphs():
        found = list(pattern.finditer(paragraph.text))
        if found:
            yield paragraph, found


def finding_in(
    check: Check,
    document: Resolution,
    paragraph: Paragraph,
    span: Span | None,
    message: str,
    facts: Facts,
    *,
    severity: Severity | None = None,
    confidence: float = 0.9,
) -> Finding:
    """A finding at ``span`` of a paragraph's text, at the whole paragraph where None; ``message`` names its sentence."""
    place = place_of(document, paragraph, span)
    return Finding(
        code=check.code,
        severity=severity or check.severity,
        source=place,
        target=None,
        sentence=message,
        facts=facts,
        confidence=confidence,
    )
