"""Paragraph numbers that a scan damaged or set apart: read from what the numbers around them leave open.

Where paragraphs 10 and 12 stand, what opens as an operative paragraph between them is 11, whether its number came out as
"1 I .", as "11" without its point, alone on a line of its own, or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpora.model import Kind, Span
from corpora.readers.base import Block, part_of
from corpora.structure.block_facts import DocumentFacts
from corpora.structure.marked_up_numbers import with_marked_up_numbers
from corpora.text.patterns import compiled
from corpora.text.punctuation import PAUSES

_BARE_NUMBER = re.compile(r"\s*(\d{1,3})\s?\.?\s*")
_LOOKS_LIKE = {
    "0": "0OoQ",
    "1": "1IlLi|",
    "2": "2Z",
    "5": "5S",
    "8": "8B",
    "3": "3",
    "4": "4",
    "6": "6",
    "7": "7",
    "9": "9g",
}
"""What OCR takes a figure for (confusions that the yearly volumes show)."""
_LONGEST_TITLE = 200
"""Characters of a title that opens with a verb as an act does ("Request for a subvention"); chosen: an act may have lost its mark."""
_FEWEST = 2
"""Numbered paragraphs from which a text counts as numbered."""


def with_numbers(blocks: Sequence[Block], facts: DocumentFacts) -> list[Block]:
    """The blocks, damaged numbers of operative paragraphs mended.

    A number goes to a block as its hint (``Block.number``); what is read as it leaves the text, and stays in the span.
    Texts whose format states numbers are mended as `corpora.structure.marked_up_numbers` tells; texts without numbers come back as they are.
    """
    if any(b.number is not None and b.role is not Kind.FOOTNOTE for b in blocks):
        return with_marked_up_numbers(blocks, facts)
    whole = [_whole_number(block, facts) for block in blocks]
    if sum(n is not None for n in whole) < _FEWEST:
        return list(blocks)
    opens = [n is None and _opens(block, facts) for n, block in zip(whole, blocks, strict=True)]
    out: list[Block] = []
    last = 0
    opened = False  # whether a block without a number opened since the last number
    i = 0
    while i < len(blocks):
        block = blocks[i]
        value = whole[i]
        if value is None and not facts.of(block).is_foot_note:
            following = blocks[i + 1] if i + 1 < len(blocks) and whole[i + 1] is None else None
            if _is_bare_number(block, last + 1) and following is not None and opens[i + 1]:
                out.append(_numbered(following, last + 1, from_=block))
                last, i = last + 1, i + 2
                continue
            if (cut := _damaged(block, last + 1, facts)) is not None:
                block, value = _numbered(part_of(block, cut, len(block.text)), last + 1, from_=block), last + 1
            elif opens[i] and not opened and _gap_fits(whole, opens, i, last):
                block, value = _numbered(block, last + 1, from_=block), last + 1
                if following is not None and _is_bare_number(following, value):
                    block = replace(block, span=_union(block.span, following.span))
                    i += 1
        opened = value is None and (opened or opens[i])
        last = last if value is None else value
        out.append(block)
        i += 1
    return out


def _whole_number(block: Block, facts: DocumentFacts) -> int | None:
    """The number that a block begins with as it should be, None for one that is alone or damaged."""
    number = facts.of(block).number
    return number.decimal if number and block.text[number.end :].strip() else None


def _gap_fits(whole: Sequence[int | None], opens: Sequence[bool], i: int, last: int) -> bool:
    """Whether up to the next number as many blocks open as operative paragraphs as numbers are missing."""
    end = next((k for k in range(i + 1, len(whole)) if whole[k] is not None), None)
    ahead = whole[end] if end is not None else None
    return ahead is not None and sum(opens[i:end]) == ahead - last - 1 > 0


def _opens(block: Block, facts: DocumentFacts) -> bool:
    """Whether a block opens as an operative paragraph and no recital does; a line without a mark at its end is a title."""
    own = facts.of(block)
    if block.ending not in PAUSES and len(block.text) <= _LONGEST_TITLE:
        return False
    return own.operative_verb is not None and own.recital_verb is None


def _is_bare_number(block: Block, expected: int) -> bool:
    match = _BARE_NUMBER.fullmatch(block.text)
    return match is not None and int(match.group(1)) == expected


def _damaged(block: Block, expected: int, facts: DocumentFacts) -> int | None:
    """Where the text begins behind a damaged form of the number that is expected; None where there is none."""
    figures = r"\s?".join(f"[{re.escape(_LOOKS_LIKE[d])}]" for d in str(expected))
    damaged = compiled(rf"\s*{figures}\s?[.,:;]?\s+(?=[^\W\d_])")  # "I O. Calls upon" where 10 is expected
    match = damaged.match(block.text)
    if match is not None and block.ending not in PAUSES and match.group()[-2:-1].isalnum():
        return None  # "I Request for a subvention": the heading of a section, no act without its point and its end.
    if match is None or facts.of_text(block.text[match.end() :]).operative_verb is None:
        return None
    return match.end()


def _numbered(block: Block, number: int, *, from_: Block) -> Block:
    return replace(block, number=f"{number}.", span=_union(block.span, from_.span))


def _union(one: Span, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end))
