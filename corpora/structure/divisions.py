"""Divisions of declarations, frameworks and rules: "Article 3", "Goal 1. End poverty", "Rule 5", "Principle IV", "第三条".

They stand in annexes, and in texts that a resolution adopts in its own body. What stands below a division is numbered within it:
paragraph 1 of article 3 is ``annex.1.article3.op1``, target 1.a of goal 1 ``annex.1.goal1.a``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpora.annotation.numerals import number_words, value_of
from corpora.languages import Language, languages
from corpora.model import Kind
from corpora.readers.base import Block
from corpora.structure.block_facts import DocumentFacts
from corpora.text.folding import fold, fold_plain
from corpora.text.numbering import letter, roman_value
from corpora.text.patterns import compiled
from corpora.text.punctuation import (
    COLONS,
    DASHES,
    FULL_STOPS,
    LABEL_STOPS,
    LIST_COMMA,
    QUOTES,
    SEMICOLONS,
    SPACED_COMMAS,
)

NUMBER = "NUMBER"
"""What stands for a number in the patterns of the language data."""
_GROUPS = frozenset({"chapter", "part", "section"})
_TARGET = re.compile(r"\s*(\d{1,2})\s?[.-]\s?(\d{1,2}|[^\W\d_])(?![^\W_])[.):-]?\s+(?=\S)")
_BETWEEN = re.compile(rf"\s*(?:[{re.escape(LABEL_STOPS + ')-' + COLONS + SPACED_COMMAS + LIST_COMMA + DASHES)}]+\s*)?")
_LONGEST_TITLE = 200
"""Characters of a division's title; what is longer, or ends as a sentence does, is its text."""
_ENDS = tuple(FULL_STOPS + SEMICOLONS)


@dataclass(frozen=True, slots=True)
class Division:
    """A division: its kind as all languages name it here ("article"), its number, the label as printed ("Article 3").

    ``end`` is where its words begin, ``is_title`` whether these are a title and no text.
    """

    kind: str
    value: int
    label: str
    end: int
    is_title: bool

    @property
    def numbers_its_own(self) -> bool:
        """Whether paragraphs are numbered within it; those of a chapter go on from the chapter before."""
        return self.kind not in _GROUPS

    @property
    def name(self) -> str:
        """Its name in ids: "article3"."""
        return f"{self.kind}{self.value}"


def _patterns(language: Language) -> tuple[tuple[str, re.Pattern[str]], ...]:
    run = language.derived(number_words).run.pattern
    number = rf"(?P<number>\d{{1,3}}|[ivxlc]{{1,7}}|{run})"
    border = r"(?!\w)" if language.spaced else ""
    # A language may put the number in two places: "part two", "second part".
    other = number.replace("number", "other")
    forms = (
        (kind, _folded(form).replace(NUMBER, number, 1).replace(NUMBER, other))
        for kind, form in language.headings.divisions.items()
    )
    return tuple((kind, _division_heading(form, border)) for kind, form in forms)


def _folded(form: str) -> str:
    """A pattern of the language data, as the texts that it is looked for in are folded."""
    return NUMBER.join(fold_plain(part) for part in form.split(NUMBER))


def _division_heading(form: str, border: str) -> re.Pattern[str]:
    return compiled(rf"\s*(?:{form}){border}")


def division_of(text: str, language: Language) -> Division | None:
    """The division that a line opens; None where it opens none ("Article 3 applies to …" is a sentence about one)."""
    folded = fold(text[:_LONGEST_TITLE])
    for kind, pattern in language.derived(_patterns):
        match = pattern.match(folded.text)
        stated = match.groupdict() if match else {}
        value = _value(stated.get("number") or stated["other"] or "", language) if match else 0
        if match is None or not value:
            continue
        at = folded.span(0, match.end()).end
        end = _words_at(text, at, language)
        if end is None:
            continue
        rest = text[end:].strip()
        title = len(rest) <= _LONGEST_TITLE and not rest.endswith(_ENDS)
        return Division(kind, value, text[:at].strip(), end, title)
    return None


def _words_at(text: str, at: int, language: Language) -> int | None:
    """Where the words behind a division's number begin; None where the number stands inside a sentence."""
    between = _BETWEEN.match(text, at)
    end = between.end() if between else at
    parted = between is not None and bool(between.group().strip())
    if end == len(text) or parted:
        return end
    if not language.spaced:
        return end if end > at else None
    # A title may follow without a point: it has a capital, and a script without capitals cannot tell.
    return end if end > at and (text[end].isupper() or text[end] in QUOTES) else None


def target_of(text: str, goal: int) -> tuple[str, int] | None:
    """The label of a target of a goal ("3" or "a" of "1.3", "1.a") and where its words begin; None where a text opens with none."""
    folded = fold(text[:_LONGEST_TITLE])
    match = _TARGET.match(folded.text)
    if match is None or int(match.group(1)) != goal:
        return None
    label = match.group(2)
    if not label.isdecimal():
        places = [alphabet.index(label) for alphabet in _alphabets() if label in alphabet]
        label = letter(places[0] + 1) if places else label
    return label, folded.span(0, match.end()).end


def _alphabets() -> tuple[str, ...]:
    return tuple(dict.fromkeys(language.numbering.letters for language in languages()))


def _value(number: str, language: Language) -> int:
    if number.isdecimal():
        return int(number)
    return roman_value(number) or value_of(number, language.derived(number_words))[0]


def embedded_text_place(
    blocks: Sequence[Block], start: int, end: int, numbers: Sequence[int | None], facts: DocumentFacts
) -> int | None:
    """Where a text begins that the resolution adopts in its own body: "Adopts the following declaration", its title, its paragraphs.

    It stands below an act without a number, and begins with a title or a division; its own numbers begin with 1. None where
    there is none between ``start`` and ``end``.
    """
    for i in range(start, end - 2):
        if numbers[i] is not None:
            return None
        own, following = facts.of(blocks[i]), blocks[i + 1]
        ended = blocks[i].ending in COLONS + FULL_STOPS
        if own.operative_verb is None or not ended or blocks[i].role is Kind.PREAMBULAR or blocks[i].heading:
            continue
        division = division_of(following.text, facts.language)
        first = next((number for number in numbers[i + 1 : end] if number is not None), None)
        titled = following.heading and first == 1 and not facts.of(following).opens_with_verb
        if numbers[i + 1] is None and (titled or division is not None):
            return i + 1
    return None
