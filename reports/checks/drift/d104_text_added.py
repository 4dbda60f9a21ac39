"""D104."""

from __future__ import annotations

from collections.abc import Iterator

from reports.checks.base import VersionCheck
from reports.checks.passages import added_in, against, names, places, severity
from reports.comparison import Versions
from reports.finding import Finding, Severity


class TextAdded(VersionCheck):
    """A passage of a version's paragraph has no counterpart in the others.

    What: the same comparison as D103, the other way round.
    Why: an addition in one language grants or demands what the other versions do not.
    Example: en "…, within existing resources, …", fr has no such words.
    """

    code = "D104"
    severity = Severity.MAJOR
    category = "accuracy/addition"
    title = {"fr": "Passage ajouté dans un paragraphe", "en": "Text added inside a paragraph"}

    def run(self, versions: Versions) -> Iterator[Finding]:
        """One finding for each passage that a version adds."""
        pivot = versions.pivot.language
        for row in versions.rows:
            if not row.checked or pivot not in row.cells:
                continue
            for found in added_in(versions, row):
                messages = {
                    "fr": f"Ce passage figure en {names(found, 'fr')[0]} seulement{against(found, 'fr')}.",
                    "en": f"This passage stands in {names(found, 'en')[0]} only{against(found, 'en')}.",
                }
                weight = severity(row, found, self.severity)
                yield Finding(self.code, weight, *places(row, found, pivot), messages, found.confidence, found.votes)


CHECK = TextAdded()
