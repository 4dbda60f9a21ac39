"""What a version says in words that the lists do not know, or in a form of its own; each beside a slip that is found.

The clauses are written for these tests; none is from a UN document.
"""

from __future__ import annotations

import pytest

from corpora.annotation.anchors import anchors_of
from corpora.annotation.verbs import find_verbs
from corpora.languages import language
from corpora.model import Kind
from corpora.values import AnchorKind
from reports.findings.model import Finding, Severity
from reports.findings.order import is_doubtful
from tests.support.one_paragraph import checked

SOON = {
    "fr": "Prie le Secrétaire général de déployer dès que possible la Mission dans les ports ;",
    "en": "Requests the Secretary-General to deploy the Mission to the ports as soon as possible;",
    "es": "Solicita al Secretario General que despliegue lo antes posible la Misión en los puertos;",
    "ru": "просит Генерального секретаря в кратчайшие сроки развернуть Миссию в портах;",
    "ar": "يطلب إلى الأمين العام أن ينشر البعثة في الموانئ في أقرب وقت ممكن؛",
    "zh": "请秘书长尽快将特派团部署到港口；",
}
PHASE = {
    "fr": "Décide que la phase 2 de la mission durera trente ans et réunira 52 des 65 experts ;",
    "en": "Decides that phase 2 of the mission shall last three decades and bring together 52 of 65 experts;",
    "es": "Decide que la fase 2 de la misión durará tres decenios y reunirá a expertos —52 de 65— ;",
    "ru": "постановляет, что этап II миссии продлится три десятилетия и соберет 52 из 65 экспертов;",
    "ar": "يقرر أن تستمر المرحلة 2 من البعثة ثلاثة عقود وأن تضم 52 من 65 خبيرا؛",
    "zh": "决定特派团第2阶段为期三十年，汇集65名专家中的52名；",
}
UNION = {
    "fr": "Prie l'Union africaine de rendre compte au Conseil de sécurité ;", "en": "Requests the AU to report to it;",
    "es": "Solicita a la Unión Africana que lo informe;", "ru": "просит Африканский союз представить ему доклад;",
    "ar": "يطلب إلى رئيس المفوضية التابعة للاتحاد الأفريقي أن يقدم إليه تقريرا؛", "zh": "请非洲联盟向安理会提出报告；",
}  # fmt: skip
NO_ENTRY = {
    "fr": "Constate que le Comité n'a pas reçu de réponse des parties ;", "en": "Notes that the Committee has not received an answer from the parties;",
    "es": "Observa que el Comité no ha recibido respuesta de las partes;", "ru": "отмечает, что Комитет не получил ответа от сторон;",
    "ar": "يلاحظ أن اللجنة لم تتلق ردا من الأطراف؛", "zh": "注意到委员会没有收到各方的答复；",
}  # fmt: skip


def of(texts: dict[str, str], *codes: str) -> list[Finding]:
    return [f for f in checked(texts) if f.code.startswith(codes)]


@pytest.mark.slow
def test_a_qualifier_in_words_that_nothing_knows_is_doubted_and_not_hidden() -> None:
    said = SOON | {
        "es": "Solicita al Secretario General que despliegue en el más corto plazo la Misión en los puertos;"
    }
    (worded,) = of(said, "D305")
    (lost,) = of(SOON | {"es": "Solicita al Secretario General que despliegue la Misión en los puertos;"}, "D305")
    assert worded.odd == lost.odd == "es"
    assert worded.severity == lost.severity
    assert worded.confidence <= lost.confidence
    three = {code: text for code, text in said.items() if code in ("fr", "en", "es")}
    assert [f.odd for f in of(three, "D305")] == ["es"]


SAID_OTHERWISE = [
    (
        {"es": "Exhorta a las partes a que levanten las restricciones tan pronto como lo permita la situación;"},
        {"en": "Calls upon the parties to lift the restrictions as soon as the situation permits;"},
        " as soon as the situation permits",
    ),
    (
        {"en": "Calls upon the parties to provide assistance to those who urgently need it;"},
        {"ru": "призывает стороны оказать помощь тем, кто в ней остро нуждается;"},
        " остро",
    ),
    (
        {"en": "Urges the parties to engage with an increased sense of urgency with the Special Envoy;"},
        {"fr": "Exhorte les parties à dialoguer de manière plus pressante avec l’Envoyé spécial ;"},
        " de manière plus pressante",
    ),
    (
        {"ru": "просит Генерального секретаря провести консультации с государствами-членами;"},
        {"ar": "يطلب إلى الأمين العام أن يتشاور مع الدول الأعضاء؛"},
        " أن يتشاور",
    ),
    (
        {"en": "Calls for respect for international law, including international human rights law, as applicable;"},
        {"zh": "要求遵守国际法，包括适用的国际人权法；"},
        "适用的",
    ),
]


@pytest.mark.slow
@pytest.mark.parametrize(("one", "other", "words"), SAID_OTHERWISE)
def test_a_qualifier_that_a_verb_or_another_part_of_speech_renders_is_there(
    one: dict[str, str], other: dict[str, str], words: str
) -> None:
    """Without the words that render it, it is missed."""
    ((code, text),) = other.items()
    assert words in text
    assert of(one | other, "D305") == []
    assert of(one | {code: text.replace(words, "")}, "D305") != []


def test_roman_numerals_decades_and_dashes_are_numbers_like_others() -> None:
    assert of(PHASE, "D201") == []
    wrong = of(PHASE | {"ru": PHASE["ru"].replace("52", "53")}, "D201")
    assert [(f.odd, f.severity) for f in wrong] == [("ru", Severity.CRITICAL)]
    (years,) = of(PHASE | {"fr": PHASE["fr"].replace("trente", "quarante")}, "D201")
    assert ("fr",) in [group.versions for group in years.groups]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "la résolution 7/8 du Comité"), ("en", "resolutions 7/8 and 8/9 of the Committee"), ("es", "la resolución 7/8 del Comité"),
        ("ru", "резолюцию 7/8 Комитета"), ("ar", "القرار 7/8 للجنة"), ("zh", "委员会第7/8号决议"),
    ],
)  # fmt: skip
def test_the_number_of_another_body_s_resolution_is_no_fraction(code: str, text: str) -> None:
    assert AnchorKind.FRACTION not in {a.kind for a in anchors_of(text, language(code))}
    assert AnchorKind.FRACTION in {a.kind for a in anchors_of("2/3", language(code))}


def test_the_organ_that_speaks_and_an_acronym_are_no_other_names() -> None:
    assert of(UNION, "D207") == []
    assert [f.odd for f in of(UNION | {"es": "Solicita a la Unión Europea que lo informe;"}, "D207")] == ["es"]


def test_a_negation_counts_less_where_the_other_side_may_say_it() -> None:
    (bare,) = of(NO_ENTRY | {"en": "Notes that the Committee has received an answer from the parties;"}, "D303")
    assert bare.severity > Severity.NEUTRAL
    lacks = NO_ENTRY | {"en": "Notes that the Committee lacks any answer from the parties and refused others;"}
    assert all(f.severity is Severity.NEUTRAL for f in of(lacks, "D303"))


@pytest.mark.parametrize(
    ("code", "text", "concept", "strong"),
    [
        ("en", "Reiterates its strong condemnation of the attacks", "condemn", 1),
        ("en", "Affirms its readiness to review the measures", "intend", 0),
        ("fr", "Réaffirme son appui aux parties", "support", 0),
        ("es", "Expresa su enérgica condena de los ataques", "condemn", 1),
        ("ru", "выражает свое решительное осуждение нападений", "condemn", 1),
        ("ar", "يعرب عن إدانته الشديدة للهجمات", "condemn", 1),
        ("ar", "يعرب عن أسفه البالغ لعدم التقدم", "regret", 1),
        ("zh", "以最强烈措辞谴责袭击", "condemn", 1),
        ("en", "Maintains that peace needs stability", "affirm", 0),
        ("fr", "Maintient qu'une paix durable exige la stabilité", "affirm", 0),
        ("es", "Mantiene que la paz exige estabilidad", "affirm", 0),
        ("en", "Maintains the measures", "maintain", 0),
        ("en", "Renews its previous call to all States", "call_upon", 0),
        ("es", "Renueva el llamamiento que dirigió a los Estados", "call_upon", 0),
        ("es", "Renueva su compromiso de realizar estudios", "commit", 0),
        ("ar", "يجدد التزامه بإجراء دراسات", "commit", 0),
        ("ru", "заявляет о своей сохраняющейся глубокой озабоченности", "concern", 1),
        ("ru", "выступает в поддержку взаимодействия", "encourage", 0),
        ("fr", "Exprime sa volonté de sensibiliser l'opinion", "determined", 0),
        ("en", "Reaffirms the importance of support to the parties", "reaffirm", 0),
        ("fr", "Réaffirme que l'appui aux parties est nécessaire", "reaffirm", 0),
    ],
)
def test_a_verb_that_says_and_the_noun_of_an_act_are_that_act(code: str, text: str, concept: str, strong: int) -> None:
    verb = find_verbs(text, language(code), Kind.OPERATIVE)[0]
    assert (verb.concepts[0], verb.intensity) == (concept, strong)


def test_a_verb_that_may_recognize_or_approve_is_apart_from_neither() -> None:
    texts = {
        "en": "Acknowledges the consequences of the drought;",
        "ru": "принимает во внимание последствия засухи;",
        "ar": "يقر بعواقب الجفاف؛",
    }
    assert of(texts, "D301") == []
    assert [f.odd for f in of(texts | {"ru": "постановляет рассмотреть последствия засухи;"}, "D301", "D306")] == ["ru"]


RECALLS = {
    "fr": "Réaffirme sa résolution sur la protection des civils ;", "en": "Reaffirms its resolution on the protection of civilians;",
    "es": "Reafirma su resolución sobre la protección de los civiles;", "ru": "подтверждает свою резолюцию о защите гражданских лиц;",
}  # fmt: skip
MISSIONS = {
    "fr": "Rappelle le rapport de la MANUSOM et prie le BANUSOM d'aider la MANUSOM ;",
    "en": "Recalls the latest report of UNSOM, requests UNSOS to assist the Mission without delay and requests UNSOS to remain;",
    "ru": "ссылается на доклад ЮНСОМ, просит ЮНСОС помочь и просит ЮНСОС остаться;",
}


def test_a_stronger_restatement_is_doubted_and_a_stronger_demand_is_not() -> None:
    toned = of(RECALLS | {"en": "Recalls its resolution on the protection of civilians;"}, "D302")
    assert [f.confidence < 0.1 for f in toned] == [True]
    wanted = {
        "fr": "Prie les parties de partir ;",
        "en": "Demands that the parties leave;",
        "es": "Exige que las partes se retiren;",
        "ru": "требует, чтобы стороны ушли;",
    }
    assert [(f.severity > Severity.NEUTRAL, f.confidence > 0.1) for f in of(wanted, "D302")] == [(True, True)]


def test_two_bodies_a_letter_apart_are_no_slip() -> None:
    assert of(MISSIONS, "D207") == []
    # Where no other version sets two such names apart, one may be the other's slip: that is told, and doubted.
    alone = of(
        MISSIONS | {"en": "Recalls the report of the Mission and requests the Office to assist it and to stay;"}, "D207"
    )
    assert [(f.odd, is_doubtful(f.confidence)) for f in alone] == [("fr", True), ("ru", True)]


def test_the_number_of_a_section_and_a_month_alone_are_no_other_numbers() -> None:
    texts = {
        "fr": "Décide d'appliquer la clause 6.2 et l'article 4.10 avant la première semaine de novembre ;",
        "en": "Decides to apply section 6.2 and regulation 4.10 before the first week of November;",
        "zh": "决定在11月第一个星期之前适用第6.2节和条例4.10；",
    }
    assert of(texts, "D201", "D202") == []
    assert of(texts | {"en": texts["en"].replace("6.2", "6.3")}, "D201") != []


CONGRESS = {
    "fr": "Prie l'Assemblée mondiale, à sa soixante-dix-septième session, d'achever les deux processus ;",
    "en": "Requests the World Assembly, at its seventy-seventh session, to complete the two processes;",
    "es": "Solicita a la 77ª Asamblea Mundial que concluya ambos procesos;",
    "ru": "просит семьдесят седьмую сессию Всемирной ассамблеи завершить оба процесса;",
    "ar": "يطلب إلى الجمعية العالمية، في دورتها السابعة والسبعين، أن تنجز العمليتين؛",
    "zh": "请世界大会第七十七届会议完成这两个进程；",
}
DECADE = {
    "fr": "Décide que la Décennie internationale s'achèvera en 2028 ;", "en": "Decides that the International Decade shall end in 2028;",
    "es": "Decide que el Decenio Internacional concluya en 2028;", "ru": "постановляет, что Международное десятилетие завершится в 2028 году;",
    "ar": "يقرر أن ينتهي العقد الدولي في عام 2028؛", "zh": "决定国际十年于2028年结束；",
}  # fmt: skip
DECISION = {
    "fr": "Prend note de la décision VII/11 ;", "en": "Takes note of decision VII/11;", "es": "Toma nota de la decisión VII/11;",
    "ru": "принимает к сведению решение VII/11;", "ar": "يحيط علما بالمقرر 7/11؛", "zh": "注意到第VII/11号决定；",
}  # fmt: skip


def test_an_ordinal_in_figures_is_the_session_in_words() -> None:
    assert of(CONGRESS, "D201", "D204") == []
    wrong = of(CONGRESS | {"es": CONGRESS["es"].replace("77ª", "78ª")}, "D201")
    assert [f.odd for f in wrong] == ["es"]


def test_ten_years_are_a_decade_and_seven_is_a_roman_numeral() -> None:
    assert of(DECADE, "D201") == []
    assert of(DECISION, "D201") == []
    assert [f.odd for f in of(DECADE | {"zh": DECADE["zh"].replace("2028", "2029")}, "D202", "D201")] == ["zh"]


def test_a_date_with_a_slip_is_shown_beside_its_own_and_not_beside_another_of_the_list() -> None:
    texts = {
        "fr": "Rappelle les réunions tenues les 10 mai et 22 septembre 2022 ;", "en": "Recalls the meetings held on 10 May and 22 September 2022;",
        "es": "Recuerda las reuniones celebradas los días 10 de mayo y 22 de septiembre de 2002;",
    }  # fmt: skip
    (found,) = of(texts, "D202")
    assert found.source is not None
    assert found.target is not None
    assert ("mai" in found.source.quote, "septembre" in found.source.quote) == (
        "mayo" in found.target.quote,
        "septiembre" in found.target.quote,
    )


RANGE = {
    "fr": "Rappelle les travaux accomplis à ses soixante-dixième à soixante-quinzième sessions ;", "en": "Recalls the work done at its seventieth to seventy-fifth sessions;",
    "es": "Recuerda la labor realizada entre el septuagésimo y el septuagésimo quinto período de sesiones;", "ru": "ссылается на работу, проделанную на ее семидесятой – семьдесят пятой сессиях;",
    "ar": "يشير إلى العمل المنجز في دوراتها السبعين إلى الخامسة والسبعين؛", "zh": "回顾第七十至七十五届会议所做的工作；",
}  # fmt: skip


def test_the_second_of_two_sessions_is_no_other_session() -> None:
    assert of(RANGE, "D204") == []
    wrong = of(RANGE | {"en": RANGE["en"].replace("seventy-fifth", "seventy-sixth")}, "D204")
    assert ("en",) in [group.versions for f in wrong for group in f.groups]


@pytest.mark.parametrize(
    ("code", "text"),
    [("ar", "قرار جمعية البيئة 4/5 المؤرخ 15 آذار/مارس 2019"), ("en", "resolution of the Assembly 4/5 of 15 March 2019"), ("fr", "la résolution de l'Assemblée 4/5 du 15 mars 2019")],
)  # fmt: skip
def test_what_has_a_date_of_its_own_is_no_fraction(code: str, text: str) -> None:
    assert AnchorKind.FRACTION not in {a.kind for a in anchors_of(text, language(code))}
    assert AnchorKind.FRACTION in {a.kind for a in anchors_of("4/5 of the members", language(code))}
