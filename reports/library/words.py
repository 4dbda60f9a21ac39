"""The words of a text as they are searched: each with its stem and its place; and where a phrase stands among them.

One token a character where a language writes no spaces, so that any run of characters is a phrase; elsewhere a word without accents,
and its stem, from which the articles and particles that are written as one with it are taken (``Writing.articles``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpora.languages import Language
from corpora.model import Span
from corpora.resources.glossary import stem
from corpora.text.folding import fold, without_accents
from corpora.text.punctuation import COLONS, COMMAS, FULL_STOPS, SEMICOLONS

_WORD = re.compile(r"\w+")
_CHARACTER = re.compile(r"[0-9a-z]+|\w")
"""A character of its own, or a word or figure in Latin letters among them."""
_CONTENT = 4
"""Letters from which a word carries meaning."""
_COMMAS = frozenset(COMMAS)
_PARTED = frozenset(SEMICOLONS + COLONS + FULL_STOPS)
_STOP = re.compile(r"\w\.\w")
"""A full stop inside a word or a number: "U.S.", "2.5"."""
_APART = 2.0
"""Words of a place where a phrase nearly stands, for each word of the phrase: chosen, as many words may come between as there are."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, their stems, and where each begins and ends in it."""

    words: tuple[str, ...]
    stems: tuple[str, ...]
    begins: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, first: int, end: int) -> Span:
        """From the word ``first`` to the one before ``end``."""
        return Span(self.begins[first], self.ends[end - 1])


@lru_cache(maxsize=8192)
def words_of(text: str, language: Language) -> Words:
    """The words of a text."""
    folded = fold(text)
    pattern = _WORD if language.spaced else _CHARACTER
    found = list(pattern.finditer(folded.text))
    printed = [m.group() for m in found]
    stems = tuple(_stem(word, language) for word in printed)
    begins, ends = tuple([m.start() for m in found]), tuple([m.end() for m in found])
    if (came_from := folded.offsets) is not None:
        begins, ends = tuple([came_from[i] for i in begins]), tuple([came_from[i - 1] + 1 for i in ends])
    return Words(tuple(map(_plain, printed)), stems, begins, ends)


@lru_cache(maxsize=65_536)
def _plain(word: str) -> str:
    """A word without accents: who searches may not type them."""
    if word.isascii():
        return word
    return without_accents(word)


@lru_cache(maxsize=262_144)
def _stem(word: str, language: Language) -> str:
    # A stemmer knows the endings with their accents; the stem is compared without.
    return _plain(stem(word, language)) if language.spaced else word


def carries_meaning(word: str, language: Language) -> bool:
    """Whether a word is more than an article or a preposition."""
    if not language.spaced:
        return True
    return len(word) >= _CONTENT and word not in language.derived(_common)


def _common(language: Language) -> frozenset[str]:
    return frozenset(_plain(fold(w).text) for w in language.detection.words)


def runs_in(wanted: Sequence[str], text: Sequence[str]) -> list[tuple[int, int]]:
    """Where some words stand in a text one behind the other: first and last place (exclusive), none inside another."""
    size, found, i = len(wanted), [], 0
    if not size:
        return []
    wanted = tuple(wanted)
    while i + size <= len(text):
        if text[i] == wanted[0] and tuple(text[i : i + size]) == wanted:
            found.append((i, i + size))
            i += size
        else:
            i += 1
    return found


def near_runs(wanted: Sequence[str], text: Sequence[str], reach: int) -> list[tuple[int, int]]:
    """The shortest stretches of a text, of at most ``reach`` words, that hold all the words wanted, in any order."""
    needed = {word: wanted.count(word) for word in wanted}
    places = [i for i, word in enumerate(text) if word in needed]
    found: list[tuple[int, int]] = []
    counts = dict.fromkeys(needed, 0)
    low = 0
    for place in places:
        counts[text[place]] += 1
        while counts[text[places[low]]] > needed[text[places[low]]]:
            counts[text[places[low]]] -= 1
            low += 1
        start = places[low]
        if all(counts[w] >= n for w, n in needed.items()) and place + 1 - start <= reach:
            if found and found[-1][1] > start:
                if place + 1 - start < found[-1][1] - found[-1][0]:
                    found[-1] = (start, place + 1)
            else:
                found.append((start, place + 1))
    return found


def near_in(wanted: Sequence[str], text: str, words: Words, reach: int) -> list[tuple[int, int]]:
    """The stretches of a text, of at most ``reach`` words, that hold some stems: within a clause in any order; over a comma only in theirs.

    "assistance, existing" is no place of "existing assistance", but "provide, upon request, assistance" is one of "provide assistance".
    What a semicolon, a colon or a full stop parts does not stand together.
    """
    if not set(wanted) <= set(words.stems):
        return []
    commas, pauses = _pauses(text, words)
    found = _near_between(wanted, words.stems, reach, sorted({*commas, *pauses}))
    for a, b in _near_between(wanted, words.stems, reach, pauses):
        is_apart = all(b <= first or end <= a for first, end in found)
        if is_apart and _in_order(wanted, words.stems[a:b]):
            found.append((a, b))
    return sorted(found)


def _pauses(text: str, words: Words) -> tuple[list[int], list[int]]:
    """The words that a comma stands before, and those that what ends a part of a sentence stands before."""
    commas, pauses = [], []
    for k, (end, begin) in enumerate(zip(words.ends, words.begins[1:], strict=False), 1):
        gap = text[end:begin]
        if not _PARTED.isdisjoint(gap) and not _STOP.fullmatch(text[end - 1 : begin + 1]):
            pauses.append(k)
        elif not _COMMAS.isdisjoint(gap):
            commas.append(k)
    return commas, pauses


def _near_between(
    wanted: Sequence[str], stems: Sequence[str], reach: int, cuts: Sequence[int]
) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for first, end in zip((0, *cuts), (*cuts, len(stems)), strict=True):
        found += [(first + a, first + b) for a, b in near_runs(wanted, stems[first:end], reach)]
    return found


def _in_order(wanted: Sequence[str], stems: Sequence[str]) -> bool:
    left = iter(stems)
    return all(stem in left for stem in wanted)


def reach_of(count: int) -> int:
    """Words within which those of a phrase of ``count`` words stand near each other."""
    return int(count * _APART) + 2
