"""What leaves the program: harmless in a spreadsheet and on a terminal, in any encoding, the same bytes every time."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ET
from pathlib import Path

import openpyxl
import polars as pl
import pytest
from rich.table import Table

from corpora.io import write_whole
from reports.exporters.tables import write_table
from reports.messages.screen import SafeConsole, harmless
from tests.support.command_line import refused, run
from tests.support.sample import ROOT, SAMPLE

HOSTILE = ["=HYPERLINK(\"http://127.0.0.1\")", "+1|cmd", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1", "plain", "a=b", "", "1-2"]  # fmt: skip
ESCAPES = "\x1b]0;title\x07\x1b[31m\x9b2J\x08\x7f\x0c"


def hostile(code: str) -> str:
    """The beginning of a sample with escape sequences, formulas, markup and a broken tag among its words."""
    text = (SAMPLE / f"{code}.md").read_text(encoding="utf-8").partition("\n5. ")[0]
    head, mark, body = text.partition("\n1. ")
    return f"{head}{mark}{body} {ESCAPES} [bold]x[/nothing] :smile: <script>"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("hostile")
    for code in ("fr", "en", "ar"):
        (made / f"{code}.md").write_text(hostile(code), encoding="utf-8")
    return made


# -- spreadsheets ------------------------------------------------------------------------------------------------------


def test_no_cell_of_a_csv_begins_as_a_formula(tmp_path: Path) -> None:
    table = pl.DataFrame({"words": HOSTILE, "number": [-1.5] * len(HOSTILE), "none": [None] * len(HOSTILE)})
    write_table(table, tmp_path / "a.csv")
    rows = list(csv.reader(io.StringIO((tmp_path / "a.csv").read_bytes().decode(), newline="")))[1:]
    assert all(not row[0].startswith(("=", "+", "-", "@", "\t", "\r", "＝")) for row in rows)
    assert [row[0].removeprefix("'") for row in rows] == HOSTILE
    assert [row[0] for row in rows][7:] == HOSTILE[7:] and {row[1] for row in rows} == {"-1.5"}
    write_table(table, tmp_path / "a.json")
    assert [row["words"] for row in json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))] == HOSTILE


# -- the terminal ------------------------------------------------------------------------------------------------------


def _controls(text: str) -> set[str]:
    return {c for c in text if unicodedata.category(c) == "Cc" and c not in "\n\t"}


def test_every_control_character_is_spelled() -> None:
    everything = "".join(map(chr, range(0x100)))
    assert not _controls(harmless(everything))
    assert json.loads(harmless(json.dumps({"a": everything}, ensure_ascii=False)))["a"] == everything


@pytest.mark.parametrize("terminal", [True, False])
def test_a_console_makes_its_own_colours_and_passes_no_others(terminal: bool) -> None:
    out = io.StringIO()
    console = SafeConsole(file=out, force_terminal=terminal, width=80, color_system="standard" if terminal else None)
    table = Table()
    table.add_column(ESCAPES)
    table.add_row(ESCAPES, style="red")
    console.print(table)
    console.print(f"{ESCAPES} [/bold]", markup=False)
    assert "\x1b]0;" not in out.getvalue() and not _controls(out.getvalue()) - {"\x1b"}
    assert ("\x1b[31m" in out.getvalue()) is terminal and "\\u001b" in out.getvalue()


@pytest.mark.parametrize("command", ["read", "lint", "check", "check --all", "align", "compare", "deliverables"])
def test_no_command_prints_control_characters(command: str, folder: Path) -> None:
    files = {"read": ("fr",), "lint": ("fr",), "deliverables": ("fr",)}.get(command, ("fr", "en"))
    for options in ([], ["--json"]):
        if options and command in ("align", "deliverables"):
            continue
        name, *flags = command.split()
        out = run(name, *(folder / f"{code}.md" for code in files), *flags, *options)
        assert not _controls(out)
        if options:
            json.loads(out)


# -- encodings ---------------------------------------------------------------------------------------------------------

ENCODINGS = {
    "cp1252": {"PYTHONIOENCODING": "cp1252"},
    "C locale": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
}


def _started(arguments: list[object], folder: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    env = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    command = [sys.executable, "-m", "reports.cli", *map(str, arguments)]
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, timeout=300, check=False)


@pytest.mark.slow
@pytest.mark.parametrize("name", ENCODINGS)
def test_output_in_any_encoding(name: str, folder: Path, tmp_path: Path) -> None:
    arguments = ["check", folder / "fr.md", folder / "ar.md", "--ui", "fr", "--all"]
    files = ["--sarif", tmp_path / "a.sarif", "--junit", tmp_path / "a.xml"]
    ended = _started([*arguments, *files], tmp_path, **ENCODINGS[name])
    assert ended.returncode == 0, ended.stderr
    sarif = json.loads((tmp_path / "a.sarif").read_text(encoding="utf-8"))
    assert sarif["runs"][0]["results"]
    assert ET.fromstring((tmp_path / "a.xml").read_bytes()).tag.startswith("testsuite")
    assert ("é" in ended.stdout.decode("utf-8", "ignore")) is (name == "C locale")


@pytest.mark.slow
def test_a_pipe_is_utf8_unless_something_else_is_asked_for(folder: Path) -> None:
    ended = _started(["read", folder / "ar.md"], folder, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert "القرار" in ended.stdout.decode("utf-8") or "الاقتصادي" in ended.stdout.decode("utf-8")


@pytest.mark.slow
def test_a_file_whose_name_is_no_text_can_be_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    name = os.fsencode(tmp_path) + b"/caf\xe9.md"
    try:
        Path(os.fsdecode(name)).write_text(hostile("fr"), encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes no such name")
    ended = _started(["lint", "--sarif", tmp_path / "a.sarif", os.fsdecode(name)], tmp_path)
    assert ended.returncode == 0, ended.stderr
    json.loads((tmp_path / "a.sarif").read_text(encoding="utf-8"))
    assert "E/RES/2002/19" in run("read", os.fsdecode(name))
    assert "caf" in refused(capsys, monkeypatch, "read", os.fsdecode(name) + "x")


def test_half_a_character_is_written_as_its_spelling(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.json", json.dumps(["\udce9"], ensure_ascii=False))
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8")) == ["\udce9"]


# -- the same bytes ----------------------------------------------------------------------------------------------------


def write_everything(folder: Path, out: Path) -> None:
    """Every kind of file that is written."""
    for suffix in (".xlsx", ".docx", ".tmx"):
        run("export", folder, "-o", out / f"a{suffix}")
    run("export", folder / "fr.md", folder / "later.fr.md", "--related", "-o", out / "b.docx")
    run("report", folder, "-o", out / "report")


_WRITE = """
import sys
from pathlib import Path
from tests.reports.exporters.test_outputs import write_everything
write_everything(Path(sys.argv[1]), Path(sys.argv[2]))
"""


@pytest.mark.slow
def test_files_are_the_same_bytes_under_any_seed_threads_and_cache(folder: Path, tmp_path: Path) -> None:
    inputs = tmp_path / "inputs"
    inputs.mkdir()
    short = {}
    for code in ("fr", "en"):
        blocks = (folder / f"{code}.md").read_text(encoding="utf-8").split("\n\n")
        short[code] = "\n\n".join([*blocks[:7], *blocks[-3:]])
        (inputs / f"{code}.md").write_text(short[code], encoding="utf-8")
    (inputs / "later.fr.md").write_text(short["fr"].replace("Conseil", "Comité", 3), encoding="utf-8")
    here, elsewhere = tmp_path / "here", tmp_path / "elsewhere"
    here.mkdir()
    elsewhere.mkdir()
    write_everything(inputs, here)  # one thread, and a seed and a cache that tests before this one have used
    seed = "1" if os.environ.get("PYTHONHASHSEED") != "1" else "0"
    other = {"PYTHONHASHSEED": seed, "OPENBLAS_NUM_THREADS": "2", "TZ": "Asia/Tokyo", "HEXAPLA_CACHE": "off"}
    env = {**os.environ, "PYTHONPATH": str(ROOT), **other}
    subprocess.run([sys.executable, "-c", _WRITE, str(inputs), str(elsewhere)], env=env, check=True, timeout=500)
    written = [
        {str(p.relative_to(out)): p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file()}
        for out in (here, elsewhere)
    ]
    assert len(written[0]) >= 7 and written[0].keys() == written[1].keys()
    assert not [name for name in written[0] if written[0][name] != written[1][name]]
    book = openpyxl.load_workbook(io.BytesIO(written[0]["a.xlsx"]))
    assert book.sheetnames and b"\x1b" not in written[0]["a.tmx"]
