"""Numbers, percentages: digits with each language's grouping, and number words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import zip_longest

from corpora.annotation.numerals import (
    NumberWords,
    SpelledNumber,
    number_words,
    numbers_of,
    value_of,
    whole_words,
    with_endings,
)
from corpora.annotation.scanner import Scan
from corpora.languages import Language, expand, language
from corpora.model import stating
from corpora.text.alternatives import alternatives
from corpora.text.folding import fold_plain
from corpora.text.numbering import roman, roman_value
from corpora.text.patterns import compiled
from corpora.text.punctuation import CLOSING_BRACKETS
from corpora.text.scripts import CYRILLIC_CAPITALS, CYRILLIC_SMALL, LATIN_SMALL
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
_DEGREES = r"[\u00b0\u00ba\u2103]|oc\b|o\sc\b"
"""Signs of degrees as texts print them, and what folding leaves of them."""
_GROUP_MARK = re.compile(r"[ ,]")
_LIST_MARK = re.compile(r"(?<!\w)'\d{1,2}'(?!\w)")
_SUBSTANCE = re.compile(r"(?<![A-Za-z0-9.,])\d{1,2}(?:,\d{1,2})+(?=\s?-\s?[^\W\d_]{4})")
_FRACTION = re.compile(r"(?<![\d.,])(\d{1,3}),(\d{1,2})(?![\d.,])")


@dataclass(frozen=True)
class _Figures:
    """How a language prints numbers in figures.

    ``number`` has the groups ``n`` (the figure), ``m`` (words that multiply it) and ``p`` (per cent); ``shares_unit`` matches what stands
    between two numbers of which the second says the unit of both, None where the language's data know no such words.
    """

    number: re.Pattern[str]
    percent: re.Pattern[str]
    multiplier: re.Pattern[str]
    grouping: frozenset[str]
    decimal: str
    shares_unit: re.Pattern[str] | None


def _figures(language: Language) -> _Figures:
    section = language.numbers
    grouping = "".join(sorted(set(section.grouping)))
    words = language.derived(number_words)
    # Chinese multiplies a figure by several characters at once: 4万亿, 3百万.
    least = _THOUSAND if language.spaced else _HUNDRED
    multiplier = alternatives([w for w, n in {**_of_titles(), **words.multipliers}.items() if n >= least])
    edge = r"(?!\w)" if language.spaced else ""
    joins = alternatives(section.money_joins)
    between = rf"\s(?:{joins})?" if joins else r"\s?"
    percent = alternatives(section.percent)
    about = f"[{re.escape(section.about)}]?" if section.about else ""
    # "COVID-19" has no figure; in Chinese a sign may touch a character.
    name = r"(?<![^\W\d_]-)" if language.spaced else r"(?<![A-Za-z]-)"
    # "15, 000", "1,116, 738,700": a space may have slipped in after the mark that groups.
    slipped = r"\d{1,3}(?:,\d{3})+, \d{3}(?:,\d{3})+(?!\d)"
    digits = rf"{slipped}|\d{{1,3}}(?:[{re.escape(grouping)}]\d{{3}}|, 000)+(?!\d)|\d+"
    multiplied = rf"(?:{multiplier}){edge}(?:{between if language.spaced else ''}(?:{multiplier}){edge})*"
    # Before a multiplier, "per cent" or degrees one or two digits behind a point or comma are a decimal fraction in any language.
    fraction = rf"\d{{1,3}}[.,]\d{{1,2}}(?=\s?{about}(?:(?:{multiplier}){edge}|{percent}|{_DEGREES}))"
    # Cyrillic letters too: "М23" is a name as "M23" is; Arabic and Chinese write other words as one with a figure.
    # Figures behind no other figure or letter (n); words that multiply them (m); per cent (p): "2.5 million", "40 per cent".
    number = compiled(
        rf"(?<!\d)(?<![A-Za-z\u0400-\u04ff]){name}(?P<n>{fraction}|(?:{digits})(?:[{re.escape(section.decimal)}]\d+)?)"
        rf"(?:\s?{about}(?P<m>{multiplied}))?(?:\s?(?P<p>{percent}))?"
    )
    # What may follow a number in words: " per cent" of "forty per cent", "million".
    percent_sign = compiled(rf"\s?(?:{percent})")
    multiplier_word = compiled(rf"(?:{multiplier}){edge}")
    # "between 5.8 and $5.9 trillion": what joins them, and the currency, which may be said again.
    shared = alternatives(section.share_unit)
    shares_unit = compiled(rf"\s?(?:{shared})\s?(?:(?:us)?\$\s?)?") if shared else None
    return _Figures(number, percent_sign, multiplier_word, frozenset(grouping), section.decimal, shares_unit)


def _designation(language: Language) -> re.Pattern[str]:
    """The designation of a standard with its month, which is no date of the document: "NIJ 0101.06, July 2008"."""
    own = language.numbers.designation_month
    return compiled(
        rf"""
        (?<![\d.])(0\d{{2,}}(?:\.\d+)+)(?![\d.])          # "0101.06"
        (?:
            ,?\s(?:de\s)?[^\W\d]{{3,10}}\s(?:de\s)?(?:19|20)\d\d(?!\d)   # ", July 2008", "de julio de 2008"
          {f"| (?-x:{own.pattern})" if own else ""}
        )?
        """,
        re.VERBOSE,
    )


def find_designations(scan: Scan) -> None:
    """Designations of standards with their month, in whatever language ("NIJ 0101.06 July 2008" holds no sixth of July)."""
    for match in scan.matches(scan.language.derived(_designation)):
        scan.add(Designation(match.group(1)), match.start(), match.end())


def find_marks(scan: Scan) -> None:
    """What has figures and counts nothing: Arabic list marks ("‘2’"), places in names of substances ("2,4,6-trinitrotoluène")."""
    _numbered_with_letter(scan)
    for pattern in (_LIST_MARK, _SUBSTANCE):
        for match in scan.matches(pattern):
            scan.take(match.start(), match.end())


def _with_letters(language: Language) -> re.Pattern[str] | None:
    """ "رقم 53 ألف" for "No. 53A": the name of a letter behind the number of a text, which may be a number word too; also where it opens a line."""
    section = language.citations
    if not section.number_word or not section.letters:
        return None
    letters = alternatives(word for words in section.letters.values() for word in words)
    return compiled(
        rf"(?:^|(?:{alternatives(section.number_word)})\s)(?P<n>\d{{1,3}})\s(?:{letters})(?!\w)(?!\s(?:{letters})(?!\w))"
    )


def _numbered_with_letter(scan: Scan) -> None:
    pattern = scan.language.derived(_with_letters)
    for match in scan.matches(pattern) if pattern else ():
        scan.add(Number(Decimal(match.group("n"))), match.start("n"), match.end())


_ROMAN = re.compile(r"(?<![\w.'-])(?:[IVX]{2,7}|(?<=\w{3}\s)[IVX])(?=(?:i?[èe](?:me|re)?|-\w{1,3})?(?![\w'-]|\.\w))")
"""A Roman numeral as texts number chapters, annexes and centuries with; a single letter only behind a word."""


def find_roman(scan: Scan) -> None:
    """Roman numerals in capitals: "chapter VII", "annexe II", "XXI век"."""
    for match in _ROMAN.finditer(scan.text):
        value = roman_value(match.group().lower())
        start, end = scan.located(*match.span())
        if value and roman(value).upper() == match.group() and "\x00" not in scan.free[start:end]:
            scan.add(Ordinal(value), start, end, firm=False)


_CORRIGENDUM = re.compile(r"\)/\s?corr\.\s?\d{1,2}")
"""The corrigendum of a part of a document: each language has its own ("NPT/CONF.2000/28 (Parts I and II)/Corr.3")."""


def find(scan: Scan) -> None:
    """Quantities and years. Spelled ones that are often no quantity ("one", "both") are not firm."""
    figures = scan.language.derived(_figures)
    words = scan.language.derived(number_words)
    for name in scan.language.numbers.ignore:
        for match in scan.matches(compiled(re.escape(name))):
            scan.take(match.start(), match.end())
    for match in scan.matches(_CORRIGENDUM):
        scan.take(match.start(), match.end())
    if scan.language.direction == "rtl":
        _reversed_groups(scan, figures.percent)
    _decades(scan)
    _sections(scan)
    _percent_before(scan, words)
    printed = list(scan.matches(figures.number))
    for match, following in zip_longest(printed, printed[1:]):
        if _in_parts(scan, match):
            continue
        value = _digits(match.group("n"), figures)
        unit = following if following and _shares_unit(scan, match, following, figures) else match
        for multiplier in figures.multiplier.finditer(unit.group("m") or ""):
            value *= _multiplier(scan, unit.start("m") + multiplier.start(), multiplier.group(), words)
        quantity = Share if unit.group("p") else Number
        sign, start, end = _signed(scan, match.start(), match.end())
        scan.add(quantity((value * sign).normalize()), start, end)
    for match in scan.matches(words.run):
        for number in numbers_of(match.group(), words, scan.folded.text[match.end() : match.end() + 2]):
            _spelled(scan, match, number, figures.percent)
    _compounds(scan)


def _multiplier(scan: Scan, start: int, word: str, words: NumberWords) -> int:
    """What a word multiplies by; one with a capital stands in an English title: "Connect the Next 1.5 Billion" in a French text."""
    in_title = scan.text[scan.folded.span(start, start + 1).start].isupper() and word in _of_titles()
    return _of_titles()[word] if in_title or word not in words.multipliers else words.multipliers[word]


def _of_titles() -> Mapping[str, int]:
    """What multiplies in the titles of English reports, which texts in other languages cite as they are."""
    return language("en").derived(number_words).multipliers


_MOST_SHARED = 1000
"""What multiplies is said once for two numbers below a thousand: above, the first is a year, or whole by itself."""


def _shares_unit(scan: Scan, match: re.Match[str], following: re.Match[str], figures: _Figures) -> bool:
    """Whether the number behind it says a number's unit too: "between 5.8 and 5.9 trillion", "de 10 à 20 pour cent"."""
    if match.group("m") or match.group("p") or figures.shares_unit is None:
        return False
    if not following.group("m") and not following.group("p"):
        return False
    between = scan.free[match.end() : following.start()]
    one, other = _digits(match.group("n"), figures), _digits(following.group("n"), figures)
    return one < other < _MOST_SHARED and figures.shares_unit.fullmatch(between) is not None


_SECTION = re.compile(rf"(?<![{LATIN_SMALL}{CYRILLIC_SMALL}0-9_./,])\d{{1,2}}(?:\.\d{{1,2}}){{2,}}(?![.,/]?\d)")
"""The number of a section in parts, three and more: "3.2.2" is neither 3.2 nor 2.2. A Chinese or Arabic letter may touch it: 第3.2.2段."""


def _sections(scan: Scan) -> None:
    """The parts of the number of a section, each a number of its own."""
    for match in scan.matches(_SECTION):
        place = match.start()
        for part in match.group().split("."):
            scan.add(Number(Decimal(int(part))), place, place + len(part))
            place += len(part) + 1


_PART_OF_PART = re.compile(r"(\d{1,2})\.(\d{1,2})")


def _in_parts(scan: Scan, match: re.Match[str]) -> bool:
    """Whether a number is that of a part of a part ("article 2.2"): then each of its parts is a number of its own."""
    before, parts = scan.language.numbers.sectioned, _PART_OF_PART.fullmatch(match.group("n"))
    if before is None or parts is None or match.group("m") or match.group("p"):
        return False
    start = match.start("n")
    if before.search(scan.folded.text[max(0, start - _SIGN_REACH) : start]) is None:
        return False
    for k in (1, 2):
        scan.add(Number(Decimal(int(parts.group(k)))), start + parts.start(k), start + parts.end(k))
    return True


_THOUSAND, _HUNDRED = 1000, 100
_RECENT_DECADES = (20, 30)
"""Decades that may be of this century too."""


def _decade_names(language: Language) -> tuple[re.Pattern[str], dict[str, int]] | None:
    names = {
        fold_plain(word): int(decade)
        for decade, phrases in language.numbers.decades.items()
        for raw in phrases
        for word in expand(raw)
    }
    return (whole_words(names, spaced=language.spaced), names) if names else None


def _decades(scan: Scan) -> None:
    """ "années 90", "the nineties": 1990, as "the 1990s" has it."""
    known = scan.language.derived(_decade_names)
    if known is None:
        return
    pattern, names = known
    words = scan.language.derived(number_words)
    for match in scan.matches(pattern):
        # 1990年代 says its century itself.
        if match.start() and scan.folded.text[match.start() - 1].isdigit():
            continue
        decade, start, century = names[match.group()], match.start(), scan.language.numbers.century
        said = century.search(scan.folded.text[:start]) if century else None
        if said:
            first = 100 * (_whole(said.group("c"), words) - 1)
            scan.add(Number(Decimal(first + decade)), said.start(), match.end())
            continue
        scan.add(Number(Decimal(1900 + decade)), start, match.end(), firm=decade not in _RECENT_DECADES)


def _whole(text: str, words: NumberWords) -> int:
    """A whole number in figures or words."""
    return int(text) if text.isdecimal() else value_of(text, words)[0]


def _signed(scan: Scan, start: int, end: int) -> tuple[int, int, int]:
    """-1 where a sign or a word says that a number is below zero, else 1; and where the number begins and ends with it."""
    section, text = scan.language.numbers, scan.folded.text
    base = max(0, start - _SIGN_REACH)
    if section.minus and (word := section.minus.search(text[base:start])):
        return -1, base + word.start(), end
    if section.below_zero and (behind := section.below_zero.match(text, end)):
        return -1, start, behind.end()
    if start == 0 or text[start - 1] != "-":
        return 1, start, end
    place = scan.folded.span(start - 1, start).start
    if scan.text[place] == _DASH:
        return 1, start, end
    before = scan.text[:place]
    # A hyphen is a sign only where it stands apart from what goes before, and that is no figure or name. Where words are not spaced it
    # touches them, and is one behind what a value follows ("为-4度"), not in a name ("火箭榴弹-7").
    touched = before[-1:].isalnum() if scan.language.spaced else bool(_FIGURE_OR_NAME.search(before))
    lead = section.signed_behind.search(text[base : start - 1]) if section.signed_behind else None
    apart = scan.text[place] == _MINUS or lead or _MAY_BE_SIGNED.search(before)
    return (-1, start - 1, end) if apart and not touched else (1, start, end)


_MINUS, _DASH = "\u2212", "\u2014"
"""The sign, and a dash that opens a remark and never is one."""
_FIGURE_OR_NAME = re.compile(rf"[A-Za-z\d{CLOSING_BRACKETS}]\s?$|^$")
_SIGN_REACH = 24
"""Characters in which a word for "minus" stands before a number."""
_MAY_BE_SIGNED = re.compile(
    rf"""
    [^\W\d_]{{2}}(?<![A-Z{CYRILLIC_CAPITALS}])[,;:]?\s\(?$       # behind a word, which is no abbreviation
    | (?<!\w)[^\W\d_](?<![A-Z{CYRILLIC_CAPITALS}])\s$            # behind a word of one letter
    | [^\W\d_]\s?\($
    """,
    re.VERBOSE,
)


def _compound_numbers(language: Language) -> tuple[re.Pattern[str], dict[str, int]] | None:
    """Words that open with a number ("тридцатилетний"), tens and units together."""
    section = language.numbers
    if not section.compounds or section.compound_tail is None:
        return None
    parts = {
        fold_plain(word): int(n)
        for n, words in section.compounds.items()
        for raw in words
        for word in expand(with_endings(raw, section.endings))
    }
    tens = alternatives(word for word, n in parts.items() if n % 10 == 0)
    unit = alternatives(parts)
    tail = section.compound_tail.pattern
    # "двадцатипятилетие": tens, unit, and the rest of the word, which must be one that counts.
    compound = compiled(rf"(?<!\w)(?P<tens>{tens})?(?P<unit>{unit})(?:{tail})")
    return compound, parts


def is_compound_number(word: str, language: Language) -> bool:
    """Whether a word opens with a number that it counts something with: "четырехлетний", of four years."""
    known = language.derived(_compound_numbers)
    return known is not None and known[0].match(fold_plain(word)) is not None


def _compounds(scan: Scan) -> None:
    known = scan.language.derived(_compound_numbers)
    if known is None:
        return
    pattern, parts = known
    for match in scan.matches(pattern):
        value = parts[match.group("unit")] + parts.get(match.group("tens") or "", 0)
        scan.add(Number(Decimal(value)), match.start(), match.end(), firm=False)


def _money(language: Language) -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    """What follows and what goes before a sum of money, and the ISO 4217 code of each word."""
    names = {word: currency for currency, words in language.currencies.items() for word in words}
    names |= {currency.lower(): currency for currency in language.currencies}
    joined = alternatives(list(names))
    joins = alternatives(language.numbers.money_joins)
    between = f"(?:{joins})?" if joins else ""
    currency_after = compiled(rf"\.?\s?{between}(?P<c>{joined})")  # "5 million de dollars"
    # "US$ 5", but not the end of "indicateur 16.4.1".
    letter = r"[^\W\d_]" if language.spaced else "[a-z]"
    currency_before = compiled(rf"(?<!{letter})(?P<c>{joined})\s?$")
    return currency_after, currency_before, names


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
    words = language.derived(number_words)
    point, units = alternatives(language.numbers.decimal_words), alternatives(words.units)
    decimals = rf"(?:(?:{point})(?P<f>(?:{units}){{1,4}}))?" if language.numbers.decimal_words else "(?P<f>(?!))?"
    # 百分之40 in figures (d), 百分之四十 in words (w), 百分之十二点五 with decimals (f).
    return compiled(rf"(?:{alternatives(signs)})(?:(?P<d>\d+(?:\.\d+)?)|(?P<w>{run}){decimals})")


def _percent_before(scan: Scan, words: NumberWords) -> None:
    pattern = scan.language.derived(_leading_percent)
    for match in scan.matches(pattern) if pattern else ():
        value = Decimal(match.group("d") or value_of(match.group("w"), words)[0])
        if decimals := match.group("f"):
            value += Decimal("0." + "".join(str(words.units[figure]) for figure in words.word.findall(decimals)))
        sign, start, end = _signed(scan, match.start(), match.end())
        scan.add(Share((value * sign).normalize()), start, end)


def _reversed_groups(scan: Scan, percent: re.Pattern[str]) -> None:
    """Grouped numbers whose groups may stand in reverse: certain where the last has one or two digits.

    A decimal fraction may be turned too ("1,11" for 11,1): both readings are kept, and neither is missed.
    """
    for match in scan.matches(_FRACTION):
        whole, part = match.group(1), match.group(2)
        sign, start, end = _signed(scan, match.start(), match.end())
        for value in (f"{int(whole)}.{part}", f"{int(part)}.{whole}"):
            figure = (Decimal(value) * _scale(scan, match.end()) * sign).normalize()
            for quantity in (Number(figure), Share(figure)):
                scan.add(quantity, start, end, firm=False, take=False)
        # The hundred of "per cent" is no number of its own.
        sign_behind = percent.match(scan.folded.text, end)
        scan.take(start, sign_behind.end() if sign_behind else end)
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


def _spelled(scan: Scan, run: re.Match[str], number: SpelledNumber, percent: re.Pattern[str]) -> None:
    """One number in words; not firm where it is often no quantity or says no more than "many"."""
    section, words = scan.language.numbers, scan.language.derived(number_words)
    start, end = run.start() + number.start, run.start() + number.end
    text, printed = scan.folded.text, scan.folded.text[start:end]
    if printed in section.homographs and not section.homographs[printed].match(text, end):
        return
    if number.ordinal:
        scan.add(Ordinal(number.value), start, end, firm=False)
        return
    tail = percent.match(text, end)
    sign, signed_start, signed_end = _signed(scan, start, tail.end() if tail else end)
    value = Decimal(number.value * sign)
    if tail:
        scan.add(Share(value), signed_start, signed_end)
        return
    firm = printed not in words.loose or _counts_time(scan, start, end, number.value)
    if not words.spaced:
        # A run of characters in Chinese is often a word (一切, 三方); only longer runs, or those before what they count.
        counted = number.value > 1 and section.counters is not None and bool(section.counters.match(text, end))
        which = _is_ordered(scan, start, end) or _counts_time(scan, start, end, number.value)
        firm = counted or which or (end - start > 1 and number.value > 9)
    scan.add(Number(value), signed_start, signed_end, firm=firm and not _counts_nothing(scan, start, end))


def _is_ordered(scan: Scan, start: int, end: int) -> bool:
    """Whether a number says which article, chapter or annex: 第二条, 附件二."""
    sign, section, text = scan.language.sessions.ordinal_sign, scan.language.numbers, scan.folded.text
    if section.sectioned and section.sectioned.search(text[max(0, start - _SIGN_REACH) : start]):
        return True
    return bool(section.ordered and sign and text.endswith(sign, 0, start) and section.ordered.match(text, end))


def _time_unit(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """A unit of time behind a number and before it, as Arabic has it with one: "one year", "سنة واحدة"."""
    unit = language.wording.time_unit
    if unit is None:
        return None
    return compiled(rf"[\s-]?(?:{unit.pattern})"), compiled(rf"(?<!\w)(?:{unit.pattern})\s$")


def _counts_time(scan: Scan, start: int, end: int, value: int) -> bool:
    """Whether a number counts years, months or days: there "un" and "two" are numbers as any other."""
    known, text = scan.language.derived(_time_unit), scan.folded.text
    if known is None:
        return False
    behind, before = known
    if behind.match(text, end):
        return True
    return (
        value == 1
        and scan.language.numbers.units_first
        and before.search(text[max(0, start - _SIGN_REACH) : start]) is not None
    )


def _counts_nothing(scan: Scan, start: int, end: int) -> bool:
    """Whether a round number says "many": a multiplier alone ("миллионам", 千百万), or behind "several"."""
    section, words, text = scan.language.numbers, scan.language.derived(number_words), scan.folded.text
    if section.vague and section.vague.search(text[max(0, start - _SIGN_REACH) : start]):
        return True
    tokens = [match.group() for match in words.word.finditer(text[start:end])]
    if any(words.multipliers.get(token, 0) < (_THOUSAND if words.spaced else _HUNDRED) for token in tokens):
        return False
    return len(tokens) == 1 or not words.spaced


_SLIPPED = re.compile(r"(?<=\d), (?=\d{3})")
"""A mark that groups, with a space that has slipped in behind it."""
_SHORT_FRACTION = re.compile(r"\d{1,3}[.,]\d{1,2}")
"""A decimal fraction whatever the language: behind the mark stand fewer figures than a group has, "1,5" and "12.25"."""


def _is_grouped(text: str, mark: str) -> bool:
    """Whether a figure is cut into thousands by ``mark``: "1.250.000", but not "1.25"."""
    first, *groups = text.split(mark)
    return (
        bool(groups)
        and 1 <= len(first) <= 3
        and first.isdecimal()
        and all(len(g) == 3 and g.isdecimal() for g in groups)
    )


def _digits(text: str, figures: _Figures) -> Decimal:
    if _SHORT_FRACTION.fullmatch(text):
        return Decimal(text.replace(",", "."))
    text = _SLIPPED.sub("", text)
    for mark in figures.grouping:
        if mark != figures.decimal or _is_grouped(text, mark):
            text = text.replace(mark, "")
    for mark in figures.decimal:
        text = text.replace(mark, ".")
    return Decimal(text)
