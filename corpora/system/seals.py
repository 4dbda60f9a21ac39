"""Files that tell whether they are whole: a mark that says what they are, the SHA-256 of what follows, the content."""

from __future__ import annotations

import hashlib
import mmap

DIGEST = hashlib.sha256().digest_size
"""Bytes of the checksum."""


class DamagedError(ValueError):
    """A sealed file that is not what was written: cut, changed, or another's."""


def seal(mark: bytes, content: bytes, name: bytes = b"") -> bytes:
    """The content behind its mark and checksum; with ``name`` the checksum is of it and the content: what is copied to another's place
    is known for what it is."""
    return mark + hashlib.sha256(name + content).digest() + content


def unseal(mark: bytes, data: bytes | mmap.mmap, name: bytes = b"") -> memoryview:
    """The content of a sealed file, as a view of it. Raises DamagedError where it is not whole."""
    view = memoryview(data)
    start = len(mark) + DIGEST
    if len(view) < start or view[: len(mark)] != mark:
        raise DamagedError("it is cut off, or no file of the cache")
    digest = hashlib.sha256(name)
    digest.update(view[start:])
    if digest.digest() != view[len(mark) : start]:
        raise DamagedError("its checksum is wrong")
    return view[start:]
