"""D402: two terms rendered as one."""

from __future__ import annotations

from corpora.model import Resolution
from corpora.reading import read_text
from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions
from reports.project.settings import TERM_CHECKS, Settings


def test_two_terms_rendered_as_one(sample: dict[str, Resolution]) -> None:
    source = sample["fr"].source
    line = next(x for x in source.splitlines() if x.startswith("9. "))
    assert "assistance technique" in line
    changed = read_text(
        source.replace(line, line.replace("assistance technique", "expertise technique")), "fr", "fr.md"
    )
    codes = [
        f.code
        for f in check_versions(compare_versions(changed, [sample["en"]], settings=Settings(extend_select=TERM_CHECKS)))
    ]
    assert codes == ["D402"]
