"""Sessions and meetings, in figures and words, the word "session" behind or before: "douzième session", "12th session"."""

from __future__ import annotations

import re

from corpora.annotation.numerals import number_words, numbers_of, value_of
from corpora.annotation.scanner import Scan
from corpora.languages import Language
from corpora.text.alternatives import alternatives
from corpora.text.numbering import roman, roman_value
from corpora.text.patterns import compiled
from corpora.text.scripts import ROMAN_IN_CYRILLIC
from corpora.values import Session


def _pattern(language: Language) -> re.Pattern[str]:
    section = language.sessions
    run = language.derived(number_words).run.pattern
    after, before = alternatives(section.after), alternatives(section.before)
    if not language.spaced:
        sign = f"(?P<sign>{re.escape(section.ordinal_sign)})?" if section.ordinal_sign else "(?P<sign>)"
        # 第七十六届 in words (w), 第76届 in figures (d).
        return compiled(rf"{sign}\s?(?:(?P<d>\d{{1,4}})|(?P<w>{run}))\s?(?P<word>{after})")
    if before:
        # "الدورة السادسة والسبعين": the word for a session first, behind a letter or two written together with it.
        return compiled(rf"\w{{0,2}}(?:{before})\s+(?:(?P<d>\d{{1,4}})|(?P<w>{run}))")
    suffix = rf"(?:\s?(?:{section.number_suffix}))?" if section.number_suffix else ""
    number = rf"(?P<d>\d{{1,4}}){suffix}|(?P<r>[{_ROMAN}]{{1,8}}){suffix}"
    # "76th session" in figures (d), "XIV session" in roman ones (r), "seventy-sixth session" in words (w).
    return compiled(rf"(?:(?<![\w/.,])(?:{number})|(?P<w>{run}))\s+(?P<word>{after})(?!\w)")


def _word(language: Language) -> re.Pattern[str]:
    """Any word for a session: a paragraph without one has no session, and the great pattern of number words is not tried on it."""
    return compiled(alternatives([*language.sessions.after, *language.sessions.before]))


_ROMAN = "ivxlc" + "".join(ROMAN_IN_CYRILLIC)
"""Letters of roman numerals, and the Cyrillic ones that are typed for them."""
_LATIN = str.maketrans(ROMAN_IN_CYRILLIC)


def find(scan: Scan) -> None:
    """Sessions by number, whether in words, in figures or in roman numerals."""
    if not scan.language.derived(_word).search(scan.folded.text):
        return
    for match in scan.matches(scan.language.derived(_pattern)):
        groups = match.groupdict()
        if groups["d"]:
            if not _is_count(scan, match):
                scan.add(Session(int(groups["d"])), match.start(), match.end())
        elif groups.get("r"):
            _roman(scan, match)
        else:
            _spelled(scan, match)
    _find_behind(scan)


def _behind(language: Language) -> re.Pattern[str] | None:
    """Ordinals behind the word for a session, in a language that mostly has them before it: "períodos de sesiones 79º y 80º"."""
    section = language.sessions
    if not section.behind:
        return None
    run = language.derived(number_words).run.pattern
    figure = rf"\d{{1,4}}(?:\s?(?:{section.number_suffix}))"
    return compiled(
        rf"(?:{alternatives(section.behind)})\s(?P<n>(?:{figure}|{run})(?:(?:,\s|\s\w\s)(?:{figure}|{run}))*)"
    )


_FIGURE = re.compile(r"\d+")


def _find_behind(scan: Scan) -> None:
    pattern = scan.language.derived(_behind)
    for match in scan.matches(pattern) if pattern else ():
        start, said = match.start("n"), match.group("n")
        for figure in _FIGURE.finditer(said):
            scan.add(Session(int(figure.group())), start + figure.start(), start + figure.end())
        words = scan.language.derived(number_words)
        for run in words.run.finditer(said):
            for number in numbers_of(run.group(), words):
                if number.ordinal:
                    place = start + run.start()
                    scan.add(Session(number.value), place + number.start, place + number.end)


def _roman(scan: Scan, match: re.Match[str]) -> None:
    span = scan.folded.span(match.start("r"), match.end("r"))
    if not scan.text[span.start : span.end].isupper():
        return
    number = match.group("r").translate(_LATIN)
    value = roman_value(number)
    if value and roman(value) == number:
        scan.add(Session(value), match.start(), match.end())


def _spelled(scan: Scan, match: re.Match[str]) -> None:
    """A number in words: each ordinal of "première et deuxième sessions" is one."""
    words = scan.language.derived(number_words)
    if not words.spaced:
        if not _is_count(scan, match):
            scan.add(Session(value_of(match.group("w"), words)[0]), match.start(), match.end())
        return
    base = match.start("w")
    every = list(numbers_of(match.group("w"), words))
    # "The first two sessions", "les deux premières sessions": how many, and no session by its number; but "une deuxième session".
    if any(not number.ordinal and number.value > 1 for number in every):
        return
    found = [number for number in every if number.ordinal]
    before = bool(scan.language.sessions.before)
    for k, number in enumerate(found):
        start = match.start() if before and k == 0 else base + number.start
        end = match.end() if not before and k == len(found) - 1 else base + number.end
        scan.add(Session(number.value), start, end)


def _is_count(scan: Scan, match: re.Match[str]) -> bool:
    """Whether a number says how many meetings: 三百次会议 without the sign of an ordinal, which one list has once."""
    section = scan.language.sessions
    if match.groupdict().get("w") in section.counting:
        return True
    if scan.language.spaced:
        # "24 заседания" against "24-е заседание", which has the ending of an ordinal.
        return match.groupdict().get("word") in section.counted and not match.group()[
            len(match.group("d")) :
        ].startswith("-")
    if (
        not section.ordinal_sign
        or match.groupdict().get("sign")
        or match.groupdict().get("word") not in section.counted
    ):
        return False
    run = scan.language.derived(number_words).run.pattern
    listed = rf"{re.escape(section.ordinal_sign)}(?:\s?(?:\d+|{run})\s?[^\w\s]?\s?\w{{0,3}})*\s?$"
    return re.search(listed, scan.folded.text[max(0, match.start() - _LIST_REACH) : match.start()]) is None


_LIST_REACH = 16
"""Characters that the numbers before the last one of a list may take."""
