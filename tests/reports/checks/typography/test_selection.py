"""Typography is checked where it is asked for, of versions too."""

from __future__ import annotations

from corpora.model import Resolution
from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions
from reports.project.settings import Settings
from tests.support.lint import codes


def test_good_typography_is_silent() -> None:
    text = "Le Conseil de sécurité,\n\n1. Prie l’Organisation de lire le «\u00a0Programme\u00a0»\u00a0; elle envoie 1\u00a0500 soldats\u00a0;\n"
    assert codes(text, extend_select=("D6",)) == []


def test_typography_of_versions_where_asked_for(sample: dict[str, Resolution]) -> None:
    settings = Settings(extend_select=("D603",))
    findings = check_versions(compare_versions(sample["fr"], [sample["en"]], settings=settings))
    assert {f.code for f in findings} == {"D603"} and len(findings) > 5
