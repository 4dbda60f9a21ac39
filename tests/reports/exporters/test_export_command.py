"""The command ``hexapla export``; LibreOffice opens what it writes, where it is installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import polars as pl
import pytest

from corpora.reading import read_resolution
from tests.support.command_line import refused, run
from tests.support.exports import EN, FR, LATER
from tests.support.sample import LANGUAGES, SAMPLE

pytestmark = pytest.mark.slow


def office_can(module: str) -> bool:
    program = shutil.which("soffice")
    return program is not None and (Path(program).resolve().parent / f"lib{module}lo.so").exists()


@pytest.mark.parametrize(("suffix", "module"), [(".xlsx", "sc"), (".docx", "sw")])
def test_libreoffice_opens_it(suffix: str, module: str, tmp_path: Path) -> None:
    if not office_can(module):
        pytest.skip(f"LibreOffice for {suffix} is not installed")
    run("export", FR, EN, "-o", tmp_path / f"versions{suffix}")
    run("export", FR, LATER, "--related", "-o", tmp_path / f"changes{suffix}")
    for name in ("versions", "changes"):
        subprocess.run(
            ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "pdf",
             "--outdir", str(tmp_path), str(tmp_path / f"{name}{suffix}")],
            check=True, capture_output=True, timeout=180,
        )  # fmt: skip
        assert (tmp_path / f"{name}.pdf").stat().st_size > 5000


def test_a_folder_as_every_format(tmp_path: Path) -> None:
    for suffix in (".tmx", ".docx", ".csv", ".parquet", ".json", ".xlsx"):
        path = tmp_path / f"all{suffix}"
        assert run("export", SAMPLE, "-o", path).strip() == str(path)
        assert path.stat().st_size > 10_000
    table = pl.read_parquet(tmp_path / "all.parquet")
    assert set(LANGUAGES) <= set(table.columns)
    assert table.equals(pl.read_csv(tmp_path / "all.csv", infer_schema=False).select(table.columns))
    written = run("export", SAMPLE, "-o", tmp_path / "all.xlf").split()
    assert written == [str(tmp_path / f"all.{code}.xlf") for code in LANGUAGES[1:]]
    written = run("export", SAMPLE, "-o", tmp_path / "all.xml").split()
    assert [read_resolution(Path(p)).language for p in written] == list(LANGUAGES)


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
