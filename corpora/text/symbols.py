"""Document symbols of resolutions: from a heading or a running text to the form that all languages share.

Forms: United Nations Editorial Manual, "Document symbols"; A/RES/56/1, E/RES/2002/19, S/RES/1373 (2001), 217 A (III).
"""

from __future__ import annotations

import re

from corpora.text.folding import fold_plain

_FULL = re.compile(r"\b([AESC]/(?:[A-Z0-9.\-]+/)*[A-Z0-9][A-Z0-9.\-]*(?:\s?\(\d{4}\))?)", re.IGNORECASE)
_COUNCIL = re.compile(r"\b(\d{1,4})\s?\(((?:19|20)\d\d)\)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_COUNCIL_SYMBOL = re.compile(r"S/RES/(\d+)\((\d{4})\)")
_PAIR = re.compile(r"\b((?:es-|s-)?\d{1,4})/(\d{1,3})(\s?[A-Z])?\b", re.IGNORECASE)


def canonical_pair(first: str, second: str, letter: str = "") -> str:
    """The symbol of "56/1" or "2002/19": a four-digit year is the Council's, a session the Assembly's.

    >>> canonical_pair("2002", "19"), canonical_pair("56", "1")
    ('E/RES/2002/19', 'A/RES/56/1')
    """
    series = "E" if _YEAR.fullmatch(first) else "A"
    return f"{series}/RES/{first.upper()}/{int(second)}{letter.strip().upper()}"


def canonical_council(number: str, year: str) -> str:
    """The symbol of "1373 (2001)": S/RES/1373(2001)."""
    return f"S/RES/{int(number)}({year})"


def canonical_symbol(text: str) -> str:
    """A printed symbol without spaces, in capitals; "S/RES/1373 (2001)" gives S/RES/1373(2001)."""
    compact = "".join(fold_plain(text).split()).upper()
    match = _COUNCIL_SYMBOL.fullmatch(compact)
    return canonical_council(*match.groups()) if match else compact.rstrip(".")


def symbol_of_heading(text: str, organ: str | None = None) -> str | None:
    """The symbol that a heading states ("## 2002/19", "Résolution 1236 (1999)", "S/RES/1236 (1999)"), or None."""
    if len(text) > 160:
        return None
    if match := _FULL.search(text):
        return canonical_symbol(match.group(1))
    if match := _COUNCIL.search(fold_plain(text)):
        return canonical_council(match.group(1), match.group(2))
    if match := _PAIR.search(fold_plain(text)):
        symbol = canonical_pair(match.group(1), match.group(2), match.group(3) or "")
        if organ == "HRC":
            return symbol.replace("A/RES/", "A/HRC/RES/")
        return symbol
    return None


def is_symbol(text: str) -> bool:
    """Whether a text is a document symbol and nothing else: "A/RES/56/1", "S/RES/1373 (2001)"."""
    return _FULL.fullmatch(text.strip()) is not None


_TITLE_AFTER = re.compile(r"\. ?[^\W\d_]{4}")


def is_symbol_line(text: str) -> bool:
    """Whether a line holds a symbol and next to nothing else; "56/1. Peace" is a title."""
    folded = fold_plain(text).strip(" .#*")
    for pattern in (_FULL, _COUNCIL, _PAIR):
        match = pattern.search(folded)
        if match and len(folded) - len(match.group()) <= 12:
            return _TITLE_AFTER.match(folded, match.end()) is None
    return False


_COUNCIL_YEAR = re.compile(r"S/RES/\d+\((\d{4})\)")
_ECOSOC_YEAR = re.compile(r"E/RES/(\d{4})/\d+")
_SESSION = re.compile(r"A/RES/(\d{1,3})/\d+[A-Z]?")
_ROMAN_SESSION = re.compile(r"\d+[A-Z]?\(([IVXL]+)\)")
_ROMAN_LETTERS = {"I": 1, "V": 5, "X": 10, "L": 50}


def years_of(symbol: str) -> tuple[int, int] | None:
    """The first and the last year in which a resolution of this symbol can have been adopted; None where it does not say.

    Session n of the General Assembly opens in September of 1945 + n and ends a year later.

    >>> years_of("A/RES/56/123"), years_of("S/RES/1373(2001)"), years_of("217A(III)")
    ((2001, 2002), (2001, 2001), (1948, 1949))
    """
    if match := _COUNCIL_YEAR.fullmatch(symbol) or _ECOSOC_YEAR.fullmatch(symbol):
        return int(match.group(1)), int(match.group(1))
    if match := _SESSION.fullmatch(symbol):
        session = int(match.group(1))
    elif match := _ROMAN_SESSION.fullmatch(symbol):
        values = [_ROMAN_LETTERS[c] for c in match.group(1)]
        session = sum(-v if v < max(values[i + 1 :], default=0) else v for i, v in enumerate(values))
    else:
        return None
    return (1945 + session, 1946 + session) if 1 <= session <= 150 else None
