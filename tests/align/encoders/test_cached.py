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
