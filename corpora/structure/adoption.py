"""How a resolution was adopted: the day, the meeting, by acclaim or by votes, who voted how; who sponsored a draft."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpora.annotation.numerals import number_words, value_of
from corpora.languages import Language, language_of
from corpora.model import Kind, Paragraph, Resolution, stating
from corpora.text.folding import fold, fold_plain
from corpora.text.patterns import compiled
from corpora.text.punctuation import LIST_COMMA, SEMICOLONS, SPACED_COMMAS
from corpora.values import Date

UNANIMOUS, WITHOUT_VOTE, VOTED = "unanimous", "without a vote", "vote"
_SIDES = ("favour", "against", "abstain")
_AROUND_NAMES = " .()*]"
"""What is no part of the name of a State: the bracket that closes the formula, the mark of one that is no member."""


@dataclass(frozen=True, slots=True)
class Adoption:
    """What the cover and the closing formula say; ``manner`` is "unanimous", "without a vote", "vote" or "".

    ``favour``, ``against`` and ``abstaining`` count votes; ``named`` holds the States that a recorded vote or the brackets of
    the formula name, by "favour", "against" and "abstain".
    """

    date: Date | None
    manner: str
    favour: int | None
    against: int | None
    abstaining: int | None
    named: tuple[tuple[str, tuple[str, ...]], ...]
    sponsors: tuple[str, ...]


def is_roll_call(text: str, language: Language) -> bool:
    """Whether a paragraph lists those who voted for or against, or abstained."""
    return any(pattern.match(fold_plain(text).strip()) for pattern in _sides(language))


def _sides(language: Language) -> Iterable[re.Pattern[str]]:
    return language.adoption.sides.values()


def heads_roll_call(text: str, language: Language) -> bool:
    """Whether a paragraph is the head of such a list alone, whose names stand below it: "In favour:"."""
    folded = fold_plain(text).strip()
    return any((found := pattern.match(folded)) and found.end() == len(folded) for pattern in _sides(language))


def states_result(text: str, language: Language) -> bool:
    """Whether a paragraph in square brackets says how the text was adopted: "[Adopted by a recorded vote of 27 to 12 …"."""
    folded = fold_plain(text).strip()
    patterns = (language.adoption.votes, language.adoption.unanimous, language.adoption.without_vote)
    return folded.startswith("[") and any(pattern.search(folded) for pattern in patterns)


def names_sponsors(text: str, language: Language) -> bool:
    """Whether a paragraph names a draft's sponsors: "Albanie, Algérie et Andorre: projet de résolution".

    Or who submitted it: "Projet de résolution présenté par la Présidente du Conseil".
    """
    folded = fold_plain(text).strip()
    return language.adoption.sponsors.search(folded) is not None or language.cover.draft.fullmatch(folded) is not None


def adoption_date(resolution: Resolution) -> Date | None:
    """The day on which a resolution was adopted, as its cover or its closing formula says."""
    return dated_line(resolution)[0]


def dated_line(resolution: Resolution) -> tuple[Date | None, str]:
    """The same day, and the paragraph that says it; None and "" where none does."""
    for kind in (Kind.ADOPTION, Kind.CLOSING, Kind.SYMBOL, Kind.TITLE):
        for paragraph in resolution.paragraphs:
            if paragraph.kind is kind:
                for _, date in stating(paragraph.anchors, Date):
                    if date.is_day:
                        return date, paragraph.text
    return None, ""


def adoption_of(resolution: Resolution) -> Adoption:
    """How a resolution was adopted, as far as it says so."""
    own = language_of(resolution)
    patterns = own.adoption
    manner = ""
    votes: dict[str, int | None] = dict.fromkeys(_SIDES)
    named: dict[str, tuple[str, ...]] = {}
    headed: str | None = None
    for paragraph in resolution.paragraphs:
        if paragraph.kind not in (Kind.ADOPTION, Kind.CLOSING):
            continue
        folded = fold(paragraph.text)
        if headed is not None and not is_roll_call(paragraph.text, own):
            named[headed] = _split(paragraph.text, own)
        headed = None
        found = patterns.votes.search(folded.text)
        if found:
            manner = VOTED
            votes = {side: _number(found.group(side), own) for side in _SIDES}
            if found.group("names"):
                span = folded.span(found.start("names"), found.end("names"))
                named.setdefault("abstain", _split(paragraph.text[span.start : span.end], own))
        elif not manner:
            manner = _manner_without_votes(folded.text, own)
        for side, pattern in patterns.sides.items():
            head = pattern.match(folded.text)
            if head:
                manner = VOTED
                named[side] = _split(paragraph.text[folded.span(0, head.end()).end :], own)
                headed = None if named[side] else side
    favour, against, abstaining = (_votes_of(side, votes, named) for side in _SIDES)
    return Adoption(
        date=adoption_date(resolution),
        manner=manner,
        favour=favour,
        against=against,
        abstaining=abstaining,
        named=tuple((side, named[side]) for side in _SIDES if side in named),
        sponsors=tuple(n for p in resolution.paragraphs if p.kind is Kind.SPONSORS for n in _sponsors(p, own)),
    )


def _manner_without_votes(folded: str, language: Language) -> str:
    """Whether a formula says that nobody was against, or that no vote was taken; "" where it says neither."""
    if language.adoption.unanimous.search(folded):
        return UNANIMOUS
    return WITHOUT_VOTE if language.adoption.without_vote.search(folded) else ""


def _votes_of(side: str, votes: Mapping[str, int | None], named: Mapping[str, Sequence[str]]) -> int | None:
    """How many voted so: as the formula counts them, else as many as it names."""
    counted = votes[side]
    return counted if counted is not None else len(named[side]) if side in named else None


def _number(word: str | None, language: Language) -> int | None:
    """A count of votes in digits or words; None where it is neither."""
    if word is None:
        return None
    if word.isdecimal():
        return int(word)
    if word.lower() in language.adoption.zero:
        return 0
    words = language.derived(number_words)
    return value_of(word.lower(), words)[0] if words.run.fullmatch(word.lower()) else None


def _names_part(language: Language) -> re.Pattern[str]:
    """What parts the names of States."""
    joins = language.adoption.joins
    return compiled(rf"[{SPACED_COMMAS}{LIST_COMMA}{SEMICOLONS}]" + (f"|{joins.pattern}" if joins else ""))


def _split(text: str, language: Language) -> tuple[str, ...]:
    names = language.derived(_names_part).split(text)
    return tuple(bare for name in names if (bare := name.strip(_AROUND_NAMES)))


def _sponsors(paragraph: Paragraph, language: Language) -> tuple[str, ...]:
    folded = fold(paragraph.text)
    if found := language.cover.draft.fullmatch(folded.text):
        submitted = folded.span(found.start("by"), found.end("by")) if found.group("by") else None
        return (paragraph.text[submitted.start : submitted.end],) if submitted else ()
    tail = language.adoption.sponsors.search(folded.text)
    return _split(paragraph.text[: folded.span(tail.start(), tail.end()).start] if tail else paragraph.text, language)
