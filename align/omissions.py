"""Passages of one version that another leaves out.

A passage is a clause, or two that follow each other. It is left out where its words have no rendering in the other
version (``align.evidence``) and the other version is shorter than a rendering would be by about as much: either sign alone
also comes of free wording. What is usual in the documents at hand (a terse translator, wording that the lexicon does not know)
is taken off first. The weights of the signs and the scores that clean pairs reach are in ``omissions.json``, made by
``benchmarks/build_omissions.py``.
"""

from __future__ import annotations

import itertools
import json
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from align.clauses import clauses
from align.cutting import stemmed
from align.evidence import word_evidence
from align.lexicon import knows, lexicon
from align.spans import Floats
from corpora.model import Paragraph, Span

_FILE = Path(__file__).parent / "omissions.json"
_FEWEST_WORDS = 3
_SPREAD = (0.07, 10.0)
"""Characters by which the length of a clean rendering is off: a share of the source's length, and a constant."""
_CAP = 3.0
_LONG = 60
_USUAL_EVIDENCE = 0.6
"""Evidence that a word of a clean pair has on the average, in nats."""
_HABIT_FROM = 60
"""Characters of a paragraph from which it tells of a habit."""
_HABIT_DOUBT = 4.0
_HABIT_SAMPLE = 20
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


_ACRONYM = re.compile(r"(?<![(\w])[A-ZА-ЯÀ-Ý][A-ZА-ЯÀ-Ý0-9-]{2,}(?![)\w])")
_SPELLED_OUT = 60
"""Characters that a name may have that another version gives as an acronym."""


def acronyms_alone(source: str, target: str) -> int:
    """How many more acronyms the target gives without their names beside them than the source: each stands for a name."""
    return max(0, len(set(_ACRONYM.findall(target))) - len(set(_ACRONYM.findall(source))))


@dataclass(frozen=True, slots=True)
class Habit:
    """What is usual where one document renders another: characters short for one of the source, and evidence for a word.

    Both as differences from what the lexicon leads to expect.
    """

    short: float = 0.0
    evidence: float = 0.0


@dataclass(frozen=True)
class Side:
    """What stands opposite each other in a row: paragraphs of a source and of a target, and the habit of the documents."""

    source: Sequence[Paragraph]
    target: Sequence[Paragraph]
    source_code: str
    target_code: str
    habit: Habit = Habit()

    @cached_property
    def texts(self) -> tuple[str, str]:
        """The words of both."""
        return " ".join(p.text for p in self.source), " ".join(p.text for p in self.target)

    @property
    def named_by_acronym(self) -> int:
        """Characters of the source that the target may give as acronyms."""
        return _SPELLED_OUT * acronyms_alone(*self.texts)

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
        return (_short_share(*self.texts, self.source_code, self.target_code) - self.habit.short) * length / self.spread


def _short_share(source: str, target: str, source_code: str, target_code: str) -> float:
    """The share of ``source`` for which ``target`` seems too short, by what each word adds to a length; the mean of both ways."""
    there, back = lexicon(source_code, target_code), lexicon(target_code, source_code)
    length = max(1, len(source))
    expected = there.expected_length(length, stemmed(source, source_code).stems)
    one = (expected - len(target)) / max(expected / length, 0.05)
    other = length - back.expected_length(len(target), stemmed(target, target_code).stems)
    return (one + other) / 2 / length


def habit_of(pairs: Sequence[tuple[str, str]], source_code: str, target_code: str) -> Habit:
    """The habit of two documents, from texts that stand opposite each other: medians, drawn to none where they are few."""
    long = [(a, b) for a, b in pairs if len(a) >= _HABIT_FROM and b]
    if not long or not knows(source_code, target_code):
        return Habit()
    trust = len(long) / (len(long) + _HABIT_DOUBT)
    short = float(np.median([_short_share(a, b, source_code, target_code) for a, b in long]))
    some = long[:: max(1, len(long) // _HABIT_SAMPLE)]
    levels = [float(e.mean()) for a, b in some if len(e := word_evidence(a, b, source_code, target_code))]
    level = float(np.median(levels)) - _USUAL_EVIDENCE if levels else 0.0
    return Habit(trust * short, trust * level)


def passages(side: Side, least: float = LEAST_SHORTFALL) -> list[Passage]:
    """The passages of the source with the log odds that the target leaves each out.

    Empty where the target is not shorter than a rendering would be, or where there is no lexicon of the two languages.
    """
    found = signs(side, least)
    if not found:
        return []
    weights = model()
    table = (np.array([f for _, _, f in found]) - weights.mean) / weights.spread
    scores = table @ weights.weights + weights.bias
    return [Passage(p, s, float(score)) for (p, s, _), score in zip(found, scores, strict=True)]


def signs(side: Side, least: float = LEAST_SHORTFALL) -> list[tuple[Paragraph, Span, list[float]]]:
    """The passages of the source with the signs that the target leaves each out; empty as ``passages`` is."""
    return list(_features(side)) if side.known and side.shortfall >= least else []


def _features(side: Side) -> Iterator[tuple[Paragraph, Span, list[float]]]:
    """Paragraph, span and signs of each passage."""
    text, other = side.texts
    evidence = word_evidence(text, other, side.source_code, side.target_code) - side.habit.evidence
    words = stemmed(text, side.source_code).spans
    starts, ends = np.array([w.start for w in words]), np.array([w.end for w in words])
    offset = 0
    for paragraph in side.source:
        cut = clauses(paragraph.text, side.source_code, paragraph.verbs)
        for first, last in itertools.chain(((c, c) for c in cut), itertools.pairwise(cut)):
            a = int(np.searchsorted(starts, offset + first.start))
            b = int(np.searchsorted(ends, offset + last.end, side="right"))
            if b - a >= _FEWEST_WORDS:
                span = Span(first.start, last.end)
                yield paragraph, span, _signs(evidence, a, b, side.shortfall, len(span) / side.spread)
        offset += len(paragraph.text) + 1


def _signs(evidence: Floats, a: int, b: int, short: float, length: float) -> list[float]:
    """The signs that the words ``a`` to ``b`` of a text are left out, in the order of the weights.

    ``short`` and ``length`` (of the passage) are in spreads.
    """
    inside, rest = evidence[a:b], np.concatenate([evidence[:a], evidence[b:]])
    count, mean = b - a, float(inside.mean())
    fit = max(-_CAP, min(_CAP, short - length))
    return [
        mean,
        mean - (float(rest.mean()) if len(rest) else _USUAL_EVIDENCE),
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
    against = np.concatenate([[0.0], np.cumsum(-evidence)])
    return float((against - np.minimum.accumulate(against)).max())


@dataclass(frozen=True)
class Model:
    """Weights of the signs, and the scores that one clean pair in so many reaches, by direction and rate."""

    mean: Floats
    spread: Floats
    weights: Floats
    bias: float
    thresholds: dict[str, dict[str, float]]


@lru_cache(maxsize=1)
def model() -> Model:
    """The weights as measured."""
    data: dict[str, Any] = json.loads(_FILE.read_text(encoding="utf-8"))
    mean, spread, weights = (np.array(data[name], dtype=np.float32) for name in ("mean", "spread", "weights"))
    return Model(mean, spread, weights, float(data["bias"]), data["thresholds"])


def threshold_of_votes(code: str, sort: str, rate: float) -> float:
    """The mean score that a share ``rate`` of clean rows of six versions reaches for a version; ``sort`` is "left out" or "added"."""
    return model().thresholds[f"{code} {sort}"][f"{rate:g}"]


def threshold(source_code: str, target_code: str, rate: float) -> float:
    """The score that one clean pair of paragraphs in ``1 / rate`` reaches; the rates are those that were measured."""
    table = model().thresholds
    return table.get(f"{source_code}-{target_code}", table["any"])[f"{rate:g}"]


def left_out(side: Side, rate: float) -> list[Passage]:
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
        if not taken or (len(passage.span) <= room and not any(_overlap(passage, t) for t in taken)):
            taken.append(passage)
            room -= len(passage.span)
    return taken


def _overlap(one: Passage, other: Passage) -> bool:
    return one.paragraph is other.paragraph and one.span.start < other.span.end and other.span.start < one.span.end


FLOOR, CEILING = -5.0, 6.0
"""Scores are held between these where several versions are averaged, so that one of them cannot decide alone."""


def score_of(found: Sequence[Passage]) -> float:
    """The score of the passage that is most likely left out, between FLOOR and CEILING; FLOOR where there is none."""
    return max(FLOOR, min(CEILING, max((p.score for p in found), default=FLOOR)))


def votes_against(sides: Sequence[Side]) -> tuple[float, dict[str, list[Passage]]]:
    """How sure other versions are that one leaves something out: the mean of their scores, and the passages of each.

    ``sides`` holds each other version as the source, the one in question as the target. Nothing is searched where it is
    not shorter than the others say.
    """
    known = [s for s in sides if s.known]
    if not known or sum(s.shortfall for s in known) / len(known) < LEAST_SHORTFALL:
        return FLOOR, {}
    found = {s.source_code: passages(s, least=-math.inf) for s in known}
    return sum(score_of(p) for p in found.values()) / len(found), found


def votes_for_addition(sides: Sequence[Side]) -> tuple[float, Passage | None]:
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
