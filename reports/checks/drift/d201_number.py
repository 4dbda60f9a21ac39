"""D201."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from corpora.annotation.numerals import number_words
from corpora.languages import language_of
from corpora.model import Anchor, Paragraph
from corpora.text.folding import fold_plain
from corpora.text.punctuation import CLOSING_BRACKETS, OPENING_BRACKETS
from corpora.values import AnchorKind, Fraction, Frequency, Money, Number, Share
from reports.checks.support.values import (
    Discrepancy,
    Located,
    ValueCheck,
    discrepancies,
    only_value,
    same_place,
    same_range,
    values_of_kinds,
)
from reports.comparison.rows import Cell, VersionRow
from reports.findings.model import Severity

_SMALL = 10
"""Numbers up to this are written in words and turned into other words ("both", "a pair")."""
_FIGURES = frozenset({AnchorKind.NUMBER, AnchorKind.PERCENTAGE, AnchorKind.REFERENCE})
_CALLED_SMALL = range(2, 100)
"""What a word that is often no quantity may count where the other version has another number in its place."""
_NUMBER_BEFORE = re.compile(rf"\d\s?[{OPENING_BRACKETS}]$")


class NumberDiffers(ValueCheck):
    """A number, fraction, currency, frequency or paragraph reference of one version stands in no other."""

    code = "D201"
    since = "0.1.0"
    severity = Severity.CRITICAL
    category = "accuracy/number"
    noun = "number"

    families = (
        _FIGURES,
        frozenset({AnchorKind.FRACTION}),
        frozenset({AnchorKind.MONEY}),
        frozenset({AnchorKind.FREQUENCY}),
    )

    def required(self, cell: Cell) -> Mapping[str, Located]:
        """Figures, fractions, currencies, frequencies and paragraph references; words that are often no quantity are left out."""
        kinds = _FIGURES | {AnchorKind.FRACTION, AnchorKind.MONEY, AnchorKind.FREQUENCY}
        return values_of_kinds(cell, *kinds)

    def discrepancies(self, row: VersionRow) -> list[Discrepancy]:
        """Also small numbers in words ("deux") where the other version has another number in the same place."""
        every = super().discrepancies(row)
        for found in discrepancies(row, _with_small_words, self.has):
            both = found.missing and found.extra and same_place(row, found)
            if not both or all(anchor.firm for anchor in found.anchors):
                continue
            known = [d for d in every if any(a is b for a in d.anchors for b in found.anchors)]
            if not any(d.missing and d.extra for d in known):
                every = [d for d in every if d not in known] + [found]
        return every

    def has(self, cell: Cell, wanted: Anchor) -> bool:
        """Whether the figure stands anywhere, as part of a date or symbol too."""
        every = [a for _, a in cell.anchors] + cell.footnote_anchors
        match wanted.value:
            case Money(amount=amount):
                # Another currency beside the same sum differs; another sum is a figure that differs.
                sums = [a.value for a in every if isinstance(a.value, Money) and a.value.amount == amount]
                return not sums or wanted.value in sums
            case Fraction(share=share) as part:
                return any(a.value in (part, Share(share), Number(share / 100)) for a in every)
            case Frequency():
                return any(a.value == wanted.value for a in every)
            case Share(figure=figure) if any(isinstance(a.value, Fraction) and a.value.share == figure for a in every):
                return True
            case Number(figure=figure) | Share(figure=figure) if _other_sign(every, figure):
                return False
        return _has_figure(cell, wanted.form)

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
            if not all(a.firm for a in found.anchors) or found.anchors[0].kind is AnchorKind.FREQUENCY:
                return base.lower(), 0.8
            return base, 0.95
        anchor = only_value(found)[1]
        small = isinstance(anchor.value, Number | Share) and anchor.value.figure <= _SMALL
        # A word for a small number is often left out or turned ("les deux organes", "these bodies").
        if (
            anchor.kind not in (AnchorKind.NUMBER, AnchorKind.PERCENTAGE)
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
    return bool(_NUMBER_BEFORE.search(before)) and after.startswith(tuple(CLOSING_BRACKETS))


def _has_figure(cell: Cell, figure: str) -> bool:
    if figure in cell.figures:
        return True
    # "pre-1967", "A320": figures that are part of a word are no anchors, but they are there.
    if figure.isdecimal():
        return len(figure) > 2 and figure in cell.printed_digits
    printed = re.compile(rf"(?<!\d){re.escape(figure)}(?!\d)")  # "1.5", but not in "11.5"
    return len(figure) > 2 and any(printed.search(fold_plain(p.text)) for p in cell.paragraphs)


def _other_sign(anchors: Sequence[Anchor], figure: Decimal) -> bool:
    """Whether the same figure stands with the other sign, and never with its own."""
    figures = {a.value.figure for a in anchors if isinstance(a.value, Number | Share)}
    return figure != 0 and -figure in figures and figure not in figures


def _with_small_words(cell: Cell) -> dict[str, Located]:
    """The figures of a cell, and the small numbers that it spells in words which are often no quantity."""
    found = values_of_kinds(cell, *_FIGURES)
    for paragraph, anchor in cell.anchors:
        if anchor.firm or not isinstance(anchor.value, Number) or anchor.value.whole not in _CALLED_SMALL:
            continue
        language = language_of(paragraph)
        if language.spaced and fold_plain(anchor.text) in language.derived(number_words).units:
            found.setdefault(anchor.form, (paragraph, anchor))
    return found


CHECK = NumberDiffers()
