"""Arrays in a file that tells whether it is whole: what a cache keeps, and throws away where it is damaged.

A file is a mark, the SHA-256 of all that follows, and then a header (JSON: label, and each array's type, shape and place)
and the arrays themselves, in the machine's byte order. The label says what the arrays belong to, so that a file that was
copied to another's place is known for what it is.
"""

from __future__ import annotations

import json
import logging
import mmap
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpora.errors import InputError
from corpora.io import write_whole
from corpora.system.seals import DIGEST, DamagedError, seal, unseal

Arrays = Mapping[str, NDArray[Any]]

_MARK = b"hexapla sealed 1\n"
_LENGTH = 8
"""Bytes that give the length of the header."""
_ALIGNED = 64
"""Bytes to whose multiple each array begins, so that it can be mapped: the width of a cache line."""
_log = logging.getLogger(__name__)


def sealed(arrays: Arrays, label: str) -> bytes:
    """The arrays as the bytes of a sealed file."""
    entries: dict[str, object] = {}
    pieces: list[bytes] = []
    place = 0
    for name, array in arrays.items():
        data = np.ascontiguousarray(array).tobytes()
        entries[name] = {"type": array.dtype.str, "shape": list(array.shape), "place": place}
        padded = data + b"\0" * (-len(data) % _ALIGNED)
        place += len(padded)
        pieces.append(padded)
    header = json.dumps({"label": label, "arrays": entries}).encode()
    # Spaces after the header, so that the arrays begin where processors like numbers to begin.
    header += b" " * (-(len(_MARK) + DIGEST + _LENGTH + len(header)) % _ALIGNED)
    content = b"".join([len(header).to_bytes(_LENGTH, "little"), header, *pieces])
    return seal(_MARK, content)


def unsealed(data: bytes | mmap.mmap, label: str) -> dict[str, NDArray[Any]]:
    """The arrays in the bytes of a sealed file, as views of them. Raises DamagedError where they are not whole."""
    view = unseal(_MARK, data)
    length = int.from_bytes(view[:_LENGTH], "little")
    header = json.loads(bytes(view[_LENGTH : _LENGTH + length]))
    if header["label"] != label:
        raise DamagedError("it belongs to something else")
    found: dict[str, NDArray[Any]] = {}
    for name, entry in header["arrays"].items():
        shape, kind = tuple(entry["shape"]), np.dtype(entry["type"])
        count = int(np.prod(shape, dtype=np.int64))
        flat = np.frombuffer(view, dtype=kind, count=count, offset=_LENGTH + length + entry["place"])
        found[name] = flat.reshape(shape)
    return found


def load(path: Path, label: str, *, mapped: bool = False) -> dict[str, NDArray[Any]] | None:
    """The arrays kept at ``path``; None where there are none, or where they are damaged, which is said.

    ``mapped`` leaves them on disk for several processes to share: files are only ever replaced, never written into.
    """
    try:
        with path.open("rb") as file:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if mapped else file.read()
        return unsealed(data, label)
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:  # DamagedError is a ValueError; an empty file cannot be mapped.
        _log.warning("%s is damaged (%s): made again", path, error)
        return None


def keep(path: Path, arrays: Arrays, label: str) -> None:
    """Write a sealed file aside and rename it. Where that cannot be done, nothing is kept: a cache is no must."""
    try:
        write_whole(path, sealed(arrays, label), tell=False)
    except InputError as error:
        _log.debug("not kept: %s", error)
