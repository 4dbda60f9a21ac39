"""Where a resolution's enacting formula stands ("The General Assembly,"), and whether a text without one is a resolution."""

from __future__ import annotations

from collections.abc import Sequence

from corpora.annotation.verbs import opening_verb
from corpora.languages import Language
from corpora.model import Kind
from corpora.readers.base import Block, part_of
from corpora.structure.mastheads import is_masthead
from corpora.structure.organs import LONGEST_FORMULA, enacting_organ
from corpora.text.folding import fold_plain
from corpora.text.numbering import parse_number

FORMULA_ENDS = ",،，"
"""With what a formula and a recital end."""
_MASTHEAD = 15
"""Lines of a masthead and a title at most."""


def with_formula_apart(blocks: Sequence[Block], language: Language) -> list[Block]:
    """Blocks in which the enacting formula and what follows it stand on one line, parted after the formula."""
    forms = [o for organ in language.organs.values() for o in organ]
    out: list[Block] = []
    for i, block in enumerate(blocks):
        opening = next((f for f in forms if i < 20 and fold_plain(block.text).startswith(f + " ")), None)
        rest = block.text[len(opening) :].lstrip(" ,") if opening else ""
        verb = any(opening_verb(rest, language, preambular=p) for p in (True, False)) if rest else False
        if opening and verb and len(fold_plain(block.text)) == len(block.text):
            cut = len(block.text) - len(rest)
            out += [part_of(block, 0, cut), part_of(block, cut, len(block.text))]
        else:
            out.append(block)
    return out


def formula_place(blocks: Sequence[Block], language: Language) -> int | None:
    """The block that is the enacting formula, None where there is none."""
    for i, block in enumerate(blocks[:60]):
        if block.role is Kind.ORGAN:
            return i
        if _enacts(block, language):
            # A masthead names the organ too, without the comma.
            return i if block.text.rstrip()[-1:] in FORMULA_ENDS else _formula_below(blocks, i, language)
    pattern = language.formula.pattern
    for i, block in enumerate(blocks[:60]):
        if block.role is None and not block.heading and pattern.match(fold_plain(block.text).strip()):
            return i
    return None


def _formula_below(blocks: Sequence[Block], i: int, language: Language) -> int:
    """The block below ``i`` that names an organ with a comma, before the first paragraph; else ``i``."""
    for k in range(i + 1, min(len(blocks), i + _MASTHEAD)):
        text = blocks[k].text
        if _enacts(blocks[k], language) and text.rstrip()[-1:] in FORMULA_ENDS:
            return k
        opens = any(opening_verb(text, language, preambular=p) for p in (True, False))
        if opens and not is_masthead(blocks[k].text, language):
            break
    return i


def _enacts(block: Block, language: Language) -> bool:
    return len(block.text) < LONGEST_FORMULA and enacting_organ(block.text, language) is not None


def speaks_as_resolution(blocks: Sequence[Block], language: Language) -> bool:
    """Whether a text without an enacting formula opens like one all the same.

    Three blocks that open with a verb, or a recital first and an operative verb after it.
    """
    verbs = 0
    recital_first = False
    for i, block in enumerate(blocks[:80]):
        number = parse_number(block.text)
        body = block.text[number.end :] if number else block.text
        recital = bool(opening_verb(body, language, preambular=True))
        operative = bool(opening_verb(body, language, preambular=False))
        recital_first = recital_first or (i == 0 and recital)
        if i and recital_first and operative:
            return True
        verbs += operative if number else recital
    return verbs >= 3
