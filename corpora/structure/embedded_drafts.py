"""Draft resolutions inside a resolution: "Recommends to the General Assembly the adoption of the following draft resolution: …".

Such a draft begins with an enacting formula of its own, a few lines at most below words that end with a colon; between them its
title may stand. Several drafts may follow one another.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpora.model import Kind
from corpora.readers.base import Block
from corpora.structure.block_facts import DocumentFacts
from corpora.structure.enacting_formula import FORMULA_ENDS
from corpora.text.punctuation import COLONS, DRAFT_QUOTES_END, FULL_STOPS, SEMICOLONS

_HEAD = 5
"""Lines at most from the words that recommend a draft to its enacting formula."""


def draft_places(
    blocks: Sequence[Block], start: int, end: int, numbers: Sequence[int | None], facts: DocumentFacts
) -> dict[int, int]:
    """The blocks from ``start`` to ``end`` that are enacting formulas of drafts, each with the block that recommends it.

    ``numbers`` are those of the blocks. A draft that follows another is recommended by the same words: it stands for itself.
    """
    places: dict[int, int] = {}
    for i in range(start, end):
        if not _is_formula(blocks[i], facts):
            continue
        recommends = _recommends(blocks, i, start, numbers, facts)
        if places and (recommends is None or recommends in places.values()):
            recommends = i
        if recommends is not None:
            places[i] = recommends
    return places


def closes_quotation(text: str) -> bool:
    """Whether a text ends with a closing quotation mark, as the last paragraph of a quoted draft does."""
    return text.rstrip(" " + FULL_STOPS + SEMICOLONS)[-1:] in tuple(DRAFT_QUOTES_END)


def _is_formula(block: Block, facts: DocumentFacts) -> bool:
    if facts.of(block).organ is None:
        return False
    return block.role is Kind.ORGAN or block.level > 0 or block.text.rstrip()[-1:] in FORMULA_ENDS


def _recommends(
    blocks: Sequence[Block], formula: int, start: int, numbers: Sequence[int | None], facts: DocumentFacts
) -> int | None:
    """The block that ends with a colon above an enacting formula; None where another paragraph stands between.

    Where the format sets the draft below a paragraph, that paragraph, whatever it ends with.
    """
    if blocks[formula].level:
        above = range(formula - 1, start - 1, -1)
        return next((k for k in above if blocks[k].level < blocks[formula].level), None)
    for k in range(formula - 1, max(start - 1, formula - 1 - _HEAD, -1), -1):
        if blocks[k].text.rstrip()[-1:] in tuple(COLONS):
            return k
        if numbers[k] is not None or facts.of(blocks[k]).opens_with_verb or blocks[k].role is Kind.FOOTNOTE:
            return None
    return None
