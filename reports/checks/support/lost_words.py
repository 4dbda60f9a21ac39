"""Words that a version does not render, or has alone, as findings (D307, D502, D503).

What stands in a name, a date, a citation or a verb is another check's. Where a version lacks many words of a row, it is a passage that is
missing, or the text that is divided otherwise: that is D103's and D101's to say.
"""

from __future__ import annotations

from abc import abstractmethod
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import ClassVar

from align.clauses import clauses
from align.lexicon.column_votes import RowTexts, Word
from align.lexicon.lost_words import LostWord, quoted_word
from align.omissions.length_model import unmatched_acronyms
from corpora.model import Kind, Span
from corpora.values import AnchorKind
from reports.checks.base import Check, RowCheck
from reports.comparison.rows import Cell, VersionRow
from reports.findings.model import Finding, Group, Place, Severity, place_of

_MOST = 3
"""Lost words of a version in one row up to which they are words, and no passage."""
_REPLACED = 0.55
"""How much less sure a word is where another one that renders nothing stands in its place: .36 of such findings were right, .68 of the others
(76 that were read on the Council's resolutions of 2022 and 2023 and the Assembly's session 78)."""
_OF_OTHERS = frozenset(AnchorKind) - {AnchorKind.QUALIFIER, AnchorKind.NAME}


class LostWordFindings(Check):
    """What checks of words share. ``lost`` and ``added`` are its sentences; ``sure`` is how sure it is by itself."""

    lost: ClassVar[str]
    added: ClassVar[str]
    sure: ClassVar[float]

    def is_told_elsewhere(self, row: VersionRow, found: LostWord) -> bool:
        """Whether the word is part of a value or of a verb of the organ in the version that is shown."""
        return stands_in(row, found.shown, _OF_OTHERS)

    def weigh(self, row: VersionRow, found: LostWord) -> Severity:
        """How grave the loss is."""
        return self.severity

    def findings(self, row: VersionRow, found: Sequence[LostWord]) -> Iterator[Finding]:
        """One finding for each word, with the versions that have it and those that lack it; none where they are a passage."""
        times = Counter(code for word in found if not word.added for code in word.lacking)
        added = Counter(word.shown.code for word in found if word.added)
        for word in found:
            codes = [added[word.shown.code]] if word.added else [times[code] for code in word.lacking]
            if max(codes) <= _MOST:
                yield self._finding(row, word)

    def _finding(self, row: VersionRow, word: LostWord) -> Finding:
        shown, quoted = word.shown, quoted_word(row.column, word)
        says = {w.code: _quoted(row, w) for w in word.having}
        groups = [Group(tuple(says), says[shown.code]), Group(word.lacking, "")]
        return Finding(
            self.code,
            self.weigh(row, word),
            _place(row, shown),
            _clause_without(row, shown, word.lacking[0]),
            sentence=self.added if word.added else self.lost,
            facts={
                "says": says[quoted.code],
                "quoted": quoted.code,
                "having": tuple(says),
                "lacking": word.lacking,
                "outlier": shown.code if word.added else word.lacking[0],
            },
            confidence=round(self.sure * (_REPLACED if word.replaced else 1.0), 2),
            votes=tuple((code, says.get(code, "–")) for code in row.cells if code in says or code in word.lacking),
            groups=tuple(sorted(groups, key=lambda group: -len(group.versions))),
        )


class LostWordCheck(LostWordFindings, RowCheck):
    """A check of words that needs the row alone."""

    @abstractmethod
    def words(self, column: RowTexts) -> list[LostWord]:
        """The words of a row that are lost or added."""

    def of_row(self, row: VersionRow) -> Iterator[Finding]:
        """One finding for each word that no other check speaks of."""
        if row.checked and row.kind is not Kind.FOOTNOTE:
            yield from self.findings(row, [w for w in self.words(row.column) if not self.is_told_elsewhere(row, w)])


def _quoted(row: VersionRow, word: Word) -> str:
    return _place(row, word).quote


def _place(row: VersionRow, word: Word) -> Place:
    cell = row.cells[word.code]
    paragraph, span = cell.located(word.span)
    end = span.end
    while end > span.start + 1 and not paragraph.text[end - 1].isalnum():
        end -= 1
    return place_of(cell.resolution, paragraph, Span(span.start, end))


def _clause_without(row: VersionRow, word: Word, lacking: str) -> Place:
    """The clause of the version that lacks a word, about where it should stand."""
    cell, column = row.cells[lacking], row.column
    words = column.words[lacking]
    expected = min(len(words.stems) - 1, round(column.expected(word.code, word.place, lacking)))
    paragraph, span = cell.located(words.span(expected))
    inside = clauses(paragraph.text, cell.language, paragraph.verbs)
    clause = next((c for c in inside if c.start <= span.start < c.end), None)
    return place_of(cell.resolution, paragraph, clause)


def in_a_name(row: VersionRow, found: LostWord) -> bool:
    """Whether the word is written with a capital inside a sentence in one of the versions that have it."""
    for word in found.having:
        paragraph, span = row.cells[word.code].located(word.span)
        before = paragraph.text[: span.start].rstrip()
        if paragraph.text[span.start].isupper() and before and before[-1].isalpha():
            return True
    return False


def may_be_acronym(row: VersionRow, found: LostWord) -> bool:
    """Whether a version that lacks the word, most of them where one has it alone, gives acronyms which may stand for it."""
    text = row.cells[found.shown.code].text
    shorter = sum(unmatched_acronyms(text, row.cells[code].text) > 0 for code in found.lacking)
    return 2 * shorter > len(found.lacking) if found.added else bool(shorter)


def stands_in(row: VersionRow, word: Word, kinds: Collection[AnchorKind], beside: int = 0) -> bool:
    """Whether a word is part of an anchor of some kinds or of a verb, or stands no more than ``beside`` characters from one."""
    return stands_among(row.cells[word.code], word.span, kinds, beside)


def stands_among(cell: Cell, words: Span, kinds: Collection[AnchorKind], beside: int = 0) -> bool:
    """Whether a span of a cell is part of an anchor of some kinds or of a verb, or stands no more than ``beside`` characters from one."""
    paragraph, span = cell.located(words)
    around = Span(max(0, span.start - beside), span.end + beside)
    anchors = (a.span for a in paragraph.anchors if a.kind in kinds)
    return any(a.overlaps(around) for a in anchors) or any(v.span.overlaps(span) for v in paragraph.verbs)
