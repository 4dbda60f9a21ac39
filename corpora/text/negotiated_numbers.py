"""What a text under negotiation adds to a paragraph number, read and taken away: "2 bis", "OP2 alt 1", "[2.]", "(new)".

A number may stand again between two others ("1 bis.", "(a ter)", "OP2 alt"), name the part that it counts in ("OP2", "PP3 bis"),
stand in square brackets ("[2.]", "[1. Prie …]") and be called new ("New OP2 bis:", "2 bis (nouveau)", "[New]" alone). The words
are read in all languages at once: who reads a line does not know its language yet, and negotiators mix them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from corpora.languages import Language
from corpora.text.alternatives import alternatives
from corpora.text.patterns import compiled
from corpora.text.punctuation import LIST_COMMA

LATIN_REPEATS = (
    "bis",
    "ter",
    "quater",
    "quinquies",
    "sexies",
    "septies",
    "octies",
    "novies",
    "nonies",
    "decies",
    "undecies",
    "duodecies",
    "terdecies",
    "quaterdecies",
    "alt",
)
"""Words for a number that stands again, which all languages use beside their own."""
OPERATIVE, PREAMBULAR = "op", "pp"
"""The part that a number counts in, where it says so."""


@dataclass(frozen=True, slots=True)
class BareHead:
    """The head of a line as it would stand in an adopted text; ``places[i]`` is where ``text[i]`` stood.

    ``printed`` is what was printed for a number that stands again ("bis", "ter 2") and ``repeat`` its name in letters that all
    languages share; ``part`` is OPERATIVE or PREAMBULAR where the number says so, else "". ``bracket`` is the place of a square
    bracket that opens before the number and closes behind words of the text, None where there is none. ``is_new`` says that a
    word calls the paragraph new; where it has no number at all, ``words_at`` is where its words begin, else None.
    """

    text: str
    places: tuple[int, ...]
    repeat: str = ""
    printed: str = ""
    part: str = ""
    bracket: int | None = None
    is_new: bool = False
    words_at: int | None = None


@dataclass(frozen=True, slots=True)
class _Patterns:
    number: re.Pattern[str]
    new_alone: re.Pattern[str]
    repeats: dict[str, str]
    parts: dict[str, str]
    numerals: str


def _one_of(words: Iterable[str]) -> str:
    # In one order whatever the process: the compiled form is kept by the text of the pattern.
    return alternatives(sorted(words)) or "(?!)"


@cache
def _patterns(known: tuple[Language, ...]) -> _Patterns:
    repeats = {word: word for word in LATIN_REPEATS}
    parts: dict[str, str] = {}
    new: set[str] = set()
    for numbering in (language.numbering for language in known):
        repeats |= {word: name for name, words in numbering.repeats.items() for word in words}
        parts |= {word: name for name, words in numbering.parts.items() for word in words}
        new.update(numbering.new)
    numerals = next((language.numbering.numerals for language in known if language.numbering.numerals), "")
    again, part, fresh = _one_of(repeats), _one_of(parts), _one_of(new)
    own = rf"|[{numerals}]{{1,3}}" if numerals else ""
    number = compiled(
        rf"\s*(?P<open>\[\s*)?(?:(?P<new>{fresh})\s+(?=(?:{part})\W?\s?\d))?(?:(?P<part>{part})[\s.]?\s?(?=\d))?"
        rf"(?P<paren>\()?(?P<number>\d{{1,3}}(?!\d){own}|[^\W\d_]{{1,6}}?)"
        rf"(?P<repeat>(?:\s?\.\s?|[\s-])?(?P<word>{again})(?![^\W\d_])(?:[\s-]?(?P<more>{again})(?![^\W\d_]))?"
        rf"(?:[\s-]?(?P<nth>\d)(?=\s?[].):]|-\s))?"
        rf"|(?P<letter>[a-h])(?![^\W_]))?"
        rf"(?P<inner>\s?[.):{LIST_COMMA}]|\s?-(?=\s))?(?P<shut>\s?\])?(?P<outer>\s?[.):{LIST_COMMA}]|\s?-(?=\s))?"
        rf"(?P<called>\s*[(\[](?:{fresh})[)\]]\s?[.:]?)?\s*(?=\S)"
    )
    alone = compiled(
        rf"\s*(?:[\[(]\s*(?:{fresh})(?:\s(?:{part}))?\s*[:.]?\s*[\])]\s*[:.]?|(?:{fresh})(?:\s(?:{part}))?\s?[:.])\s*(?=\S)"
    )
    return _Patterns(number, alone, repeats, parts, numerals)


def bare_head(text: str, known: tuple[Language, ...]) -> BareHead:
    """The head of a line, folded, without what negotiations add to its number.

    >>> from corpora.languages import languages
    >>> bare_head("[op2 bis] prie", languages()).text
    '2.prie'
    """
    patterns = _patterns(known)
    if found := patterns.new_alone.match(text):
        return BareHead("", (), is_new=True, words_at=found.end())
    found = patterns.number.match(text)
    if found is None or not _is_negotiated(found):
        return BareHead(text, tuple(range(len(text))))
    return _rewritten(text, found, patterns)


def _is_negotiated(found: re.Match[str]) -> bool:
    """Whether a number has anything that an adopted text has not, and is a number and not the first word of the text."""
    signs = found["inner"] or found["outer"] or found["shut"]
    if not found["number"].isdecimal():
        # A letter or numeral is a mark by its own signs alone: "(a bis)", "[(b)", "二之三、".
        return bool((found["open"] or found["word"]) and signs)
    if found["letter"] and not found["part"]:
        return False  # "81a. sesión": an ordinal.
    closed = signs or found["called"] or _stands_apart(found)
    return bool(closed and (found["part"] or found["word"] or found["called"] or (found["open"] and signs)))


def _stands_apart(found: re.Match[str]) -> bool:
    """Whether white space parts the number from the words: "2 bis Prie", "OP2 Prie"."""
    return found.string[found.end() - 1].isspace()


def _rewritten(text: str, found: re.Match[str], patterns: _Patterns) -> BareHead:
    start, end = found.span("number")
    number = found["number"]
    is_mark = not number.isdecimal() and not set(number) <= set(patterns.numerals)
    stop = ")" if is_mark or (found["paren"] and not number.isdecimal()) else "." if number.isdecimal() else LIST_COMMA
    opening = [found.start("paren")] if stop == ")" and found["paren"] else []
    places = [*opening, *range(start, end), found.end() - 1, *range(found.end(), len(text))]
    words = [patterns.repeats[found[name]] for name in ("word", "more") if found[name]]
    bracket = found.start("open") if found["open"] and not found["shut"] else None
    return BareHead(
        "(" * len(opening) + number + stop + text[found.end() :],
        tuple(places),
        repeat="".join([*words, found["nth"] or "", found["letter"] or ""]),
        printed=(found["repeat"] or "").strip(" .-"),
        part=patterns.parts.get(found["part"] or "", ""),
        bracket=bracket,
        is_new=bool(found["new"] or found["called"]),
    )
