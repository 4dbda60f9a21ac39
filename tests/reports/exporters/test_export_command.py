"""The command ``hexapla export``; LibreOffice opens what it writes, where it is installed."""

from __future__ import annotations

import shutil
from pathlib import Path

import polars as pl
import pytest

from corpora.reading import read_resolution
from tests.support import office
from tests.support.command_line import refused, run
from tests.support.exports import EN, FR, LATER
from tests.support.sample import SAMPLE

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(("suffix", "module"), [(".xlsx", "sc"), (".docx", "sw")])
def test_libreoffice_opens_it(suffix: str, module: str, tmp_path: Path) -> None:
    if not office.can(module):
        pytest.skip(f"LibreOffice for {suffix} is not installed")
    versions, changes = tmp_path / f"versions{suffix}", tmp_path / f"changes{suffix}"
    run("export", FR, EN, "-o", versions)
    run("export", FR, LATER, "--related", "-o", changes)
    office.convert([versions, changes], "pdf", tmp_path)
    for path in (versions, changes):
        assert path.with_suffix(".pdf").stat().st_size > 5000


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """French, one version with drift and one from the right, with a related resolution."""
    made = tmp_path_factory.mktemp("docs")
    for path in (FR, EN, SAMPLE / "ar.md", LATER):
        shutil.copy(path, made)
    return made


def test_a_folder_as_every_format(folder: Path, tmp_path: Path) -> None:
    for suffix in (".tmx", ".docx", ".csv", ".parquet", ".json", ".xlsx"):
        path = tmp_path / f"all{suffix}"
        assert run("export", folder, "-o", path).strip() == str(path)
        assert path.stat().st_size > 10_000
    table = pl.read_parquet(tmp_path / "all.parquet")
    assert {"fr", "en", "ar"} <= set(table.columns)
    assert table.equals(pl.read_csv(tmp_path / "all.csv", infer_schema=False).select(table.columns))
    written = run("export", folder, "-o", tmp_path / "all.xlf").split()
    assert written == [str(tmp_path / f"all.{code}.xlf") for code in ("en", "ar")]
    written = run("export", folder, "-o", tmp_path / "all.xml").split()
    assert [read_resolution(Path(p)).language for p in written] == ["fr", "en", "ar"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((SAMPLE, "-o", "x.odt"), "no format '.odt'"),
        ((FR, "-o", "x.tmx"), "one file given"),
        ((FR, EN, "-o", "x.tmx", "--level", "word"), "no level"),
        ((FR, EN, LATER, "--related", "-o", "x.docx"), "two resolutions"),
        ((FR, LATER, "--related", "-o", "x.tmx"), "no format '.tmx'"),
    ],
)
def test_what_cannot_be_is_refused(
    arguments: tuple[object, ...], words: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert words in refused(capsys, monkeypatch, "export", *arguments)
