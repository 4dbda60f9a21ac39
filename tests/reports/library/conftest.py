"""A library of the made texts, made once."""

from __future__ import annotations

from pathlib import Path

import pytest

from reports.library.adding import Added, add
from reports.library.inputs import inputs_of
from reports.library.manifest import Signature
from reports.library.place import signature_of
from reports.library.store import Library, open_library, writing
from tests.support.library_texts import write_texts

SIGNATURE: Signature = signature_of("program-of-the-tests")


def put(library: Path, *paths: Path, workers: int = 1) -> Added:
    """Add files to the library in a folder."""
    with writing(library, SIGNATURE) as writer:
        return add(writer, inputs_of(paths), workers=workers)


@pytest.fixture(scope="session")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the made texts."""
    folder = tmp_path_factory.mktemp("texts")
    write_texts(folder)
    return folder


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory, texts: Path) -> Library:
    """A library of all of them; nothing may change it."""
    folder = tmp_path_factory.mktemp("record") / "library"
    put(folder, texts)
    return open_library(folder)
