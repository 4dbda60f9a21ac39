"""One cause is one finding: references that run ahead of the numbering, an annex that a version lacks."""

from __future__ import annotations

import pytest

from corpora.reading import read_text
from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions
from reports.findings.model import Finding

TEXTS = {
    "fr": ("Le Conseil de sécurité,\n\nRappelant la Charte des Nations Unies,", "Décide d’établir une liste des personnes concernées ;", "Demande aux États de geler les avoirs visés au paragraphe {a} ci-dessus ;", "Décide que le Comité examinera les demandes visées au paragraphe {b} ci-dessus ;", "Demande aux États d’appliquer les paragraphes {a} et {b} ci-dessus ;", "Prie le Groupe d’experts de suivre le paragraphe {c} ci-dessus.", "Annexe\n\nMandat du Groupe d’experts chargé de suivre les sanctions\n\n1. Le Groupe se compose de cinq experts.\n\n2. Le Groupe présente un rapport au Comité."),
    "en": ("The Security Council,\n\nRecalling the Charter of the United Nations,", "Decides to establish a list of the persons concerned;", "Calls upon States to freeze the assets referred to in paragraph {a} above;", "Decides that the Committee shall consider the requests referred to in paragraph {b} above;", "Calls upon States to apply paragraphs {a} and {b} above;", "Requests the Panel of Experts to follow up paragraph {c} above.", "Annex\n\nMandate of the Panel of Experts that monitors the sanctions\n\n1. The Panel consists of five experts.\n\n2. The Panel submits a report to the Committee."),
    "es": ("El Consejo de Seguridad,\n\nRecordando la Carta de las Naciones Unidas,", "Decide establecer una lista de las personas de que se trata;", "Exhorta a los Estados a que congelen los activos indicados en el párrafo {a} supra;", "Decide que el Comité examinará las solicitudes indicadas en el párrafo {b} supra;", "Exhorta a los Estados a que apliquen los párrafos {a} y {b} supra;", "Solicita al Grupo de Expertos que dé seguimiento al párrafo {c} supra.", "Anexo\n\nMandato del Grupo de Expertos que supervisa las sanciones\n\n1. El Grupo se compone de cinco expertos.\n\n2. El Grupo presenta un informe al Comité."),
}  # fmt: skip


def _found(ahead: str = "", by: int = 0, lacking: str = "") -> list[Finding]:
    documents = []
    for code, (head, *acts, annex) in TEXTS.items():
        shift = by if code == ahead else 0
        numbered = (f"{n}. {act.format(a=1 + shift, b=2 + shift, c=4 + shift)}" for n, act in enumerate(acts, 1))
        parts = [head, *numbered, *([] if code == lacking else [annex])]
        documents.append(read_text("\n\n".join(parts), code, f"{code}.md"))
    return check_versions(compare_versions(documents[0], documents[1:]))


def test_the_texts_say_the_same() -> None:
    assert _found() == []


@pytest.mark.parametrize("code", TEXTS)
@pytest.mark.parametrize("by", [3, 1])
def test_references_that_run_ahead_are_one_finding(code: str, by: int) -> None:
    (found,) = _found(ahead=code, by=by)
    assert found.sentence == "D201.ahead" and found.odd == code and len(found.changes) >= 3
    assert f"run {by} ahead" in found.message("en") and f"{by} de trop" in found.message("fr")


def test_one_reference_that_differs_is_said_as_it_is() -> None:
    texts = {
        c: "\n\n".join((t[0], f"1. {t[1]}", f"2. {t[2].format(a=5 if c == 'es' else 1)}")) for c, t in TEXTS.items()
    }
    pivot, *others = (read_text(text, c, f"{c}.md") for c, text in texts.items())
    assert [f.sentence for f in check_versions(compare_versions(pivot, others))] == ["value.differs"]


@pytest.mark.parametrize("code", TEXTS)
def test_an_annex_that_a_version_lacks_is_one_finding_as_grave_as_what_stands_in_it(code: str) -> None:
    (found,) = _found(lacking=code)
    assert found.code == "D106" and found.odd == code and found.severity.label == "major"


def test_a_session_by_its_year_against_one_by_its_number_is_one_finding() -> None:
    texts = {
        "en": "The Security Council,\n\n1. Requests the Chair of the Commission to report at its 2030 session;\n",
        "fr": "Le Conseil de sécurité,\n\n1. Prie la Présidente de la Commission de faire rapport à sa session de 2030 ;\n",
        "es": "El Consejo de Seguridad,\n\n1. Solicita a la Presidencia de la Comisión que informe en su quincuagésimo quinto período de sesiones;\n",
    }
    pivot, *others = (read_text(text, c, f"{c}.md") for c, text in texts.items())
    assert [f.code for f in check_versions(compare_versions(pivot, others)) if f.code[:2] == "D2"] == ["D204"]


RATES = {
    "Algeria": "0.138",
    "Austria": "0.677",
    "Chad": "0.003",
    "Egypt": "0.186",
    "Germany": "6.111",
    "Spain": "2.134",
    "Sweden": "0.871",
}
IN_SPANISH = {
    "Alemania": "6,111",
    "Argelia": "0,138",
    "Austria": "0,677",
    "Chad": "0,003",
    "Egipto": "0,186",
    "España": "2,134",
    "Suecia": "0,871",
}
"""Shares of a scale, each table in the order of its own language."""


def _of_tables(english: dict[str, str], spanish: dict[str, str]) -> list[Finding]:
    texts = {
        "en": ("The Security Council,\n\n1. Resolves that the scale shall be as follows:", english),
        "es": ("El Consejo de Seguridad,\n\n1. Resuelve que la escala sea la siguiente:", spanish),
    }
    documents = [
        read_text("\n\n".join([head, *(cell for line in table.items() for cell in line)]), code, f"{code}.md")
        for code, (head, table) in texts.items()
    ]
    return [f for f in check_versions(compare_versions(documents[0], documents[1:])) if f.code == "D201"]


def test_a_table_in_the_order_of_each_language_has_all_its_figures() -> None:
    assert [f.message("en") for f in _of_tables(RATES, IN_SPANISH)] == []


def test_a_figure_that_differs_in_such_a_table_is_found() -> None:
    assert _of_tables(RATES, IN_SPANISH | {"Egipto": "0,196"})
