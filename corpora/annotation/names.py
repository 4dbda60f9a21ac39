"""Organs, offices and other names, and qualifiers, by the phrases that each language's data gives them."""

from __future__ import annotations

import re
from functools import cache

from corpora.annotation.scanner import Scan, alternatives
from corpora.languages import expand, language
from corpora.text.folding import fold_plain
from corpora.values import Name, Qualifier


@cache
def _phrases(code: str, section: str) -> tuple[re.Pattern[str], dict[str, str]]:
    data = language(code)
    owner: dict[str, str] = {}
    for key, phrases in data.section(section).items():
        for raw in phrases:
            # "(?:" opens a regular expression; "(a|b)" only spells out alternatives.
            for phrase in [raw] if "(?:" in raw else expand(raw):
                owner[fold_plain(phrase)] = key
    patterned = {p: key for p, key in owner.items() if "(?:" in p}
    plain = [p for p in owner if p not in patterned]
    body = alternatives(plain) or r"(?!)"
    if patterned:
        body += "|" + "|".join(patterned)
    if not data.spaced:
        return re.compile(body), owner
    prefix = r"(?<!\w)(?:[وفبلك]{1,2})?" if code == "ar" else r"(?<!\w)"
    return re.compile(rf"{prefix}(?P<body>{body})(?!\w)"), owner


def find(scan: Scan) -> None:
    """Names and qualifiers; they may stand over other anchors ("Comité 1267"), so nothing is taken.

    Loose forms may render a qualifier, and may be none ("تبرعات", contributions that are voluntary or not): they are not firm.
    """
    code = scan.language.code
    for value, section in ((Name, "names"), (Qualifier, "qualifiers"), (Qualifier, "loose_qualifiers")):
        pattern, owner = _phrases(code, section)
        for match in pattern.finditer(scan.folded.text):
            body = match.groupdict().get("body") or match.group()
            start, end = match.end() - len(body), match.end()
            joins = value is Name and " " in body
            if scan.language.spaced and not joins and _is_hyphenated(scan.folded.text, start, end):
                continue
            key = owner.get(body) or _pattern_owner(owner, body)
            scan.add(value(key), start, end, firm=section != "loose_qualifiers", take=False)


def _is_hyphenated(text: str, start: int, end: int) -> bool:
    """Whether a hyphen makes another word of a name ("council-led"); it only joins names of several words.

    "African Union-United Nations Hybrid Operation" names the African Union.
    """
    return text[start - 1 : start] == "-" or text[end : end + 1] == "-"


def _pattern_owner(owner: dict[str, str], text: str) -> str:
    return next(key for phrase, key in owner.items() if "(?:" in phrase and re.fullmatch(phrase, text))
