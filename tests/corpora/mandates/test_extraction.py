"""Mandates of the sample in six languages."""

from __future__ import annotations

import pytest

from corpora.mandates.extraction import mandates_of
from corpora.model import Resolution
from tests.support.sample import LANGUAGES


def test_mandates_of_the_sample(sample: dict[str, Resolution]) -> None:
    mandates = {m.id: m for m in mandates_of(sample["fr"])}
    last = mandates["op10"]
    assert last.kind == "direct" and last.addressee is not None and last.addressee.value == "secretary_general"
    assert [d.value for d in last.deadlines] == ["12"]
    assert [b.value for b in last.report_to] == ["crime_commission"]
    assert mandates["op2#2"].verb.repeated and mandates["op2#2"].addressee is not None
    assert mandates["op9#2"].verb.form == "invite"
    english = {m.id: m for m in mandates_of(sample["en"])}
    assert english["op10"].addressee is not None and english["op10"].addressee.value == "secretary_general"
    assert [b.value for b in english["op10"].report_to] == ["crime_commission"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_mandates_in_every_language_have_verb_force_addressee_and_session(
    sample: dict[str, Resolution], code: str
) -> None:
    last = mandates_of(sample[code])[-1]
    assert last.kind == "direct" and last.force >= 2
    assert last.addressee is not None and last.addressee.value == "secretary_general"
    assert [d.value for d in last.deadlines] == ["12"]
