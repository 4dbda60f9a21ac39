"""Values: equal by what they mean, printed in the form that all languages share. All texts are our own."""

from __future__ import annotations

from decimal import Decimal

import pytest

from corpora.annotation.anchors import anchors_of
from corpora.languages import language
from corpora.model import Anchor, Span
from corpora.text.symbols import parse_symbol
from corpora.values import (
    AnchorKind,
    Citation,
    Connective,
    Date,
    Designation,
    FinancialYear,
    Frequency,
    Money,
    Name,
    Number,
    Ordinal,
    ParagraphReference,
    Period,
    PeriodUnit,
    Qualifier,
    Quantifier,
    Session,
    Share,
    Value,
)

SHOWN: list[tuple[Value, AnchorKind, str]] = [
    (Number(Decimal("1E+7")), AnchorKind.NUMBER, "10000000"),
    (Number(Decimal("6.50").normalize()), AnchorKind.NUMBER, "6.5"),
    (FinancialYear(2024), AnchorKind.NUMBER, "2024/25"),
    (FinancialYear(1999), AnchorKind.NUMBER, "1999/00"),
    (Designation("0101.06"), AnchorKind.NUMBER, "0101.06"),
    (Share(Decimal(12)), AnchorKind.PERCENTAGE, "12"),
    (Money(Decimal("1E+7"), "USD"), AnchorKind.MONEY, "USD 10000000"),
    (Date(2001, 9, 12), AnchorKind.DATE, "2001-09-12"),
    (Date(2001, 9, None), AnchorKind.DATE, "2001-09"),
    (Date(None, 9, 12), AnchorKind.DATE, "--09-12"),
    (Citation(parse_symbol("S/RES/1373 (2001)")), AnchorKind.CITATION, "S/RES/1373(2001)"),
    (Frequency(Period(6, PeriodUnit.MONTH)), AnchorKind.FREQUENCY, "P6M"),
    (Session(12), AnchorKind.SESSION, "12"),
    (Ordinal(3), AnchorKind.ORDINAL, "3"),
    (ParagraphReference(7), AnchorKind.REFERENCE, "7"),
    (Name("general_assembly"), AnchorKind.NAME, "general_assembly"),
    (Qualifier("on_request"), AnchorKind.QUALIFIER, "on_request"),
]


@pytest.mark.parametrize(("value", "kind", "form"), SHOWN)
def test_kind_and_form(value: Value, kind: AnchorKind, form: str) -> None:
    anchor = Anchor(value, "x", Span(0, 1))
    assert (anchor.kind, anchor.form, f"{anchor.kind}:{anchor.form}") == (kind, form, f"{kind.value}:{form}")


def test_values_of_two_kinds_are_never_equal() -> None:
    twelve: list[Value] = [
        Number(Decimal(12)),
        Share(Decimal(12)),
        Session(12),
        Ordinal(12),
        ParagraphReference(12),
    ]
    assert len(set(twelve)) == 5 and {str(value) for value in twelve} == {"12"}
    assert Number(Decimal("1E+2")) == Number(Decimal(100))


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (Date(2001, 9, 12), Date(None, 9, 12), True),
        (Date(2001, 9, 12), Date(2001, 9, None), True),
        (Date(2001, 9, 12), Date(2002, 9, 12), False),
        (Date(None, 9, 12), Date(None, 9, 13), False),
        (Date(2001, 9, None), Date(2001, 10, None), False),
    ],
)
def test_dates_agree_where_both_say_something(first: Date, second: Date, same: bool) -> None:
    assert first.agrees(second) is same and second.agrees(first) is same


def test_a_date_lies_before_a_day_only_as_a_whole() -> None:
    day = Date(2020, 9, 17)
    assert Date(2020, 9, 16).is_before(day) and Date(2020, 8, None).is_before(day)
    assert not Date(2020, 9, None).is_before(day) and not Date(None, 1, 1).is_before(day) and not day.is_before(day)


@pytest.mark.parametrize(
    ("code", "text"),
    [("en", "the budget for 2024/25 a year later"), ("es", "el presupuesto de 2024/25 a la Comisión")],
)
def test_a_year_of_accounts_ends_with_its_figures(code: str, text: str) -> None:
    found = [a for a in anchors_of(text, language(code)) if isinstance(a.value, FinancialYear)]
    assert [(a.value, a.text) for a in found] == [(FinancialYear(2024), "2024/25")]


def test_a_year_of_accounts_is_no_sum() -> None:
    anchors = anchors_of("for 2024/25 dollars were asked, 12 million dollars", language("en"))
    assert [a.form for a in anchors if a.kind is AnchorKind.MONEY] == ["USD 12000000"]


def test_a_day_before_a_month_is_no_month() -> None:
    forms = [a.form for a in anchors_of("paragraphes 2 et 3 et juin 2022", language("fr")) if a.kind is AnchorKind.DATE]
    assert forms == ["2022-06"]


def test_a_share_has_no_idle_zeros() -> None:
    assert [a.form for a in anchors_of("百分之12.50", language("zh")) if a.kind is AnchorKind.PERCENTAGE] == ["12.5"]


def test_a_period_is_read_as_it_is_printed() -> None:
    assert [str(Period.read(text)) for text in ("P14D", "P6M", "P1Y")] == ["P14D", "P6M", "P1Y"]
    for text in ("", "6M", "PM", "P1W", "P1Y6M"):
        with pytest.raises(ValueError, match=r"."):
            Period.read(text)


def test_quantifiers_are_told_apart_by_their_root() -> None:
    assert Quantifier.of("toute") == Quantifier.of("toutes") != Quantifier.of("chaque")


def test_a_connective_within_another_is_none_of_its_own() -> None:
    both, one = Connective("joining", ("and", "or")), Connective("joining", ("and",))
    assert one.is_part_of(both) and not both.is_part_of(one) and not one.is_part_of(one)
    assert both.stands_in(["men", "and", "or", "women"]) and not both.stands_in(["and", "men", "or"])


@pytest.mark.parametrize("text", ["2002-02-30", "2002-07", "24 July 2002", ""])
def test_a_day_is_read_whole_or_not_at_all(text: str) -> None:
    assert Date.read("2002-07-24") == Date(2002, 7, 24)
    with pytest.raises(ValueError):
        Date.read(text)
