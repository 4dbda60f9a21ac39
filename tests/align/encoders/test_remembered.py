"""What was encoded a moment ago is not encoded again, and is the same."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from align.encoders import remembered, vectors_alone
from align.encoders.cached import CachedEncoder
from align.encoders.remembered import RememberingEncoder
from align.encoders.span_vectors import SpanVectors
from align.encoders.universal import UniversalEncoder, bundled_encoder
from corpora.system.cache import tidy

TEXTS = [
    "Prie le Secrétaire général de faire rapport.",
    "Requests the Secretary-General to report.",
    "请秘书长提出报告。",
]
OTHER = ["Décide de rester saisi de la question.", TEXTS[1]]


class _Counting(CachedEncoder):
    """Counts the lists that it had to encode."""

    def __init__(self, folder: Path) -> None:
        super().__init__(bundled_encoder(), folder)
        self.asked: list[list[str]] = []

    def encode(self, segments: Sequence[str]) -> SpanVectors:
        self.asked.append(list(segments))
        return super().encode(segments)


@pytest.fixture
def counting(tmp_path: Path) -> _Counting:
    return _Counting(tmp_path)


def test_a_list_is_encoded_once(counting: _Counting) -> None:
    encoder = RememberingEncoder(counting)
    first = encoder.encode(TEXTS)
    assert encoder.encode(list(TEXTS)) is first and len(counting.asked) == 1
    assert len(encoder.encode(TEXTS[:2])) == 2 and len(counting.asked) == 2


def test_a_text_alone_is_known_from_the_list_that_it_stood_in(counting: _Counting) -> None:
    encoder = RememberingEncoder(counting)
    encoder.encode(TEXTS)
    found = encoder.vectors_alone([*OTHER, TEXTS[1]])
    assert counting.asked == [TEXTS, OTHER[:1]]
    wanted = UniversalEncoder().encode([*OTHER, TEXTS[1]]).vectors(1)
    assert found.shape == (3, 512) and np.allclose(found, wanted, atol=1e-5)
    assert np.array_equal(encoder.vectors_alone(OTHER), found[:2]) and len(counting.asked) == 2
    assert encoder.vectors_alone([]).shape[0] == 0


def test_a_list_of_new_texts_is_encoded_as_a_document_and_serves_as_one(counting: _Counting) -> None:
    encoder = RememberingEncoder(counting)
    known = encoder.vectors_alone([TEXTS[1]])
    found = encoder.vectors_alone(TEXTS)
    assert counting.asked == [[TEXTS[1]], TEXTS]
    encoder.encode(TEXTS)
    assert len(counting.asked) == 2
    assert np.array_equal(found[1], known[0]), "what was known stays as it was"
    assert np.allclose(found, UniversalEncoder().encode(TEXTS).vectors(1), atol=1e-5)


def test_memory_is_bounded(counting: _Counting, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "_BYTES", UniversalEncoder().encode(TEXTS).nbytes + 1)
    monkeypatch.setattr(remembered, "_LOOK", 0)
    monkeypatch.setattr(remembered, "_ALONE", 2)
    encoder = RememberingEncoder(counting)
    for texts in (TEXTS, OTHER, TEXTS):
        encoder.encode(texts)
        encoder.vectors_alone(texts)
        assert len(encoder._lists) == 1 and len(encoder._alone) <= 2 and set(encoder._places) <= set(texts)
    assert [asked for asked in counting.asked if len(asked) > 1] == [TEXTS, OTHER, TEXTS]


def test_another_encoder_does_without(tmp_path: Path) -> None:
    plain = CachedEncoder(bundled_encoder(), tmp_path)
    assert np.array_equal(vectors_alone(TEXTS, plain), plain.encode(TEXTS).vectors(1))


def test_the_oldest_files_of_a_full_cache_go(tmp_path: Path) -> None:
    for number in range(4):
        path = tmp_path / f"{number}0" / "x.sums"
        path.parent.mkdir()
        path.write_bytes(b"x" * 100)
        os.utime(path, (number, number))
    tidy(tmp_path, 250, "*.sums")
    assert sorted(p.parent.name for p in tmp_path.rglob("*.sums")) == ["20", "30"]
