"""D302: the force of a verb, by usage and by grammar."""

from __future__ import annotations

import pytest

from reports.findings.model import Severity
from tests.support.check_case import VersionsCase, changed
from tests.support.one_paragraph import STRONG, checked, found
from tests.support.sample import SAMPLE_TEXTS

pytestmark = pytest.mark.slow


class TestD302(VersionsCase):
    code = "D302"
    good = [
        changed(SAMPLE_TEXTS, "en", "5. *Urges* States", "5. *Urges also* States"),
    ]  # fmt: skip
    failing = [
        (changed(SAMPLE_TEXTS, "en", "*Urges* States", "*Encourages* States"), [code]),
        (changed(SAMPLE_TEXTS, "es", "*Insta* a los", "*Invita* a los"), [code]),
        (changed(SAMPLE_TEXTS, "ru", "*настоятельно призывает* государства", "*предлагает* государствам"), [code]),
        (changed(SAMPLE_TEXTS, "ar", "*يحث* الدول", "*يشجع* الدول"), [code]),
        (changed(SAMPLE_TEXTS, "zh", "*敦促*各国", "*邀请*各国"), [code]),
    ]  # fmt: skip


@pytest.mark.parametrize("code", sorted(set(STRONG) - {"fr"}))
def test_strength_is_compared_across_adverbs_and_adjectives(code: str) -> None:
    french_strong, french_plain = STRONG["fr"]
    strong, plain = STRONG[code]
    assert found(french_strong, code, strong, "D302") == found(french_plain, code, plain, "D302") == []
    assert found(french_strong, code, plain, "D302") and found(french_plain, code, strong, "D302")


ENCOURAGED = {
    "en": ("Encourages", "Urges", "States to cooperate with the mission;"),
    "es": ("Alienta", "Insta", "a los Estados a que cooperen con la misión;"),
    "ar": ("يشجع", "يحث", "الدول على التعاون مع البعثة؛"),
    "zh": ("鼓励", "敦促", "各国与特派团合作；"),
}


@pytest.mark.parametrize("code", sorted(ENCOURAGED))
@pytest.mark.parametrize("verb", ["Engage", "Encourage", "Incite"])
def test_urging_is_more_than_encouraging_though_the_record_has_it_now_and_then(code: str, verb: str) -> None:
    usual, stronger, rest = ENCOURAGED[code]
    french = f"{verb} les États à coopérer avec la mission ;"
    gap = "" if code == "zh" else " "
    assert found(french, code, f"{usual}{gap}{rest}", "D302") == []
    (finding,) = found(french, code, f"{stronger}{gap}{rest}", "D302")
    assert finding.severity is Severity.MINOR


STRONGLY_ENCOURAGED = {
    "en": ("Strongly encourages", "Invites", "States to cooperate with the mission;"),
    "es": ("Alienta encarecidamente", "Invita", "a los Estados a que cooperen con la misión;"),
    "ar": ("يشجع بقوة", "يدعو", "الدول على التعاون مع البعثة؛"),
    "zh": ("大力鼓励", "邀请", "各国与特派团合作；"),
}


def test_what_is_strongly_encouraged_is_a_step_from_what_is_urged() -> None:
    """Of two steps, as between inviting and urging, the difference is grave; an intensifier makes up for one of them."""
    urged = {"ru": "настоятельно призывает государства сотрудничать с миссией;"}
    strongly, invited = ({c: f"{t[k]} {t[2]}" for c, t in STRONGLY_ENCOURAGED.items()} | urged for k in (0, 1))
    assert [f.severity for f in checked(strongly) if f.code == "D302"] == [Severity.MINOR]
    assert [f.severity for f in checked(invited) if f.code == "D302"] == [Severity.MAJOR]
