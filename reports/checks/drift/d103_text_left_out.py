"""D103."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from align.clauses import unmatched_clauses
from reports.checks.base import VersionCheck
from reports.comparison import VersionRow, Versions
from reports.finding import Finding, Severity, place_of
from reports.phrases import language_name

_SURE = 0.8
"""Confidence from which a clause without counterpart is grave; under it, it is likely only worded otherwise."""


class TextLeftOut(VersionCheck):
    """A clause of the pivot's paragraph has no counterpart in the version's paragraph.

    What: cuts both paragraphs into clauses, aligns them, and reports a clause left alone where the version is also
    shorter than it should be by about that much.
    Why: a dropped clause changes what is asked and of whom, and is easily overlooked in one long sentence.
    Example: fr "…, y compris aux niveaux régional et bilatéral, …", en goes straight on to "to prevent".
    """

    code = "D103"
    severity = Severity.MAJOR
    category = "accuracy/omission"
    title = {"fr": "Passage omis dans un paragraphe", "en": "Text left out inside a paragraph"}

    def run(self, versions: Versions) -> Iterator[Finding]:
        """One finding for each clause of the pivot that one version leaves out; of several versions one must stand alone."""
        pivot = versions.pivot.language
        for row in versions.rows:
            if not row.checked or pivot not in row.cells:
                continue
            found = [f for code in row.cells if code != pivot for f in self._of_pair(versions, row, pivot, code)]
            alone = Counter(f.source.span for f in found if f.source)
            few = 1 if len(row.cells) > 3 else len(row.cells)
            yield from (f for f in found if f.source and alone[f.source.span] <= few)

    def _of_pair(self, versions: Versions, row: VersionRow, pivot: str, code: str) -> Iterator[Finding]:
        source, target = row.cells[pivot], row.cells[code]
        scale = versions.scales[pivot, code]
        for paragraph, span, confidence in unmatched_clauses(source.paragraphs, target.paragraphs, pivot, code, scale):
            place = place_of(source.resolution, paragraph, span)
            # With several versions each renders a clause in its own way; their silence proves nothing yet.
            few = len(row.cells) < 4
            severity = self.severity if row.operative and few and confidence >= _SURE else Severity.MINOR
            messages = {
                "fr": f"Ce passage n'a pas de pendant en {language_name(code, 'fr')}.",
                "en": f"This passage has no counterpart in {language_name(code, 'en')}.",
            }
            yield Finding(self.code, severity, place, place_of(target.resolution, target.first), messages, confidence)


CHECK = TextLeftOut()
