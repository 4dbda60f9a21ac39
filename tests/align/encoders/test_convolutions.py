"""Convolutions made once for each run of tokens: the figures are those of each sequence by itself."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pytest

from align.encoders import token_layers
from align.encoders.convolutions import Convolutions
from align.encoders.token_layers import KeptTokens, made
from align.encoders.weights import load_weights

SEQUENCES = ([1, 40, 41, 42, 43, 44, 2], [1, 2], [41, 42, 43], [42], [1, 40, 41, 42, 43, 45, 41, 42, 2])
"""Some that share runs of tokens, and some that are shorter than a window."""


@lru_cache(maxsize=1)
def convolutions() -> Convolutions:
    return Convolutions(load_weights())


def test_a_sequence_among_others_has_the_features_that_it_has_alone() -> None:
    together = convolutions().features(SEQUENCES)
    alone = np.concatenate([convolutions().features([s]) for s in SEQUENCES])
    assert np.allclose(together, alone, atol=1e-5)


def test_what_stands_before_a_sequence_changes_nothing_in_it() -> None:
    first, second = (convolutions().features([[77] * 5, s])[5:] for s in SEQUENCES[:2])
    assert np.allclose(first, convolutions().features([[78] * 9, SEQUENCES[0]])[9:], atol=1e-5)
    assert np.allclose(second, convolutions().features([SEQUENCES[1]]), atol=1e-5)


def test_some_tokens_have_the_features_that_they_have_among_all() -> None:
    wanted = np.array([0, 5, 6, 9, 20])
    assert np.array_equal(convolutions().features(SEQUENCES, wanted), convolutions().features(SEQUENCES)[wanted])


def test_each_token_of_the_window_counts() -> None:
    given = [10, 11, 12, 13, 14, 15, 16, 17, 18]
    plain = convolutions().features([given])[4]
    for place in range(len(given)):
        other = [*given[:place], 99, *given[place + 1 :]]
        assert not np.allclose(plain, convolutions().features([other])[4], atol=1e-4), place


def test_tokens_that_made_room_for_others_are_made_again_digit_by_digit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(token_layers, "_HELD", 24)
    kept, other = KeptTokens(load_weights()), KeptTokens(load_weights())
    numbers = np.random.default_rng(5)
    for _ in range(6):
        tokens = np.unique(numbers.integers(3, 60, 20))
        rows, layers = kept.of(tokens)
        alone_rows, alone = (other if token_layers.rows_stand_alone() else KeptTokens(load_weights())).of(tokens[::2])
        assert np.array_equal(layers.embedded[rows[::2]], alone.embedded[alone_rows])
        for place in ((2, 0), (5, 4)):
            found, wanted = layers.partial[place][rows[::2]], alone.partial[place][alone_rows]
            # Where layers are not kept, they are those of the tokens together, but for the last digits.
            assert (
                np.array_equal(found, wanted)
                if token_layers.rows_stand_alone()
                else np.allclose(found, wanted, atol=1e-3)
            )
        assert not layers.partial[5, 4][-1].any()


def test_where_digits_depend_on_the_rows_around_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(token_layers, "rows_stand_alone", lambda: False)
    kept = KeptTokens(load_weights())
    tokens = np.array([5, 6, 7, 90])
    kept.of(np.array([5, 6, 8]))
    rows, layers = kept.of(tokens)
    fresh = made(tokens, load_weights())
    assert np.array_equal(layers.first[rows], fresh.first)
    assert np.array_equal(layers.partial[3, 1], fresh.partial[3, 1])


def test_more_tokens_than_are_held_are_served(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = convolutions().features(SEQUENCES)
    monkeypatch.setattr(token_layers, "_HELD", 3)
    assert np.allclose(Convolutions(load_weights()).features(SEQUENCES), plain, atol=1e-5)
