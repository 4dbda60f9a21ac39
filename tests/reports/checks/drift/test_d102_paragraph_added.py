"""D102: a paragraph that one version adds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpora.model import Resolution
from corpora.reading import read_text
from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions
from reports.findings.model import Severity
from tests.support.one_paragraph import HEAD


def test_of_two_versions_the_second_adds_a_paragraph(sample: dict[str, Resolution]) -> None:
    french = replace(sample["fr"], paragraphs=tuple(p for p in sample["fr"].paragraphs if p.id != "op5"))
    (found,) = check_versions(compare_versions(french, [sample["en"]]))
    assert found.code == "D102" and found.message("en") == "Paragraph that stands in English only."


PARAGRAPHS = {
    "en": (
        "Expressing deep concern over the recent violence in the area, urging an immediate end to the violence",
        "stressing the importance of the initiatives of the mission to support dialogue between the communities,",
    ),
    "fr": (
        "Exprimant sa profonde inquiétude face aux violences récentes dans la région, demandant instamment l’arrêt immédiat des violences",
        "soulignant l’importance des initiatives de la mission à l’appui du dialogue entre les communautés,",
    ),
    "ru": (
        "выражая глубокую озабоченность по поводу насилия, совершавшегося в последнее время в районе, призывая немедленно прекратить насилие",
        "подчеркивая важность инициатив миссии в поддержку диалога между общинами,",
    ),
}  # fmt: skip


def _of_recitals(code: str, recitals: Sequence[str]) -> Resolution:
    last = {"en": "1. Decides to remain seized of the matter.", "fr": "1. Décide de rester saisi de la question.",
            "ru": "1. постановляет продолжать заниматься этим вопросом."}  # fmt: skip
    return read_text("\n\n".join([HEAD[code], *recitals, last[code]]), code, f"{code}.md")


def test_a_recital_that_one_version_cuts_in_two_is_no_grave_addition() -> None:
    whole = {code: f"{one}, {two}" for code, (one, two) in PARAGRAPHS.items()}
    cut = _of_recitals("ru", (PARAGRAPHS["ru"][0] + ",", PARAGRAPHS["ru"][1]))
    others = [_of_recitals("en", [whole["en"]]), cut]
    found = check_versions(compare_versions(_of_recitals("fr", [whole["fr"]]), others))
    assert {f.severity for f in found if f.code in ("D101", "D102")} <= {Severity.MINOR}
    # What is told in no paragraph beside stays an addition.
    told = [_of_recitals("en", [PARAGRAPHS["en"][1]]), cut]
    alone = check_versions(compare_versions(_of_recitals("fr", [PARAGRAPHS["fr"][1]]), told))
    assert Severity.MAJOR in {f.severity for f in alone if f.code == "D102"}
