"""Zip archives (DOCX, ODT), opened so that a hostile one costs no more than an honest one."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path
from xml.etree.ElementTree import Element

from corpora.errors import InputError
from corpora.readers.xml import parse

_MOST_PARTS = 4000
"""Parts of an archive; a Word document has some dozens, one with many pictures hundreds."""
_LARGEST_PART = 64 * 1024 * 1024
"""Bytes unpacked; the longest resolutions have parts of a few megabytes."""
_STEEPEST = 400
"""Times a part may be larger than its packed form; XML packs to a tenth or a twentieth."""


class Archive:
    """The parts of an archive; nothing is ever written to disk, so names cannot lead anywhere."""

    def __init__(self, name: str, source: bytes | Path) -> None:
        """``source`` is what it holds, or where it lies."""
        self.name = name
        try:
            self._zip = zipfile.ZipFile(source if isinstance(source, Path) else io.BytesIO(source))
            infos = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise InputError(name, f"the archive is broken ({error})", hint="save the file again") from error
        if len(infos) > _MOST_PARTS:
            raise InputError(name, f"the archive has {len(infos):,} parts", hint="save the file again")
        self._infos = {info.filename: info for info in infos}

    def __contains__(self, part: str) -> bool:
        return part in self._infos

    def parts(self, *beginnings: str) -> list[str]:
        """The names of the XML parts that begin so, in order."""
        return sorted(name for name in self._infos if name.startswith(beginnings) and name.endswith(".xml"))

    def files(self) -> list[tuple[str, int]]:
        """The name and stated unpacked size of every file."""
        return [(name, info.file_size) for name, info in self._infos.items() if not info.is_dir()]

    def bytes_of(self, part: str) -> bytes:
        """A part, unpacked. Raises InputError where it is missing, broken, or unpacks to more than a document has."""
        info = self._infos.get(part)
        if info is None:
            raise InputError(self.name, f"the archive has no part {part}", hint="save the file again")
        if info.file_size > _LARGEST_PART or info.file_size > _STEEPEST * max(info.compress_size, 1024):
            raise InputError(self.name, f"part {part} unpacks to {info.file_size:,} bytes: refused")
        try:
            with self._zip.open(info) as file:
                data = file.read(_LARGEST_PART + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            RuntimeError,
            OSError,
            EOFError,
            NotImplementedError,
            ValueError,
        ) as error:
            raise InputError(self.name, f"part {part} is broken ({error})", hint="save the file again") from error
        # The directory may understate the size: what was read is what counts.
        if len(data) > _LARGEST_PART:
            raise InputError(self.name, f"part {part} unpacks to more than {_LARGEST_PART:,} bytes: refused")
        return data

    def xml_of(self, part: str) -> Element:
        """A part as XML. Raises InputError for XML that is broken or hostile."""
        return parse(self.name, self.bytes_of(part), part=part, hint="save the file again")
