"""Words of scope and degree ("all", "only", "other", "immediate", "full") in a text, by the classes of the language's data file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from corpora.languages import Language
from corpora.model import Span
from corpora.text.folding import fold
from corpora.text.patterns import compiled


@dataclass(frozen=True, slots=True)
class BindingWord:
    """A word or phrase of a class.

    ``excused`` says that it stands in a set phrase, where it says nothing of its own.
    """

    span: Span
    name: str
    excused: bool


@dataclass(frozen=True, slots=True)
class _Class:
    """A class of words: its place in the data file, its name, its pattern, and what of that are phrases."""

    rank: int
    name: str
    pattern: re.Pattern[str]
    phrases: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class _Classes:
    """The classes of a language, and what tells at once that a word, or a whole text, holds nothing of any of them."""

    classes: tuple[_Class, ...]
    words: re.Pattern[str]
    phrases: re.Pattern[str]


_WORD = re.compile(r"\w+")
_INSIDE_A_WORD = re.compile(r"(?:\w|\\[bw]|\(\?(?:<!\\w|!\\w|:)|[][()|?*+{},])*")
"""The source of a pattern whose matches hold letters only: letters, edges of words, groups, choices, repetitions."""
_CHOICE = re.compile(r"\\.|\[(?:\\.|[^]\\])*\]|[()|]")
"""What tells where a choice of a regular expression ends: an escaped character, a set, a bracket, a bar."""
_EDGES = (r"\b", r"(?<!\w)")
_NEVER = r"(?!)"


def _choices(source: str) -> list[str]:
    """The choices of a regular expression, parted at the bars that stand in no bracket."""
    depth, begin, found = 0, 0, []
    for sign in _CHOICE.finditer(source):
        depth += {"(": 1, ")": -1}.get(sign.group(), 0)
        if sign.group() == "|" and not depth:
            found.append(source[begin : sign.start()])
            begin = sign.end()
    return [*found, source[begin:]]


def _any_of(choices: list[str]) -> re.Pattern[str]:
    """One pattern for all; the edge of a word that each begins with is looked at once."""
    for edge in _EDGES:
        if choices and all(choice.startswith(edge) for choice in choices):
            return compiled(f"{edge}(?:{'|'.join(choice.removeprefix(edge) for choice in choices)})")
    return compiled("|".join(choices) or _NEVER)


def _firm(language: Language) -> _Classes:
    return _classes(language, language.binding.classes if language.binding else {})


def _loose(language: Language) -> _Classes:
    return _classes(language, language.binding.renders if language.binding else {})


def _classes(language: Language, patterns: Mapping[str, re.Pattern[str]]) -> _Classes:
    classes: list[_Class] = []
    words: list[str] = []
    phrases: list[str] = []
    for name, pattern in patterns.items():
        choices = _choices(pattern.pattern)
        several = [c for c in choices if not (language.spaced and _INSIDE_A_WORD.fullmatch(c))]
        words += [c for c in choices if c not in several]
        phrases += several
        classes.append(_Class(len(classes), name, pattern, _any_of(several) if several else None))
    return _Classes(tuple(classes), _any_of(words), _any_of(phrases))


@lru_cache(maxsize=32768)
def _in_word(word: str, language: Language, loose: bool) -> tuple[tuple[int, int, _Class], ...]:
    """Where a folded word holds one of a class: a text repeats its words, and each is looked at once."""
    known = language.derived(_loose if loose else _firm)
    if not known.words.search(word):
        return ()
    return tuple((*match.span(), c) for c in known.classes for match in c.pattern.finditer(word))


@lru_cache(maxsize=4096)
def binding_words(text: str, language: Language, *, loose: bool) -> tuple[BindingWord, ...]:
    """The binding words of a text, the longest first, or (``loose``) those that may only render one.

    None where the data file of the language has none.
    """
    data = language.binding
    if data is None:
        return ()
    folded = fold(text)
    known = language.derived(_loose if loose else _firm)
    # A class of which a phrase stands in the text is searched as a whole; of the others only words can stand there.
    phrases = known.phrases.search(folded.text)
    whole = [c for c in known.classes if c.phrases and c.phrases.search(folded.text)] if phrases else []
    found = [(*match.span(), c) for c in whole for match in c.pattern.finditer(folded.text)]
    for match in _WORD.finditer(folded.text) if language.spaced else ():
        held = _in_word(match.group(), language, loose)
        found += [(match.start() + start, match.start() + end, c) for start, end, c in held if c not in whole]
    spans = [(folded.span(start, end), c) for start, end, c in found]
    spans.sort(key=lambda item: (-len(item[0]), item[0].start, item[1].rank))
    excused = [folded.span(*m.span()) for m in data.excused.finditer(folded.text)] if data.excused and spans else []
    return tuple(BindingWord(span, c.name, any(e.overlaps(span) for e in excused)) for span, c in spans)
