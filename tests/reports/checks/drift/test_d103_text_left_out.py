"""D103: an act that one version leaves out. Specimens, not UN documents."""

from __future__ import annotations

from dataclasses import replace

import pytest

import align.omissions.loss_signs as loss_signs
from align.omissions.detection import Passage
from align.omissions.loss_signs import LossSigns, is_open, loss_odds
from corpora.model import Kind, Span
from corpora.reading import read_text
from reports.checks.runner import check_versions
from reports.checks.support.passages import LOST, SURELY_LOST, signs_of_loss, values_stand_there
from reports.comparison.rows import compare_versions
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


FREE = {
    "fr": ("tant au Siège que sur le terrain", "à New York comme dans les missions"), "en": ("both at Headquarters and in the field", "in New York as well as in the missions"),
    "es": ("tanto en la Sede como sobre el terreno", "en Nueva York y en las misiones"), "ru": ("как в Центральных учреждениях, так и на местах", "в Нью-Йорке и в миссиях"),
    "ar": ("في المقر وفي الميدان على السواء", "في نيويورك وفي البعثات"), "zh": ("总部和外地", "纽约和特派团"),
}  # fmt: skip


@pytest.mark.parametrize("code", LONG)
def test_all_versions_together_are_sure_of_what_one_leaves_out(code: str) -> None:
    versions = six_together({**LONG, code: SHORT[code]})
    asked, signs = signs_of_loss(versions, versions.rows[-1], code)
    assert asked is not None and is_open(asked)
    assert signs is not None and loss_odds(signs) > SURELY_LOST and signs.mean > 0 and signs.shown > 0.5
    (found,) = (f for f in check_versions(versions) if f.code in ("D103", "D104"))
    assert found.code == "D103" and found.facts["outlier"] == code and found.facts["sure"] == 1


@pytest.mark.parametrize("code", LONG)
def test_each_version_shows_the_part_that_is_left_out(code: str) -> None:
    (found,) = (f for f in check_versions(six_together({**LONG, code: SHORT[code]})) if f.code == "D103")
    said = {version: quote for version, quote in found.votes if version != code}
    assert len(said) > 2, "most of the others show it"
    assert all(REPORTS[version].split()[-1].strip("一份") in quote for version, quote in said.items())


@pytest.mark.parametrize("code", LONG)
def test_of_texts_that_are_too_long_for_the_network_the_scores_tell(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loss_signs, "word_losses", lambda *texts: None)
    versions = six_together({**LONG, code: SHORT[code]})
    assert signs_of_loss(versions, versions.rows[-1], code)[1] is None
    (found,) = (f for f in check_versions(versions) if f.code in ("D103", "D104"))
    assert found.code == "D103" and found.facts["outlier"] == code


@pytest.mark.parametrize("code", LONG)
def test_a_free_rendering_is_not_left_out(code: str) -> None:
    texts = {**LONG, code: LONG[code].replace(*FREE[code])}
    assert texts[code] != LONG[code]
    versions = six_together(texts)
    _, signs = signs_of_loss(versions, versions.rows[-1], code)
    assert signs is None or loss_odds(signs) < LOST
    assert not [f for f in check_versions(versions) if f.code in ("D103", "D104")]


def test_the_network_is_asked_only_where_the_cheap_signs_leave_it_open() -> None:
    versions = six_together(LONG)
    row = versions.rows[-1]
    assert all(signs_of_loss(versions, row, code)[1] is None for code in LONG)
    assert all(signs_of_loss(versions, row, code, always=True)[1] is not None for code in LONG)


def test_each_sign_tells_for_a_loss() -> None:
    usual = LossSigns(score=0.5, mean=-1.0, least=-3.0, second=-2.0, shown=0.8, words=1.5)
    more = {"score": 1.5, "mean": 0.0, "least": -2.0, "second": -1.0, "shown": 1.0, "words": 2.5}
    assert all(loss_odds(replace(usual, **{sign: value})) > loss_odds(usual) for sign, value in more.items())


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


NAMED = {
    "fr": ("l’Organisation de coopération et de développement économiques", "l’OCDE"),
    "en": ("the Organisation for Economic Co-operation and Development", "the OECD"),
    "es": ("la Organización de Cooperación y Desarrollo Económicos", "la OCDE"),
    "ru": ("Организацией экономического сотрудничества и развития", "ОЭСР"),
    "ar": ("منظمة التعاون والتنمية في الميدان الاقتصادي", "OECD"),
    "zh": ("经济合作与发展组织", "OECD"),
}  # fmt: skip
WITH = {
    "fr": ", en consultation avec {},", "en": ", in consultation with {}", "es": ", en consulta con {}",
    "ru": ", в консультации с {}", "ar": "، بالتشاور مع {}", "zh": "，与{}协商",
}  # fmt: skip


@pytest.mark.parametrize("code", ["fr", "en", "es", "ru"])
def test_a_name_that_a_version_gives_as_an_acronym_is_not_left_out(code: str) -> None:
    texts = {
        c: SHORT[c][:-1].rstrip() + WITH[c].format(NAMED[c][c == code]) + LONG[c][len(SHORT[c]) - 1 :] for c in LONG
    }
    assert not [f for f in check_versions(six_together(texts)) if f.code == "D103"]


COMMISSION = {
    "fr": ("la Commission", " pour la prévention du crime et la justice pénale", "Prie {}, conformément à son mandat, de continuer d’appliquer les mesures voulues pour donner suite à la Déclaration, notamment en tenant des débats entre les sessions ;"),
    "en": ("the Commission", " on Crime Prevention and Criminal Justice", "Requests {}, in accordance with its mandate, to continue implementing the appropriate measures for the follow-up to the Declaration, including by holding discussions between its sessions;"),
    "es": ("la Comisión", " de Prevención del Delito y Justicia Penal", "Solicita a {} que, de conformidad con su mandato, siga aplicando las medidas adecuadas para dar seguimiento a la Declaración, entre otras cosas celebrando debates entre los períodos de sesiones;"),
    "ru": ("Комиссию", " по предупреждению преступности и уголовному правосудию", "просит {} в соответствии с ее мандатом продолжать осуществлять надлежащие меры для последующей деятельности в связи с Декларацией, в том числе проводить обсуждения между сессиями;"),
}  # fmt: skip


@pytest.mark.parametrize("short", sorted(COMMISSION))
def test_a_body_whose_name_one_version_says_short_is_no_passage_left_out(short: str) -> None:
    texts = {c: said.format(head + ("" if c == short else rest)) for c, (head, rest, said) in COMMISSION.items()}
    documents = [read_text(f"{HEAD[c]}\n\n1. {text}\n", c, f"{c}.md") for c, text in texts.items()]
    assert [f for f in check_versions(compare_versions(documents[0], documents[1:])) if f.code == "D103"] == []
