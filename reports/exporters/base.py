"""What an exporter is, and which there are: one module a format; third parties add theirs by entry point.

An entry point of the group ``hexapla.exporters`` names an `Exporter`.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Protocol

from corpora.errors import InputError
from corpora.plugins import plugins
from reports.comparison.rows import RelatedPair, Versions
from reports.exporters.units import LEVELS
from reports.project.selection import Selection

ENTRY_POINT = "hexapla.exporters"
_BUILT_IN = {
    ".tmx": "tmx",
    ".xlf": "xliff",
    ".xlsx": "workbook",
    ".docx": "bitext_document",
    ".xml": "akoma_ntoso",
    ".csv": "tables",
    ".parquet": "tables",
    ".json": "tables",
}
"""The modules of our own exporters, each loaded only where its suffix is asked for."""
ExportedFile = tuple[Path, str | bytes]


class Content(Enum):
    """What can be exported: language versions, two related resolutions, or all that a project's folder holds."""

    VERSIONS = "versions"
    RELATED = "two related resolutions"
    PROJECT = "a project"


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What is to be written: where, units of paragraphs or segments, two related resolutions and how, the language of reasons.

    Raises InputError for another level than those of ``LEVELS``.
    """

    output: Path
    level: str
    related: bool
    columns: bool
    ui: str

    def __post_init__(self) -> None:
        if self.level not in LEVELS:
            raise InputError("--level", f"{self.level!r} is no level", hint=f"use {' or '.join(LEVELS)}")


@dataclass(frozen=True, slots=True)
class Exported:
    """What an exporter is given: the versions with their findings, or related pairs, each with theirs, or both."""

    versions: Versions | None
    selection: Selection
    related: Sequence[tuple[RelatedPair, Selection]] = ()

    @property
    def one_set(self) -> Versions:
        """The versions. Raises ValueError where there are none."""
        if self.versions is None:
            raise ValueError("there are no versions to export")
        return self.versions


class Exporter(Protocol):
    """One format: the suffixes that ask for it, what it can hold, and the files that it makes of that."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The suffixes of files in small letters, with the dot."""
        ...

    @property
    def takes(self) -> frozenset[Content]:
        """What it can hold."""
        ...

    def files(self, given: Exported, request: ExportRequest) -> Iterator[ExportedFile]:
        """The files with their content, text as UTF-8; most formats make one, ``request.output``."""
        ...


def exporter_for(output: Path, content: Content) -> Exporter:
    """The exporter that the suffix of ``output`` asks for. Raises InputError where none can hold that content."""
    found = _asked_for(output)
    if found is None or content not in found.takes:
        every = ", ".join(suffixes_for(content))
        raise InputError(str(output), f"no format {output.suffix.lower()!r}", hint=f"use {every}")
    return found


def can_hold(output: Path, content: Content) -> bool:
    """Whether the suffix of ``output`` asks for a format that can hold that content."""
    found = _asked_for(output)
    return found is not None and content in found.takes


def suffixes_for(content: Content) -> list[str]:
    """The suffixes of the formats that can hold that content."""
    every = {suffix: _built_in(suffix) for suffix in _BUILT_IN} | _added()
    return [suffix for suffix, exporter in every.items() if content in exporter.takes]


def _asked_for(output: Path) -> Exporter | None:
    suffix = output.suffix.lower()
    return _built_in(suffix) if suffix in _BUILT_IN else _added().get(suffix)


def _built_in(suffix: str) -> Exporter:
    exporter: Exporter = importlib.import_module(f"reports.exporters.{_BUILT_IN[suffix]}").EXPORTER
    return exporter


def _added() -> dict[str, Exporter]:
    """The exporters of other packages by suffix; they replace none of ours."""
    return {
        suffix: exporter
        for _, exporter in plugins(ENTRY_POINT)
        for suffix in exporter.suffixes
        if suffix not in _BUILT_IN
    }
