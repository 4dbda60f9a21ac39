"""What a corpus run is given, as files: a folder (a tree of Akoma Ntoso files, or what ``fetch`` keeps, is one)."""

from __future__ import annotations

from pathlib import Path

from reports.pipeline.files import readable_files


def files_at(place: Path, unpacked: Path) -> list[Path]:
    """Every file of a place that a reader takes, in order. Raises InputError where there is none."""
    return readable_files(place)
