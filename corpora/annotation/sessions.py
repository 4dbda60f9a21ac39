"""Sessions and meetings: "douzième session", "12th session", "第十二届会议", "الدورة الثانية عشرة"."""

from __future__ import annotations

import re
from functools import cache

from corpora.annotation.numerals import number_words, value_of
from corpora.annotation.scanner import Scan, alternatives
from corpora.languages import language
from corpora.text.folding import fold_plain
from corpora.values import Session


@cache
def _pattern(code: str) -> re.Pattern[str]:
    data = language(code)
    section = data.section("sessions")
    words = number_words(code)
    run = words.run.pattern
    after = alternatives([fold_plain(w) for w in section["after"]])
    before = alternatives([fold_plain(w) for w in section["before"]])
    if not data.spaced:
        return re.compile(rf"第?\s?(?:(?P<d>\d{{1,4}})|(?P<w>{run}))\s?(?:{after})")
    suffix = r"(?:\s?(?:-?(?:e|er|re|ere|eme|ème|st|nd|rd|th|[аеойуюя]{1,2}|го|му)|º|ª|o|a|\.))?"
    if before:
        return re.compile(rf"[\wَ-ْ]{{0,2}}(?:{before})\s+(?:(?P<d>\d{{1,4}})|(?P<w>{run}))")
    return re.compile(rf"(?:(?<![\w/.,])(?P<d>\d{{1,4}}){suffix}|(?P<w>{run}))\s+(?:{after})(?!\w)")


def find(scan: Scan) -> None:
    """Sessions by number, whether in words or digits."""
    words = number_words(scan.language.code)
    for match in scan.matches(_pattern(scan.language.code)):
        if match.group("d"):
            value, ordinal = int(match.group("d")), True
        else:
            value, ordinal = value_of(match.group("w"), words)
        if ordinal or not words.spaced:
            scan.add(Session(value), match.start(), match.end())
