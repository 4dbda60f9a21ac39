"""Phrases that recur in one version, and the words that render each occurrence in another.

A phrase is two to five words that stand in several paragraphs. Its rendering in an aligned paragraph is the run of words
whose vector lies nearest: since the encoder pools by a sum, the vectors of all runs of a paragraph come from one pass.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from align.encoders.span_vectors import Floats
from align.encoders.universal import bundled_encoder
from align.lexicon.tokenization import StemmedText, stemmed
from corpora.languages import Language
from corpora.model import Paragraph, Span
from corpora.text.punctuation import BRACKETS, LIST_COMMA, PAUSES

_SHORTEST, _LONGEST = 2, 5
"""Words of a phrase that can be a term: one word alone has too many senses, six are a sentence."""
_STRETCH = 2
"""A rendering may have this many words more or fewer than the phrase."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A phrase in a paragraph: the paragraph's id and the span of its text."""

    paragraph: str
    span: Span


@dataclass(frozen=True, slots=True)
class PhraseMatch:
    """The words that render an occurrence: their span, stems and cosine to the phrase."""

    span: Span
    stems: tuple[str, ...]
    cosine: float


class _Runs:
    """Vectors of the runs of words of a paragraph, made when they are asked for.

    The features of its tokens come from one pass; those of a run are a difference of their prefix sums.
    """

    def __init__(self, text: str, language: Language) -> None:
        words = [text[s.start : s.end] for s in stemmed(text, language).spans]
        pieces, features = (
            bundled_encoder().token_features(words) if words else ([], np.zeros((0, 1), dtype=np.float32))
        )
        self.words = len(words)
        self._counts = np.concatenate([[0], np.cumsum([len(p) for p in pieces], dtype=np.int64)])
        self._prefix = np.zeros((len(features) + 1, features.shape[1]), dtype=np.float64)
        np.cumsum(features, axis=0, dtype=np.float64, out=self._prefix[1:])
        self._made: dict[int, Floats] = {}

    def of_width(self, width: int) -> Floats:
        """Unit vectors of all runs of ``width`` words, (words - width + 1, dimension)."""
        if width not in self._made:
            first, last = self._counts[:-width], self._counts[width:]
            sums = (self._prefix[last] - self._prefix[first]).astype(np.float32)
            self._made[width] = bundled_encoder().head(sums, np.maximum(last - first, 1))
        return self._made[width]


@lru_cache(maxsize=64)
def _runs(text: str, language: Language) -> _Runs:
    return _Runs(text, language)


def recurring_phrases(
    paragraphs: Sequence[Paragraph], language: Language, *, fewest: int = 2
) -> dict[tuple[str, ...], list[Occurrence]]:
    """Phrases that stand in ``fewest`` paragraphs or more, by their stems, with the first place in each paragraph.

    A phrase begins and ends with a word that carries meaning, holds two of them, and crosses no punctuation and no
    anchor. A phrase that only ever stands inside a longer one is left out.
    """
    places: dict[tuple[str, ...], dict[str, Occurrence]] = defaultdict(dict)
    for paragraph in paragraphs:
        cut = stemmed(paragraph.text, language)
        barred = _barred(paragraph)
        for i in range(len(cut.spans)):
            for size in range(_SHORTEST, _LONGEST + 1):
                j = i + size
                if j > len(cut.spans) or not _is_phrase(cut, i, j, barred):
                    continue
                span = Span(cut.spans[i].start, cut.spans[j - 1].end)
                places[cut.stems[i:j]].setdefault(paragraph.id, Occurrence(paragraph.id, span))
    found = {stems: list(where.values()) for stems, where in places.items() if len(where) >= fewest}
    inside = _inside_longer(found)
    return {stems: where for stems, where in found.items() if (stems, len(where)) not in inside}


_BARRING = PAUSES + LIST_COMMA + BRACKETS
"""Marks that no phrase crosses."""


def _barred(paragraph: Paragraph) -> tuple[list[int], list[int]]:
    """How many characters before each place belong to an anchor or a verb, and how many are marks that no phrase crosses."""
    taken = bytearray(len(paragraph.text))
    for span in (*(a.span for a in paragraph.anchors), *(v.span for v in paragraph.verbs)):
        taken[span.start : span.end] = b"\x01" * len(span)
    marks = (c in _BARRING for c in paragraph.text)
    return list(itertools.accumulate(taken, initial=0)), list(itertools.accumulate(marks, initial=0))


def _is_phrase(cut: StemmedText, i: int, j: int, barred: tuple[list[int], list[int]]) -> bool:
    if not (cut.content[i] and cut.content[j - 1]) or sum(cut.content[i:j]) < _SHORTEST:
        return False
    (taken, marks), start, end = barred, cut.spans[i].start, cut.spans[j - 1].end
    return marks[start] == marks[end - 1] and taken[start] == taken[end]


def _inside_longer(found: Mapping[tuple[str, ...], Sequence[Occurrence]]) -> set[tuple[tuple[str, ...], int]]:
    """What stands inside a longer phrase, with how often that one occurs: a phrase found as often stands nowhere else."""
    return {
        (longer[k : k + size], len(where))
        for longer, where in found.items()
        for size in range(_SHORTEST, len(longer))
        for k in range(len(longer) - size + 1)
    }


def phrase_vector(text: str, span: Span, language: Language) -> Floats | None:
    """The vector of the words of a span of a paragraph's text; None where the span is no run of whole words."""
    cut = stemmed(text, language)
    inside = [i for i, s in enumerate(cut.spans) if s.start >= span.start and s.end <= span.end]
    runs = _runs(text, language)
    if not inside or len(inside) > runs.words:
        return None
    return np.asarray(runs.of_width(len(inside))[inside[0]], dtype=np.float32)


def match_phrase(
    vector: Floats, words: int, text: str, language: Language, *, holding: frozenset[str] | None = None
) -> PhraseMatch | None:
    """The run of words of ``text`` that lies nearest to a phrase of ``words`` words.

    With ``holding`` only runs count that hold one of these stems. None where there is no such run.
    """
    cut = stemmed(text, language)
    best: PhraseMatch | None = None
    runs = _runs(text, language)
    longest = min(words + _STRETCH if language.spaced else _LONGEST + _STRETCH, runs.words)
    for width in range(max(1, words - _STRETCH), longest + 1):
        cosines = runs.of_width(width) @ vector
        for i in np.argsort(-cosines) if holding else np.argsort(-cosines)[:6]:
            k = int(i)
            if best is not None and cosines[k] <= best.cosine:
                break
            if not (cut.content[k] and cut.content[k + width - 1]):
                continue
            if holding is not None and not holding & set(cut.stems[k : k + width]):
                continue
            stems = tuple(s for s, c in zip(cut.stems[k : k + width], cut.content[k : k + width], strict=True) if c)
            best = PhraseMatch(Span(cut.spans[k].start, cut.spans[k + width - 1].end), stems, float(cosines[k]))
    return best


def content_stems(text: str, language: Language) -> frozenset[str]:
    """The stems of the words of a text that carry meaning."""
    cut = stemmed(text, language)
    return frozenset(s for s, c in zip(cut.stems, cut.content, strict=True) if c)
