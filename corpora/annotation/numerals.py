"""Number words: where one number ends and the next begins, what value each has, and whether it is an ordinal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpora.languages import Language, expand
from corpora.text.alternatives import alternatives
from corpora.text.folding import fold_plain
from corpora.text.patterns import compiled

_ENDINGS = re.compile(r"\{(\w+)\}")
_HYPHENED = re.compile(r"-[^\W\d_]")
_HUNDRED, _THOUSAND = 100, 1000
_ROUND = (_HUNDRED, _THOUSAND)
_LONGEST_RUN = 40
"""Words; 999,999,999,999 takes 28 in French. Without a bound, a row of number words is tried again from each of them."""


@dataclass(frozen=True)
class NumberWords:
    """A language's number words, folded, and the pattern of a run of them.

    ``joiners`` are words that may stand inside a number and ``joined`` what they may add to a multiple of ten (empty: they
    stand behind a multiplier, "two hundred and five"); with ``units_first`` the unit goes before the ten.
    """

    units: dict[str, int]
    multipliers: dict[str, int]
    ordinals: dict[str, int]
    loose: frozenset[str]
    word: re.Pattern[str]
    run: re.Pattern[str]
    spaced: bool
    joiners: re.Pattern[str] | None = None
    joined: frozenset[int] = frozenset()
    units_first: bool = False


@dataclass(frozen=True, slots=True)
class SpelledNumber:
    """One number of a run of number words: where it stands in the run, its value, whether it is an ordinal."""

    start: int
    end: int
    value: int
    ordinal: bool


@dataclass(frozen=True, slots=True)
class _Token:
    """A number word of a run; ``gap`` is what stands between it and the word before."""

    text: str
    start: int
    end: int
    gap: str


def number_words(language: Language) -> NumberWords:
    """The number words of a language; use it by ``language.derived``, which keeps them."""
    section = language.numbers
    units, multipliers, ordinals = (
        _values(numerals, section.endings) for numerals in (section.units, section.multipliers, section.ordinals)
    )
    any_word = alternatives([*units, *multipliers, *ordinals])
    folded_joiners = [fold_plain(joiner) for joiner in section.joiners if joiner != "-"]
    joiners = "|".join(map(re.escape, folded_joiners))
    if language.spaced:
        any_word = rf"(?:{any_word})(?![\w])"
        gap = rf"(?:[\s-]+(?:(?:{joiners})[\s-]+)?)" if joiners else r"(?:[\s-]+)"
        # A whole number in words, "two hundred and five", and each of its words: it begins with a letter, so that no gap is before
        # the first word, and a word ends where no letter follows, so that there is one before each other.
        run = compiled(rf"(?<![\w])(?=\w)(?:{gap}?{any_word}){{1,{_LONGEST_RUN + 1}}}")
        word = compiled(rf"(?<![\w]){any_word}")
    else:
        # Characters that stand for a number together, 二百零五, and each of them.
        word = compiled(any_word)
        run = compiled(rf"(?:{any_word}){{1,{_LONGEST_RUN}}}")
    loose = {fold_plain(word) for raw in section.loose for word in expand(with_endings(raw, section.endings))}
    return NumberWords(
        units=units,
        multipliers=multipliers,
        ordinals=ordinals,
        loose=frozenset(loose),
        word=word,
        run=run,
        spaced=language.spaced,
        joiners=whole_words(folded_joiners, spaced=True) if joiners else None,
        joined=frozenset(section.joined),
        units_first=section.units_first,
    )


def _values(numerals: Mapping[str, Sequence[str]], endings: Mapping[str, Sequence[str]]) -> dict[str, int]:
    return {
        fold_plain(word): int(number)
        for number, words in numerals.items()
        for raw in words
        for word in expand(with_endings(raw, endings))
    }


def with_endings(word: str, endings: Mapping[str, Sequence[str]]) -> str:
    """``word`` with the name of a paradigm in braces spelled out as alternatives: "перв{hard}" gives "перв(ый|ого|…)".

    Raises KeyError for a name that ``endings`` lacks.
    """
    return _ENDINGS.sub(lambda name: f"({'|'.join(endings[name.group(1)])})", word)


def whole_words(words: Iterable[str], *, spaced: bool) -> re.Pattern[str]:
    """Any of ``words``; in a language with spaces not inside of a longer one: "weekly" is not in "biweekly"."""
    before, behind = (r"(?<!\w)", r"(?!\w)") if spaced else ("", "")
    return compiled(f"{before}(?:{alternatives(words)}){behind}")


def numbers_of(run: str, words: NumberWords, behind: str = "") -> Iterator[SpelledNumber]:
    """The numbers that a run of number words states, in their order; ``behind`` is the text after it.

    >>> from corpora.languages import language
    >>> [n.value for n in numbers_of("two four", number_words(language("en")))]
    [2, 4]
    >>> [n.value for n in numbers_of("soixante-dix-sept", number_words(language("fr")))]
    [77]
    """
    if not words.spaced:
        yield from _unspaced(run, words)
        return
    tokens: list[_Token] = []
    for token in _tokens(run, words):
        if tokens and not _goes_on(tokens, token, run + behind, words):
            yield _spelled(tokens, run, words)
            tokens = []
        tokens.append(token)
    if tokens:
        yield _spelled(tokens, run, words)


def _tokens(run: str, words: NumberWords) -> Iterator[_Token]:
    last = 0
    for match in words.word.finditer(run):
        yield _Token(match.group(), match.start(), match.end(), run[last : match.start()])
        last = match.end()


def _spelled(tokens: Sequence[_Token], run: str, words: NumberWords) -> SpelledNumber:
    start, end = tokens[0].start, tokens[-1].end
    return SpelledNumber(start, end, *value_of(run[start:end], words))


def _goes_on(tokens: Sequence[_Token], token: _Token, text: str, words: NumberWords) -> bool:
    """Whether a word belongs to the same number as the words before it: each part is smaller than what it is added to."""
    before = tokens[-1].text
    multiplier = words.multipliers.get(before)
    value = words.units.get(token.text) or words.ordinals.get(token.text)
    joined = bool(words.joiners and words.joiners.search(token.gap))
    if token.text in words.multipliers and not (token.text in words.ordinals and words.units_first and joined):
        return not joined or (multiplier is not None and not words.joined)
    if value is None:
        return False
    if multiplier is not None:
        return value < multiplier and not (joined and words.joined and multiplier > _HUNDRED)
    last = words.units.get(before) or words.ordinals.get(before) or 0
    if words.units_first:
        return _follows_unit(last, value, joined)
    if joined:
        return last % 10 == 0 and last > 10 and value in words.joined
    # "twenty four-day sessions": what would be one number has its hyphen in between.
    if last >= 20 and value < 10 and "-" not in token.gap and _HYPHENED.match(text, token.end):
        return False
    # "two hundredth", "deux centième": the ordinal multiplies.
    if value in _ROUND and token.text in words.ordinals:
        return last < value
    return _adds(last, value, token, before in words.ordinals)


def _follows_unit(last: int, value: int, joined: bool) -> bool:
    """Where the unit goes first: "three and twenty", "third after the hundredth", "three hundred and five"."""
    if value == _HUNDRED:
        return joined and last < _HUNDRED
    if last >= _HUNDRED:
        return value < last
    return 1 <= last <= 9 and 10 <= value <= 90 and value % 10 == 0 and not joined


def _adds(last: int, value: int, token: _Token, ordinal: bool) -> bool:
    """Whether a value may be added to the one before: "twenty-four", "soixante-dix", "dix-sept", "quinientos diez"."""
    if last >= _HUNDRED:
        return value < _HUNDRED
    if last == 10:
        return 1 <= value <= 9 and (ordinal or ("-" in token.gap and value >= 7))
    if last in (60, 80) and 10 <= value <= 19:
        return True
    return last % 10 == 0 and last > 0 and 1 <= value <= 9


def _unspaced(run: str, words: NumberWords) -> Iterator[SpelledNumber]:
    """A run of characters is one number, but for two neighbouring digits, which say "three or four"."""
    if len(run) == 2 or not _digit_by_digit(run, words):
        for k in range(len(run) - 1):
            first, second = words.units.get(run[k]), words.units.get(run[k + 1])
            if first and second == first + 1:
                low, high = run[: k + 1] + run[k + 2 :], run[:k] + run[k + 1 :]
                yield SpelledNumber(0, k + 1, value_of(low, words)[0], False)
                yield SpelledNumber(k + 1, len(run), value_of(high, words)[0], False)
                return
    yield SpelledNumber(0, len(run), *value_of(run, words))


def value_of(run: str, words: NumberWords) -> tuple[int, bool]:
    """The value of a run of number words that is one number, and whether it is an ordinal.

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
            if size <= _HUNDRED or (not words.spaced and size < 10000):
                current = _multiplied(current, size, words)
            elif total and not current and total < size:
                total *= size  # "dos mil millones"
            elif not words.spaced and total and total < size:
                total = (total + current) * size  # 五千三百万亿
                current = 0
            else:
                total += max(current, 1) * size
                current = 0
        elif token in words.ordinals and (ordinal or token not in words.units):
            value = words.ordinals[token]
            multiplies = value in _ROUND and 0 < current < value and not words.units_first
            current = current * value if multiplies else current + value
            ordinal = True
        else:
            value = words.units[token]
            if value >= _THOUSAND:  # "two millions" in one word, as Arabic has it
                total += value
                continue
            current = current * 10 + value if not words.spaced and _digit_by_digit(run, words) else current + value
    return total + current, ordinal


def _multiplied(current: int, size: int, words: NumberWords) -> int:
    """What stands before a small multiplier, times it: all of "two hundred", but only the last figure of "二百三十"."""
    if words.spaced:
        return max(current, 1) * size
    unit = current % 10 or (1 if not current or size == 10 else 0)
    return current - current % 10 + unit * size


def _digit_by_digit(run: str, words: NumberWords) -> bool:
    """Whether a run of characters spells a figure digit by digit, as years are: none of them multiplies."""
    return len(run) >= 2 and not any(c in words.multipliers for c in run)
