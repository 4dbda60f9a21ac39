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
    words = stemmed(text, side.source_language).spans
    starts, ends = np.array([w.start for w in words]), np.array([w.end for w in words])
    offset = 0
    for paragraph in side.source:
        cut = clauses(paragraph.text, side.source_language, paragraph.verbs)
        for first, last in itertools.chain(((c, c) for c in cut), itertools.pairwise(cut)):
            a = int(starts.searchsorted(offset + first.start))
            b = int(ends.searchsorted(offset + last.end, side="right"))
            if b - a >= _FEWEST_WORDS:
                span = Span(first.start, last.end)
                yield paragraph, span, _signs(evidence, a, b, side.shortfall, len(span) / side.spread)
        offset += len(paragraph.text) + 1


def _signs(evidence: Floats, a: int, b: int, short: float, length: float) -> list[float]:
    """The signs that the words ``a`` to ``b`` of a text are left out, in the order of the weights.

    ``short`` and ``length`` (of the passage) are in spreads.
    """
    inside, rest = evidence[a:b], np.concatenate([evidence[:a], evidence[b:]])
    # The sum over the count is what ``mean`` comes to, to the last bit, at a third of the time.
    count, mean = b - a, float(np.add.reduce(inside) / (b - a))
    fit = max(-_CAP, min(_CAP, short - length))
    return [
        mean,
        mean - (float(np.add.reduce(rest) / len(rest)) if len(rest) else USUAL_EVIDENCE),
        mean * math.sqrt(count),
        math.sqrt(min(_LONG, count)),
        short,
        fit,
        abs(fit),
        _longest_run(inside),
        max(0.0, -mean) * min(_CAP, short),
        min(short, length),
    ]


def _longest_run(evidence: Floats) -> float:
    """The greatest sum of evidence against a rendering that words in a row have."""
    against = np.concatenate([[0.0], (-evidence).cumsum()])
    return float((against - np.minimum.accumulate(against)).max())


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


def score_of(found: Sequence[Passage]) -> float:
    """The score of the passage that is most likely left out, between FLOOR and CEILING; FLOOR where there is none."""
    return max(FLOOR, min(CEILING, max((p.score for p in found), default=FLOOR)))


def votes_against(sides: Sequence[AlignedPair]) -> tuple[float, dict[str, list[Passage]]]:
    """How sure other versions are that one leaves something out: the mean of their scores, and the passages of each.

    ``sides`` holds each other version as the source, the one in question as the target. Nothing is searched where it is
    not shorter than the others say.
    """
    known = [s for s in sides if s.known]
    if not known or sum(s.shortfall for s in known) / len(known) < LEAST_SHORTFALL:
        return FLOOR, {}
    found = {s.source_code: passages(s, least=-math.inf) for s in known}
    return sum(score_of(p) for p in found.values()) / len(found), found


def votes_for_addition(sides: Sequence[AlignedPair]) -> tuple[float, Passage | None]:
    """How sure other versions are that a passage stands in one alone, and that passage.

    ``sides`` holds the one in question as the source, each other version as the target. The score of a passage is the mean
    of its scores against each.
    """
    known = [s for s in sides if s.known]
    if not known or sum(s.shortfall for s in known) / len(known) < LEAST_SHORTFALL:
        return FLOOR, None
    scores: dict[tuple[str, Span], list[float]] = {}
    places: dict[tuple[str, Span], Paragraph] = {}
    for side in known:
        for passage in passages(side, least=-math.inf):
            key = passage.paragraph.id, passage.span
            places[key] = passage.paragraph
            scores.setdefault(key, []).append(score_of([passage]))
    if not scores:
        return FLOOR, None
    best = max(scores, key=lambda k: sum(scores[k]))
    mean = sum(scores[best]) / len(known)
    return mean, Passage(places[best], best[1], mean)
