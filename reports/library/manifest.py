"""What a library is made of at one moment: its segments with their checksums, what was removed, who wrote it.

The manifest is replaced as a whole, and nothing counts that it does not name: whoever is killed before that has changed nothing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from corpora.errors import InputError
from corpora.io import write_whole
from reports.library.migrations import SCHEMA, migrated

MANIFEST = "library.json"
SEGMENTS = "segments"
_ELSEWHERE = "choose another --library"


@dataclass(frozen=True, slots=True)
class Signature:
    """What made the tables: the program that read the texts, the encoder of the vectors, the lexicon that marks renderings."""

    program: str
    encoder: str
    lexicon: str


@dataclass(frozen=True, slots=True)
class Segment:
    """Some documents that were written together; ``checksums`` are those of its files, by name (SHA-256)."""

    name: str
    documents: int
    paragraphs: int
    checksums: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Manifest:
    """``removed`` holds the numbers of documents that no longer count though a segment still has them."""

    signature: Signature
    schema: int = SCHEMA
    generation: int = 0
    next_document: int = 0
    next_segment: int = 0
    segments: tuple[Segment, ...] = ()
    removed: frozenset[int] = field(default_factory=frozenset)


def is_library(folder: Path) -> bool:
    """Whether a folder is a library that ``hexapla library add`` made."""
    return (folder / MANIFEST).is_file()


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a library, of whatever earlier version. Raises InputError where it is broken, or of a later program."""
    path = folder / MANIFEST
    try:
        data: Any = json.loads(path.read_text(encoding="utf-8"))
        schema = int(data["schema"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError(str(path), "is no manifest of a library", hint="restore it, or add the texts anew") from error
    if schema > SCHEMA:
        problem = f"is of a later version ({schema}; this program knows {SCHEMA})"
        raise InputError(str(path), problem, hint="update Hexapla")
    try:
        return _manifest(migrated(folder, data))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(str(path), "is no manifest of a library", hint="restore it, or add the texts anew") from error


def _manifest(data: Mapping[str, Any]) -> Manifest:
    segments = tuple(Segment(**entry) for entry in data["segments"])
    for segment in segments:
        if Path(segment.name).name != segment.name or segment.name in ("", ".", ".."):
            raise ValueError("a segment lies outside the library")
    return Manifest(
        signature=Signature(**data["signature"]),
        schema=SCHEMA,
        generation=int(data["generation"]),
        next_document=int(data["next_document"]),
        next_segment=int(data["next_segment"]),
        segments=segments,
        removed=frozenset(int(number) for number in data["removed"]),
    )


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Put a manifest in the place of the one before it, whole."""
    data = {**asdict(manifest), "removed": sorted(manifest.removed)}
    write_whole(folder / MANIFEST, json.dumps(data, ensure_ascii=False, indent=1) + "\n", hint=_ELSEWHERE)
