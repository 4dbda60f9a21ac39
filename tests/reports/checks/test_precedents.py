"""What stands beside a finding: how the record rendered its words before. The texts are ours."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpora.reading import read_text
from reports.checks.runner import check_versions
from reports.comparison.memory import TextsMemory
from reports.comparison.rows import compare_versions
from reports.findings.model import Finding
from tests.reports.checks.drift.test_d406_rendered_otherwise_before import EARLIER

THIRTY = {
    "fr": ("avant le 15 juillet 2024", "dans un délai de 30 jours", "dans un délai de 20 jours"),
    "en": ("before 15 July 2024", "within 30 days", "within 20 days"),
    "es": ("antes del 15 de julio de 2024", "en un plazo de 30 días", "en un plazo de 20 días"),
    "ru": ("до 15 июля 2024 года", "в течение 30 дней", "в течение 20 дней"),
    "ar": ("قبل 15 تموز/يوليه 2024", "خلال 30 يوما", "خلال 20 يوما"),
    "zh": ("在2024年7月15日之前", "在30天内", "在20天内"),
}


def findings(odd: str, *, remembered: bool) -> list[Finding]:
    """The findings where one version counts other days, beside a text that has them as the others do."""
    texts = {code: text.replace(*THIRTY[code][:2]) for code, text in EARLIER.items()}
    before = {c: replace(read_text(t, c, f"{c}.md"), symbol="S/RES/9999(2023)") for c, t in texts.items()}
    now = [read_text(t.replace(*THIRTY[c][1:]) if c == odd else t, c, f"{c}.md") for c, t in texts.items()]
    versions = compare_versions(now[0], now[1:])
    return check_versions(replace(versions, memory=TextsMemory([before] * 2)) if remembered else versions)


@pytest.mark.parametrize("odd", THIRTY)
def test_a_finding_says_how_the_record_rendered_its_words(odd: str) -> None:
    (number,) = [f for f in findings(odd, remembered=True) if f.code == "D201"]
    (note,) = [n for n in number.notes if n.name == "record.precedent"]
    assert "30" in str(note.facts["said"])
    assert note.facts["symbol"] == "S/RES/9999(2023)"
    assert note.facts["count"] == 2
    assert "S/RES/9999(2023)" in number.message("fr")
    # It is said beside the finding: what the finding is, and by what it is known again, stays.
    (without,) = [f for f in findings(odd, remembered=False) if f.code == "D201"]
    assert (without.fingerprint, without.severity, without.confidence) == (
        number.fingerprint,
        number.severity,
        number.confidence,
    )
    assert not any(n.name == "record.precedent" for n in without.notes)
