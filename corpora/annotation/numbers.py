"""Numbers, percentages: digits with each language's grouping, and number words."""

from __future__ import annotations

import re
from decimal import Decimal

from corpora.annotation.numerals import NumberWords, number_words, value_of
from corpora.annotation.scanner import Scan, alternatives
from corpora.languages import Language
from corpora.model import stating
from corpora.values import Designation, Money, Number, Ordinal, Share

# Files with right-to-left text often hold the groups of a number in the order in which they are seen: "626 19".
_REVERSED = re.compile(
    r"""
    (?<!\d)(?<!\d[ ,])                              # no group of a number in the usual order before it
    \d{3}(?:[ ,]\d{3})*[ ,](?:\d{1,2}|\d{3})         # whole groups, and the first one, which may be short, last
    (?!\d)(?![ ,]\d{3}(?!\d))                       # nor behind it
    """,
    re.VERBOSE,
)
_DESIGNATION = re.compile(
    r"""
    (?<![\d.])(0\d{2,}(?:\.\d+)+)(?![\d.])           # "0101.06"
    (?:
        ,?\s(?:de\s)?[^\W\d]{3,10}\s(?:de\s)?(?:19|20)\d\d(?!\d)   # ", July 2008", "de julio de 2008"
      | (?:标准)?[,，]?\s?\d{4}年\d{1,2}月                            # "标准，2008年7月"
    )?
    """,
    re.VERBOSE,
)
"""The designation of a standard with its month, which is no date of the document: "NIJ 0101.06, July 2008"."""
_GROUP_MARK = re.compile(r"[ ,]")
_LIST_MARK = re.compile(r"(?<!\w)'\d{1,2}'(?!\w)")
_SUBSTANCE = re.compile(r"(?<![A-Za-z0-9.,])\d{1,2}(?:,\d{1,2})+(?=\s?-\s?[^\W\d_]{4})")
_FRACTION = re.compile(r"(?<![\d.,])(\d{1,3}),(\d{1,2})(?![\d.,])")


def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str], str]:
    section = language.numbers
    grouping = "".join(sorted(set(section.grouping)))
    decimal = section.decimal
    words = language.derived(number_words)
    multiplier = alternatives([w for w, n in words.multipliers.items() if n >= 1000])
    percent = alternatives(section.percent)
    about = f"[{re.escape(section.about)}]?" if section.about else ""
    # "15, 000": a space may have slipped in after the mark that groups.
    digits = rf"\d{{1,3}}(?:[{re.escape(grouping)}]\d{{3}}|, 000)+(?!\d)|\d+"
    # Figures behind no other figure or letter (n); a word for thousands or more behind them (m); per cent (p).
    pattern = re.compile(
        rf"(?<!\d)(?<![A-Za-z])(?<![^\W\d_]-)(?P<n>(?:{digits})(?:[{re.escape(decimal)}]\d+)?)"
        rf"(?:\s?{about}(?P<m>{multiplier}){'(?!' + chr(92) + 'w)' if language.spaced else ''})?(?:\s?(?P<p>{percent}))?"
    )
    spelled_percent = re.compile(rf"\s?(?:{percent})")
    return pattern, spelled_percent, frozenset(grouping), decimal


def find_designations(scan: Scan) -> None:
    """Designations of standards with their month, in whatever language ("NIJ 0101.06 July 2008" holds no sixth of July)."""
    for match in scan.matches(_DESIGNATION):
        scan.add(Designation(match.group(1)), match.start(), match.end())


def find_marks(scan: Scan) -> None:
    """What has figures and counts nothing: Arabic list marks ("‘2’"), places in names of substances ("2,4,6-trinitrotoluène")."""
    for pattern in (_LIST_MARK, _SUBSTANCE):
        for match in scan.matches(pattern):
            scan.take(match.start(), match.end())


def find(scan: Scan) -> None:
    """Quantities and years. Spelled ones that are often no quantity ("one", "both") are not firm."""
    pattern, percent, grouping, decimal = scan.language.derived(_patterns)
    words = scan.language.derived(number_words)
    for name in scan.language.numbers.ignore:
        for match in scan.matches(re.compile(re.escape(name))):
            scan.take(match.start(), match.end())
    if scan.language.direction == "rtl":
        _reversed_groups(scan)
    _percent_before(scan, words)
    for match in scan.matches(pattern):
        value = _digits(match.group("n"), grouping, decimal)
        if match.group("m"):
            value *= words.multipliers[match.group("m")]
        quantity = Share if match.group("p") else Number
        scan.add(quantity(value.normalize()), match.start(), match.end())
    for match in scan.matches(words.run):
        _spelled(scan, match, words, percent)


def _money(language: Language) -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    """What follows and what goes before a sum of money, and the ISO 4217 code of each word."""
    names = {word: currency for currency, words in language.currencies.items() for word in words}
    joined = alternatives(list(names))
    joins = alternatives(language.numbers.money_joins)
    between = f"(?:{joins})?" if joins else ""
    return re.compile(rf"\.?\s?{between}(?P<c>{joined})"), re.compile(rf"(?P<c>{joined})\s?$"), names


def find_money(scan: Scan) -> None:
    """Sums of money, beside the number that each of them holds (ISO 4217 codes)."""
    after, before, names = scan.language.derived(_money)
    text = scan.folded.text
    for number, amount in stating(scan.anchors, Number):
        start, end = scan.place(number)
        match = after.match(text, end)
        lead = before.search(text[max(0, start - 6) : start]) if match is None else None
        found = match or lead
        if found is None:
            continue
        place = (start, match.end()) if match else (start - len(found.group()), end)
        scan.add(Money(amount.figure, names[found.group("c")]), *place, firm=number.firm, take=False)


def _leading_percent(language: Language) -> re.Pattern[str] | None:
    """A sign for "per cent" and the number after it, where a language sets the sign first."""
    signs = language.numbers.percent_before
    if not signs:
        return None
    run = language.derived(number_words).run.pattern
    return re.compile(rf"(?:{alternatives(signs)})(?:(?P<d>\d+(?:\.\d+)?)|(?P<w>{run}))")


def _percent_before(scan: Scan, words: NumberWords) -> None:
    pattern = scan.language.derived(_leading_percent)
    for match in scan.matches(pattern) if pattern else ():
        value = Decimal(match.group("d") or value_of(match.group("w"), words)[0])
        scan.add(Share(value.normalize()), match.start(), match.end())


def _reversed_groups(scan: Scan) -> None:
    """Grouped numbers whose groups may stand in reverse: certain where the last has one or two digits.

    A decimal fraction may be turned too ("1,11" for 11,1): both readings are kept, and neither is missed.
    """
    for match in scan.matches(_FRACTION):
        whole, part = match.group(1), match.group(2)
        for value in (f"{int(whole)}.{part}", f"{int(part)}.{whole}"):
            figure = (Decimal(value) * _scale(scan, match.end())).normalize()
            for quantity in (Number(figure), Share(figure)):
                scan.add(quantity, match.start(), match.end(), firm=False, take=False)
        scan.take(match.start(), match.end())
    for match in scan.matches(_REVERSED):
        groups = _GROUP_MARK.split(match.group())
        turned = Number(Decimal("".join(reversed(groups))))
        certain = len(groups[-1]) < 3 or groups[0].startswith("0")
        if not certain:
            straight = Number(Decimal("".join(groups)))
            scan.add(straight, match.start(), match.end(), firm=False, take=False)
        scan.add(turned, match.start(), match.end(), firm=certain)


def _scale(scan: Scan, end: int) -> int:
    """What a word after a number multiplies it by: "millions" 1,000,000, none 1."""
    words = scan.language.derived(number_words)
    match = words.word.match(scan.folded.text, end + 1) if end < len(scan.folded.text) else None
    return words.multipliers.get(match.group(), 1) if match else 1


def _spelled(scan: Scan, match: re.Match[str], words: NumberWords, percent: re.Pattern[str]) -> None:
    run = match.group()
    value, ordinal = value_of(run, words)
    if ordinal:
        scan.add(Ordinal(value), match.start(), match.end(), firm=False)
        return
    tail = percent.match(scan.folded.text, match.end())
    if tail:
        scan.add(Share(Decimal(value)), match.start(), tail.end())
        return
    # A run of characters in Chinese is often a word (一切, 三方); only longer runs are taken as a quantity.
    firm = run not in words.loose and (words.spaced or (len(run) > 1 and value > 9))
    scan.add(Number(Decimal(value)), match.start(), match.end(), firm=firm)


def _digits(text: str, grouping: frozenset[str], decimal: str) -> Decimal:
    text = text.replace(", 000", "000")
    for mark in grouping:
        if mark != decimal or re.fullmatch(rf"\d{{1,3}}(?:{re.escape(mark)}\d{{3}})+", text):
            text = text.replace(mark, "")
    for mark in decimal:
        text = text.replace(mark, ".")
    return Decimal(text)
