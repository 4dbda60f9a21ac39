"""L110."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpora.languages import Language, language_of
from corpora.model import Anchor, Paragraph, Resolution
from corpora.resources.adoption_dates import AdoptionDates
from corpora.text.alternatives import alternatives
from corpora.text.folding import fold_plain
from corpora.text.patterns import compiled
from corpora.values import Citation, ParagraphReference
from reports.checks.base import DocumentCheck
from reports.checks.support.document import finding_in
from reports.checks.support.own_references import where_of
from reports.checks.support.self_checks import why_impossible
from reports.findings.model import Finding, Severity

_BESIDE = 5
"""Characters that stand at most between the two halves of a date with two months: "de", a stroke."""

_LIST_OF_RESOLUTIONS = 200
"""Characters in which the word that stands at the head of a list of resolutions is looked for: some ten of them."""

_SENTENCES = {
    "impossible.day": "L110.day",
    "impossible.months": "L110.months",
    "impossible.weekday": "L110.weekday",
    "impossible.resolution": "L110.resolution",
    "impossible.itself": "L110.itself",
    "impossible.term": "L110.term",
    "impossible.past": "L110.past",
}
"""What is said of each reason in a text alone, without the version."""


class ValueThatCannotBe(DocumentCheck):
    """A day that does not exist, two months in one date, a term that is past, a resolution that there is not, a paragraph that refers to itself."""

    code = "L110"
    since = "0.7.0"
    severity = Severity.MAJOR
    category = "accuracy/date"

    def run(self, document: Resolution, adopted: AdoptionDates) -> Iterator[Finding]:
        """One finding for each value that cannot be right, whatever other versions say."""
        for paragraph in document.all_paragraphs():
            months_to = -_BESIDE
            for anchor in paragraph.anchors:
                said_by_others = _is_dangling(paragraph, anchor) or _is_of_another_body(paragraph, anchor)
                reason = None if said_by_others else why_impossible(document, (paragraph, anchor))
                if reason is None:
                    continue
                # Of "15 July June 2027" each half is a date with the month of the other beside it: they are one.
                if reason.name == "impossible.months":
                    before, months_to = months_to, anchor.span.end
                    if anchor.span.start - before < _BESIDE:
                        continue
                yield finding_in(self, document, paragraph, anchor.span, _SENTENCES[reason.name], reason.facts)


def _is_dangling(paragraph: Paragraph, anchor: Anchor) -> bool:
    """Whether a reference says where the paragraph stands or that there is one: whether it leads anywhere is L101's to say."""
    if not isinstance(anchor.value, ParagraphReference):
        return False
    itself = where_of(paragraph, anchor, language_of(paragraph)) == "present"
    return not (itself and anchor.value.number == _number(paragraph))


def _is_of_another_body(paragraph: Paragraph, anchor: Anchor) -> bool:
    """Whether a number and year are not called a resolution: "general recommendation No. 38 (2020)" is of a committee."""
    if not isinstance(anchor.value, Citation):
        return False
    language = language_of(paragraph)
    start, end = max(0, anchor.span.start - _LIST_OF_RESOLUTIONS), anchor.span.end
    around = paragraph.text[start:end] if language.spaced else paragraph.text[start : end + _LIST_OF_RESOLUTIONS]
    return language.derived(_called).search(fold_plain(around)) is None


def _called(language: Language) -> re.Pattern[str]:
    return compiled(alternatives(language.citations.resolution))


def _number(paragraph: Paragraph) -> int | None:
    return int(paragraph.number) if paragraph.number and paragraph.number.isdecimal() else None


CHECK = ValueThatCannotBe()
