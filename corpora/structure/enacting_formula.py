"""Where a resolution's enacting formula stands ("The General Assembly,"), and whether a text without one is a resolution."""

from __future__ import annotations

from collections.abc import Sequence

from corpora.model import Kind
from corpora.readers.base import Block
from corpora.structure.block_facts import DocumentFacts
from corpora.structure.mastheads import is_masthead
from corpora.text.punctuation import COMMAS

FORMULA_ENDS = COMMAS
"""With what a formula and a recital end."""
_MASTHEAD = 15
"""Lines of a masthead and a title at most."""


def formula_place(blocks: Sequence[Block], facts: DocumentFacts) -> int | None:
    """The block that is the enacting formula, None where there is none."""
    for i, block in enumerate(blocks[:60]):
        if block.role is Kind.ORGAN:
            return i
        if facts.of(block).organ is not None:
            if block.text.rstrip()[-1:] in FORMULA_ENDS:
                return i
            # A masthead names the organ too, without the comma; that of a report or a letter with no formula below it.
            below = _formula_below(blocks, i, facts)
            return below if below is not None else _formula_without_comma(blocks, i, facts)
    pattern = facts.language.formula.pattern
    for i, block in enumerate(blocks[:60]):
        if block.role is None and not block.heading and pattern.match(facts.of(block).folded.strip()):
            return i
    return None


def _formula_below(blocks: Sequence[Block], i: int, facts: DocumentFacts) -> int | None:
    """The block below ``i`` that names an organ with a comma, before the first paragraph; None where there is none."""
    for k in range(i + 1, min(len(blocks), i + _MASTHEAD)):
        below, text = facts.of(blocks[k]), blocks[k].text
        if below.organ is not None and text.rstrip()[-1:] in FORMULA_ENDS:
            return k
        if below.opens_with_verb and not is_masthead(text, facts.language):
            break
    return None


def _formula_without_comma(blocks: Sequence[Block], i: int, facts: DocumentFacts) -> int | None:
    """The block from ``i`` on that names an organ right above a paragraph with an opening verb: a formula that lost its comma.

    Else ``i`` where the text opens as a resolution does; None where it does not.
    """
    for k in range(i, min(len(blocks) - 1, i + _MASTHEAD)):
        if facts.of(blocks[k]).organ is not None and not is_masthead(blocks[k + 1].text, facts.language):
            following = facts.of(blocks[k + 1])
            if following.opens_with_verb or facts.of_text(following.body).opens_with_verb:
                return k
    return i if speaks_as_resolution(blocks, facts) else None


def speaks_as_resolution(blocks: Sequence[Block], facts: DocumentFacts) -> bool:
    """Whether a text without an enacting formula opens like one all the same.

    Three blocks that open with a verb, or a recital first and an operative verb after it.
    """
    verbs = 0
    recital_first = False
    for i, block in enumerate(blocks[:80]):
        own = facts.of(block)
        body = facts.of_text(own.body)
        recital, operative = body.recital_verb is not None, body.operative_verb is not None
        recital_first = recital_first or (i == 0 and recital)
        if i and recital_first and operative:
            return True
        verbs += operative if own.number else recital
    return verbs >= 3
