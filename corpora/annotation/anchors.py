"""Anchors: what must be the same in every language, normalised so that it can be compared."""

from __future__ import annotations

from dataclasses import replace

from corpora.annotation import citations, clock, dates, fractions, frequency, names, numbers, sessions
from corpora.annotation.scanner import Scan
from corpora.languages import Language, language_of
from corpora.model import Anchor, Paragraph, Resolution

_FINDERS = (
    numbers.find_marks,
    numbers.find_designations,
    clock.find,
    citations.find,
    frequency.find,
    dates.find,
    sessions.find,
    citations.find_references,
    fractions.find,
    numbers.find_roman,
    numbers.find,
    numbers.find_money,
)


def anchors_of(text: str, language: Language) -> tuple[Anchor, ...]:
    """The anchors of a paragraph's text, in order of place.

    Finders go from the most to the least specific: what a citation or a date takes is no number any more.
    """
    scan = Scan(text, language)
    for finder in _FINDERS:
        finder(scan)
    names.find(scan)
    return tuple(sorted(scan.anchors, key=lambda a: (a.span.start, a.span.end, a.kind)))


def annotate(resolution: Resolution) -> Resolution:
    """The resolution with anchors in every paragraph and footnote."""

    own = language_of(resolution)

    def with_anchors(paragraph: Paragraph) -> Paragraph:
        return replace(paragraph, anchors=anchors_of(paragraph.text, own))

    return replace(
        resolution,
        paragraphs=tuple(with_anchors(p) for p in resolution.paragraphs),
        footnotes=tuple(replace(n, paragraph=with_anchors(n.paragraph)) for n in resolution.footnotes),
    )
