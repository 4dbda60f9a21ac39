"""D104: an act that one version adds. Specimens, not UN documents."""

from __future__ import annotations

import pytest

from reports.checks.runner import check_versions
from tests.support.check_case import VersionsCase, pair_of
from tests.support.one_paragraph import COMPOUND, HEAD
from tests.support.two_requests import LONG, SHORT, six_together

TEXTS = {code: f"{HEAD[code]}\n\n1. {''.join(parts)}\n" for code, parts in COMPOUND.items()}
WITHOUT = f"{HEAD['fr']}\n\n1. {COMPOUND['fr'][0]}{COMPOUND['fr'][2]}\n"


class TestD104(VersionsCase):
    code = "D104"
    good = [pair_of(TEXTS, "es"), pair_of(TEXTS, "zh")]
    failing = [
        ({"fr": WITHOUT, "en": TEXTS["en"]}, [code]),
        ({"fr": WITHOUT, "ru": TEXTS["ru"]}, [code]),
    ]


@pytest.mark.parametrize("code", [code for code in LONG if code != "fr"])
def test_what_one_version_has_alone_is_sure_where_no_other_renders_its_words(code: str) -> None:
    (found,) = check_versions(six_together({**SHORT, code: LONG[code]}))
    assert found.code == "D104" and found.facts["outlier"] == code and found.facts["sure"] == 1


@pytest.mark.parametrize("code", LONG)
def test_what_one_version_only_says_at_greater_length_is_not_added(code: str) -> None:
    longer = {
        "fr": ("des autorités locales", "des autorités qui sont établies au niveau local"), "en": ("the local authorities", "the authorities that have been established at the local level"),
        "es": ("las autoridades locales", "las autoridades que se han establecido a nivel local"), "ru": ("местных органов власти", "органов власти, которые учреждены на местном уровне"),
        "ar": ("السلطات المحلية", "السلطات التي أنشئت على الصعيد المحلي"), "zh": ("地方当局", "在地方一级设立的当局"),
    }  # fmt: skip
    old, new = longer[code]
    text = LONG[code].replace(old, new)
    assert text != LONG[code]
    assert not [f for f in check_versions(six_together({**LONG, code: text})) if f.code == "D104"]


@pytest.mark.parametrize("code", LONG)
def test_what_one_version_prints_twice_in_a_row_is_told_as_such(code: str) -> None:
    once = LONG[code].rstrip(" ;؛；")
    twice = f"{once}{ {'ar': '، ', 'zh': '，'}.get(code, ', ') }{LONG[code]}"
    (found,) = (f for f in check_versions(six_together({**LONG, code: twice})) if f.code in ("D107", "D103", "D104"))
    assert found.code == "D107" and found.odd == code and found.sentence == "D107.passage"
