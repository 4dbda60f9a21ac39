"""The cache of vectors: the same figures, several writers, broken files."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest

from align.encoders.cached import CachedEncoder
from align.encoders.universal import UniversalEncoder
from corpora.model import Resolution

pytestmark = pytest.mark.slow


def test_cache_gives_the_same_vectors_and_survives_concurrent_writers(
    tmp_path: Path, sample: dict[str, Resolution]
) -> None:
    texts = [p.text for p in sample["fr"].paragraphs]
    plain = UniversalEncoder()
    wanted = plain.encode(texts).vectors(2)
    results: list[np.ndarray] = []
    threads = [
        threading.Thread(target=lambda: results.append(CachedEncoder(plain, tmp_path).encode(texts).vectors(2)))
        for _ in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    results.append(CachedEncoder(plain, tmp_path).encode(texts).vectors(2))
    assert len(results) == 7
    assert all(np.allclose(r, wanted, atol=1e-6) for r in results)
    assert len([p for p in tmp_path.rglob("*") if p.is_file()]) == 1
    assert not list(tmp_path.rglob("*.tmp"))


def test_a_broken_cache_file_is_made_again(tmp_path: Path, sample: dict[str, Resolution]) -> None:
    texts = [p.text for p in sample["fr"].paragraphs]
    encoder = CachedEncoder(UniversalEncoder(), tmp_path)
    wanted = encoder.encode(texts).vectors(1)
    (stored,) = tmp_path.rglob("*.sums")
    stored.write_bytes(b"broken")
    assert np.allclose(encoder.encode(texts).vectors(1), wanted)


def test_a_short_text_is_kept_where_the_encoder_would_be_loaded_for_it(tmp_path: Path) -> None:
    texts = ["安全理事会，", "决定继续积极处理此案。"]
    first = CachedEncoder(UniversalEncoder(), tmp_path)
    wanted = first.encode(texts).vectors(1)
    assert first.encode(texts[:1]).vectors(1).shape[0] == 1
    assert len(list(tmp_path.rglob("*.sums"))) == 1, "with the encoder loaded, as short a text is not worth a file"
    unloaded = UniversalEncoder()
    assert len(CachedEncoder(unloaded, tmp_path).encode(texts)) == len(texts) and not unloaded.loaded
    assert np.allclose(CachedEncoder(UniversalEncoder(), tmp_path).encode(texts).vectors(1), wanted)
