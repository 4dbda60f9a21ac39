"""D201."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from corpora.annotation.details import PART, REPEATED
from corpora.annotation.numbers import is_compound_number
from corpora.annotation.numerals import number_words
from corpora.languages import Language, language_of
from corpora.model import Anchor, Paragraph
from corpora.text.folding import fold_plain
from corpora.text.numbering import roman
from corpora.text.punctuation import CLOSING_BRACKETS, OPENING_BRACKETS
from corpora.values import (
    AnchorKind,
    Citation,
    Detail,
    FinancialYear,
    Fraction,
    Frequency,
    Money,
    Number,
    ParagraphReference,
    Share,
    Value,
)
from reports.checks.support.cited_points import other_point
from reports.checks.support.details import other_details
from reports.checks.support.values import (
    Discrepancy,
    Located,
    RowValues,
    ValueCheck,
    discrepancy,
    only_value,
    same_place,
    same_range,
    values_of_kinds,
)
from reports.checks.support.voting import several_against
from reports.comparison.rows import Cell, VersionRow
from reports.findings.model import Severity

_SMALL = 10
"""Numbers up to this are written in words and turned into other words ("both", "a pair")."""
_FIGURES = frozenset({AnchorKind.NUMBER, AnchorKind.PERCENTAGE, AnchorKind.REFERENCE})
_WORDED = frozenset({AnchorKind.FRACTION, AnchorKind.MONEY, AnchorKind.FREQUENCY})
"""What one version may have left out, or said in words that the language data do not know."""
_CALLED_SMALL = range(2, 100)
"""What a word that is often no quantity may count where the other version has another number in its place."""
_ANOTHER_ORDER = 10
"""How many times a small number in words a number in its place may be; chosen: "deux" for "twenty" would still be one."""
_ROMAN = range(1, 22)
"""What is numbered in Roman numerals: parts, phases, volumes, centuries ("Action 21", "на XXI век")."""
_DECADE = 10
"""The years of a decade: Chinese has 十年 where others have a word of its own."""
_DECADES = range(1, 10)
"""As many of them as are counted instead of years."""
_DUAL = 2
"""What a language with a dual says without a number."""
_DECADES_BEHIND = 20
"""Characters behind a number in which the word for ten years stands: " prochaines décennies"."""
_HUNDRED = 100
"""The share that is all of something."""
_INDEX_BASE = 100
"""What an index has at its base."""
_COUNCIL_NUMBERS = range(1000, 4000)
"""Numbers of resolutions of the Council that committees are called by."""
_CALENDAR = range(1900, 2101)
"""Numbers that may be years."""
_OWN_NUMBER = re.compile(r"\s?[.)\-–]\s+(?=[^\W\d])")
"""What stands between the number of a paragraph and its words."""
_NUMBER_BEFORE = re.compile(rf"\d\s?[{OPENING_BRACKETS}]$")


class NumberDiffers(ValueCheck):
    """A number, fraction, currency, frequency or paragraph reference of one version stands in no other."""

    code = "D201"
    since = "0.1.0"
    severity = Severity.CRITICAL
    category = "accuracy/number"
    noun = "number"
    occurrences_count = True
    style_parts_none = True

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

    def between(self, row: VersionRow) -> Callable[[str, str], list[Discrepancy]]:
        """Also small numbers in words ("deux") where the other version has another number in the same place."""
        firm = super().between(row)
        asked = (_with_small_words, _with_turned_decimals, _with_ordinals, _with_years_in_words, _fractions)
        loose = [RowValues(row, a, self.has, uncounted=self.in_other_form, replaces=self.replaces) for a in asked]
        details = other_details(row, lambda of: of != PART)

        def discrepancies(one: str, other: str) -> list[Discrepancy]:
            every = firm(one, other)
            for found in (discrepancy(one, other, gap) for values in loose for gap in values.gaps(one, other)):
                if not self._says(row, found):
                    continue
                known = [d for d in every if any(a is b for a in d.anchors for b in found.anchors)]
                if not any(d.missing and d.extra for d in known):
                    every = [d for d in every if d not in known] + [found]
            point = other_point(row.cells[one], row.cells[other])
            gaps = [*details(one, other), *([point] if point else [])]
            return [*every, *(discrepancy(one, other, gap) for gap in gaps)]

        return discrepancies

    def _says(self, row: VersionRow, found: Discrepancy) -> bool:
        """Whether values of which one is not firm differ: both are there, in one place, and the other may not be meant in another way."""
        if not (found.missing and found.extra and same_place(row, found)) or all(a.firm for a in found.anchors):
            return False
        sides = (found.missing, found.outlier), (found.extra, found.reference)
        return not any(
            self.has(row.cells[code], other)
            for (paragraph, anchor), code in sides
            if not anchor.firm
            for other in paragraph.anchors
            if other.span == anchor.span and other is not anchor
        )

    def has(self, cell: Cell, wanted: Anchor) -> bool:
        """Whether the figure stands anywhere, as part of a date or symbol too."""
        stated = cell.values
        match wanted.value:
            case Money(amount=amount):
                # Another currency beside the same sum differs; another sum is a figure that differs.
                return _has_sum(stated, wanted.value, amount)
            case Fraction(share=share) as part:
                return not stated.isdisjoint((part, Share(share), Number(share / 100)))
            case Frequency():
                return wanted.value in stated
            case FinancialYear() | Number() if _as_accounts(cell, wanted.value):
                return True
            case ParagraphReference(number=number) if _names_itself(cell, number):
                return True
            case Number(whole=number) if number is not None and (
                _in_decades(cell, number) or _names_itself(cell, number)
            ):
                return True
            case Number(whole=number) if number is not None and _as_roman(cell, number):
                return True
            case Share(figure=figure) if figure == _HUNDRED and _says_whole(cell):
                return True
            case Number(whole=1) if not any(c.isdigit() for c in wanted.text):
                return _has_one(cell)
            case Share(figure=figure) if figure in _of_values(stated).shares:
                return True
            case Number(figure=figure) | Share(figure=figure) if _other_sign(cell, figure) or (
                not wanted.firm and _other_sign(cell, _turned(figure))
            ):
                return False
        return _has_figure(cell, wanted.form) or ("." in wanted.form and _has_figure(cell, wanted.text.strip()))

    def in_other_form(self, cell: Cell, wanted: Anchor) -> bool:
        """In Roman numerals, as a part of the number of a section (6 and 2 of "6.2", or the other way round), as a year of accounts, as a
        decade."""
        if _as_accounts(cell, wanted.value):
            return True
        if not isinstance(wanted.value, Number):
            return False
        number = wanted.value.whole
        if number is None:
            return _has_figure(cell, wanted.form) or _has_figure(cell, wanted.text.strip())
        if _in_decades(cell, number):
            return True
        # Of "3.2.4" no part stands for itself: there the parts beside it tell what differs.
        part = re.compile(rf"(?<![\d.])(?:\d{{1,3}}\.{number}|{number}\.\d{{1,3}})(?!\d|\.\d)")
        return _as_roman(cell, number) or any(part.search(fold_plain(p.text)) for p in cell.paragraphs)

    def replaces(self, one: Anchor, other: Anchor) -> bool:
        """A number in words and one of another order count two things: "deux" beside "78ª"; figures may differ by any slip."""
        if not (isinstance(one.value, Number | Share) and isinstance(other.value, Number | Share)):
            return True
        in_figures = all(any(c.isdigit() for c in anchor.text) for anchor in (one, other))
        few, many = sorted((abs(one.value.figure), abs(other.value.figure)))
        return in_figures or many <= few * _ANOTHER_ORDER

    def points(self, row: VersionRow, found: Discrepancy) -> bool:
        """Whether the number of a paragraph cited differs, or what follows it ("8 bis")."""
        return any(
            a.kind is AnchorKind.REFERENCE or (isinstance(a.value, Detail) and a.value.of.startswith(REPEATED))
            for a in found.anchors
        )

    def one_slip(self, found: Discrepancy, later: Discrepancy) -> bool:
        """Both ends of a range that differ: "paragraphs 31 to 33", "paragraphs 32 to 34"."""
        return same_range(found, later)

    def weigh(self, row: VersionRow, found: Discrepancy) -> tuple[Severity, float] | None:
        """Two figures that differ are grave; a figure without any partner may be a matter of style."""
        if _are_decades(row, found) or _is_index(found):
            return None
        base = self.base(row, found)
        if found.missing and found.extra:
            if not all(a.firm for a in found.anchors) or found.anchors[0].kind is AnchorKind.FREQUENCY:
                return base.lower(), 0.8
            return base, 0.95
        anchor = only_value(found)[1]
        small = isinstance(anchor.value, Number | Share) and anchor.value.figure <= _SMALL
        if anchor.kind in _WORDED:
            if not _has_words_for(row.cells[found.outlier if found.missing else found.reference].language, anchor.kind):
                return None
            return (Severity.MINOR if anchor.kind is AnchorKind.FREQUENCY else base.lower()), 0.5
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
        if _is_own_number(row, found, paragraph, anchor):
            return None
        if _in_brackets(paragraph, anchor):
            return Severity.MINOR, 0.7
        # "The 1540 Committee", and "the Committee" where the text speaks of no other.
        if _names_a_body(row.cells[found.reference if found.missing else found.outlier], paragraph, anchor):
            return Severity.MINOR, 0.5
        if small:
            return Severity.MINOR, 0.5
        return base.lower(), 0.5 if several_against(found.others) else 0.7


class _Figures(NamedTuple):
    """The amounts of sums, the shares that fractions are, the figures of numbers and shares with their signs, those of numbers alone,
    the first years of years of accounts."""

    amounts: frozenset[Decimal]
    shares: frozenset[Decimal]
    signed: frozenset[Decimal]
    bare: frozenset[Decimal]
    accounts: frozenset[int]


def _names_a_body(cell: Cell, paragraph: Paragraph, anchor: Anchor) -> bool:
    """Whether a number is that of a resolution of the Council that a body is called by: between strokes with others, or one that the text
    cites with its year elsewhere and that can be no year itself."""
    number = _whole(anchor)
    if number is None or number not in _COUNCIL_NUMBERS or anchor.text != str(number):
        return False
    around = paragraph.text[anchor.span.start - 1 : anchor.span.start] + paragraph.text[anchor.span.end :][:1]
    if "/" in around:
        return True
    cited = (a.value for p in cell.resolution.paragraphs for a in p.anchors)
    return number not in _CALENDAR and any(
        isinstance(value, Citation) and value.symbol.has_session_in_brackets and value.symbol.number == str(number)
        for value in cited
    )


def _in_brackets(paragraph: Paragraph, anchor: Anchor) -> bool:
    """Whether a figure stands in brackets after another: the year of a resolution whose number says which one it is."""
    text = paragraph.text
    before, after = text[: anchor.span.start], text[anchor.span.end :]
    return bool(_NUMBER_BEFORE.search(before)) and after.startswith(tuple(CLOSING_BRACKETS))


def _is_own_number(row: VersionRow, found: Discrepancy, paragraph: Paragraph, anchor: Anchor) -> bool:
    """Whether a figure is the number that the others give the paragraph, behind words that stand out of place in the file."""
    behind = _OWN_NUMBER.match(paragraph.text, anchor.span.end)
    lacking = (found.outlier,) if found.missing else found.others
    return behind is not None and all(row.cells[code].first.number == anchor.form for code in lacking)


def _has_words_for(language: Language, kind: AnchorKind) -> bool:
    """Whether the data of a language know fractions, currencies or frequencies at all."""
    match kind:
        case AnchorKind.FRACTION:
            return bool(language.fractions.words or language.fractions.parts)
        case AnchorKind.FREQUENCY:
            return bool(language.frequency)
        case _:
            return bool(language.currencies)


def _has_sum(stated: frozenset[Value], wanted: Value, amount: Decimal) -> bool:
    """Whether a sum of money stands there: another currency beside the same amount differs, and the amount without one.

    Another amount is a figure that differs. "Between 10 and 20 million dollars" names the currency once.
    """
    figures = _of_values(stated)
    if amount in figures.amounts:
        return wanted in stated
    return amount not in figures.bare or bool(figures.amounts)


def _names_itself(cell: Cell, number: int) -> bool:
    """Whether a paragraph of this number, or one of its points, says "the present paragraph"."""
    itself = cell.language.references.itself
    stands = re.compile(rf"(?:^|\.)op{number}(?:\.|$)")
    return itself is not None and any(
        (p.number == str(number) or stands.search(p.id)) and itself.search(fold_plain(p.text)) for p in cell.paragraphs
    )


def _has_one(cell: Cell) -> bool:
    """Whether a cell says one, and not by an article alone: "une période de deux ans" does not."""
    anchors = [a for _, a in cell.anchors] + cell.footnote_anchors
    return any(
        "1" in _DIGITS.findall(f"{a.form} {a.text}")
        for a in anchors
        if (a.firm or a.kind is not AnchorKind.NUMBER) and a.kind in _SAY_FIGURES
    )


_DIGITS = re.compile(r"\d+")
_SAY_FIGURES = frozenset(
    {
        AnchorKind.NUMBER,
        AnchorKind.ORDINAL,
        AnchorKind.FREQUENCY,
        AnchorKind.FRACTION,
        AnchorKind.REFERENCE,
        AnchorKind.SESSION,
    }
)
"""Anchors by which a version may say one."""


def _says_whole(cell: Cell) -> bool:
    """Whether a cell says a hundred per cent in a word: "la totalité", "полное"."""
    whole = cell.language.numbers.whole
    return whole is not None and any(whole.search(fold_plain(p.text)) for p in cell.paragraphs)


def _as_accounts(cell: Cell, wanted: Value) -> bool:
    """Whether a year of accounts is there as two years ("2025–2026" for "2025/26"), or its second year as part of it."""
    match wanted:
        case FinancialYear(first=first):
            return {str(first), str(first + 1)} <= cell.figures
        case Number(whole=year) if year is not None:
            return year - 1 in _of_values(cell.values).accounts
    return False


def _as_roman(cell: Cell, number: int) -> bool:
    """Whether a small number stands there in Roman numerals: "phase 1", "этап I"."""
    if number not in _ROMAN:
        return False
    # A character of a script without spaces may touch it: 第VII/11号决定.
    letter = r"\w" if cell.language.spaced else r"[A-Za-z\d]"
    suffix = cell.language.numbers.ordinal_suffix
    ending = f"(?:{suffix.pattern})?" if suffix else ""  # "le XXIe siècle"
    printed = re.compile(rf"(?<![.])(?<!{letter})(?<!{letter}-){roman(number).upper()}{ending}(?!\.?{letter})")
    return any(printed.search(p.text) for p in cell.paragraphs)


def _are_decades(row: VersionRow, found: Discrepancy) -> bool:
    """Whether the years of one of two versions are the decades of the other: "thirty years", "three decades"."""
    if not (found.missing and found.extra):
        return False
    sides = (found.missing, found.reference, found.extra), (found.extra, found.outlier, found.missing)
    return any(
        _counts_decades(row.cells[code], fewer[1]) and _whole(more[1]) == 10 * (_whole(fewer[1]) or -1)
        for fewer, code, more in sides
    )


def _is_index(found: Discrepancy) -> bool:
    """Whether one version gives as an index what the other gives in per cent above the base: "a level of 117", "une marge de 17 pour cent"."""
    if not (found.missing and found.extra):
        return False
    match [found.missing[1].value, found.extra[1].value]:
        case [Share(figure=share), Number(figure=index)] | [Number(figure=index), Share(figure=share)]:
            return 0 < share < _INDEX_BASE and index == _INDEX_BASE + share
    return False


def _in_decades(cell: Cell, years: int) -> bool:
    """Whether a cell says a number of years in decades: "a decade", "two decades", "عقدين"."""
    decades, rest = divmod(years, _DECADE)
    numbers = cell.language.numbers
    if rest or decades not in _DECADES:
        return False
    if decades == 1 and numbers.decade is not None:
        return any(numbers.decade.search(fold_plain(p.text)) for p in cell.paragraphs)
    dual = numbers.two_decades if decades == _DUAL else None
    if dual is not None and any(dual.search(fold_plain(p.text)) for p in cell.paragraphs):
        return True
    return any(_whole(a) == decades and _counts_decades(cell, a) for _, a in cell.anchors)


def _whole(anchor: Anchor) -> int | None:
    return anchor.value.whole if isinstance(anchor.value, Number) else None


def _counts_decades(cell: Cell, number: Anchor) -> bool:
    """Whether a word for ten years stands right behind a number."""
    decade = cell.language.numbers.decade
    paragraph = next((p for p, a in cell.anchors if a is number), None)
    if decade is None or paragraph is None:
        return False
    behind = paragraph.text[number.span.end : number.span.end + _DECADES_BEHIND]
    return decade.search(fold_plain(behind)) is not None


def _has_figure(cell: Cell, figure: str) -> bool:
    if figure in cell.figures:
        return True
    # "pre-1967", "A320": figures that are part of a word are no anchors, but they are there.
    if figure.isdecimal():
        return len(figure) > 2 and figure in cell.printed_digits
    # "1.5", but not in "11.5"; a section may be "6-2", and "2-6" where it runs from the right.
    whole, _, part = figure.partition(".")
    ways = [re.escape(figure)]
    if part:
        ways += [rf"{whole}\s?[-–/]\s?{part}", rf"{part}\s?[-–/.]\s?{whole}"]
    printed = re.compile(rf"(?<!\d)(?:{'|'.join(ways)})(?!\d)")
    return len(figure) > 2 and any(printed.search(fold_plain(p.text)) for p in cell.paragraphs)


@lru_cache(maxsize=64)
def _of_values(stated: frozenset[Value]) -> _Figures:
    return _Figures(
        frozenset(v.amount for v in stated if isinstance(v, Money)),
        frozenset(v.share for v in stated if isinstance(v, Fraction)),
        frozenset(v.figure for v in stated if isinstance(v, Number | Share)),
        frozenset(v.figure for v in stated if isinstance(v, Number)),
        frozenset(v.first for v in stated if isinstance(v, FinancialYear)),
    )


def _other_sign(cell: Cell, figure: Decimal) -> bool:
    """Whether the same figure stands with the other sign, and never with its own."""
    figures = _of_values(cell.values).signed
    return figure != 0 and -figure in figures and figure not in figures


def _turned(figure: Decimal) -> Decimal:
    """A decimal fraction as it reads from the other side: 5.2 for 2.5."""
    whole, _, part = f"{abs(figure):f}".partition(".")
    return Decimal(f"{part or 0}.{whole}").copy_sign(figure)


def _with_turned_decimals(cell: Cell) -> dict[str, Located]:
    """The figures of a cell, and decimal fractions that may run from the right: each way of reading "1,5" is a value."""
    found = values_of_kinds(cell, *_FIGURES)
    for paragraph, anchor in cell.anchors:
        if not anchor.firm and isinstance(anchor.value, Number) and _DECIMAL.fullmatch(anchor.text):
            found.setdefault(anchor.form, (paragraph, anchor))
    return found


_DECIMAL = re.compile(r"[-\u2212]?\d+[.,\u066b]\d+")


def _with_ordinals(cell: Cell) -> dict[str, Located]:
    """The numbers of a cell, and its ordinal ones, in words and Roman numerals: what one language orders another may count (六十周年)."""
    found = values_of_kinds(cell, *_FIGURES)
    parts = [(p.id, a.span) for p, a in cell.details if isinstance(a.value, Detail) and a.value.of == PART]
    for paragraph, anchor in cell.anchors:
        # Which half or quarter of a year it is has a check of its own.
        of_year = any(
            where == paragraph.id and span.start < anchor.span.end and anchor.span.start < span.end
            for where, span in parts
        )
        if (anchor.kind is AnchorKind.ORDINAL or _has_ordinal_sign(paragraph, anchor)) and not of_year:
            found.setdefault(anchor.form, (paragraph, anchor))
    return found


def _with_years_in_words(cell: Cell) -> dict[str, Located]:
    """The figures of a cell, and the years that are part of a word: "mi-2026", "post-2015"."""
    found = values_of_kinds(cell, *_FIGURES)
    for paragraph, anchor in cell.details:
        if isinstance(anchor.value, Number):
            found.setdefault(anchor.form, (paragraph, anchor))
    return found


def _has_ordinal_sign(paragraph: Paragraph, anchor: Anchor) -> bool:
    """Whether a number is an ordinal by the sign before it: 第五委员会."""
    sign = language_of(paragraph).sessions.ordinal_sign
    return bool(sign) and anchor.kind is AnchorKind.NUMBER and paragraph.text.endswith(sign, 0, anchor.span.start)


def _fractions(cell: Cell) -> dict[str, Located]:
    """The fractions of a cell, and what may be one: "one in three", and words that are numbers too."""
    return {a.form: (p, a) for p, a in cell.anchors if a.kind is AnchorKind.FRACTION}


def _with_small_words(cell: Cell) -> dict[str, Located]:
    """The figures of a cell, and the small numbers that it spells in words which are often no quantity, or in an adjective ("четырехлетний")."""
    found = values_of_kinds(cell, *_FIGURES)
    for paragraph, anchor in cell.anchors:
        if anchor.firm or not isinstance(anchor.value, Number) or anchor.value.whole not in _CALLED_SMALL:
            continue
        language = language_of(paragraph)
        word = fold_plain(anchor.text)
        if language.spaced and (
            word in language.derived(number_words).units or is_compound_number(anchor.text, language)
        ):
            found.setdefault(anchor.form, (paragraph, anchor))
    return found


CHECK = NumberDiffers()
