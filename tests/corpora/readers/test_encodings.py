"""Line ends and encodings."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpora.languages import available, language
from corpora.readers import decoded
from corpora.reading import read_resolution
from corpora.resources.adoption_dates import AdoptionDates
from reports.checks.runner import check_document
from reports.project.settings import Settings
from tests.support.command_line import FR
from tests.support.files import said
from tests.support.sample import SAMPLE


def test_lines_and_encodings(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_bytes("Совет Безопасности,\n\n1. просит государства представить доклад;\n".encode("cp1251"))
    found = read_resolution(path)
    assert found.code_page == "windows-1251" and found.paragraphs[0].text == "Совет Безопасности,"
    path.write_bytes("إن مجلس الأمن،\n\n1 - يطلب إلى الدول تقديم تقرير؛\n".encode("cp1256"))
    assert read_resolution(path).code_page == "windows-1256"
    path.write_bytes(FR.read_text(encoding="utf-8").encode("utf-16"))
    assert read_resolution(path).symbol == "E/RES/2002/19"
    path.write_bytes(b"a" * 2_000_000)
    assert "line of 2,000,000 characters" in said(path)
    path.write_bytes(b"Le Conseil\x00 de s")
    assert "NUL" in said(path)


PAGES = [(code, page) for code in available() for page in language(code).writing.code_pages]
PARAGRAPHS = {
    "fr": "Prie le Secrétaire général de lui présenter, d’ici au 30 juin, un rapport détaillé sur l’état des mesures arrêtées",
    "en": "Requests the Secretary-General to convene the Group’s “open-ended” meetings – as set out in the Council’s decisions",
    "es": "Pide a la Secretaría que, según el párrafo 3, presente un informe sobre la situación de los niños y las niñas en el país",
    "ru": "просит Генерального секретаря представить к 30 июня доклад о ходе осуществления мер, принятых государствами-членами",
    "ar": "يطلب إلى الأمين العام أن يقدم تقريرا مفصلا عن حالة التدابير التي اتخذتها الدول الأعضاء في هذا الشأن قبل نهاية السنة",
    "zh": "请秘书长在六月三十日以前就各会员国采取措施的情况提出详细报告，并向大会说明其看法",
}


@pytest.mark.parametrize(("code", "page"), PAGES)
def test_a_text_in_an_old_encoding_is_read(code: str, page: str) -> None:
    # One paragraph, and the whole sample; what the encoding lacks is dropped.
    for text in (PARAGRAPHS[code], (SAMPLE / f"{code}.md").read_text(encoding="utf-8")):
        data = text.encode(page, errors="ignore")
        assert decoded("x.txt", data) == data.decode(page)


@pytest.mark.parametrize("page", ["koi8-r", "windows-1251"])
def test_lint_says_which_encoding_was_taken(tmp_path: Path, page: str) -> None:
    path = tmp_path / "ru.txt"
    path.write_bytes("Совет Безопасности,\n\n1. просит государства представить доклад;\n".encode(page))
    findings = check_document(read_resolution(path), Settings(), AdoptionDates())
    assert [f.facts["page"] for f in findings if f.code == "L109"] == [page]


def test_bytes_that_are_a_text_in_two_encodings_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes("é".encode("cp1252"))
    assert "it may be" in said(path) and " or " in said(path) and "iconv" in said(path)
    # What the file says of itself breaks the tie.
    page = '<html><head><meta charset="koi8-r"></head><body><p>и</p></body></html>'
    assert decoded("x.html", page.encode("koi8-r")) == page


@pytest.mark.parametrize(
    "data",
    [
        "Рада “Безпеки” – été".encode() + b"\xe9",  # UTF-8 with a byte too many
        "Το Συμβούλιο Ασφαλείας των Ηνωμένων Εθνών αποφασίζει".encode("cp1253"),
        "安全保障理事会は、すべての国に報告を提出するよう要請する。".encode("shift_jis"),
        bytes(range(128, 256)) * 4,
    ],
    ids=["damaged", "greek", "japanese", "bytes"],
)
def test_what_is_no_text_in_these_languages_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(data)
    assert "not UTF-8 text" in said(path)
