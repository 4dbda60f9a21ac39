"""Sessions and meetings, in figures and words, the word "session" behind or before: "douzième session", "12th session"."""

from __future__ import annotations

import re

from corpora.annotation.numerals import number_words, value_of
from corpora.annotation.scanner import Scan, alternatives
from corpora.languages import Language
from corpora.values import Session


def _pattern(language: Language) -> re.Pattern[str]:
    section = language.sessions
    run = language.derived(number_words).run.pattern
    after, before = alternatives(section.after), alternatives(section.before)
    if not language.spaced:
        sign = f"(?:{re.escape(section.ordinal_sign)})?" if section.ordinal_sign else ""
        return re.compile(rf"{sign}\s?(?:(?P<d>\d{{1,4}})|(?P<w>{run}))\s?(?:{after})")
    if before:
        return re.compile(rf"\w{{0,2}}(?:{before})\s+(?:(?P<d>\d{{1,4}})|(?P<w>{run}))")
    suffix = rf"(?:\s?(?:{section.number_suffix}))?" if section.number_suffix else ""
    return re.compile(rf"(?:(?<![\w/.,])(?P<d>\d{{1,4}}){suffix}|(?P<w>{run}))\s+(?:{after})(?!\w)")


def find(scan: Scan) -> None:
    """Sessions by number, whether in words or digits."""
    words = scan.language.derived(number_words)
    for match in scan.matches(scan.language.derived(_pattern)):
        if match.group("d"):
            value, ordinal = int(match.group("d")), True
        else:
            value, ordinal = value_of(match.group("w"), words)
        if ordinal or not words.spaced:
            scan.add(Session(value), match.start(), match.end())
