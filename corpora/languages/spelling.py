"""How likely a text is, character by character, in the languages of the data files: which of two decodings of a file is one of them.

Letters are foretold by the two before them, counts of groups of one, two and three interpolated (Jelinek and Mercer, 1980), from
the words of the language data and the shipped sample; Chinese characters by how common they are.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from functools import cache

from corpora.languages.detection import SAMPLES, script_of
from corpora.languages.loader import languages
from corpora.languages.schema import Language
from corpora.text.punctuation import APOSTROPHES, ARABIC_PAUSES, DASHES, QUOTES
from corpora.text.scripts import is_any_han, is_arabic, is_han_mark

_WEIGHTS = (0.6, 0.3, 0.09)
"""Of groups of three, two and one; chosen: what is left over goes to characters that were never seen."""
_ALPHABET = 200
"""Characters among which what is left over is shared: those of the alphabets that encodings of eight bits have."""
_COMMON, _LESS_COMMON, _RARE = math.log(1 / 10_000), math.log(1 / 200_000), math.log(1 / 2_000_000)
"""Of a Chinese character that the data do not have: one of the first levels of GB 2312 and Big5, of their second ones, and any other."""
_MARK = math.log(1 / 500)
"""Of a mark that running text has beside letters: a quotation mark, a dash, a sign of an ordinal."""
_ELISION = math.log(1 / 50)
"""Of an apostrophe between two letters."""
_ODD = math.log(1 / 1_000_000)
"""Of any other character that is no letter: a drawn box, a fraction, a control."""
_TURN = math.log(1 / 50)
"""Of a capital behind a small letter in one word."""
_MIXED = math.log(1 / 1_000)
"""Of a letter of another script in one word."""
_ESCAPED = re.compile(r"\\.")
_MARKS = frozenset(QUOTES + APOSTROPHES + DASHES + ARABIC_PAUSES + "„‹›…·•°ºª§¿¡№€\u00a0")
_LEVELS = (("gb2312", 0xB0, 0xD7, 0xF7), ("big5", 0xA4, 0xC6, 0xF9))
"""Encodings with the first bytes of their first level (from, to) and the last one of their second level."""


class Spelling:
    """The groups of characters that the languages of all scripts have; ``likelihood`` says how likely a text is by them."""

    def __init__(self, known: tuple[Language, ...]) -> None:
        self.counts: tuple[Counter[str], ...] = (Counter(), Counter(), Counter())
        for language in known:
            # Patterns hold words too, between what is escaped.
            text = _plain(_ESCAPED.sub(" ", " ".join(language.strings)) + " " + _sample(language))
            for n, counts in enumerate(self.counts, 1):
                counts.update(text[i : i + n] for i in range(len(text) - n + 1))
        # Letters are foretold among those of their own script: how many texts of each script there are says nothing.
        self.totals: Counter[str] = Counter()
        for char, count in self.counts[0].items():
            self.totals[script_of(char)] += count

    def likelihood(self, text: str, script: str) -> tuple[float, float]:
        """The logarithm of how likely a text in a script is, in nats: of all of it, and of its characters above ASCII.

        What may be held against it is another reading of the same bytes.
        """
        plain = text.lower() if len(text.lower()) == len(text) else text
        # Letters behind a mark begin a word.
        words = "".join(c if c.isalpha() else " " for c in plain)
        total = high = 0.0
        for i, char in enumerate(plain):
            cost = self._cost(words, i, char, script)
            if i and char.isalpha() and text[i - 1].isalpha():
                cost += _TURN if text[i].isupper() and text[i - 1].islower() else 0.0
                cost += _MIXED if script_of(char) != script_of(plain[i - 1]) else 0.0
            total += cost
            high += cost if char > "\x7f" else 0.0
        return total, high

    def _cost(self, words: str, i: int, char: str, script: str) -> float:
        """The logarithm of how likely one character of a text is; ``words`` has a space for each that is no letter."""
        if char.isalpha():
            return _ODD if char > "\x7f" and script_of(char) != script else self._letter(words[max(0, i - 2) : i], char)
        if char <= "\x7f":
            return self._letter(words[max(0, i - 2) : i], " ")
        if unicodedata.combining(char) and not (i and script_of(words[i - 1]) == script_of(char)):
            return _ODD  # a sign of a vowel stands on a letter of its script
        inside = words[i - 1 : i].isalpha() and words[i + 1 : i + 2].isalpha()
        return _ELISION if inside and char in APOSTROPHES else _other(char, script)

    def _letter(self, before: str, char: str) -> float:
        if is_any_han(char):
            count = self.counts[0][char]
            return max(math.log(count / self.totals[script_of(char)]) if count else _RARE, _level(char))
        one, two, three = self.counts
        share = (1 - sum(_WEIGHTS)) / _ALPHABET
        share += _WEIGHTS[2] * one[char] / max(1, self.totals[script_of(char)])
        before = before[-1:] if before == "  " else before
        if before and (seen := one[before[-1]]):
            share += _WEIGHTS[1] * two[before[-1] + char] / seen
        if len(before) == 2 and (seen := two[before]):
            share += _WEIGHTS[0] * three[before + char] / seen
        return math.log(share)


def spelling() -> Spelling:
    """The spelling of the languages that have a data file."""
    return _spelling(languages())


@cache
def _spelling(known: tuple[Language, ...]) -> Spelling:
    return Spelling(known)


def _sample(language: Language) -> str:
    path = SAMPLES / f"{language.code}.md"
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _plain(text: str) -> str:
    """The words of a text in small letters, with one space between them."""
    return " ".join("".join(c if c.isalpha() else " " for c in text.lower()).split())


def _other(char: str, script: str) -> float:
    """The logarithm of how likely a character is that is no letter."""
    if is_arabic(char):
        return _MARK if script == script_of(char) else _ODD
    return _MARK if char in _MARKS or is_han_mark(char) else _ODD


@cache
def _level(char: str) -> float:
    """The same of a Chinese character, by its level in the encodings that order them by use."""
    best = _RARE
    for codec, first, last, end in _LEVELS:
        lead = char.encode(codec, errors="replace")[0]
        if first <= lead <= last:
            return _COMMON
        if last < lead <= end:
            best = _LESS_COMMON
    return best
