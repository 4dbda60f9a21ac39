"""Numbers, percentages: digits with each language's grouping, and number words."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from corpora.annotation.numerals import NumberWords, number_words, value_of
from corpora.annotation.scanner import Scan, alternatives
from corpora.languages import language
from corpora.text.folding import fold_plain

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


@cache
def _patterns(code: str) -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str], str]:
    data = language(code)
    section = data.section("numbers")
    grouping = "".join(sorted({fold_plain(g) for g in section["grouping"]}))
    decimal = section["decimal"]
    words = number_words(code)
    multiplier = alternatives([w for w, n in words.multipliers.items() if n >= 1000])
    percent = alternatives([fold_plain(p) for p in section["percent"]])
    # "15, 000": a space may have slipped in after the mark that groups.
    digits = rf"\d{{1,3}}(?:[{re.escape(grouping)}]\d{{3}}|, 000)+(?!\d)|\d+"
    pattern = re.compile(
        rf"(?<!\d)(?<![A-Za-z])(?<![^\W\d_]-)(?P<n>(?:{digits})(?:[{re.escape(decimal)}]\d+)?)"
        rf"(?:\s?[多余]?(?P<m>{multiplier}){'(?!' + chr(92) + 'w)' if data.spaced else ''})?(?:\s?(?P<p>{percent}))?"
    )
    spelled_percent = re.compile(rf"\s?(?:{percent})")
    return pattern, spelled_percent, frozenset(grouping), decimal


def find_designations(scan: Scan) -> None:
    """Designations of standards with their month, in whatever language ("NIJ 0101.06 July 2008" holds no sixth of July)."""
    for match in scan.matches(_DESIGNATION):
        scan.add("number", match.group(1), match.start(), match.end())


def find_marks(scan: Scan) -> None:
    """What has figures and counts nothing: Arabic list marks ("‘2’"), places in names of substances ("2,4,6-trinitrotoluène")."""
    for pattern in (_LIST_MARK, _SUBSTANCE):
        for match in scan.matches(pattern):
            scan.take(match.start(), match.end())


def find(scan: Scan) -> None:
    """Quantities and years. Spelled ones that are often no quantity ("one", "both") are not firm."""
    pattern, percent, grouping, decimal = _patterns(scan.language.code)
    words = number_words(scan.language.code)
    for name in scan.language.section("numbers").get("ignore", ()):
        for match in scan.matches(re.compile(re.escape(fold_plain(name)))):
            scan.take(match.start(), match.end())
    if scan.language.direction == "rtl":
        _reversed_groups(scan)
    _percent_before(scan, words)
    for match in scan.matches(pattern):
        value = _digits(match.group("n"), grouping, decimal)
        if match.group("m"):
            value *= words.multipliers[match.group("m")]
        kind = "percentage" if match.group("p") else "number"
        scan.add(kind, format(value.normalize(), "f"), match.start(), match.end())
    for match in scan.matches(words.run):
        _spelled(scan, match, words, percent)


@cache
def _money(code: str) -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    """What follows and what goes before a sum of money, and the ISO 4217 code of each word."""
    names = {
        fold_plain(word): currency for currency, words in language(code).section("currencies").items() for word in words
    }
    joined = alternatives(list(names))
    return re.compile(rf"\.?\s?(?:de |d'|من )?(?P<c>{joined})"), re.compile(rf"(?P<c>{joined})\s?$"), names


def find_money(scan: Scan) -> None:
    """Sums of money as ``USD 10000000``, beside the number that each of them holds (ISO 4217 codes)."""
    after, before, names = _money(scan.language.code)
    text = scan.folded.text
    for number in [a for a in scan.anchors if a.kind == "number"]:
        start, end = scan.place(number)
        match = after.match(text, end)
        lead = before.search(text[max(0, start - 6) : start]) if match is None else None
        found = match or lead
        if found is None:
            continue
        place = (start, match.end()) if match else (start - len(found.group()), end)
        scan.add("money", f"{names[found.group('c')]} {number.value}", *place, firm=number.firm, take=False)


@cache
def _leading_percent(code: str) -> re.Pattern[str] | None:
    """ "百分之十二": the sign and the number after it, where a language has such a sign."""
    signs = language(code).section("numbers").get("percent_before")
    if not signs:
        return None
    return re.compile(rf"(?:{alternatives(signs)})(?:(?P<d>\d+(?:\.\d+)?)|(?P<w>{number_words(code).run.pattern}))")


def _percent_before(scan: Scan, words: NumberWords) -> None:
    pattern = _leading_percent(scan.language.code)
    for match in scan.matches(pattern) if pattern else ():
        value = match.group("d") or str(value_of(match.group("w"), words)[0])
        scan.add("percentage", value, match.start(), match.end())


def _reversed_groups(scan: Scan) -> None:
    """Grouped numbers whose groups may stand in reverse: certain where the last has one or two digits.

    A decimal fraction may be turned too ("1,11" for 11,1): both readings are kept, and neither is missed.
    """
    for match in scan.matches(_FRACTION):
        whole, part = match.group(1), match.group(2)
        for value in (f"{int(whole)}.{part}", f"{int(part)}.{whole}"):
            shown = format((Decimal(value) * _scale(scan, match.end())).normalize(), "f")
            for kind in ("number", "percentage"):
                scan.add(kind, shown, match.start(), match.end(), firm=False, take=False)
        scan.take(match.start(), match.end())
    for match in scan.matches(_REVERSED):
        groups = _GROUP_MARK.split(match.group())
        turned = str(int("".join(reversed(groups))))
        certain = len(groups[-1]) < 3 or groups[0].startswith("0")
        if not certain:
            straight = str(int("".join(groups)))
            scan.add("number", straight, match.start(), match.end(), firm=False, take=False)
        scan.add("number", turned, match.start(), match.end(), firm=certain)


def _scale(scan: Scan, end: int) -> int:
    """What a word after a number multiplies it by: "millions" 1,000,000, none 1."""
    words = number_words(scan.language.code)
    match = words.word.match(scan.folded.text, end + 1) if end < len(scan.folded.text) else None
    return words.multipliers.get(match.group(), 1) if match else 1


def _spelled(scan: Scan, match: re.Match[str], words: NumberWords, percent: re.Pattern[str]) -> None:
    run = match.group()
    value, ordinal = value_of(run, words)
    if ordinal:
        scan.add("ordinal", str(value), match.start(), match.end(), firm=False)
        return
    tail = percent.match(scan.folded.text, match.end())
    if tail:
        scan.add("percentage", str(value), match.start(), tail.end())
        return
    # A run of characters in Chinese is often a word (一切, 三方); only longer runs are taken as a quantity.
    firm = run not in words.loose and (words.spaced or (len(run) > 1 and value > 9))
    scan.add("number", str(value), match.start(), match.end(), firm=firm)


def _digits(text: str, grouping: frozenset[str], decimal: str) -> Decimal:
    text = text.replace(", 000", "000")
    for mark in grouping:
        if mark != decimal or re.fullmatch(rf"\d{{1,3}}(?:{re.escape(mark)}\d{{3}})+", text):
            text = text.replace(mark, "")
    for mark in decimal:
        text = text.replace(mark, ".")
    return Decimal(text)
