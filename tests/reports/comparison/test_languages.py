"""Versions of both resolutions at hand: a change says in which languages it shows. Specimens, not UN documents."""

from __future__ import annotations

from pathlib import Path

from corpora.reading import read_text
from reports.pipeline.case import Case, Position, RelatedDocument, examine

TEXTS = {
    "fr": "Le Conseil de sécurité,\n\nRappelant ses résolutions antérieures,\n\n1. Décide de proroger le mandat jusqu'au 31 janvier {year} ;\n\n2. Autorise le déploiement de {troops} observateurs ;\n",
    "en": "The Security Council,\n\nRecalling its previous resolutions,\n\n1. Decides to extend the mandate until 31 January {year};\n\n2. Authorizes the deployment of {troops} observers;\n",
    "es": "El Consejo de Seguridad,\n\nRecordando sus resoluciones anteriores,\n\n1. Decide prorrogar el mandato hasta el 31 de enero de {year};\n\n2. Autoriza el despliegue de {troops} observadores;\n",
}  # fmt: skip


def _case(troops_in_spanish: int) -> Case:
    earlier = {c: read_text(t.format(year=2025, troops=400), c, f"earlier.{c}.md") for c, t in TEXTS.items()}
    later = {
        c: read_text(t.format(year=2026, troops=troops_in_spanish if c == "es" else 550), c, f"{c}.md")
        for c, t in TEXTS.items()
    }
    return Case(later, "fr", (RelatedDocument(earlier["fr"], Position.EARLIER),), predecessor=earlier)


def test_a_change_that_all_versions_show_is_said_so() -> None:
    ((_, found),) = examine(_case(550)).related
    assert {f.code: f.message("en").rpartition("”. ")[2] for f in found.findings} == {
        "M210": "In all versions (French, English and Spanish).",
        "M218": "In all versions (French, English and Spanish).",
    }


def test_a_version_that_stayed_behind_is_named() -> None:
    ((_, found),) = examine(_case(400)).related
    (number,) = [f for f in found.findings if f.code == "M218"]
    assert number.message("en").endswith("In French and English; not seen in Spanish.")
    assert number.message("fr").endswith("En français et anglais ; pas vu en espagnol.")


def test_without_versions_of_the_predecessor_nothing_is_said(tmp_path: Path) -> None:
    case = _case(550)
    alone = Case(case.documents, "fr", case.related)
    ((_, found),) = examine(alone).related
    assert all(not f.notes for f in found.findings)
