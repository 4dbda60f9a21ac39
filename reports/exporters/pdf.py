"""The report as PDF, printed by Chromium where it is installed; anybody else prints the page from the browser."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from corpora.errors import InputError
from corpora.io import write_whole
from corpora.system.programs import TimeIsUpError, run_bounded

_PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
_SECONDS = 180
"""Seconds that Chromium may take; chosen far above what a report takes."""


def chromium() -> str | None:
    """The path of the Chromium that is installed, if there is one."""
    return next((found for name in _PROGRAMS if (found := shutil.which(name))), None)


def print_page(page: Path, output: Path) -> None:
    """Print an HTML page of ours to a PDF file.

    Raises InputError where no Chromium is installed, or it makes no PDF.
    """
    program = chromium()
    if program is None:
        raise InputError(
            str(output), "needs Chromium, which is not installed", hint=f"open {page} in a browser and print it"
        )
    with tempfile.TemporaryDirectory(prefix="hexapla-") as folder:
        made = Path(folder) / "report.pdf"
        command = [
            program,
            "--headless",
            # Root may not sandbox; the page is our own and loads nothing.
            *(["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []),
            "--disable-gpu",
            "--no-pdf-header-footer",
            f"--user-data-dir={folder}/profile",
            f"--print-to-pdf={made}",
            page.resolve().as_uri(),
        ]
        try:
            run_bounded(command, _SECONDS)
        except TimeIsUpError as error:
            raise InputError(
                str(output), f"Chromium took more than {_SECONDS} seconds", hint=f"print {page} from a browser"
            ) from error
        if not made.is_file():
            raise InputError(str(output), "Chromium made no PDF", hint=f"print {page} from a browser")
        write_whole(output, made.read_bytes())
