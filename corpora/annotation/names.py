"""Organs, offices and other names, and qualifiers, by the phrases that each language's data gives them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from corpora.annotation.scanner import Scan
from corpora.languages import Language, expand
from corpora.text.alternatives import alternatives
from corpora.text.folding import fold_plain
from corpora.text.patterns import compiled
from corpora.values import Name, Qualifier

_INSIDE_OTHERS = frozenset({"extrabudgetary"})
"""Qualifiers that stand inside others: "subject to the availability of extrabudgetary resources" says two things."""
_SHORTEST_DECLINED = 2
"""Letters up to which a word is no noun or adjective, and is not declined."""


class _Phrases(NamedTuple):
    """A pattern of all phrases of some ids, and the id of each phrase."""

    pattern: re.Pattern[str]
    owner: dict[str, str]


def _names(language: Language) -> _Phrases:
    return _compiled(language, language.names)


def _qualifiers(language: Language) -> _Phrases:
    return _compiled(language, {key: forms for key, forms in language.qualifiers.items() if key not in _INSIDE_OTHERS})


def _inner_qualifiers(language: Language) -> _Phrases:
    return _compiled(language, {key: forms for key, forms in language.qualifiers.items() if key in _INSIDE_OTHERS})


def _loose_qualifiers(language: Language) -> _Phrases:
    return _compiled(language, language.loose_qualifiers)


def _compiled(language: Language, phrases: Mapping[str, Sequence[str]]) -> _Phrases:
    owner: dict[str, str] = {}
    for key, forms in phrases.items():
        for raw in forms:
            # "(?:" opens a regular expression; "(a|b)" only spells out alternatives.
            for phrase in [raw] if "(?:" in raw else expand(raw):
                owner |= dict.fromkeys(_with_articles(_in_all_cases(fold_plain(phrase), language), language), key)
    patterned = {p: key for p, key in owner.items() if "(?:" in p}
    plain = [p for p in owner if p not in patterned]
    body = alternatives(plain) or r"(?!)"
    if patterned:
        body += "|" + "|".join(patterned)
    if not language.spaced:
        return _Phrases(compiled(body), owner)
    joined = language.writing.joined_words
    prefix = rf"(?<!\w)(?:[{joined}]{{1,2}})?" if joined else r"(?<!\w)"
    # Behind letters that are written together with a name: "و" and "ال" before an Arabic one.
    whole_name = compiled(rf"{prefix}(?P<body>{body})(?!\w)")
    return _Phrases(whole_name, owner)


def _in_all_cases(phrase: str, language: Language) -> str:
    """A name of several words as a pattern of all cases in which the language may put it; a single word as it is."""
    endings = language.writing.case_endings
    if not endings or " " not in phrase or "(?:" in phrase:
        return phrase
    declined = "|".join(sorted(map(fold_plain, endings), key=len, reverse=True))
    ending = compiled(rf"(?<=\w{{3}})(?:{declined})$")
    words = (
        re.escape(ending.sub("", word)) + f"(?:{declined})?" if len(word) > _SHORTEST_DECLINED else word
        for word in phrase.split()
    )
    return " ".join(words)


def _with_articles(phrase: str, language: Language) -> list[str]:
    """A phrase, and with what its article becomes behind a preposition that is written as one with it."""
    articles = language.writing.articles
    if not articles or not phrase.startswith(articles[-1]):
        return [phrase]
    return [phrase, *(article + phrase.removeprefix(articles[-1]) for article in articles[:-1])]


def find(scan: Scan) -> None:
    """Names and qualifiers; they may stand over other anchors ("Comité 1267"), so nothing is taken.

    Loose forms may render a qualifier, and may be none ("contributions", voluntary or not): they are not firm.
    """
    for value, phrases, firm in (
        (Name, _names, True),
        (Qualifier, _qualifiers, True),
        (Qualifier, _inner_qualifiers, True),
        (Qualifier, _loose_qualifiers, False),
    ):
        pattern, owner = scan.language.derived(phrases)
        for match in pattern.finditer(scan.folded.text):
            body = match.groupdict().get("body") or match.group()
            start, end = match.end() - len(body), match.end()
            joins = value is Name and " " in body
            if scan.language.spaced and not joins and _is_hyphenated(scan.folded.text, start, end):
                continue
            key = owner.get(body) or _pattern_owner(owner, body)
            scan.add(value(key), start, end, firm=firm, take=False)


def _is_hyphenated(text: str, start: int, end: int) -> bool:
    """Whether a hyphen makes another word of a name ("council-led"), or a stroke a symbol; a hyphen only joins names of several words.

    "African Union-United Nations Hybrid Operation" names the African Union.
    """
    return text[start - 1 : start] == "-" or text[end : end + 1] in ("-", "/")


def _pattern_owner(owner: dict[str, str], text: str) -> str:
    return next(key for phrase, key in owner.items() if "(?:" in phrase and compiled(phrase).fullmatch(text))
