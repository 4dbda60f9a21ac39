"""How a resolution was adopted: the day, the meeting, by acclaim or by votes, who voted how; who sponsored a draft."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from corpora.annotation.numerals import number_words, value_of
from corpora.languages import language
from corpora.model import Kind, Paragraph, Resolution
from corpora.text.folding import fold, fold_pattern, fold_plain

UNANIMOUS, WITHOUT_VOTE, VOTED = "unanimous", "without a vote", "vote"
_SIDES = ("favour", "against", "abstain")
_NAMES = re.compile(r"[,،、;؛；]|\s(?:et|and|y|и)\s|\sو(?=\w)")


@dataclass(frozen=True, slots=True)
class Adoption:
    """What the cover and the closing formula say; ``manner`` is "unanimous", "without a vote", "vote" or "".

    ``favour``, ``against`` and ``abstaining`` count votes; ``named`` holds the States that a recorded vote or the brackets of
    the formula name, by "favour", "against" and "abstain".
    """

    date: str | None
    manner: str
    favour: int | None
    against: int | None
    abstaining: int | None
    named: tuple[tuple[str, tuple[str, ...]], ...]
    sponsors: tuple[str, ...]


@cache
def _patterns(code: str) -> dict[str, re.Pattern[str]]:
    section = language(code).section("adoption")
    names = ("unanimous", "without_vote", "votes", "sponsors", *_SIDES)
    return {name: re.compile(fold_pattern(section[name]), re.IGNORECASE) for name in names}


def is_roll_call(text: str, code: str) -> bool:
    """Whether a paragraph lists those who voted for or against, or abstained."""
    return any(_patterns(code)[side].match(fold_plain(text).strip()) for side in _SIDES)


def names_sponsors(text: str, code: str) -> bool:
    """Whether a paragraph names a draft's sponsors: "Albanie, Algérie et Andorre: projet de résolution"."""
    return _patterns(code)["sponsors"].search(fold_plain(text).strip()) is not None


def adoption_date(resolution: Resolution) -> str | None:
    """The day on which a resolution was adopted, as its cover or its closing formula says (ISO 8601)."""
    for kind in (Kind.ADOPTION, Kind.CLOSING, Kind.SYMBOL, Kind.TITLE):
        for paragraph in resolution.paragraphs:
            if paragraph.kind is kind:
                for anchor in paragraph.anchors:
                    if anchor.kind == "date" and len(anchor.value) == 10 and anchor.value[0] != "-":
                        return anchor.value
    return None


def adoption_of(resolution: Resolution) -> Adoption:
    """How a resolution was adopted, as far as it says so."""
    code = resolution.language
    patterns = _patterns(code)
    manner = ""
    votes: dict[str, int | None] = dict.fromkeys(_SIDES)
    named: dict[str, tuple[str, ...]] = {}
    for paragraph in resolution.paragraphs:
        if paragraph.kind not in (Kind.ADOPTION, Kind.CLOSING):
            continue
        folded = fold(paragraph.text)
        found = patterns["votes"].search(folded.text)
        if found:
            manner = VOTED
            votes = {side: _number(found.group(side), code) for side in _SIDES}
            if found.group("names"):
                span = folded.span(found.start("names"), found.end("names"))
                named.setdefault("abstain", _split(paragraph.text[span.start : span.end]))
        elif not manner and patterns["unanimous"].search(folded.text):
            manner = UNANIMOUS
        elif not manner and patterns["without_vote"].search(folded.text):
            manner = WITHOUT_VOTE
        for side in _SIDES:
            head = patterns[side].match(folded.text)
            if head:
                manner = VOTED
                named[side] = _split(paragraph.text[folded.span(0, head.end()).end :])
    sponsors = [_sponsors(p, code) for p in resolution.paragraphs if p.kind is Kind.SPONSORS]
    favour, against, abstaining = (
        votes[side] if votes[side] is not None else len(named[side]) if side in named else None for side in _SIDES
    )
    return Adoption(
        date=adoption_date(resolution),
        manner=manner,
        favour=favour,
        against=against,
        abstaining=abstaining,
        named=tuple((side, named[side]) for side in _SIDES if side in named),
        sponsors=tuple(name for group in sponsors for name in group),
    )


def _number(word: str | None, code: str) -> int | None:
    """A count of votes in digits or words; None where it is neither."""
    if word is None:
        return None
    if word.isdecimal():
        return int(word)
    if word.lower() in {fold_plain(z) for z in language(code).section("adoption")["zero"]}:
        return 0
    words = number_words(code)
    return value_of(word.lower(), words)[0] if words.run.fullmatch(word.lower()) else None


def _split(text: str) -> tuple[str, ...]:
    return tuple(name.strip(" .()") for name in _NAMES.split(text) if name.strip(" .()"))


def _sponsors(paragraph: Paragraph, code: str) -> tuple[str, ...]:
    folded = fold(paragraph.text)
    tail = _patterns(code)["sponsors"].search(folded.text)
    return _split(paragraph.text[: folded.span(tail.start(), tail.end()).start] if tail else paragraph.text)
