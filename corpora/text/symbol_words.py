"""Document symbols as running text says them: "General Assembly resolution 56/1"."""

from __future__ import annotations

import re

from corpora.languages import Language
from corpora.values import DocumentSymbol, SymbolType


def in_words(symbol: DocumentSymbol, language: Language) -> str:
    """The symbol as running text of a language says it; a symbol of no known form as a document's."""
    words = language.symbols
    if symbol.type is SymbolType.RESOLUTION and symbol.number[:1].isdecimal():
        council = symbol.body == "S" and symbol.session
        number = f"{symbol.number} ({symbol.session})" if council else _short(symbol)
        phrase = {"A": words.A, "": words.A, "S": words.S, "E": words.E}.get(symbol.body, words.other)
        return phrase.format(number=number)
    if symbol.type is SymbolType.DECISION:
        return words.decision.format(number=_short(symbol))
    return words.document.format(number=str(symbol))


_NUMBER_AND_LETTER = re.compile(r"(\d+)([A-Z]?)")


def _short(symbol: DocumentSymbol) -> str:
    """Session and number as a text cites them: "56/123", "217 A (III)"."""
    match = _NUMBER_AND_LETTER.fullmatch(symbol.number)
    digits, letter = match.groups() if match else (symbol.number, "")
    numbered = f"{digits} {letter}" if letter else digits
    if symbol.has_session_in_brackets:
        return f"{numbered} ({symbol.session})"
    return f"{symbol.session}/{numbered}" if symbol.session else numbered
