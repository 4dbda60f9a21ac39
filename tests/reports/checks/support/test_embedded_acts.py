"""Acts further on in a paragraph, left out or added with their verb (D103, D104)."""

from __future__ import annotations

import pytest

from align.omissions.length_model import AlignedPair
from corpora.languages import language
from corpora.reading import read_text
from reports.checks.runner import check_versions
from reports.checks.support.embedded_acts import unmatched_acts
from reports.comparison.rows import compare_versions
from reports.findings.model import Severity
from tests.support.one_paragraph import COMPOUND, HEAD, document, found, six

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("code", sorted(set(COMPOUND) - {"fr"}))
def test_an_act_without_its_verb_is_left_out_or_added(code: str) -> None:
    whole, french = "".join(COMPOUND[code]), "".join(COMPOUND["fr"])
    without, french_without = (COMPOUND[c][0] + COMPOUND[c][2] for c in (code, "fr"))
    assert found(french, code, whole, "D103") == found(french, code, whole, "D104") == []
    (left_out,) = found(french, code, without, "D103")
    assert left_out.source and left_out.source.quote.startswith("demande instamment")
    (added,) = found(french_without, code, whole, "D104")
    assert added.target and added.target.quote[:2] in COMPOUND[code][1]


@pytest.mark.parametrize(("style", "acts"), [("*urges*", ["urges"]), ("urges", [])])
def test_where_acts_are_set_apart_a_verb_that_is_not_is_no_act(style: str, acts: list[str]) -> None:
    french = document("fr", "".join(COMPOUND["fr"][::2]))
    text = "".join(COMPOUND["en"]).replace("Welcomes", "*Welcomes*").replace("decides", "*decides*")
    versions = compare_versions(french, [document("en", text.replace("urges", style))])
    row = next(row for row in versions.rows if row.operative)
    side = AlignedPair(
        row.cells["en"].paragraphs,
        row.cells["fr"].paragraphs,
        language("en"),
        language("fr"),
        versions.baseline_of("en", "fr"),
    )
    assert [verb.text for _, verb in unmatched_acts(row, side, by_length=False)] == acts


def test_an_act_that_five_versions_do_is_left_out_by_the_sixth() -> None:
    findings = [f for f in six(en=(COMPOUND["en"][1], "")) if f.code == "D103"]
    assert [(f.severity, f.target.language if f.target else "") for f in findings] == [(Severity.MAJOR, "en")]


def test_in_a_recital_no_act_is_left_out() -> None:
    french = f"{HEAD['fr']}\n\nSe félicitant du rapport de la mission et demandant instamment aux parties de respecter le cessez-le-feu,\n\n1. Décide de rester saisi de la question.\n"
    english = f"{HEAD['en']}\n\nWelcoming the report of the mission and the respect for the ceasefire urged on the parties,\n\n1. Decides to remain seized of the matter.\n"
    documents = read_text(french, "fr", "fr.md"), read_text(english, "en", "en.md")
    assert [f for f in check_versions(compare_versions(documents[0], [documents[1]])) if f.confidence == 0.85] == []


@pytest.mark.parametrize(("text", "acts"), [("欢迎报告，接受适当的监督", 0), ("欢迎报告，敦促各方遵守停火", 1)])
def test_in_chinese_only_requests_are_sure_acts(text: str, acts: int) -> None:
    findings = found("Se félicite du rapport ;", "zh", f"{text}；", "D104")
    assert len(findings) == acts
