"""Document symbols and cited resolutions, and references to paragraphs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from corpora.annotation.scanner import Scan
from corpora.languages import Language
from corpora.text.alternatives import alternatives
from corpora.text.numbering import ordinal_of, roman
from corpora.text.patterns import compiled
from corpora.text.punctuation import LIST_COMMA, SPACED_COMMAS
from corpora.text.scripts import CYRILLIC_SMALL, LATIN_SMALL
from corpora.text.symbols import canonical_council, canonical_pair, canonical_symbol, parse_symbol
from corpora.values import Citation, FinancialYear, Number, ParagraphReference

# Chinese and Arabic letters may touch a symbol, letters and digits of its own script may not.
_OWN_LETTERS = LATIN_SMALL + CYRILLIC_SMALL
_NOT_INSIDE = rf"(?<![{_OWN_LETTERS}0-9/.,])"
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
_FIGURE_TOO_MANY = re.compile(_NOT_INSIDE + r"(\d{5})\s?\(((?:19|20)\d\d)\)")
"""A resolution of the Council whose number has a figure too many, among others or beside their word: "25853 (2021)"."""
_ROMAN = re.compile(
    _NOT_INSIDE
    + r"""
    (\d{1,4})\s?([a-z]?)\s?                    # number and letter
    \(([ivxlc]{1,8}|es-[ivx]+|s-[ivx]+)\)      # the session, in Roman numerals
    """,
    re.VERBOSE,
)
"""The Assembly's resolutions up to 1976: "217 A (III)", "3201 (S-VI)"."""
_YEARS = re.compile(_NOT_INSIDE + r"((?:19|20)\d\d)/((?:19|20)\d\d)(?![\d/])")
"""A year of accounts as Arabic prints it, 2020/2021."""
_NAMED_BEFORE, _NAMED_BEHIND = 40, 6
"""Characters before and behind a number in which "article", "rule" and the like name what it numbers."""
_LISTED = re.compile(rf"\d/\d+[{SPACED_COMMAS};{LIST_COMMA}]?\s?(?:\w+\s?)?$")
"""Another symbol right before: the list names what they are at its head."""
_NUMBERS = re.compile(r"\d{1,3}")
_OF_LAW = re.compile(r"0\d\d")
"""A number with a nought before it, as laws and orders have it and resolutions do not; Arabic files may have it before the stroke."""
_CONFERENCES = {"cp": "COP", "cop": "COP", "cma": "CMA", "cmp": "CMP", "mop": "MOP"}
"""Conferences of the Parties that number their decisions "1/CP.21", and the mark under which each is known here: conventions differ in
whether they print CP or COP, and Arabic has one for both (UNFCCC, "Decisions"; Convention on Biological Diversity, "COP Decisions")."""


class _OldSessions(NamedTuple):
    """How a language that does not use Latin letters prints "217 A (III)" and the "A" of "56/1 A"; its names of letters."""

    session: re.Pattern[str]
    letter: re.Pattern[str]
    letters: Mapping[str, str]


class _Pairs(NamedTuple):
    """ "56/1 A" as a language prints it, and the Latin marks of special sessions by the words that it has for them."""

    pattern: re.Pattern[str]
    special: Mapping[str, str]
    typed_as: Mapping[int, str]


def _of_conferences(language: Language) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """The decisions of Conferences of the Parties as a language prints them, and the mark of each conference."""
    own = {name: mark for mark, names in language.citations.conferences.items() for name in names}
    marks = _CONFERENCES | own
    # The number, the conference in Latin letters or the language's own, the session: "1/CP.21", "1/م أ -21", "1/م أ 21".
    pattern = compiled(_NOT_INSIDE + rf"(\d{{1,3}})\s?/\s?({alternatives(marks)})(?:\s?[.-]\s?|\s)(\d{{1,3}})(?![\d/])")
    return pattern, marks


def _find_decisions(scan: Scan) -> None:
    """Decisions of Conferences of the Parties."""
    pattern, marks = scan.language.derived(_of_conferences)
    for match in scan.matches(pattern):
        number, conference, session = match.groups()
        scan.add(_cited(f"{int(number)}/{marks[conference]}.{int(session)}"), match.start(), match.end())


def _old_sessions(language: Language) -> _OldSessions | None:
    section = language.citations
    if section.old_session is None:
        return None
    letters = {word: letter for letter, words in section.letters.items() for word in words}
    names = alternatives(letters)
    session = compiled(_NOT_INSIDE + section.old_session.replace("LETTER", names))
    letter_behind = compiled(rf"\s?({names})(?!\w)")  # " ألف" behind "56/1"
    return _OldSessions(session, letter_behind, letters)


def _pairs(language: Language) -> _Pairs:
    section = language.citations
    special = {word: f"{mark}-" for mark, words in section.special.items() for word in words}
    own = rf"|(?:{alternatives(special)})\s?-\s?" if special else ""
    typed = "".join(section.typed_as).lower()
    # Session or year, special ones as the language writes them; number; a letter alone, Latin or typed for a Latin one.
    pattern = compiled(
        _NOT_INSIDE + rf"((?:es-|s-{own})?\d{{1,4}})/(\d{{1,3}})"
        rf"(?:\s?([a-z{re.escape(typed)}])(?![{_OWN_LETTERS}0-9']))?(?![a-z0-9/])"
    )
    return _Pairs(pattern, special, str.maketrans(dict(section.typed_as)))


def _find_old_sessions(scan: Scan) -> None:
    known = scan.language.derived(_old_sessions)
    if known is None:
        return
    marks = scan.language.derived(_pairs).special
    for match in scan.matches(known.session):
        session = match.group("s")
        number = int(session) if session.isdigit() else ordinal_of(session, scan.language.numbering.numerals)
        special = marks.get(match.groupdict().get("special") or "", "")
        letter = known.letters.get(match.group("l") or "", "")
        value = f"{match.group('n')}{letter}({special}{roman(number).upper()})"
        scan.add(_cited(value), match.start(), match.end())


def find(scan: Scan) -> None:
    """Symbols (A/RES/56/1, E/CN.15/2002/2), Council resolutions (1373 (2001)), pairs (56/1), roman sessions (217 A (III))."""
    corrigendum = scan.language.citations.corrigendum
    known = scan.language.derived(_old_sessions)
    pairs = scan.language.derived(_pairs)
    for match in scan.matches(_FULL):
        symbol = canonical_symbol(match.group())
        scan.add(_cited(symbol), match.start(), match.end())
        tail = corrigendum.match(scan.folded.text, match.end())
        if tail:
            scan.add(_cited(f"{symbol}/{tail.group('c')}"), tail.start("c"), tail.end("c"))
    for match in scan.matches(_COUNCIL):
        scan.add(_cited(canonical_council(match.group(1), match.group(2))), match.start(), match.end())
    _find_mistyped(scan)
    _find_decisions(scan)
    _find_old_sessions(scan)
    for match in scan.matches(_ROMAN):
        # "3 (c)" and "4 (iii)" are points of paragraphs.
        if not scan.printed(*match.span(3)).isupper():
            continue
        value = f"{match.group(1)}{match.group(2).upper()}({match.group(3).upper()})"
        scan.add(_cited(value), match.start(), match.end())
    for match in scan.matches(_YEARS):
        if (int(match.group(1)) + 1) == int(match.group(2)):
            scan.add(FinancialYear(int(match.group(1))), match.start(), match.end())
    for match in scan.matches(pairs.pattern):
        if _is_financial_year(scan, match):
            scan.add(FinancialYear(int(match.group(1))), match.start(), match.end(2))
        elif _is_resolution(match):
            if known and (named := known.letter.match(scan.folded.text, match.end(2))):
                value = canonical_pair(match.group(1), match.group(2), known.letters[named.group(1)])
                scan.add(_cited(value), match.start(), named.end())
                continue
            suffix = scan.text[scan.folded.span(match.start(3), match.end(3)).start] if match.group(3) else ""
            suffix = suffix.translate(pairs.typed_as)
            end = match.end() if suffix.isupper() else match.end(2)
            value = canonical_pair(_session(match.group(1), pairs), match.group(2), suffix if suffix.isupper() else "")
            scan.add(_cited(value), match.start(), end)


def _find_mistyped(scan: Scan) -> None:
    """Resolutions of the Council whose number has a figure too many: only where another is cited or the word for them stands near."""
    for match in scan.matches(_FIGURE_TOO_MANY):
        text = scan.folded.text
        near = text[max(0, match.start() - _NAMED_BEFORE) : match.start()] + " " + text[match.end() :][:_NAMED_BEHIND]
        if _COUNCIL.search(text) or scan.language.derived(_named).search(near):
            scan.add(_cited(canonical_council(match.group(1), match.group(2))), match.start(), match.end())


def _cited(symbol: str) -> Citation:
    return Citation(parse_symbol(symbol))


def _session(printed: str, pairs: _Pairs) -> str:
    """A session as symbols have it: a language may print S- and ES- in its own letters."""
    mark, dash, number = printed.partition("-")
    special = pairs.special.get(mark.strip())
    return special + number.strip() if dash and special else printed


def _is_financial_year(scan: Scan, match: re.Match[str]) -> bool:
    """Whether "2024/25" is a year of accounts: the year after stands behind the stroke, and no resolution or decision is named."""
    first, second = match.group(1), match.group(2)
    if not (
        first.isdigit() and 1946 <= int(first) <= 2100 and len(second) == 2 and (int(first) + 1) % 100 == int(second)
    ):
        return False
    text = scan.folded.text
    # Chinese says what it is behind the number; its word for a decision, before it, is "decides".
    before = text[max(0, match.start() - _NAMED_BEFORE) : match.start()] if scan.language.spaced else ""
    if _LISTED.search(before):
        return False
    return scan.language.derived(_named).search(before + " " + text[match.end() : match.end() + _NAMED_BEHIND]) is None


def _named(language: Language) -> re.Pattern[str]:
    """The words for resolutions and decisions."""
    return compiled(alternatives([*language.citations.resolution, *language.citations.decision]))


def _is_resolution(match: re.Match[str]) -> bool:
    """Whether "a/b" can be a resolution: a session or a year before the stroke, and no law behind it ("loi no 21/038")."""
    first = match.group(1)
    if _OF_LAW.fullmatch(first) or _OF_LAW.fullmatch(match.group(2)):
        return False
    if not first.isdigit():
        return True
    return 10 <= int(first) <= 130 or 1946 <= int(first) <= 2100


def _in_sections(language: Language) -> re.Pattern[str] | None:
    """A paragraph by the section and its number, where a language has words for the Roman numerals of others: "رابعا-168" for "IV.168"."""
    words, joined = language.references.sections, language.writing.joined_words
    before = f"[{joined}]?" if joined else ""
    return compiled(rf"(?<!\w){before}(?:{alternatives(words)})\s?[-.]\s?(\d{{1,3}})(?![\d/])") if words else None


def _find_in_sections(scan: Scan) -> None:
    pattern = scan.language.derived(_in_sections)
    for match in scan.matches(pattern) if pattern else ():
        scan.add(Number(Decimal(match.group(1))), match.start(1), match.end(), take=False)
        scan.take(match.start(), match.end())


def find_references(scan: Scan) -> None:
    """ "paragraphe 5", "paragraphs 3 and 4": one anchor a paragraph named."""
    _find_in_sections(scan)
    for match in scan.matches(scan.language.references.pattern):
        start = match.start("n")
        for number in _NUMBERS.finditer(match.group("n")):
            scan.add(ParagraphReference(int(number.group())), start + number.start(), start + number.end())
