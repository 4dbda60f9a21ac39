"""Links of words: their sums, and that it matters neither which text is named first nor whether a look-up was kept."""

from __future__ import annotations

import numpy as np
import pytest

from align.lexicon import links
from align.lexicon.links import linked, probabilities, sums_around
from align.lexicon.translation_tables import lexicon, numbered
from align.lexicon.word_evidence import link_weights, word_evidence
from corpora.languages import language

FR, EN = language("fr"), language("en")
FRENCH = "Prie le Secrétaire général de présenter un rapport sur les femmes et de présenter le rapport 7741"
ENGLISH = "Requests the Secretary-General to submit a report on women and to submit report 7741"


@pytest.mark.parametrize(("rows", "columns"), [(6, 6), (5, 8), (1, 2), (0, 3)])
def test_sums_around_are_those_of_the_window(rows: int, columns: int) -> None:
    table = np.random.default_rng(3).random((11, 9)).astype(np.float32)
    found = sums_around(np.pad(table, ((rows, rows), (columns, columns))), rows, columns)
    for i in range(11):
        for j in range(9):
            inside = table[max(0, i - rows) : i + rows + 1, max(0, j - columns) : j + columns + 1]
            assert found[i, j] == pytest.approx(float(inside.sum()), rel=1e-5)


def test_links_of_the_turned_tables_are_the_turned_links() -> None:
    there, back = probabilities(ENGLISH, FRENCH, EN, FR)
    one, other = linked(there, back, (5, 8)), linked(back.T, there.T, (8, 5))
    assert np.allclose(one.weights(), other.weights().T, atol=1e-6)
    assert np.allclose(one.best_of_rows(), other.best_of_columns(), atol=1e-6)


def test_weights_of_either_direction_have_a_row_for_each_word_of_the_source() -> None:
    words = len(numbered(FRENCH, FR).numbers), len(numbered(ENGLISH, EN).numbers)
    assert link_weights(FRENCH, ENGLISH, FR, EN).shape == words
    assert link_weights(ENGLISH, FRENCH, EN, FR).shape == words[::-1]
    assert len(word_evidence(FRENCH, ENGLISH, FR, EN)) == words[0]


def test_what_is_kept_is_what_is_looked_up_and_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    links.kept_tables.cache_clear()
    kept = probabilities(ENGLISH, FRENCH, EN, FR)
    assert probabilities(ENGLISH, FRENCH, EN, FR)[0] is kept[0]
    monkeypatch.setattr(links, "_TABLES", kept[0].nbytes)
    again = probabilities("women women", "les femmes", EN, FR)
    assert len(links.kept_tables._held) == 1, "what is too much went, the oldest first"
    assert probabilities("women women", "les femmes", EN, FR)[0] is again[0]
    links.kept_tables.cache_clear()
    for a, b in zip(kept, probabilities(ENGLISH, FRENCH, EN, FR), strict=True):
        assert np.array_equal(a, b)


def test_a_pair_of_words_has_the_probability_of_the_lexicon() -> None:
    there, back = probabilities("women women", "les femmes", EN, FR)
    pairs = lexicon("en", "fr").pairs
    first, second = numbered("women", EN).distinct, numbered("femmes", FR).distinct
    one = [int(table[0, 0]) / 250 for table in pairs.among(first, second)]
    assert there[0, 1] == there[1, 1] == pytest.approx(one[0]) and one[0] > 0.1
    assert back[0, 1] == pytest.approx(one[1])


def test_what_two_threads_make_at_once_is_kept_and_counted_once() -> None:
    tables, key = links._KeptTables(), ("en", "fr", "a", "un")
    pair = np.ones((1, 1), dtype=np.float32), np.ones((1, 1), dtype=np.float32)
    # While the first thread makes it, the second one asks, makes it and is through.
    assert tables.of(key, lambda: tables.of(key, lambda: pair)) is pair
    assert (len(tables._held), tables._size) == (1, pair[0].nbytes + pair[1].nbytes)
