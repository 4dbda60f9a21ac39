"""What a review does to a report: pins for the alignment, dismissed findings out of sight."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from align.search.constraints import Pin
from corpora.model import Resolution
from reports.comparison.rows import RelatedPair
from reports.decisions.decisions import Review, Subject, subject_of
from reports.decisions.pins import Pair, placed
from reports.findings.model import Finding
from reports.project.selection import Selection, Suppressed

VERSIONS = "versions"


def versions_pair(pivot: Resolution, other: Resolution) -> Pair:
    """The pivot and one other version, as pins name them."""
    return Pair(f"{VERSIONS}:{other.language}", pivot, other)


def related_pair(earlier: Resolution, later: Resolution, own: Resolution) -> Pair:
    """Two related resolutions; the one that is not the folder's ``own`` gives the name."""
    other = later if earlier is own else earlier
    return Pair(f"related:{other.label}", earlier, later)


def version_pins(review: Review | None, pivot: Resolution, others: Sequence[Resolution]) -> Mapping[str, Sequence[Pin]]:
    """The pins of each version, by its language."""
    if review is None:
        return {}
    return {other.language: placed(review, versions_pair(pivot, other)).pins for other in others}


def related_pins(review: Review | None, earlier: Resolution, later: Resolution, own: Resolution) -> Sequence[Pin]:
    """The pins of two related resolutions."""
    return placed(review, related_pair(earlier, later, own)).pins if review else ()


def without_dismissed(selection: Selection, review: Review | None, section: str) -> Selection:
    """The selection with what a reviser dismissed among what is suppressed."""
    if review is None:
        return selection
    shown: list[Finding] = []
    hidden: list[Suppressed] = []
    for finding in selection.findings:
        accepted = review.dismissed(subject_of(finding, section))
        if accepted is None:
            shown.append(finding)
        else:
            hidden.append(Suppressed(finding, "review", accepted=accepted))
    return Selection(shown, [*selection.suppressed, *hidden])


def subjects_in(
    selection: Selection, related: Iterable[tuple[RelatedPair, Selection]], own: Resolution
) -> dict[str, Subject]:
    """Every finding of a report that can be decided, by fingerprint.

    Findings of two pairs may have one fingerprint where the same words changed in both: they are decided together.
    """
    out: dict[str, Subject] = {}
    parts = [(VERSIONS, selection)]
    parts += [(related_pair(pair.earlier, pair.later, own).name, found) for pair, found in related]
    for section, found in parts:
        for finding in found.findings:
            out.setdefault(finding.fingerprint, subject_of(finding, section))
    return out
