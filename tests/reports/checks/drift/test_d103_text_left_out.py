"""D103: an act that one version leaves out. Specimens, not UN documents."""

from __future__ import annotations

from dataclasses import replace

import pytest

from align.omissions.detection import Passage
from corpora.model import Kind, Span
from corpora.reading import read_text
from reports.checks.runner import check_versions
from reports.checks.support.passages import values_stand_there
from reports.checks.support.same_part import showing_one_part
from reports.comparison.rows import VersionRow, Versions, compare_versions
from tests.support.check_case import VersionsCase, changed, pair_of
from tests.support.one_paragraph import COMPOUND, HEAD

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


LONG = {
    "fr": "Prie le Secrétaire général de renforcer les capacités des autorités locales, tant au Siège que sur le terrain, et de lui présenter un rapport sur les progrès accomplis dans la lutte contre la corruption ;",
    "en": "Requests the Secretary-General to strengthen the capacities of the local authorities, both at Headquarters and in the field, and to submit to it a report on the progress made in the fight against corruption;",
    "es": "Solicita al Secretario General que refuerce las capacidades de las autoridades locales, tanto en la Sede como sobre el terreno, y que le presente un informe sobre los progresos realizados en la lucha contra la corrupción;",
    "ru": "просит Генерального секретаря укреплять потенциал местных органов власти, как в Центральных учреждениях, так и на местах, и представить ему доклад о прогрессе, достигнутом в борьбе с коррупцией;",
    "ar": "يطلب إلى الأمين العام أن يعزز قدرات السلطات المحلية، في المقر وفي الميدان على السواء، وأن يقدم إليه تقريرا عن التقدم المحرز في مكافحة الفساد؛",
    "zh": "请秘书长加强地方当局的能力，包括在总部和外地的能力，并向其提交关于在打击腐败方面取得的进展的报告；",
}  # fmt: skip
CLAUSES = {
    "fr": " tant au Siège que sur le terrain,", "en": " both at Headquarters and in the field,", "es": " tanto en la Sede como sobre el terreno,",
    "ru": " как в Центральных учреждениях, так и на местах,", "ar": " في المقر وفي الميدان على السواء،", "zh": "包括在总部和外地的能力，",
}  # fmt: skip
REPORTS = {
    "fr": "et de lui présenter un rapport", "en": "and to submit to it a report", "es": "y que le presente un informe",
    "ru": "и представить ему доклад", "ar": "وأن يقدم إليه تقريرا", "zh": "并向其提交",
}  # fmt: skip


def six_together(texts: dict[str, str]) -> Versions:
    documents = [read_text(f"{HEAD[code]}\n\n1. {text}\n", code, f"{code}.md") for code, text in texts.items()]
    return compare_versions(documents[0], documents[1:])


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
