"""Document symbols: every printed form read, formatted and read again; said in six languages and found there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora.annotation.anchors import anchors_of
from corpora.text.document_symbols import DocumentSymbol, SymbolType, parse_symbol
from tests.support.sample import LANGUAGES


@pytest.mark.parametrize(
    ("text", "kind", "canonical"),
    [
        ("A/RES/56/1", SymbolType.RESOLUTION, "A/RES/56/1"), ("S/RES/1373 (2001)", SymbolType.RESOLUTION, "S/RES/1373(2001)"), ("E/RES/2002/19", SymbolType.RESOLUTION, "E/RES/2002/19"),
        ("217 A (III)", SymbolType.RESOLUTION, "A/RES/217A(III)"), ("3201 (S-VI)", SymbolType.RESOLUTION, "A/RES/3201(S-VI)"), ("a/res/57/270b", SymbolType.RESOLUTION, "A/RES/57/270B"),
        ("A/HRC/RES/7/1", SymbolType.RESOLUTION, "A/HRC/RES/7/1"), ("A/RES/ES-11/1", SymbolType.RESOLUTION, "A/RES/ES-11/1"), ("A/DEC/56/401", SymbolType.DECISION, "A/DEC/56/401"),
        ("A/C.3/57/L.12/Rev.1", SymbolType.DRAFT, "A/C.3/57/L.12/Rev.1"), ("E/CN.15/2002/L.5", SymbolType.DRAFT, "E/CN.15/2002/L.5"), ("S/PRST/2020/11", SymbolType.STATEMENT, "S/PRST/2020/11"),
        ("E/CN.15/2002/2/Corr.1", SymbolType.DOCUMENT, "E/CN.15/2002/2/Corr.1"), ("A/56/100/Add.1/Corr.2", SymbolType.DOCUMENT, "A/56/100/Add.1/Corr.2"), ("S/2001/1", SymbolType.DOCUMENT, "S/2001/1"),
    ],
)  # fmt: skip
def test_printed_forms(text: str, kind: SymbolType, canonical: str) -> None:
    symbol = parse_symbol(text)
    assert symbol is not None and symbol.kind is kind and str(symbol) == canonical
    assert parse_symbol(str(symbol)) == symbol


@pytest.mark.parametrize(
    "text", ["", "Assemblée", "2002", "A/", "A/RES/", "RES/56/1x", "A/RES/56/1; DROP", "A/RES/56/1/Foo.1"]
)
def test_what_is_no_symbol(text: str) -> None:
    assert parse_symbol(text) is None


changes = st.lists(
    st.builds(lambda k, n: f"{k}.{n}", st.sampled_from(["Add", "Corr", "Rev"]), st.integers(1, 40)), max_size=2
).map(tuple)
letters = st.sampled_from(["", "A", "B", "C"])
numbers = st.integers(1, 400)
resolutions = st.one_of(
    st.builds(lambda y, n: DocumentSymbol(SymbolType.RESOLUTION, "S", str(y), str(n)), st.integers(1946, 2060), st.integers(1, 4000)),
    st.builds(lambda s, n, x: DocumentSymbol(SymbolType.RESOLUTION, "A", str(s), f"{n}{x}"), st.integers(31, 120), numbers, letters),
    st.builds(lambda y, n: DocumentSymbol(SymbolType.RESOLUTION, "E", str(y), str(n)), st.integers(1978, 2060), st.integers(1, 60)),
    st.builds(lambda s, n, x: DocumentSymbol(SymbolType.RESOLUTION, "A", s, f"{n}{x}"), st.sampled_from(["I", "III", "V", "XXV", "XXX", "S-VI"]), st.integers(1, 3600), letters),
)  # fmt: skip
others = st.one_of(
    st.builds(lambda b, s, n, c: DocumentSymbol(SymbolType.DRAFT, b, str(s), str(n), c), st.sampled_from(["A/C.3", "A/C.1", "E/CN.15"]), st.integers(31, 99), numbers, changes),
    st.builds(lambda b, y, n, c: DocumentSymbol(SymbolType.DOCUMENT, b, str(y), str(n), c), st.sampled_from(["S", "E/CN.15", "A/CONF.203"]), st.integers(1990, 2040), numbers, changes),
    st.builds(lambda y, n: DocumentSymbol(SymbolType.STATEMENT, "S", str(y), str(n)), st.integers(1994, 2040), numbers),
)  # fmt: skip


@given(st.one_of(resolutions, others))
def test_round_trip(symbol: DocumentSymbol) -> None:
    assert parse_symbol(str(symbol)) == symbol
    assert parse_symbol(str(symbol).lower().replace("(", " (")) == symbol


@given(resolutions, st.sampled_from(LANGUAGES))
def test_said_in_words_and_found_again(symbol: DocumentSymbol, code: str) -> None:
    found = [a.value for a in anchors_of(symbol.in_words(code), code) if a.kind == "citation"]
    assert [parse_symbol(value) for value in found] == [symbol]
