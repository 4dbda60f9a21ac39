"""The learned data with their identity: each file is held against ``data/MANIFEST.toml`` when it is first read.

An entry says what a file was learned from, by which builder at which commit, and its checksum. Files whose numbers point into the
rows of another file name that file and the rows that it had; ``training/manifest.py`` writes the entries.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from corpora.errors import InputError
from corpora.system.tables import read_toml

DATA = Path(__file__).parent / "data"
NAME = "MANIFEST.toml"
HINT = "install Hexapla anew, or build the file again as training/README.md says"


@dataclass(frozen=True, slots=True)
class DataFile:
    """The identity of a file: ``belongs_to`` has the rows of each file that its numbers point into; ``encoder`` is the signature
    of the encoder that its figures hold for, or "" where they hold for any."""

    source: str
    builder: str
    commit: str
    sha256: str
    encoder: str = ""
    belongs_to: Mapping[str, int] = field(default_factory=dict)


@lru_cache(maxsize=4)
def manifest(folder: Path) -> Mapping[str, DataFile]:
    """The entries by the file's name below ``folder``. Raises InputError where the manifest cannot be read."""
    path = folder / NAME
    try:
        table = read_toml(path.read_text(encoding="utf-8"))
        return {name: DataFile(**entry) for name, entry in table["files"].items()}
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError) as error:
        raise InputError(
            str(path), f"the learned data have no manifest that can be read ({error})", hint=HINT
        ) from error


def read_verified(path: Path) -> bytes:
    """The content of a data file, after its checksum was compared; each caller keeps what it makes of it, so this is done once.

    A file outside of ``DATA`` (a lexicon of half a record, which only training reads) has no entry and is read as it is.
    Raises InputError where the file is missing, has no entry, or is another one than the manifest names.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError(str(path), f"the learned data cannot be read ({error.strerror})", hint=HINT) from error
    if not path.is_relative_to(DATA):
        return content
    entry = manifest(DATA).get(path.relative_to(DATA).as_posix())
    if entry is None:
        raise InputError(str(path), f"is not in {NAME}", hint=HINT)
    if hashlib.sha256(content).hexdigest() != entry.sha256:
        raise InputError(str(path), f"is another file than {NAME} names (its checksum differs)", hint=HINT)
    return content


def check_rows(path: Path, rows: Mapping[Path, int]) -> None:
    """Check that the files that ``path`` points into have the rows that they had when it was made; raises InputError."""
    if not path.is_relative_to(DATA):
        return
    stated = manifest(DATA)[path.relative_to(DATA).as_posix()].belongs_to
    for other, count in rows.items():
        name = other.relative_to(DATA).as_posix()
        if stated.get(name) != count:
            problem = f"belongs to {name} with {stated.get(name, 'no')} rows, which has {count}"
            raise InputError(str(path), problem, hint=HINT)


def check_encoder(path: Path, signature: str) -> None:
    """Check that the figures of a file hold for the encoder with this signature; raises InputError where they hold for another.

    A file outside of ``DATA``, and one whose entry names no encoder, hold for any.
    """
    if not path.is_relative_to(DATA):
        return
    stated = manifest(DATA)[path.relative_to(DATA).as_posix()].encoder
    if stated not in ("", signature):
        raise InputError(str(path), f"holds for the encoder {stated}, and this one is {signature}", hint=HINT)
