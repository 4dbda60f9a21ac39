"""The language of submission weighs in the reason."""

from __future__ import annotations

import pytest

from corpora.model import Resolution
from corpora.reading import read_resolution
from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions
from reports.project.settings import Settings
from tests.support.command_line import DRIFT_EN
from tests.support.sample import LANGUAGES

pytestmark = pytest.mark.slow


def test_the_language_of_submission_weighs_in_the_reason(sample: dict[str, Resolution]) -> None:
    copy = read_resolution(DRIFT_EN)
    others = [copy, *(sample[c] for c in LANGUAGES[2:])]
    for submission, said in (("es", "speaks against English"), ("en", "may be behind it")):
        versions = compare_versions(sample["fr"], others, settings=Settings(submission=submission))
        date = next(f for f in check_versions(versions) if f.code == "D202")
        assert said in date.message("en")
    plain = next(f for f in check_versions(compare_versions(sample["fr"], others)) if f.code == "D202")
    assert "submitted" not in plain.message("en")
