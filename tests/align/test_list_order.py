"""Items of lists in another order: aligned by what they say; an order that is not the alphabet's is a finding (D105)."""

from __future__ import annotations

import pytest

from corpora.reading import read_text
from reports.checks.runner import check_versions
from reports.comparison.rows import Versions, compare_versions

FRAMES = {
    "fr": "L’Assemblée générale,\n\nRappelant la Charte,\n\n1. Prie de coopérer les organismes suivants :\n\n{}\n\n2. Décide de rester saisie de la question.\n",
    "en": "The General Assembly,\n\nRecalling the Charter,\n\n1. Requests the following bodies to cooperate:\n\n{}\n\n2. Decides to remain seized of the matter.\n",
    "es": "La Asamblea General,\n\nRecordando la Carta,\n\n1. Solicita a los siguientes organismos que cooperen:\n\n{}\n\n2. Decide seguir ocupándose de la cuestión.\n",
}
BODIES = {
    "fr": ("FAO : l’état de la sécurité alimentaire ;", "OIT : les droits des travailleurs ;", "OMS : la santé publique et les épidémies ;", "UNESCO : l’éducation et la culture ;"),
    "en": ("FAO: the state of food security;", "ILO: the rights of workers;", "UNESCO: education and culture;", "WHO: public health and epidemics;"),
    "es": ("FAO: el estado de la seguridad alimentaria;", "OIT: los derechos de los trabajadores;", "OMS: la salud pública y las epidemias;", "UNESCO: la educación y la cultura;"),
}  # fmt: skip
MARKS = {"dashes": ("– ",) * 4, "letters": ("a) ", "b) ", "c) ", "d) ")}


def _versions(marks: tuple[str, ...], **order: tuple[int, ...]) -> Versions:
    documents = []
    for code, frame in FRAMES.items():
        said = [BODIES[code][k] for k in order.get(code, (0, 1, 2, 3))]
        items = "\n\n".join(mark + text for mark, text in zip(marks, said, strict=False))
        documents.append(read_text(frame.format(items), code, f"{code}.md"))
    return compare_versions(documents[0], documents[1:])


@pytest.mark.parametrize("kind", MARKS)
def test_acronyms_in_the_order_of_each_alphabet_are_aligned_by_what_they_say(kind: str) -> None:
    versions = _versions(MARKS[kind])
    (health,) = [row for row in versions.rows if "WHO" in (row.cells["en"].first.text if "en" in row.cells else "")]
    assert {code: cell.first.text.lstrip("– ")[:3] for code, cell in health.cells.items()} == {"fr": "OMS", "en": "WHO", "es": "OMS"}  # fmt: skip
    assert check_versions(versions) == []


@pytest.mark.parametrize("kind", MARKS)
def test_one_that_is_missing_is_one_finding(kind: str) -> None:
    for kept, gone in (((1, 2, 3), "sécurité alimentaire"), ((0, 1, 2), "santé publique")):
        (found,) = check_versions(_versions(MARKS[kind], en=kept))
        assert found.code == "D101" and gone in found.source.quote, found  # type: ignore[union-attr]


@pytest.mark.parametrize("kind", MARKS)
def test_items_that_changed_places_are_a_finding(kind: str) -> None:
    (found,) = check_versions(_versions(MARKS[kind], es=(1, 0, 2, 3)))
    assert found.code == "D105" and "OIT" in found.message("en") and "Spanish" in found.message("en")


ORGANS = {
    "fr": ("Le Haut-Commissariat des Nations Unies pour les réfugiés ;", "L’Organisation internationale pour les migrations ;", "L’Organisation mondiale de la Santé ;", "Le Programme alimentaire mondial ;"),
    "en": ("The International Organization for Migration;", "The Office of the United Nations High Commissioner for Refugees;", "The World Food Programme;", "The World Health Organization;"),
    "es": ("La Oficina del Alto Comisionado de las Naciones Unidas para los Refugiados;", "La Organización Internacional para las Migraciones;", "La Organización Mundial de la Salud;", "El Programa Mundial de Alimentos;"),
    "zh": ("世界粮食计划署；", "世界卫生组织；", "国际移民组织；", "联合国难民事务高级专员公署；"),
}  # fmt: skip
HEALTH = {"fr": 2, "en": 3, "es": 2, "zh": 1}
CHINESE = "大会，\n\n回顾《宪章》，\n\n1. 请下列机构合作：\n\n{}\n\n2. 决定继续处理此案。\n"


@pytest.mark.parametrize("gone", [None, *HEALTH])
def test_names_stand_behind_their_articles_and_may_be_missing_in_any_version(gone: str | None) -> None:
    documents = []
    for code, names in ORGANS.items():
        kept = [name for k, name in enumerate(names) if code != gone or k != HEALTH[code]]
        items = "\n\n".join(f"– {name}" for name in kept)
        documents.append(read_text((FRAMES | {"zh": CHINESE})[code].format(items), code, f"{code}.md"))
    found = check_versions(compare_versions(documents[0], documents[1:]))
    assert [f.code for f in found] == ["D101"] * (gone is not None)
    assert all(gone in f.facts["outlier"] and len(f.facts["outlier"]) == 1 for f in found)  # type: ignore[arg-type, operator]
