"""D103: an act that one version leaves out. Specimens, not UN documents."""

from __future__ import annotations

from dataclasses import replace

import pytest

from align.omissions.detection import Passage
from align.omissions.loss_signs import LossSigns, loss_odds
from corpora.model import Kind, Span
from corpora.reading import read_text
from reports.checks.runner import check_versions
from reports.checks.support.passages import LOST, SURELY_LOST, signs_of_loss, values_stand_there
from reports.checks.support.same_part import showing_one_part
from reports.comparison.rows import VersionRow, compare_versions
from tests.support.check_case import VersionsCase, changed, pair_of
from tests.support.one_paragraph import COMPOUND, HEAD
from tests.support.two_requests import LONG, REPORTS, SHORT, six_together

TEXTS = {code: f"{HEAD[code]}\n\n1. {''.join(parts)}\n" for code, parts in COMPOUND.items()}


class TestD103(VersionsCase):
    code = "D103"
    good = [pair_of(TEXTS, "en"), pair_of(TEXTS, "ru")]
    failing = [
        (changed(TEXTS, "en", ", urges the parties to respect the ceasefire", ""), [code]),
        (changed(TEXTS, "es", ", insta a las partes a respetar el alto el fuego", ""), [code]),
    ]


NOTED = {
    "fr": ("Rappelle l’Accord[^1] ;", "Adopté en vertu de la Convention-cadre des Nations Unies sur les changements climatiques ; FCCC/CP/2015/12/Add.1, décision 3/CP.21."),
    "en": ("Recalls the Agreement;[^1]", "Adopted under the UNFCCC in FCCC/CP/2015/12/Add.1, decision 3/CP.21."),
    "es": ("Recuerda el Acuerdo[^1];", "Aprobado en el marco de la Convención Marco de las Naciones Unidas sobre el Cambio Climático en FCCC/CP/2015/12/Add.1, decisión 3/CP.21."),
    "ru": ("напоминает о Соглашении[^1];", "Принято в контексте РКИКООН в документе FCCC/CP/2015/12/Add.1, решение 3/CP.21."),
    "ar": ("يشير إلى الاتفاق[^1]؛", "اعتُمد في إطار اتفاقية الأمم المتحدة الإطارية بشأن تغير المناخ، FCCC/CP/2015/12/Add.1، المقرر 3/CP.21."),
    "zh": ("回顾《协定》；[^1]", "根据《联合国气候变化框架公约》通过，见FCCC/CP/2015/12/Add.1，第3/CP.21号决定。"),
}  # fmt: skip


def test_a_name_that_a_footnote_gives_as_an_acronym_is_not_left_out() -> None:
    texts = {code: f"{HEAD[code]}\n\n1. {text}\n\n[^1]: {note}\n" for code, (text, note) in NOTED.items()}
    documents = [read_text(text, code, f"{code}.md") for code, text in texts.items()]
    found = check_versions(compare_versions(documents[0], documents[1:]))
    assert all(len(d.footnotes) == 1 for d in documents)
    assert not [f for f in found if f.code in ("D103", "D104")]


CLAUSES = {
    "fr": " tant au Siège que sur le terrain,", "en": " both at Headquarters and in the field,", "es": " tanto en la Sede como sobre el terreno,",
    "ru": " как в Центральных учреждениях, так и на местах,", "ar": " في المقر وفي الميدان على السواء،", "zh": "包括在总部和外地的能力，",
}  # fmt: skip


def shown(row: VersionRow, code: str, where: dict[str, str]) -> Passage:
    """These words of a version as a passage."""
    cell = row.cells[code]
    start = cell.text.index(where[code].strip())
    return Passage(cell.first, Span(start, start + len(where[code].strip())), 1.0)


def test_the_versions_that_show_one_part_are_found_and_those_that_point_elsewhere_are_not_among_them() -> None:
    row = six_together(LONG).rows[-1]
    one_part = {code: shown(row, code, CLAUSES) for code in LONG}
    assert set(showing_one_part(row, one_part)) == set(LONG), "in six languages"
    elsewhere = {code: shown(row, code, CLAUSES if code in ("fr", "es") else REPORTS) for code in LONG}
    assert set(showing_one_part(row, elsewhere)) == {"en", "ru", "ar", "zh"}
    assert showing_one_part(row, {}) == ()


FREE = {
    "fr": ("tant au Siège que sur le terrain", "à New York comme dans les missions"), "en": ("both at Headquarters and in the field", "in New York as well as in the missions"),
    "es": ("tanto en la Sede como sobre el terreno", "en Nueva York y en las misiones"), "ru": ("как в Центральных учреждениях, так и на местах", "в Нью-Йорке и в миссиях"),
    "ar": ("في المقر وفي الميدان على السواء", "في نيويورك وفي البعثات"), "zh": ("总部和外地", "纽约和特派团"),
}  # fmt: skip


@pytest.mark.parametrize("code", LONG)
def test_all_versions_together_are_sure_of_what_one_leaves_out(code: str) -> None:
    versions = six_together({**LONG, code: SHORT[code]})
    signs = signs_of_loss(versions, versions.rows[-1], code)
    assert signs is not None and loss_odds(signs) > SURELY_LOST and signs.linked < 0.5 and signs.spare < 1
    (found,) = (f for f in check_versions(versions) if f.code in ("D103", "D104"))
    assert found.code == "D103" and found.facts["outlier"] == code and found.facts["sure"] == 1


@pytest.mark.parametrize("code", LONG)
def test_a_free_rendering_is_not_left_out(code: str) -> None:
    texts = {**LONG, code: LONG[code].replace(*FREE[code])}
    assert texts[code] != LONG[code]
    versions = six_together(texts)
    signs = signs_of_loss(versions, versions.rows[-1], code)
    assert signs is None or loss_odds(signs) < LOST
    assert not [f for f in check_versions(versions) if f.code in ("D103", "D104")]


def test_each_sign_tells_for_or_against_a_loss() -> None:
    usual = LossSigns(mean=1.0, least=-0.5, usual=-1.0, linked=0.3, spare=0.8, words=2.3)
    odds = loss_odds(usual)
    assert loss_odds(replace(usual, mean=2.0)) > odds and loss_odds(replace(usual, least=0.5)) > odds
    assert all(
        loss_odds(replace(usual, **{sign: value})) < odds
        for sign, value in (("usual", 0), ("linked", 0.6), ("spare", 2.0))
    )  # type: ignore[arg-type]


CITED = {
    "fr": ("Rappelle la décision[^1] ;", "ICCD/COP(13)/21/Add.1, décision 7/COP.13, annexe."),
    "en": ("Recalls the decision;[^1]", "ICCD/COP(13)/21/Add.1, decision 7/COP.13, annex."),
    "es": ("Recuerda la decisión[^1];", "ICCD/COP(13)/21/Add.1, decisión 7/COP.13, anexo."),
    "ru": ("напоминает о решении[^1];", "ICCD/COP(13)/21/Add.1, решение 7/COP.13, приложение."),
    "ar": ("يشير إلى المقرر[^1]؛", "ICCD/COP(13)/21/Add.1، المقرر 7/COP.13، المرفق."),
    "zh": ("回顾该决定；[^1]", "ICCD/COP(13)/21/Add.1，第7/COP.13号决定，附件。"),
}  # fmt: skip


@pytest.mark.parametrize("code", CITED)
def test_a_footnote_whose_citation_each_version_has_has_no_passage_alone(code: str) -> None:
    texts = {
        c: f"{HEAD[c]}\n\n{'1 -' if c == 'ar' else '1.'} {text}\n\n[^1]: {note}\n" for c, (text, note) in CITED.items()
    }
    documents = [read_text(text, c, f"{c}.md") for c, text in texts.items()]
    versions = compare_versions(documents[0], documents[1:])
    row = next(row for row in versions.rows if row.kind is Kind.FOOTNOTE)
    note = row.cells[code].first
    whole = Passage(note, Span(0, len(note.text)), 1.0)
    assert values_stand_there(row, code, [c for c in CITED if c != code], whole)
    assert not values_stand_there(row, code, [c for c in CITED if c != code], replace(whole, span=Span(0, 4)))
