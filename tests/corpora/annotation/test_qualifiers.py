"""Qualifiers in their many forms, and what is none."""

from __future__ import annotations

import pytest

from corpora.annotation.anchors import anchors_of
from corpora.languages import language


def qualifiers(text: str, code: str) -> set[str]:
    return {a.form for a in anchors_of(text, language(code)) if a.kind == "qualifier" and a.firm}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("zh", "请紧急救济协调员提交报告"),
        ("zh", "支持重新部署协调委员会"),
        ("zh", "考虑到国家优先事项，采取适当步骤"),
        ("ru", "одобряет предложения по оперативным аспектам миссии"),
        ("ru", "поддерживает оперативную деятельность миссии"),
        ("ar", "يشيد بالدوريات المشتركة"),
        ("ar", "يشكر الدول على تبرعاتها"),
        ("zh", "支持特派团的优先任务"),
        ("fr", "soutient les forces de réaction rapide et le système d'alerte rapide"),
        ("fr", "souligne l'importance d'élections libres et régulières"),
        ("fr", "salue l'action menée dans les situations d'urgence"),
        ("fr", "salue les agents humanitaires et les volontaires"),
        ("fr", "condamne les homicides volontaires"),
        ("fr", "conformément à la demande formulée au paragraphe 4"),
        ("es", "encomia a los voluntarios y a los grupos de voluntarios de la misión"),
        ("zh", "尽可能广泛地利用公约"),
        ("zh", "尽可能向会员国提供协助"),
        ("ru", "в соответствии с просьбой, содержащейся в резолюции"),
        ("ru", "откликаться на просьбы государств"),
        ("fr", "les médecins bénévoles"),
        ("ar", "حالات الاختفاء القسري أو غير الطوعي"),
        ("zh", "强迫或非自愿失踪问题"),
        ("zh", "尽可能最妥善利用现有资源"),
        ("ru", "оказывать максимально возможную финансовую поддержку"),
        ("ru", "резолюция с просьбой представить доклад"),
        ("ru", "напоминает, что обратилась к Секретариату с просьбой представить доклад"),
        ("fr", "n'ont pas donné suite à la demande de communiquer les renseignements"),
        ("fr", "pour répondre à la demande dans certains pays"),
        ("fr", "des activités axées sur la demande"),
        ("fr", "trois postes de Volontaire des Nations Unies"),
        ("es", "no han respondido a la solicitud de presentar la información"),
        ("ar", "المواقع التي تطلبها البعثة"),
        ("zh", "这个协议在可能得到延长后执行"),
        ("zh", "保持文化遗产的完好无损"),
        ("zh", "根据国际法义务的要求进行调查"),
        ("en", "within the national plans and mobilizes natural resources"),
        ("fr", "afin de réduire autant que possible les effets"),
        ("fr", "tirer le meilleur parti des ressources existantes"),
        ("zh", "最大限度地利用现有资源"),
        ("ar", "الاستفادة القصوى من الموارد المتاحة"),
        ("fr", "face à la demande de certains pays"),
        ("ru", "об обращенной к Программе по окружающей среде просьбе"),
        ("en", "in favour of the requesting States parties"),
        ("ru", "возвращены запрашивающим государствам"),
    ],
)
def test_titles_and_nouns_are_no_qualifiers(code: str, text: str) -> None:
    assert qualifiers(text, code) == set()


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("zh", "请秘书长与会员国密切协调", "in_coordination"),
        ("zh", "利用现有资源向会员国提供协助", "existing_resources"),
        ("en", "to include, as much as possible, existing modules", "as_possible"),
        ("fr", "à fournir, autant que faire se peut, un appui", "as_possible"),
        ("ru", "не затрагивая вопроса об их будущем принятии", "without_prejudice"),
        ("ru", "при условии наличия ресурсов", "existing_resources"),
        ("ar", "ضمن الموارد الموجودة", "existing_resources"),
        ("ar", "باستخدام مواردهما الحالية", "existing_resources"),
        ("ar", "حسبما يُطلب منها", "on_request"),
        ("ar", "الالتزامات الطوعية", "voluntary"),
        ("zh", "自愿捐款", "voluntary"),
        ("es", "que presten asistencia, si este la solicita", "on_request"),
        ("ru", "при поступлении соответствующей просьбы", "on_request"),
        ("es", "en el marco de los mandatos y recursos existentes", "existing_resources"),
        ("en", "within their mandates and with existing resources", "existing_resources"),
        ("ru", "по возможности в кратчайшие сроки", "soonest"),
        ("fr", "d'apporter une assistance à la demande des États", "on_request"),
        ("fr", "des contributions volontaires et des normes volontaires", "voluntary"),
        ("fr", "les directives d'application facultative", "voluntary"),
        ("es", "compromisos voluntarios", "voluntary"),
        ("ru", "просит секретариат оперативно представить доклад", "soonest"),
        ("ru", "просит принять меры, как только это станет практически возможно", "soonest"),
        ("ru", "просит принять меры в кратчайшие возможные сроки", "soonest"),
        ("ru", "в координации — сообразно обстоятельствам — с другими структурами", "in_coordination"),
        ("ar", "يطلب إجراء تحقيقات في حينها", "soonest"),
        ("ar", "بتشاور وثيق مع البعثة", "in_consultation"),
        ("es", "solicita que se examine a la brevedad", "soonest"),
        ("es", "invite a la Oficina a participar habitualmente", "regularly"),
        ("fr", "Demande que soient respectés sans attendre ces engagements", "soonest"),
        ("fr", "des enquêtes menées en toute célérité", "soonest"),
        ("en", "including, if applicable, the names", "as_appropriate"),
        ("zh", "给予即时准入", "soonest"),
        ("fr", "en étroites consultation et coordination avec le Gouvernement", "in_coordination"),
        ("fr", "en étroites consultation et coordination avec le Gouvernement", "in_consultation"),
        ("fr", "de telle sorte que cela ne porte pas atteinte à l'environnement", "without_prejudice"),
        ("en", "within its respective mandate and resources", "existing_resources"),
        ("en", "within existing United Nations resources", "existing_resources"),
        ("fr", "dans la limite de leur mandat et de leurs ressources", "existing_resources"),
        ("fr", "au moyen des ressources du Secrétariat existantes", "existing_resources"),
        ("es", "en el marco de su mandato y con los recursos de la Secretaría disponibles", "existing_resources"),
        ("es", "en el marco de sus respectivos mandatos y recursos", "existing_resources"),
        ("ru", "в пределах имеющегося объема средств", "existing_resources"),
        ("ru", "за счет имеющихся у Секретариата ресурсов", "existing_resources"),
        ("ru", "насколько позволяют имеющиеся у Секретариата ресурсы", "existing_resources"),
        ("ar", "في حدود موارد الأمانة العامة المتاحة", "existing_resources"),
        ("ar", "في حدود ولايته الحالية وموارده المتاحة", "existing_resources"),
        ("zh", "在现有任务规定和资源范围内", "existing_resources"),
        ("zh", "这笔费用由秘书处现有资源供资", "existing_resources"),
        ("en", "at the behest of States", "on_request"),
        ("en", "or when the Committee so requests", "on_request"),
        ("es", "o cuando el Comité lo solicite", "on_request"),
        ("ru", "при поступлении от них соответствующих просьб", "on_request"),
        ("ar", "تقديم المساعدة إلى الإقليم إذا طلبها", "on_request"),
        ("zh", "在会员国要求下提供协助", "on_request"),
        ("ar", "متى تسنى لهن ذلك", "as_possible"),
        ("zh", "在可能的情况下到场", "as_possible"),
        ("zh", "但不得妨碍诉诸法院的权利", "without_prejudice"),
        ("fr", "un questionnaire facultatif", "voluntary"),
        ("ru", "государствам, обращающимся за такой поддержкой", "on_request"),
        ("zh", "向请求支持的国家提供援助", "on_request"),
        ("zh", "按政府提出的请求采取措施", "on_request"),
        ("fr", "à condition que le Gouvernement en ait fait la demande", "on_request"),
        ("ru", "по их соответствующим просьбам", "on_request"),
        ("fr", "de fournir, quand cela lui est demandé, une assistance", "on_request"),
        ("fr", "d’avertir l’État, lorsque la demande leur en est faite", "on_request"),
        ("ru", "уведомлять представляемое государство, если гражданин этого потребует", "on_request"),
        ("zh", "在公民受拘押时，经其本人请求，通知派遣国", "on_request"),
        ("es", "que sufraguen el aumento como medida excepcional", "exceptional"),
        ("fr", "de financer l’augmentation à titre de mesure exceptionnelle", "exceptional"),
        ("en", "subject to the availability of extrabudgetary resources", "existing_resources"),
        ("en", "subject to the availability of extrabudgetary resources", "extrabudgetary"),
        ("ru", "при условии наличия внебюджетных ресурсов", "existing_resources"),
        ("ru", "при условии наличия внебюджетных ресурсов", "extrabudgetary"),
        ("zh", "在预算外资源允许的情况下", "existing_resources"),
        ("zh", "在预算外资源允许的情况下", "extrabudgetary"),
        ("ar", "رهنا بتوافر موارد من خارج الميزانية", "existing_resources"),
        ("ar", "حيثما يكون ذلك ممكنا", "as_possible"),
        ("ar", "لتمكينها من القيام من تلقاء نفسها بوضع أدوات", "voluntary"),
        ("ru", "не предопределяя будущего распорядка", "without_prejudice"),
    ],
)
def test_qualifiers_in_other_forms(code: str, text: str, value: str) -> None:
    assert value in qualifiers(text, code)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "where appropriate and feasible"),
        ("fr", "lorsque cela est approprié et possible"),
        ("es", "cuando proceda y sea factible"),
        ("ru", "когда это уместно и осуществимо"),
        ("ar", "حيثما كان ذلك مناسبا وممكنا"),
        ("zh", "在适当和可行情况下"),
    ],
)
def test_the_second_of_two_conditions_counts_as_said(code: str, text: str) -> None:
    assert "as_possible" in {a.form for a in anchors_of(text, language(code)) if a.kind == "qualifier"}


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("zh", "来自愿意负担费用的国家的人选", "voluntary"),
        ("ru", "санкция, которая предоставляется по запросу, заблаговременно подаваемому правительством", "on_request"),
        ("ar", "عودة الأطفال إلى المدارس، متى أمكن القيام بذلك بأمان", "as_possible"),
        ("es", "ajustarse al principio de una seguridad sin menoscabo al más bajo nivel", "without_prejudice"),
    ],
)
def test_words_that_look_like_a_qualifier_are_none(code: str, text: str, value: str) -> None:
    assert value not in qualifiers(text, code)


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("fr", "engager les autres à apporter spontanément une aide", "voluntary"),
        ("es", "la financiación extrapresupuestaria de los Estados", "extrabudgetary"),
        ("fr", "sans que les recommandations ne perdent en vigueur", "without_prejudice"),
        ("en", "without damaging the strength of recommendations", "without_prejudice"),
        ("es", "sin perjudicar la solidez de las recomendaciones", "without_prejudice"),
        ("ar", "دون إفساد وثاقة التوصيات", "without_prejudice"),
    ],
)
def test_other_words_count_as_the_qualifier(code: str, text: str, value: str) -> None:
    assert value in {a.form for a in anchors_of(text, language(code)) if a.kind == "qualifier"}


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("fr", "étant entendu que cela ne doit pas empiéter sur ses tâches", "without_prejudice"),
        ("fr", "sans créer de précédent ni remettre en cause les principes", "without_prejudice"),
        ("en", "without setting a precedent or any prejudice to the principles", "without_prejudice"),
        ("en", "in a manner that does not undermine the efforts made", "without_prejudice"),
        ("es", "sin sentar precedente ni menoscabar los principios", "without_prejudice"),
        ("es", "un apoyo limitado que no menoscabe sus tareas", "without_prejudice"),
        ("ru", "при том понимании, что это не должно сказываться на задачах", "without_prejudice"),
        ("ru", "таким образом, чтобы это не отразилось на усилиях", "without_prejudice"),
        ("ar", "دون أن يشكل ذلك سابقة أو مساسا بالمبادئ", "without_prejudice"),
        ("zh", "在不致妨碍其任务的情况下", "without_prejudice"),
        ("ar", "حيثما كان ذلك عمليا", "as_possible"), ("zh", "在可行和适当的情况下", "as_possible"),
        ("fr", "les États en quête d'assistance", "on_request"), ("en", "States seeking assistance", "on_request"),
        ("fr", "dans la mesure des moyens disponibles", "existing_resources"), ("en", "within its means and capabilities", "existing_resources"),
        ("es", "con los medios de que dispongan", "existing_resources"), ("ru", "в меру своих возможностей", "existing_resources"),
        ("ar", "في حدود الوسائل المتاحة لها", "existing_resources"), ("zh", "在其现有能力范围内", "existing_resources"),
        ("fr", "le consentement libre et éclairé du donneur", "voluntary"), ("en", "free, prior and informed consent", "voluntary"),
        ("es", "el consentimiento libre e informado", "voluntary"), ("ru", "свободного и осознанного согласия", "voluntary"),
        ("ar", "الموافقة الحرة والمستنيرة", "voluntary"), ("zh", "自由和知情同意", "voluntary"),
        ("fr", "des informations aussi détaillées que possible", "as_possible"), ("en", "as detailed as possible", "as_possible"),
        ("es", "la información más detallada posible", "as_possible"), ("ru", "как можно более подробную", "as_possible"),
    ],
)  # fmt: skip
def test_forms_that_may_render_a_qualifier(code: str, text: str, value: str) -> None:
    assert value in {a.form for a in anchors_of(text, language(code)) if a.kind == "qualifier"}


@pytest.mark.parametrize(
    "text",
    [
        "согласно просьбе, содержащейся в резолюции;",
        "во исполнение просьбы, изложенной в пункте 3;",
        "включая, если потребуется, рекомендации;",
    ],
)
def test_what_another_text_asked_for_is_done_at_nobodys_request(text: str) -> None:
    assert "on_request" not in qualifiers(text, "ru")
    assert "on_request" in qualifiers("если государство этого потребует", "ru")
