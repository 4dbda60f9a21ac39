"""What an anchor states, as values: typed, equal by what they mean, each with the one form that six languages share.

``str(value)`` is that form. JSON, fingerprints and the keys of learned data are made of it: it stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as calendar_day
from decimal import Decimal
from enum import StrEnum
from math import gcd
from typing import ClassVar


class AnchorKind(StrEnum):
    """What sort of thing an anchor states."""

    NUMBER = "number"
    PERCENTAGE = "percentage"
    MONEY = "money"
    FRACTION = "fraction"
    TIME = "time"
    FREQUENCY = "frequency"
    DATE = "date"
    CITATION = "citation"
    SESSION = "session"
    ORDINAL = "ordinal"
    REFERENCE = "reference"
    NAME = "name"
    QUALIFIER = "qualifier"
    DETAIL = "detail"

    # Kinds are keys of sets and tables in every comparison; Enum's own hash is a call in Python.
    __hash__ = str.__hash__

    @property
    def is_quantity(self) -> bool:
        """A count or a share."""
        return self in _QUANTITIES

    @property
    def is_substance(self) -> bool:
        """What a mandate says itself: figures, dates, sessions, symbols; the number of a paragraph only points."""
        return self in _SUBSTANCE

    @property
    def is_updated(self) -> bool:
        """What a yearly text brings up to date: its substance, and the numbers of the paragraphs that it names."""
        return self in _UPDATED

    @property
    def is_phrase(self) -> bool:
        """What is found by the phrases of the language data: names and qualifiers."""
        return self in _PHRASES

    @property
    def is_compared(self) -> bool:
        """What must stand in every version of a paragraph; an ordinal may be left out, and money is a number too."""
        return self in _COMPARED

    @property
    def can_be_figure(self) -> bool:
        """What a bare figure of another version may stand for: "the twelfth", "session 12", "paragraph 12"."""
        return self in _FIGURES


_QUANTITIES = frozenset({AnchorKind.NUMBER, AnchorKind.PERCENTAGE})
_SUBSTANCE = _QUANTITIES | {
    AnchorKind.DATE,
    AnchorKind.CITATION,
    AnchorKind.SESSION,
    AnchorKind.FRACTION,
    AnchorKind.TIME,
}
_UPDATED = _SUBSTANCE | {AnchorKind.REFERENCE}
_PHRASES = frozenset({AnchorKind.NAME, AnchorKind.QUALIFIER})
_COMPARED = _UPDATED | _PHRASES | {AnchorKind.FREQUENCY}
_FIGURES = _QUANTITIES | {AnchorKind.SESSION, AnchorKind.ORDINAL, AnchorKind.REFERENCE}


@dataclass(frozen=True, slots=True)
class Number:
    """A quantity or a year: 12, 6.5."""

    kind: ClassVar[AnchorKind] = AnchorKind.NUMBER
    figure: Decimal

    def __str__(self) -> str:
        return format(self.figure, "f")

    @property
    def whole(self) -> int | None:
        """The figure as an integer, None where it has a fraction."""
        return int(self.figure) if self.figure == self.figure.to_integral_value() else None


@dataclass(frozen=True, slots=True)
class FinancialYear:
    """A year of accounts that runs over New Year: 2024/25 begins in 2024."""

    kind: ClassVar[AnchorKind] = AnchorKind.NUMBER
    first: int

    def __str__(self) -> str:
        return f"{self.first}/{(self.first + 1) % 100:02d}"


@dataclass(frozen=True, slots=True)
class Designation:
    """A figure that names a standard and counts nothing: 0101.06."""

    kind: ClassVar[AnchorKind] = AnchorKind.NUMBER
    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage: 12 for "12 %"."""

    kind: ClassVar[AnchorKind] = AnchorKind.PERCENTAGE
    figure: Decimal

    def __str__(self) -> str:
        return format(self.figure, "f")


@dataclass(frozen=True, slots=True)
class Money:
    """A sum in a currency (ISO 4217): USD 10000000."""

    kind: ClassVar[AnchorKind] = AnchorKind.MONEY
    amount: Decimal
    currency: str

    def __str__(self) -> str:
        return f"{self.currency} {self.amount:f}"


@dataclass(frozen=True, slots=True)
class Fraction:
    """A part of a whole, in lowest terms: 2/3."""

    kind: ClassVar[AnchorKind] = AnchorKind.FRACTION
    numerator: int
    denominator: int

    def __post_init__(self) -> None:
        common = gcd(self.numerator, self.denominator)
        object.__setattr__(self, "numerator", self.numerator // common)
        object.__setattr__(self, "denominator", self.denominator // common)

    def __str__(self) -> str:
        return f"{self.numerator}/{self.denominator}"

    @property
    def share(self) -> Decimal:
        """The same as a percentage."""
        return (Decimal(100 * self.numerator) / self.denominator).normalize()


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """A time of day by the clock of 24 hours: 17:30."""

    kind: ClassVar[AnchorKind] = AnchorKind.TIME
    hour: int
    minute: int

    def __str__(self) -> str:
        return f"{self.hour:02d}:{self.minute:02d}"


class PeriodUnit(StrEnum):
    """What a period is counted in, by its letter in ISO 8601."""

    DAY = "D"
    MONTH = "M"
    YEAR = "Y"


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time in one unit, as texts say it: six months are P6M, a year P1Y (ISO 8601)."""

    count: int
    unit: PeriodUnit

    def __str__(self) -> str:
        return f"P{self.count}{self.unit}"

    @classmethod
    def read(cls, text: str) -> Period:
        """The period that is written so. Raises ValueError for what is none of one unit."""
        if text[:1] != "P":
            raise ValueError(f"{text!r} is no period of days, months or years")
        return cls(int(text[1:-1]), PeriodUnit(text[-1:]))


@dataclass(frozen=True, slots=True)
class Frequency:
    """How often something recurs, as the time between two occasions: every P1Y, P6M, P7D."""

    kind: ClassVar[AnchorKind] = AnchorKind.FREQUENCY
    every: Period

    def __str__(self) -> str:
        return str(self.every)


class Polarity(StrEnum):
    """Whether words say that something is or that it is not; the member is how a vote writes it: for a negation, or against."""

    NEGATED = "1"
    AFFIRMED = "0"


_ROOT = 3
"""Letters that tell quantifiers apart whatever their ending: chosen; two, four and five give the same findings on eight resolutions
of the record in six languages."""


@dataclass(frozen=True, slots=True)
class Quantifier:
    """Of how many something holds, by the root of the word: "toute", "toutes" and "tous" are one."""

    root: str

    @classmethod
    def of(cls, word: str) -> Quantifier:
        """The quantifier that a folded word is."""
        return cls(word[:_ROOT])


@dataclass(frozen=True, slots=True)
class Connective:
    """Words that join, order or place: of one ``sort`` ("joining", "order"), each says something else than the others.

    ``words`` are folded, as hunks compare them.
    """

    sort: str
    words: tuple[str, ...]

    def stands_in(self, words: Sequence[str]) -> bool:
        """Whether its words follow each other somewhere in ``words``."""
        length = len(self.words)
        return any(tuple(words[i : i + length]) == self.words for i in range(len(words) - length + 1))

    def is_part_of(self, other: Connective) -> bool:
        """Whether it stands within another one: "and" in "and/or"."""
        return self.words != other.words and self.stands_in(other.words)


class Modality(StrEnum):
    """What words do to somebody: oblige ("shall"), recommend ("should"), permit ("may")."""

    OBLIGATION = "obligation"
    RECOMMENDATION = "recommendation"
    PERMISSION = "permission"


@dataclass(frozen=True, slots=True)
class Date:
    """A day or a month, in ISO 8601: 2001-09-12, 2001-09, and --09-12 where the year is not said."""

    kind: ClassVar[AnchorKind] = AnchorKind.DATE
    year: int | None
    month: int
    day: int | None

    def __str__(self) -> str:
        day = "" if self.day is None else f"-{self.day:02d}"
        return f"{'-' if self.year is None else self.year}-{self.month:02d}{day}"

    @classmethod
    def read(cls, text: str) -> Date:
        """The day that is written so, in ISO 8601. Raises ValueError for what is none, a month alone too."""
        day = calendar_day.fromisoformat(text)
        return cls(day.year, day.month, day.day)

    @property
    def is_day(self) -> bool:
        """Whether it says year, month and day."""
        return self.year is not None and self.day is not None

    def agrees(self, other: Date) -> bool:
        """Whether two dates can be the same: equal wherever both say something."""
        return (
            self.month == other.month
            and (self.year is None or other.year is None or self.year == other.year)
            and (self.day is None or other.day is None or self.day == other.day)
        )

    def is_before(self, day: Date) -> bool:
        """Whether it lies wholly before a day; one whose year is not said may lie ahead."""
        if self.year is None or day.year is None or day.day is None:
            return False
        if self.day is None:
            return (self.year, self.month) < (day.year, day.month)
        return (self.year, self.month, self.day) < (day.year, day.month, day.day)


class SymbolType(StrEnum):
    """What a document symbol stands for."""

    RESOLUTION = "resolution"
    DECISION = "decision"
    DRAFT = "draft"
    STATEMENT = "statement"
    DOCUMENT = "document"


_SERIES = {SymbolType.RESOLUTION: "RES", SymbolType.DECISION: "DEC", SymbolType.STATEMENT: "PRST"}


@dataclass(frozen=True, slots=True)
class DocumentSymbol:
    """A document symbol cut into its parts (`corpora.text.symbols.parse_symbol` reads one).

    ``body`` is the organ with what stands before the number ("A", "A/C.3", "E/CN.15"), "" where running text leaves it out
    ("217 A (III)"); ``session`` the session, year or roman session, "" where there is none; ``number`` the number with its
    letter ("217A"); ``changes`` are additions and corrections in their order ("ADD.1", "CORR.2", "REV.1").
    """

    type: SymbolType
    body: str
    session: str
    number: str
    changes: tuple[str, ...] = ()

    def __str__(self) -> str:
        """The form that all languages share: no spaces, in capitals ("S/RES/1373(2001)", "E/CN.15/2002/2/CORR.1")."""
        number = self.number
        session = self.session
        if self.has_session_in_brackets:
            number, session = f"{number}({session})", ""
        elif self.type is SymbolType.DRAFT:
            number = f"L.{number}"
        parts = (self.body, _SERIES.get(self.type, "") if self.body else "", session, number, *self.changes)
        return "/".join(part for part in parts if part)

    @property
    def has_session_in_brackets(self) -> bool:
        """Whether the session or year follows the number: "1373(2001)", "217A(III)"."""
        if self.type is not SymbolType.RESOLUTION or not self.session:
            return False
        return self.body == "S" or not self.session[-1].isdecimal()

    def names_same_text(self, other: DocumentSymbol) -> bool:
        """Equal but for the organ of a resolution or decision, which running text often leaves out or leaves to be guessed."""
        if self == other:
            return True
        acts = {self.type, other.type} <= {SymbolType.RESOLUTION, SymbolType.DECISION} and self.body and other.body
        return bool(acts) and self._below_series == other._below_series

    @property
    def _below_series(self) -> tuple[str, str, tuple[str, ...], bool]:
        return self.session, self.number, self.changes, self.has_session_in_brackets

    @property
    def is_full_resolution(self) -> bool:
        """Whether it is a resolution's with its organ ("A/RES/56/1")."""
        return self.type is SymbolType.RESOLUTION and bool(self.body)

    def differs_in_year_only(self, other: DocumentSymbol) -> bool:
        """Whether two numbers are the same and the years or sessions in brackets behind them are not."""
        brackets = self.has_session_in_brackets and other.has_session_in_brackets
        return brackets and (self.body, self.number) == (other.body, other.number)


@dataclass(frozen=True, slots=True)
class Citation:
    """A document that is cited."""

    kind: ClassVar[AnchorKind] = AnchorKind.CITATION
    symbol: DocumentSymbol

    def __str__(self) -> str:
        return str(self.symbol)


@dataclass(frozen=True, slots=True)
class Session:
    """A session or meeting by its number."""

    kind: ClassVar[AnchorKind] = AnchorKind.SESSION
    number: int

    def __str__(self) -> str:
        return str(self.number)


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A spelled ordinal number that names no session: "the third"."""

    kind: ClassVar[AnchorKind] = AnchorKind.ORDINAL
    number: int

    def __str__(self) -> str:
        return str(self.number)


@dataclass(frozen=True, slots=True)
class ParagraphReference:
    """A paragraph that is named by its number."""

    kind: ClassVar[AnchorKind] = AnchorKind.REFERENCE
    number: int

    def __str__(self) -> str:
        return str(self.number)


@dataclass(frozen=True, slots=True)
class Name:
    """An organ, office or other body, by the key of the language data: general_assembly."""

    kind: ClassVar[AnchorKind] = AnchorKind.NAME
    key: str

    def __str__(self) -> str:
        return self.key


@dataclass(frozen=True, slots=True)
class Qualifier:
    """Words that limit or hurry an act, by the key of the language data: on_request."""

    kind: ClassVar[AnchorKind] = AnchorKind.QUALIFIER
    key: str

    def __str__(self) -> str:
        return self.key


@dataclass(frozen=True, slots=True)
class Detail:
    """What tells a value apart besides its figures: ``of`` what it is a detail, and what it ``says`` there.

    The unit of 30 ("30", "day"), a round word ("round", "1000"), the part of a year ("part", "H1"), how many times as much
    ("multiple", "2"), the grade of a post ("grade", "P-4"), a number that stands again ("8", "bis"). Words that may say one of two say both: "1000 10000".
    """

    kind: ClassVar[AnchorKind] = AnchorKind.DETAIL
    of: str
    says: str

    def __str__(self) -> str:
        return f"{self.of}: {self.says}"

    def is_of_sort(self, other: Detail) -> bool:
        """Whether one may stand in the place of the other: the end of a month and the first quarter of a year are of two sorts."""
        return self.of == other.of and self.says[:1].isupper() is other.says[:1].isupper()

    def agrees(self, other: Detail) -> bool:
        """Whether two details can say the same."""
        return self.of == other.of and not set(self.says.split()).isdisjoint(other.says.split())


Value = (
    Number
    | FinancialYear
    | Designation
    | Share
    | Money
    | Fraction
    | TimeOfDay
    | Frequency
    | Date
    | Citation
    | Session
    | Ordinal
    | ParagraphReference
    | Name
    | Qualifier
    | Detail
)
"""What an anchor states."""
