"""Footnote marks in brackets: "[1]" in the text and at the head of a note below it, or raised with the brackets around it.

So plain text writes them, and pages that were made from Word. A bracket that is not raised is a mark only where a note opens
with the same one further on: texts under negotiation bracket figures too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpora.model import Span
from corpora.readers.base import Block, Document, without_characters

_SIGN = r"\d{1,3}|[*†‡]{1,3}"
_NOTE = re.compile(rf"\[({_SIGN})\](?=\s*[^\W_])")
_MARK = re.compile(rf"(?<=[^\s\[(])\[({_SIGN})\]")
"""A mark is glued to the word or the pause behind which it stands."""
_RAISED = re.compile(rf"\s*[\[(]?({_SIGN})[\])]\s*")

_AROUND = ("()", "[]")


def with_bracketed_marks(document: Document) -> Document:
    """The document with every mark in brackets as a raised one without them."""
    blocks = document.blocks
    notes = _notes(blocks)
    marks = {found.group(1) for i in notes if (found := _NOTE.match(blocks[i].text))}
    first = min(notes, default=0)
    changed = []
    for i, block in enumerate(blocks):
        inside = [m for m in _MARK.finditer(block.text) if m.group(1) in marks] if i < first else []
        head = _NOTE.match(block.text) if i in notes else None
        changed.append(_raised(block, [head] if head else inside))
    return replace(document, blocks=tuple(changed))


def _notes(blocks: Sequence[Block]) -> set[int]:
    """The blocks that open with a mark which stands in a block before the first of them."""
    opened = [(i, found.group(1)) for i, block in enumerate(blocks) if (found := _opened(block))]
    if not opened:
        return set()
    seen = {m.group(1) for block in blocks[: opened[0][0]] for m in _MARK.finditer(block.text)}
    return {i for i, mark in opened if mark in seen}


def _opened(block: Block) -> re.Match[str] | None:
    return _NOTE.match(block.text) if block.role is None and block.number is None and not block.superscripts else None


def _raised(block: Block, marks: Sequence[re.Match[str]]) -> Block:
    """The block with these marks raised, and without the brackets of all that are raised."""
    spans = {*block.superscripts, *(Span(m.start(), m.end()) for m in marks)}
    gone: set[int] = set()
    for span in spans:
        if found := _RAISED.fullmatch(block.text, span.start, span.end):
            gone |= {*range(span.start, span.end)} - {*range(found.start(1), found.end(1))}
        elif block.text[span.start - 1 : span.start] + block.text[span.end : span.end + 1] in _AROUND:
            gone |= {span.start - 1, span.end}
    if not gone:
        return block
    return without_characters(replace(block, superscripts=tuple(sorted(spans))), gone)
