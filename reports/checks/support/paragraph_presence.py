"""Paragraphs that are no mandates and stand in one of two related resolutions only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import ClassVar

from corpora.model import Kind, Part
from reports.checks.base import ClaimingCheck
from reports.checks.support.hunk_checks import changes_of
from reports.comparison.entries import Entry
from reports.comparison.ledger import Ledger
from reports.findings.model import Finding, place_of
from reports.messages.phrases import Facts
from reports.messages.wording import shortened


def presence_findings(
    check: ClaimingCheck, ledger: Ledger, wanted: Callable[[Entry], bool], sentence: str, *, later: bool
) -> Iterator[Finding]:
    """One finding for each paragraph that stands in one text only; those that stand below it, or follow it in an annex, go with it.

    ``wanted`` says which, ``sentence`` names what is said of them.
    """
    alone = [e for e in ledger.entries if bool(e.before) is not later and bool(e.after) is later and wanted(e)]
    groups: list[list[Entry]] = []
    for entry in alone:
        if groups and _goes_with(entry, groups[-1], later=later):
            groups[-1].append(entry)
        else:
            groups.append([entry])
    ledger.take(alone)
    pair = ledger.pair
    for group in groups:
        paragraph = group[0].hunk.paragraph
        place = place_of(pair.later if later else pair.earlier, paragraph)
        facts: Facts = {"text": shortened(paragraph.text), "count": len(group)}
        yield Finding(
            code=check.code,
            severity=check.severity,
            source=None if later else place,
            target=place if later else None,
            sentence=sentence,
            facts=facts,
            confidence=0.9,
            changes=tuple(change for entry in group for change in changes_of(pair, entry.hunk)),
        )


def _goes_with(entry: Entry, group: list[Entry], *, later: bool) -> bool:
    """Whether a paragraph is part of what the group's first one opens, or of a run of an annex."""
    paragraph, last = entry.hunk.paragraph, group[-1].hunk.paragraph
    ids = {e.hunk.paragraph.id for e in group}
    if paragraph.parent in ids or paragraph.kind is Kind.CONTINUATION:
        return True
    return paragraph.part is last.part is Part.ANNEX and paragraph.kind is not Kind.ANNEX


class ParagraphPresence(ClaimingCheck):
    """A check of recitals and headings that stand in one of the two resolutions only."""

    rank = 22
    later: ClassVar[bool]
    sentence: ClassVar[str]

    def claim(self, ledger: Ledger) -> Iterator[Finding]:
        """One finding for each paragraph, with what stands below it."""
        yield from presence_findings(self, ledger, _is_recital_or_heading, self.sentence, later=self.later)


def _is_recital_or_heading(entry: Entry) -> bool:
    paragraph = entry.hunk.paragraph
    return paragraph.part is not Part.ANNEX and (paragraph.recital or paragraph.kind is Kind.HEADING)
