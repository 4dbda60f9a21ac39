"""Headings that nothing but their place tells: in plain text no style marks them.

Words without a mark at their end that stand where nothing is open, above what begins something: the next number in turn, number 1
of an annex, a recital, a point of a list that goes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpora.annotation.verbs import opens_as_recital
from corpora.languages import Language
from corpora.model import Kind, Paragraph, Part
from corpora.readers.base import Block
from corpora.structure.block_facts import DocumentFacts
from corpora.structure.enacting_formula import FORMULA_ENDS
from corpora.text.punctuation import ENDS, PAUSES

_LONGEST = 300
"""Characters of the longest heading; chosen: titles of annexed decisions of the record have up to 270."""
_MOST_IN_A_ROW = 3
"""Headings that may stand over each other: part, section, title."""


@dataclass(frozen=True, slots=True)
class PlaceOfLine:
    """Where a block stands: the document's blocks and numbers, its place in them, and what was read before it."""

    blocks: Sequence[Block]
    numbers: Sequence[int | None]
    at: int
    before: Paragraph | None
    part: Part
    operative: int
    list_goes_on: bool
    """Whether the next block is the next point of a list that is open."""

    @property
    def following(self) -> int | None:
        """The place of the first block below that is no such line itself, None where all are or too many."""
        for at in range(self.at + 1, min(self.at + 1 + _MOST_IN_A_ROW, len(self.blocks))):
            if self.numbers[at] is not None or not is_unmarked_line(self.blocks[at]):
                return at
        return None


def marks_headings(blocks: Sequence[Block]) -> bool:
    """Whether a format says which paragraphs are headings, so that none needs to be told by its place."""
    return any(block.heading or (block.role is not None and block.role is not Kind.FOOTNOTE) for block in blocks)


def is_unmarked_line(block: Block) -> bool:
    """Whether a block is words without a mark at their end that begin as a sentence does."""
    text = block.text.strip()
    opens = text[:1].isalnum() and not text[:1].islower()
    return block.number is None and opens and len(text) <= _LONGEST and block.ending not in PAUSES


def stands_as_heading(place: PlaceOfLine, facts: DocumentFacts) -> bool:
    """Whether an unmarked line heads what follows it."""
    at, before = place.following, place.before
    if before is None or place.at + 1 == len(place.blocks) or not is_unmarked_line(place.blocks[place.at]):
        return False
    if before.kind is Kind.ANNEX:
        return True  # its title
    if at is None:
        return False
    below = before.kind.is_division
    if not below and before.text.rstrip()[-1:] not in ENDS:
        return False
    if place.part is Part.ANNEX:
        in_turn = place.numbers[at] in (1, place.operative + 1)
        return in_turn or (below and place.blocks[at].ending in PAUSES)
    if place.numbers[at] == place.operative + 1:
        return True
    return (place.list_goes_on and at == place.at + 1) or _is_recital(place.blocks[at], facts)


def _is_recital(block: Block, facts: DocumentFacts) -> bool:
    language: Language = facts.language
    opens = facts.of(block).recital_verb is not None or opens_as_recital(block.text, language)
    return block.ending in FORMULA_ENDS and opens
