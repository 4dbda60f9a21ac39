"""L109: characters that cannot be seen, letters that look like others."""

from __future__ import annotations

import pytest

from corpora.reading import read_text
from corpora.resources.adoption_dates import AdoptionDates
from reports.checks.runner import check_document
from reports.findings.model import Severity
from reports.project.settings import Settings
from tests.support.check_case import DocumentCase
from tests.support.lint import FRAMES, FRENCH

RUSSIAN = FRAMES["ru"].format("о работе")


class TestL109(DocumentCase):
    code = "L109"
    good = [{"fr": FRENCH}, {"ru": RUSSIAN}, {"ar": FRAMES["ar"].format("عن عمله")}]
    failing = [
        ({"fr": FRENCH.replace("56/123", "56\u200f/123")}, [code]),
        ({"ru": RUSSIAN.replace("Генеральная", "Генерaльная")}, [code]),
        # A Cyrillic letter in a document symbol is L108's.
        ({"ru": RUSSIAN.replace("о работе", "о рaботе")}, [code]),
    ]  # fmt: skip


@pytest.mark.parametrize("code", ["fr", *FRAMES])
def test_invisible_characters_are_counted_once(code: str) -> None:
    text = FRENCH if code == "fr" else FRAMES[code].format("")
    marked = text.replace("1", "\u200e1").replace("2", "2\u00ad")
    findings = check_document(read_text(marked, code), Settings(select=("L109",)), AdoptionDates())
    (found,) = [f for f in findings if f.code == "L109"]
    expected = text.count("1") + text.count("2")
    assert found.severity is Severity.NEUTRAL and found.facts["count"] <= expected
    assert set(str(found.facts["characters"]).split(", ")) <= {"U+200E", "U+00AD"}
    assert "left out" in found.message("en") and "de côté" in found.message("fr")


def test_a_word_of_mixed_letters_is_quoted() -> None:
    mixed = RUSSIAN.replace("Генерального", "Гeнepaльного")
    (found,) = [f for f in check_document(read_text(mixed, "ru"), Settings(), AdoptionDates()) if f.code == "L109"]
    assert found.source is not None and found.source.quote == "Гeнepaльного" and found.severity is Severity.MINOR


ARABIC = FRAMES["ar"].format("عن عمله في 2031")
WRITTEN_OTHERWISE = {
    "persian": ARABIC.replace("ي", "ی").translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")),
    "drawn": ARABIC.replace("ل", "\ufedd"),
    "lengthened": ARABIC.replace("ل", "لـ"),
    "vowelled": ARABIC.replace("ل", "ل\u064e"),
}


@pytest.mark.parametrize("form", WRITTEN_OTHERWISE)
def test_arabic_that_is_written_otherwise_is_read_and_said(form: str) -> None:
    read = read_text(WRITTEN_OTHERWISE[form], "ar")
    findings = check_document(read, Settings(select=("L109",)), AdoptionDates())
    assert [f.sentence for f in findings if f.code == "L109"] == [f"L109.{form}"]
    plain = read_text(ARABIC, "ar")
    assert [a.value for p in read.paragraphs for a in p.anchors] == [
        a.value for p in plain.paragraphs for a in p.anchors
    ]
