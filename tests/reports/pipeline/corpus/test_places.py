"""Whatever a corpus is kept in, the same texts come of it."""

from __future__ import annotations

import io
import tarfile
import zipfile
from pathlib import Path

import pytest

from corpora.errors import InputError
from reports.library.adding import add
from reports.library.inputs import inputs_of
from reports.library.place import signature_of
from reports.library.store import writing
from reports.pipeline.corpus.commands import CorpusRequest, corpus_results
from reports.pipeline.corpus.jobs import Task
from reports.pipeline.corpus.places import files_at
from reports.pipeline.program import program_digest
from reports.pipeline.run_options import RunOptions
from tests.support.small_corpus import write_small_corpus


@pytest.fixture
def place(tmp_path: Path) -> Path:
    write_small_corpus(tmp_path / "in", 1)
    return tmp_path / "in"


def _archive(place: Path, name: str) -> Path:
    path = place.with_name(name)
    files = sorted(p for p in place.rglob("*") if p.is_file())
    if name.endswith(".zip"):
        with zipfile.ZipFile(path, "w") as packed:
            for file in files:
                packed.write(file, file.relative_to(place))
    else:
        with tarfile.open(path, "w:xz") as tar:
            for file in files:
                tar.add(file, file.relative_to(place))
    return path


def _contents(files: list[Path]) -> list[bytes]:
    return sorted(path.read_bytes() for path in files)


@pytest.mark.parametrize("name", ["texts.zip", "texts.tar.xz"])
def test_an_archive_is_laid_out_once(place: Path, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    archive, unpacked = _archive(place, name), tmp_path / "unpacked"
    first = files_at(archive, unpacked)
    assert len(first.files) == 4 and _contents(first.files) == _contents(files_at(place, unpacked).files)
    monkeypatch.setattr("reports.pipeline.corpus.places.inputs_of", lambda _: pytest.fail("unpacked again"))
    assert files_at(archive, unpacked) == first


def test_an_archive_in_a_folder_is_one_of_its_files(place: Path, tmp_path: Path) -> None:
    _archive(place, "texts.zip").rename(place / "texts.zip")
    assert len(files_at(place, tmp_path / "unpacked").files) == 8
    # What was laid out inside the place itself is not taken twice.
    assert (
        len(files_at(place, place / "out" / "texts").files) == len(files_at(place, place / "out" / "texts").files) == 8
    )


def test_a_name_in_an_archive_leads_nowhere(tmp_path: Path) -> None:
    archive, unpacked = tmp_path / "bad.tar", tmp_path / "unpacked"
    with tarfile.open(archive, "w") as tar:
        for name in ("../../out.md", "/root.md", "a/../../b.md"):
            entry = tarfile.TarInfo(name)
            entry.size = 4
            tar.addfile(entry, io.BytesIO(b"text"))
    found = files_at(archive, unpacked).files
    assert len(found) == 3 and all(path.resolve().is_relative_to(unpacked.resolve()) for path in found)


def test_a_broken_archive_costs_itself(place: Path, tmp_path: Path) -> None:
    (place / "broken.tar.xz").write_bytes(b"no archive")
    found = files_at(place, tmp_path / "unpacked")
    assert len(found.files) == 4 and "broken.tar.xz" in found.problems[0]


def test_a_library_is_a_place(place: Path, tmp_path: Path) -> None:
    with writing(tmp_path / "library", signature_of(program_digest())) as writer:
        add(writer, inputs_of([place]))
    found = files_at(tmp_path / "library", tmp_path / "unpacked")
    assert _contents(found.files) == _contents(files_at(place, tmp_path / "unpacked").files)
    request = CorpusRequest(Task.COMPARE, tmp_path / "library", tmp_path / "out", RunOptions())
    assert corpus_results(request).checked == 1


def test_a_place_without_texts_is_refused(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    with pytest.raises(InputError, match="holds no file"):
        files_at(tmp_path / "in", tmp_path / "unpacked")
    with pytest.raises(InputError, match="is no folder"):
        files_at(tmp_path / "absent", tmp_path / "unpacked")


def test_a_link_to_nothing_is_said(place: Path, tmp_path: Path) -> None:
    link = place / "gone.xml"
    link.symlink_to(tmp_path / "nowhere.xml")
    (place / "gone.jpg").symlink_to(tmp_path / "nowhere.jpg")
    assert files_at(place, tmp_path / "texts").problems == [f"{link}: a link to a file that is not there"]
