"""Document symbols: every printed form cut into its parts and printed again; found in the words of six languages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpora.annotation.anchors import anchors_of
from corpora.languages import language
from corpora.model import stating
from corpora.text.symbol_words import in_words
from corpora.text.symbols import answers_to, canonical_symbol, parse_symbol
from corpora.values import Citation, DocumentSymbol, SymbolType
from tests.support.sample import LANGUAGES

RESOLUTION, DECISION, DRAFT = SymbolType.RESOLUTION, SymbolType.DECISION, SymbolType.DRAFT
STATEMENT, DOCUMENT = SymbolType.STATEMENT, SymbolType.DOCUMENT


@pytest.mark.parametrize(
    ("text", "symbol", "canonical"),
    [
        ("A/RES/56/1", DocumentSymbol(RESOLUTION, "A", "56", "1"), "A/RES/56/1"),
        ("S/RES/1373 (2001)", DocumentSymbol(RESOLUTION, "S", "2001", "1373"), "S/RES/1373(2001)"),
        ("E/RES/2002/19", DocumentSymbol(RESOLUTION, "E", "2002", "19"), "E/RES/2002/19"),
        ("217 A (III)", DocumentSymbol(RESOLUTION, "", "III", "217A"), "217A(III)"),
        ("3201 (S-VI)", DocumentSymbol(RESOLUTION, "", "S-VI", "3201"), "3201(S-VI)"),
        ("A/RES/217 A (III)", DocumentSymbol(RESOLUTION, "A", "III", "217A"), "A/RES/217A(III)"),
        ("a/res/57/270b", DocumentSymbol(RESOLUTION, "A", "57", "270B"), "A/RES/57/270B"),
        ("A/HRC/RES/7/1", DocumentSymbol(RESOLUTION, "A/HRC", "7", "1"), "A/HRC/RES/7/1"),
        ("A/RES/ES-11/1", DocumentSymbol(RESOLUTION, "A", "ES-11", "1"), "A/RES/ES-11/1"),
        ("A/RES/64/69 A-B", DocumentSymbol(RESOLUTION, "A", "", "64/69A-B"), "A/RES/64/69A-B"),
        ("S/RES/2001/5", DocumentSymbol(RESOLUTION, "S", "", "2001/5"), "S/RES/2001/5"),
        ("A/DEC/56/401", DocumentSymbol(DECISION, "A", "56", "401"), "A/DEC/56/401"),
        ("A/C.3/57/L.12/Rev.1", DocumentSymbol(DRAFT, "A/C.3", "57", "12", ("REV.1",)), "A/C.3/57/L.12/REV.1"),
        ("E/CN.15/2002/L.5", DocumentSymbol(DRAFT, "E/CN.15", "2002", "5"), "E/CN.15/2002/L.5"),
        ("S/PRST/2020/11", DocumentSymbol(STATEMENT, "S", "2020", "11"), "S/PRST/2020/11"),
        (
            "A/56/100/Add.1/Corr.2",
            DocumentSymbol(DOCUMENT, "A", "56", "100", ("ADD.1", "CORR.2")),
            "A/56/100/ADD.1/CORR.2",
        ),
        ("S/2001/1", DocumentSymbol(DOCUMENT, "S", "2001", "1"), "S/2001/1"),
        ("S/PV.4772", DocumentSymbol(DOCUMENT, "S/PV.4772", "", ""), "S/PV.4772"),
    ],
)
def test_printed_forms(text: str, symbol: DocumentSymbol, canonical: str) -> None:
    assert parse_symbol(text) == symbol
    assert str(symbol) == canonical == canonical_symbol(text)


changes = st.lists(
    st.builds(lambda k, n: f"{k}.{n}", st.sampled_from(["ADD", "CORR", "REV"]), st.integers(1, 40)), max_size=2
).map(tuple)
letters = st.sampled_from(["", "A", "B", "C"])
numbers = st.integers(1, 400)
resolutions = st.one_of(
    st.builds(
        lambda y, n: DocumentSymbol(RESOLUTION, "S", str(y), str(n)), st.integers(1946, 2060), st.integers(1, 4000)
    ),
    st.builds(
        lambda s, n, x: DocumentSymbol(RESOLUTION, "A", str(s), f"{n}{x}"), st.integers(31, 120), numbers, letters
    ),
    st.builds(
        lambda y, n: DocumentSymbol(RESOLUTION, "E", str(y), str(n)), st.integers(1978, 2060), st.integers(1, 60)
    ),
    st.builds(
        lambda s, n, x: DocumentSymbol(RESOLUTION, "", s, f"{n}{x}"),
        st.sampled_from(["I", "III", "V", "XXV", "XXX", "S-VI"]),
        st.integers(1, 3600),
        letters,
    ),
)
others = st.one_of(
    st.builds(
        lambda b, s, n, c: DocumentSymbol(DRAFT, b, str(s), str(n), c),
        st.sampled_from(["A/C.3", "A/C.1", "E/CN.15"]),
        st.integers(31, 99),
        numbers,
        changes,
    ),
    st.builds(
        lambda b, y, n, c: DocumentSymbol(DOCUMENT, b, str(y), str(n), c),
        st.sampled_from(["S", "E/CN.15", "A/AC.109"]),
        st.integers(1990, 2040),
        numbers,
        changes,
    ),
    st.builds(lambda y, n: DocumentSymbol(STATEMENT, "S", str(y), str(n)), st.integers(1994, 2040), numbers),
)


@settings(deadline=None)
@given(st.one_of(resolutions, others))
def test_round_trip(symbol: DocumentSymbol) -> None:
    assert parse_symbol(str(symbol)) == symbol
    assert parse_symbol(str(symbol).lower().replace("(", " (")) == symbol


@settings(deadline=None)
@given(st.text(alphabet="AESC/RD.L()0123456789IVX -bé", max_size=30))
def test_no_text_loses_a_letter(text: str) -> None:
    assert str(parse_symbol(text)) == canonical_symbol(text)


@settings(deadline=None)
@given(resolutions, st.sampled_from(LANGUAGES))
def test_said_in_words_and_found_again(symbol: DocumentSymbol, code: str) -> None:
    text = in_words(symbol, language(code))
    assert [citation.symbol for _, citation in stating(anchors_of(text, language(code)), Citation)] == [symbol]


@pytest.mark.parametrize(
    ("symbol", "given", "meant"),
    [
        ("S/RES/2672(2023)", "2672", True), ("S/RES/2672(2023)", "s/res/2672", True), ("S/RES/2672(2023)", "2672 (2023)", True),
        ("E/RES/2002/19", "2002/19", True), ("A/HRC/RES/48/1", "48/1", True), ("A/RES/76/1", "A/RES/76/11", False),
        ("A/RES/76/1", "E/RES/76/1", False), ("A/RES/76/1", "1", False), ("E/2031/L.20", "e/2031/l.20", True),
    ],
)  # fmt: skip
def test_a_symbol_may_be_named_short(symbol: str, given: str, meant: bool) -> None:
    assert answers_to(symbol, given) is meant
