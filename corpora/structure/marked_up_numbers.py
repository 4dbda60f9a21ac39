"""Numbers of paragraphs where the format states them, and states some of them badly (Akoma Ntoso made by conversion).

Three slips that the record shows: a number alone, its paragraph after it without one; a number left at the head of the
words, its point lost; and a paragraph run into the one before it, its number in the midst of the words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpora.model import Kind, Span
from corpora.readers.base import Block, part_of
from corpora.structure.block_facts import DocumentFacts
from corpora.text.punctuation import ENDS

_BARE = re.compile(r"(\d{1,3})\s?[-.]?\s(?=[^\W\d_])")
_INSIDE = re.compile(rf"(?<=[{ENDS}])\s?(\d{{1,3}})\s?[-.]?\s(?=[^\W\d_])")


def with_marked_up_numbers(blocks: Sequence[Block], facts: DocumentFacts) -> list[Block]:
    """The blocks, each number at the head of its own paragraph (as ``Block.number``)."""
    out: list[Block] = []
    last = 0
    whole = _with_their_words(blocks)
    for block, ahead in zip(whole, next_numbers([_decimal(block, facts) for block in whole]), strict=True):
        for part in _parts(block, last, ahead, facts):
            last = _decimal(part, facts) or last
            out.append(part)
    return out


def next_numbers(numbers: Sequence[int | None]) -> list[int | None]:
    """For each block the number of the next numbered one after it, None where none follows.

    >>> next_numbers([1, None, 2, None])
    [2, 2, None, None]
    """
    ahead: list[int | None] = []
    following: int | None = None
    for number in reversed(numbers):
        ahead.append(following)
        following = following if number is None else number
    return ahead[::-1]


def _with_their_words(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, a number without words joined to the paragraph after it that has words and no number."""
    out: list[Block] = []
    for block in blocks:
        before = out[-1] if out else None
        if before is not None and _lacks_words(before) and _lacks_number(block) and block.level == before.level:
            out[-1] = replace(block, number=before.number, span=Span(before.span.start, block.span.end))
        else:
            out.append(block)
    return out


def _lacks_words(block: Block) -> bool:
    return block.number is not None and block.role is None and not block.text


def _lacks_number(block: Block) -> bool:
    return block.number is None and block.role is None and not block.heading and bool(block.text)


def _decimal(block: Block, facts: DocumentFacts) -> int | None:
    if block.number is None or block.role is Kind.FOOTNOTE:
        return None
    number = facts.stated_number(block.number)
    return number.decimal if number else None


def _parts(block: Block, last: int, ahead: int | None, facts: DocumentFacts) -> list[Block]:
    """The block, its bare number taken for what it is; cut in two where the number that is missing stands inside."""
    if block.heading or block.role not in (None, Kind.PREAMBULAR) or ahead == last + 1:
        return [block]
    if block.number is None:
        found = _BARE.match(block.text)
        if found and int(found.group(1)) == last + 1 and _opens(block, found.end(), facts):
            return [_numbered(block, found)]
        return [block]
    last = _decimal(block, facts) or last
    for found in _INSIDE.finditer(block.text):
        if int(found.group(1)) == last + 1 != ahead and _opens(block, found.end(), facts):
            return [part_of(block, 0, found.start()), _numbered(block, found)]
    return [block]


def _opens(block: Block, place: int, facts: DocumentFacts) -> bool:
    """Whether an act is set apart by its style at a place, as the verb of an operative paragraph is."""
    set_apart = any(span.start <= place < span.end for span in block.emphasis)
    return set_apart and facts.of_text(block.text[place:]).operative_verb is not None


def _numbered(block: Block, found: re.Match[str]) -> Block:
    words = part_of(block, found.end(), len(block.text))
    return replace(
        words,
        number=f"{found.group(1)}.",
        role=None,
        level=0,
        span=Span(block.offsets[found.start(1)], block.span.end),
    )
