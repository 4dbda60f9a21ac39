"""Footnotes of scanned pages: several that came out as one block are parted, and marks are read by their sequence.

A volume numbers its notes through. Between 39 and 41 stands 40, whether the scan has "4°" or a quotation mark.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpora.languages import Language
from corpora.model import Kind, Span
from corpora.readers.base import Block, part_of
from corpora.structure.block_facts import DocumentFacts
from corpora.text.folding import fold_plain
from corpora.text.scripts import CYRILLIC_SMALL, LATIN_SMALL_WORDS

_MARK = re.compile(r"\d{1,3}")
_BARE_MARK = re.compile(r"(\d{1,3})(?=[ A-Z])")
"""A mark that lost its superscript, at the head of a note."""
_LEFT_OF_MARK = re.compile(r"\W{0,2}(\d{1,2})")
_DAMAGED_MARK = re.compile(r"(?:\d{1,3}|['’\"“”]{1,2}\d{0,2})\s?(?=[A-ZÉ])")
"""A mark of which a scan made quotation marks, in whole or in part."""
# A mark inside of a block that lost its superscript: behind the end of a note, before a symbol or a capital.
_INSIDE = re.compile(r"(?<=[.;\]]) ?(?:(\d{1,3})|['’\"“”]{1,2}\d{0,2}) ?(?=[A-ZÉ])")
# OCR glues a mark to its word, or to a year: "généra1252," "(l'Accord général)253;", "26 juin 199821,". Small letters only: "G20" is a name.
_GLUED_MARK = re.compile(
    rf"(?<=[{LATIN_SMALL_WORDS}{CYRILLIC_SMALL})»”’'])(?<!\d\))'?(\d{{1,4}})(?=[,;.:]|$|(?<=[^\W\d_]\d{{3}}) )"
)
_GLUED_TO_YEAR = re.compile(r"\b([^\W\d_]+)\s(?:19|20)\d\d(\d{1,3})(?=[,;.:)\s]|$)")


def glued_marks(text: str, language: Language) -> list[Span]:
    """Footnote marks that OCR glued to the word or the year before them."""
    if not language.spaced:
        return []
    dated = (m for m in _GLUED_TO_YEAR.finditer(text) if fold_plain(m.group(1)) in language.derived(_months))
    return [
        *(Span(m.start(1), m.end(1)) for m in _GLUED_MARK.finditer(text)),
        *(Span(m.start(2), m.end(2)) for m in dated),
    ]


def _months(language: Language) -> frozenset[str]:
    return frozenset(name for names in language.months.values() for name in names)


def split_footnotes(blocks: Sequence[Block], facts: DocumentFacts) -> list[Block]:
    """The blocks, each footnote one of its own with its mark as ``number``, where the sequence tells it."""
    out: list[Block] = []
    notes: list[int] = []
    for block in blocks:
        if not facts.of(block).is_foot_note:
            out.append(block)
            continue
        for note in _parted(block, facts):
            notes.append(len(out))
            out.append(note)
    values = [_value(out[i], facts) for i in notes]
    for place, i in enumerate(notes):
        value = values[place]
        if value is None:
            value = _between(values, place, out[i])
            if value is not None:
                values[place] = value
                out[i] = _marked(out[i], value, facts)
        elif facts.of(out[i]).mark is None:
            out[i] = _marked(out[i], value, facts)
    return out


def _parted(block: Block, facts: DocumentFacts) -> Iterator[Block]:
    """A footnote block, cut before every further mark."""
    first = facts.of(block).mark
    begin = first.end if first else 0
    starts = {s.start for s in block.superscripts if s.start > begin and _is_mark(block.text[s.start : s.end])}
    starts |= {m.start() + (m.group()[:1] == " ") for m in _INSIDE.finditer(block.text) if m.start() > begin}
    cuts = [0, *sorted(starts), len(block.text)]
    for start, end in itertools.pairwise(cuts):
        if length := len(block.text[start:end].rstrip()):
            yield part_of(block, start, start + length)


def _is_mark(text: str) -> bool:
    return len(text.strip()) <= 3 and (text.strip()[:1].isdigit() or text.strip() in ("I", "l", "I°", "l°"))


def _value(block: Block, facts: DocumentFacts) -> int | None:
    """The number of a footnote as printed, None where it is damaged."""
    mark = facts.of(block).mark
    text = block.text[mark.start : mark.end] if mark else block.text[:4]
    match = _MARK.fullmatch(text.strip()) if mark else _BARE_MARK.match(text)
    return int(match.group()) if match else None


def _between(values: Sequence[int | None], place: int, block: Block) -> int | None:
    """The number that a damaged mark must have: what the notes before and behind that have one leave for it.

    Behind the last, what is left of the mark must end the number. None where nothing tells.
    """
    before = values[place - 1] if place else 0
    if before is None:
        return None
    behind = next(((n, v) for n, v in enumerate(values[place + 1 :], 1) if v is not None), None)
    if behind is not None:
        return before + 1 if behind[1] == before + behind[0] + 1 else None
    left = _LEFT_OF_MARK.match(block.text)
    return before + 1 if left and str(before + 1).endswith(left.group(1)) else None


def _marked(block: Block, value: int, facts: DocumentFacts) -> Block:
    """A footnote with its mark as a hint; what stood in the place of the mark leaves the text."""
    mark = facts.of(block).mark
    end = mark.end if mark else 0
    if not mark and (match := _DAMAGED_MARK.match(block.text)):
        end = match.end()
    rest = part_of(block, end, len(block.text)) if block.text[end:].strip() else block
    return replace(rest, span=block.span, number=str(value), role=Kind.FOOTNOTE)
