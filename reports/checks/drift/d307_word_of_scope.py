"""D307."""

from __future__ import annotations

from align.lexicon.column_votes import RowTexts
from align.lexicon.lost_words import LostWord, lost_binding_words
from reports.checks.support.lost_words import LostWordCheck, in_a_name, may_be_acronym
from reports.comparison.rows import VersionRow
from reports.findings.model import Severity


class WordOfScope(LostWordCheck):
    """A word of scope or degree has no counterpart in a version, or stands in one alone."""

    code = "D307"
    since = "0.4.0"
    severity = Severity.MINOR
    category = "accuracy/omission"
    lost = "D307.lost"
    added = "D307.added"
    sure = 0.8

    def words(self, column: RowTexts) -> list[LostWord]:
        """The binding words that are lost or added."""
        return lost_binding_words(column)

    def is_told_elsewhere(self, row: VersionRow, found: LostWord) -> bool:
        """Also a word of a name ("Independent National Electoral Commission") where the others may give its acronym."""
        named = not found.added and may_be_acronym(row, found) and in_a_name(row, found)
        return named or super().is_told_elsewhere(row, found)


CHECK = WordOfScope()
