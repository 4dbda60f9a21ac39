"""Number words: what value a run of them has, and whether it is an ordinal."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpora.annotation.scanner import alternatives
from corpora.languages import Language, expand
from corpora.text.folding import fold_plain

_LONGEST_RUN = 40
"""Words; 999,999,999,999 takes 28 in French. Without a bound, a row of number words is tried again from each of them."""


@dataclass(frozen=True)
class NumberWords:
    """A language's number words, folded, and the pattern of a run of them."""

    units: dict[str, int]
    multipliers: dict[str, int]
    ordinals: dict[str, int]
    loose: frozenset[str]
    word: re.Pattern[str]
    run: re.Pattern[str]
    spaced: bool


def number_words(language: Language) -> NumberWords:
    """The number words of a language; use it by ``language.derived``, which keeps them."""
    section = language.numbers
    units, multipliers, ordinals = _values(section.units), _values(section.multipliers), _values(section.ordinals)
    any_word = alternatives([*units, *multipliers, *ordinals])
    if language.spaced:
        any_word = rf"(?:{any_word})(?![\w])"
        joiners = "|".join(re.escape(j) for j in section.joiners if j != "-")
        gap = rf"(?:[\s-]+(?:(?:{joiners})\s+)?)" if joiners else r"[\s-]+"
        run = re.compile(rf"(?<![\w])(?:{any_word})(?:{gap}(?:{any_word})){{0,{_LONGEST_RUN}}}")
        word = re.compile(rf"(?<![\w]){any_word}")
    else:
        word = re.compile(any_word)
        run = re.compile(rf"(?:{any_word}){{1,{_LONGEST_RUN}}}")
    return NumberWords(
        units=units,
        multipliers=multipliers,
        ordinals=ordinals,
        loose=frozenset(section.loose),
        word=word,
        run=run,
        spaced=language.spaced,
    )


def _values(numerals: Mapping[str, Sequence[str]]) -> dict[str, int]:
    return {fold_plain(w): int(n) for n, words in numerals.items() for raw in words for w in expand(raw)}


def value_of(run: str, words: NumberWords) -> tuple[int, bool]:
    """The value of a run of number words, and whether it is an ordinal.

    >>> from corpora.languages import language
    >>> value_of("soixante-seizième", number_words(language("fr")))
    (76, True)
    >>> value_of("two hundred and five", number_words(language("en")))
    (205, False)
    """
    total = current = 0
    ordinal = False
    for match in words.word.finditer(run):
        token = match.group()
        if token in words.multipliers and not (token in words.ordinals and ordinal):
            size = words.multipliers[token]
            if size <= 100 or (not words.spaced and size < 10000):
                if words.spaced:
                    current = max(current, 1) * size
                else:
                    unit = current % 10 or (1 if not current or size == 10 else 0)
                    current = current - current % 10 + unit * size
            elif total and not current and total < size:
                total *= size  # "dos mil millones"
            else:
                total += max(current, 1) * size
                current = 0
        elif token in words.ordinals and (ordinal or token not in words.units):
            current += words.ordinals[token]
            ordinal = True
        else:
            value = words.units[token]
            if value >= 1000:  # "two millions" in one word, as Arabic has it
                total += value
                continue
            current = current * 10 + value if not words.spaced and _digit_by_digit(run, words) else current + value
    return total + current, ordinal


def _digit_by_digit(run: str, words: NumberWords) -> bool:
    """Whether a run of characters spells a figure digit by digit, as years are: none of them multiplies."""
    return len(run) >= 2 and not any(c in words.multipliers for c in run)
