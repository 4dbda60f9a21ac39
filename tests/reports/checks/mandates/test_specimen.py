"""The changes of the shipped later resolution, and a renewal that changes nothing."""

from __future__ import annotations

from corpora.model import Resolution
from corpora.reading import read_text
from reports.checks.runner import check_related
from reports.comparison.rows import compare_related
from tests.support.specimens import RENEWAL

CHANGES = {
    "M101": ["op9"], "M102": ["op8"], "M103": ["op6"], "M104": ["op9"], "M105": ["op3", "op4"], "M201": ["op9"], "M202": ["op5"],
    "M203": ["op10"], "M206": ["op2"], "M208": ["op10"], "M209": ["op10"], "D404": ["pp2", "pp5", "pp6"],
}  # fmt: skip


def test_changes_of_the_specimen(sample: dict[str, Resolution], specimen: Resolution) -> None:
    found: dict[str, list[str]] = {}
    for finding in check_related(compare_related(sample["fr"], specimen)):
        found.setdefault(finding.code, []).append(finding.paragraphs[0])
    for code, paragraphs in CHANGES.items():
        assert found[code] == paragraphs, code
    assert found["M204"] == ["op1"]
    assert found["M106"] in (["op4"], ["op5"])
    assert set(found) == {*CHANGES, "M204", "M106"}


def test_the_same_resolution_twice_has_only_renewed_mandates(sample: dict[str, Resolution]) -> None:
    findings = check_related(compare_related(sample["fr"], sample["fr"]))
    assert {f.code for f in findings} == {"M105"}
    assert len(findings) == 10


def test_unchanged_renewal_is_silent_about_content() -> None:
    pair = compare_related(read_text(RENEWAL, "fr", "a"), read_text(RENEWAL, "fr", "b"))
    assert {f.code for f in check_related(pair)} == {"M105"}
