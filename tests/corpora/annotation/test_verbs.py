"""Opening verbs: intensity, pronouns before them."""

from __future__ import annotations

import pytest

from corpora.annotation.verbs import find_verbs, opening_verb
from corpora.languages import language
from corpora.model import Kind
from tests.support.one_paragraph import STRONG, document


@pytest.mark.parametrize("code", sorted(STRONG))
def test_a_strong_form_is_strong_whatever_its_grammar(code: str) -> None:
    strong, plain = (opening_verb(text, language(code), preambular=False) for text in STRONG[code])
    assert strong and plain and (strong.intensity, plain.intensity) == (1, 0)


def test_a_pronoun_may_stand_before_a_verb() -> None:
    french = document("fr", "Se félicite du rapport et l'invite à continuer, mais prend acte de la note ;")
    assert [v.text for v in french.paragraphs[-1].verbs] == ["Se félicite", "invite", "prend acte"]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "Welcomes the judgments of the Dispute and Appeals Tribunals and requests a report;", ["Welcomes", "requests"]),
        ("en", "Notes the work of the Member States, and Requests a report;", ["Notes", "Requests"]),
        ("en", "Welcomes and Endorses the report;", ["Welcomes", "Endorses"]),
        ("fr", "Salue l'action du Comité Appuis et Recommande et prie le Secrétaire général de faire rapport;", ["Salue", "prie"]),
        ("es", "Acoge con beneplácito la labor de la Junta de Examen y Recomienda y pide un informe;", ["Acoge con beneplácito", "pide"]),
    ],
)  # fmt: skip
def test_a_name_of_two_parts_holds_no_act(code: str, text: str, expected: list[str]) -> None:
    found = find_verbs(text, language(code), Kind.OPERATIVE)
    assert [verb.text for verb in found] == expected


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("es", "Condena los actos y, por consiguiente, insta encarecidamente al Gobierno a que informe;", "por consiguiente, insta encarecidamente"),
        ("fr", "Condamne les actes et, à cet égard, prie le Secrétaire général de faire rapport;", "à cet égard, prie"),
        ("en", "Condemns the acts and, in this regard, requests the Secretary-General to report;", "in this regard, requests"),
    ],
)  # fmt: skip
def test_the_comma_behind_a_conjunction_is_no_part_of_the_verb(code: str, text: str, expected: str) -> None:
    found = find_verbs(text, language(code), Kind.OPERATIVE)
    assert found[-1].text == expected


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Salue le rapport et exprime à cet égard son ferme appui à la mission ;"),
        ("fr", "Salue le rapport et déclare soutenir la mission ;"),
        ("en", "Welcomes the report and expresses in this regard its strong support for the mission;"),
        ("es", "Acoge con beneplácito el informe y expresa a este respecto su firme apoyo a la misión;"),
        ("ru", "приветствует доклад и заявляет в этой связи о решительной поддержке миссии;"),
        ("ar", "يرحب بالتقرير ويعرب في هذا الصدد عن تأييده القوي للبعثة؛"),
        ("zh", "欢迎报告，为此表示大力支持特派团；"),
    ],
)
def test_an_act_that_a_noun_names_is_seen_behind_adverbs(code: str, text: str) -> None:
    assert find_verbs(text, language(code), Kind.OPERATIVE)[-1].concepts[0] == "support"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Reconnaît avec une vive préoccupation que la crise dure ;"),
        ("en", "Acknowledges with deep concern that the crisis lasts;"),
        ("es", "Reconoce con profunda preocupación que la crisis dura;"),
        ("ru", "с глубокой озабоченностью констатирует, что кризис продолжается;"),
        ("ar", "تقر بقلق بالغ بأن الأزمة مستمرة؛"),
        ("zh", "深为关切地确认危机仍在持续；"),
    ],
)
def test_what_is_recognized_with_concern_is_criticised(code: str, text: str) -> None:
    assert find_verbs(text, language(code), Kind.OPERATIVE)[0].concepts[0] == "note_with_concern"


@pytest.mark.parametrize(
    ("code", "text", "concept"),
    [
        ("fr", "Proclame cette année Année des montagnes ;", "declare"),
        ("en", "Proclaims this year the Year of Mountains;", "declare"),
        ("es", "Proclama este año Año de las Montañas;", "declare"),
        ("ru", "провозглашает этот год Годом гор;", "declare"),
        ("ar", "تعلن هذا العام سنة للجبال؛", "declare"),
        ("zh", "宣布今年为山岳年；", "declare"),
        ("ar", "تجدد تأكيد التزامها بالتعاون؛", "reaffirm"),
        ("es", "Renueva su firme compromiso de cooperar;", "commit"),
        ("zh", "再次坚定承诺开展合作；", "commit"),
    ],
)
def test_verbs_that_name_one_act_share_a_concept(code: str, text: str, concept: str) -> None:
    assert concept in find_verbs(text, language(code), Kind.OPERATIVE)[0].concepts


def test_a_decision_to_remain_seized_may_stand_in_two_places() -> None:
    (verb,) = find_verbs("决定除其他外根据秘书长的报告，继续处理此案。", language("zh"), Kind.OPERATIVE)
    assert (verb.text, verb.concepts[0]) == ("决定", "remain_seized")
    decided = find_verbs("决定延长任务期限，请秘书长提出报告，并继续处理此案。", language("zh"), Kind.OPERATIVE)
    assert decided[0].concepts[0] == "decide"


def test_whom_an_act_addresses_may_stand_before_it() -> None:
    verbs = find_verbs("Salue l’action des États et leur demande de coopérer ;", language("fr"), Kind.OPERATIVE)
    assert [verb.text for verb in verbs] == ["Salue", "demande"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Notes the report, and extends its thanks to the institutes;"),
        ("fr", "Prend note du rapport, et étend ses remerciements aux instituts ;"),
        ("es", "Toma nota del informe, y hace extensivo su agradecimiento a los institutos;"),
        ("ru", "отмечает доклад и вновь заявляет о своей признательности институтам;"),
        ("ar", "تحيط علما بالتقرير، وتتوجه بالشكر إلى المعاهد؛"),
    ],
)
def test_thanks_are_extended_and_no_mandate(code: str, text: str) -> None:
    assert find_verbs(text, language(code), Kind.OPERATIVE)[-1].concepts[0] == "thank"


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("ar", "تسلم بالحاجة، وتشجع البلدان على التعاون، وفي هذا الصدد تشجع المنظمات؛", ["تسلم", "وتشجع", "وفي هذا الصدد تشجع"]),
        ("zh", "欢迎努力，另外还请机构协调，同时强调需要合作；", ["欢迎", "另外还请"]),
    ],
)  # fmt: skip
def test_acts_behind_adverbs_are_found_and_what_goes_along_is_none(code: str, text: str, expected: list[str]) -> None:
    assert [verb.text for verb in find_verbs(text, language(code), Kind.OPERATIVE)] == expected


def test_an_expression_of_thanks_may_be_renewed() -> None:
    (verb,) = find_verbs("Renouvelle l’expression de sa gratitude au Gouvernement ;", language("fr"), Kind.OPERATIVE)
    assert (verb.concepts[0], verb.repeated) == ("thank", True)


DETERMINING = {
    "en": ["Determining that the situation is a threat to the peace,"],
    "fr": ["Considérant que la situation menace la paix,", "Constatant que la situation menace la paix,", "Estimant que la situation menace la paix,"],
    "es": ["Habiendo determinado que la situación es una amenaza,", "Determinando que la situación es una amenaza,"],
    "ru": ["определяя, что положение представляет угрозу миру,", "констатируя, что положение представляет угрозу миру,"],
    "ar": ["وإذ يقرر أن الحالة تشكل تهديدا للسلام،", "وإذ يرى أن الحالة تشكل تهديدا للسلام،"],
    "zh": ["认定该局势对和平构成威胁，", "断定该局势对和平构成威胁，"],
}  # fmt: skip


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in DETERMINING.items() for text in texts])
def test_what_opens_the_finding_of_a_threat_to_the_peace_means_that_in_six_languages(code: str, text: str) -> None:
    (verb,) = find_verbs(text, language(code), Kind.PREAMBULAR)
    assert "determine" in verb.concepts


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Décide, à sa prochaine session, de rester saisie de la question ;"),
        ("en", "Decides at its next session to remain seized of the matter;"),
        ("es", "Decide en su próximo período de sesiones seguir ocupándose de la cuestión;"),
        ("ru", "постановляет на своей следующей сессии продолжить рассмотрение этого вопроса;"),
        ("ar", "تقرر في دورتها المقبلة أن تبقي المسألة قيد نظرها؛"),
        ("zh", "决定在大会第八十届会议题为“儿童权利、青年政策”的项目下继续处理此事。"),
    ],
)
def test_what_stands_between_leaves_a_decision_to_remain_seized_one(code: str, text: str) -> None:
    (verb,) = find_verbs(text, language(code), Kind.OPERATIVE)
    assert verb.concepts[0] == "remain_seized"


def test_a_decision_with_another_object_is_none_to_remain_seized() -> None:
    (verb,) = find_verbs("Decides to meet and to remain seized of the matter;", language("en"), Kind.OPERATIVE)
    assert verb.concepts == ("decide",)


@pytest.mark.parametrize(
    ("code", "text", "concepts"),
    [
        ("en", "Affirms its resolve to act;", {"determined", "affirm"}),
        ("es", "Afirma su determinación de actuar;", {"determined", "affirm"}),
        ("ru", "заявляет о своей решимости действовать;", {"determined", "affirm"}),
        ("ru", "заявляет о своей приверженности диалогу;", {"commit", "affirm"}),
        ("fr", "Réitère la demande adressée aux États ;", {"request", "call_for", "reiterate"}),
        ("es", "Reitera la petición dirigida a los Estados;", {"request", "call_for", "reiterate"}),
        ("zh", "再次邀请和鼓励各国出席；", {"invite"}),
    ],
)
def test_a_noun_or_an_adverb_shows_what_a_verb_does(code: str, text: str, concepts: set[str]) -> None:
    (verb, *_) = find_verbs(text, language(code), Kind.OPERATIVE)
    assert concepts <= set(verb.concepts)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Se dit préoccupée par ces faits, et demeure saisie de ces questions ;"),
        ("en", "Expresses concern at these facts, and remains seized of these matters;"),
        ("es", "Expresa preocupación por estos hechos, y continúa ocupándose de estas cuestiones;"),
        ("ru", "выражает озабоченность этими фактами и продолжает заниматься этими вопросами;"),
        ("ar", "تعرب عن القلق إزاء هذه الوقائع، وتُبقي هذه المسائل قيد نظرها؛"),
        ("zh", "对这些事实表示关切，将继续处理这些事项；"),
    ],
)
def test_an_organ_remains_seized_without_deciding_to(code: str, text: str) -> None:
    assert find_verbs(text, language(code), Kind.OPERATIVE)[-1].concepts[0] == "remain_seized"


def test_an_adverb_that_belongs_to_the_form_stays_with_it() -> None:
    (verb,) = find_verbs("настоятельно призывает к сдержанности;", language("ru"), Kind.OPERATIVE)
    assert (verb.text, verb.concepts[0]) == ("настоятельно призывает", "urge")


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("ar", "ترحب بالدول وتدعوهم إلى التعاون، وتحثها على العمل، وتشجعهما على الحوار؛", ["ترحب", "وتدعوهم", "وتحثها", "وتشجعهما"]),
        ("zh", "欢迎努力，同时呼吁各国合作；", ["欢迎", "同时呼吁"]),
        ("zh", "欢迎努力，同时确认需要合作；", ["欢迎"]),
        ("ar", "تطلب إلى المؤتمر أن يقدم تقريرا، وإذ توجه الانتباه إلى الاستنتاجات، تدعو إلى بذل الجهود؛", ["تطلب", "تدعو"]),
        ("ar", "تقرر أن تبقي قيد نظرها مسألة إنشاء العملية؛", ["تقرر أن تبقي قيد"]),
    ],
)  # fmt: skip
def test_acts_with_a_pronoun_or_at_the_same_time_are_found(code: str, text: str, expected: list[str]) -> None:
    assert [verb.text for verb in find_verbs(text, language(code), Kind.OPERATIVE)] == expected


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Renouvelle sa décision de tenir une conférence ;"),
        ("en", "Renews its decision to hold a conference;"),
        ("es", "Renueva su decisión de celebrar una conferencia;"),
        ("ru", "повторяет свое решение провести конференцию;"),
        ("ar", "تجدد قرارها عقد مؤتمر؛"),
        ("zh", "再次决定举行会议；"),
    ],
)
def test_a_decision_that_is_renewed_is_decided_again(code: str, text: str) -> None:
    (verb,) = find_verbs(text, language(code), Kind.OPERATIVE)
    assert (verb.concepts[0], verb.repeated) == ("decide", True)
