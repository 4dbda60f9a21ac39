"""D103."""

from __future__ import annotations

from collections.abc import Iterator

from reports.checks.base import VersionCheck
from reports.checks.passages import against, missing_in, names, places, severity
from reports.comparison import Versions
from reports.finding import Finding, Severity


class TextLeftOut(VersionCheck):
    """A passage has no counterpart in a version's paragraph.

    What: looks for a clause whose words no word of the version's paragraph renders, by a lexicon learned from adopted
    resolutions, where the version is also shorter than a rendering would be by about that much. Of several versions one must
    stand alone, French too.
    Why: a dropped clause changes what is asked and of whom, and is easily overlooked in one long sentence.
    Example: fr "…, y compris aux niveaux régional et bilatéral, …", en goes straight on to "to prevent".
    """

    code = "D103"
    severity = Severity.MAJOR
    category = "accuracy/omission"
    title = {"fr": "Passage omis dans un paragraphe", "en": "Text left out inside a paragraph"}

    def run(self, versions: Versions) -> Iterator[Finding]:
        """One finding for each passage that a version leaves out."""
        pivot = versions.pivot.language
        for row in versions.rows:
            if not row.checked or pivot not in row.cells:
                continue
            for found in missing_in(versions, row):
                messages = {
                    "fr": f"Ce passage n'a pas de pendant en {names(found, 'fr')[0]}{against(found, 'fr')}.",
                    "en": f"This passage has no counterpart in {names(found, 'en')[0]}{against(found, 'en')}.",
                }
                weight = severity(row, found, self.severity)
                yield Finding(self.code, weight, *places(row, found, pivot), messages, found.confidence, found.votes)


CHECK = TextLeftOut()
