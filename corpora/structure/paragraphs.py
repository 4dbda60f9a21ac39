"""A block as a paragraph: its words without its number and its footnote marks, which are kept beside them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from corpora.annotation.reported import reported_verbs
from corpora.annotation.verbs import find_verbs
from corpora.languages import Language
from corpora.model import FootnoteMark, Kind, Paragraph, Part, Span
from corpora.readers.base import Block
from corpora.structure.block_facts import DocumentFacts
from corpora.structure.footnotes import glued_marks

_BEFORE_SUFFIX = "IVXLCnN"
"""Roman numerals, and the n of "n°"."""
_NOTE_MARK = re.compile(r"[0-9]{1,3}|[*†‡§]{1,3}|[a-z]|[0-9]{1,3}\s?[a-z]")


def opens_as_note(block: Block, facts: DocumentFacts) -> bool:
    """Whether a block is a footnote: it opens with a mark."""
    first = facts.of(block).mark
    return first is not None and len(block.text) > first.end and _is_mark(block, first, facts.language)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a paragraph stands: what is said of these fields in `corpora.model.Paragraph`."""

    id: str
    kind: Kind
    part: Part
    parent: str | None = None
    label: str | None = None


def paragraph_of(
    language: Language,
    block: Block,
    place: Standing,
    number: str | None,
    *,
    skip: int,
    bracket: int | None = None,
    reported: bool = False,
) -> Paragraph:
    """The block without its number and its footnote marks; marks are kept beside the text.

    ``skip`` characters are the number's, but for the ``bracket`` that encloses words of the text too. ``reported`` says that
    the document reports acts, behind the organ's name.
    """
    printed_marks = _marks(block, language, skip)
    kept = _kept_characters(block.text, [Span(0, skip), *printed_marks], bracket)
    text = _those(block.text, kept)
    moved = (Span(bisect_left(kept, s.start), bisect_left(kept, s.end)) for s in block.emphasis if s.end > skip)
    emphasis = tuple(span for span in moved if len(span))
    return Paragraph(
        id=place.id,
        kind=place.kind,
        number=number,
        text=text,
        span=block.span,
        offsets=_those(block.offsets, kept),
        marks=tuple(_footnote_mark(block, span, kept) for span in printed_marks),
        emphasis=emphasis,
        verbs=reported_verbs(text, language, place.kind)
        if reported
        else find_verbs(text, language, place.kind, emphasis),
        part=place.part,
        language=language.code,
        parent=place.parent,
        label=place.label,
    )


_Row = TypeVar("_Row", str, tuple[int, ...])


def _those(row: _Row, kept: Sequence[int]) -> _Row:
    """The characters of a text, or their offsets, at the positions that are kept: most often all from one on."""
    if not kept:
        return row[:0]
    if kept[-1] - kept[0] == len(kept) - 1:
        return row[kept[0] : kept[-1] + 1]
    chosen = (row[i] for i in kept)
    return "".join(chosen) if isinstance(row, str) else tuple(chosen)


def _footnote_mark(block: Block, printed: Span, kept: Sequence[int]) -> FootnoteMark:
    """The mark ``printed`` in a block, at its place among the characters that are ``kept``."""
    return FootnoteMark(
        block.text[printed.start : printed.end].strip(),
        bisect_left(kept, printed.start),
        Span(block.offsets[printed.start], block.offsets[printed.end - 1] + 1),
    )


def _kept_characters(text: str, dropped: Sequence[Span], bracket: int | None) -> Sequence[int]:
    """The positions in a block's text that stay in the paragraph's, in order and without leading blanks."""
    if bracket is None and len(dropped) == 1 and not dropped[0].start:
        return range(len(text) - len(text[dropped[0].end :].lstrip(" ")), len(text))
    is_dropped = bytearray(len(text))
    for span in dropped:
        is_dropped[span.start : span.end] = b"\1" * len(text[span.start : span.end])
    kept = [i for i, gone in enumerate(is_dropped) if not gone or i == bracket]
    blanks = next((n for n, i in enumerate(kept) if text[i] != " "), len(kept))
    kept = kept[blanks:]
    while bracket is not None and kept[1:] and text[kept[1]] == " ":
        kept.pop(1)
    return kept


def _marks(block: Block, language: Language, skip: int) -> list[Span]:
    """The footnote marks of a block behind its number: superscripts, and figures that a scan glued to a word."""
    glued = glued_marks(block.text, language)
    apart = [mark for mark in glued if not any(mark.overlaps(raised) for raised in block.superscripts)]
    spans = sorted([*block.superscripts, *apart])
    return [s for s in spans if s.start >= skip and (s in glued or _is_mark(block, s, language))]


def _is_mark(block: Block, span: Span, language: Language) -> bool:
    """Whether a superscript is a footnote mark, not the end of an ordinal number."""
    content = block.text[span.start : span.end].strip()
    if not _NOTE_MARK.fullmatch(content):
        return False
    before = block.text[span.start - 1 : span.start]
    suffix = language.numbers.ordinal_suffix
    return not (suffix and suffix.fullmatch(content) and (before.isdigit() or (before in _BEFORE_SUFFIX and before)))
