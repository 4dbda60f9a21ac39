"""D105: order and numbers of paragraphs."""

from __future__ import annotations

from corpora.model import Resolution
from corpora.reading import read_text
from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions


def test_numbering_faults_of_one_version(sample: dict[str, Resolution]) -> None:
    changed = read_text(sample["en"].source.replace("8. *Takes note*", "9. *Takes note*"), "en", "en.md")
    codes = [f.code for f in check_versions(compare_versions(sample["fr"], [changed]))]
    assert set(codes) == {"D105"}
