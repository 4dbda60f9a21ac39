"""Decisions, presidential statements, declarations: no enacting formula, but an organ that is named with what it did or does, or "we".

"At its 25th plenary meeting, on 5 June 2024, the Economic and Social Council decided to …"; "The Security Council reaffirms …"; "We
reaffirm …".
"""

from __future__ import annotations

from collections.abc import Sequence

from corpora.annotation.reported import opens_with_organ, reported_verbs
from corpora.languages import Language
from corpora.model import Kind
from corpora.readers.base import Block
from corpora.structure.block_facts import DocumentFacts
from corpora.structure.organs import letters_of
from corpora.structure.symbol_headings import opens_pair_heading
from corpora.text.folding import fold_plain

_HEAD = 20
"""Blocks of a head, masthead included."""
_LONGEST_HEADING = 200
_SHORTEST = 60
"""Characters of a paragraph; what is shorter is a heading or a signature."""
_MOST = 0.5
"""Share of the paragraphs that name the organ in a statement; chosen: a report cites acts in some of its paragraphs."""


def reported_place(blocks: Sequence[Block], facts: DocumentFacts) -> int | None:
    """The first paragraph of a decision or a statement that reports an act; None for any other document."""
    stated = stated_acts(blocks, facts)
    if stated:
        return _first_numbered(blocks, stated[0], facts)
    own = [i for i, block in enumerate(blocks) if block.role is not Kind.FOOTNOTE]
    for i in own[:_HEAD]:
        if reports_decision(blocks[i], facts.language) and any(
            heads_decision(blocks[k], facts.language) for k in own[:_HEAD] if k < i
        ):
            return i
    return None


def _first_numbered(blocks: Sequence[Block], at: int, facts: DocumentFacts) -> int:
    """Where the numbers begin of which the paragraph at a place has one: "1. We, the Ministers, have met …"; the place itself without."""
    if decimal_of(blocks[at], facts) is None:
        return at
    firsts = (k for k in range(at, -1, -1) if decimal_of(blocks[k], facts) == 1)
    return next(firsts, at)


def decimal_of(block: Block, facts: DocumentFacts) -> int | None:
    """The figure that counts a paragraph, as its format states it or its text begins with it; None for any other mark, and for none."""
    number = facts.stated_number(block.number) if block.number is not None else facts.of(block).number
    return number.decimal if number is not None else None


def stated_acts(blocks: Sequence[Block], facts: DocumentFacts) -> list[int]:
    """The paragraphs of a statement that say what the organ does, by their places; none where the document is no statement."""
    own = [i for i, block in enumerate(blocks) if block.role is not Kind.FOOTNOTE]
    stated = [i for i in own if opens_with_organ(_words(blocks[i], facts), facts.language)]
    paragraphs = [i for i in own if len(blocks[i].text) >= _SHORTEST]
    is_statement = len(stated) >= 2 and len(stated) >= _MOST * len([i for i in paragraphs if i >= stated[0]])
    return stated if is_statement else []


def _words(block: Block, facts: DocumentFacts) -> str:
    """The words of a paragraph behind the figure that counts it."""
    own = facts.of(block)
    return own.body.lstrip() if own.number is not None and own.number.decimal is not None else block.text


def reported_organ(block: Block, language: Language) -> str | None:
    """The organ whose act a paragraph reports."""
    letters, particle = letters_of(block.text), letters_of(language.reported.particle)
    for key, forms in language.organs.items():
        if any(letters_of(form).removeprefix(particle) in letters for form in forms):
            return key
    return None


def reports_decision(block: Block, language: Language) -> bool:
    """Whether a paragraph names a meeting first, then an organ and what it did there."""
    meeting = language.reported.meeting
    if meeting is None or meeting.match(fold_plain(block.text).strip()) is None:
        return False
    verbs = reported_verbs(block.text, language, Kind.OPERATIVE)
    return bool(verbs) and verbs[0].reported and reported_organ(block, language) is not None


def heads_decision(block: Block, language: Language) -> bool:
    """Whether a line is the heading of a decision: the word for it, or "2024/324. Title"."""
    heading = language.reported.heading
    if len(block.text) > _LONGEST_HEADING or heading is None:
        return False
    return heading.match(fold_plain(block.text).strip()) is not None or opens_pair_heading(block.text, language)
