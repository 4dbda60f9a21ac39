"""TOML of the program's data files, read once: Python's reader takes ten times as long as that of JSON, for some 20 files a command.

What a text comes to is kept in the cache under the text's checksum, in a file that tells whether it is whole.
"""

from __future__ import annotations

import hashlib
import json
import logging
import tomllib
from pathlib import Path
from typing import Any

from corpora.errors import InputError
from corpora.io import write_whole
from corpora.system.cache import cache_folder, tidy
from corpora.system.seals import DamagedError, seal, unseal

_MARK = b"hexapla table 1\n"
_SUFFIX = ".table"
_SMALLEST = 2000
"""Characters; less is read sooner than it is found on disk."""
_MOST = 16 * 1024**2
"""Bytes that are kept; beyond, the oldest go. The data files of one version of the program come to less than one MB."""
_log = logging.getLogger(__name__)


def read_toml(text: str, folder: Path | None = None) -> dict[str, Any]:
    """What ``tomllib.loads`` gives for a text, taken from ``folder`` (None: the cache of Hexapla) where it is there.

    Raises tomllib.TOMLDecodeError as that does.
    """
    base = folder or cache_folder()
    if base is None or len(text) < _SMALLEST:
        return tomllib.loads(text)
    path = base / "tables" / f"{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()}{_SUFFIX}"
    found = _kept(path)
    if found is None:
        found = tomllib.loads(text)
        _keep(path, found)
    return found


def _kept(path: Path) -> dict[str, Any] | None:
    """What a file holds; None where there is none, or where it is damaged, which is said."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    try:
        content = unseal(_MARK, data, _name(path))
    except DamagedError:
        _log.warning("%s is damaged: made again", path)
        return None
    found: dict[str, Any] = json.loads(bytes(content))
    return found


def _keep(path: Path, table: dict[str, Any]) -> None:
    """Write a table down, where JSON can hold it (it has no dates) and the folder can be written to."""
    try:
        content = json.dumps(table, ensure_ascii=False).encode("utf-8")
        write_whole(path, seal(_MARK, content, _name(path)), tell=False)
    except (TypeError, InputError) as error:
        _log.debug("not kept: %s", error)
        return
    tidy(path.parent, _MOST, f"*{_SUFFIX}")


def _name(path: Path) -> bytes:
    """What the checksum is of beside the content."""
    return path.name.encode() + b"\n"
