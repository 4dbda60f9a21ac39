"""Line ends and encodings."""

from __future__ import annotations

from pathlib import Path

from corpora.reading import read_resolution
from tests.support.command_line import FR
from tests.support.files import said


def test_lines_and_encodings(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_bytes("Совет Безопасности,\n\n1. просит государства представить доклад;\n".encode("cp1251"))
    assert "windows-1251" in said(path) and "iconv" in said(path)
    path.write_bytes("إن مجلس الأمن،\n\n1 - يطلب إلى الدول تقديم تقرير؛\n".encode("cp1256"))
    assert "windows-1256" in said(path)
    path.write_bytes(FR.read_text(encoding="utf-8").encode("utf-16"))
    assert read_resolution(path).symbol == "E/RES/2002/19"
    path.write_bytes(b"a" * 2_000_000)
    assert "line of 2,000,000 characters" in said(path)
    path.write_bytes(b"Le Conseil\x00 de s")
    assert "NUL" in said(path)
