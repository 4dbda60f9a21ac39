"""Which words of a row of versions a version leaves unrendered, or has alone: by each word's own habit and by the column vote.

That a word of one version has no rendering in another is as often free wording as a loss. So the word's own counterparts in the
other versions are asked as well, whether *they* have a rendering in the odd one: what is lost is lost for all of them. A word that
one version has alone has no counterpart anywhere.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from statistics import median

import numpy as np
from numpy.typing import NDArray

from align.encoders.span_vectors import Floats
from align.lexicon.paired_words import PairedWords, paired_words
from align.lexicon.tokenization import StemmedText, stemmed
from align.lexicon.translation_tables import knows, numbered
from align.lexicon.word_habits import habit_shares
from corpora.languages import Language
from corpora.model import Span

UNUSUAL = 0.15
"""Share of its occurrences from which a word is not unusually badly rendered: those under it are unrendered words."""
_FEW, _MOST = 12, 0.4
"""Unrendered words of a text, and their share of it, up to which they are looked at one by one."""
_AROUND = 6
"""Words before and after by which the place of a rendering is guessed."""


def geometric_mean(shares: Sequence[float]) -> float:
    """The geometric mean of some shares, none of which is 0."""
    return math.prod(shares) ** (1 / len(shares))


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a version: its language code, its place among the version's words, and its span in the text."""

    code: str
    place: int
    span: Span


@dataclass(frozen=True, slots=True)
class UnrenderedWord:
    """A word that ``lacking`` does not render.

    ``share`` is how often adopted texts render the word as little; ``counterparts`` are the words of other versions that render it,
    with their own shares against ``lacking`` where those are known.
    """

    word: Word
    lacking: str
    share: float
    counterparts: tuple[tuple[Word, float], ...]

    @property
    def columns(self) -> float:
        """How usual it is that all columns are rendered as little: the geometric mean of the word's own share and its counterparts'."""
        shares = [self.share, *(share for _, share in self.counterparts)]
        return geometric_mean(shares)

    @property
    def columns_but_one(self) -> float:
        """The same without the counterpart that is rendered best, of three and more: one version may have a word that stands for two
        ("encourages" and "invites"), and of it nothing follows."""
        shares = sorted(share for _, share in self.counterparts)
        return geometric_mean([self.share, *(shares[:-1] if len(shares) > 2 else shares)])

    def supporters(self, edge: float) -> tuple[Word, ...]:
        """The counterparts that ``lacking`` renders as little, by their own habit."""
        return tuple(word for word, share in self.counterparts if share < edge)


@dataclass(frozen=True)
class RowTexts:
    """The texts of a row by language code, with their languages."""

    texts: Mapping[str, str]
    languages: Mapping[str, Language]
    _pairs: dict[tuple[str, str], PairedWords | None] = field(default_factory=dict, repr=False)
    _unrendered: dict[tuple[str, str], tuple[UnrenderedWord, ...]] = field(default_factory=dict, repr=False)
    _words: dict[tuple[str, int], Word] = field(default_factory=dict, repr=False)

    @cached_property
    def words(self) -> Mapping[str, StemmedText]:
        """The words of each version."""
        return {code: stemmed(text, self.languages[code]) for code, text in self.texts.items()}

    @cached_property
    def shares(self) -> Mapping[tuple[str, str], Floats]:
        """For each ordered pair of versions that can be compared how usual it is that each word is rendered as little as here."""
        found = {}
        words = {code: numbered(text, self.languages[code]).numbers for code, text in self.texts.items()}
        for first, second in itertools.permutations(self.texts, 2):
            pair = self.pair(first, second)
            if pair is not None:
                found[first, second] = habit_shares(words[first], pair.there, first, second)
        return found

    def pair(self, first: str, second: str) -> PairedWords | None:
        """How the words of two versions render each other; None where that is not known."""
        if (first, second) not in self._pairs:
            found = None
            if knows(first, second):
                texts, languages = self.texts, self.languages
                found = paired_words(texts[first], texts[second], languages[first], languages[second])
            self._pairs[first, second] = found
            self._pairs[second, first] = found and found.turned()
        return self._pairs[first, second]

    def word(self, code: str, place: int) -> Word:
        """The word at a place of a version."""
        if (found := self._words.get((code, place))) is None:
            found = self._words[code, place] = Word(code, place, self.words[code].span(place))
        return found

    def unrendered(self, code: str, lacking: str, edge: float = UNUSUAL) -> list[UnrenderedWord]:
        """The words of version ``code`` that version ``lacking`` renders as little as a share ``edge``, at most UNUSUAL, of adopted
        texts do.

        None where most words are unrendered: then it is a passage that is lacking, or another text, and no words.
        """
        key = code, lacking
        if key not in self._unrendered:
            self._unrendered[key] = tuple(self._words_unrendered(code, lacking))
        return [word for word in self._unrendered[key] if word.share < edge]

    def _words_unrendered(self, code: str, lacking: str) -> Iterator[UnrenderedWord]:
        shares = self.shares.get((code, lacking))
        if shares is None:
            return
        places = (shares < UNUSUAL).nonzero()[0]
        if not len(places) or len(places) > max(_FEW, _MOST * len(shares)):
            return
        asked = list(self._counterparts(code, lacking, places))
        for k, (place, share) in enumerate(zip(places.tolist(), shares[places].tolist(), strict=True)):
            counterparts = [(self.word(other, of[k]), theirs[k]) for other, of, has, theirs in asked if has[k]]
            yield UnrenderedWord(self.word(code, place), lacking, share, tuple(counterparts))

    def _counterparts(
        self, code: str, lacking: str, places: NDArray[np.intp]
    ) -> Iterator[tuple[str, list[int], list[bool], list[float]]]:
        """For each other version the places of the words that render those of ``code`` best, whether they do, and how usual it is
        that adopted texts render them as little as ``lacking`` does."""
        for other in self.texts:
            if other in (code, lacking) or (other, lacking) not in self.shares:
                continue
            if (pair := self.pair(code, other)) is not None:
                partners = pair.partners[places]
                has = (partners >= 0) & (self.shares[code, other][places] >= UNUSUAL)
                yield other, partners.tolist(), has.tolist(), self.shares[other, lacking][partners].tolist()

    def expected(self, code: str, place: int, other: str) -> float:
        """About where among the words of ``other`` the word at ``place`` of ``code`` should stand, by the words around it."""
        pair = self.pair(code, other)
        if pair is None:
            return 0.0
        first, scale = max(0, place - _AROUND), len(pair.back) / len(pair.there)
        around = pair.partners[first : place + _AROUND + 1].tolist()
        # Each neighbour says where its own rendering stands; the word is as far from there as from the neighbour here.
        said = [partner + (place - i) * scale for i, partner in enumerate(around, first) if partner >= 0]
        return min(len(pair.back) - 1.0, max(0.0, median(said))) if said else place * scale
