"""D201: numbers."""

from __future__ import annotations

from corpora.reading import read_text
from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions
from tests.support.anchors import OPENINGS
from tests.support.check_case import VersionsCase, changed, pair_of
from tests.support.sample import SAMPLE_TEXTS


class TestD201(VersionsCase):
    code = "D201"
    good = [pair_of(SAMPLE_TEXTS, "en")]
    failing = [
        (changed(SAMPLE_TEXTS, "en", "paragraph 103", "paragraph 113"), [code]),
        (changed(SAMPLE_TEXTS, "ru", "в пункте 103", "в пункте 105"), [code]),
        (changed(SAMPLE_TEXTS, "zh", "第103段", "第108段"), [code]),
        (changed(SAMPLE_TEXTS, "ar", "في الفقرة ١٠٣", "في الفقرة ١٠٤"), [code]),
        (changed(SAMPLE_TEXTS, "es", "párrafo 103", "párrafo 30"), [code]),
    ]  # fmt: skip


def test_a_year_of_accounts_that_one_version_lacks_is_a_finding_like_any_figure() -> None:
    texts = {"fr": "que l'exercice 2024/25 sera clos en juin ;", "en": "that the year shall be closed in June;"}
    first, second = (read_text(OPENINGS[code] + text, code, f"{code}.md") for code, text in texts.items())
    assert "D201" in {f.code for f in check_versions(compare_versions(first, [second]))}
