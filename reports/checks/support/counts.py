"""Counts of a row that differ from version to version: list items, footnote marks, paragraphs."""

from __future__ import annotations

from collections.abc import Mapping

from corpora.model import Address, Paragraph
from reports.checks.support.values import group_phrases
from reports.checks.support.voting import VersionGroups, counted_out, divided_by
from reports.comparison.rows import VersionRow
from reports.findings.model import Finding, Group, Severity, place_of
from reports.messages.phrases import Fact


def count_finding(
    code: str,
    severity: Severity,
    row: VersionRow,
    counts: Mapping[str, int],
    sentences: tuple[str, str],
    *,
    said: Mapping[str, tuple[Address, ...]] | None = None,
    at: Mapping[str, Paragraph] | None = None,
    confidence: float = 0.8,
) -> Finding | None:
    """The finding for versions whose ``counts``, by language, are not all the same; None where they are.

    The first of ``sentences`` is for two groups, the second lists more. ``said`` is where each version has them, where that
    is said instead of the number, and ``at`` the paragraph to be shown of the others, where that is not the first of the cell.
    """
    division = divided_by(counts)
    if division is None:
        return None
    outlier, (reference, *_) = division.shown()
    places = said or {}
    words = {c: ", ".join(map(str, places[c])) if c in places else str(n) for c, n in counts.items()}
    listed = counted_out(counts)
    groups = tuple(Group(codes, words[codes[0]]) for codes in division.groups) if listed else ()
    return Finding(
        code=code,
        severity=severity,
        source=place_of(row.cells[reference].resolution, (at or {}).get(reference, row.cells[reference].first)),
        target=place_of(row.cells[outlier].resolution, row.cells[outlier].first),
        sentence=sentences[len(division.groups) > 2],
        facts=_facts(division, counts, {**words, **places}, groups),
        confidence=confidence,
        votes=tuple(words.items()) if listed else (),
        groups=groups,
    )


def _facts(
    division: VersionGroups, counts: Mapping[str, int], words: Mapping[str, Fact], groups: tuple[Group, ...]
) -> dict[str, Fact]:
    outlier, others = division.shown()
    return {
        "count": counts[outlier],
        "outlier": division.groups[-1],
        "usual": counts[others[0]],
        "others": others,
        "here": words[outlier],
        "there": words[others[0]],
        "groups": group_phrases(groups, words),
    }
