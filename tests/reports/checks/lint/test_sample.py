"""The sample has no fault of its own."""

from __future__ import annotations

import pytest

from corpora.model import Resolution
from corpora.resources.adoption_dates import AdoptionDates
from reports.checks.runner import check_document
from reports.project.settings import Settings
from tests.support.sample import LANGUAGES


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_sample_has_no_fault_of_its_own(sample: dict[str, Resolution], code: str) -> None:
    assert check_document(sample[code], Settings(), AdoptionDates()) == []
