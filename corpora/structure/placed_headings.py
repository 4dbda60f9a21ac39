"""Headings that nothing but their place tells: in plain text no style marks them.

Words without a mark at their end that stand where nothing is open, above what begins something: the next number in turn, number 1
of an annex, the organ of a resolution that is annexed, a recital, a point of a list that begins or goes on. And the number of a
section on a line of its own: "II", "二".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpora.annotation.verbs import opens_as_recital
from corpora.languages import Language
from corpora.model import Kind, Paragraph, Part
from corpora.readers.base import Block
from corpora.structure.block_facts import DocumentFacts
from corpora.structure.divisions import division_of
from corpora.structure.enacting_formula import FORMULA_ENDS
from corpora.text.punctuation import COLONS, ENDS, FULL_STOPS, LABEL_STOPS, LIST_COMMA, OPENING_MARKS, PAUSES, QUOTES

_LONGEST = 400
"""Characters of the longest heading; chosen: titles of annexed decisions of the record have up to 270, a heading in Russian 330."""
_ROMAN = re.compile(r"(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_COUNTED = re.compile(r"(?:[IVXL]{1,5}|[^\W\d_])\s?[.:–-]\s|[IVXL]{2,5}\s|[^\W\d_]+\s?[–-]\s")
"""A Roman numeral or a letter and a point; in Arabic an ordinal word or the name of a letter, and a dash."""
_LOST = 2
"""Paragraphs that a copy may have lost below a heading; chosen."""
_PROSE = 2
"""How many times as long as a heading the sentences above and below it are at least, where nothing else tells it; chosen."""
_LONGEST_NUMERAL = 3
"""Characters of a Chinese numeral below a hundred: 二十一."""
MOST_IN_A_ROW = 5
"""Headings that may stand over each other: part and chapter, each with its title, and a section (the Assembly's budgets)."""


@dataclass(frozen=True, slots=True)
class PlaceOfLine:
    """Where a block stands: the document's blocks and numbers, its place in them, and what was read before it."""

    blocks: Sequence[Block]
    numbers: Sequence[int | None]
    at: int
    before: Paragraph | None
    part: Part
    operative: int
    list_opens: bool
    """Whether the next block is the first point of a list."""
    list_goes_on: bool
    """Whether the next block is a further point of a list that is open."""
    divides: Callable[[], bool]
    """Whether the next line opens an article or another division: it stands under a part or a chapter."""
    opens_resolution: Callable[[Block, int], bool]
    """Whether a block, at its place, is the enacting formula of a resolution that is annexed."""

    @property
    def following(self) -> int | None:
        """The place of the first block below that is no such line itself, None where all are or too many."""
        for at in range(self.at + 1, min(self.at + 1 + MOST_IN_A_ROW, len(self.blocks))):
            if self.numbers[at] is not None or not is_unmarked_line(self.blocks[at]):
                return at
        return None


def marks_headings(blocks: Sequence[Block]) -> bool:
    """Whether a format says which paragraphs are headings, so that none needs to be told by its place."""
    return any(block.heading or (block.role is not None and block.role is not Kind.FOOTNOTE) for block in blocks)


def is_unmarked_line(block: Block) -> bool:
    """Whether a block is words without a mark at their end that begin as a sentence does."""
    text = block.text.strip()
    return block.number is None and opens_as_heading(text) and len(text) <= _LONGEST and block.ending not in PAUSES


def opens_as_heading(text: str) -> bool:
    """Whether words begin as a sentence does; a quotation mark may open before them: "“The Area”"."""
    first = text.lstrip(OPENING_MARKS + QUOTES)[:1]
    return first.isalnum() and not first.islower()


def is_section_number(text: str, language: Language) -> bool:
    """Whether a line is the number of a section and nothing else: a Roman numeral, a Chinese one, with a point or without."""
    bare = text.strip().rstrip(LABEL_STOPS + LIST_COMMA)
    return _ROMAN.fullmatch(bare) is not None or (len(bare) <= _LONGEST_NUMERAL and _is_numeral(bare, language))


def stands_as_heading(place: PlaceOfLine, facts: DocumentFacts) -> bool:
    """Whether an unmarked line heads what follows it."""
    at, before = place.following, place.before
    if before is None or place.at + 1 == len(place.blocks) or not is_unmarked_line(place.blocks[place.at]):
        return False
    if before.kind is Kind.ANNEX:
        return True  # its title
    if at is None:
        return False
    return _heads(place, at, before, facts)


def counted_headings(blocks: Sequence[Block], facts: DocumentFacts) -> frozenset[int]:
    """The places of lines that a Chinese numeral counts as a section, where figures count the paragraphs: 一、, (二).

    They have no mark at their end, and what stands below is a paragraph: it has a number in figures, or ends with a mark.
    """
    if not facts.language.numbering.numerals:
        return frozenset()
    labels = [_label(block, facts) for block in blocks]
    return frozenset(
        at
        for at, ((block, label), (following, below)) in enumerate(pairwise(zip(blocks, labels, strict=True)))
        if _is_numeral(label, facts.language)
        and block.ending not in PAUSES
        and (below.isascii() and not below.isalpha() if below else following.ending in PAUSES)
    )


def _is_numeral(text: str, language: Language) -> bool:
    """Whether words are a numeral of the language's own, 二十一, and nothing else."""
    return bool(text) and not set(text) - set(language.numbering.numerals)


def _label(block: Block, facts: DocumentFacts) -> str:
    """What a block is counted by, "" for one without a number."""
    if block.role is Kind.FOOTNOTE:
        return ""
    number = facts.stated_number(block.number) if block.number else facts.of(block).number
    return number.label if number is not None else ""


def is_counted(text: str, language: Language) -> bool:
    """Whether words are counted as a section is: "A. Partnerships", "Part two: follow-up", "أولا - ..."."""
    division = division_of(text, language)
    return _COUNTED.match(text) is not None or (division is not None and not division.numbers_its_own)


def _heads(place: PlaceOfLine, at: int, before: Paragraph, facts: DocumentFacts) -> bool:
    """The same of a line behind which the block at ``at`` begins something."""
    annexed, below = place.part is Part.ANNEX, before.kind.is_division
    ended = below or before.text.rstrip()[-1:] in ENDS
    if place.operative and place.numbers[at] == 1 and (annexed or ended):
        return True  # A section counts anew. In an annex, the last of the numbers above may be an entry without a mark at its end.
    if place.list_opens and at == place.at + 1 and not annexed:
        return ended or before.text.rstrip()[-1:] in PAUSES
    if not ended:
        return False
    if annexed:
        in_turn = place.numbers[_below_lead_in(place, at)] in (1, place.operative + 1)
        opens = in_turn or place.opens_resolution(place.blocks[at], at) or place.divides()
        return opens or (below and place.blocks[at].ending in PAUSES) or _heads_prose(place, at, before)
    if follows(place.numbers[at], place.operative):
        return True
    return (place.list_goes_on and at == place.at + 1) or _opens_paragraph(place.blocks[at], facts)


def _heads_prose(place: PlaceOfLine, at: int, before: Paragraph) -> bool:
    """Whether a short line stands between sentences of an annex that has no numbers: copies lose those of Word's lists."""
    line, below = place.blocks[place.at].text.strip(), place.blocks[at]
    return (
        not place.operative
        and place.numbers[at] is None
        and _PROSE * len(line) <= min(len(before.text), len(below.text.strip()))
        and before.text.rstrip()[-1:] in FULL_STOPS
        and below.ending in PAUSES
    )


def _below_lead_in(place: PlaceOfLine, at: int) -> int:
    """The place of a block, or of that below it where it only leads to it: "We therefore commit to the following actions:"."""
    leads = place.numbers[at] is None and place.blocks[at].ending in COLONS and at + 1 < len(place.blocks)
    return at + 1 if leads else at


def follows(number: int | None, operative: int) -> bool:
    """Whether a number is the next in turn, or one soon behind it: copies lose one now and then."""
    return number is not None and operative < number <= operative + _LOST + 1


def _opens_paragraph(block: Block, facts: DocumentFacts) -> bool:
    """Whether a block opens and ends as a recital does, or as an act that has no number: a section may be a single act."""
    own = facts.of(block)
    if block.ending in FORMULA_ENDS:
        return own.recital_verb is not None or opens_as_recital(block.text, facts.language)
    return block.ending in ENDS and own.opens_with_verb
