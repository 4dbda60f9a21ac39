"""Inside a paragraph: clauses, and those of one language that the other has not.

A paragraph of a resolution is one long sentence; it is cut at semicolons and commas. The clauses of two versions are
aligned like lines, and a clause left alone counts only where the text is shorter by about as much.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from align.costs import CLAUSE_WEIGHTS
from align.encoders import Encoder, default_encoder
from align.lines import align_lines
from corpora.model import Paragraph, Span, VerbPhrase

_CUT = re.compile(r"(?<=[,;:،؛，；：])\s*")
_SHORTEST = 28
_SHORTEST_UNSPACED = 8
# Set on the development record so that clean pairs stay silent; benchmarks/drift.py prints what they find.
_UNLIKE = 0.27
_UNLIKE_LONG = 0.38
_LONG = 95
_SHORTFALL = 0.7
_LENGTH_SPREAD = 0.12
_LONG_ENOUGH = 34
_LONG_ENOUGH_UNSPACED = 10


def clauses(text: str, language: str, verbs: Sequence[VerbPhrase] = ()) -> list[Span]:
    """The clauses of a paragraph: cut at punctuation and before each verb of the organ ("et prie", "and requests").

    Pieces too short to mean anything are joined with the one before.
    """
    shortest = _SHORTEST_UNSPACED if language == "zh" else _SHORTEST
    marks = {m.end() for m in _CUT.finditer(text)} | {v.span.start for v in verbs}
    cuts = [0, *sorted(c for c in marks if 0 < c < len(text)), len(text)]
    spans: list[Span] = []
    for start, end in itertools.pairwise(cuts):
        if spans and (end - start < shortest or len(spans[-1]) < shortest):
            spans[-1] = Span(spans[-1].start, end)
        elif end > start:
            spans.append(Span(start, end))
    return spans


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: its paragraph and its place in the paragraph's text; printed as ``op4:2``, counted from 1."""

    paragraph: Paragraph
    index: int
    span: Span

    @property
    def id(self) -> str:
        """The paragraph's id and the clause's number."""
        return f"{self.paragraph.id}:{self.index}"

    @property
    def text(self) -> str:
        """The clause's words."""
        return self.paragraph.text[self.span.start : self.span.end]


def _clauses_of(paragraphs: Sequence[Paragraph], code: str) -> list[Clause]:
    return [Clause(p, i, span) for p in paragraphs for i, span in enumerate(clauses(p.text, code, p.verbs), 1)]


@lru_cache(maxsize=4096)
def _vectors(texts: tuple[str, ...]) -> np.ndarray:
    encoded = default_encoder().encode(texts)
    return np.concatenate([encoded.vectors(k) for k in (1, 2, 3) if k <= len(texts)])


def unmatched_clauses(
    source: Sequence[Paragraph], target: Sequence[Paragraph], source_code: str, target_code: str, scale: float
) -> Iterator[tuple[Paragraph, Span, float]]:
    """Clauses of ``source`` that stand nowhere in ``target``: paragraph, span in its text, confidence.

    ``scale`` is how many characters of the target's language one of the source's becomes.
    """
    length = sum(len(p.text) for p in source)
    shortfall = length - sum(len(p.text) for p in target) / max(scale, 0.05)
    shortest = _LONG_ENOUGH_UNSPACED if source_code == "zh" else _LONG_ENOUGH
    if shortfall < max(_LENGTH_SPREAD * length, shortest):
        return
    mine, theirs = _clauses_of(source, source_code), _clauses_of(target, target_code)
    if len(mine) < 2 or not theirs:
        return
    likeness = _vectors(tuple(c.text for c in mine))[: len(mine)] @ _vectors(tuple(c.text for c in theirs)).T
    best = likeness.max(axis=1)
    usual = float(np.median(best))
    for k in np.argsort(best):
        span = mine[int(k)].span
        # A longer clause says more, so that even a middling likeness to its neighbours' words is too little.
        share = min(1.0, max(0.0, (len(span) - shortest) / (_LONG * shortest / _LONG_ENOUGH - shortest)))
        if best[k] > min(_UNLIKE + share * (_UNLIKE_LONG - _UNLIKE), usual - 0.15) or len(span) < shortest:
            continue
        if not _SHORTFALL * len(span) <= shortfall:
            continue
        shortfall -= len(span)
        # A long clause that resembles nothing is sure to be missing; a short one may be hidden in another's words.
        certainty = (1.0 - float(best[k])) * min(1.0, 0.6 + 0.4 * len(span) / (3 * shortest))
        yield mine[int(k)].paragraph, span, round(min(0.95, certainty), 2)
        if shortfall < shortest:
            return


def align_clauses(
    source: Sequence[Paragraph],
    target: Sequence[Paragraph],
    source_code: str,
    target_code: str,
    encoder: Encoder | None = None,
) -> list[tuple[list[Clause], list[Clause]]]:
    """Beads of the clauses inside one bead of paragraphs; a side is empty where a clause was left out or added."""
    sides = [_clauses_of(source, source_code), _clauses_of(target, target_code)]
    texts = [[c.text.strip() for c in side] for side in sides]
    steps = align_lines(texts[0], texts[1], encoder or default_encoder(), CLAUSE_WEIGHTS)
    return [(sides[0][a:b], sides[1][c:d]) for a, b, c, d in steps]
