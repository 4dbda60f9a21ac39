"""Regular expressions whose compiled form is kept on disk: to compile those of six languages was a fifth of a short check.

`compiled` gives what ``re.compile`` gives. The code that Python's ``re`` makes of an expression is kept as it is, under the version
of Python that made it, in a file that tells whether it is whole. Python proves the code once more when it takes it (``_sre.compile``
refuses what is none), and where an implementation of Python has no such code the expression is compiled each time.
"""

from __future__ import annotations

import atexit
import importlib
import json
import logging
import re
import sys
from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpora.errors import InputError
from corpora.io import write_whole
from corpora.system.cache import cache_folder
from corpora.system.seals import seal, unseal


def _inside(name: str) -> Any:
    """A part of Python's ``re`` that is not for all to see; None where this Python has none."""
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


_sre, _re_compiler, _re_parser = _inside("_sre"), _inside("re._compiler"), _inside("re._parser")
_MARK = b"hexapla patterns 1\n"
_LENGTH = 8
"""Bytes that give the length of the index."""
_CODE = "I"
"""The type of a step of code, as `array` names it: an unsigned whole number of four bytes, which ``_sre.CODESIZE`` must say too."""
_MOST = 4_000_000
"""Steps of code that are kept, 16 MB: those of six languages are some 600,000. Beyond, only those of the last process stay."""
_log = logging.getLogger(__name__)

Key = tuple[str, int]
"""An expression and the flags that it is asked for with."""


@dataclass(frozen=True, slots=True)
class _Code:
    """What ``_sre.compile`` makes an expression of: its flags, groups, their names with their numbers, and the steps as bytes."""

    flags: int
    groups: int
    names: Mapping[str, int]
    steps: bytes | memoryview


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The compiled expression, as ``re.compile`` gives it. Raises ``re.error`` as that does."""
    return _STORE.compiled(pattern, int(flags))


def keep_compiled() -> None:
    """Write what this process had to compile beside what is kept already; a process that ends by itself does so at its end."""
    _STORE.keep()


class PatternStore:
    """The code of expressions in a file of ``folder`` (None: the cache of Hexapla), read when the first is asked for."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._made: dict[Key, re.Pattern[str]] = {}
        self._known: dict[Key, _Code] | None = None
        self._new: dict[Key, _Code] = {}

    def compiled(self, pattern: str, flags: int = 0) -> re.Pattern[str]:
        """As the function of that name."""
        key = pattern, flags
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = self._of_file(key) or self._anew(key)
        return found

    def _of_file(self, key: Key) -> re.Pattern[str] | None:
        if self._known is None:
            path = self.path()
            self._known = _read(path) if path else {}
        code = self._known.get(key)
        if code is None:
            return None
        try:
            return _pattern(key[0], code)
        except (
            RuntimeError,
            TypeError,
            ValueError,
            OverflowError,
        ) as error:  # no code, for all that its checksum is right
            _log.warning("%s: code of a pattern is refused (%s): compiled again", self.path(), error)
            return None

    def _anew(self, key: Key) -> re.Pattern[str]:
        code = _code_of(*key) if self.path() else None
        if code is None:
            return re.compile(*key)
        if not self._new:
            atexit.register(self.keep)
        self._new[key] = code
        return _pattern(key[0], code)

    def keep(self) -> None:
        """Write what was compiled here; what another process has written meanwhile stays."""
        path, new = self.path(), dict(self._new)
        if path is None or not new:
            return
        self._new = {}
        both = _read(path) | new
        if sum(len(code.steps) for code in both.values()) > _MOST * array(_CODE).itemsize:
            both = new
        try:
            write_whole(path, _as_bytes(both), tell=False)
        except InputError as error:
            _log.debug("not kept: %s", error)

    def path(self) -> Path | None:
        """The file; None where nothing is kept, or this Python has no code that could be."""
        folder = self._folder or cache_folder()
        if (
            folder is None
            or None in (_sre, _re_compiler, _re_parser)
            or getattr(_sre, "CODESIZE", 0) != array(_CODE).itemsize
        ):
            return None
        made_by = f"{sys.implementation.cache_tag}-{sys.hexversion:08x}-{_sre.MAGIC}-{sys.byteorder}"
        return folder / "patterns" / f"{made_by}.patterns"


_STORE = PatternStore()


def _code_of(pattern: str, flags: int) -> _Code | None:
    """The code of an expression, as ``re.compile`` makes it; None where this Python makes it otherwise. Raises ``re.error``."""
    try:
        parsed: Any = _re_parser.parse(pattern, flags)
        steps = array(_CODE, _re_compiler._code(parsed, flags)).tobytes()
        state = parsed.state
        return _Code(flags | state.flags, state.groups - 1, dict(state.groupdict), steps)
    except (AttributeError, TypeError, OverflowError):
        return None


def _pattern(pattern: str, code: _Code) -> re.Pattern[str]:
    names: list[str | None] = [None] * (code.groups + 1)
    for name, number in code.names.items():
        names[number] = name
    steps = array(_CODE)
    steps.frombytes(code.steps)
    found: re.Pattern[str] = _sre.compile(
        pattern, code.flags, steps.tolist(), code.groups, dict(code.names), tuple(names)
    )
    return found


def _as_bytes(codes: Mapping[Key, _Code]) -> bytes:
    """A mark, the SHA-256 of all that follows, the length of the index, the index (JSON), the steps of all expressions in a row."""
    index = [[*key, code.flags, code.groups, code.names, len(code.steps)] for key, code in codes.items()]
    header = json.dumps(index, separators=(",", ":")).encode()
    content = b"".join([len(header).to_bytes(_LENGTH, "little"), header, *(code.steps for code in codes.values())])
    return seal(_MARK, content)


def _read(path: Path) -> dict[Key, _Code]:
    """What a file holds; nothing where there is none, or where it is damaged, which is said."""
    try:
        data = unseal(_MARK, path.read_bytes())
        end = _LENGTH + int.from_bytes(data[:_LENGTH], "little")
        found: dict[Key, _Code] = {}
        for pattern, asked, flags, groups, names, length in json.loads(bytes(data[_LENGTH:end])):
            found[pattern, asked] = _Code(flags, groups, names, data[end : end + length])
            end += length
        return found
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, TypeError) as error:
        _log.warning("%s is damaged (%s): made again", path, error)
        return {}
