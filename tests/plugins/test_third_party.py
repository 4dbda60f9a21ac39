"""A package of somebody else adds a check, a reader, an exporter and an encoder. Its texts are our own.

The package is made as an installer would leave it: modules, and a folder of metadata with its entry points. What is run is the
command, in a process of its own, with the package's folder on the path.
"""

from __future__ import annotations

import os
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


def hexapla(package: Path, *words: object, status: int = 0) -> str:
    """Run the command beside the package, in the folder above it; returns both outputs."""
    done = subprocess.run(
        [sys.executable, "-c", "from reports.cli import main; main()", *map(str, words)],
        cwd=package.parent,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(package)))},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_its_check_and_its_reader_run_in_lint(package: Path) -> None:
    note = package.parent / "fr.note"
    note.write_text(_NOTE, encoding="utf-8")
    shown = hexapla(package, "lint", note, "--fail-on", "major", status=1)
    assert "X101" in shown and "“URGENT” shouts." in shown
    french = hexapla(package, "lint", note, "--ui", "fr")
    # The package has sentences in English only: they stand in, in the marks of that language.
    assert "X101" in french and "shouts." in french
    assert "X101" not in hexapla(package, "lint", note, "--ignore", "X101").splitlines()[1]
    assert "capitals shout" in hexapla(package, "explain", "X101")


def test_its_exporter_writes_versions(package: Path) -> None:
    written = package.parent / "out.notes"
    hexapla(package, "export", SAMPLE / "fr.md", SAMPLE / "drift" / "en.md", "-o", written)
    text = written.read_text(encoding="utf-8")
    assert text.startswith("NOTES\n") and "D204 Session" in text
    refused = hexapla(package, "export", SAMPLE / "fr.md", SAMPLE / "en.md", "-o", "out.nothing", status=2)
    assert ".tmx, .xlf, .xlsx, .docx, .xml, .csv, .parquet, .json, .notes" in refused


def test_its_encoder_is_asked_by_name(package: Path) -> None:
    for name, text in (("a.txt", "un\ndeux mots\n"), ("b.txt", "one\ntwo words\n")):
        (package.parent / name).write_text(text, encoding="utf-8")
    hexapla(package, "align", "--lines", "a.txt", "b.txt", "--encoder", "lengths")
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
    shown = hexapla(package, "explain", "D101", status=2)
    assert said in shown and shown.strip().count("\n") == 0
