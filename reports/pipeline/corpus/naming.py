"""Names of files for what has a symbol."""

from __future__ import annotations

import hashlib
import re

_NO_NAME = re.compile(r"[^\w.-]+")
"""What the name of a page may not hold."""
_LONGEST_NAME = 100
"""Bytes of a file's name; file systems take 255, and suffixes follow."""


def page_name(key: str) -> str:
    """The file of a resolution's report: its symbol with what file systems do not like left out.

    A key that is too long for a file's name is cut, and told from others by a checksum.
    """
    name = _NO_NAME.sub("-", key).strip("-.")
    if len(name.encode()) > _LONGEST_NAME:
        digest = hashlib.sha256(key.encode("utf-8", "surrogateescape")).hexdigest()[:12]
        name = f"{name.encode()[:_LONGEST_NAME].decode(errors='ignore')}-{digest}"
    return name + ".html"
