"""A block as a paragraph: its words without its number and its footnote marks, which are kept beside them."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

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


def paragraph_of(language: Language, block: Block, place: Standing, number: str | None, *, skip: int) -> Paragraph:
    """The block without its number and its footnote marks; marks are kept beside the text."""
    marks: list[FootnoteMark] = []
    dropped: list[Span] = [Span(0, skip)] if skip else []
    glued = glued_marks(block.text, language)
    for span in sorted(
        [*block.superscripts, *(g for g in glued if not any(g.overlaps(s) for s in block.superscripts))]
    ):
        if span.start >= skip and (span in glued or _is_mark(block, span, language)):
            dropped.append(span)
    inside = bytearray(len(block.text))
    for span in dropped:
        inside[span.start : span.end] = b"\1" * len(block.text[span.start : span.end])
    kept = [i for i, gone in enumerate(inside) if not gone]
    blanks = next((n for n, i in enumerate(kept) if block.text[i] != " "), len(kept))
    kept = kept[blanks:]

    def moved(position: int) -> int:
        return bisect_left(kept, position)

    for span in dropped[1 if skip else 0 :]:
        source = Span(block.offsets[span.start], block.offsets[span.end - 1] + 1)
        marks.append(FootnoteMark(block.text[span.start : span.end].strip(), moved(span.start), source))
    text = "".join(block.text[i] for i in kept)
    emphasis = tuple(Span(moved(s.start), moved(s.end)) for s in block.emphasis if s.end > skip)
    emphasis = tuple(s for s in emphasis if len(s))
    verbs = find_verbs(text, language, place.kind, emphasis)
    return Paragraph(
        id=place.id,
        kind=place.kind,
        number=number,
        text=text,
        span=block.span,
        offsets=tuple(block.offsets[i] for i in kept),
        marks=tuple(marks),
        emphasis=emphasis,
        verbs=verbs,
        part=place.part,
        language=language.code,
        parent=place.parent,
        label=place.label,
    )


def _is_mark(block: Block, span: Span, language: Language) -> bool:
    """Whether a superscript is a footnote mark, not the end of an ordinal number."""
    content = block.text[span.start : span.end].strip()
    if not _NOTE_MARK.fullmatch(content):
        return False
    before = block.text[span.start - 1 : span.start]
    suffix = language.numbers.ordinal_suffix
    return not (suffix and suffix.fullmatch(content) and (before.isdigit() or (before in _BEFORE_SUFFIX and before)))
