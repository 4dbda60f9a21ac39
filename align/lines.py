"""Aligning two plain files, one segment a line, in any two languages that the encoder covers."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from align.encoders import Encoder, default_encoder
from align.lexicon.coverage import lexical_coverage
from align.related import align_paragraphs
from align.search.costs import KNOWN_LINE_WEIGHTS, LINE_WEIGHTS, BeadCosts, CostWeights, SegmentSide, evidence_vectors
from align.search.dynamic_programming import Step, best_chain
from corpora.annotation.anchors import anchors_of
from corpora.annotation.verbs import find_verbs, opening_verb
from corpora.languages import Language, language
from corpora.languages.detection import detect_language
from corpora.model import Kind, Paragraph, Part, Span
from corpora.text.folding import fold_plain
from corpora.text.numbering import parse_number

_EXACT = 3_000_000
"""Cells of the table of lines up to which the search is exact; above, it keeps to a band, to bound time and memory."""
_MARGIN = 60
"""Lines by which the band is wider than the coarse path on either side; chosen."""
_WIDEST = 4
"""Lines of one side in a bead: one sentence may be four, and more is a passage left out."""
_SAMPLE = 1000
"""Lines, and characters of each, by which a language is told."""
_SHORT = 0.3
"""Share of the usual length of a segment under which it may be a lead-in ("Now, therefore,")."""
_GOES_ON = (",", "،", "，", "、")
_SHARED_TOKEN = re.compile(r"\d+|[^\W\d_]{4,}")


def align_lines(
    source: Sequence[str],
    target: Sequence[str],
    encoder: Encoder | None = None,
    weights: CostWeights | None = None,
) -> list[Step]:
    """Beads of two lists of segments, as (source start, source end, target start, target end).

    Two neighbours that stand in the other order on the other side are two beads that cross. Exact up to three million pairs of segments; above that within a band around a coarse alignment, linear in time and
    memory.
    """
    encoder = encoder or default_encoder()
    n, m = len(source), len(target)
    if not n or not m:
        return [(i, i + 1, 0, 0) for i in range(n)] + [(n, n, j, j + 1) for j in range(m)]
    rendering = None
    if weights is None:
        rendering = lexical_coverage(source, target, (_language_of(source), _language_of(target)))
        weights = KNOWN_LINE_WEIGHTS if rendering else LINE_WEIGHTS
    evidence = evidence_vectors([_tokens(s) for s in source], [_tokens(t) for t in target])
    sides = [
        SegmentSide(
            encoder.encode(texts), np.array([len(t) + 1 for t in texts], dtype=np.float32), vectors, _leads(texts)
        )
        for texts, vectors in zip((source, target), evidence, strict=True)
    ]
    band = _coarse_band(sides[0], sides[1]) if n * m > _EXACT else None
    costs = BeadCosts(sides[0], sides[1], weights, band=band, rendering=rendering)
    low, high = band if band else (None, None)
    steps = best_chain(n, m, costs.shapes(_WIDEST), costs.row_cost, *costs.skips(), low, high)
    return list(_uncrossed(steps, costs))


def _language_of(lines: Sequence[str]) -> str | None:
    return detect_language("\n".join(line[:_SAMPLE] for line in itertools.islice(lines, _SAMPLE)))


def _leads(texts: Sequence[str]) -> NDArray[np.bool_]:
    """Which segments only lead to the next: much shorter than usual, and the sentence goes on."""
    usual = sum(map(len, texts)) / len(texts)
    return np.array([len(t) < _SHORT * usual and t.rstrip().endswith(_GOES_ON) for t in texts])


def _uncrossed(steps: Sequence[Step], costs: BeadCosts) -> Iterator[Step]:
    """The beads, those of two and two neighbours in the other order as the two beads that they are."""
    for a, b, c, d in steps:
        if b - a == 2 and d - c == 2 and costs.crossed(a, c):
            yield a, a + 1, c + 1, d
            yield a + 1, b, c, c + 1
        else:
            yield a, b, c, d


def format_beads(steps: Sequence[Step]) -> list[str]:
    """One bead a line, ``[0]:[0, 1]``, 0-based, as Vecalign prints them."""
    return [f"{list(range(a, b))}:{list(range(c, d))}" for a, b, c, d in steps]


def _tokens(text: str) -> list[str]:
    """What can be the same in two languages: numbers, and words with a capital (names)."""
    return [fold_plain(t) for t in _SHARED_TOKEN.findall(text) if t[0].isdigit() or t[0].isupper()]


def _coarse_band(source: SegmentSide, target: SegmentSide) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Target positions to look at after each source segment, from an alignment of blocks of segments."""
    n, m = len(source), len(target)
    step = max(2, int(np.ceil(max(n, m) / 1200)))

    def blocks(side: SegmentSide) -> NDArray[np.float32]:
        vectors = side.vectors.vectors(min(step, len(side)))
        return vectors[::step]

    x, y = blocks(source), blocks(target)
    distance = 1.0 - x @ y.T
    chance = np.maximum(distance.mean(1, keepdims=True), 0.05)
    costs = distance / chance
    skip_x, skip_y = np.full(len(x), 0.55, dtype=np.float32), np.full(len(y), 0.55, dtype=np.float32)
    steps = best_chain(len(x), len(y), [(1, 1)], lambda a, b, i, j0, j1: costs[i, j0 : j1 + 1], skip_x, skip_y)
    knots_x, knots_y = [0], [0]
    for a, b, c, d in steps:
        if b > a and d > c:
            knots_x.append(min(a * step + step // 2, n))
            knots_y.append(min(c * step + step // 2, m))
    knots_x.append(n)
    knots_y.append(m)
    centre = np.interp(np.arange(n + 1), knots_x, knots_y)
    reach = _MARGIN + 2 * step
    gaps = np.diff(knots_y).max() if len(knots_y) > 1 else m
    reach = int(min(m, max(reach, gaps)))
    low = np.clip(np.floor(centre) - reach, 0, m).astype(np.int64)
    high = np.clip(np.ceil(centre) + reach, 0, m).astype(np.int64)
    low[0], high[-1] = 0, m
    return np.minimum.accumulate(low[::-1])[::-1], np.maximum.accumulate(high)


def align_related_lines(source: Sequence[str], target: Sequence[str]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Beads of two related resolutions, one paragraph a line; beads may cross. Line numbers are 0-based."""
    sides = []
    for lines in (source, target):
        code = detect_language("\n".join(lines)) or "en"
        sides.append((code, [_paragraph(i, line, language(code)) for i, line in enumerate(lines)]))
    (code_a, a), (code_b, b) = sides
    beads = align_paragraphs(a, b, code_a, code_b)
    return [(tuple(map(int, bead.source)), tuple(map(int, bead.target))) for bead in beads]


def _paragraph(index: int, line: str, language: Language) -> Paragraph:
    """A line as a paragraph: numbered ones are operative, others recitals until a number was seen."""
    number = parse_number(line)
    text = line[number.end if number else 0 :].strip()
    operative = number is not None or opening_verb(text, language, preambular=True) is None
    kind = Kind.OPERATIVE if operative else Kind.PREAMBULAR
    label = number.label if number else None
    start = line.find(text) if text else 0
    return Paragraph(
        str(index),
        kind,
        label,
        text,
        Span(0, len(line)),
        tuple(range(start, start + len(text))),
        verbs=find_verbs(text, language, kind),
        anchors=anchors_of(text, language),
        part=Part.OPERATIVE if operative else Part.PREAMBLE,
        language=language.code,
    )
