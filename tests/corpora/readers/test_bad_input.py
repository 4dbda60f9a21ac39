"""Input that cannot be used gets one clear line; any text is read or refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpora.errors import InputError
from corpora.readers import read_document
from corpora.reading import read_resolution, read_text
from tests.support.specimens import FRENCH

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"  \n ", "empty"),
        (b"Le Conseil \xff\xfe\xe9\xc3(", "not UTF-8"),
        (b"abc\x00def", "NUL"),
        (b"%PDF-1.4 ...", "PDF"),
        (b"PK\x03\x04zip", "archive"),
    ],
)
def test_bad_bytes_get_one_clear_line(tmp_path: Path, data: bytes, words: str) -> None:
    path = tmp_path / "fr.md"
    path.write_bytes(data)
    with pytest.raises(InputError) as error:
        read_document(path)
    assert words in str(error.value) and str(path) in str(error.value) and "\n" not in str(error.value)


def test_utf16_with_its_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "fr.txt"
    path.write_bytes(FRENCH.encode("utf-16"))
    assert len(read_resolution(path).paragraphs) == 9


@pytest.mark.parametrize(
    "text", ["Bonjour, ceci est une lettre pour vous et pour les vôtres.\n\nMerci de la lire.", "12345\n\n678"]
)
def test_no_resolution_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        read_text(text)


def test_language_that_is_not_covered() -> None:
    with pytest.raises(InputError, match="not covered"):
        read_text(FRENCH, "de")


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_resolution(tmp_path / "absent.md")
    with pytest.raises(InputError, match="folder"):
        read_resolution(tmp_path)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        resolution = read_text(text)
    except InputError:
        return
    assert resolution.paragraphs
