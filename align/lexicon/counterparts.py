"""The words of a text that render a phrase of another: a run of words by the links of the learned lexicon.

Of all runs of words the counterpart is the one with the best harmonic mean of two shares: of the links of the phrase's words, how many
lead into the run; of the words of the run, how many the phrase's words account for rather than the words beside the phrase.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from align.encoders.span_vectors import Floats
from align.lexicon.tokenization import StemmedText, bare_span, stemmed
from align.lexicon.translation_tables import knows
from align.lexicon.word_evidence import link_weights
from corpora.languages import Language
from corpora.model import Span

# Set by reading phrases of the Council's and the Assembly's resolutions of 2020 and 2021, in all directions.
_LITTLE = 0.3
"""What an article or a preposition counts beside a word that carries meaning."""
_FAINT = 0.1
"""Sum of a word's links from which they count in full: a word that the lexicon hardly knows still has its likeliest rendering."""
_UNKNOWN = 0.1
"""Sum of links under which a word is linked to nothing."""
_NEIGHBOURS = 3
"""Words on either side whose links tell where the rendering of a word stands that the lexicon does not know."""
_GUESSED = 0.6
"""What such a link counts."""
_IDLE = 0.12
"""Links of a word of the target from which it is accounted for by one side or the other."""
_STRETCH = 3
"""A run has at most so many words for each of the phrase, and a few more."""
_LEAST = 0.3
"""The mean from which a run is a counterpart."""


@dataclass(frozen=True, slots=True)
class Counterpart:
    """The words that render a phrase: their span, the stems of those that carry meaning, and the harmonic mean (0 to 1)."""

    span: Span
    stems: tuple[str, ...]
    score: float


def counterpart(
    source: str, span: Span, target: str, source_language: Language, target_language: Language
) -> Counterpart | None:
    """The run of words of ``target`` that renders the words of ``source`` in ``span``; None where there is none, or no lexicon."""
    if not knows(source_language.code, target_language.code):
        return None
    mine, theirs = stemmed(source, source_language), stemmed(target, target_language)
    touched = mine.touched(span)
    if not touched or not theirs.stems:
        return None
    inside = np.zeros(len(mine.stems), dtype=bool)
    inside[touched] = True
    links = link_weights(source, target, source_language, target_language)
    links = links / (links.sum(axis=1, keepdims=True) + _FAINT)
    if (links * _weights(mine)[:, None])[inside].sum() < _LEAST / 2 * _weights(mine)[inside].sum():
        return None  # Places alone say nothing.
    links = _by_place(links, mine, theirs) * _weights(mine)[:, None]
    yes, no = links[inside].sum(axis=0), links[~inside].sum(axis=0)
    first, last, score = _best_run(yes, no, theirs, int(inside.sum()), float(_weights(mine)[inside].sum()))
    if score < _LEAST:
        return None
    stems = tuple(s for s, c in zip(theirs.stems[first:last], theirs.content[first:last], strict=True) if c)
    where = bare_span(target, Span(theirs.begins[first], theirs.ends[last - 1]))
    return Counterpart(where, stems, round(score, 4))


def _by_place(links: Floats, mine: StemmedText, theirs: StemmedText) -> Floats:
    """The links, with some for words that the lexicon does not know: to words that nothing renders, where their neighbours' links lead."""
    unknown = [i for i in np.flatnonzero(links.sum(axis=1) < _UNKNOWN).tolist() if mine.content[i]]
    free = [j for j in np.flatnonzero(links.sum(axis=0) < _UNKNOWN).tolist() if theirs.content[j]]
    if not unknown or not free:
        return links
    found = links.copy()
    best, strength = links.argmax(axis=1), links.max(axis=1)
    for i in unknown:
        pull = dict.fromkeys(free, 0.0)
        for k in range(max(0, i - _NEIGHBOURS), min(len(links), i + _NEIGHBOURS + 1)):
            for j in free:
                away = abs(j - int(best[k]))
                if strength[k] > _UNKNOWN and 0 < away <= _NEIGHBOURS:
                    pull[j] += float(strength[k]) / (abs(i - k) + away)
        place = max(pull, key=lambda j: pull[j])
        if pull[place] > 0:
            found[i, place] += _GUESSED
    return found


def _weights(cut: StemmedText) -> Floats:
    return np.where(np.array(cut.content, dtype=bool), 1.0, _LITTLE).astype(np.float32)


def _best_run(yes: Floats, no: Floats, theirs: StemmedText, words: int, weight: float) -> tuple[int, int, float]:
    """First and last place (exclusive) of the best run, and its mean. ``weight`` is what the words of the phrase count together."""
    count = len(yes)
    widest = min(count, _STRETCH * words + 2)
    own = _weights(theirs)
    # A word that neither side accounts for is half a word against the run.
    share = own * yes / (yes + no + _IDLE)
    sums: list[NDArray[np.float64]] = [
        np.concatenate([[0.0], np.cumsum(v, dtype=np.float64)]) for v in (yes, share, own)
    ]
    best = (0, 1, -1.0)
    for width in range(1, widest + 1):
        found, fitting, all_ = (s[width:] - s[:-width] for s in sums)
        recall, precision = found / weight, fitting / all_
        mean = 2 * recall * precision / np.maximum(recall + precision, 1e-9)
        place = int(mean.argmax())
        if mean[place] > best[2] + 1e-9:
            best = (place, place + width, float(mean[place]))
    return best
