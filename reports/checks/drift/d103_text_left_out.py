"""D103."""

from __future__ import annotations

from collections.abc import Iterator

from reports.checks.support.passages import PassageCheck, PassageDifference, added_in, missing_in
from reports.comparison.rows import VersionRow, Versions
from reports.findings.model import Severity


class TextLeftOut(PassageCheck):
    """A passage has no counterpart in a version's paragraph.

    What: looks for a clause whose words no word of the version's paragraph renders, by a lexicon learned from adopted
    resolutions, where the version is also shorter than a rendering would be by about that much. Of several versions one must
    stand alone, French too. The finding is grave in the operative part only, where a value or an act is lost, or where most words of
    the passage have no rendering anywhere in the paragraph; a passage that may stand in the paragraph before or after is minor.
    Why: a dropped clause changes what is asked and of whom, and is easily overlooked in one long sentence.
    Example: fr "…, y compris aux niveaux régional et bilatéral, …", en goes straight on to "to prevent".
    """

    code = "D103"
    severity = Severity.MAJOR
    category = "accuracy/omission"
    title = {"fr": "Passage omis dans un paragraphe", "en": "Text left out inside a paragraph"}
    reason = {"fr": "Ce passage n'a pas de pendant en {}{}.", "en": "This passage has no counterpart in {}{}."}

    def search(self, versions: Versions, row: VersionRow) -> Iterator[PassageDifference]:
        """What a version leaves out."""
        return missing_in(versions, row)

    def counterpart(self, versions: Versions, row: VersionRow) -> Iterator[PassageDifference]:
        """What a version adds."""
        return added_in(versions, row)


CHECK = TextLeftOut()
