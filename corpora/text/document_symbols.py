"""Document symbols as values: parsed from their printed forms, formatted again, and said in running text.

Series and forms: United Nations Editorial Manual, "Document symbols"; Dag Hammarskjöld Library, "UN Document Symbols".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from corpora.languages import language
from corpora.text.symbols import canonical_symbol

_ROMAN_SESSION = re.compile(r"(?:E?S-)?[IVXLC]+")
_NUMBER_AND_LETTER = re.compile(r"(\d+)([A-Z]?)")
_ADDITION = re.compile(r"/(ADD|CORR|REV|AMEND|SUMMARY)\.")


class SymbolType(StrEnum):
    """What a symbol stands for."""

    RESOLUTION = "resolution"
    DECISION = "decision"
    DRAFT = "draft"
    STATEMENT = "statement"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class DocumentSymbol:
    """A symbol cut into its parts.

    ``body`` is the series with what stands before the number ("A", "A/C.3", "E/CN.15"); ``session`` the session, year or
    roman session of the number, "" where there is none; ``number`` the number with its letter ("217A"); ``changes`` are
    additions and corrections in their order ("Add.1", "Corr.2", "Rev.1").
    """

    kind: SymbolType
    body: str
    session: str
    number: str
    changes: tuple[str, ...] = ()

    def __str__(self) -> str:
        """The canonical printed form, which ``parse_symbol`` reads back to the same value."""
        parts = [self.body]
        if self.kind in _MARKS:
            parts.append(_MARKS[self.kind])
        if self._is_council:
            parts.append(f"{self.number}({self.session})")
        elif self.kind is SymbolType.DRAFT:
            parts = [self.body, *([self.session] if self.session else []), f"L.{self.number}"]
        elif self._is_roman:
            parts.append(f"{self.number}({self.session})")
        else:
            parts += [self.session, self.number] if self.session else [self.number]
        return "/".join([*parts, *self.changes])

    @property
    def _is_council(self) -> bool:
        return self.kind is SymbolType.RESOLUTION and self.body == "S"

    @property
    def _is_roman(self) -> bool:
        return _ROMAN_SESSION.fullmatch(self.session) is not None

    def in_words(self, code: str) -> str:
        """The symbol as running text of a language says it: "General Assembly resolution 56/1"."""
        words = language(code).section("symbols")
        if self.kind is SymbolType.RESOLUTION:
            number = f"{self.number} ({self.session})" if self._is_council else self._short()
            return str(words.get(self.body, words["other"]) if self.body in ("A", "S", "E") else words["other"]).format(
                number=number
            )
        if self.kind is SymbolType.DECISION:
            return str(words["decision"]).format(number=self._short())
        return str(words["document"]).format(number=str(self))

    def _short(self) -> str:
        match = _NUMBER_AND_LETTER.fullmatch(self.number)
        assert match is not None
        digits, letter = match.groups()
        if self._is_roman:
            return f"{digits} {letter} ({self.session})" if letter else f"{digits} ({self.session})"
        return f"{self.session}/{digits}" + (f" {letter}" if letter else "")


_MARKS = {SymbolType.RESOLUTION: "RES", SymbolType.DECISION: "DEC", SymbolType.STATEMENT: "PRST"}
_CHANGE = r"(?:Add|Corr|Rev|Amend|Summary)\.\d+"
_BODY = r"[A-Z]{1,5}(?:/[A-Z]{1,5}(?:\.\d+)?|/CN\.\d+|/C\.\d+|/AC\.\d+|/CONF\.\d+|/SC\.\d+)*?"
_SESSION = r"(?:E?S-)?\d{1,4}"
_FORMS: tuple[tuple[SymbolType, re.Pattern[str]], ...] = (
    (SymbolType.RESOLUTION, re.compile(r"(?P<body>S)/RES/(?P<number>\d+)\((?P<session>\d{4})\)")),
    (
        SymbolType.RESOLUTION,
        re.compile(r"(?:(?P<body>A)/RES/)?(?P<number>\d+[A-Z]?)\((?P<session>(?:E?S-)?[IVXLC]+)\)"),
    ),
    (SymbolType.RESOLUTION, re.compile(rf"(?P<body>{_BODY})/RES/(?P<session>{_SESSION})/(?P<number>\d+[A-Z]?)")),
    (SymbolType.DECISION, re.compile(rf"(?P<body>{_BODY})/DEC/(?P<session>{_SESSION})/(?P<number>\d+[A-Z]?)")),
    (SymbolType.STATEMENT, re.compile(r"(?P<body>S)/PRST/(?P<session>\d{4})/(?P<number>\d+)")),
    (SymbolType.DRAFT, re.compile(rf"(?P<body>{_BODY})(?:/(?P<session>{_SESSION}))?/L\.(?P<number>\d+)")),
    (SymbolType.DOCUMENT, re.compile(rf"(?P<body>{_BODY})(?:/(?P<session>{_SESSION}))?/(?P<number>\d+)")),
)


def parse_symbol(text: str) -> DocumentSymbol | None:
    """The symbol that a text is, in any usual printing (spaces, small letters); None where it is none.

    >>> parse_symbol("S/RES/1373 (2001)").number, str(parse_symbol("e/cn.15/2002/2/corr.1"))
    ('1373', 'E/CN.15/2002/2/Corr.1')
    """
    compact = _cased(canonical_symbol(text))
    changes: list[str] = []
    while match := re.search(rf"/({_CHANGE})$", compact):
        changes.insert(0, match.group(1))
        compact = compact[: match.start()]
    for kind, pattern in _FORMS:
        match = pattern.fullmatch(compact)
        if match:
            groups = match.groupdict()
            return DocumentSymbol(
                kind, groups["body"] or "A", groups["session"] or "", groups["number"], tuple(changes)
            )
    return None


def _cased(symbol: str) -> str:
    """A symbol in capitals with its additions as they are printed: CORR.1 is Corr.1."""
    return _ADDITION.sub(lambda m: f"/{m.group(1).capitalize()}.", symbol)
