"""What is said of findings in the file of one version: where a comment stands in it, and its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpora.model import Resolution, Span
from reports.comparison.rows import RelatedPair, Versions
from reports.decisions.applying import VERSIONS, related_pair
from reports.decisions.decisions import Review, subject_of
from reports.exporters.word_comments import WordNote
from reports.findings.model import Finding, Place
from reports.findings.severities import severity_label
from reports.messages.catalogue import language_name, say, say_address, title_of, word
from reports.messages.wording import shortened
from reports.project.selection import Selection

_LONGEST = 300
"""Characters of another version's words that a comment quotes: some lines; chosen."""


def notes_for(
    document: Resolution,
    versions: Versions | None,
    parts: Sequence[tuple[RelatedPair | None, Selection]],
    review: Review | None,
    ui: str,
) -> list[WordNote]:
    """The notes of a version: of what stands in it, and of what it lacks, where that would stand.

    ``parts`` holds the findings of the versions (with None) and those of related pairs.
    """
    notes = []
    for pair, found in parts:
        section = VERSIONS if pair is None else related_pair(pair.earlier, pair.later, document).name
        for finding in found.findings:
            place = _place(document, versions if pair is None else None, finding)
            if place is not None:
                notes.append(WordNote(*place, _text(document, finding, section, review, ui)))
    return notes


def _place(document: Resolution, versions: Versions | None, finding: Finding) -> tuple[str, Span | None] | None:
    """The paragraph and the words; no words where the version lacks what the finding is about; None where it is about others."""
    for place in (finding.target, finding.source):
        if place is not None and place.document == document.name:
            return place.paragraph, place.inside if len(place.inside) else None
    if versions is None or document.language not in _lacking(finding):
        return None
    before = _last_before(versions, document.language, finding.source or finding.target)
    return (before, None) if before is not None else None


def _lacking(finding: Finding) -> set[str]:
    """The versions that lack what a finding is about."""
    odd = finding.facts.get("outlier", ())
    named = {odd} if isinstance(odd, str) else {str(code) for code in odd} if isinstance(odd, tuple) else set()
    return named.union(*(group.versions for group in finding.groups if not group.says))


def _last_before(versions: Versions, code: str, place: Place | None) -> str | None:
    """The paragraph of a version that stands before the row of a place; its first one where none does."""
    found = None
    for row in versions.rows:
        here = (
            any(p.id == place.paragraph for p in row.cells[place.language].paragraphs)
            if place and place.language in row.cells
            else False
        )
        if code in row.cells and (found is None or not here):
            found = row.cells[code].paragraphs[-1].id
        if here:
            return found
    return None


def _text(document: Resolution, finding: Finding, section: str, review: Review | None, ui: str) -> str:
    return "\n".join(_lines(document, finding, section, review, ui))


def _lines(document: Resolution, finding: Finding, section: str, review: Review | None, ui: str) -> Iterator[str]:
    sure = say("comment.confidence", ui, percent=round(finding.confidence * 100))
    yield " · ".join([title_of(finding.code, ui), severity_label(finding.severity, ui), sure, finding.code])
    yield finding.message(ui)
    for place in (finding.source, finding.target):
        if place is not None and place.document != document.name and place.quote:
            where = f"{language_name(place.language, ui)}, {say_address(place.address, ui)}"
            yield say("comment.quote", ui, where=where, words=shortened(place.quote, _LONGEST))
    held = review.decided(subject_of(finding, section)) if review is not None else None
    if held is not None:
        parts = [word("decision", str(held.decision), ui), held.reason, held.reviser]
        yield say("comment.decided", ui, decision=", ".join(part for part in parts if part))
