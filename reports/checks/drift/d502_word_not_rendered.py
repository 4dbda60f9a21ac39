"""D502."""

from __future__ import annotations

from align.lexicon.column_votes import RowTexts
from align.lexicon.lost_words import LostWord, lost_content_words
from corpora.values import AnchorKind
from reports.checks.support.lost_words import LostWordCheck, in_a_name, may_be_acronym, stands_in
from reports.comparison.rows import VersionRow
from reports.findings.model import Severity

_BESIDE = 3
"""Characters between a number or a symbol and the word that goes with it."""


class WordNotRendered(LostWordCheck):
    """A word that carries meaning has no counterpart in a version, or stands in one alone."""

    code = "D502"
    since = "0.4.0"
    severity = Severity.MINOR
    category = "accuracy/omission"
    lost = "D502.lost"
    added = "D502.added"
    sure = 0.56
    """Of 48 that were read on 26 resolutions of the Council of 2023 and 14 of the Assembly's session 78, 27 were right."""

    def words(self, column: RowTexts) -> list[LostWord]:
        """The surest of the words that are lost or added, binding words apart."""
        return lost_content_words(column)

    def is_told_elsewhere(self, row: VersionRow, found: LostWord) -> bool:
        """Also what stands beside a number or a symbol ("resolution", "paragraph"), what is part of a name or may stand in an acronym, and what
        opens the paragraph in each version that has it: that is an act ("Welcome", "Saluons"), which no list knows."""
        if all(word.place == 0 for word in found.having):
            return True
        elsewhere = may_be_acronym(row, found) or in_a_name(row, found)
        return elsewhere or stands_in(row, found.shown, frozenset(AnchorKind), _BESIDE)


CHECK = WordNotRendered()
