"""A second pass over an alignment that goes forward: what stands elsewhere in the other document is taken there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from align.encoders import Encoder
from align.encoders.span_vectors import Spans
from align.lines import scores_of
from align.model import Alignment, Bead, Relation
from align.search.dynamic_programming import Step
from align.search.line_confidence import line_confidences
from align.search.margin import CLOSE_MARGIN, MarginScores
from align.search.monotone_chain import longest_rising
from align.search.moves import with_moves
from corpora.model import Paragraph, Resolution


def with_crossings(alignment: Alignment, first: Resolution, other: Resolution, encoder: Encoder) -> Alignment:
    """The alignment with beads that cross others where the paragraphs fit better so (``Bead.moved``).

    Beads that a reviser gave, of footnotes and wider than the search looks at stay as they are.
    """
    sides = first.paragraphs, other.paragraphs
    if not all(sides):
        return alignment
    texts = [p.text for p in sides[0]], [p.text for p in sides[1]]
    spans = encoder.encode(texts[0]), encoder.encode(texts[1])
    scores, usual = scores_of(*texts, spans, CLOSE_MARGIN)
    steps, kept = _as_steps(alignment.beads, sides, scores)
    found = with_moves(list(steps), scores, usual, CLOSE_MARGIN.skip_price(usual))
    in_place = {
        (a, c, b, d) for a, c, b, d in longest_rising([(a, c, b, d) for a, b, c, d in found if a < b and c < d])
    }
    sure = line_confidences(found, scores, usual)
    beads = []
    for step, confidence in zip(found, sure, strict=True):
        bead = steps.get(step) or _bead(step, sides, spans, confidence)
        a, b, c, d = step
        beads.append(replace(bead, moved=True) if a < b and c < d and (a, c, b, d) not in in_place else bead)
    return replace(alignment, beads=tuple(_in_order([*beads, *kept], first)))


def _as_steps(
    beads: Sequence[Bead], sides: tuple[Sequence[Paragraph], Sequence[Paragraph]], scores: MarginScores
) -> tuple[dict[Step, Bead], list[Bead]]:
    """The beads by their places, and those that have none or are not looked at."""
    places = [{p.id: k for k, p in enumerate(side)} for side in sides]
    steps: dict[Step, Bead] = {}
    kept: list[Bead] = []
    ends = [0, 0]
    for bead in beads:
        step = []
        for side, ids in enumerate((bead.source, bead.target)):
            at = sorted(places[side].get(i, -1) for i in ids)
            if at and (at[0] < 0 or at[-1] - at[0] != len(at) - 1):
                break
            ends[side] = at[-1] + 1 if at else ends[side]
            step += [at[0], at[-1] + 1] if at else [ends[side], ends[side]]
        paired = bool(bead.source and bead.target)
        if len(step) < 4 or bead.pinned or (paired and not scores.fits((step[0], step[1], step[2], step[3]))):
            kept.append(bead)
        else:
            steps[step[0], step[1], step[2], step[3]] = bead
    return steps, kept


def _bead(
    step: Step, sides: tuple[Sequence[Paragraph], Sequence[Paragraph]], spans: tuple[Spans, Spans], confidence: float
) -> Bead:
    a, b, c, d = step
    ids = tuple(p.id for p in sides[0][a:b]), tuple(p.id for p in sides[1][c:d])
    if a == b or c == d:
        return Bead(*ids, 0.0, Relation.DROPPED if a < b else Relation.NEW, confidence=confidence)
    cosine = float(spans[0].part(b - a, a, a + 1)[0] @ spans[1].part(d - c, c, c + 1)[0])
    return Bead(*ids, round(max(0.0, cosine), 4), confidence=confidence)


def _in_order(beads: Sequence[Bead], first: Resolution) -> Iterator[Bead]:
    """In the order of the source; an addition after the bead that stands before it."""
    places = {p.id: k for k, p in enumerate(first.all_paragraphs())}
    last = -1
    keyed = []
    for number, bead in enumerate(beads):
        last = min(places[i] for i in bead.source) if bead.source else last
        keyed.append((last, not bead.source, number, bead))
    yield from (bead for *_, bead in sorted(keyed, key=lambda entry: entry[:3]))
