"""A record in the AKN layout: ``<year or session>/<Language>/*.xml`` (Akoma Ntoso), whatever the years, sessions and languages.

What the builders learn from. The versions of one resolution have one name, up to a job number and a letter for the language.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from corpora.errors import InputError
from corpora.model import Resolution
from corpora.reading import read_resolution

FOLDERS = {"fr": "French", "en": "English", "es": "Spanish", "ru": "Russian", "ar": "Arabic", "zh": "Chinese"}
"""The folder of each language in the layout, by its code."""


def versions(folder: Path) -> dict[str, list[Path]]:
    """The files of each resolution: the name up to the job number says which one it is."""
    groups: dict[str, list[Path]] = defaultdict(list)
    for path in sorted(folder.rglob("*.xml")):
        key = str(path.parent.parent) + "/" + re.sub(r"(-\d{6,7})?-?[ACEFRS]?\.xml$", "", path.name)
        groups[key].append(path)
    return groups


def read_versions(paths: list[Path]) -> dict[str, Resolution]:
    """The versions of one resolution by language; what is no resolution is named on standard error and left out."""
    found: dict[str, Resolution] = {}
    for path in paths:
        try:
            resolution = read_resolution(path)
        except InputError as error:
            print(error, file=sys.stderr)
            continue
        found[resolution.language] = resolution
    return found


def groups_of(folder: Path) -> list[list[Path]]:
    """The files of each resolution that has two versions and more. Raises InputError where the folder holds none."""
    found = [paths for paths in versions(folder).values() if len(paths) > 1]
    if not found:
        raise InputError(
            str(folder),
            "holds no resolution in two languages",
            hint="a record lies in <year or session>/<Language>/*.xml",
        )
    return found


def source_of(folder: Path, groups: Sequence[Sequence[Path]], said: str = "") -> str:
    """What the manifest says of the record: the user's words, and what was found in the folder."""
    parts = sorted({path.parent.parent.name for paths in groups for path in paths})
    files = sum(map(len, groups))
    return f"{said or folder.resolve().name}: {files} files of {len(groups)} resolutions ({', '.join(parts)})"
