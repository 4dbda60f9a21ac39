"""D101: a paragraph that one version lacks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpora.model import Resolution
from corpora.reading import read_text
from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions
from reports.findings.model import Severity


@pytest.mark.slow
def test_a_part_that_is_missing_is_one_finding(sample: dict[str, Resolution]) -> None:
    text = sample["en"].source
    start, end = text.index("\n4. "), text.index("\n9. ")
    found = check_versions(
        compare_versions(sample["fr"], [read_text(text[:start] + text[end:], "en", "en.md"), sample["es"]])
    )
    missing = [f for f in found if f.code == "D101"]
    assert [f.message("en") for f in missing] == [
        "The 5 paragraphs from para.\u00a04 to para.\u00a08 (French and Spanish) have no counterpart in English."
    ]
    assert missing[0].severity is Severity.CRITICAL


@pytest.mark.parametrize("others", [("en", "es"), pytest.param(("en", "es", "ru", "ar", "zh"), marks=pytest.mark.slow)])
def test_french_can_be_the_one_that_lacks_a_paragraph(sample: dict[str, Resolution], others: tuple[str, ...]) -> None:
    french = replace(sample["fr"], paragraphs=tuple(p for p in sample["fr"].paragraphs if p.id != "op5"))
    (found,) = check_versions(compare_versions(french, [sample[c] for c in others]))
    assert found.code == "D101" and found.paragraphs == ("op5",) and "no counterpart in French" in found.message("en")
