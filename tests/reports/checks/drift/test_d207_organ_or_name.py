"""D207: organs and names."""

from __future__ import annotations

import pytest

from corpora.reading import read_text
from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions
from reports.findings.model import Severity
from tests.support.check_case import VersionsCase, changed, pair_of
from tests.support.one_paragraph import HEAD, checked, found
from tests.support.specimens import BASE


class TestD207(VersionsCase):
    code = "D207"
    good = [pair_of(BASE, "es")]
    failing = [
        (changed(BASE, "en", "the Economic and Social Council", "the General Assembly"), [code]),
        (changed(BASE, "es", "al Consejo Económico y Social", "a la Asamblea General"), [code]),
        (changed(BASE, "ru", "Экономическому и Социальному Совету", "Генеральной Ассамблее"), [code]),
        (changed(BASE, "ar", "المجلس الاقتصادي والاجتماعي", "الجمعية العامة"), [code]),
        (changed(BASE, "zh", "经济及社会理事会", "大会"), [code]),
    ]  # fmt: skip


REPORTED_TO = {
    "en": ("Requests the Secretary-General to submit to the {} a report on its work;", "Security Council", "General Assembly"),
    "es": ("Solicita al Secretario General que presente {} un informe sobre su labor;", "al Consejo de Seguridad", "a la Asamblea General"),
    "ru": ("просит Генерального секретаря представить {} доклад о ее работе;", "Совету Безопасности", "Генеральной Ассамблее"),
    "ar": ("يطلب إلى الأمين العام أن يقدم إلى {} تقريرا عن أعمالها؛", "مجلس الأمن", "الجمعية العامة"),
    "zh": ("请秘书长就其工作向{}提交报告；", "安全理事会", "大会"),
}  # fmt: skip


@pytest.mark.parametrize("code", sorted(REPORTED_TO))
def test_a_pronoun_is_the_organ_that_speaks_and_no_other(code: str) -> None:
    french = "Prie le Secrétaire général de lui présenter un rapport sur ses travaux ;"
    text, speaker, other = REPORTED_TO[code]
    assert found(french, code, text.format(speaker), "D207") == []
    (finding,) = found(french, code, text.format(other), "D207")
    assert finding.target and finding.target.quote.strip() in other


def test_a_name_that_is_said_again_does_not_stand_instead_of_one_that_is_lacking() -> None:
    french = "Prie le Secrétaire général d’aider le Conseil de sécurité, et le prie de lui rendre compte ;"
    english = (
        "Requests the Secretary-General to assist that organ, and requests the Secretary-General to report thereon;"
    )
    assert all("Secretary-General" not in f.message("en") for f in found(french, "en", english, "D207"))


CITED = {
    "fr": ("Prend note du rapport[^1] ;", "Organisation des Nations Unies pour l’éducation, la science et la culture, Rapport final du Forum."),
    "en": ("Takes note of the report;[^1]", "United Nations Educational, Scientific and Cultural Organization, Final Report of the Forum."),
    "es": ("Toma nota del informe[^1];", "Organización de las Naciones Unidas para la Educación, la Ciencia y la Cultura, Informe final del Foro."),
    "ru": ("принимает к сведению доклад[^1];", "См. {}, Final Report of the Forum."),
}  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "codes"),
    [("United Nations Educational, Scientific and Cultural Organization", []), ("World Forum", ["D207"])],
)
def test_a_work_that_a_footnote_cites_by_its_title_lacks_no_name(printed: str, codes: list[str]) -> None:
    texts = {c: f"{HEAD[c]}\n\n1. {text}\n\n[^1]: {note.format(printed)}\n" for c, (text, note) in CITED.items()}
    documents = [read_text(text, code, f"{code}.md") for code, text in texts.items()]
    findings = check_versions(compare_versions(documents[0], documents[1:]))
    assert [f.code for f in findings if f.code == "D207"] == codes


ASKED = {
    "fr": "Prie le Gouvernement et l’Union africaine, de concert avec l’ONU, {} et ses partenaires, de procéder à une évaluation ;",
    "en": "Requests the Government and the African Union, with the UN, {} and its partners, to conduct an assessment;",
    "es": "Solicita al Gobierno y a la Unión Africana que, con las Naciones Unidas, {} y sus asociados, hagan una evaluación;",
    "ru": "просит правительство и Африканский союз вместе с ООН, {} и его партнерами провести оценку;",
    "ar": "يطلب إلى الحكومة والاتحاد الأفريقي أن يجريا مع الأمم المتحدة، {} والشركاء تقييما؛",
    "zh": "请政府和非洲联盟与联合国、{}和伙伴一起进行一次评估；",
}
UNIONS = {
    "fr": ("l’Union européenne", "l’Union africaine"), "en": ("the European Union", "the African Union"),
    "es": ("la Unión Europea", "la Unión Africana"), "ru": ("Европейским союзом", "Африканским союзом"),
    "ar": ("والاتحاد الأوروبي", "والاتحاد الأفريقي"), "zh": ("欧洲联盟", "非洲联盟"),
}  # fmt: skip


@pytest.mark.parametrize("odd", sorted(ASKED))
def test_a_name_that_stands_twice_where_five_versions_have_another_is_grave(odd: str) -> None:
    texts = {c: text.format(UNIONS[c][c == odd]) for c, text in ASKED.items()}
    (finding,) = (f for f in checked(texts) if f.code == "D207")
    assert (finding.odd, finding.severity) == (odd, Severity.MAJOR)


def test_two_names_far_apart_do_not_stand_instead_of_each_other() -> None:
    texts = {
        "fr": "Réaffirme l’action de l’ONUDC et encourage les organisations internationales compétentes, notamment l’opération de la force navale européenne, à coopérer ;",
        "en": "Reaffirms the action of UNODC and encourages the relevant international organizations, including the operation of the European naval force, to cooperate;",
        "es": "Reafirma la acción de la Oficina y alienta a las organizaciones internacionales pertinentes, incluida la operación de la fuerza naval de la Unión Europea, a que cooperen;",
    }
    assert {f.severity for f in checked(texts) if f.code == "D207"} <= {Severity.MINOR}


def test_who_is_a_pronoun_elsewhere_stands_in_no_body_s_place() -> None:
    texts = {
        "fr": "Réaffirme que le Secrétaire général répond du Répertoire de la pratique du Conseil de sécurité et le prie de le tenir à jour ;",
        "en": "Reaffirms that the Secretary-General answers for the Repertoire and calls upon the Secretary-General to keep it up to date;",
        "zh": "重申秘书长对《汇辑》负责，并促请秘书长更新《汇辑》；",
        "es": "Reafirma que el Secretario General responde del Repertorio de la práctica del Consejo de Seguridad y lo exhorta a que lo actualice;",
    }
    assert {f.severity for f in checked(texts) if f.code == "D207"} <= {Severity.MINOR}
