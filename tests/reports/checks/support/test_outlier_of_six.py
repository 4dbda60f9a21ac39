"""One finding names the version that stands alone, or the groups into which the versions fall."""

from __future__ import annotations

import pytest

from corpora.model import Resolution
from corpora.reading import read_resolution, read_text
from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions
from tests.support.sample import LANGUAGES, SAMPLE

pytestmark = pytest.mark.slow


def test_one_finding_names_the_odd_one_of_six(sample: dict[str, Resolution]) -> None:
    others = [sample[c] for c in LANGUAGES[2:]]
    copy = read_resolution(SAMPLE / "drift" / "en.md")
    findings = check_versions(compare_versions(sample["fr"], [copy, *others]))
    (date,) = [f for f in findings if f.code == "D202"]
    assert "English" in date.message("en") and "against" not in date.message("en")
    votes = dict(date.votes)
    assert votes["en"] == "21 September 2001" and votes["zh"] == "2001年9月12日"


def test_the_pivot_can_be_the_odd_one(sample: dict[str, Resolution]) -> None:
    wrong = read_text(sample["fr"].source.replace("douzième session", "onzième session"), "fr", "fr.md")
    findings = check_versions(compare_versions(wrong, [sample[c] for c in LANGUAGES[1:]]))
    (session,) = findings
    assert session.code == "D204" and session.target is not None and session.target.language == "fr"


def test_two_odd_versions_are_one_finding_that_lists_three_groups(sample: dict[str, Resolution]) -> None:
    copies = [read_resolution(SAMPLE / "drift" / f"{code}.md") for code in ("en", "es")]
    findings = check_versions(compare_versions(sample["fr"], [*copies, *(sample[c] for c in ("ru", "ar", "zh"))]))
    (session,) = [f for f in findings if f.code == "D204"]
    assert [group.versions for group in session.groups] == [("fr", "ru", "ar", "zh"), ("en",), ("es",)]
    assert [group.says for group in session.groups[1:]] == ["eleventh session", "13º período de sesiones"]
    assert session.message("en").startswith("Session: French, Russian, Arabic and Chinese “douzième session”; English")
    assert session.message("fr").endswith("; espagnol «\u202f13º período de sesiones\u202f».")
