"""Negation and modality of a text: what says "not", and what says "shall", "should" or "may".

Languages render a negation by many other words ("without", "fail to", "s'abstenir"), and an obligation by no word at all.
So each language's data lists apart what is surely a negation and what may render one; a count on one side is only held
against the widest count on the other.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from corpora.languages import language
from corpora.model import Span
from corpora.text.folding import fold, fold_pattern

MODALITIES = ("obligation", "recommendation", "permission")


@cache
def _negation(code: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What surely negates, what negates or may render a negation, and the idioms that do neither."""
    section = language(code).section("negation")
    idioms = "|".join(f"(?:{fold_pattern(p)})" for p in section["idioms"])
    sure = "|".join(f"(?:{fold_pattern(p)})" for p in section["patterns"])
    wide = "|".join(f"(?:{fold_pattern(p)})" for p in section["renders"])
    return re.compile(sure), re.compile(f"{sure}|{wide}"), re.compile(idioms)


@lru_cache(maxsize=4096)
def _without_idioms(text: str, code: str) -> str:
    """The folded text with idioms blanked out by a letter, so that they leave no word's edge behind; nothing else moves."""
    return _negation(code)[2].sub(lambda m: "_" * len(m.group()), fold(text).text)


@cache
def _modality(code: str) -> dict[str, re.Pattern[str]]:
    section = language(code).section("modality")
    return {name: re.compile(fold_pattern(section[name])) for name in MODALITIES}


@lru_cache(maxsize=4096)
def negations(text: str, code: str) -> tuple[Span, ...]:
    """The words of ``text`` that surely negate, as spans of it."""
    folded = fold(text)
    return tuple(folded.span(m.start(), m.end()) for m in _negation(code)[0].finditer(_without_idioms(text, code)))


@lru_cache(maxsize=4096)
def negating_words(text: str, code: str) -> tuple[Span, ...]:
    """The words of ``text`` that negate or may render a negation of another language, as spans of it."""
    folded = fold(text)
    return tuple(folded.span(m.start(), m.end()) for m in _negation(code)[1].finditer(_without_idioms(text, code)))


@lru_cache(maxsize=4096)
def modal_words(text: str, code: str) -> dict[str, tuple[Span, ...]]:
    """The modal words of ``text`` as spans of it, by modality; modalities without a word are left out."""
    folded = fold(text)
    found = {
        name: tuple(folded.span(m.start(), m.end()) for m in pattern.finditer(folded.text))
        for name, pattern in _modality(code).items()
    }
    return {name: spans for name, spans in found.items() if spans}
