"""Silence on clean versions, and on other forms of the same value."""

from __future__ import annotations

import pytest

from corpora.model import Resolution
from corpora.reading import read_text
from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions
from tests.support.sample import LANGUAGES


def test_clean_versions_give_no_finding(sample: dict[str, Resolution]) -> None:
    assert check_versions(compare_versions(sample["fr"], [sample[c] for c in LANGUAGES[1:]])) == []


@pytest.mark.parametrize("code", LANGUAGES[1:])
def test_each_clean_pair_gives_no_finding(sample: dict[str, Resolution], code: str) -> None:
    assert check_versions(compare_versions(sample["fr"], [sample[code]])) == []


HARMLESS = [
    ("en", "at its twelfth session", "at its 12th session"), ("ru", "двенадцатой сессии", "12-й сессии"), ("zh", "第十二届会议", "第12届会议"),
    ("en", "General Assembly resolution 56/1 of", "its resolution A/RES/56/1 of"), ("es", "12 de septiembre de 2001, en la que", "12 de setiembre de 2001, en la que"),
    ("ar", "٥٦/١٢٣ المؤرخ", "56/123 المؤرخ"), ("en", "5. *Urges* States", "5. *Urges also* States"), ("ru", "2001 года, в которой Ассамблея решительно", "2001 г., в которой Ассамблея решительно"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "was", "now"), HARMLESS)
def test_other_forms_of_the_same_are_no_finding(sample: dict[str, Resolution], code: str, was: str, now: str) -> None:
    source = sample[code].source
    assert source.count(was) == 1
    changed = read_text(source.replace(was, now), code, f"{code}.md")
    assert check_versions(compare_versions(sample["fr"], [changed])) == []
