"""All verbs of a paragraph count, and six versions fall into groups at each (D301, D302, D306)."""

from __future__ import annotations

import pytest

from reports.findings.model import Severity
from tests.support.one_paragraph import COMPOUND, found, six

pytestmark = pytest.mark.slow

FURTHER_ON = [
    ("en", ", urges the", ", invites the", "D302"), ("es", ", insta a", ", invita a", "D302"),
    ("ru", ", настоятельно призывает стороны", ", предлагает сторонам", "D302"), ("zh", "，敦促", "，邀请", "D302"),
    ("ar", "، ويحث الأطراف", "، ويدعو الأطراف", "D302"),
    ("en", "and decides to extend", "and reaffirms its intention to extend", "D306"), ("es", "y decide prorrogar", "y reafirma que ha de prorrogar", "D306"),
    ("ru", "и постановляет продлить", "и вновь подтверждает намерение продлить", "D306"), ("zh", "，决定延长", "，重申延长", "D306"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "was", "now", "check"), FURTHER_ON, ids=[f"{c[0]}-{c[3]}" for c in FURTHER_ON])
def test_all_verbs_of_a_paragraph_count(code: str, was: str, now: str, check: str) -> None:
    whole, french = "".join(COMPOUND[code]), "".join(COMPOUND["fr"])
    assert whole.count(was) == 1
    assert [f for name in ("D301", "D302", "D306") for f in found(french, code, whole, name)] == []
    (finding,) = found(french, code, whole.replace(was, now), check)
    assert finding.severity is Severity.MINOR


def test_six_specimens_agree() -> None:
    assert six() == []


def test_two_versions_with_a_verb_of_their_own_are_one_finding_with_both() -> None:
    findings = six(en=("urges", "invites"), ru=("настоятельно призывает", "призывает"))
    assert {f.code for f in findings} == {"D302"}
    (finding,) = findings
    assert finding.severity is Severity.MINOR
    assert {"en", "ru"} == {c for group in finding.groups[1:] for c in group.versions}


def test_further_on_an_act_against_a_restatement_is_grave_and_a_shade_of_a_request_is_not() -> None:
    (shade,) = six(fr=("demande instamment", "invite"))
    assert (shade.code, shade.severity, [code for code, _ in shade.votes]) == ("D302", Severity.MINOR, list(COMPOUND))
    assert shade.target and shade.target.language == "fr" and shade.target.quote == "invite"
    (restated,) = six(fr=("décide de proroger", "réaffirme qu'il proroge"))
    assert (restated.code, restated.severity) == ("D306", Severity.MAJOR)
