"""D105: order and numbers of paragraphs."""

from __future__ import annotations

from corpora.model import Resolution
from corpora.reading import read_text
from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions


def test_numbering_faults_of_one_version(sample: dict[str, Resolution]) -> None:
    changed = read_text(sample["en"].source.replace("8. *Takes note*", "9. *Takes note*"), "en", "en.md")
    codes = [f.code for f in check_versions(compare_versions(sample["fr"], [changed]))]
    assert set(codes) == {"D105"}


def test_numbers_that_run_ahead_are_one_finding() -> None:
    acts = "Demande aux États de coopérer ;", "Condamne les attaques ;", "Salue le rapport ;", "Décide de rester saisi."
    other = (
        "Calls upon States to cooperate;",
        "Condemns the attacks;",
        "Welcomes the report;",
        "Decides to remain seized.",
    )
    french = "Le Conseil de sécurité,\n\nRappelant la Charte,\n\n" + "\n\n".join(
        f"{n}. {a}" for n, a in enumerate(acts, 1)
    )
    english = "The Security Council,\n\nRecalling the Charter,\n\n" + "\n\n".join(
        f"{n}. {a}" for n, a in zip((1, 5, 6, 7), other, strict=True)
    )
    found = check_versions(compare_versions(read_text(french, "fr", "fr.md"), [read_text(english, "en", "en.md")]))
    shifted = [f for f in found if f.sentence.startswith(("D105.number", "D105.shift"))]
    assert [f.sentence for f in shifted] == ["D105.shift"] and "3 paragraphs" in shifted[0].message("en")


def test_parts_that_every_version_numbers_anew_are_no_fault() -> None:
    french = "L’Assemblée générale,\n\nRappelant la Charte,\n\n1. Demande aux États de coopérer ;\n\n2. Salue le rapport ;\n\n1. Condamne les attaques ;\n\n2. Décide de rester saisie."
    english = "The General Assembly,\n\nRecalling the Charter,\n\n1. Calls upon States to cooperate;\n\n2. Welcomes the report;\n\n1. Condemns the attacks;\n\n2. Decides to remain seized."
    second = english.replace("\n\n1. Condemns", "\n\n3. Condemns").replace("\n\n2. Decides", "\n\n4. Decides")

    def faults(other: str) -> list[str]:
        versions = compare_versions(read_text(french, "fr", "fr.md"), [read_text(other, "en", "en.md")])
        return [f.sentence for f in check_versions(versions) if f.sentence in ("D105.gap", "D105.repeat")]

    assert faults(english) == []
    assert faults(second) != []
