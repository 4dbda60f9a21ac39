"""D102: a paragraph that one version adds."""

from __future__ import annotations

from dataclasses import replace

from corpora.model import Resolution
from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions


def test_of_two_versions_the_second_adds_a_paragraph(sample: dict[str, Resolution]) -> None:
    french = replace(sample["fr"], paragraphs=tuple(p for p in sample["fr"].paragraphs if p.id != "op5"))
    (found,) = check_versions(compare_versions(french, [sample["en"]]))
    assert found.code == "D102" and found.message("en") == "Paragraph that stands in English only."
