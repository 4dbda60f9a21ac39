"""Words that nothing seems to render are shaded in the rows, with a check box and a legend; findings quote their clause."""

from __future__ import annotations

import re

import pytest

from corpora.model import Resolution
from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions
from reports.exporters.html import render_report
from reports.project.selection import Selection
from tests.reports.checks.drift.test_d307_word_of_scope import without
from tests.reports.checks.drift.test_d502_word_not_rendered import TERRORISM, whole
from tests.support.one_paragraph import document


def page_of(texts: dict[str, str], ui: str = "fr", hidden: str = "") -> str:
    """The page of some texts, without the findings of a check: what a finding tells is marked as its own, not shaded."""
    documents: list[Resolution] = [document(code, text) for code, text in texts.items()]
    versions = compare_versions(documents[0], documents[1:])
    found = [finding for finding in check_versions(versions) if finding.code != hidden]
    return render_report(versions, Selection(found, []), [], ui)


SHADED = re.compile(r'<span class="doubt" title="∅ ([a-z ]+)">([^<]*)</span>')
LOST = {**whole(TERRORISM), "fr": whole(TERRORISM)["fr"].replace("la lutte contre le terrorisme et de ", "")}


@pytest.mark.parametrize("ui", ["fr", "en"])
def test_a_word_that_a_version_lacks_is_shaded_in_the_others_and_says_where_it_is_lacking(ui: str) -> None:
    page = page_of(LOST, ui, hidden="D502")
    shaded = SHADED.findall(page)
    assert ("fr", "terrorism") in shaded and {lacking for lacking, _ in shaded} == {"fr"}
    assert "shade-legend" in page and "underline dotted" in page, "shading is told, and is not by colour alone"


def test_of_two_versions_a_word_that_is_surely_lost_is_shaded() -> None:
    shaded = SHADED.findall(page_of({code: LOST[code] for code in ("fr", "en")}))
    assert ("fr", "terrorism") in shaded


def test_a_page_without_doubtful_words_has_no_box() -> None:
    page = page_of(whole(TERRORISM))
    assert SHADED.findall(page) == [] and "shade-legend" not in page


def test_a_finding_quotes_the_clause_with_its_words_marked() -> None:
    page = page_of(without("fr", "all"))
    (quote,) = re.findall(r'<q class="quote" lang="en" dir="ltr">(.*?)</q>', page)
    assert quote.startswith("Calls upon <b>all</b> Member States")
