"""Document symbols: from a heading or a running text to the form that all languages share, and cut into their parts.

Series and forms: United Nations Editorial Manual, "Document symbols"; Dag Hammarskjöld Library, "UN Document Symbols";
A/RES/56/1, E/RES/2002/19, S/RES/1373 (2001), 217 A (III), A/C.3/57/L.12/Rev.1, E/CN.15/2002/2.
"""

from __future__ import annotations

import re
from dataclasses import replace

from corpora.text.folding import fold_plain
from corpora.text.scripts import CYRILLIC_SMALL, LATIN_SMALL, is_han
from corpora.values import DocumentSymbol, SymbolType

_FULL = re.compile(r"\b([AESC]/(?:[A-Z0-9.\-]+/)*[A-Z0-9][A-Z0-9.\-]*(?:\s?\(\d{4}\))?)", re.IGNORECASE)
# Chinese characters may touch a number, letters that are written in words may not.
_LETTERS = LATIN_SMALL + CYRILLIC_SMALL + "0-9_"
_COUNCIL = re.compile(rf"(?<![{_LETTERS}])(\d{{1,4}})\s?\(((?:19|20)\d\d)\)", re.IGNORECASE)
_FOUR_FIGURES = re.compile(r"\d{4}")
_SESSION_NUMBER = re.compile(r"\d{1,3}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_COUNCIL_SYMBOL = re.compile(r"S/RES/(\d+)\((\d{4})\)")
_ORGAN_BEFORE = re.compile(r"^[A-Z]+(?:/[A-Z]+)*/(?:RES|DEC)/")
_YEAR_BEHIND = re.compile(r"\(\d{4}\)$")
_PAIR = re.compile(rf"(?<![{_LETTERS}])((?:es-|s-)?\d{{1,4}})/(\d{{1,3}})(\s?[A-Z])?(?![{_LETTERS}])", re.IGNORECASE)


_DECISIONS = {"A": range(401, 700), "E": range(201, 500), "A/HRC": range(101, 300)}
"""The numbers that an organ counts its decisions by: the General Assembly since its thirty-first session ("79/545"), the Economic and
Social Council ("2023/301") and the Human Rights Council ("55/101"). Source: the lists of decisions in their official records; the
ends are chosen above the highest of them."""
_ASSEMBLY_PAIR = re.compile(r"A/(?:RES|DEC)/(.+/(\d+)[A-Z]?)")


def canonical_pair(first: str, second: str, letter: str = "", *, decision: bool = False) -> str:
    """The symbol of "56/1" or "2002/19": a four-digit year is the Council's, a session the Assembly's.

    A number that only decisions have is a decision's; ``decision`` says that the words beside it call it one.

    >>> canonical_pair("2002", "19"), canonical_pair("56", "1"), canonical_pair("2023", "301"), canonical_pair("79", "545")
    ('E/RES/2002/19', 'A/RES/56/1', 'E/DEC/2023/301', 'A/DEC/79/545')
    """
    organ = "E" if _YEAR.fullmatch(first) else "A"
    series = "DEC" if decision or int(second) in _DECISIONS[organ] else "RES"
    return f"{organ}/{series}/{first.upper()}/{int(second)}{letter.strip().upper()}"


def of_human_rights_council(symbol: str, *, decision: bool = False) -> str:
    """A symbol made from session and number, which is the Assembly's by its form, as that of the Human Rights Council.

    >>> of_human_rights_council("A/RES/50/1"), of_human_rights_council("A/RES/50/101"), of_human_rights_council("S/RES/1(1946)")
    ('A/HRC/RES/50/1', 'A/HRC/DEC/50/101', 'S/RES/1(1946)')
    """
    match = _ASSEMBLY_PAIR.fullmatch(symbol)
    if match is None:
        return symbol
    decided = decision or int(match.group(2)) in _DECISIONS["A/HRC"]
    return f"A/HRC/{'DEC' if decided else 'RES'}/{match.group(1)}"


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
        return of_human_rights_council(symbol) if organ == "HRC" else symbol
    return None


def answers_to(symbol: str, given: str) -> bool:
    """Whether a symbol is what somebody means who leaves out what its neighbours share: the organ, the year.

    >>> answers_to("S/RES/2672(2023)", "2672"), answers_to("E/RES/2002/19", "2002/19"), answers_to("A/RES/76/1", "A/RES/76/11")
    (True, True, False)
    """
    whole, wanted = canonical_symbol(symbol), canonical_symbol(given)
    without_year = _YEAR_BEHIND.sub("", whole)
    return wanted in (whole, without_year, _ORGAN_BEFORE.sub("", whole), _ORGAN_BEFORE.sub("", without_year))


def is_symbol(text: str) -> bool:
    """Whether a text is a document symbol and nothing else: "A/RES/56/1", "S/RES/1373 (2001)"."""
    return _FULL.fullmatch(text.strip()) is not None


def is_act(symbol: str) -> bool:
    """Whether a symbol is that of a resolution or a decision, not of a letter, a report or a draft."""
    return "/RES/" in symbol or is_decision(symbol)


def is_decision(symbol: str) -> bool:
    """Whether a symbol is that of a decision."""
    return "/DEC/" in symbol


_TITLE_AFTER = re.compile(r"\. ?[^\W\d_]{4}")


_LITTLE, _LITTLE_HAN = 12, 5
"""Characters beside a symbol that are next to nothing: "Resolution", "第…号决议"; chosen."""


def _is_little(beside: str) -> bool:
    return len(beside) <= _LITTLE and sum(map(is_han, beside)) <= _LITTLE_HAN


def is_symbol_line(text: str) -> bool:
    """Whether a line holds a symbol and next to nothing else; "56/1. Peace" is a title."""
    folded = fold_plain(text).strip(" .#*")
    for pattern in (_FULL, _COUNCIL, _PAIR):
        match = pattern.search(folded)
        if match and _is_little(folded[: match.start()] + folded[match.end() :]):
            return _TITLE_AFTER.match(folded, match.end()) is None
    return False


_CHANGE = re.compile(r"(?:ADD|CORR|REV|AMEND|SUMMARY)\.\d+")
_BODY = r"[A-Z]{1,5}(?:/[A-Z]{1,5}(?:\.\d+)?)*?"
"""An organ, and what is below it: "A", "A/HRC", "E/CN.15", "A/C.3"."""
_OF_SESSION = r"(?:E?S-)?\d{1,4}"
_FORMS: tuple[tuple[SymbolType, re.Pattern[str]], ...] = (
    (SymbolType.RESOLUTION, re.compile(r"(?P<body>S)/RES/(?P<number>\d+)\((?P<session>\d{4})\)")),
    (
        SymbolType.RESOLUTION,
        re.compile(r"(?:(?P<body>A)/RES/)?(?P<number>\d+[A-Z]?)\((?P<session>(?:E?S-)?[IVXLC]+)\)"),
    ),
    (SymbolType.RESOLUTION, re.compile(rf"(?P<body>{_BODY})/RES/(?P<session>{_OF_SESSION})/(?P<number>\d+[A-Z]?)")),
    # "A/RES/64/69A-B", "A/RES/56": whatever has the mark is a resolution's.
    (SymbolType.RESOLUTION, re.compile(r"(?P<body>.+)/RES/(?P<session>)(?P<number>.+)")),
    (SymbolType.DECISION, re.compile(rf"(?P<body>{_BODY})/DEC/(?P<session>{_OF_SESSION})/(?P<number>\d+[A-Z]?)")),
    (SymbolType.STATEMENT, re.compile(r"(?P<body>S)/PRST/(?P<session>\d{4})/(?P<number>\d+)")),
    (SymbolType.DRAFT, re.compile(rf"(?P<body>{_BODY})(?:/(?P<session>{_OF_SESSION}))?/L\.(?P<number>\d+)")),
    (SymbolType.DOCUMENT, re.compile(rf"(?P<body>{_BODY})(?:/(?P<session>{_OF_SESSION}))?/(?P<number>\d+)")),
)


def parse_symbol(text: str) -> DocumentSymbol:
    """The parts of a symbol in any usual printing (spaces, small letters); a form that is not known is all body.

    >>> parse_symbol("S/RES/1373 (2001)").number, str(parse_symbol("e/cn.15/2002/2/corr.1"))
    ('1373', 'E/CN.15/2002/2/CORR.1')
    """
    parts = canonical_symbol(text).split("/")
    first_change = len(parts)
    while first_change > 1 and _CHANGE.fullmatch(parts[first_change - 1]):
        first_change -= 1
    whole, changes = "/".join(parts[:first_change]), tuple(parts[first_change:])
    for type_, pattern in _FORMS:
        if match := pattern.fullmatch(whole):
            body, session, number = (match.group(part) or "" for part in ("body", "session", "number"))
            symbol = DocumentSymbol(type_, body, session, number, changes)
            # "S/RES/2001/5" is printed as no Council resolution is: its parts would say another symbol.
            if str(replace(symbol, changes=())) == whole:
                return symbol
    return DocumentSymbol(SymbolType.DOCUMENT, whole, "", "", changes)


_ROMAN_LETTERS = {"I": 1, "V": 5, "X": 10, "L": 50}


def years_of(symbol: DocumentSymbol) -> tuple[int, int] | None:
    """The first and the last year in which a resolution of this symbol can have been adopted; None where it does not say.

    Session n of the General Assembly opens in September of 1945 + n and ends a year later.

    >>> [years_of(parse_symbol(text)) for text in ("A/RES/56/123", "S/RES/1373(2001)", "217A(III)")]
    [(2001, 2002), (2001, 2001), (1948, 1949)]
    """
    if symbol.type is not SymbolType.RESOLUTION or symbol.changes:
        return None
    # "E/RES/2023/201A" may be a decision that was taken before its year began.
    if symbol.body in ("S", "E") and _FOUR_FIGURES.fullmatch(symbol.session) and symbol.number.isdecimal():
        return int(symbol.session), int(symbol.session)
    if symbol.body == "A" and _SESSION_NUMBER.fullmatch(symbol.session):
        session = int(symbol.session)
    elif symbol.body in ("A", "") and symbol.session and set(symbol.session) <= set(_ROMAN_LETTERS):
        values = [_ROMAN_LETTERS[c] for c in symbol.session]
        session = sum(-v if v < max(values[i + 1 :], default=0) else v for i, v in enumerate(values))
    else:
        return None
    return (1945 + session, 1946 + session) if 1 <= session <= 150 else None
