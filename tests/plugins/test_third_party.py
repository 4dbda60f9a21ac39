"""A package of somebody else adds a check, a reader, an exporter and an encoder. Its texts are our own.

The package is made as an installer would leave it: modules, and a folder of metadata with its entry points. What is run is the
command, in a process of its own, with the package's folder on the path.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.sample import ROOT, SAMPLE

pytestmark = pytest.mark.slow

_MODULE = '''
from pathlib import Path

import numpy as np

from align.encoders.joined import JoinedVectors
from corpora.model import Span
from corpora.readers import decoded
from corpora.readers.base import Block, Document
from reports.checks.base import DocumentCheck
from reports.checks.support.document import finding_in
from reports.exporters.base import Content
from reports.findings.model import Severity


class LoudWords(DocumentCheck):
    """Words in capitals."""

    code = "X101"
    since = "1.0"
    severity = Severity.MAJOR
    category = "style/register"

    def run(self, document, adopted):
        for paragraph in document.all_paragraphs():
            for word in paragraph.text.split():
                if word == "URGENT":
                    start = paragraph.text.index(word)
                    span = Span(start, start + len(word))
                    yield finding_in(self, document, paragraph, span, "X101.one", {"said": word})


CHECK = LoudWords()


class NoteReader:
    SUFFIXES = (".note",)

    def takes(self, head, suffix):
        return suffix == ".note"

    def read(self, name, data):
        source = decoded(name, data)
        blocks, start = [], 0
        for line in source.split("|"):
            text = line.strip()
            if text:
                at = source.index(text, start)
                span = Span(at, at + len(text))
                blocks.append(Block(text, tuple(range(at, at + len(text))), span))
                start = span.end
        return Document(name, source, tuple(blocks))


READER = NoteReader()


class NotesExporter:
    suffixes = (".notes",)
    takes = frozenset({Content.VERSIONS})

    def files(self, given, request):
        lines = [f"{f.code} {f.message(request.ui)}" for f in given.selection.findings]
        yield request.output, "\\n".join(["NOTES", *lines]) + "\\n"


EXPORTER = NotesExporter()


class LengthEncoder:
    signature = "lengths-1"

    def encode(self, segments):
        Path("encoder-was-asked").write_text(str(len(segments)))
        return JoinedVectors(segments, lambda texts: np.array([[len(t), 1.0] for t in texts], dtype=np.float32))
'''
_SENTENCES = """
[checks.X101]
title = "Loud words"
summary = "A word in capitals."
what = "looks for one word."
why = "capitals shout."
example = "URGENT."
[checks.X101.sentences]
one = "{said:quote} shouts."
"""
_ENTRY_POINTS = """
[hexapla.checks]
loud = noteplugin:CHECK
[hexapla.messages]
loud = noteplugin_messages
[hexapla.readers]
note = noteplugin:READER
[hexapla.exporters]
notes = noteplugin:EXPORTER
[hexapla.encoders]
lengths = noteplugin:LengthEncoder
"""
_NOTE = "Le Conseil de sécurité, | 1. Prie URGENT le Secrétaire général de lui faire rapport ; | 2. Décide de rester saisi de la question. |"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """The folder of the installed package."""
    folder = tmp_path / "installed"
    messages, metadata = folder / "noteplugin_messages", folder / "noteplugin-1.0.dist-info"
    messages.mkdir(parents=True)
    metadata.mkdir()
    (folder / "noteplugin.py").write_text(_MODULE, encoding="utf-8")
    (messages / "__init__.py").write_text("", encoding="utf-8")
    (messages / "en.toml").write_text(_SENTENCES, encoding="utf-8")
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: noteplugin\nVersion: 1.0\n", encoding="utf-8")
    (metadata / "entry_points.txt").write_text(_ENTRY_POINTS, encoding="utf-8")
    return folder


_COMMANDS = """
import json, sys
from reports.cli import main
for words in json.loads(sys.argv[1]):
    sys.argv = ["hexapla", *words]
    try:
        main()
        status = 0
    except SystemExit as end:
        status = end.code or 0
    sys.stderr.flush()
    print(f"\\fstatus {status}", flush=True)
"""


def hexapla(package: Path, *commands: list[object]) -> list[tuple[int, str]]:
    """Run commands one after another beside the package, in the folder above it; returns status and output of each."""
    words = json.dumps([list(map(str, command)) for command in commands])
    done = subprocess.run(
        [sys.executable, "-c", _COMMANDS, words],
        cwd=package.parent,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(package)))},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=True,
    )
    *ended, rest = re.split(r"\fstatus (\d+)\n", done.stdout)
    assert not rest and len(ended) == 2 * len(commands), done.stdout
    return [(int(status), shown) for shown, status in zip(ended[::2], ended[1::2], strict=True)]


def test_its_check_and_its_reader_run_in_lint(package: Path) -> None:
    note = package.parent / "fr.note"
    note.write_text(_NOTE, encoding="utf-8")
    shown, french, without, explained = hexapla(
        package,
        ["lint", note, "--fail-on", "major"],
        ["lint", note, "--ui", "fr"],
        ["lint", note, "--ignore", "X101"],
        ["explain", "X101"],
    )
    assert shown[0] == 1 and "X101" in shown[1] and "“URGENT” shouts." in shown[1]
    # The package has sentences in English only: they stand in, in the marks of that language.
    assert french[0] == 0 and "X101" in french[1] and "shouts." in french[1]
    assert without[0] == 0 and "X101" not in without[1].splitlines()[1]
    assert explained[0] == 0 and "capitals shout" in explained[1]


def test_its_exporter_writes_versions(package: Path) -> None:
    written = package.parent / "out.notes"
    done, refused = hexapla(
        package,
        ["export", SAMPLE / "fr.md", SAMPLE / "drift" / "en.md", "-o", written],
        ["export", SAMPLE / "fr.md", SAMPLE / "en.md", "-o", "out.nothing"],
    )
    assert done[0] == 0, done[1]
    text = written.read_text(encoding="utf-8")
    assert text.startswith("NOTES\n") and "D204 Session" in text
    assert refused[0] == 2 and ".tmx, .xlf, .xlsx, .docx, .xml, .csv, .parquet, .json, .notes" in refused[1]


def test_its_encoder_is_asked_by_name(package: Path) -> None:
    for name, text in (("a.txt", "un\ndeux mots\n"), ("b.txt", "one\ntwo words\n")):
        (package.parent / name).write_text(text, encoding="utf-8")
    ((status, shown),) = hexapla(package, ["align", "--lines", "a.txt", "b.txt", "--encoder", "lengths"])
    assert status == 0, shown
    assert (package.parent / "encoder-was-asked").exists()


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("noteplugin.py", "raise RuntimeError('too old')\n", "noteplugin, entry point hexapla.checks: loud: cannot be loaded"),
        ("noteplugin_messages/en.toml", _SENTENCES.replace('why = "capitals shout."', ""), "[checks.X101] lacks why"),
        ("noteplugin_messages/en.toml", _SENTENCES.replace("X101", "D101"), "says 'title' again"),
        ("noteplugin.py", _MODULE.replace('code = "X101"', 'code = "D101"'), "there is a check D101"),
    ],
)  # fmt: skip
def test_a_package_that_fails_is_named_in_one_line(package: Path, file: str, text: str, said: str) -> None:
    (package / file).write_text(text, encoding="utf-8")
    ((status, shown),) = hexapla(package, ["explain", "D101"])
    assert status == 2 and said in shown and shown.strip().count("\n") == 0
