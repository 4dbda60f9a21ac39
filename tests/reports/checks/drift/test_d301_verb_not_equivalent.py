"""D301: verbs that are not equivalent."""

from __future__ import annotations

import pytest

from reports.findings.model import Severity
from tests.support.check_case import VersionsCase, changed, pair_of
from tests.support.one_paragraph import checked, found
from tests.support.sample import SAMPLE_TEXTS


class TestD301(VersionsCase):
    code = "D301"
    good = [pair_of(SAMPLE_TEXTS, "en")]
    failing = [
        (changed(SAMPLE_TEXTS, "en", "10. *Requests*", "10. *Notes*"), [code]),
        (changed(SAMPLE_TEXTS, "es", "10. *Pide*", "10. *Lamenta*"), [code]),
        (changed(SAMPLE_TEXTS, "ru", "10. *просит*", "10. *приветствует*"), [code]),
        (changed(SAMPLE_TEXTS, "ar", "١٠ - *يطلب*", "١٠ - *يلاحظ*"), [code]),
        (changed(SAMPLE_TEXTS, "zh", "10. *请*", "10. *赞扬*"), [code]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Urges States to adopt measures, and calls upon them to cooperate;"),
        ("es", "Insta a los Estados a que adopten medidas, y los exhorta a que cooperen;"),
        ("ru", "настоятельно призывает государства принять меры и призывает их сотрудничать;"),
        ("ar", "تحث الدول على اتخاذ تدابير وتهيب بها أن تتعاون؛"),
        ("zh", "敦促各国采取措施，并促请各国合作；"),
    ],
)
def test_how_others_are_to_act_is_no_act_of_the_organ(code: str, text: str) -> None:
    french = "Exhorte les États, agissant dans le cadre de leur mandat, à adopter des mesures de coopération ;"
    assert found(french, code, text, "D301") == []


@pytest.mark.parametrize(
    ("code", "text", "severity"),
    [
        ("ar", "تقرر، في ضوء ما تلاحظه من تزايد في الهجمات، أن تمنع جميع الدول التوريد؛", Severity.MINOR),
        ("zh", "决定鉴于袭击增加，所有国家应防止供应；", Severity.MINOR),
        ("zh", "请所有国家鉴于袭击增加防止供应；", Severity.MAJOR),
    ],
)
def test_an_act_that_both_do_in_another_order_is_minor(code: str, text: str, severity: Severity) -> None:
    russian = "отмечает увеличение числа нападений, постановляет, что все государства должны не допускать поставок;"
    french = "Note l’augmentation des attentats et décide que tous les États empêcheront la fourniture ;"
    findings = [f for f in checked({"fr": french, "ru": russian, code: text}) if f.code == "D301"]
    assert [f.severity for f in findings] == [severity]


def test_a_weaker_first_act_is_no_other_order_though_the_second_is_as_weak() -> None:
    texts = {
        "fr": "Prie les donateurs de verser leur contribution et demande aux entités de la percevoir ;",
        "en": "Urges donors to pay their contribution, and requests the entities to collect it;",
        "es": "Insta a los donantes a que paguen su contribución, y solicita a las entidades que la recauden;",
        "ru": "настоятельно призывает доноров выплатить взнос и просит структуры взимать его;",
        "ar": "تحث المانحين على دفع مساهمتهم، وتطلب إلى الكيانات تحصيلها؛",
        "zh": "敦促捐助方缴付捐款，并请各实体收取捐款；",
    }
    (finding,) = (f for f in checked(texts) if f.code == "D301")
    assert (finding.odd, finding.severity) == ("fr", Severity.MAJOR)
