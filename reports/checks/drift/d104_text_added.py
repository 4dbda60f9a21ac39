"""D104."""

from __future__ import annotations

from collections.abc import Iterator

from reports.checks.support.passages import PassageCheck, PassageDifference, added_in, missing_in
from reports.comparison.rows import VersionRow, Versions
from reports.findings.model import Severity


class TextAdded(PassageCheck):
    """A passage of a version's paragraph has no counterpart in the others.

    What: the same comparison as D103, the other way round. Grave in the operative part only, where a value or an act is added:
    words alone often repeat what stands beside them, or spell out a name.
    Why: an addition in one language grants or demands what the other versions do not.
    Example: en "…, within existing resources, …", fr has no such words.
    """

    code = "D104"
    severity = Severity.MAJOR
    category = "accuracy/addition"
    title = {"fr": "Passage ajouté dans un paragraphe", "en": "Text added inside a paragraph"}
    reason = {"fr": "Ce passage figure en {} seulement{}.", "en": "This passage stands in {} only{}."}

    def search(self, versions: Versions, row: VersionRow) -> Iterator[PassageDifference]:
        """What a version adds."""
        return added_in(versions, row)

    def counterpart(self, versions: Versions, row: VersionRow) -> Iterator[PassageDifference]:
        """What a version leaves out."""
        return missing_in(versions, row)


CHECK = TextAdded()
