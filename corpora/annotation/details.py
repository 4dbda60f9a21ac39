"""What tells values apart besides their figures: units, round words, parts of a year, months alone, numbers that stand again.

They are no anchors of a paragraph: alignment and mandates go by the values themselves, and only who sets two versions side by side
asks for them ("30 jours" against "30 months", "dizaines" against "hundreds", 上半年 against "second half").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from corpora.annotation.numerals import number_words, value_of
from corpora.languages import Language, language_of
from corpora.model import Anchor, Paragraph, Span, stating
from corpora.text.alternatives import alternatives
from corpora.text.folding import Folded, fold, fold_plain
from corpora.text.negotiated_numbers import LATIN_REPEATS
from corpora.text.patterns import compiled
from corpora.values import AnchorKind, Date, Detail, Number, Ordinal, ParagraphReference

ROUND, PART, MULTIPLE, GRADE = "round", "part", "multiple", "grade"
"""What words are details of where that is no figure."""
REPEATED = "repeated"
"""What opens the name of that of which "bis" is a detail: "repeated 8"."""
_UNIT_REACH, _REPEAT_REACH = 40, 16
"""Characters behind a number in which its unit, and "bis", stand."""
_OF_CALENDAR, _CALENDAR = frozenset({"year", "decade"}), range(1900, 2101)
"""Units behind a number that may be that of a year, and the numbers that may."""
_QUANTITIES = frozenset({AnchorKind.NUMBER, AnchorKind.PERCENTAGE, AnchorKind.MONEY})
_CALENDAR = range(1900, 2101)
"""Numbers that are years where a word for years stands behind them."""
_REPEATABLE = (Number, Ordinal, ParagraphReference)


@dataclass(frozen=True, slots=True)
class _Units:
    """Units behind a number, before a one, and as the rest of a word that says both; each by its name, the longest words first."""

    behind: Mapping[str, re.Pattern[str]]
    before: Mapping[str, re.Pattern[str]]


def details_of(paragraph: Paragraph) -> tuple[Anchor, ...]:
    """The details of a paragraph, in order of place; months alone are dates without day and year, years in words are numbers."""
    language, folded = language_of(paragraph), fold(paragraph.text)
    found = [
        *_words(paragraph, language, folded),
        *_units(paragraph, language),
        *_grades(paragraph, language, folded),
        *_repeats(paragraph, language),
        *_months(paragraph, language, folded),
        *_years(paragraph),
    ]
    return tuple(sorted(found, key=lambda a: (a.span.start, a.span.end, a.form)))


def _words(paragraph: Paragraph, language: Language, folded: Folded) -> Iterator[Anchor]:
    """Round words, parts of a year and multiples."""
    tables = ((ROUND, language.details.round), (PART, language.details.part), (MULTIPLE, language.details.multiple))
    for of, table in tables:
        for says, pattern in table.items():
            for match in pattern.finditer(folded.text):
                span = folded.span(match.start(), match.end())
                # "5 millions" is a number.
                if of != ROUND or not any(
                    a.kind in _QUANTITIES and a.span.start < span.start < a.span.end for a in paragraph.anchors
                ):
                    yield _anchor(Detail(of, says), paragraph, span, firm=False)


def _grades(paragraph: Paragraph, language: Language, folded: Folded) -> Iterator[Anchor]:
    """The grades of posts: "P-4", "С-4"."""
    for letters, pattern in language.details.grade.items():
        for match in pattern.finditer(folded.text):
            span = folded.span(match.start(), match.end())
            yield _anchor(Detail(GRADE, f"{letters}-{match.group('n')}"), paragraph, span, firm=True)


def _unit_patterns(language: Language) -> _Units:
    behind = language.details.unit
    before = {unit: compiled(rf"(?:{pattern.pattern})\s$") for unit, pattern in behind.items()}
    return _Units(behind, before if language.numbers.units_first else {})


def _units(paragraph: Paragraph, language: Language) -> Iterator[Anchor]:
    """What numbers count: "30 jours", "شهرين", "четырехлетний"."""
    units = language.derived(_unit_patterns)
    frequencies = [a.span for a in paragraph.anchors if a.kind is AnchorKind.FREQUENCY and a.firm]
    for anchor, number in stating(paragraph.anchors, Number):
        # "2030 год" is a year, and no 2030 of them.
        if number.whole in _CALENDAR or any(
            s.start < anchor.span.end and anchor.span.start < s.end for s in frequencies
        ):
            continue
        unit, start, end = _unit_of(paragraph, anchor, units, single=number.whole == 1)
        # "2021-2030 Décennie", "2030 годов", 2030年: a year that is called so counts no years and no decades.
        if unit and not (unit in _OF_CALENDAR and number.whole in _CALENDAR):
            yield _anchor(Detail(str(number), unit), paragraph, Span(start, end), firm=True)


def _unit_of(paragraph: Paragraph, anchor: Anchor, units: _Units, *, single: bool) -> tuple[str, int, int]:
    """The unit of a number, "" where none is known, and where both stand."""
    start, end = anchor.span.start, anchor.span.end
    behind = fold(paragraph.text[end : end + _UNIT_REACH])
    for unit, pattern in units.behind.items():
        if match := pattern.match(behind.text):
            return unit, start, end + behind.span(0, match.end()).end
    if not any(c.isdigit() for c in anchor.text):
        own = fold_plain(anchor.text)
        for unit, pattern in units.behind.items():
            if pattern.search(own):
                return unit, start, end
    if single:
        base = max(0, start - _UNIT_REACH)
        before = fold(paragraph.text[base:start])
        for unit, pattern in units.before.items():
            if match := pattern.search(before.text):
                return unit, base + before.span(match.start(), match.start() + 1).start, end
    return "", start, end


def _repeat_words(language: Language) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """What stands behind a number that stands again, and by each word the Latin one."""
    words = {word: word for word in LATIN_REPEATS if word != "alt"}
    words |= {word: latin for latin, own in language.numbering.repeats.items() for word in own if latin != "alt"}
    edge = r"(?!\w)" if language.spaced else ""
    between = r"\s?" if language.spaced else r"\s?[^\W\d_]?\s?"  # 第8条之二
    return compiled(rf"{between}(?P<r>{alternatives(words)}){edge}"), words


def _repeats(paragraph: Paragraph, language: Language) -> Iterator[Anchor]:
    """Numbers that stand again: "article 8 bis", "الفقرة 5 مكررا"."""
    pattern, words = language.derived(_repeat_words)
    for anchor in paragraph.anchors:
        if not isinstance(anchor.value, _REPEATABLE):
            continue
        end = anchor.span.end
        behind = fold(paragraph.text[end : end + _REPEAT_REACH])
        if match := pattern.match(behind.text):
            span = Span(anchor.span.start, end + behind.span(0, match.end()).end)
            yield _anchor(Detail(f"{REPEATED} {anchor.form}", words[match.group("r")]), paragraph, span, firm=True)


def _lone_months(language: Language) -> tuple[re.Pattern[str], Mapping[str, int]] | None:
    """Months without day and year. Where a month has two names with a stroke, each alone may be another word."""
    template = language.details.month
    if not template:
        return None
    names = {word: number for number, words in language.months.items() for word in words}
    names = {word: number for word, number in names.items() if "/" in word} or names
    joined = alternatives(names).replace("/", r"\s?/\s?")
    return compiled(template.replace("MONTH", joined)), names


def _months(paragraph: Paragraph, language: Language, folded: Folded) -> Iterator[Anchor]:
    known = language.derived(_lone_months)
    if known is None:
        return
    pattern, names = known
    dates = [a.span for a, _ in stating(paragraph.anchors, Date)]
    for match in pattern.finditer(folded.text):
        place = folded.span(match.start("m"), match.end("m"))
        if any(d.start < place.end and place.start < d.end for d in dates):
            continue
        # "May" and "Mars" with and without a capital are two words.
        if paragraph.text[place.start].isupper() is not language.details.capital_months:
            continue
        name = re.sub(r"\s?/\s?", "/", match.group("m"))
        month = names[name] if name in names else value_of(name, language.derived(number_words))[0]
        yield _anchor(Date(None, month, None), paragraph, place, firm=True)


_YEAR_IN_WORD = re.compile(r"(?<=[^\W\d_][^\W\d_]-)(?<![A-Z]-)(?:19|20)\d\d(?!\w|[-/.]\d)")
"""A year behind a word in small letters and a hyphen, which is no figure by itself: "mid-2026", and not "COP-2026"."""


def _years(paragraph: Paragraph) -> Iterator[Anchor]:
    for match in _YEAR_IN_WORD.finditer(paragraph.text):
        span = Span(*match.span())
        if not any(a.span.start < span.end and span.start < a.span.end for a in paragraph.anchors):
            yield _anchor(Number(Decimal(match.group())), paragraph, span, firm=False)


def _anchor(value: Detail | Date | Number, paragraph: Paragraph, span: Span, *, firm: bool) -> Anchor:
    return Anchor(value, paragraph.text[span.start : span.end], span, firm)
