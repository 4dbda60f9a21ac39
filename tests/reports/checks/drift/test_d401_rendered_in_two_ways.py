"""D401: one term rendered in two ways."""

from __future__ import annotations

import pytest

from corpora.model import Resolution
from corpora.reading import read_text
from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions
from reports.project.settings import TERM_CHECKS, Settings


@pytest.mark.slow
def test_a_term_rendered_in_two_ways(sample: dict[str, Resolution]) -> None:
    source = sample["en"].source
    line = next(x for x in source.splitlines() if x.startswith("9. "))
    assert "technical assistance" in line
    changed = read_text(
        source.replace(line, line.replace("technical assistance", "technical backstopping")), "en", "en.md"
    )
    findings = check_versions(compare_versions(sample["fr"], [changed], settings=Settings(extend_select=TERM_CHECKS)))
    (term,) = [f for f in findings if f.code == "D401"]
    assert "backstopping" in term.message("en") and "technical assistance" in term.message("en")
