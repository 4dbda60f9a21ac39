"""Acts without a number among numbered ones, as drafts insert them, and what only looks like one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpora.model import Kind, Paragraph
from corpora.readers.base import Block
from corpora.structure.block_facts import DocumentFacts
from corpora.text.punctuation import CLOSING_QUOTES, COLONS, FULL_STOPS, SEMICOLONS

_LABEL = re.compile(rf"\s?[{COLONS}]\s(?!\(?[a-z0-9]{{1,4}}\s?[).])")
"""A colon and words behind the verb: a label ("Note : …"), not a list that a verb begins."""


def does_act(block: Block, facts: DocumentFacts) -> bool:
    """Whether a block opens with the verb of an operative paragraph and is no label."""
    verb = facts.of(block).operative_verb
    return verb is not None and _LABEL.match(block.text, verb.span.end) is None


def is_inserted_act(block: Block, act: Sequence[Paragraph], facts: DocumentFacts) -> bool:
    """Whether a block without a number is an act of its own behind ``act``, an operative paragraph with what stands below it.

    The act must have ended. Where it opened a list, it has only behind a point with a mark; and in Chinese not even there, whose
    verbs have one form for acts and for points ("鼓励").
    """
    if not act or not does_act(block, facts):
        return False
    opens_list = any(p.text.rstrip()[-1:] in COLONS for p in act)
    if opens_list and (act[-1].kind is not Kind.ITEM or not facts.language.spaced):
        return False
    end = act[-1].text.rstrip(" ]" + CLOSING_QUOTES)[-1:]
    goes_on = block.text.lstrip(" [")[:1].islower() and not facts.language.opening.small
    return end != "" and end in SEMICOLONS + FULL_STOPS and not goes_on
