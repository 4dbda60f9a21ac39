"""Aligning two language versions of one resolution, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from align.encoders import Encoder, default_encoder
from align.encoders.span_vectors import Floats, Spans, SpanSlice
from align.lexicon.tokenization import stemmed
from align.list_order import with_lists_reordered
from align.model import Alignment, Bead, Relation
from align.paragraph_pairs import alike, both, either, same_verbs
from align.search.calibration import bead_probability, features
from align.search.constraints import Pin, align_between
from align.search.costs import PARAGRAPH_WEIGHTS, BeadCosts, SegmentSide, evidence_vectors
from align.search.dynamic_programming import best_chain
from align.texts import align_texts
from corpora.kept import Kept, Same
from corpora.languages import language_of
from corpora.model import Kind, Paragraph, Resolution
from corpora.text_documents import TextDocument, by_paragraph

_Sides = tuple[Sequence[Paragraph], Sequence[Paragraph]]
_WIDEST = 3
"""Paragraphs of one side in a bead; more is a part left out."""
# What kind and numbering say, in units of the cost: a number is never proof, since one side may be misnumbered.
_OTHER_PART = 0.45
_OTHER_FRAME = 1.5
_SAME_NUMBER = -0.18
_OTHER_NUMBER = 0.06
_OTHER_VERB = 0.08


def align_versions(
    pivot: Resolution,
    other: Resolution,
    encoder: Encoder | None = None,
    pins: Sequence[Pin] = (),
    *,
    kept: Kept | None = None,
) -> Alignment:
    """Beads of two language versions: monotone, n-m, with insertions and deletions; footnotes after the paragraphs.

    ``pins`` are beads that are given; only what lies between them is aligned. What lies between the same pins as before is
    taken from ``kept``.
    """
    encoder = encoder or default_encoder()
    if isinstance(pivot, TextDocument) and isinstance(other, TextDocument):
        return _of_texts(pivot, other, encoder, pins)
    known = (kept or Kept()).under("beads", Same(pivot), Same(other), encoder.signature)

    def between(source: Sequence[Paragraph], target: Sequence[Paragraph]) -> list[Bead]:
        def align(x: Sequence[Paragraph], y: Sequence[Paragraph]) -> list[Bead]:
            stretch = tuple(p.id for p in x), tuple(p.id for p in y)
            return list(known.of(stretch, lambda: _align((x, y), (source, target), encoder)))

        return align_between(source, target, pins, align)

    beads = between(pivot.paragraphs, other.paragraphs)
    beads += between([note.paragraph for note in pivot.footnotes], [note.paragraph for note in other.footnotes])
    return Alignment(pivot.name, other.name, tuple(beads))


def _spans(stretch: Sequence[Paragraph], whole: Sequence[Paragraph], encoder: Encoder) -> Spans:
    """The spans of a stretch, taken from those of the whole text that it is of: these were made before pins cut it, and are kept.

    Where pinned paragraphs were taken out of its midst, it is encoded by itself.
    """
    first = next(k for k, p in enumerate(whole) if p is stretch[0])
    last = first + len(stretch)
    if len(stretch) == len(whole) or not all(p is q for p, q in zip(stretch, whole[first:last], strict=False)):
        return encoder.encode([p.text for p in stretch])
    return SpanSlice(encoder.encode([p.text for p in whole]), first, last)


def _of_texts(pivot: TextDocument, other: TextDocument, encoder: Encoder, pins: Sequence[Pin]) -> Alignment:
    """Texts that are no resolutions: the beads of their sentences."""

    def align(source: Sequence[Paragraph], target: Sequence[Paragraph]) -> list[Bead]:
        return align_texts(by_paragraph(source), by_paragraph(target), encoder)

    return Alignment(pivot.name, other.name, tuple(align_between(pivot.paragraphs, other.paragraphs, pins, align)))


def _align(stretches: _Sides, wholes: _Sides, encoder: Encoder) -> list[Bead]:
    source, target = stretches
    if not source or not target:
        return [Bead((p.id,), (), 0.0, Relation.DROPPED) for p in source] + [
            Bead((), (p.id,), 0.0, Relation.NEW) for p in target
        ]
    evidence = evidence_vectors([_tokens(p) for p in source], [_tokens(p) for p in target])
    sides = [
        SegmentSide(
            _spans(side, whole, encoder),
            np.array([len(p.text) + 1 for p in side], dtype=np.float32),
            vectors,
        )
        for side, whole, vectors in zip(stretches, wholes, evidence, strict=True)
    ]
    costs = BeadCosts(sides[0], sides[1], PARAGRAPH_WEIGHTS, pairs=_pair_terms(source, target))
    steps = best_chain(len(source), len(target), costs.shapes(_WIDEST), costs.row_cost, *costs.skips())
    beads = []
    vectors = sides[0].vectors.vectors(1), sides[1].vectors.vectors(1)
    paired = _with_terse_lists_paired(_with_headings_paired(steps, source, target), source, target)
    found, moved = with_lists_reordered(paired, source, target, vectors)
    for a, b, c, d in found:
        ids = tuple(p.id for p in source[a:b]), tuple(p.id for p in target[c:d])
        relation = Relation.ALIGNED if b > a and d > c else Relation.DROPPED if b > a else Relation.NEW
        score = max(0.0, costs.cosine(b - a, d - c, a, c)) if relation is Relation.ALIGNED else 0.0
        sure = bead_probability(features(costs, (a, b, c, d)))
        crossing = (a, b, c, d) in moved
        beads.append(Bead(*ids, round(score, 4), relation, moved=crossing, confidence=round(sure, 4)))
    return beads


def _with_headings_paired(
    steps: Sequence[tuple[int, int, int, int]], source: Sequence[Paragraph], target: Sequence[Paragraph]
) -> list[tuple[int, int, int, int]]:
    """The steps; two headings that stand alone in one gap are one bead, whatever their few words seem to say."""
    out: list[tuple[int, int, int, int]] = []
    for a, b, c, d in steps:
        if out:
            i, j, k, m = out[-1]
            alone = {(j - i, m - k), (b - a, d - c)} == {(0, 1), (1, 0)}
            if alone and source[min(i, a)].kind is target[min(k, c)].kind is Kind.HEADING:
                out[-1] = (i, b, k, d)
                continue
        out.append((a, b, c, d))
    return out


def _with_terse_lists_paired(
    steps: Sequence[tuple[int, int, int, int]], source: Sequence[Paragraph], target: Sequence[Paragraph]
) -> list[tuple[int, int, int, int]]:
    """The steps; a list of acronyms and the list that spells them out are paired in their order where they have as many lines.

    "SNA;" says nothing that "à l'Armée nationale somalienne ;" says: where such lines were left alone on both sides, the count tells.
    """
    out: list[tuple[int, int, int, int]] = []
    place = 0
    while place < len(steps):
        a, b, c, d = steps[place]
        out.append(steps[place])
        place += 1
        if (b - a, d - c) != (1, 1) or source[a].kind.is_of_list or target[c].kind.is_of_list:
            continue
        first, second = _lines_from(source, b), _lines_from(target, d)
        held = [s for s in steps[place:] if s[1] <= b + first and s[3] <= d + second]
        whole = bool(held) and held[-1][1] == b + first and held[-1][3] == d + second
        alone = {(s[1] - s[0], s[3] - s[2]) for s in held} >= {(0, 1), (1, 0)}
        terse = any(map(_is_terse, (source[b : b + first], target[d : d + second])))
        if first == second > 1 and whole and alone and terse:
            out += [(b + k, b + k + 1, d + k, d + k + 1) for k in range(first)]
            place += len(held)
    return out


_FEW_WORDS = 3
"""Words that carry meaning below which a line of a list may be an acronym: as many as a passage has."""


def _lines_from(side: Sequence[Paragraph], start: int) -> int:
    """How many items and lines follow each other from a place on."""
    return next((k for k, p in enumerate(side[start:]) if not p.kind.is_of_list), len(side) - start)


def _is_terse(lines: Sequence[Paragraph]) -> bool:
    """Whether most lines of a list say it in a word or two."""
    return 2 * sum(sum(stemmed(p.text, language_of(p)).content) < _FEW_WORDS for p in lines) > len(lines)


def _tokens(paragraph: Paragraph) -> list[str]:
    tokens = [f"{a.kind}:{a.form}" for a in paragraph.anchors if a.kind.is_compared and a.firm]
    tokens += [f"mark:{m.mark}" for m in paragraph.marks]
    if paragraph.verb:
        tokens.append(f"verb:{paragraph.verb.concepts[0]}")
    return tokens


def _pair_terms(source: Sequence[Paragraph], target: Sequence[Paragraph]) -> Floats:
    """What kind, numbering and opening verb say of each pair of paragraphs: (n, m), lower is likelier.

    A pair of another kind where one of them frames the text says no more than that.
    """
    other_kind = ~alike(source, target, lambda p: p.kind)
    out = _OTHER_PART * (other_kind & either(source, target, lambda p: p.kind is Kind.PREAMBULAR))
    same_number = np.where(alike(source, target, lambda p: p.id), _SAME_NUMBER, _OTHER_NUMBER)
    out += np.where(both(source, target, lambda p: bool(p.number)), same_number, 0.0)
    out += _OTHER_VERB * same_verbs(source, target)[1]
    out[other_kind & either(source, target, _is_frame)] = _OTHER_FRAME
    return np.asarray(out, dtype=np.float32)


def _is_frame(paragraph: Paragraph) -> bool:
    return paragraph.kind.is_frame or paragraph.kind is Kind.ANNEX
