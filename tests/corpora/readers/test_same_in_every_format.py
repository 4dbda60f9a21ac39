"""Every format and printer gives the same paragraphs as the Markdown."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpora.model import Resolution
from corpora.reading import read_resolution
from tests.support import office
from tests.support.command_line import EN, FR, run
from tests.support.files import said, texts
from tests.support.formats import FORMATS, docx_of
from tests.support.pdfs import PDFS
from tests.support.printed_sample import OLD_FORMATS, in_old_format, plain_print
from tests.support.sample import LANGUAGES

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("code", LANGUAGES)
def test_every_format_gives_the_same_paragraphs(
    sample: dict[str, Resolution], tmp_path: Path, code: str, suffix: str
) -> None:
    path = tmp_path / f"{code}{suffix}"
    path.write_bytes(FORMATS[suffix](sample[code]))
    is_the_sample(path, sample[code])


@pytest.mark.parametrize("printer", PDFS)
@pytest.mark.parametrize("code", LANGUAGES)
def test_every_printer_gives_the_same_paragraphs(
    sample: dict[str, Resolution], tmp_path: Path, code: str, printer: str
) -> None:
    if not PDFS[printer].can_make(code):
        pytest.skip(f"{printer} makes no PDF in {code} here: the program or a font is missing")
    path = tmp_path / f"{code}.pdf"
    path.write_bytes(plain_print(printer, code))
    is_the_sample(path, sample[code])


def is_the_sample(path: Path, wanted: Resolution) -> None:
    """The same paragraphs and footnotes as the Markdown, every character of the source in one of them or set aside."""
    found = read_resolution(path)
    assert found.language == wanted.language and found.symbol == "E/RES/2002/19" and found.organ == "ECOSOC"
    assert texts(found) == texts(wanted)
    assert [(n.mark, n.referred_from) for n in found.footnotes] == [(n.mark, n.referred_from) for n in wanted.footnotes]
    spans = [p.span for p in found.all_paragraphs()] + [a.span for a in found.set_aside]
    covered = {i for s in spans for i in range(s.start, s.end)}
    assert covered >= {i for i, c in enumerate(found.source) if not c.isspace()}


def test_exporting_twice_changes_nothing(sample: dict[str, Resolution], tmp_path: Path) -> None:
    path = tmp_path / "ar.xml"
    path.write_bytes(FORMATS[".xml"](sample["ar"]))
    once = read_resolution(path)
    path.write_bytes(FORMATS[".xml"](once))
    assert texts(read_resolution(path)) == texts(once)


def test_old_word_files_need_libreoffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "old.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "needs LibreOffice" in said(path)


def test_versions_in_different_formats_are_checked_together(sample: dict[str, Resolution], tmp_path: Path) -> None:
    path = tmp_path / "en.docx"
    path.write_bytes(docx_of(sample["en"]))
    assert "no findings" in run("check", FR, path, "--fail-on", "neutral")
    assert "no findings" in run("check", path, FR)
    assert EN.exists()


@pytest.mark.skipif(not office.can("sw"), reason="LibreOffice is not installed: old formats are not converted")
@pytest.mark.parametrize("kind", OLD_FORMATS)
def test_old_formats_through_libreoffice(sample: dict[str, Resolution], kind: str) -> None:
    found = read_resolution(in_old_format(kind))
    same = sum(texts(found).get(pid) == text for pid, text in texts(sample["fr"]).items())
    assert found.symbol == "E/RES/2002/19" and same >= 22
