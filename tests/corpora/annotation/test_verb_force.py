"""The force of a verb depends on the organ."""

from __future__ import annotations

from corpora.mandates.extraction import mandates_of
from corpora.reading import read_text
from reports.checks.runner import check_related
from reports.comparison.rows import compare_related


def test_force_depends_on_the_organ() -> None:
    council = "Le Conseil de sécurité,\n\n1. Décide de créer une mission chargée d'observer les ports de la région;\n"
    assembly = council.replace("Le Conseil de sécurité,", "L'Assemblée générale,")
    first, second = (read_text(text, "fr", text[:12]) for text in (council, assembly))
    assert mandates_of(first)[0].force > mandates_of(second)[0].force
    assert "M202" in {f.code for f in check_related(compare_related(first, second))}
    assert not {"M201", "M202"} & {f.code for f in check_related(compare_related(first, first))}
