"""Negation and modality of a text: what says "not", and what says "shall", "should" or "may".

Languages render a negation by many other words ("without", "fail to", "s'abstenir"), and an obligation by no word at all.
So each language's data lists apart what is surely a negation and what may render one; a count on one side is only held
against the widest count on the other.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpora.languages import Language
from corpora.model import Span
from corpora.text.folding import fold
from corpora.text.patterns import compiled
from corpora.text.punctuation import COLONS, FULL_STOPS, SEMICOLONS
from corpora.values import Modality

_NOTHING = r"(?!)"
_CARRIED = 80
"""Signs over which an earlier negation is carried on, within a clause: chosen, so that "sans préjudice de … ni" is still one."""
_CLAUSE_ENDS = re.compile(f"[{SEMICOLONS}{COLONS}{FULL_STOPS}]")


def _negation(language: Language) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What surely negates, what negates or may render a negation, and the idioms that do neither."""
    section = language.negation
    idioms, sure, both = (
        "|".join(f"(?:{p.pattern})" for p in patterns) or _NOTHING
        for patterns in (section.idioms, section.patterns, (*section.patterns, *section.renders))
    )
    return compiled(sure), compiled(both), compiled(idioms)


@lru_cache(maxsize=4096)
def _folded_without_idioms(text: str, language: Language) -> str:
    """The folded text with idioms blanked out by a letter, so that they leave no word's edge behind; nothing else moves."""
    return language.derived(_negation)[2].sub(lambda m: "_" * len(m.group()), fold(text).text)


@lru_cache(maxsize=4096)
def without_idioms(text: str, language: Language) -> str:
    """``text`` without the idioms in which a word that negates does not ("no later than", "whether or not")."""
    folded = fold(text)
    kept, end = [], 0
    for match in language.derived(_negation)[2].finditer(folded.text):
        span = folded.span(match.start(), match.end())
        kept.append(text[end : span.start])
        end = span.end
    return "".join([*kept, text[end:]])


@lru_cache(maxsize=4096)
def negations(text: str, language: Language) -> tuple[Span, ...]:
    """The words of ``text`` that surely negate, as spans of it; of those that carry an earlier negation on, none."""
    folded, plain = fold(text), _folded_without_idioms(text, language)
    sure, any_negation, _ = language.derived(_negation)
    carrying = language.derived(_concord)
    ends = [m.end() for m in any_negation.finditer(plain)]

    def carried_on(found: re.Match[str]) -> bool:
        if not carrying.fullmatch(found.group()):
            return False
        before = (e for e in ends if 0 <= found.start() - e <= _CARRIED)
        return any(not _CLAUSE_ENDS.search(plain, e, found.start()) for e in before)

    return tuple(folded.span(m.start(), m.end()) for m in sure.finditer(plain) if not carried_on(m))


def _concord(language: Language) -> re.Pattern[str]:
    """The words that only carry on an earlier negation."""
    return compiled("|".join(f"(?:{p.pattern})" for p in language.negation.concord) or _NOTHING)


@lru_cache(maxsize=4096)
def negating_words(text: str, language: Language) -> tuple[Span, ...]:
    """The words of ``text`` that negate or may render a negation of another language, as spans of it."""
    folded = fold(text)
    return tuple(
        folded.span(m.start(), m.end())
        for m in language.derived(_negation)[1].finditer(_folded_without_idioms(text, language))
    )


@lru_cache(maxsize=4096)
def modal_words(text: str, language: Language) -> dict[Modality, tuple[Span, ...]]:
    """The modal words of ``text`` as spans of it, by modality; modalities without a word are left out."""
    folded = fold(text)
    found = {
        name: tuple(folded.span(m.start(), m.end()) for m in pattern.finditer(folded.text))
        for name, pattern in zip(Modality, language.modality.by_force, strict=True)
    }
    return {name: spans for name, spans in found.items() if spans}
