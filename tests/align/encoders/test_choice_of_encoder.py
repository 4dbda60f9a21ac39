"""Which encoder is used, and those that know no spans."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from align.encoders import default_encoder, encoder_named
from align.encoders.joined import JoinedVectors
from corpora.errors import InputError

pytestmark = pytest.mark.slow


def test_default_encoder_is_made_once() -> None:
    assert default_encoder() is default_encoder()


class _Fake:
    """Stands in for a model that an extra brings: a vector of letter counts."""

    def __call__(self, texts: list[str]) -> np.ndarray:
        return np.array([[text.count(c) + 0.01 for c in "abcdefghij"] for text in texts])


def test_encoders_that_know_no_spans_encode_joined_texts() -> None:
    vectors = JoinedVectors(["abc", "def", "ghi"], _Fake())
    assert vectors.vectors(1).shape == (3, 10) and vectors.vectors(2).shape == (2, 10) and len(vectors.vectors(4)) == 0
    assert np.allclose(np.linalg.norm(vectors.vectors(2), axis=1), 1)


def test_encoders_by_name(tmp_path: Path) -> None:
    assert encoder_named("universal") is default_encoder()
    with pytest.raises(InputError, match="no model folder"):
        encoder_named(str(tmp_path / "absent"))
