"""Passages of one version that another leaves out.

A passage is a clause, or two that follow each other. It is left out where its words have no rendering in the other
version (``align.lexicon.word_evidence``) and the other version is shorter than a rendering would be by about as much: either sign alone
also comes of free wording. What is usual in the documents at hand (a terse translator, wording that the lexicon does not know)
is taken off first. The weights of the signs and the scores that clean pairs reach are in ``omissions.json``, made by
``training/omissions.py``.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from align.clauses import clauses
from align.encoders.span_vectors import Floats
from align.lexicon.tokenization import stemmed
from align.lexicon.word_evidence import word_evidence
from align.omissions.length_model import USUAL_EVIDENCE, AlignedPair
from align.omissions.model import model, threshold
from corpora.model import Paragraph, Span

_FEWEST_WORDS = 3
"""Words of a passage that can be a clause left out; one or two are a turn of phrase."""
_CAP = 3.0
"""Spreads at which a sign is cut off."""
_LONG = 60
"""Words from which a passage is long: more add nothing to its score."""
LEAST_SHORTFALL = 0.5
"""Shortfall, in spreads, under which nothing is searched."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage that may be missing: its paragraph, its span in the paragraph's text, and the score (log odds)."""

    paragraph: Paragraph
    span: Span
    score: float

    @property
    def text(self) -> str:
        """The words."""
        return self.paragraph.text[self.span.start : self.span.end]

    def overlaps(self, other: Passage) -> bool:
        """Whether the two share words."""
        return self.paragraph is other.paragraph and self.span.overlaps(other.span)


def passages(side: AlignedPair, least: float = LEAST_SHORTFALL) -> list[Passage]:
    """The passages of the source with the log odds that the target leaves each out.

    Empty where the target is not shorter than a rendering would be, or where there is no lexicon of the two languages.
    """
    return side.kept.of(("passages", least), lambda: _passages(side, least))


def _passages(side: AlignedPair, least: float) -> list[Passage]:
    found = signs(side, least)
    if not found:
        return []
    weights = model()
    table = (np.array([f for _, _, f in found]) - weights.mean) / weights.spread
    scores = table @ weights.weights + weights.bias
    return [Passage(p, s, float(score)) for (p, s, _), score in zip(found, scores, strict=True)]


def signs(side: AlignedPair, least: float = LEAST_SHORTFALL) -> list[tuple[Paragraph, Span, list[float]]]:
    """The passages of the source with the signs that the target leaves each out; empty as ``passages`` is."""
    return list(_features(side)) if side.known and side.shortfall >= least else []


def _features(side: AlignedPair) -> Iterator[tuple[Paragraph, Span, list[float]]]:
    """Paragraph, span and signs of each passage."""
    text, other = side.texts
    evidence = word_evidence(text, other, side.source_language, side.target_language) - side.baseline.evidence
    sums = np.concatenate([[0.0], evidence.cumsum(dtype=np.float64)])
    for window in windows(side):
        yield window.paragraph, window.span, _signs(sums, window, side)


@dataclass(frozen=True, slots=True)
class Window:
    """A passage that is looked at: its words are those from ``first`` up to ``end`` of the whole text."""

    paragraph: Paragraph
    span: Span
    first: int
    end: int


def windows(side: AlignedPair) -> list[Window]:
    """The passages of the source that are long enough, whatever stands opposite."""
    return side.of_source.of("windows", lambda: _windows(side))


def _windows(side: AlignedPair) -> list[Window]:
    words = stemmed(side.texts[0], side.source_language)
    starts, ends = np.array(words.begins), np.array(words.ends)
    found, offset = [], 0
    for paragraph in side.source:
        cut = clauses(paragraph.text, side.source_language, paragraph.verbs)
        for first, last in itertools.chain(((c, c) for c in cut), itertools.pairwise(cut)):
            a = int(starts.searchsorted(offset + first.start))
            b = int(ends.searchsorted(offset + last.end, side="right"))
            if b - a >= _FEWEST_WORDS:
                found.append(Window(paragraph, Span(first.start, last.end), a, b))
        offset += len(paragraph.text) + 1
    return found


def _signs(sums: Floats, window: Window, side: AlignedPair) -> list[float]:
    """The signs that the words of a window are left out, in the order of the weights.

    ``sums`` are those of the evidence up to each word, one more than there are words. Lengths are in spreads.
    """
    a, b = window.first, window.end
    count, others = b - a, len(sums) - 1 - (b - a)
    inside = float(sums[b] - sums[a])
    mean = inside / count
    rest = (float(sums[-1]) - inside) / others if others else USUAL_EVIDENCE
    short, length = side.shortfall, len(window.span) / side.spread
    fit = max(-_CAP, min(_CAP, short - length))
    return [
        mean,
        mean - rest,
        mean * math.sqrt(count),
        math.sqrt(min(_LONG, count)),
        short,
        fit,
        abs(fit),
        _longest_run(sums[a : b + 1]),
        max(0.0, -mean) * min(_CAP, short),
        min(short, length),
    ]


def _longest_run(sums: Floats) -> float:
    """The greatest sum of evidence against a rendering that words in a row have."""
    return float((np.maximum.accumulate(sums) - sums).max())


def left_out(side: AlignedPair, rate: float) -> list[Passage]:
    """The passages of the source that the target leaves out, the surest first, none over another.

    Each is as sure as fewer than a share ``rate`` of clean paragraphs have one; all together they are no longer than the
    target is too short.
    """
    found = passages(side)
    if not found:
        return []
    edge = threshold(side.source_code, side.target_code, rate)
    room = (side.shortfall + 1) * side.spread
    taken: list[Passage] = []
    for passage in sorted(found, key=lambda p: -p.score):
        if passage.score < edge:
            break
        if not taken or (len(passage.span) <= room and not any(passage.overlaps(t) for t in taken)):
            taken.append(passage)
            room -= len(passage.span)
    return taken


FLOOR, CEILING = -5.0, 6.0
"""Scores are held between these where several versions are averaged, so that one of them cannot decide alone."""
_ROUNDING = 1e-6
"""How far a mean may be off by rounding: far more than it ever is, far less than two scores differ by."""


def score_of(found: Sequence[Passage]) -> float:
    """The score of the passage that is most likely left out, between FLOOR and CEILING; FLOOR where there is none."""
    return max(FLOOR, min(CEILING, max((p.score for p in found), default=FLOOR)))


def mean_score(sides: Sequence[AlignedPair]) -> float:
    """The mean of what other versions say, however short the one in question is; FLOOR where no lexicon tells. ``sides`` are those of
    ``votes_against``."""
    scores = [score_of(passages(side, least=-math.inf)) for side in sides if side.known]
    return sum(scores) / len(scores) if scores else FLOOR


def votes_against(sides: Sequence[AlignedPair], edge: float = -math.inf) -> tuple[float, dict[str, list[Passage]]]:
    """How sure other versions are that one leaves something out: the mean of their scores, and the passages of each.

    ``sides`` holds each other version as the source, the one in question as the target. Nothing is searched where it is
    not shorter than the others say; and no further once the versions that are left cannot lift the mean to ``edge``: then it is
    FLOOR, with no passages.
    """
    known = [s for s in sides if s.known]
    if not known or sum(s.shortfall for s in known) / len(known) < LEAST_SHORTFALL:
        return FLOOR, {}
    found: dict[str, list[Passage]] = {}
    total = 0.0
    for left, side in zip(reversed(range(len(known))), known, strict=True):
        found[side.source_code] = passages(side, least=-math.inf)
        total += score_of(found[side.source_code])
        if _out_of_reach(total, left, len(known), edge):
            return FLOOR, {}
    return total / len(found), found


def _out_of_reach(total: float, left: int, count: int, edge: float) -> bool:
    """Whether the mean of ``count`` scores stays under ``edge``, whatever the ``left`` ones are that ``total`` lacks."""
    return (total + CEILING * left) / count < edge - _ROUNDING


def votes_for_addition(sides: Sequence[AlignedPair], edge: float = -math.inf) -> tuple[float, Passage | None]:
    """How sure other versions are that a passage stands in one alone, and that passage: the surest of ``added_passages``, FLOOR and None
    where there is none."""
    best = max(added_passages(sides, edge), key=lambda p: p.score, default=None)
    return (best.score, best) if best else (FLOOR, None)


def added_passages(sides: Sequence[AlignedPair], edge: float = -math.inf) -> list[Passage]:
    """The passages of one version with how sure other versions are that it has each alone.

    ``sides`` holds the one in question as the source, each other version as the target. The score of a passage is the mean
    of its scores against each. As soon as none can reach ``edge`` the search ends, with no passage.
    """
    known = [s for s in sides if s.known]
    if not known or sum(s.shortfall for s in known) / len(known) < LEAST_SHORTFALL:
        return []
    scores: dict[tuple[str, Span], list[float]] = {}
    places: dict[tuple[str, Span], Paragraph] = {}
    for left, side in zip(reversed(range(len(known))), known, strict=True):
        for passage in passages(side, least=-math.inf):
            key = passage.paragraph.id, passage.span
            places[key] = passage.paragraph
            scores.setdefault(key, []).append(score_of([passage]))
        # All have the same source, so that the first shows every passage there is.
        if _out_of_reach(max(map(sum, scores.values()), default=0.0), left, len(known), edge):
            return []
    return [Passage(places[key], key[1], sum(found) / len(known)) for key, found in scores.items()]
