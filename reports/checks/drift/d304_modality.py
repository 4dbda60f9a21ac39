"""D304."""

from __future__ import annotations

from collections.abc import Iterator

from corpora.annotation.polarity import modal_words
from corpora.model import Paragraph, Span
from corpora.values import Modality
from reports.checks.base import VersionCheck
from reports.checks.support.voting import may_be_outliers, others_than
from reports.comparison.rows import Cell, VersionRow, Versions
from reports.findings.model import Finding, Severity, place_of
from reports.messages.phrases import Facts

_Modals = dict[Modality, tuple[Paragraph, Span]]
"""The first word of each modality that a cell has, with its paragraph."""


class ModalityDiffers(VersionCheck):
    """A version obliges where its counterpart recommends or permits."""

    code = "D304"
    since = "0.1.0"
    severity = Severity.MAJOR
    category = "accuracy/mistranslation"

    def run(self, versions: Versions) -> Iterator[Finding]:
        """One finding for each row in which one version's modality stands apart from all others'."""
        for row in versions.rows:
            if not row.checked or len(row.cells) < 2:
                continue
            found = {code: _modals(cell) for code, cell in row.cells.items()}
            codes = list(row.cells)
            for code in may_be_outliers(codes):
                others = list(others_than(code, codes))
                apart = [_apart(found[c], found[code], (row.cells[c], row.cells[code])) for c in others]
                if all(apart) and _agree(found, others):
                    pair = apart[0]
                    assert pair is not None
                    yield self._finding(row, code, others, found, pair)

    def _finding(
        self,
        row: VersionRow,
        code: str,
        others: list[str],
        found: dict[str, _Modals],
        pair: tuple[Modality, Modality],
    ) -> Finding:
        theirs, mine = pair
        (p, a), (q, b) = found[others[0]][theirs], found[code][mine]
        facts: Facts = {
            "reference_words": p.text[a.start : a.end],
            "reference_modality": theirs,
            "others": tuple(others),
            "outlier_words": q.text[b.start : b.end],
            "outlier_modality": mine,
            "outlier": code,
        }
        # Between two versions a modality is too often worded otherwise to be called more than a shade.
        grave = Modality.PERMISSION in pair and row.in_operative_part and len(others) > 1
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


def _modals(cell: Cell) -> _Modals:
    found: _Modals = {}
    for paragraph in cell.paragraphs:
        for name, spans in modal_words(paragraph.text, cell.language).items():
            found.setdefault(name, (paragraph, spans[0]))
    return found


def _apart(theirs: _Modals, mine: _Modals, cells: tuple[Cell, Cell]) -> tuple[Modality, Modality] | None:
    """A modality that only the first has and one that only the second has; None where they can be the same."""
    if len(theirs) != 1 or len(mine) != 1:
        return None
    ((a,), (b,)) = theirs, mine
    if a == b:
        return None
    duties = {a, b} == {Modality.OBLIGATION, Modality.RECOMMENDATION}
    # Some languages render "shall" and "should" by one word so often that only "may" stands apart in them.
    told_apart = all(cell.language.modality.parts_duties for cell in cells)
    return None if duties and not told_apart else (a, b)


def _agree(found: dict[str, _Modals], codes: list[str]) -> bool:
    return len({frozenset(found[c]) for c in codes}) == 1


CHECK = ModalityDiffers()
