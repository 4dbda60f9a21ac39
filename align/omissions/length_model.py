"""Two texts that stand opposite each other: how much shorter one is than it should be, and what is usual between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from statistics import median  # that of NumPy loads half of what it has

from align.lexicon.translation_tables import knows, lexicon, numbered
from align.lexicon.word_evidence import word_evidence
from corpora.kept import Kept
from corpora.languages import Language
from corpora.model import Paragraph
from corpora.text.scripts import CYRILLIC_ALL_CAPITALS, LATIN_CAPITALS

_SPREAD = (0.07, 10.0)
"""Characters by which the length of a clean rendering is off: a share of the source's length, and a constant."""
USUAL_EVIDENCE = 0.6
"""Evidence that a word of a clean pair has on the average, in nats."""
_BASELINE_FROM = 60
"""Characters of a paragraph from which it tells of a habit."""
_BASELINE_DOUBT = 4.0
"""A habit counts for half where so many paragraphs tell of it."""
_BASELINE_SAMPLE = 20
"""Paragraphs at most whose words are looked at for a habit."""
_CAPITALS = f"{LATIN_CAPITALS}{CYRILLIC_ALL_CAPITALS}"
_ACRONYM = re.compile(rf"(?<![(\w])[{_CAPITALS}][{_CAPITALS}0-9-]{{2,}}(?![)\w])")
_SPELLED_OUT = 60
"""Characters that a name may have that another version gives as an acronym."""


def unmatched_acronyms(source: str, target: str) -> int:
    """How many more acronyms the target gives without their names beside them than the source: each stands for a name."""
    return max(0, len(set(_ACRONYM.findall(target))) - len(set(_ACRONYM.findall(source))))


@dataclass(frozen=True)
class LengthBaseline:
    """What is usual where one document renders another, from texts that stand opposite each other; nothing where there are none.

    Both are medians, drawn to nothing where the texts are few, and worked out when they are first asked for.
    """

    pairs: tuple[tuple[str, str], ...] = ()
    languages: tuple[Language, ...] = ()

    @cached_property
    def short(self) -> float:
        """Characters short for one of the source, over what the lexicon leads to expect."""
        if not self.pairs:
            return 0.0
        return self._trust * median(_short_share(*p, *self.languages) for p in self.pairs)

    @cached_property
    def evidence(self) -> float:
        """Evidence that a word is rendered, in nats, over that of a usual clean pair."""
        some = self.pairs[:: max(1, len(self.pairs) // _BASELINE_SAMPLE)]
        levels = [float(e.mean()) for p in some if len(e := word_evidence(*p, *self.languages))]
        return self._trust * (median(levels) - USUAL_EVIDENCE) if levels else 0.0

    @property
    def _trust(self) -> float:
        return len(self.pairs) / (len(self.pairs) + _BASELINE_DOUBT)


@dataclass(frozen=True)
class AlignedPair:
    """What stands opposite each other in a row: paragraphs of a source and of a target, and the habit of the documents."""

    source: Sequence[Paragraph]
    target: Sequence[Paragraph]
    source_language: Language
    target_language: Language
    baseline: LengthBaseline = LengthBaseline()
    kept: Kept = field(default_factory=Kept, repr=False, compare=False)
    """What was found of the pair already."""
    of_source: Kept = field(default_factory=Kept, repr=False, compare=False)
    """What was found of the source, whatever stands opposite."""

    @property
    def source_code(self) -> str:
        """The source's language as the rows and the learned tables name it."""
        return self.source_language.code

    @property
    def target_code(self) -> str:
        """The same for the target."""
        return self.target_language.code

    @cached_property
    def texts(self) -> tuple[str, str]:
        """The words of both."""
        return " ".join(p.text for p in self.source), " ".join(p.text for p in self.target)

    @property
    def named_by_acronym(self) -> int:
        """Characters of the source that the target may give as acronyms."""
        return _SPELLED_OUT * unmatched_acronyms(*self.texts)

    @property
    def known(self) -> bool:
        """Whether both have words and there is a lexicon of their languages."""
        return bool(self.source and self.target) and knows(self.source_code, self.target_code)

    @property
    def spread(self) -> float:
        """Characters by which the rendering of the source is longer or shorter than expected."""
        return _SPREAD[0] * len(self.texts[0]) + _SPREAD[1]

    @cached_property
    def shortfall(self) -> float:
        """Characters of the source for which the target seems too short, in spreads."""
        length = len(self.texts[0])
        return (
            (_short_share(*self.texts, self.source_language, self.target_language) - self.baseline.short)
            * length
            / self.spread
        )


@lru_cache(maxsize=8192)
def _short_share(source: str, target: str, source_language: Language, target_language: Language) -> float:
    """The share of ``source`` for which ``target`` seems too short, by what each word adds to a length; the mean of both ways."""
    length = max(1, len(source))
    expected = _expected_length(source, length, source_language, target_language)
    one = (expected - len(target)) / max(expected / length, 0.05)
    other = length - _expected_length(target, len(target), target_language, source_language)
    return (one + other) / 2 / length


@lru_cache(maxsize=16384)
def _expected_length(text: str, length: int, language: Language, other: Language) -> float:
    """Characters of the rendering of a text in another language: asked for by every text that stands opposite."""
    return lexicon(language.code, other.code).expected_length(length, numbered(text, language))


def length_baseline(
    pairs: Sequence[tuple[str, str]], source_language: Language, target_language: Language
) -> LengthBaseline:
    """The habit of two documents, from texts that stand opposite each other; short ones tell nothing."""
    long = tuple((a, b) for a, b in pairs if len(a) >= _BASELINE_FROM and b)
    known = knows(source_language.code, target_language.code)
    return LengthBaseline(long, (source_language, target_language)) if long and known else LengthBaseline()
