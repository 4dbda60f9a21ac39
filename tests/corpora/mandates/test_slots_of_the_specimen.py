"""Slots of the mandates of a specimen."""

from __future__ import annotations

from corpora.mandates.extraction import mandates_of
from corpora.model import Resolution
from corpora.reading import read_text


def test_slots_of_a_mandate(pair: tuple[Resolution, Resolution]) -> None:
    mandates = {m.id: m for m in mandates_of(pair[0])}
    assert [b.text for b in mandates["op2"].beneficiaries] == ["aux pays en développement"]
    assert [r.value for r in mandates["op2"].resources] == ["existing_resources"] and mandates["op2"].conditions == ()
    assert mandates["op3"].cycle is not None and mandates["op3"].cycle.text == "tous les six mois"
    assert mandates["op1"].duration is not None and mandates["op1"].duration.text.startswith(
        "pour une période de six mois"
    )
    assert mandates["op1"].organ == "SC"
    english = read_text(
        "The Security Council,\n\n1. Acting under Chapter VII, decides to extend the mandate until 31 July 2004 and to keep it under review;\n\n"
        "2. Requests the Secretary-General to provide assistance to developing countries, subject to the availability of funds;\n",
        "en", "en",
    )  # fmt: skip
    first, second = mandates_of(english)[0], mandates_of(english)[-1]
    assert first.review is not None or first.duration is not None
    assert [b.text for b in second.beneficiaries] == ["to developing countries"]
    assert any("subject to" in c.text for c in second.conditions)
