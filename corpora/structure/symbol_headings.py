"""The symbol that a heading or a masthead line states: "72/258 B. Title", "Résolution 1236 (1999)", "2 (1946). Résolution du …".

A heading begins with its symbol, or with the word for a resolution and then the symbol; what a title says further on is the
symbol of another document ("90/302. Follow-up to Security Council resolution 2863 (2029)"). Forms of symbols: United Nations
Editorial Manual, "Document symbols"; volumes before 1964 print "2 (1946). Resolution of 30 January 1946".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from corpora.languages import Language
from corpora.structure.mastheads import is_masthead, is_provenance
from corpora.text.alternatives import alternatives
from corpora.text.folding import fold, fold_plain
from corpora.text.patterns import compiled
from corpora.text.symbols import (
    canonical_council,
    canonical_pair,
    canonical_symbol,
    is_symbol_line,
    of_human_rights_council,
)

_YEAR = r"(?:19|20)\d\d"
_FULL = r"(?<![^\W\d_])(?P<full>[aesc]/(?:[a-z0-9.\-]+/)*[a-z0-9.\-]*\d[a-z0-9.\-]*?(?:\s?\(\d{4}\))?)(?=[.\W]*(?:[^a-z0-9./\-(]|$))"
_COUNCIL = rf"(?P<number>\d{{1,4}})\s?\((?P<year>{_YEAR})\)"
_PAIR = r"(?P<session>(?:es-|s-)?\d{1,4})/(?P<item>\d{1,3})(?![\d/])"
_SERIES = re.compile(r".+/(?:RES|DEC)/(.+)")
_OLD_HEADING = re.compile(rf"\W*\d{{1,4}}\s?\({_YEAR}\)\s?[.:\-]\s")
_NUMBER_END = re.compile(r"\s?(?:[.:]|-\s)")
_TITLE = re.compile(r"\s?(?:[.:]|-\s)\s*[^\W\d_]{2}")


class _Words(NamedTuple):
    """How a language writes the head of such a line, and the letters of "72/258 B" by what it prints for them.

    ``named`` is the word for a resolution or a decision where it stands behind the number.
    """

    heading: re.Pattern[str]
    masthead: re.Pattern[str]
    letters: Mapping[str, str]
    named: re.Pattern[str] | None


def _words(language: Language) -> _Words:
    citations = language.citations
    letters = {chr(code): chr(code - 32) for code in range(ord("a"), ord("z") + 1)}
    letters |= {own.lower(): latin for own, latin in citations.typed_as.items() if latin.isalpha()}
    letters |= {word: mark for mark, words in citations.letters.items() for word in words}
    names = "|".join(re.escape(word) for word in sorted(letters, key=len, reverse=True))
    # A letter stands glued to the number, or alone before the end or the point: "56/1 A new era" has none.
    behind = re.escape(citations.number_sign)
    letter = rf"(?:(?P<glued>[a-z])(?![^\W_])|\s(?P<apart>{names})(?=\s*(?:$|[.:()\[\],;{behind}]|-\s)))?"
    decisions = alternatives(citations.decision)
    lead = rf"{alternatives(citations.resolution)}|(?P<decides>{decisions})"
    sign = rf"{re.escape(language.sessions.ordinal_sign)}\s?|" if language.sessions.ordinal_sign else ""
    # "Resolution 72/258 B", "2 (1946)", the sign of an ordinal before "2672(2023)".
    heading = compiled(rf"[\W_]*(?:{sign}(?:{lead})\W{{0,3}})?(?:{_FULL}|{_COUNCIL}|{_PAIR}){letter}")
    masthead = compiled(_FULL + letter)  # "A/RES/72/258 B"
    # Chinese has the word behind the number, behind its sign.
    named = None if language.spaced else compiled(rf"\s?(?:{lead})")
    return _Words(heading, masthead, letters, named)


def heading_symbol(text: str, language: Language, organ: str | None = None) -> str | None:
    """The symbol that a line begins with, whatever its length; None for a line that begins with none.

    ``organ`` tells the Human Rights Council's "50/1" from the Assembly's.
    """
    words = language.derived(_words)
    match = words.heading.match(fold_plain(text))
    if match is None:
        return None
    letter = match.group("glued") or match.group("apart")
    behind = words.named.match(match.string, match.end()) if words.named else None
    decision = any(named and named.group("decides") for named in (match, behind))
    symbol = _symbol_of(match, words.letters[letter] if letter else "", decision=decision)
    of_council = organ == "HRC" and not match.group("full")
    return of_human_rights_council(symbol, decision=decision) if of_council else symbol


def masthead_symbol(text: str, language: Language) -> str | None:
    """The symbol of a line that holds one beside words of a masthead, or next to nothing: "United Nations A/RES/72/258 B"."""
    if is_provenance(text):
        return None
    words = language.derived(_words)
    folded = fold(text)
    match = words.masthead.search(folded.text)
    if match is None:
        return heading_symbol(text, language) if is_symbol_heading(text, language) else None
    place = folded.span(match.start(), match.end())
    rest = f"{text[: place.start]} {text[place.end :]}".strip(" .*|\t")
    if rest and not is_masthead(" ".join(rest.split()), language) and not is_symbol_line(text):
        return None
    letter = match.group("glued") or match.group("apart")
    return _symbol_of(match, words.letters[letter] if letter else "")


def is_symbol_heading(text: str, language: Language) -> bool:
    """Whether a line holds a symbol and next to nothing else; "56/1. Peace" and "72/258 B. 标题" are titles."""
    if not is_symbol_line(text) or is_provenance(text):
        return False
    words, folded = language.derived(_words), fold_plain(text)
    match = words.heading.match(folded)
    if match is None or match.group("session") is None:
        return True
    behind = words.named.match(folded, match.end()) if words.named else None
    titled = behind is not None and any(c.isalnum() for c in folded[behind.end() :])
    return not titled and _TITLE.match(folded, match.end()) is None


def opens_old_heading(text: str) -> bool:
    """Whether a line begins as the Council's headings of the volumes before 1964 do: "2 (1946). Resolution of …"."""
    return _OLD_HEADING.match(fold_plain(text).strip() + " ") is not None


def opens_pair_heading(text: str, language: Language) -> bool:
    """Whether a line begins as headings with session and number do: "72/258 B. Title", whatever its length."""
    match = language.derived(_words).heading.match(fold_plain(text))
    return match is not None and match.group("session") is not None and _ends_number(text, match.end())


def same_resolution(one: str, other: str) -> bool:
    """Whether two symbols may name one resolution.

    A heading leaves out the organ's mark ("50/1" under "A/HRC/RES/50/1"), and may leave the letter to the masthead.
    """
    first, second = _SERIES.fullmatch(one), _SERIES.fullmatch(other)
    if first is None or second is None:
        return one == other
    short, long = sorted((first.group(1), second.group(1)), key=len)
    return long == short or (long[:-1] == short and long[-1].isalpha())


def _ends_number(text: str, place: int) -> bool:
    return _NUMBER_END.match(fold_plain(text)[place:]) is not None


def _symbol_of(match: re.Match[str], letter: str, *, decision: bool = False) -> str:
    found = match.groupdict()
    if found["full"]:
        return canonical_symbol(found["full"]) + letter
    if found.get("number"):
        return canonical_council(found["number"], found["year"]) + letter
    return canonical_pair(found["session"], found["item"], letter, decision=decision)
