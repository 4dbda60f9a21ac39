"""D103."""

from __future__ import annotations

from collections.abc import Iterator

from reports.checks.support.passages import PassageCheck, PassageDifference, added_in, missing_in
from reports.comparison.rows import VersionRow, Versions
from reports.findings.model import Severity


class TextLeftOut(PassageCheck):
    """A passage has no counterpart in a version's paragraph."""

    code = "D103"
    since = "0.1.0"
    severity = Severity.MAJOR
    category = "accuracy/omission"

    def search(self, versions: Versions, row: VersionRow) -> Iterator[PassageDifference]:
        """What a version leaves out."""
        return missing_in(versions, row)

    def counterpart(self, versions: Versions, row: VersionRow) -> Iterator[PassageDifference]:
        """What a version adds."""
        return added_in(versions, row)


CHECK = TextLeftOut()
