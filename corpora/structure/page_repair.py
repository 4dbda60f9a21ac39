"""Mending what scanning and page breaks did to blocks: running heads, broken words, paragraphs cut by a page end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from corpora.model import Kind, SetAside, Span
from corpora.readers.base import Block, without_characters
from corpora.structure.block_facts import DocumentFacts
from corpora.text.folding import fold_plain
from corpora.text.punctuation import CLOSING_QUOTES, PAUSES

_OFTEN = 4
"""Times from which a short line that stands again and again is a running head."""
_SHORT = 110
"""Characters of a running head or a line that a page ends with; see _WRAP of the Markdown reader."""
_PAGE = re.compile(r"[\s\-–—]*\d{1,4}[\s\-–—]*")
_ENDS = re.compile(r"^\W*\d{1,3}\s+|\s+\d{1,3}\W*$")
_PLAIN_MARK = re.compile(r"\W{0,2}(\d{1,3})\W")
_BROKEN = re.compile(r"(?<=[a-zà-öø-ÿœ])- (?=[a-zà-öø-ÿœ]{2})")
_UNENDED = re.compile(r"[\w,\-'’]$")
_CLOSED = ")]»”"
"""Ends of a heading ("Résolution 690 (1991)") as well as of a line inside of a paragraph: then the length tells."""


def without_page_furniture(blocks: Sequence[Block]) -> tuple[list[Block], list[SetAside]]:
    """The blocks less page numbers and running heads, and those as set aside."""
    counts = Counter(_bare(b.text) for b in blocks if len(b.text) <= _SHORT)
    kept: list[Block] = []
    aside: list[SetAside] = []
    for block in blocks:
        if _PAGE.fullmatch(block.text):
            aside.append(SetAside(block.span, "page number"))
        elif len(block.text) <= _SHORT and counts[_bare(block.text)] >= _OFTEN and _is_head(block):
            aside.append(SetAside(block.span, "running head"))
        else:
            kept.append(block)
    return kept, aside


def _bare(text: str) -> str:
    """Letters and figures, a page number at either end left off."""
    return "".join(c for c in _ENDS.sub("", fold_plain(text)) if c.isalnum())


def _is_head(block: Block) -> bool:
    """A running head ends without punctuation and is no enacting formula, which ends with a comma."""
    return bool(_bare(block.text)) and block.text.rstrip()[-1:] not in PAUSES + CLOSING_QUOTES


def repair_pages(blocks: Sequence[Block], facts: DocumentFacts) -> list[Block]:
    """The blocks with words joined that a line end broke, and paragraphs that a page end cut in two.

    Footnotes stand between the two halves; they keep their place after them.
    """
    out: list[Block] = []
    last: int | None = None
    for block in (_unbroken(b) for b in blocks):
        if facts.of(block).is_foot_note:
            marked = block.role is Kind.FOOTNOTE
            out.append(block if marked else replace(block, role=Kind.FOOTNOTE, number=_mark(block, facts)))
            continue
        if last is not None and _goes_on(out[last], block, facts):
            out[last] = _joined(out[last], block)
            continue
        last = len(out)
        out.append(block)
    return out


def _mark(block: Block, facts: DocumentFacts) -> str | None:
    """The mark of a footnote that OCR left as plain characters; None where a superscript carries it."""
    if facts.of(block).mark:
        return None
    match = _PLAIN_MARK.match(block.text)
    return match.group(1) if match else "*"


def _goes_on(before: Block, block: Block, facts: DocumentFacts) -> bool:
    """Whether a block goes on with the one before: that one is unended, and this one begins small."""
    if before.heading or block.heading or facts.of(block).number_or_misread_one is not None:
        return False
    if block.number is not None or facts.of(before).organ is not None:
        return False
    if facts.language.opening.small and facts.of(block).opens_with_verb:
        return False  # Russian acts begin small, and a recital ends with a comma.
    first = block.text[:1]
    unended = _UNENDED.search(before.text) is not None or (before.text[-1:] in _CLOSED and len(before.text) > _SHORT)
    return first.isalpha() and first.islower() and unended


def _joined(before: Block, block: Block) -> Block:
    hyphen = before.text.endswith("-")
    text = before.text[:-1] if hyphen else before.text + " "
    offsets = before.offsets[:-1] if hyphen else (*before.offsets, before.offsets[-1])
    shift = len(text)

    def moved(spans: Sequence[Span]) -> tuple[Span, ...]:
        return tuple(Span(s.start + shift, s.end + shift) for s in spans)

    return replace(
        before,
        text=text + block.text,
        offsets=(*offsets, *block.offsets),
        span=Span(before.span.start, max(before.span.end, block.span.end)),
        emphasis=(*before.emphasis, *moved(block.emphasis)),
        superscripts=(*before.superscripts, *moved(block.superscripts)),
    )


def _unbroken(block: Block) -> Block:
    """A block without the hyphens of line ends inside it ("exa- miner"); "-" before a capital is kept."""
    gone = {i for m in _BROKEN.finditer(block.text) for i in (m.start(), m.start() + 1)}
    if not gone:
        return block
    return without_characters(block, gone)
