"""Where Hexapla keeps what it can make again, by which key, and how much of it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def cache_folder() -> Path | None:
    """The folder of what can be made again; ``HEXAPLA_CACHE`` names another one, or "off", which is None."""
    setting = os.environ.get("HEXAPLA_CACHE", "")
    if setting.lower() == "off":
        return None
    if setting:
        return Path(setting)
    from platformdirs import user_cache_path  # here: of use to those alone who named no folder

    return user_cache_path("hexapla")


def key_bytes(texts: Iterable[str]) -> bytes:
    """Bytes that no other list of texts has: what a digest of them is made of."""
    encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
    return b"".join(len(data).to_bytes(8, "big") + data for data in encoded)


def tidy(folder: Path, most: int, names: str) -> None:
    """Remove the oldest files of some names from a cache until no more than ``most`` bytes are left.

    Other processes may do the same at once.
    """
    found = []
    for path in folder.rglob(names):
        with suppress(OSError):
            about = path.stat()
            found.append((about.st_mtime, about.st_size, path))
    left = sum(size for _, size, _ in found)
    for _, size, path in sorted(found):
        if left <= most:
            return
        with suppress(OSError):
            path.unlink()
        left -= size
