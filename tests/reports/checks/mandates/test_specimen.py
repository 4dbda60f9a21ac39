"""The changes of the shipped later resolution, and a renewal that changes nothing."""

from __future__ import annotations

from align.model import Relation
from corpora.model import Resolution
from corpora.reading import read_text
from reports.checks.runner import check_related
from reports.comparison.rows import compare_related
from tests.support.specimens import RENEWAL

CHANGES = {
    "M101": ["op9"], "M102": ["op8"], "M103": ["op6"], "M104": ["op9"], "M106": ["op5"], "M201": ["op9"], "M202": ["op5"],
    "M203": ["op10"], "M204": ["op1", "op7"], "M206": ["op2"], "M208": ["op10"], "M209": ["op10"], "M214": ["pp6"], "M216": ["pp5"],
    "M217": ["pp5", "fn81"], "R101": ["pp5"], "R102": ["pp3"], "R103": ["pp2", "pp5", "pp6"], "R105": ["op5"], "R106": ["pp5"],
}  # fmt: skip


def test_changes_of_the_specimen(sample: dict[str, Resolution], specimen: Resolution) -> None:
    found: dict[str, list[str]] = {}
    for finding in check_related(compare_related(sample["fr"], specimen)):
        found.setdefault(finding.code, []).append(finding.paragraphs[0])
    assert found == CHANGES


def test_the_same_resolution_twice_has_no_finding(sample: dict[str, Resolution]) -> None:
    findings = check_related(compare_related(sample["fr"], sample["fr"]))
    assert findings == []


def test_unchanged_renewal_is_silent_about_content() -> None:
    pair = compare_related(read_text(RENEWAL, "fr", "a"), read_text(RENEWAL, "fr", "b"))
    assert check_related(pair) == []
    assert set(pair.relations) == {Relation.IDENTICAL}
