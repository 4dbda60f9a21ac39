"""The line aligner: anchors and bands, scores by margin, runs of segments left alone, beads that cross. Texts are our own."""

from __future__ import annotations

import itertools
import random
from functools import cache

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from align.encoders import default_encoder
from align.encoders.joined import JoinedVectors
from align.encoders.span_vectors import Floats, Pieces
from align.lexicon.coverage import known_shares
from align.lines import align_lines, scores_of
from align.search.band import Band, anchors, around, whole
from align.search.line_confidence import line_confidences
from align.search.margin import LINE_MARGIN, MarginScores
from align.search.margin_search import Skip, best_beads
from align.search.monotone_chain import heaviest_rising
from corpora.languages import language

Hit = tuple[int, int, float]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(1, 9)), max_size=7))
def test_the_heaviest_rising_chain(points: list[tuple[int, int, int]]) -> None:
    hits = sorted({(i, j): (i, j, float(w)) for i, j, w in points}.values())

    def weight(chain: tuple[Hit, ...]) -> float:
        rises = all(a[0] < b[0] and a[1] < b[1] for a, b in itertools.pairwise(chain))
        return sum(w for *_, w in chain) if rises else -1.0

    best = max(weight(c) for k in range(len(hits) + 1) for c in itertools.combinations(hits, k))
    of_pair = {(i, j): w for i, j, w in hits}
    found = heaviest_rising(hits)
    assert weight(tuple((i, j, of_pair[i, j]) for i, j in found)) == best


@settings(deadline=None)
@given(st.integers(1, 30), st.integers(1, 30), st.integers(0, 5), st.integers(0, 1000))
def test_a_band_goes_from_end_to_end(n: int, m: int, reach: int, seed: int) -> None:
    rng = random.Random(seed)
    size = rng.randint(0, min(n, m))
    pairs = list(zip(sorted(rng.sample(range(n), size)), sorted(rng.sample(range(m), size)), strict=True))
    band = around(pairs, n, m, reach)
    assert len(band.low) == len(band.high) == n + 1
    assert band.low[0] == 0 and band.high[-1] == m
    assert (np.diff(band.low) >= 0).all() and (np.diff(band.high) >= 0).all()
    assert (band.low[1:] <= band.high[:-1]).all()
    assert all(band.low[i] <= j <= band.high[i] and band.low[i + 1] <= j + 1 <= band.high[i + 1] for i, j in pairs)
    rows, columns = band.cells(0, n + 1)
    assert len(rows) == band.starts[-1]
    assert all(band.starts[i] + j - band.low[i] == k for k, (i, j) in enumerate(zip(rows, columns, strict=True)))


SHAPES = [(1, 1), (1, 2), (2, 1), (2, 2), (3, 1)]


class _Given:
    """Scores that are given by shape, for the search alone."""

    def __init__(self, worth: dict[tuple[int, int], np.ndarray]) -> None:
        self.shapes = list(worth)
        self._worth = worth

    def rows(self, band: Band, first: int, last: int) -> Floats:
        i, j = band.cells(first, last)
        return np.array([self._worth[shape][i, j] for shape in self.shapes], dtype=np.float32)


def _brute(n: int, m: int, worth: dict[tuple[int, int], np.ndarray], skip: Skip, band: Band) -> float:
    @cache
    def best(i: int, j: int, in_run: bool) -> float:
        if not band.low[i] <= j <= band.high[i]:
            return -1e9
        if i == n and j == m:
            return 0.0
        alone = skip.following if in_run else skip.opening
        offers = [-1e9]
        offers += [alone + best(i + 1, j, True)] if i < n else []
        offers += [alone + best(i, j + 1, True)] if j < m else []
        offers += [worth[a, b][i, j] + best(i + a, j + b, False) for a, b in worth if i + a <= n and j + b <= m]
        return float(max(offers))

    return best(0, 0, False)


@settings(max_examples=80, deadline=None)
@given(st.integers(1, 7), st.integers(1, 7), st.integers(0, 10_000), st.booleans(), st.sampled_from([1.0, 0.3]))
def test_the_chain_is_worth_most(n: int, m: int, seed: int, narrow: bool, run: float) -> None:
    rng = np.random.default_rng(seed)
    worth = {}
    for a, b in SHAPES:
        table = rng.normal(size=(n + 1, m + 1)).astype(np.float32)
        table[n - a + 1 :] = table[:, m - b + 1 :] = -1e6
        worth[a, b] = table
    band = around([(min(n, m) // 2,) * 2], n, m, 1) if narrow else whole(n, m)
    skip = Skip(-0.4, -0.4 * run)
    steps = best_beads(_Given(worth), band, skip)
    assert [s for a, b, _, _ in steps for s in range(a, b)] == list(range(n))
    assert [t for _, _, c, d in steps for t in range(c, d)] == list(range(m))
    total, in_run = 0.0, False
    for a, b, c, d in steps:
        alone = a == b or c == d
        total += (skip.following if in_run else skip.opening) if alone else float(worth[b - a, d - c][a, c])
        in_run = alone
    assert total == pytest.approx(_brute(n, m, worth, skip, band), abs=1e-4)


def test_a_band_without_a_way_through_is_an_error() -> None:
    band = Band(np.array([0, 2]), np.array([0, 2]))
    with pytest.raises(ValueError, match="does not reach"):
        best_beads(_Given({(1, 1): np.zeros((2, 3))}), band, Skip(-0.1, -0.1))


def _random_sides(n: int, m: int, seed: int) -> tuple[JoinedVectors, JoinedVectors, tuple[Floats, Floats]]:
    rng = np.random.default_rng(seed)
    known: dict[str, np.ndarray] = {}

    def encode(texts: list[str]) -> np.ndarray:
        for text in texts:
            known.setdefault(text, rng.normal(size=12))
        return np.array([known[text] for text in texts])

    sides = [JoinedVectors([f"{side}{i}" for i in range(k)], encode) for side, k in (("x", n), ("y", m))]
    lengths = rng.integers(5, 200, n).astype(np.float32), rng.integers(5, 200, m).astype(np.float32)
    return sides[0], sides[1], lengths


def _plain(
    x: JoinedVectors, y: JoinedVectors, lengths: tuple[Floats, Floats], bead: tuple[int, int, int, int]
) -> float:
    """The score as the module's first lines have it, one bead at a time."""
    i, k, j, h = bead
    a, b, n, m, w = k - i, h - j, len(x), len(y), LINE_MARGIN

    def cosine(p: int, q: int, r: int, s: int) -> float:
        return float(x.vectors(q - p)[p] @ y.vectors(s - r)[r])

    def mean(values: list[float]) -> float:
        return sum(values) / len(values) if values else 0.0

    beside = mean([cosine(i, k, r, r + 1) for r in (j - 1, h) if 0 <= r < m])
    above = mean([cosine(p, p + 1, j, h) for p in (i - 1, k) if 0 <= p < n])
    scale = lengths[1].sum() / lengths[0].sum()
    smooth = w.smooth * 2 * lengths[1].sum() / (n + m)
    left, right = lengths[0][i:k].sum() * scale + smooth, lengths[1][j:h].sum() + smooth
    own = cosine(*bead)
    score = (own - w.neighbours * (beside + above) / 2) * np.log2(1 + min(left, right) / max(left, right))
    if a + b > 2:
        parts = [
            (p, q, r, t)
            for p, q in itertools.combinations(range(i, k + 1), 2)
            for r, t in itertools.combinations(range(j, h + 1), 2)
            if (p, q, r, t) != bead
        ]
        score -= w.idle * max(0.0, max(cosine(*p) for p in parts) - own + w.gain) + w.wide
    if a > 1 and b > 1:
        score -= w.square
    return float(score * ((a + b) / 2) ** w.growth)


@pytest.mark.slow
@pytest.mark.parametrize(("n", "m"), [(1, 1), (1, 4), (6, 2), (9, 11)])
def test_scores_are_what_they_are_said_to_be(n: int, m: int) -> None:
    x, y, lengths = _random_sides(n, m, seed=n * m)
    scores = MarginScores(x, y, lengths, LINE_MARGIN)
    band = whole(n, m)
    table = scores.rows(band, 0, n + 1)
    rows, columns = band.cells(0, n + 1)
    for shape, (a, b) in enumerate(scores.shapes):
        for cell, (i, j) in enumerate(zip(rows.tolist(), columns.tolist(), strict=True)):
            if i + a <= n and j + b <= m:
                wanted = _plain(x, y, lengths, (i, i + a, j, j + b))
                assert table[shape, cell] == pytest.approx(wanted, abs=1e-4)
                assert scores.of((i, i + a, j, j + b)) == pytest.approx(wanted, abs=1e-4)
            else:
                assert table[shape, cell] < -1e5
    singles = scores.table(np.arange(n), np.arange(m))
    assert singles[n - 1, 0] == pytest.approx(_plain(x, y, lengths, (n - 1, n, 0, 1)), abs=1e-4)
    assert scores.of_pairs([(0, m - 1)])[0] == pytest.approx(singles[0, m - 1], abs=1e-5)


def test_scores_of_some_rows_are_those_of_all() -> None:
    x, y, lengths = _random_sides(20, 17, seed=3)
    scores = MarginScores(x, y, lengths, LINE_MARGIN)
    band = around([(4, 3), (12, 9)], 20, 17, 3)
    apart = [scores.rows(band, first, min(first + 6, 21)) for first in range(0, 21, 6)]
    np.testing.assert_allclose(np.concatenate(apart, axis=1), scores.rows(band, 0, 21), atol=1e-5)


def test_pieces_are_made_once_and_put_together() -> None:
    made: list[tuple[int, int, int]] = []

    def compute(width: int, start: int, stop: int) -> Floats:
        made.append((width, start, stop))
        return np.arange(start, stop, dtype=np.float32)[:, None] * width

    pieces = Pieces(compute, lambda width: 1300 - width + 1)
    assert pieces.part(2, 500, 1030)[:, 0].tolist() == [2.0 * k for k in range(500, 1030)]
    assert pieces.part(2, 1020, 1299)[-1, 0] == 2 * 1298
    assert made == [(2, 0, 512), (2, 512, 1024), (2, 1024, 1299)]


def test_anchors_rise_and_are_among_the_likest() -> None:
    rng = np.random.default_rng(0)
    x = rng.normal(size=(40, 30)).astype(np.float32)
    x /= np.linalg.norm(x, axis=1, keepdims=True)
    y = np.delete(x, [7, 8], axis=0)
    assert anchors(x, y) == [(i, i if i < 7 else i - 2) for i in range(40) if i not in (7, 8)]
    band = around([(0, 0)], 40, 38, 4)
    assert all(band.low[i] <= j < band.high[i + 1] for i, j in anchors(x, y, band))


FRENCH = [
    "Le vieux pêcheur rentra au port avant la tombée de la nuit.",
    "Sa fille l'attendait sur le quai avec une lanterne.",
    "Les filets étaient vides pour la troisième fois de la semaine.",
    "Au marché, le prix du poisson avait encore augmenté.",
    "Le maire promit de faire réparer le phare avant l'hiver.",
    "Personne ne crut à cette promesse.",
    "Trois jours plus tard, une tempête emporta deux barques.",
    "On retrouva les rames sur la plage du nord.",
]
GERMAN = [
    "Der alte Fischer kehrte vor Einbruch der Nacht in den Hafen zurück.",
    "Seine Tochter wartete mit einer Laterne am Kai auf ihn.",
    "Die Netze waren zum dritten Mal in dieser Woche leer.",
    "Auf dem Markt war der Fischpreis wieder gestiegen.",
    "Der Bürgermeister versprach, den Leuchtturm vor dem Winter reparieren zu lassen.",
    "Niemand glaubte diesem Versprechen.",
    "Drei Tage später riss ein Sturm zwei Boote mit sich.",
    "Man fand die Ruder am nördlichen Strand.",
]
STRAIGHT = [(i, i + 1, i, i + 1) for i in range(8)]


def test_prose_is_aligned_line_by_line() -> None:
    assert align_lines(FRENCH, GERMAN) == STRAIGHT


def test_a_passage_that_one_side_lacks_is_left_alone() -> None:
    assert align_lines(FRENCH, GERMAN[:2] + GERMAN[6:]) == [
        *STRAIGHT[:2], *((i, i + 1, 2, 2) for i in range(2, 6)), (6, 7, 2, 3), (7, 8, 3, 4),
    ]  # fmt: skip


def test_many_lines_may_stand_against_one() -> None:
    one = [" ".join(GERMAN[:6]), *GERMAN[6:]]
    assert align_lines(FRENCH, one) == [(0, 6, 0, 1), (6, 7, 1, 2), (7, 8, 2, 3)]
    assert align_lines(one, FRENCH) == [(0, 1, 0, 6), (1, 2, 6, 7), (2, 3, 7, 8)]


def test_what_moved_is_found_where_it_is_asked_for() -> None:
    moved = [*GERMAN[:1], *GERMAN[2:], GERMAN[1]]
    crossing = align_lines(FRENCH, moved, moves=True)
    assert (1, 2, 7, 8) in crossing
    assert [bead for bead in crossing if bead[0] != 1] == [(0, 1, 0, 1), *((i, i + 1, i - 1, i) for i in range(2, 8))]
    rising = align_lines(FRENCH, moved)
    assert rising == sorted(rising, key=lambda bead: (bead[2], bead[3]))
    assert (1, 2, 7, 8) not in rising


def test_two_lines_that_changed_places_cross_where_it_is_asked_for() -> None:
    swapped = [*GERMAN[:3], GERMAN[4], GERMAN[3], *GERMAN[5:]]
    assert align_lines(FRENCH, swapped, moves=True) == [*STRAIGHT[:3], (3, 4, 4, 5), (4, 5, 3, 4), *STRAIGHT[5:]]
    rising = align_lines(FRENCH, swapped)
    assert rising == sorted(rising, key=lambda bead: (bead[2], bead[3]))


def test_nothing_moves_in_a_text_that_goes_forward() -> None:
    assert align_lines(FRENCH, GERMAN, moves=True) == STRAIGHT


def test_the_lexicon_knows_resolutions_and_no_prose() -> None:
    english = ["The old fisherman came back to the harbour before nightfall, and the nets were empty."]
    shares = known_shares(FRENCH, english, (language("fr"), language("en")))
    assert shares is not None and min(shares) < 0.85
    resolution = ["Prie le Secrétaire général de lui présenter un rapport sur l'application de la présente résolution."]
    rendered = ["Requests the Secretary-General to submit a report on the implementation of the present resolution."]
    shares = known_shares(resolution, rendered, (language("fr"), language("en")))
    assert shares is not None and min(shares) > 0.9
    assert known_shares(FRENCH, GERMAN, (language("fr"), None)) is None


def test_confidence_is_high_where_lines_correspond_and_low_where_they_do_not() -> None:
    encoder = default_encoder()
    spans = encoder.encode(FRENCH), encoder.encode(GERMAN)
    scores, usual = scores_of(FRENCH, GERMAN, spans)
    right = line_confidences(STRAIGHT, scores, usual)
    wrong = line_confidences([(0, 1, 0, 1), (1, 2, 1, 3), (2, 3, 3, 4)], scores, usual)
    assert min(right) > 0.9 > wrong[1] and right[0] > wrong[2]
    lacking = encoder.encode(GERMAN[3:])
    without, other = scores_of(FRENCH, GERMAN[3:], (spans[0], lacking))
    alone = line_confidences([(0, 1, 0, 0)], without, other) + line_confidences([(0, 1, 0, 0)], scores, usual)
    assert alone[0] > alone[1]
    assert all(0 <= value <= 1 for value in (*right, *wrong))


def test_centred_vectors_lose_what_all_have_in_common() -> None:
    common = np.full(6, 0.7)

    def encode(texts: list[str]) -> np.ndarray:
        return np.array([common + np.eye(6)[int(text.split()[0])] for text in texts])

    texts = [str(k) for k in range(5)]
    raw, centred = JoinedVectors(texts, encode), JoinedVectors(texts, encode, centred=True)
    assert (raw.vectors(1) @ raw.vectors(1).T).min() > 0.8
    likeness = centred.vectors(1) @ centred.vectors(1).T
    assert np.allclose(np.diag(likeness), 1, atol=1e-5) and (likeness - np.eye(5)).max() < 0.2
    assert np.isfinite(JoinedVectors(["1"], encode, centred=True).vectors(1)).all()


def test_wide_spans_of_joined_encoders_are_sums() -> None:
    options: list[str] = []

    def encode(texts: list[str]) -> np.ndarray:
        options.extend(texts)
        return np.array([np.eye(8)[int(text.split()[0])] + 0.1 for text in texts])

    vectors = JoinedVectors([str(k) for k in range(8)], encode).part(6, 0, 3)
    assert vectors.shape == (3, 8) and np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert max(len(text.split()) for text in options) == 1
    assert (vectors[0, :6] > vectors[0, 6:].max()).all()
