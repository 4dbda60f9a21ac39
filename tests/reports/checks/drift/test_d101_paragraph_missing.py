"""D101: a paragraph that one version lacks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpora.model import Resolution
from corpora.reading import read_text
from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions
from reports.findings.model import Severity


@pytest.mark.slow
def test_a_part_that_is_missing_is_one_finding(sample: dict[str, Resolution]) -> None:
    text = sample["en"].source
    start, end = text.index("\n4. "), text.index("\n9. ")
    found = check_versions(
        compare_versions(sample["fr"], [read_text(text[:start] + text[end:], "en", "en.md"), sample["es"]])
    )
    missing = [f for f in found if f.code == "D101"]
    assert [f.message("en") for f in missing] == [
        "The 5 paragraphs from para.\u00a04 to para.\u00a08 (French and Spanish) have no counterpart in English."
    ]
    assert missing[0].severity is Severity.CRITICAL


@pytest.mark.parametrize("others", [("en", "es"), pytest.param(("en", "es", "ru", "ar", "zh"), marks=pytest.mark.slow)])
def test_french_can_be_the_one_that_lacks_a_paragraph(sample: dict[str, Resolution], others: tuple[str, ...]) -> None:
    french = replace(sample["fr"], paragraphs=tuple(p for p in sample["fr"].paragraphs if p.id != "op5"))
    (found,) = check_versions(compare_versions(french, [sample[c] for c in others]))
    assert found.code == "D101" and found.paragraphs == ("op5",) and "no counterpart in French" in found.message("en")


ACTS = {
    "fr": ("Le Conseil de sécurité,", "Demande aux États de protéger les écoles ;", "Invite les donateurs à verser des contributions volontaires ;", "Prie le Secrétaire général de lui faire rapport ;", "Décide de rester saisi de la question."),
    "en": ("The Security Council,", "Calls upon States to protect schools;", "Invites donors to make voluntary contributions;", "Requests the Secretary-General to report to it;", "Decides to remain seized of the matter."),
    "es": ("El Consejo de Seguridad,", "Exhorta a los Estados a que protejan las escuelas;", "Invita a los donantes a que hagan contribuciones voluntarias;", "Solicita al Secretario General que lo informe;", "Decide seguir ocupándose de la cuestión."),
}  # fmt: skip


def _numbered(code: str, numbers: tuple[int, ...], acts: tuple[int, ...]) -> Resolution:
    organ, *texts = ACTS[code]
    lines = [f"{n}. {texts[k]}" for n, k in zip(numbers, acts, strict=True)]
    return read_text("\n\n".join([organ, *lines]), code, f"{code}.md")


@pytest.mark.parametrize(("numbers", "jumps"), [((1, 3, 4), True), ((1, 2, 3), False)])
def test_numbers_that_go_on_as_if_the_paragraph_were_there_tell_of_the_copy(
    numbers: tuple[int, ...], jumps: bool
) -> None:
    whole = [_numbered(code, (1, 2, 3, 4), (0, 1, 2, 3)) for code in ("fr", "es")]
    found = check_versions(compare_versions(whole[0], [_numbered("en", numbers, (0, 2, 3)), whole[1]]))
    (missing,) = [f for f in found if f.code == "D101"]
    assert ("go from 1 to 3: this copy has lost the paragraph" in missing.message("en")) is jumps
    assert missing.severity is Severity.CRITICAL
