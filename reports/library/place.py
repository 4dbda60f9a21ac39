"""Where the library is: what a command names, the environment, the settings, or the user's own place."""

from __future__ import annotations

import hashlib
import os
from functools import lru_cache
from pathlib import Path

from platformdirs import user_data_path

from align.manifest import DATA
from align.manifest import NAME as DATA_MANIFEST
from reports.library.manifest import Signature, is_library
from reports.library.vectors import encoder_signature
from reports.project.settings import Settings

VARIABLE = "HEXAPLA_LIBRARY"
"""The variable of the environment that names the library's folder, or "off": then no command looks into one by itself."""
OFF = "off"


def default_folder() -> Path:
    """The user's own place for data."""
    return user_data_path("hexapla") / "library"


def library_folder(named: Path | None, settings: Settings) -> Path:
    """The folder of the library: that named, else the environment's, else the settings', else the user's own.

    ``library`` in hexapla.toml may also name a CSV file or a folder of documents with adoption dates: then it is no library.
    """
    if named is not None:
        return named
    stated = os.environ.get(VARIABLE, "")
    if stated and stated.lower() != OFF:
        return Path(stated)
    place = settings.adopted
    if place is not None and (is_library(place) or not place.exists()) and not place.suffix:
        return place
    return default_folder()


def library_at_hand(named: Path | None, settings: Settings) -> Path | None:
    """The folder of the library where there is one; None where nobody has made one, or the environment says "off"."""
    if named is None and os.environ.get(VARIABLE, "").lower() == OFF:
        return None
    folder = library_folder(named, settings)
    return folder if is_library(folder) else None


@lru_cache(maxsize=1)
def signature_of(program: str) -> Signature:
    """Who writes: the program by its checksum, the encoder, the learned lexicons."""
    lexicon = hashlib.sha256((DATA / DATA_MANIFEST).read_bytes()).hexdigest()[:16]
    return Signature(program[:16], encoder_signature(), lexicon)
