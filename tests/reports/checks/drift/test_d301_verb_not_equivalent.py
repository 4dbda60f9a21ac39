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


@pytest.mark.parametrize(
    ("odd", "text"),
    [
        ("fr", "Prie à nouveau instamment la Mission d’agir, demande de nouveau qu’elle veille et prie le Secrétaire général d’écrire ;"),
        ("en", "Again urges the Mission to act, again calls upon it to watch, and requests the Secretary-General to write;"),
        ("es", "Insta de nuevo a la Misión a que actúe, exhorta de nuevo a que vele, y solicita al Secretario General que escriba;"),
        ("ru", "вновь настоятельно призывает Миссию действовать, вновь призывает ее следить и просит Генерального секретаря написать;"),
        ("ar", "تحث من جديد البعثة على العمل، وتهيب بها من جديد أن تراقب، وتطلب إلى الأمين العام أن يكتب؛"),
        ("zh", "再次呼吁特派团采取行动，再次促请其监测，并请秘书长写信；"),
    ],
)  # fmt: skip
def test_requests_further_on_are_not_the_act_that_one_version_alone_urges(odd: str, text: str) -> None:
    texts = {
        "fr": "Prie à nouveau la Mission d’agir, la prie à nouveau de veiller et prie le Secrétaire général d’écrire ;",
        "en": "Reiterates its request to the Mission to act, reiterates its request that it watch, and requests the Secretary-General to write;",
        "es": "Reitera su solicitud de que la Misión actúe, reitera su solicitud de que vele, y solicita al Secretario General que escriba;",
        "ru": "вновь просит Миссию действовать, вновь просит ее следить и просит Генерального секретаря написать;",
        "ar": "تكرر طلبها إلى البعثة أن تعمل، وتكرر طلبها أن تراقب، وتطلب إلى الأمين العام أن يكتب؛",
        "zh": "再次请特派团采取行动，再次请其监测，并请秘书长写信；",
    }  # fmt: skip
    (finding, *_) = (f for f in checked(texts | {odd: text}) if f.code == "D301")
    assert (finding.odd, finding.severity) == (odd, Severity.MAJOR)


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("促请各国支持该方案，认识到需要合作，并承诺努力实现目标；", Severity.MINOR),
        ("促请各国支持该方案，认识到需要合作，并决定设立一个特别基金；", Severity.MAJOR),
    ],
)
def test_what_others_are_to_do_is_no_counterpart_of_an_act(text: str, severity: Severity) -> None:
    texts = {
        "fr": "Demande aux États de soutenir le programme, constatant la nécessité de coopérer, et de s’engager à œuvrer à la réalisation des objectifs, et note les progrès ;",
        "en": "Calls upon States to support the programme, recognizing the need to cooperate, and to commit to working towards the goals, and notes the progress;",
        "es": "Exhorta a los Estados a que apoyen el programa, reconociendo la necesidad de cooperar, y a que se comprometan a lograr los objetivos, y observa los progresos;",
        "zh": text,
    }  # fmt: skip
    found_here = [f.severity for f in checked(texts) if f.code == "D301" and f.odd == "zh"]
    assert max(found_here, default=None) == severity


def test_a_call_that_stands_first_in_one_version_is_the_call_that_stands_second_in_others() -> None:
    texts = {
        "fr": "Appelle les États à promouvoir l’égalité et salue leurs efforts ;",
        "en": "Welcomes and calls upon States to promote equality;",
        "es": "Acoge con beneplácito las medidas y exhorta a los Estados a que promuevan la igualdad;",
        "zh": "欢迎并促请各国促进平等；",
        "ru": "призывает государства содействовать равенству и приветствует их усилия;",
        "ar": "ترحب بالدول وتدعوهم إلى تعزيز المساواة؛",
    }
    assert {f.severity for f in checked(texts) if f.code == "D301"} <= {Severity.MINOR}


CALLED_AGAIN = {
    "fr": "Demande de nouveau que le territoire participe aux programmes ;",
    "en": "Reiterates its call for the inclusion of the territory in the programmes;",
    "es": "Reitera su petición de que el territorio se incluya en los programas;",
    "ru": "вновь призывает охватить территорию программами;",
    "ar": "تكرر تأكيد دعوتها إلى إدماج الإقليم في البرامج؛",
    "zh": "再次呼吁将该领土纳入各项方案；",
}
DECIDED_AGAIN = {
    "fr": "Confirme qu’elle a décidé de tenir une conférence en 2024 ;",
    "en": "Renews its decision to convene a conference in 2024;",
    "es": "Renueva su decisión de convocar una conferencia en 2024;",
    "ru": "подтверждает свое решение провести конференцию в 2024 году;",
    "ar": "تجدد قرارها عقد مؤتمر في عام 2024؛",
    "zh": "再次决定在2024年举行会议；",
}
RESOLVED = {
    "fr": "Note le rapport et se déclare déterminée à œuvrer au consensus ;",
    "en": "Notes the report and resolves to work towards a consensus;",
    "es": "Observa el informe y resuelve trabajar para lograr un consenso;",
    "ru": "отмечает доклад и заявляет о решимости добиваться консенсуса;",
    "ar": "تلاحظ التقرير، وتعقد العزم على العمل من أجل توافق الآراء؛",
    "zh": "注意到报告，并决心努力达成共识；",
}


@pytest.mark.parametrize("texts", [CALLED_AGAIN, DECIDED_AGAIN, RESOLVED], ids=["called", "decided", "resolved"])
def test_an_act_that_is_done_again_or_resolved_is_one_in_six_languages(texts: dict[str, str]) -> None:
    assert [f.message("en") for f in checked(texts) if f.code in ("D301", "D306")] == []


def test_what_is_urged_is_not_what_is_requested() -> None:
    """ "Prie instamment" is no request, unless that is strong itself."""
    texts = {
        "fr": "Réaffirme la nécessité d’un accord et, à cet égard, prie instamment le Gouvernement de faire rapport ;",
        "en": "Reiterates the need for an agreement and in this regard {}requests the Government to report;",
        "ru": "вновь заявляет о необходимости соглашения и в этой связи {}просит правительство представить доклад;",
        "ar": "يكرر تأكيد ضرورة الاتفاق، ويطلب {}إلى الحكومة تقديم تقرير؛",
    }
    for adverbs, differs in ((("", "", ""), True), (("strongly ", "настоятельно ", "بإلحاح "), False)):
        said = dict(zip(("en", "ru", "ar"), adverbs, strict=True))
        read = {code: text.format(said.get(code, "")) for code, text in texts.items()}
        assert any(f.code == "D301" for f in checked(read)) is differs


def test_what_one_version_notes_first_and_the_others_in_a_participle_is_minor() -> None:
    texts = {
        "fr": "Demande des mesures immédiates, en notant les engagements de l’armée, et prie le Secrétaire général de faire rapport ;",
        "en": "Calls for immediate measures, noting the commitments of the army, and requests the Secretary-General to report;",
        "es": "Pide medidas inmediatas, observando los compromisos del ejército, y solicita al Secretario General que informe;",
        "zh": "注意到军方的承诺，呼吁立即采取措施，请秘书长提出报告；",
    }
    assert {f.severity for f in checked(texts) if f.code == "D301"} <= {Severity.MINOR}
    weaker = checked({**texts, "zh": "注意到军方的承诺和立即采取的措施，请秘书长提出报告；"})
    assert Severity.MAJOR in {f.severity for f in weaker if f.code in ("D301", "D306")}


def test_of_two_that_disagree_the_one_whose_act_fewer_others_do_is_odd() -> None:
    texts = {
        "fr": "Invite et encourage le Représentant spécial à diriger les opérations de la mission ;",
        "ar": "يطلب إلى الممثل الخاص أن يتولى إدارة عمليات البعثة؛",
        "en": "Requests and encourages the Special Representative to direct the operations of the mission;",
        "es": "Solicita al Representante Especial que dirija las operaciones de la misión;",
        "ru": "просит и призывает Специального представителя руководить операциями миссии;",
        "zh": "请并鼓励特别代表领导特派团的行动；",
    }
    (dispute,) = [f for f in checked(texts) if f.code == "D301"]
    assert dispute.odd == "fr" and dispute.groups[-1].versions == ("fr",)
