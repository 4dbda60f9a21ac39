"""D104."""

from __future__ import annotations

from collections.abc import Iterator

from align.clauses import unmatched_clauses
from reports.checks.base import VersionCheck
from reports.comparison import Versions
from reports.finding import Finding, Severity, place_of
from reports.phrases import language_name

_SURE = 0.8
"""Confidence from which a clause without counterpart is grave; under it, it is likely only worded otherwise."""


class TextAdded(VersionCheck):
    """A clause of the version's paragraph has no counterpart in the pivot's paragraph.

    What: the same comparison as D103, the other way round.
    Why: an addition in one language grants or demands what the other versions do not.
    Example: en "…, within existing resources, …", fr has no such words.
    """

    code = "D104"
    severity = Severity.MAJOR
    category = "accuracy/addition"
    title = {"fr": "Passage ajouté dans un paragraphe", "en": "Text added inside a paragraph"}

    def run(self, versions: Versions) -> Iterator[Finding]:
        """One finding for each clause that a version adds."""
        pivot = versions.pivot.language
        for row in versions.rows:
            if not row.checked or pivot not in row.cells:
                continue
            source = row.cells[pivot]
            for code, target in row.cells.items():
                if code == pivot:
                    continue
                scale = versions.scales[code, pivot]
                for paragraph, span, confidence in unmatched_clauses(
                    target.paragraphs, source.paragraphs, code, pivot, scale
                ):
                    messages = {
                        "fr": f"Ce passage figure en {language_name(code, 'fr')} seulement.",
                        "en": f"This passage stands in {language_name(code, 'en')} only.",
                    }
                    # With several versions each renders a clause in its own way; their silence proves nothing yet.
                    few = len(row.cells) < 4
                    severity = self.severity if row.operative and few and confidence >= _SURE else Severity.MINOR
                    places = (
                        place_of(source.resolution, source.first),
                        place_of(target.resolution, paragraph, span),
                    )
                    yield Finding(self.code, severity, *places, messages, confidence)


CHECK = TextAdded()
