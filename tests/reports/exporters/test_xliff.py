"""XLIFF: valid, with the issues at their words."""

from __future__ import annotations

import pytest
from lxml import etree

from corpora.model import Resolution
from corpora.reading import read_text
from reports.checks.runner import check_versions
from reports.comparison.rows import Versions, compare_versions
from reports.exporters.tmx import tmx
from reports.exporters.xliff import ITS, issue_type, xliff
from reports.findings.model import Finding
from tests.support.exports import schemas
from tests.support.sample import LANGUAGES

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("exporters")]


SCHEMAS = schemas("xliff21-subset.xsd", "xliff_core_2.0.xsd")


def valid(versions: Versions, code: str, found: list[Finding], level: str) -> None:
    root = etree.fromstring(xliff(versions, code, found, level).encode())
    for path in SCHEMAS:
        schema = etree.XMLSchema(etree.parse(str(path)))
        assert schema.validate(root), (path.name, schema.error_log)
    assert root.get("trgLang") == code


@pytest.mark.parametrize("code", LANGUAGES[1:])
@pytest.mark.parametrize("level", ["paragraph", pytest.param("segment", marks=pytest.mark.whole)])
def test_xliff_of_six_is_valid(six: Versions, found: list[Finding], code: str, level: str) -> None:
    valid(six, code, found, level)


def test_xliff_of_segments_is_valid(three: Versions, found: list[Finding]) -> None:
    valid(three, "ar", found, "segment")


def test_xliff_marks_the_words_of_a_finding(six: Versions, found: list[Finding]) -> None:
    root = etree.fromstring(xliff(six, "en", found).encode())
    marks = {m.text: m.get(f"{{{ITS}}}locQualityIssuesRef") for m in root.iter("{*}mrk")}
    name = marks["21 September 2001"].removeprefix("#its=")
    (issues,) = root.xpath("//*[@xml:id=$name]", name=name)
    assert issues[0].get("locQualityIssueType") == "inconsistent-entities"
    assert issues[0].get("locQualityIssueComment").startswith("D202")
    targets = [m.get(f"{{{ITS}}}locQualityIssuesRef").removeprefix("#its=") for m in root.iter("{*}mrk")]
    assert all(root.xpath("//*[@xml:id=$name]", name=t) for t in targets)


def test_every_code_has_an_issue_type(found: list[Finding]) -> None:
    types = {f.code: issue_type(f) for f in found}
    assert types["D101"] == "omission" and types["D102"] == "addition" and types["D201"] == "numbers"


def test_forbidden_characters_do_not_break_xml(sample: dict[str, Resolution]) -> None:
    source = sample["en"].source.replace("*Conscious* of", "Conscious\x0b of <b>&amp;", 1)
    versions = compare_versions(sample["fr"], [read_text(source, "en", "en\x01.md")])
    etree.fromstring(tmx(versions, check_versions(versions)).encode())
    etree.fromstring(xliff(versions, "en", check_versions(versions)).encode())
