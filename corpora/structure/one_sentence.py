"""Acts of one sentence, as decisions are: "The Economic and Social Council, recalling its resolution …, decides to appoint …".

What a resolution prints on lines of its own stands in one paragraph: the enacting formula, the preamble, the act. The paragraph is
parted where they begin; clauses of the preamble stay together, since the six languages do not part them alike.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from corpora.languages import Language, concept_of
from corpora.languages.concepts import ACTS
from corpora.model import Kind, VerbPhrase
from corpora.readers.base import Block, part_of
from corpora.structure.block_facts import DocumentFacts
from corpora.structure.reported_acts import heads_decision, stated_acts
from corpora.text.alternatives import alternatives
from corpora.text.folding import fold
from corpora.text.patterns import compiled
from corpora.text.punctuation import COLONS, COMMAS, DRAFT_QUOTES

_HEAD = 20
"""Blocks among which the enacting formula is looked for at the head of a paragraph."""
_LONGEST = 3000
"""Characters of such a paragraph at most; longer ones are whole resolutions that a conversion ran together. The longest decision of one
sentence in the drafts of 2025 has 600."""
_RECOMMENDED = 3
"""Blocks at most from the words that recommend a draft, which end with a colon, to the draft."""
_PAUSE = re.compile(rf"[{COMMAS}]\s*(?:\d{{1,3}}\s+)?")
"""A comma, and the mark of a footnote that stands behind it."""


def with_formula_apart(blocks: Sequence[Block], facts: DocumentFacts) -> list[Block]:
    """Blocks of which those that hold an enacting formula with what follows it are parted: formula, preamble, act.

    A statement names its organ in every paragraph, and is not parted.
    """
    if stated_acts(blocks, facts):
        return list(blocks)
    return [part for at in range(len(blocks)) for part in _parts(blocks, at, facts)]


def _parts(blocks: Sequence[Block], at: int, facts: DocumentFacts) -> list[Block]:
    block = blocks[at]
    may_begin = len(block.text) <= _LONGEST and _may_begin(blocks, at)
    formula_end = _formula_end(block, facts.language) if may_begin else None
    if formula_end is None:
        return [block]
    rest = block.text[formula_end:]
    if not facts.of_text(rest).opens_with_verb:
        return [block]
    clause = block.text[:formula_end].rstrip()[-1:] in COMMAS
    act = _act_place(block, formula_end, facts) if clause else None
    if act is not None:
        cuts = [0, formula_end, act, len(block.text)]
    elif _stands_without_comma(blocks, at, facts, clause=clause):
        cuts = [0, formula_end, len(block.text)]
    else:
        return [block]
    parts = [part_of(block, a, b) for a, b in itertools.pairwise(cuts) if a < b]
    parts[0] = replace(parts[0], role=Kind.ORGAN)
    if opens_act(parts[-1].text, facts):
        # What it lists may be numbered ("the provisional agenda below: 1. …"): without this the act would be a recital.
        parts[-1] = replace(parts[-1], role=Kind.OPERATIVE)
    elif clause and rest.rstrip()[-1:] in COLONS:
        # "Recalling its resolution …:" above the acts, which are points of a list; no other recital ends so.
        parts[-1] = replace(parts[-1], role=Kind.PREAMBULAR)
    return parts


def opens_sentence(block: Block, facts: DocumentFacts) -> bool:
    """Whether a paragraph opens with an enacting formula and goes on with a verb."""
    end = _formula_end(block, facts.language)
    return end is not None and facts.of_text(block.text[end:]).opens_with_verb


def _may_begin(blocks: Sequence[Block], at: int) -> bool:
    """Whether an act may begin here: in the head of the document, or below words that recommend it."""
    above = blocks[max(0, at - _RECOMMENDED) : at]
    return at < _HEAD or any(block.text.rstrip()[-1:] in tuple(COLONS) for block in above)


def _formulas(language: Language) -> re.Pattern[str]:
    forms = alternatives(itertools.chain.from_iterable(language.organs.values()))
    return compiled(forms + (r"(?!\w)" if language.spaced else ""))


def _formula_end(block: Block, language: Language) -> int | None:
    """Where what follows an enacting formula begins; None where the block does not open with one, or holds nothing else."""
    opening = len(block.text) - len(block.text.lstrip("".join(DRAFT_QUOTES) + " "))
    folded = fold(block.text[opening:])
    match = language.derived(_formulas).match(folded.text)
    if match is None:
        return None
    end = opening + folded.span(0, match.end()).end
    rest = block.text[end:]
    behind = rest.lstrip(COMMAS + " ")
    return len(block.text) - len(behind) if behind else None


def _stands_without_comma(blocks: Sequence[Block], at: int, facts: DocumentFacts, *, clause: bool) -> bool:
    """Whether "The Council decides …" is an act: a language whose verbs tell no tense has a heading say so."""
    if facts.language.spaced or clause:
        return True
    return any(heads_decision(block, facts.language) for block in blocks[max(0, at - _HEAD) : at])


def _act_place(block: Block, start: int, facts: DocumentFacts) -> int | None:
    """Where the act begins behind the clauses of the preamble; None where no clause is one."""
    raised = {place for span in block.superscripts for place in range(span.start, span.end)}
    for pause in _PAUSE.finditer(block.text, start):
        place = pause.end()
        while place in raised or block.text[place : place + 1] == " ":
            place += 1
        if opens_act(block.text[place:], facts):
            return place
    return None


def opens_act(text: str, facts: DocumentFacts) -> bool:
    """Whether a clause opens with the verb of an act: one that no recital has, or by its kind where both have one form."""
    own = facts.of_text(text)
    verb: VerbPhrase | None = own.operative_verb
    if verb is None:
        return False
    if facts.language.spaced and not facts.language.opening.one_form:
        return own.recital_verb is None
    words = facts.language.words_of(text[:30])
    recites = bool(words) and words[0] in facts.language.opening.recital
    return not recites and concept_of(verb.concepts[0]).kind in ACTS
