"""What the program is made of, so that results of another one are not taken for its own."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib.metadata import entry_points
from pathlib import Path

import align
import corpora
import reports
from corpora.plugins import entries

_PACKAGES = (corpora, align, reports)
_GROUPS = "hexapla."
_TAKEN = (".py", ".toml", ".json", ".j2", ".js", ".css")
"""What is read of the packages; the learned data are named in a manifest with their checksums."""


@lru_cache(maxsize=1)
def program_digest() -> str:
    """A checksum of the program's own files, and of the names and versions of the packages that add to it.

    The version alone says nothing of a program that is updated from its repository.
    """
    digest = hashlib.sha256()
    for package in _PACKAGES:
        home = Path(str(package.__file__)).parent
        for path in sorted(p for p in home.rglob("*") if p.suffix in _TAKEN):
            digest.update(f"{package.__name__}/{path.relative_to(home).as_posix()}\n".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    for group in sorted(group for group in entry_points().groups if group.startswith(_GROUPS)):
        for entry in entries(group):
            version = entry.dist.version if entry.dist else ""
            digest.update(f"{group} {entry.name} {entry.value} {version}\n".encode())
    return digest.hexdigest()
