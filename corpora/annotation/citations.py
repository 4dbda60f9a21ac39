"""Document symbols and cited resolutions, and references to paragraphs."""

from __future__ import annotations

import re
from functools import cache

from corpora.annotation.scanner import Scan, alternatives
from corpora.languages import language
from corpora.text.folding import fold_plain
from corpora.text.numbering import chinese_ordinal, roman
from corpora.text.symbols import canonical_council, canonical_pair, canonical_symbol

# Chinese and Arabic letters may touch a symbol ("第56/1号"), letters and digits of its own script may not.
_NOT_INSIDE = r"(?<![a-zà-ÿа-я0-9/.,])"
_FULL = re.compile(
    _NOT_INSIDE
    + r"""
    (?:a|s|e|st|hri|ccpr|cat|cedaw|crc|npt|fccc|unep|td|hs|dp|sg|tree)/   # the body, or the series
    (?=[^ ]*\d)                                                           # with a figure further on
    [a-z0-9][a-z0-9.\-/]*[a-z0-9]
    (?:\s?\((?:19|20)\d\d\))?                                            # "S/RES/1373 (2001)"
    """,
    re.VERBOSE,
)
"""A symbol in full, folded: "a/res/56/1", "e/cn.15/2002/2"."""
_COUNCIL = re.compile(_NOT_INSIDE + r"(\d{1,4})\s?\(((?:19|20)\d\d)\)")
_ROMAN = re.compile(
    _NOT_INSIDE
    + r"""
    (\d{1,4})\s?([a-z]?)\s?                    # number and letter
    \(([ivxlc]{1,8}|es-[ivx]+|s-[ivx]+)\)      # the session, in Roman numerals
    """,
    re.VERBOSE,
)
"""The Assembly's resolutions up to 1976: "217 A (III)", "3201 (S-VI)"."""
_PAIR = re.compile(
    _NOT_INSIDE
    + r"""
    ((?:es-|s-|دا(?:ط)?\s?-\s?)?\d{1,4})/(\d{1,3})            # session or year, special ones in Arabic too; number
    (?:\s?([a-zавсенкмортх])(?![a-zà-ÿа-я0-9']))?             # a letter alone, Latin or its Cyrillic double
    (?![a-z0-9/])
    """,
    re.VERBOSE,
)
"""Session or year, and number: "56/1", "2002/19", "57/270 B"."""
_YEARS = re.compile(_NOT_INSIDE + r"((?:19|20)\d\d)/((?:19|20)\d\d)(?![\d/])")
"""A year of accounts as Arabic prints it, 2020/2021."""
_NAMED_BEFORE, _NAMED_BEHIND = 40, 6
"""Characters before and behind a number in which "article", "rule" and the like name what it numbers."""
_LISTED = re.compile(r"\d/\d+[,;،、]?\s?(?:\w+\s?)?$")
"""Another symbol right before: the list names what they are at its head."""
_TYPED_FOR = str.maketrans("АВСЕНКМОРТХ", "ABCEHKMOPTX")
"""Cyrillic capitals that Russian texts have for the Latin ones that they look like ("56/24 Е")."""
_SPECIAL = {"دا": "S-", "داط": "ES-"}
"""Special and emergency special sessions in Arabic, folded."""
_NUMBERS = re.compile(r"\d{1,3}")


@cache
def _patterns(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    section = language(code).section("citations")
    return re.compile(section["corrigendum"], re.IGNORECASE), re.compile(
        language(code).section("references")["pattern"], re.IGNORECASE
    )


@cache
def _old_sessions(code: str) -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]] | None:
    """How a language that does not use Latin letters prints "217 A (III)" and the "A" of "56/1 A"; its names of letters."""
    section = language(code).section("citations")
    if "old_session" not in section:
        return None
    letters = {fold_plain(word): letter for letter, words in section["letters"].items() for word in words}
    names = alternatives(list(letters))
    session = re.compile(_NOT_INSIDE + section["old_session"].replace("LETTER", names))
    return session, re.compile(rf"\s?({names})(?!\w)"), letters


def _find_old_sessions(scan: Scan) -> None:
    known = _old_sessions(scan.language.code)
    if known is None:
        return
    pattern, _, letters = known
    for match in scan.matches(pattern):
        session = match.group("s")
        number = int(session) if session.isdigit() else chinese_ordinal(session)
        special = _SPECIAL.get(match.groupdict().get("special") or "", "")
        letter = letters.get(match.group("l") or "", "")
        value = f"{match.group('n')}{letter}({special}{roman(number).upper()})"
        scan.add("citation", value, match.start(), match.end())


def find(scan: Scan) -> None:
    """Symbols (A/RES/56/1, E/CN.15/2002/2), Council resolutions (1373 (2001)), pairs (56/1), roman sessions (217 A (III))."""
    corrigendum, _ = _patterns(scan.language.code)
    known = _old_sessions(scan.language.code)
    for match in scan.matches(_FULL):
        symbol = canonical_symbol(match.group())
        scan.add("citation", symbol, match.start(), match.end())
        tail = corrigendum.match(scan.folded.text, match.end())
        if tail:
            scan.add("citation", f"{symbol}/{canonical_symbol(tail.group('c'))}", tail.start("c"), tail.end("c"))
    for match in scan.matches(_COUNCIL):
        scan.add("citation", canonical_council(match.group(1), match.group(2)), match.start(), match.end())
    _find_old_sessions(scan)
    for match in scan.matches(_ROMAN):
        value = f"{match.group(1)}{match.group(2).upper()}({match.group(3).upper()})"
        scan.add("citation", value, match.start(), match.end())
    for match in scan.matches(_YEARS):
        if (int(match.group(1)) + 1) == int(match.group(2)):
            scan.add("number", f"{match.group(1)}/{match.group(2)[2:]}", match.start(), match.end())
    for match in scan.matches(_PAIR):
        if _is_financial_year(scan, match):
            scan.add("number", match.group(), match.start(), match.end())
        elif _is_resolution(match):
            if known and (named := known[1].match(scan.folded.text, match.end(2))):
                value = canonical_pair(match.group(1), match.group(2), known[2][named.group(1)])
                scan.add("citation", value, match.start(), named.end())
                continue
            suffix = scan.text[scan.folded.span(match.start(3), match.end(3)).start] if match.group(3) else ""
            suffix = suffix.translate(_TYPED_FOR)
            end = match.end() if suffix.isupper() else match.end(2)
            value = canonical_pair(_session(match.group(1)), match.group(2), suffix if suffix.isupper() else "")
            scan.add("citation", value, match.start(), end)


_ARABIC_SPECIAL = re.compile(r"^(داط?)\s?-\s?")


def _session(printed: str) -> str:
    """A session as symbols have it: Arabic prints S- and ES- in its own letters."""
    return _ARABIC_SPECIAL.sub(lambda mark: _SPECIAL[mark.group(1)], printed)


def _is_financial_year(scan: Scan, match: re.Match[str]) -> bool:
    """Whether "2024/25" is a year of accounts: the year after stands behind the stroke, and no resolution or decision is named."""
    first, second = match.group(1), match.group(2)
    if not (
        first.isdigit() and 1946 <= int(first) <= 2100 and len(second) == 2 and (int(first) + 1) % 100 == int(second)
    ):
        return False
    text = scan.folded.text
    # Chinese says what it is behind the number; "决定" before it is "decides".
    before = text[max(0, match.start() - _NAMED_BEFORE) : match.start()] if scan.language.spaced else ""
    if _LISTED.search(before):
        return False
    return _named(scan.language.code).search(before + " " + text[match.end() : match.end() + _NAMED_BEHIND]) is None


@cache
def _named(code: str) -> re.Pattern[str]:
    """The words for resolutions and decisions."""
    section = language(code).section("citations")
    return re.compile(alternatives([fold_plain(word) for word in (*section["resolution"], *section["decision"])]))


def _is_resolution(match: re.Match[str]) -> bool:
    """Whether "a/b" can be a resolution: a session or a year before the stroke."""
    first = match.group(1)
    if not first.isdigit():
        return True
    return 10 <= int(first) <= 130 or 1946 <= int(first) <= 2100


def find_references(scan: Scan) -> None:
    """ "paragraphe 5", "paragraphs 3 and 4": one anchor a paragraph named."""
    _, reference = _patterns(scan.language.code)
    for match in scan.matches(reference):
        start = match.start("n")
        for number in _NUMBERS.finditer(match.group("n")):
            scan.add("reference", str(int(number.group())), start + number.start(), start + number.end())
