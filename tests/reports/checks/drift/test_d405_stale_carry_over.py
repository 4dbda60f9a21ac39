"""D405: what one version took over unchanged while the others moved on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpora.model import Resolution
from corpora.reading import read_text
from reports.checks.runner import check_versions
from reports.comparison.rows import Predecessor, compare_versions
from reports.findings.model import Severity


@pytest.mark.slow
def test_stale_carry_over(sample: dict[str, Resolution]) -> None:
    """The earlier set is the sample; in the later one all but English have moved on to another session."""
    moved = {
        "fr": ("douzième session", "quatorzième session"),
        "en": ("twelfth session", "fourteenth session"),
        "es": ("12º período", "14º período"),
    }
    earlier = Predecessor({code: sample[code] for code in moved})
    later = {c: read_text(sample[c].source.replace(*moved[c]), c, f"later.{c}.md") for c in moved}
    clean = compare_versions(later["fr"], [later["en"], later["es"]], predecessor=earlier)
    assert check_versions(clean) == []
    stale = replace(sample["en"], name="later.en.md")
    findings = check_versions(compare_versions(later["fr"], [stale, later["es"]], predecessor=earlier))
    (carried,) = [f for f in findings if f.code == "D405"]
    assert carried.target is not None and carried.target.language == "en" and carried.severity is Severity.CRITICAL
    message = carried.message("en")
    assert "quatorzième" in message and "‹" in message
    assert (
        message.index("douzième")
        < message.index("quatorzième")
        < message.index("still")
        < message.index("twelfth session")
    )


CARRIED = {
    "fr": "Le Conseil de sécurité,\n\n1. Souligne le rôle important des femmes dans la prévention des conflits;\n\n2. Exige que les parties donnent accès aux civils;\n",
    "en": "The Security Council,\n\n1. Stresses the important role of women in the prevention of conflicts;\n\n2. Demands that the parties give access to civilians;\n",
    "es": "El Consejo de Seguridad,\n\n1. Destaca el importante papel de las mujeres en la prevención de los conflictos;\n\n2. Exige que las partes den acceso a los civiles;\n",
}  # fmt: skip


@pytest.mark.parametrize(
    ("moved", "reported"),
    [
        # Words came into all but the English.
        ({"fr": ("Exige que", "Exige que, immédiatement,"), "es": ("Exige que", "Exige que, de inmediato,")}, ["op2"]),
        # The others say in other words what the English said and says.
        ({"fr": ("le rôle important des", "l'importance du rôle des"), "es": ("el importante papel", "la importancia del papel")}, []),
    ],
)  # fmt: skip
def test_stale_wording(moved: dict[str, tuple[str, str]], reported: list[str]) -> None:
    earlier = {c: read_text(text, c, f"earlier.{c}.md") for c, text in CARRIED.items()}
    later = {c: read_text(t.replace(*moved.get(c, ("", ""))), c, f"{c}.md") for c, t in CARRIED.items()}
    predecessor = Predecessor(earlier)
    findings = check_versions(compare_versions(later["fr"], [later["en"], later["es"]], predecessor=predecessor))
    stale = [f for f in findings if f.code == "D405"]
    assert [f.target.paragraph for f in stale if f.target] == reported
    assert all(f.severity is Severity.MINOR for f in stale)


YEARS = {
    "fr": ("Le Conseil de sécurité,\n\n1. Décide de proroger le mandat de la Mission jusqu’au 31 octobre {} ;\n\n2. Exige que les parties {} donnent accès aux civils ;\n", "", "au conflit"),
    "en": ("The Security Council,\n\n1. Decides to extend the mandate of the Mission until 31 October {};\n\n2. Demands that the parties {} give access to civilians;\n", "", "to the conflict"),
    "es": ("El Consejo de Seguridad,\n\n1. Decide prorrogar el mandato de la Misión hasta el 31 de octubre de {};\n\n2. Exige que las partes {} den acceso a los civiles;\n", "", "en conflicto"),
}  # fmt: skip


@pytest.mark.parametrize("code", YEARS)
@pytest.mark.parametrize(("left", "is_stale"), [(2026, True), (2025, False)])
def test_a_year_that_stayed_behind_is_named_where_other_words_moved_on(code: str, left: int, is_stale: bool) -> None:
    earlier = {c: read_text(text.format(2026, was), c, f"earlier.{c}.md") for c, (text, was, _) in YEARS.items()}
    # The odd version is not word for word as before: only its year is.
    later = {}
    for c, (text, _, now) in YEARS.items():
        said = text.format(left if c == code else 2027, now).replace("31 octobre", "le 31 octobre")
        said = said.replace("Mission until", "United Nations Mission until").replace(
            "la Misión hasta", "dicha Misión hasta"
        )
        later[c] = read_text(said, c, f"{c}.md")
    pivot, *others = later.values()
    found = check_versions(compare_versions(pivot, others, predecessor=Predecessor(earlier)))
    (date,) = [f for f in found if f.code == "D202"]
    assert date.odd == code and ("stayed behind" in date.message("en")) is is_stale
