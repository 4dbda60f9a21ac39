"""One slip under two codes is one finding. The texts are written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpora.model import Resolution, Span
from corpora.reading import read_text
from reports.checks.runner import check_versions
from reports.checks.support.one_slip import without_what_passages_say
from reports.comparison.rows import Versions, compare_versions
from reports.findings.model import Finding, Severity, place_of

HEADS = {
    "fr": "Le Conseil de sécurité,\n\nRappelant la Charte des Nations Unies,\n\n",
    "en": "The Security Council,\n\nRecalling the Charter of the United Nations,\n\n",
    "es": "El Consejo de Seguridad,\n\nRecordando la Carta de las Naciones Unidas,\n\n",
    "zh": "安全理事会，\n\n回顾《联合国宪章》，\n\n",
}
CITING = {
    "fr": "1. Exige l'application de la résolution {number} (2021) ;\n",
    "en": "1. Demands the implementation of resolution {number} (2021);\n",
    "es": "1. Exige la aplicación de la resolución {number} (2021);\n",
    "zh": "1. 要求执行第{number}(2021)号决议；\n",
}
CLAUSES = {
    "fr": "1. Prie le Secrétaire général de renforcer le dispositif de suivi, et de l'adapter dans les limites des ressources existantes ;\n",
    "en": "1. Requests the Secretary-General to strengthen the monitoring mechanism, and to adapt it within existing resources;\n",
    "es": "1. Solicita al Secretario General que refuerce el mecanismo de seguimiento;\n",
}  # fmt: skip


def _versions(texts: dict[str, str]) -> Versions:
    pivot, *others = (read_text(HEADS[code] + text, code, f"{code}.md") for code, text in texts.items())
    return compare_versions(pivot, others)


@pytest.mark.slow
@pytest.mark.parametrize("odd", ["fr", "en", "es", "zh"])
def test_a_symbol_with_a_figure_too_many_is_one_finding(odd: str) -> None:
    texts = {c: text.format(number="25853" if c == odd else "2585") for c, text in CITING.items()}
    (found,) = (f for f in check_versions(_versions(texts)) if f.code.startswith("D2"))
    assert (found.code, found.odd) == ("D203", odd)
    assert "2585 (2021)" in found.message("en") or "2585(2021)" in found.message("en")
    assert "25853" in found.message("en")


def _found(
    versions: Versions, code: str, words: dict[str, str], confidence: float, severity: Severity = Severity.MINOR
) -> Finding:
    """A finding of words of one version that the Spanish one lacks: ``words`` has them by language."""
    ((language, said),) = words.items()
    documents: dict[str, Resolution] = {d.language: d for d in versions.documents}
    paragraph = documents[language].paragraph("op1")
    at = paragraph.text.index(said)
    source = place_of(documents[language], paragraph, Span(at, at + len(said)))
    target = place_of(documents["es"], documents["es"].paragraph("op1"))
    return Finding(code, severity, source, target, "D103.one", {"outlier": "es", "others": ("fr", "en")}, confidence)


PASSAGE = {
    "fr": ", et de l'adapter dans les limites des ressources existantes",
    "en": ", and to adapt it within existing resources",
}
WORDS = {"fr": "dans les limites des ressources existantes", "en": "within existing resources"}


@pytest.mark.slow
@pytest.mark.parametrize("shown", ["fr", "en"])
@pytest.mark.parametrize("quoted", ["fr", "en"])
def test_words_inside_a_passage_that_is_left_out_are_told_by_the_passage(shown: str, quoted: str) -> None:
    versions = _versions(CLAUSES)
    passage = _found(versions, "D103", {shown: PASSAGE[shown]}, 0.6)
    inside = _found(versions, "D305", {quoted: WORDS[quoted]}, 0.7, Severity.MAJOR)
    (kept,) = without_what_passages_say([passage, inside], versions)
    assert (kept.code, kept.severity, kept.confidence) == ("D103", Severity.MAJOR, 0.7)


def test_a_doubtful_passage_says_nothing_for_others() -> None:
    versions = _versions(CLAUSES)
    found = [_found(versions, "D103", {"fr": PASSAGE["fr"]}, 0.1), _found(versions, "D305", {"fr": WORDS["fr"]}, 0.7)]
    assert without_what_passages_say(found, versions) == found


def test_words_outside_a_passage_or_of_another_version_stay() -> None:
    versions = _versions(CLAUSES)
    passage = _found(versions, "D103", {"fr": PASSAGE["fr"]}, 0.6)
    outside = _found(versions, "D305", {"fr": "dispositif de suivi"}, 0.5)
    of_another = replace(
        _found(versions, "D305", {"fr": WORDS["fr"]}, 0.5), facts={"outlier": "en", "others": ("fr", "es")}
    )
    assert without_what_passages_say([passage, outside, of_another], versions) == [passage, outside, of_another]


@pytest.mark.slow
def test_a_qualifier_in_the_place_of_another_is_one_finding() -> None:
    texts = {
        "fr": "1. Prie le Secrétaire général de dresser, sur demande, un plan national ;\n",
        "en": "1. Requests the Secretary-General to draw up, within existing resources, a national plan;\n",
        "es": "1. Solicita al Secretario General que elabore, dentro de los recursos existentes, un plan nacional;\n",
    }
    found = [f for f in check_versions(_versions(texts)) if f.code == "D305"]
    assert len(found) == 1 and found[0].odd == "fr"
    assert "sur demande" in found[0].message("en") and "within existing resources" in found[0].message("en")
    assert found[0].target is not None and found[0].target.quote == "sur demande"
