"""Sentences of findings: direction marks."""

from __future__ import annotations

from corpora.model import Resolution
from corpora.reading import read_text
from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions


def test_words_from_the_right_are_isolated_in_a_reason(sample: dict[str, Resolution]) -> None:
    source = sample["ar"].source.replace("الثانية عشرة", "الثالثة عشرة")
    found = check_versions(compare_versions(sample["fr"], [read_text(source, "ar", "ar.md"), sample["en"]]))
    (session,) = [f for f in found if f.code == "D204"]
    assert "\u2068" in session.message("en") and session.message("en").count("\u2068") == session.message("en").count(
        "\u2069"
    )
