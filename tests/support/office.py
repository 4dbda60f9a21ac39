"""LibreOffice as tests use it: many files at one start, since a start takes longer than a file."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

_SECONDS = 300
"""Seconds that a start may take; far above what it takes."""


def can(module: str) -> bool:
    """Whether LibreOffice is here with its part for texts ("sw") or for tables ("sc")."""
    program = shutil.which("soffice")
    return program is not None and (Path(program).resolve().parent / f"lib{module}lo.so").exists()


def convert(files: Sequence[Path], kind: str, folder: Path) -> None:
    """Write each file as this kind ("pdf", "odt") into a folder, whose profile is used again by the next call."""
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile"]
    command += ["--convert-to", kind, "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)


def printed(document: bytes) -> bytes:
    """A Word file as a PDF."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "document.docx"
        source.write_bytes(document)
        convert([source], "pdf", Path(folder))
        return source.with_suffix(".pdf").read_bytes()
