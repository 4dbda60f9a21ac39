"""The identity of the learned data: what the manifest says holds, and what does not hold is said in one line."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest

import align.lexicon.translation_tables as tables
import align.manifest as identity
from align.encoders import default_encoder
from align.manifest import DATA, NAME, manifest, read_verified
from align.statistics.meaning_thresholds import least_cosine
from corpora.errors import InputError
from corpora.languages import language
from tests.support.sample import ROOT
from training.lexicon import pointed_into
from training.manifest import checksum, differing

CACHES = (manifest, tables.lexicon, tables._pairs, tables.vocabulary, tables._scales)


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the data of one pair of languages that a test may damage."""
    made = tmp_path / "data"
    (made / "lexicons").mkdir(parents=True)
    for name in ("scales", "words-en", "words-fr", "en-fr", "lengths-en-fr", "lengths-fr-en"):
        shutil.copy(DATA / "lexicons" / f"{name}.parquet", made / "lexicons")
    shutil.copy(DATA / NAME, made)
    monkeypatch.setattr(identity, "DATA", made)
    monkeypatch.setattr(tables, "FOLDER", made / "lexicons")
    for cache in CACHES:
        cache.cache_clear()
    yield made
    for cache in CACHES:
        cache.cache_clear()


def one_line(error: pytest.ExceptionInfo[InputError]) -> str:
    assert "\n" not in str(error.value) and "install Hexapla anew" in str(error.value)
    return str(error.value)


def test_every_file_is_what_its_entry_says_and_names_a_builder_that_exists() -> None:
    assert differing() == []
    for name, entry in manifest(DATA).items():
        assert entry.source and entry.commit and (ROOT / entry.builder).is_file(), name


def test_numbers_that_point_into_a_vocabulary_name_it_and_its_rows() -> None:
    for path, pointed in pointed_into(DATA / "lexicons").items():
        stated = manifest(DATA)[path.relative_to(DATA).as_posix()].belongs_to
        assert stated == {other.relative_to(DATA).as_posix(): rows for other, rows in pointed.items()}


def test_thresholds_of_meaning_are_refused_for_another_encoder() -> None:
    """They are compared where they are read, so that vectors of a new version are not held against figures of the old one."""
    french, english = language("fr"), language("en")
    assert 0 < least_cosine(french, english, 100, default_encoder().signature) < 1
    with pytest.raises(InputError) as error:
        least_cosine(french, english, 100, "another-encoder-1.0")
    stated = default_encoder().signature
    assert f"meaning.json: holds for the encoder {stated}, and this one is another-encoder-1.0" in one_line(error)
    assert 0 < least_cosine(french, english, 100, stated) < 1


def test_a_whole_copy_is_read(copy: Path) -> None:
    assert tables.lexicon("fr", "en").scale > 0


def test_a_damaged_file_is_named_in_one_line(copy: Path) -> None:
    path = copy / "lexicons" / "en-fr.parquet"
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(InputError) as error:
        tables.lexicon("fr", "en")
    assert "en-fr.parquet: is another file than MANIFEST.toml names" in one_line(error)


def test_a_missing_file_is_named_in_one_line(copy: Path) -> None:
    (copy / "lexicons" / "words-en.parquet").unlink()
    with pytest.raises(InputError) as error:
        tables.lexicon("fr", "en")
    assert "words-en.parquet: the learned data cannot be read" in one_line(error)


def test_a_vocabulary_of_another_build_is_not_pointed_into(copy: Path) -> None:
    """The vocabulary has an entry of its own that is right, but the tables were made for a longer one."""
    path = copy / "lexicons" / "words-en.parquet"
    was = checksum(path)
    pl.read_parquet(path).head(100).write_parquet(path)
    text = (copy / NAME).read_text(encoding="utf-8")
    assert text.count(was) == 1
    (copy / NAME).write_text(text.replace(was, checksum(path)), encoding="utf-8")
    with pytest.raises(InputError) as error:
        tables.lexicon("fr", "en")
    assert "en-fr.parquet: belongs to lexicons/words-en.parquet" in one_line(error) and "has 100" in str(error.value)


@pytest.mark.parametrize("text", ["", "files = 3", "[files", '[files."x"]\nsource = "y"\n'])
def test_a_manifest_that_cannot_be_read(copy: Path, text: str) -> None:
    (copy / NAME).write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as error:
        tables.lexicon("fr", "en")
    assert "no manifest that can be read" in one_line(error)


def test_a_file_that_nobody_entered_is_not_used(copy: Path) -> None:
    stray = copy / "stray.json"
    stray.write_text("{}")
    with pytest.raises(InputError) as error:
        read_verified(stray)
    assert "is not in MANIFEST.toml" in one_line(error)
