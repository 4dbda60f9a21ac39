"""``--about fr``: only what touches the French version is shown, and the rest is counted."""

from __future__ import annotations

import pytest

from reports.findings.model import Finding, Group, Severity
from reports.project.selection import select, suppressed_line
from reports.project.settings import Settings
from tests.reports.checks.drift.test_d307_word_of_scope import without
from tests.support.one_paragraph import checked


def grouped(*groups: str) -> Finding:
    """A finding of versions in groups, each written as its codes."""
    parted = tuple(Group(tuple(group.split()), str(n)) for n, group in enumerate(groups))
    return Finding("D201", Severity.MAJOR, None, None, "value.groups", {}, groups=parted)


@pytest.mark.parametrize(
    ("groups", "touched"),
    [
        (("en es ru ar zh", "fr"), "fr"),
        (("fr en ar zh", "es ru"), "es ru"),
        (("fr en ar", "es ru zh"), "fr en ar es ru zh"),
        (("fr en", "es ru", "ar zh"), "fr en es ru ar zh"),
        (("fr", "en"), "fr en"),
    ],
)
def test_a_finding_touches_the_versions_that_are_not_among_the_most(groups: tuple[str, ...], touched: str) -> None:
    finding = grouped(*groups)
    assert [code for code in ("fr", "en", "es", "ru", "ar", "zh") if finding.touches(code)] == [
        code for code in ("fr", "en", "es", "ru", "ar", "zh") if code in touched.split()
    ]


@pytest.mark.parametrize("code", ["fr", "en", "es", "ru", "ar", "zh"])
def test_only_what_touches_one_version_is_shown_and_the_rest_is_counted(code: str) -> None:
    word = "full" if code == "zh" else "all"
    findings = checked(without(code, word))
    assert findings
    other = "en" if code != "en" else "fr"
    assert select(findings, Settings(), about=code).findings == findings
    hidden = select(findings, Settings(), about=other)
    assert hidden.findings == [] and "in other languages" in suppressed_line(hidden.suppressed, "en")


def test_a_pair_touches_both() -> None:
    (finding,) = [
        f
        for f in checked({"fr": "Décide de tenir 3 réunions ;", "en": "Decides to hold 4 meetings;"})
        if f.code == "D201"
    ]
    assert finding.touches("fr") and finding.touches("en") and not finding.touches("es")
