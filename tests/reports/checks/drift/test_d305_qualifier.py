"""D305: a qualifier that one version lacks or adds."""

from __future__ import annotations

import pytest

from corpora.reading import read_text
from reports.checks.drift.d305_qualifier import hinted
from reports.comparison.rows import Cell
from reports.findings.model import Severity
from tests.support.anchors import OPENINGS
from tests.support.check_case import VersionsCase, changed, pair_of
from tests.support.one_paragraph import checked, found
from tests.support.sample import SAMPLE_TEXTS


class TestD305(VersionsCase):
    code = "D305"
    good = [pair_of(SAMPLE_TEXTS, "en")]
    failing = [
        (changed(SAMPLE_TEXTS, "en", "providing, upon request,", "providing"), [code]),
        (changed(SAMPLE_TEXTS, "es", "prestación, previa solicitud,", "prestación"), [code]),
        (changed(SAMPLE_TEXTS, "ru", "оказании, по соответствующей просьбе,", "оказании"), [code]),
        (changed(SAMPLE_TEXTS, "ar", "التقنية، بناء على الطلب،", "التقنية"), [code]),
        (changed(SAMPLE_TEXTS, "zh", "应请求提供技术援助从而", "提供技术援助从而"), [code]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "text", "other"),
    [
        ("ar", "يدعو الدول إلى تقديم تبرعات إلى الصندوق؛", "Invite les États à verser des contributions volontaires au fonds ;"),
        ("ar", "يدعو الدول إلى تقديم تبرعات إلى الصندوق؛", "Invite les États à verser des contributions au fonds ;"),
        ("ru", "просит принять оперативные меры;", "Demande que des mesures rapides soient prises ;"),
        ("ru", "просит принять оперативные меры;", "Demande que des mesures opérationnelles soient prises ;"),
        ("zh", "请各国协力推动这些措施；", "Prie les États de promouvoir ces mesures en coordination avec l’Union africaine ;"),
        ("ru", "просит принять экстренные меры;", "Demande que des mesures soient prises d’urgence ;"),
        ("ru", "отмечает, что Организация добровольно взялась обучить персонал;", "Note que l’Organisation s’est portée volontaire pour former le personnel ;"),
        ("en", "Notes that the Organization has volunteered to train the staff;", "Note que l’Organisation formera volontairement le personnel ;"),
        ("es", "Observa que la Organización se ha ofrecido a capacitar al personal;", "Note que l’Organisation formera volontairement le personnel ;"),
        ("ar", "يلاحظ أن المنظمة تطوعت لتدريب الموظفين؛", "Note que l’Organisation formera volontairement le personnel ;"),
        ("ru", "просит принять экстренные меры;", "Demande que des mesures exceptionnelles soient prises ;"),
    ],
)  # fmt: skip
def test_a_form_that_may_render_a_qualifier_lacks_none_and_adds_none(code: str, text: str, other: str) -> None:
    assert found(other, code, text, "D305") == []


TWO_QUALIFIERS = {
    "fr": "Engage les États à verser des contributions volontaires et à coopérer, selon qu’il convient ;",
    "en": "Encourages States to make voluntary contributions and to cooperate, as appropriate;",
    "es": "Alienta a los Estados a que hagan contribuciones voluntarias y a que cooperen, según proceda;",
}


def test_one_qualifier_does_not_stand_instead_of_another() -> None:
    """Two slips, each of its own qualifier: neither hides or changes the other."""
    lacking = {
        "en": "Encourages States to make voluntary contributions and to cooperate;",
        "es": "Alienta a los Estados a que hagan contribuciones y a que cooperen, según proceda;",
    }
    findings = [f for f in checked(TWO_QUALIFIERS | lacking) if f.code == "D305"]
    assert sorted((f.odd or "", f.severity) for f in findings) == [("en", Severity.MINOR), ("es", Severity.MAJOR)]
    assert all(len(f.groups) == 2 for f in findings)


REGULARLY = {
    "fr": "Prie le Secrétaire général de lui rendre régulièrement compte ;", "en": "Requests the Secretary-General to report to it regularly;",
    "es": "Solicita al Secretario General que lo informe cada poco tiempo;", "ru": "просит Генерального секретаря регулярно представлять ему доклады;",
    "ar": "يطلب إلى الأمين العام أن يقدم إليه تقارير بانتظام؛", "zh": "请秘书长定期向其提出报告；",
}  # fmt: skip


def test_a_qualifier_that_two_of_six_lack_is_one_finding_that_names_both() -> None:
    changed = {**REGULARLY, "en": REGULARLY["en"].replace(" regularly", "")}
    findings = [f for f in checked(changed) if f.code == "D305"]
    (finding,) = findings
    assert finding.severity is Severity.MINOR
    assert [group.versions for group in finding.groups] == [("fr", "ru", "ar", "zh"), ("en", "es")]
    assert [bool(group.says) for group in finding.groups] == [True, False]


@pytest.mark.parametrize(
    ("code", "text", "value", "expected"),
    [
        ("en", "provide assistance when the State so requests in writing;", "on_request", True),
        ("en", "provide assistance to States;", "on_request", False),
        ("en", "provide demand-driven assistance to States;", "on_request", True),
        ("fr", "que ceux qui le souhaitent peuvent rentrer;", "voluntary", True),
        ("zh", "在接获会员国申请时提供援助；", "on_request", True),
    ],
)
def test_hints_of_a_qualifier_leave_the_verbs_out(code: str, text: str, value: str, expected: bool) -> None:
    document = read_text(OPENINGS[code] + text, code, "x.md")
    assert hinted(Cell(document, (document.paragraph("op1"),)), value) is expected


def test_a_verb_of_request_is_no_hint() -> None:
    document = read_text("The Council,\n\n1. *Requests* the Secretary-General to provide assistance;\n", "en", "x.md")
    assert not hinted(Cell(document, (document.paragraph("op1"),)), "on_request")


VOLUNTARY = {
    "fr": "Invite les États à transférer volontairement une part de leurs fonds ;",
    "en": "Invites States to transfer voluntarily part of their funds;",
    "es": "Invita a los Estados a que transfieran voluntariamente parte de sus fondos;",
    "ru": "предлагает государствам добровольно передать часть их средств;",
    "ar": "يدعو الدول إلى أن تحول طوعا جزءا من أموالها؛",
    "zh": "邀请各国自愿转让部分资金；",
}


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Invite les États à transférer une part de leurs fonds ;", Severity.MAJOR),
        ("Invite les États qui le désirent à transférer une part de leurs fonds ;", Severity.MINOR),
    ],
)
def test_what_is_worded_otherwise_at_that_place_is_no_loss(text: str, severity: Severity) -> None:
    assert [f.severity for f in checked(VOLUNTARY | {"fr": text}) if f.code == "D305"] == [severity]


IF_ASKED = {
    "fr": "Engage les États à prêter une assistance au Gouvernement s’il en fait la demande ;",
    "en": "Encourages States to assist the Government, if it so requests;",
    "es": "Alienta a los Estados a que presten asistencia al Gobierno si lo solicita;",
    "ru": "рекомендует государствам оказывать помощь правительству по его просьбе;",
    "ar": "تشجع الدول على مساعدة الحكومة بناء على طلبها؛",
    "zh": "鼓励各国应政府请求提供援助；",
}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Engage les États à prêter une assistance aux gouvernements qui sollicitent une aide ;"),
        ("en", "Encourages States to assist Governments that request assistance;"),
        ("es", "Alienta a los Estados a que presten ayuda a los Gobiernos que soliciten asistencia;"),
        ("ru", "рекомендует государствам оказывать помощь, если от правительства поступит просьба об этом;"),
        ("ru", "рекомендует государствам оказывать помощь в ответ на соответствующую просьбу;"),
        ("ar", "تشجع الدول على مساعدة الحكومة إذا ورد من الحكومة طلب بذلك؛"),
        ("zh", "鼓励各国在收到政府的请求后提供援助；"),
    ],
)
def test_help_for_who_asks_is_help_on_request(code: str, text: str) -> None:
    assert [f for f in checked(IF_ASKED | {code: text}) if f.code == "D305"] == []


WHERE_POSSIBLE = {
    "fr": "Engage les États à promouvoir le Traité lorsque cela est possible ;",
    "en": "Encourages States, where possible, to promote the Treaty;",
    "es": "Alienta a los Estados a que promuevan el Tratado cuando sea posible;",
    "ru": "рекомендует государствам, когда это возможно, содействовать Договору;",
    "ar": "تشجع الدول على أن تعزز المعاهدة حيثما أمكن؛",
    "zh": "鼓励各国在可能的情况下促进《条约》；",
}


@pytest.mark.parametrize(
    ("code", "able", "bare"),
    [
        ("fr", "Engage les États à promouvoir le Traité lorsqu’ils sont en mesure de le faire ;", "Engage les États à promouvoir le Traité ;"),
        ("en", "Encourages States in a position to do so to promote the Treaty;", "Encourages States to promote the Treaty;"),
        ("es", "Alienta a los Estados a que promuevan el Tratado, cuando estén en condiciones de hacerlo;", "Alienta a los Estados a que promuevan el Tratado;"),
        ("ru", "рекомендует государствам, которые в состоянии делать это, содействовать Договору;", "рекомендует государствам содействовать Договору;"),
        ("ar", "تشجع الدول التي في وسعها ذلك على أن تعزز المعاهدة؛", "تشجع الدول على أن تعزز المعاهدة؛"),
        ("zh", "鼓励有能力的国家促进《条约》；", "鼓励各国促进《条约》；"),
    ],
)  # fmt: skip
def test_who_is_able_to_does_so_where_possible(code: str, able: str, bare: str) -> None:
    """Worded otherwise is a shade; where nothing says so the loss is as grave as it was."""
    severities = [[f.severity for f in checked(WHERE_POSSIBLE | {code: t}) if f.code == "D305"] for t in (able, bare)]
    assert severities == [[Severity.MINOR], [Severity.MAJOR]]


def test_the_title_of_a_protocol_is_no_qualifier() -> None:
    french = "Demande aux États d’adhérer à la Convention et au Protocole facultatif y afférent ;"
    assert (
        found(french, "en", "Calls upon States to accede to the Convention and the Optional Protocol thereto;", "D305")
        == []
    )
    assert found("Engage les États à faire rapport à titre facultatif ;", "en", "Encourages States to report;", "D305")


@pytest.mark.parametrize("text", ["鼓励各国尽最大可能促进《条约》；", "鼓励各国尽一切可能促进《条约》；"])
def test_as_far_as_possible_is_possible(text: str) -> None:
    assert [f for f in checked(WHERE_POSSIBLE | {"zh": text}) if f.code == "D305"] == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Prie le Bureau de publier le rapport dans les limites de son mandat et de ses moyens ;"),
        ("en", "Requests the Office to publish the report within the limits of its mandate and resources;"),
        ("ru", "просит Управление опубликовать доклад в рамках его мандата и имеющихся ресурсов;"),
    ],
)
def test_the_means_of_a_body_are_its_resources(code: str, text: str) -> None:
    texts = {
        "es": "Solicita a la Oficina que publique el informe dentro de los límites de sus recursos;",
        "zh": "请办事处在现有资源范围内发表报告；",
        "ar": "تطلب إلى المكتب نشر التقرير في حدود الموارد المتاحة؛",
    }
    assert [f for f in checked(texts | {code: text}) if f.code == "D305"] == []


@pytest.mark.parametrize(
    ("code", "text", "severity"),
    [
        ("fr", "Souligne que ces activités ne doivent pas avoir compromis le droit d’asile ;", Severity.MINOR),
        ("en", "Stresses that these activities must in no way weaken the right of asylum;", Severity.MINOR),
        ("es", "Destaca que esas actividades no deben debilitar el derecho de asilo;", Severity.MINOR),
        ("ru", "подчеркивает, что эта деятельность не должна ставить под угрозу право убежища;", Severity.MINOR),
        ("ar", "تشدد على ألا تهدد هذه الأنشطة حق اللجوء؛", Severity.MINOR),
        ("zh", "强调这些活动不应危及庇护权；", Severity.MINOR),
        ("en", "Stresses that these activities must respect the right of asylum;", Severity.MAJOR),
    ],
)
def test_what_must_not_weaken_a_right_is_without_prejudice_to_it(code: str, text: str, severity: Severity) -> None:
    texts = {
        "fr": "Souligne que ces activités doivent se dérouler sans préjudice du droit d’asile ;",
        "en": "Stresses that these activities must take place without prejudice to the right of asylum;",
        "es": "Destaca que esas actividades deben realizarse sin perjuicio del derecho de asilo;",
        "ru": "подчеркивает, что эта деятельность должна вестись без ущерба для права убежища;",
        "ar": "تشدد على أن تجري هذه الأنشطة دون الإخلال بحق اللجوء؛",
        "zh": "强调这些活动应在不损害庇护权的情况下进行；",
    }
    found_here = [f.severity for f in checked(texts | {code: text}) if f.code == "D305"]
    assert max(found_here, default=Severity.MINOR) == severity


INTENDED = {
    "fr": "Condamne la détérioration et la destruction volontaires des moyens spatiaux ;",
    "en": "Condemns intentional damage to and destruction of space systems;",
    "es": "Condena los daños y la destrucción intencionales de los sistemas espaciales;",
    "ru": "осуждает преднамеренное повреждение и уничтожение космических систем;",
    "ar": "يدين إلحاق الضرر بالمنظومات الفضائية وتدميرها بشكل متعمد؛",
    "zh": "谴责故意破坏和摧毁空间系统；",
}


def test_what_is_done_on_purpose_is_not_voluntary() -> None:
    assert [f for f in checked(INTENDED) if f.code == "D305"] == []
    paid = INTENDED | {"fr": "Condamne les contributions volontaires ;"}
    assert [f.odd for f in checked(paid) if f.code == "D305"] == ["fr"]


DEMANDED = {
    "fr": "Engage les États à assurer une protection sociale, notamment à ceux qui en font la demande, et à protéger leurs droits ;",
    "en": "Calls upon States to ensure social protection, including on a demand-driven basis, and to protect their rights;",
    "es": "Exhorta a los Estados a que aseguren la protección social, en especial en respuesta a la demanda, y protejan sus derechos;",
    "ru": "призывает государства обеспечивать социальную защиту, в том числе исходя из спроса, и защищать их права;",
    "ar": "تهيب بالدول أن تكفل الحماية الاجتماعية، بما في ذلك على أساس الطلب، وأن تحمي حقوقهم؛",
    "zh": "促请各国提供社会保护，包括在需求驱动基础上，并保护其权利；",
}


def test_what_is_asked_for_is_demand_in_other_words() -> None:
    assert {f.severity for f in checked(DEMANDED) if f.code == "D305"} <= {Severity.MINOR}
