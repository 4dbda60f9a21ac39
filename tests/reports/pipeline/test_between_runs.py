"""What a check keeps for the next one on the same documents: the findings are those of a check that keeps nothing. The texts are ours."""

from __future__ import annotations

from pathlib import Path

import pytest

import align.lexicon.paired_words as pairs
import align.lexicon.tokenization as tokenization
import align.lexicon.word_evidence as evidence
from corpora.reading import read_text
from reports.pipeline.case import Case, Result, examine

TEXTS = {
    "fr": (
        "Le Conseil de sécurité,\n\n1. Décide de proroger jusqu'au 30 juin 2031 le mandat de la Mission, et engage toutes les parties"
        " à coopérer pleinement avec elle ;\n\n2. Prie le Secrétaire général de lui présenter un rapport tous les six mois ;\n"
    ),
    "en": (
        "The Security Council,\n\n1. Decides to extend until 30 June 2031 the mandate of the Mission, and calls upon all parties"
        " to cooperate fully with it;\n\n2. Requests the Secretary-General to report to it every six months;\n"
    ),
    "es": (
        "El Consejo de Seguridad,\n\n1. Decide prorrogar hasta el 30 de junio de 2031 el mandato de la Misión, y exhorta a las partes"
        " a que cooperen con ella;\n\n2. Solicita al Secretario General que le presente un informe cada seis meses;\n"
    ),
    "zh": (
        "安全理事会，\n\n1. 决定将特派团的任务期限延长至2031年6月30日，并促请所有各方与特派团充分合作；\n\n2. 请秘书长每六个月提交一份报告；\n"
    ),
}


def _case(changes: dict[str, tuple[str, str]]) -> Case:
    texts = {code: text.replace(*changes.get(code, ("", ""))) for code, text in TEXTS.items()}
    return Case({code: read_text(text, code, f"{code}.md") for code, text in texts.items()}, "fr")


def _as_in_a_new_process(case: Case, *, between_runs: bool) -> Result:
    for cached in (pairs._paired, evidence.word_evidence, tokenization.stemmed, tokenization._stemmed_word):
        cached.cache_clear()
    return examine(case, between_runs=between_runs)


@pytest.mark.slow
@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"es": ("2031", "2032")},
        {"en": (" fully", "")},
        {"zh": ("每六个月", ""), "fr": ("Mission, et", "Mission et")},
    ],
)
def test_findings_are_those_of_a_check_that_keeps_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changes: dict[str, tuple[str, str]]
) -> None:
    monkeypatch.setattr("align.lexicon.known_pairs.cache_folder", lambda: tmp_path)
    _as_in_a_new_process(_case({}), between_runs=True)
    assert list(tmp_path.rglob("*.pairs"))
    case = _case(changes)
    kept = [_as_in_a_new_process(case, between_runs=True).findings for _ in range(2)]
    alone = _as_in_a_new_process(case, between_runs=False).findings
    assert kept == [alone, alone]


def test_nothing_is_kept_unless_it_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("align.lexicon.known_pairs.cache_folder", lambda: tmp_path)
    _as_in_a_new_process(_case({}), between_runs=False)
    assert not list(tmp_path.rglob("*.pairs"))
