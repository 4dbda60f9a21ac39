"""D304."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from align.clauses import clauses
from align.lexicon.translation_tables import knows
from corpora.annotation.polarity import modal_words
from corpora.model import Paragraph, Span
from corpora.values import Modality
from reports.checks.base import RowCheck
from reports.checks.support.lexical_evidence import texts_render
from reports.checks.support.values import SAME_PLACE, depth_of
from reports.checks.support.voting import comparable, may_be_outliers, others_than, several_against
from reports.comparison.rows import Cell, VersionRow
from reports.findings.model import Finding, Severity, place_of
from reports.messages.phrases import Facts

_Word = tuple[Paragraph, Span]
Modals = Mapping[Modality, Sequence[_Word]]
"""The modal words of a cell by modality."""
_Pair = tuple[tuple[Modality, Modality], _Word, _Word]
"""Two modalities, and a word of each."""


class ModalityDiffers(RowCheck):
    """A version obliges where its counterpart recommends or permits."""

    code = "D304"
    since = "0.1.0"
    severity = Severity.MAJOR
    category = "accuracy/mistranslation"

    def of_row(self, row: VersionRow) -> Iterator[Finding]:
        """One finding for a row in which one version's modality stands apart from all others'."""
        if not row.checked or not comparable(row.cells):
            return
        found = {code: _modals(cell) for code, cell in row.cells.items()}
        codes = list(row.cells)
        for code in may_be_outliers(codes):
            others = list(others_than(code, codes))
            apart = [_apart(row, (c, found[c]), (code, found[code])) for c in others]
            if all(apart) and _agree(found, others):
                pair = apart[0]
                assert pair is not None
                yield self._finding(row, code, others, found, pair)

    def _finding(
        self,
        row: VersionRow,
        code: str,
        others: list[str],
        found: dict[str, Modals],
        pair: _Pair,
    ) -> Finding:
        (theirs, mine), (p, a), (q, b) = pair
        facts: Facts = {
            "reference_words": p.text[a.start : a.end],
            "reference_modality": theirs,
            "others": tuple(others),
            "outlier_words": q.text[b.start : b.end],
            "outlier_modality": mine,
            "outlier": code,
        }
        # Between two versions a modality is too often worded otherwise to be called more than a shade.
        grave = Modality.PERMISSION in (theirs, mine) and row.in_operative_part and several_against(others)
        source = place_of(row.cells[others[0]].resolution, p, a)
        target = place_of(row.cells[code].resolution, q, b)
        severity = self.severity if grave else Severity.MINOR
        return Finding(
            code=self.code,
            severity=severity,
            source=source,
            target=target,
            sentence="D304.one",
            facts=facts,
            confidence=0.7,
        )


def _modals(cell: Cell) -> Modals:
    found: dict[Modality, list[_Word]] = {}
    for paragraph in cell.paragraphs:
        for name, spans in modal_words(paragraph.text, cell.language).items():
            found.setdefault(name, []).extend((paragraph, span) for span in spans)
    return found


def _apart(row: VersionRow, theirs: tuple[str, Modals], mine: tuple[str, Modals]) -> _Pair | None:
    """A modality that only the first has and one that only the second has, in clauses that say the same.

    None where they can be the same, or where they stand in other clauses.
    """
    if len(theirs[1]) != 1 or len(mine[1]) != 1:
        return None
    ((a, first),), ((b, second),) = theirs[1].items(), mine[1].items()
    if a == b:
        return None
    cells = row.cells[theirs[0]], row.cells[mine[0]]
    duties = {a, b} == {Modality.OBLIGATION, Modality.RECOMMENDATION}
    # Some languages render "shall" and "should" by one word so often that only "may" stands apart in them.
    if duties and not all(cell.language.modality.parts_duties for cell in cells):
        return None
    pairs = ((one, other) for one in first for other in second if _correspond(cells, one, other))
    return next((((a, b), one, other) for one, other in pairs), None)


def _correspond(cells: tuple[Cell, Cell], one: _Word, other: _Word) -> bool:
    """Whether the clauses of two modal words render each other; where no lexicon knows, whether they stand as far into their cells.

    "… sectors that could …, and notes the need to intensify …" against "… et note que les fournisseurs doivent …": two clauses.
    """
    if knows(cells[0].language.code, cells[1].language.code):
        texts = [_clause(cell, word) for cell, word in zip(cells, (one, other), strict=True)]
        return texts_render(texts[0], texts[1], cells[0].language, cells[1].language)
    depths = [depth_of(cell, p, span.start) for cell, (p, span) in zip(cells, (one, other), strict=True)]
    return abs(depths[0] - depths[1]) <= SAME_PLACE


def _clause(cell: Cell, word: _Word) -> str:
    paragraph, span = word
    cut = clauses(paragraph.text, cell.language, paragraph.verbs)
    found = next((c for c in cut if c.start <= span.start < c.end), Span(0, len(paragraph.text)))
    return paragraph.text[found.start : found.end]


def _agree(found: dict[str, Modals], codes: list[str]) -> bool:
    return len({frozenset(found[c]) for c in codes}) == 1


CHECK = ModalityDiffers()
