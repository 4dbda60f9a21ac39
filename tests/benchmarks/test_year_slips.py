"""The list of years that one version has alone, and which finding counts as one of its lines."""

from __future__ import annotations

import random

import pytest

from benchmarks.plants import dash_item_plants, dashed, shared_plants
from benchmarks.year_slips import reported, slips
from corpora.reading import read_text
from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions

LINE = "75session A_RES_75_1 op 1 Spanish has {'2019': 1} others {'2020': 1}"
TEXTS = {
    "fr": "L’Assemblée générale,\n\nRappelant la Charte,\n\n1. Prend note du rapport de 2020 :\n\na) Sur les routes ;\n\nb) Sur les écoles du pays ;\n\nc) Sur les hôpitaux du pays ;\n",
    "en": "The General Assembly,\n\nRecalling the Charter,\n\n1. Takes note of the report of 2020:\n\n(a) On the roads;\n\n(b) On the schools of the country;\n\n(c) On the hospitals of the country;\n",
    "es": "La Asamblea General,\n\nRecordando la Carta,\n\n1. Toma nota del informe de 2020:\n\na) Sobre las carreteras;\n\nb) Sobre las escuelas del país;\n\nc) Sobre los hospitales del país;\n",
}  # fmt: skip


def test_a_line_is_found_where_its_year_is_quoted_in_its_paragraph_and_version() -> None:
    (slip,) = slips([LINE, ""])
    assert (slip.op, slip.language, slip.own, slip.others) == (1, "es", ("2019",), ("2020",))
    for said, times in (("2019", 1), ("2020", 0)):
        documents = [
            read_text(t.replace("de 2020", f"de {said if c == 'es' else 2020}"), c, f"{c}.md") for c, t in TEXTS.items()
        ]
        versions = compare_versions(documents[0], documents[1:])
        assert len(reported(slip, versions, check_versions(versions))) == times
    with pytest.raises(ValueError, match="no slip"):
        list(slips(["something else"]))


@pytest.mark.parametrize(("said", "times"), [("2019", 1), ("2020", 0)])
def test_a_line_is_found_in_the_footnote_of_its_paragraph(said: str, times: int) -> None:
    (slip,) = slips([LINE])
    notes = {
        "fr": "Voir la décision de 2020.",
        "en": "See the decision of 2020.",
        "es": f"Véase la decisión de {said}.",
    }
    marked = {c: t.replace(" 2020 :", "[^1] :").replace(" 2020:", "[^1]:") for c, t in TEXTS.items()}
    documents = [read_text(f"{t}\n[^1]: {notes[c]}\n", c, f"{c}.md") for c, t in marked.items()]
    versions = compare_versions(documents[0], documents[1:])
    assert all(len(d.footnotes) == 1 for d in documents)
    assert len(reported(slip, versions, check_versions(versions))) == times


def test_the_same_change_is_planted_in_several_versions() -> None:
    documents = {c: read_text(t, c, f"{c}.md") for c, t in TEXTS.items()}
    plants = {p.kind: p for p in shared_plants(documents, ("en", "es"), random.Random(1))}
    number = plants["number"]
    assert number.changed == ("en", "es") and number.documents["fr"] is documents["fr"]
    assert all(number.now in number.documents[c].paragraph("op1").text for c in ("en", "es"))


def test_an_item_with_a_dash_is_dropped_from_the_text() -> None:
    printed = dashed(read_text(TEXTS["en"], "en", "en.md"))
    assert printed is not None and [p.id for p in printed.paragraphs][-3:] == ["op1.dash1", "op1.dash2", "op1.dash3"]
    (plant,) = dash_item_plants(printed, random.Random(1))
    assert [p.id for p in plant.resolution.paragraphs][-2:] == ["op1.dash1", "op1.dash2"]
    assert plant.was not in plant.resolution.source
