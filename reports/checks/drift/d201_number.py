"""D201."""

from __future__ import annotations

import re
from collections.abc import Mapping

from corpora.model import Anchor, Paragraph
from corpora.text.folding import fold_plain
from corpora.values import AnchorKind, Number, Share
from reports.checks.support.values import Discrepancy, Located, ValueCheck, only_value, same_range, stated
from reports.comparison.rows import Cell, VersionRow
from reports.findings.model import Severity

_SMALL = 10
"""Numbers up to this are written in words and turned into other words ("both", "a pair")."""
_NUMBER_BEFORE = re.compile(r"\d\s?[(（]$")


class NumberDiffers(ValueCheck):
    """A number, percentage or paragraph reference of one version stands in no other."""

    code = "D201"
    since = "0.1.0"
    severity = Severity.CRITICAL
    category = "accuracy/number"
    noun = "number"

    def required(self, cell: Cell) -> Mapping[str, Located]:
        """Figures, percentages and paragraph references; words that are often no quantity are left out."""
        return stated(cell, AnchorKind.NUMBER, AnchorKind.PERCENTAGE, AnchorKind.REFERENCE)

    def has(self, cell: Cell, wanted: Anchor) -> bool:
        """Whether the figure stands anywhere, as part of a date or symbol too."""
        figure = wanted.form
        if figure in cell.figures:
            return True
        # "pre-1967", "A320": figures that are part of a word are no anchors, but they are there.
        if figure.isdecimal():
            return len(figure) > 2 and figure in cell.printed_digits
        printed = re.compile(rf"(?<!\d){re.escape(figure)}(?!\d)")
        return len(figure) > 2 and any(printed.search(fold_plain(p.text)) for p in cell.paragraphs)

    def points(self, row: VersionRow, found: Discrepancy) -> bool:
        """Whether the number of a paragraph cited differs."""
        return any(a.kind is AnchorKind.REFERENCE for a in found.anchors)

    def one_slip(self, found: Discrepancy, later: Discrepancy) -> bool:
        """Both ends of a range that differ: "paragraphs 31 to 33", "paragraphs 32 to 34"."""
        return same_range(found, later)

    def weigh(self, row: VersionRow, found: Discrepancy) -> tuple[Severity, float] | None:
        """Two figures that differ are grave; a figure without any partner may be a matter of style."""
        base = self.base(row, found)
        if found.missing and found.extra:
            return base, 0.95
        anchor = only_value(found)[1]
        small = isinstance(anchor.value, Number | Share) and anchor.value.figure <= _SMALL
        # A word for a small number is often left out or turned ("les deux organes", "these bodies").
        if (
            anchor.kind is AnchorKind.REFERENCE
            or not anchor.text[:1].isdigit()
            or (anchor.kind is AnchorKind.NUMBER and small)
        ):
            return None
        # A figure that opens a text without a number of its own is its label; one in brackets is the year of a symbol.
        paragraph = only_value(found)[0]
        if found.extra and anchor.span.start == 0 and paragraph.number is None:
            return None
        if _in_brackets(paragraph, anchor):
            return Severity.MINOR, 0.7
        if small or len(found.others) > 1:
            return Severity.MINOR, 0.5
        return base.lower(), 0.7


def _in_brackets(paragraph: Paragraph, anchor: Anchor) -> bool:
    """Whether a figure stands in brackets after another: the year of a resolution whose number says which one it is."""
    text = paragraph.text
    before, after = text[: anchor.span.start], text[anchor.span.end :]
    return bool(_NUMBER_BEFORE.search(before)) and after[:1] in (")", "）")


CHECK = NumberDiffers()
