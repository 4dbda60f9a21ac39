"""A record in the AKN layout: ``<year or session>/<Language>/*.xml`` (Akoma Ntoso), whatever the years, sessions and languages.

What the builders learn from. The versions of one resolution have one name, up to a job number and a letter for the language.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from corpora.errors import InputError
from corpora.model import Resolution
from corpora.reading import read_resolution

FOLDERS = {"fr": "French", "en": "English", "es": "Spanish", "ru": "Russian", "ar": "Arabic", "zh": "Chinese"}
"""The folder of each language in the layout, by its code."""
_SYMBOL = re.compile(r"[AES]/RES/[\d/]+[A-Z]?")


def versions(folder: Path) -> dict[str, list[Path]]:
    """The files of each resolution: the name up to the job number says which one it is."""
    groups: dict[str, list[Path]] = defaultdict(list)
    for path in sorted(folder.rglob("*.xml")):
        key = str(path.parent.parent) + "/" + re.sub(r"(-\d{6,7})?-?[ACEFRS]?\.xml$", "", path.name)
        groups[key].append(path)
    return groups


def files_of(symbol: str, groups: Mapping[str, Sequence[Path]]) -> list[Path]:
    """The versions of a resolution among ``versions``: French, the pivot, first, then by their folders' names.

    What follows the number in a symbol ("(2023)") is not looked at. Raises InputError where none has the symbol.
    """
    found = _SYMBOL.match(symbol)
    stem = re.compile(re.escape((found.group() if found else symbol).replace("/", "_")) + r"(?![\dA-Z])")
    paths = next((paths for name, paths in groups.items() if stem.match(Path(name).name)), None)
    if paths is None:
        raise InputError(symbol, "stands below none of the folders")
    return sorted(paths, key=lambda path: (path.parent.name != FOLDERS["fr"], path.parent.name))


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


def rows_by_address(paths: Sequence[Path]) -> Iterator[dict[str, str]]:
    """The text of each paragraph of one resolution by language, in the versions whose paragraphs have the same addresses.

    They are set side by side as they stand, without aligning anything; versions with other addresses are left out, and a
    resolution of which no two versions have the same gives nothing.
    """
    documents = read_versions(list(paths))
    addresses = {code: tuple(p.id for p in document.paragraphs) for code, document in documents.items()}
    if not addresses:
        return
    usual, count = Counter(addresses.values()).most_common(1)[0]
    if count < 2:
        return
    alike = [code for code, found in addresses.items() if found == usual]
    for place in range(len(usual)):
        yield {code: " ".join(documents[code].paragraphs[place].text.split()) for code in alike}


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
