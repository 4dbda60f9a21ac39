"""Aligning two plain files, one segment a line, in any two languages that the encoder covers.

Lines of any text are scored by their margin over what stands around them (``align.search.margin``). Where the lexicon of adopted
resolutions renders most words of a text it is one of their kind, and there word and length costs do better
(``align.search.costs``); on other prose they do worse.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from align.encoders import Encoder, default_encoder
from align.encoders.span_vectors import Spans
from align.encoders.threads import one_thread
from align.lexicon.coverage import LexicalCoverage, known_shares, lexical_coverage
from align.related import align_paragraphs
from align.search.band import Band, Pair, anchors, around, whole
from align.search.costs import KNOWN_LINE_WEIGHTS, BeadCosts, CostWeights, SegmentSide, evidence_vectors
from align.search.dynamic_programming import Step, best_chain
from align.search.margin import LINE_MARGIN, MarginScores, MarginWeights
from align.search.margin_search import Skip, best_beads
from align.search.moves import with_moves
from corpora.annotation.anchors import anchors_of
from corpora.annotation.verbs import find_verbs, opening_verb
from corpora.languages import Language, language
from corpora.languages.detection import detect_language
from corpora.model import Kind, Paragraph, Part, Span
from corpora.text.folding import fold_plain
from corpora.text.numbering import parse_number
from corpora.text.punctuation import COMMAS, LIST_COMMA

_EXACT = 3_000_000
"""Pairs of segments up to which all are compared; above, those within a band around an alignment of blocks."""
_MARGIN = 60
"""Lines by which the band is wider than the coarse path on either side: chosen; tests hold that the search within the band finds what
the search of everything finds (`tests/align/test_lines.py`)."""
_WIDEST = 4
_REACH = 8
"""Target segments that are looked at to both sides of two anchors and what lies between them."""
_FEW = 400
"""Pairs of segments up to which no anchors are needed."""
_SAMPLED = 16
"""Segments of either side by which it is told whether the lexicon knows a text."""
_SAMPLE = 100
"""Characters of each of those that are looked at."""
_KNOWN = 0.85
"""Share of the words that the lexicon must have: the Declaration of Human Rights, which it was not learned from, reaches 0.90
to 0.97 in six languages, novels 0.71 to 0.75 in two.
"""
_SHORT = 0.3
"""Share of the usual length of a segment under which it may be a lead-in ("Now, therefore,")."""
_GOES_ON = tuple(COMMAS + LIST_COMMA)
_SHARED_TOKEN = re.compile(r"\d+|[^\W\d_]{4,}")


def align_lines(
    source: Sequence[str],
    target: Sequence[str],
    encoder: Encoder | None = None,
    weights: MarginWeights = LINE_MARGIN,
    *,
    moves: bool = False,
) -> list[Step]:
    """Beads of two lists of segments, as (source start, source end, target start, target end), in order of the source.

    They rise on both sides; with ``moves`` those of segments that stand elsewhere on the other side cross the others. All
    pairs are compared up to three million; above that those within a band around a coarse alignment, linear in time and
    memory.
    """
    encoder = encoder or default_encoder()
    n, m = len(source), len(target)
    if not n or not m:
        return [(i, i + 1, 0, 0) for i in range(n)] + [(n, n, j, j + 1) for j in range(m)]
    spans = encoder.encode(source), encoder.encode(target)
    rendering = _known(source, target)
    if rendering is not None:
        return _by_cost(source, target, spans, KNOWN_LINE_WEIGHTS, rendering, moves=moves)
    return align_by_margin(source, target, spans, weights, moves=moves)


def align_by_margin(
    source: Sequence[str],
    target: Sequence[str],
    spans: tuple[Spans, Spans],
    weights: MarginWeights = LINE_MARGIN,
    *,
    moves: bool = False,
) -> list[Step]:
    """The same by the margin alone, of segments whose vectors are known; both sides have some."""
    with one_thread():
        pairs, band = looked_at(spans)
        scores = MarginScores(*spans, _lengths(source, target), weights)
        usual = scores.usual(pairs)
        price = weights.skip_price(usual)
        steps = best_beads(scores, band, Skip(price, max(price, weights.run * price)))
        return with_moves(steps, scores, usual, price) if moves else steps


def looked_at(spans: tuple[Spans, Spans]) -> tuple[list[Pair], Band]:
    """The pairs of segments that are sure to belong together in a first pass, and the cells that the search looks at."""
    n, m = map(len, spans)
    pairs = _anchors(spans)
    return pairs, around(pairs, n, m, _REACH) if n * m > _FEW else whole(n, m)


def scores_of(
    source: Sequence[str], target: Sequence[str], spans: tuple[Spans, Spans], weights: MarginWeights = LINE_MARGIN
) -> tuple[MarginScores, float]:
    """The margin scores of two sides that have segments, and the median one of a first pass."""
    scores = MarginScores(*spans, _lengths(source, target), weights)
    return scores, scores.usual(_anchors(spans))


def align_by_cost(
    source: Sequence[str], target: Sequence[str], encoder: Encoder, weights: CostWeights, *, moves: bool = False
) -> list[Step]:
    """The same by the costs of ``align.search.costs``, without a lexicon: for the clauses of a paragraph."""
    if not source or not target:
        return align_lines(source, target, encoder)
    return _by_cost(source, target, (encoder.encode(source), encoder.encode(target)), weights, None, moves=moves)


def _lengths(source: Sequence[str], target: Sequence[str]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    first, second = (np.array([len(t) + 1 for t in texts], dtype=np.float32) for texts in (source, target))
    return first, second


def _anchors(spans: tuple[Spans, Spans]) -> list[Pair]:
    """Pairs of segments that are each other's likest and rise together."""
    n, m = map(len, spans)
    within = Band(*_coarse_band(*spans)) if n * m > _EXACT else None
    return anchors(spans[0].vectors(1), spans[1].vectors(1), within)


def _known(source: Sequence[str], target: Sequence[str]) -> LexicalCoverage | None:
    """What the lexicon renders of the two sides where it knows the words of both."""
    some = [[text[:_SAMPLE] for text in texts[:: max(1, len(texts) // _SAMPLED)]] for texts in (source, target)]
    languages = _language_of(some[0]), _language_of(some[1])
    shares = known_shares(some[0], some[1], languages)
    return lexical_coverage(source, target, languages) if shares and min(shares) >= _KNOWN else None


def _by_cost(
    source: Sequence[str],
    target: Sequence[str],
    spans: tuple[Spans, Spans],
    weights: CostWeights,
    rendering: LexicalCoverage | None,
    *,
    moves: bool,
) -> list[Step]:
    """The cheapest chain of beads; where they may cross, neighbours in the other order are two beads."""
    n, m = len(source), len(target)
    weights = weights if moves else replace(weights, swap=0.0)
    evidence = evidence_vectors([_tokens(s) for s in source], [_tokens(t) for t in target])
    sides = [
        SegmentSide(vectors, lengths, tokens, _leads(texts))
        for vectors, lengths, tokens, texts in zip(
            spans, _lengths(source, target), evidence, (source, target), strict=True
        )
    ]
    band = _coarse_band(*spans) if n * m > _EXACT else None
    costs = BeadCosts(sides[0], sides[1], weights, band=band, rendering=rendering)
    low, high = band if band else (None, None)
    delete, insert = costs.skips()
    steps = best_chain(n, m, costs.shapes(_WIDEST), costs.row_cost, delete=delete, insert=insert, low=low, high=high)
    return list(_uncrossed(steps, costs))


def _language_of(lines: Sequence[str]) -> Language | None:
    code = detect_language("\n".join(lines))
    return language(code) if code else None


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


def format_bead(source: Sequence[int], target: Sequence[int]) -> str:
    """A bead as Vecalign prints it: ``[0]:[0, 1]``, 0-based."""
    return f"{list(source)}:{list(target)}"


def _tokens(text: str) -> list[str]:
    """What can be the same in two languages: numbers, and words with a capital (names)."""
    return [fold_plain(t) for t in _SHARED_TOKEN.findall(text) if t[0].isdigit() or t[0].isupper()]


def _coarse_band(source: Spans, target: Spans) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Target positions to look at after each source segment, from an alignment of blocks of segments."""
    n, m = len(source), len(target)
    step = max(2, int(np.ceil(max(n, m) / 1200)))

    def blocks(side: Spans) -> NDArray[np.float32]:
        return side.vectors(min(step, len(side)))[::step]

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
        own = language(detect_language("\n".join(lines)) or "en")
        sides.append((own, [_paragraph(i, line, own) for i, line in enumerate(lines)]))
    (first, a), (second, b) = sides
    beads = align_paragraphs(a, b, first, second)
    return [(tuple(map(int, bead.source)), tuple(map(int, bead.target))) for bead in beads]


def _paragraph(index: int, line: str, language: Language) -> Paragraph:
    """A line as a paragraph: numbered ones are operative, others recitals until a number was seen."""
    number = parse_number(line, language)
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
