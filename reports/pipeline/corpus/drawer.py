"""Texts that a run has read, at hand for the rest of the run: reading costs a sixth of a check, and most are read as someone's
predecessor as well.

The folder is the run's own, readable by its user alone, and goes with the run: nothing of it is ever taken from elsewhere.
"""

from __future__ import annotations

import hashlib
import pickle
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from corpora.model import Resolution

MOST = 1024**3
"""Bytes of a drawer: the temporary folder may lie in memory. What is beyond is read again."""
_FOLD = 3
"""Bytes that a text takes here for each of its file: 2.3 to 2.9 in Akoma Ntoso files of the record."""


@dataclass(frozen=True, slots=True)
class Drawer:
    """A folder of texts by path and content."""

    folder: Path

    def put(self, path: Path, sha256: str, resolution: Resolution) -> None:
        """Keep a text; where there is no room, it is not kept."""
        place = self._place(path, sha256)
        aside = place.with_suffix(".new")
        with suppress(OSError):
            aside.write_bytes(pickle.dumps(resolution, pickle.HIGHEST_PROTOCOL))
            aside.replace(place)

    def take(self, path: Path, sha256: str) -> Resolution | None:
        """A text that was kept; None where it was not."""
        try:
            found = pickle.loads(self._place(path, sha256).read_bytes())
        except OSError:
            return None
        return found if isinstance(found, Resolution) else None

    def _place(self, path: Path, sha256: str) -> Path:
        key = f"{path}\n{sha256}".encode("utf-8", "surrogateescape")
        return self.folder / hashlib.sha256(key).hexdigest()[:32]


@contextmanager
def drawer() -> Iterator[Drawer]:
    """A drawer for one run."""
    with tempfile.TemporaryDirectory(prefix="hexapla-", ignore_cleanup_errors=True) as name:
        yield Drawer(Path(name))


def fits(size: int) -> bool:
    """Whether texts of so many bytes of files find room."""
    return size * _FOLD <= MOST
