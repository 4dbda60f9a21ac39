"""Values that cannot be right, whatever the other versions say: then the version that has one is named, also against five."""

from __future__ import annotations

import re
from calendar import monthrange
from itertools import pairwise

from corpora.annotation.weekdays import falls_on, weekday_of
from corpora.languages import Language, concept_of, language_of
from corpora.model import Anchor, Kind, Paragraph, Part, Resolution
from corpora.resources.council_numbers import is_no_resolution
from corpora.structure.adoption import adoption_date
from corpora.text.alternatives import alternatives
from corpora.text.folding import fold_plain
from corpora.text.patterns import compiled
from corpora.values import Citation, Date, ParagraphReference
from reports.checks.support.own_references import where_of
from reports.comparison.rows import Cell
from reports.messages.phrases import Fact, Phrase

JOINED = 12
"""Characters between the two ends of a range: "au", "and", "по"."""
_AROUND = 25
"""Characters around a date in which a second month belongs to it."""
_BEFORE = 40
"""Characters before a date in which it is said that something ends then."""
_MONTH_MARK = re.compile(r"\(\?P<m>MONTH\)(\w)")
"""The mark that stands behind a month in a pattern of dates."""
_GROUP = re.compile(r"\(\?P<\w>(?:[^()]|\([^()]*\))*\)|\\.|\(\?[:=!<]*")
"""What is no word in a pattern of dates."""
_SHORT_WORD = re.compile(r"(?<!\w)[^\W\d_]{2,3}(?!\w)")
_LEAP_YEAR = 2024
"""The year of a day whose year is not said: it may be the 29th of February."""
Located = tuple[Paragraph, Anchor]


def why_impossible(document: Resolution, located: Located) -> Phrase | None:
    """Why a value of a document cannot be right by what the document itself says; None where it can."""
    paragraph, anchor = located
    match anchor.value:
        case Date() as date:
            return _of_date(document, paragraph, anchor, date)
        case Citation(symbol=symbol) if is_no_resolution(symbol):
            facts: dict[str, Fact] = {"outlier": (document.language,), "number": symbol.number, "year": symbol.session}
            return Phrase("impossible.resolution", facts)
        case ParagraphReference(number=number):
            return _of_reference(document, paragraph, anchor, number)
    return None


def _of_date(document: Resolution, paragraph: Paragraph, anchor: Anchor, date: Date) -> Phrase | None:
    language = language_of(paragraph)
    facts: dict[str, Fact] = {"outlier": (document.language,), "said": anchor.text}
    if date.day is not None and date.day > monthrange(date.year or _LEAP_YEAR, date.month)[1]:
        return Phrase("impossible.day", facts)
    if _two_months(paragraph, anchor, language):
        return Phrase("impossible.months", facts)
    past = _is_past_term(document, paragraph, anchor, date, language)
    if past:
        return Phrase(f"impossible.{past}", facts)
    named = weekday_of(paragraph.text, anchor, language)
    if named is not None and falls_on(date) not in (None, named.number):
        said = paragraph.text[named.span.start : named.span.end]
        return Phrase("impossible.weekday", {**facts, "said": said})
    return None


def _is_past_term(document: Resolution, paragraph: Paragraph, anchor: Anchor, date: Date, language: Language) -> str:
    """ "term" where what an operative paragraph says to last until a date would end on the day of adoption, "past" where what it decides
    would have ended before; else ""."""
    if paragraph.part is not Part.OPERATIVE or not paragraph.kind.is_body or not date.is_day:
        return ""
    day = adoption_date(document)
    if day is None or not (date == day or date.is_before(day)) or not _lasts_until(paragraph, anchor, language):
        return ""
    if date == day:
        return "term"
    return "past" if paragraph.verb is not None and concept_of(paragraph.verb.concepts[0]).kind == "decide" else ""


def _lasts_until(paragraph: Paragraph, anchor: Anchor, language: Language) -> bool:
    """Whether the words beside a date say that something lasts until then: "until", "shall end on", 至…为止."""
    before, behind = language.drafting.ends_before, language.drafting.ends_behind
    start, end = anchor.span.start, anchor.span.end
    if any(a.kind is anchor.kind and 0 < start - a.span.end <= JOINED for a in paragraph.anchors):
        return False  # The end of a period: "from 1 July 2021 to 30 June 2022".
    if before is not None and before.search(fold_plain(paragraph.text[max(0, start - _BEFORE) : start])):
        return True
    return behind is not None and behind.match(fold_plain(paragraph.text[end : end + _AROUND])) is not None


def ends_on_adoption(cell: Cell, located: Located, other: Located | None) -> Phrase | None:
    """Why a date of the operative part is no term: it is the day of adoption, where another version has a later day."""
    value, later = located[1].value, other[1].value if other else None
    day = adoption_date(cell.resolution)
    if day is None or value != day or not cell.first.kind.is_body or cell.first.recital:
        return None
    if not isinstance(later, Date) or later.year is None or not day.is_before(later):
        return None
    return Phrase("impossible.term", {"outlier": (cell.resolution.language,), "said": located[1].text})


def _months(language: Language) -> tuple[re.Pattern[str], dict[str, int]]:
    """The names of months, each alone, and their numbers; where no spaces are written, figures with the mark behind them."""
    named = ((word, number) for number, words in language.months.items() for word in words)
    months = {word: number for word, number in named if "/" not in word}
    mark = next((m.group(1) for p in language.dates.patterns if (m := _MONTH_MARK.search(p))), None)
    if language.spaced or mark is None:
        names = {word: number for word, number in months.items() if not word.isdecimal()}
        words = compiled(rf"(?<!\w)(?:{alternatives(names)})(?!\w)" if names else r"(?!)")
        return words, names
    figures = compiled(rf"(?<!\d)(?:{alternatives(months)}){mark}")
    return figures, {f"{word}{mark}": n for word, n in months.items()}


def _beside(language: Language) -> re.Pattern[str]:
    """What joins two names of one month: a stroke, a blank, the word that stands between the parts of a date ("de")."""
    bare = (_GROUP.sub(" ", pattern) for pattern in language.dates.patterns)
    words = dict.fromkeys(word for pattern in bare for word in _SHORT_WORD.findall(pattern))
    of = rf"\s(?:{alternatives(words)})\s|" if words else ""
    return compiled(rf"{of}\s?/\s?|\s" if language.spaced else r"\s?")


def _two_months(paragraph: Paragraph, anchor: Anchor, language: Language) -> bool:
    """Whether two names of different months stand side by side: "تموز/يونيه", "15 July June"."""
    pattern, months = language.derived(_months)
    beside = language.derived(_beside)
    around = fold_plain(paragraph.text[max(0, anchor.span.start - _AROUND) : anchor.span.end + _AROUND])
    named = list(pattern.finditer(around))
    return any(
        beside.fullmatch(around[one.end() : other.start()]) is not None and months[one.group()] != months[other.group()]
        for one, other in pairwise(named)
    )


def _of_reference(document: Resolution, paragraph: Paragraph, anchor: Anchor, number: int) -> Phrase | None:
    """Whether a paragraph of the same text that is named is the paragraph itself, or lies beyond the end."""
    if where_of(paragraph, anchor, language_of(paragraph)) is None:
        return None
    facts: dict[str, Fact] = {"outlier": (document.language,), "number": number}
    if number == _own_number(document, paragraph):
        return Phrase("impossible.itself", facts)
    printed = (p.number for p in document.paragraphs if p.kind is Kind.OPERATIVE)
    numbers = [int(n) for n in printed if n and n.isdecimal()]
    return Phrase("impossible.beyond", {**facts, "last": max(numbers)}) if numbers and number > max(numbers) else None


def _own_number(resolution: Resolution, paragraph: Paragraph) -> int | None:
    """The number of the operative paragraph that a paragraph is or stands below."""
    while paragraph.kind is not Kind.OPERATIVE and paragraph.parent is not None:
        paragraph = resolution.paragraph(paragraph.parent)
    return int(paragraph.number) if paragraph.number and paragraph.number.isdecimal() else None
