"""D307."""

from __future__ import annotations

from align.lexicon.column_votes import RowTexts
from align.lexicon.lost_words import LostWord, lost_binding_words
from align.omissions.length_model import unmatched_acronyms
from reports.checks.support.lost_words import LostWordCheck
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
        text = row.cells[found.shown.code].text
        shorter = any(unmatched_acronyms(text, row.cells[code].text) for code in found.lacking)
        return (shorter and not found.added and _in_a_name(row, found)) or super().is_told_elsewhere(row, found)


def _in_a_name(row: VersionRow, found: LostWord) -> bool:
    """Whether the word is written with a capital inside a sentence in one of the versions that have it."""
    for word in found.having:
        paragraph, span = row.cells[word.code].located(word.span)
        before = paragraph.text[: span.start].rstrip()
        if paragraph.text[span.start].isupper() and before and before[-1].isalpha():
            return True
    return False


CHECK = WordOfScope()
