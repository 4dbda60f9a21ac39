"""Decisions of one sentence, of lists, and in the past: acts in six languages; their symbols. Texts are made up, not UN documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpora.annotation.verbs import main_concept
from corpora.model import Kind, Resolution
from corpora.reading import read_resolution, read_resolutions, read_text
from corpora.text.symbols import canonical_pair
from tests.failing_kinds.texts import LANGUAGES, in_every_format, written
from tests.support.command_line import run

# Symbol, who submitted it, title, the decision in one sentence.
DRAFTS = {
    "en": ('E/2031/L.19', 'Draft decision submitted by the Vice-President of the Council, Ana Ruiz (Ruritania)', 'Appointment of an additional member of the Advisory Group on Bridges', 'The Economic and Social Council, recalling its resolution 2030/20 of 23 July 2030 and its decision 2030/210 of 16 December 2030, and having considered the letter dated 17 February 2031 from the Permanent Representative of Ruritania, decides to appoint the Permanent Representative of Ruritania as an additional member of the Advisory Group, and requests the Secretary-General to report to it at its 2032 session.'),
    "fr": ('E/2031/L.19', 'Projet de décision présenté par la Vice-Présidente du Conseil, Ana Ruiz (Ruritanie)', 'Nomination d’un membre supplémentaire du Groupe consultatif sur les ponts', 'Le Conseil économique et social, rappelant sa résolution 2030/20 du 23 juillet 2030 et sa décision 2030/210 du 16 décembre 2030, et ayant examiné la lettre datée du 17 février 2031 du Représentant permanent de la Ruritanie, décide de nommer le Représentant permanent de la Ruritanie membre supplémentaire du Groupe consultatif, et prie le Secrétaire général de lui faire rapport à sa session de 2032.'),
    "es": ('E/2031/L.19', 'Proyecto de decisión presentado por la Vicepresidenta del Consejo, Ana Ruiz (Ruritania)', 'Nombramiento de un miembro adicional del Grupo Asesor sobre los Puentes', 'El Consejo Económico y Social, recordando su resolución 2030/20, de 23 de julio de 2030, y su decisión 2030/210, de 16 de diciembre de 2030, y habiendo examinado la carta de fecha 17 de febrero de 2031 del Representante Permanente de Ruritania, decide nombrar al Representante Permanente de Ruritania miembro adicional del Grupo Asesor, y solicita al Secretario General que le presente un informe en su período de sesiones de 2032.'),
    "ru": ('E/2031/L.19', 'Проект решения, представленный заместителем Председателя Совета Аной Руис (Руритания)', 'Назначение дополнительного члена Консультативной группы по мостам', 'Экономический и Социальный Совет, ссылаясь на свою резолюцию 2030/20 от 23 июля 2030 года и свое решение 2030/210 от 16 декабря 2030 года и рассмотрев письмо Постоянного представителя Руритании от 17 февраля 2031 года, постановляет назначить Постоянного представителя Руритании дополнительным членом Консультативной группы и просит Генерального секретаря представить ему доклад на его сессии 2032 года.'),
    "ar": ('E/2031/L.19', 'مشروع مقرر مقدم من نائبة رئيس المجلس، آنا رويس (روريتانيا)', 'تعيين عضو إضافي في الفريق الاستشاري المعني بالجسور', 'إن المجلس الاقتصادي والاجتماعي، إذ يشير إلى قراره 2030/20 المؤرخ 23 تموز/يوليه 2030 ومقرره 2030/210 المؤرخ 16 كانون الأول/ديسمبر 2030، وقد نظر في الرسالة المؤرخة 17 شباط/فبراير 2031 من الممثل الدائم لروريتانيا، يقرر تعيين الممثل الدائم لروريتانيا عضوا إضافيا في الفريق الاستشاري، ويطلب إلى الأمين العام أن يقدم إليه تقريرا في دورته لعام 2032.'),
    "zh": ('E/2031/L.19', '理事会副主席安娜·鲁伊斯(鲁里坦尼亚)提交的决定草案', '任命桥梁咨询小组新增成员', '经济及社会理事会，回顾其2030年7月23日第2030/20号决议和2030年12月16日第2030/210号决定，并审议了鲁里坦尼亚常驻代表2031年2月17日的信，决定任命鲁里坦尼亚常驻代表为咨询小组新增成员，并请秘书长向理事会2032年会议提出报告。'),
}  # fmt: skip
# A decision without a preamble.
SHORT = {
    "en": 'The Economic and Social Council decides that the theme of its 2032 session shall be “Bridges for all”.',
    "fr": 'Le Conseil économique et social décide que le thème de sa session de 2032 sera « Des ponts pour tous ».',
    "es": 'El Consejo Económico y Social decide que el tema de su período de sesiones de 2032 sea “Puentes para todos”.',
    "ru": 'Экономический и Социальный Совет постановляет, что темой его сессии 2032 года будет «Мосты для всех».',
    "ar": 'إن المجلس الاقتصادي والاجتماعي يقرر أن يكون موضوع دورته لعام 2032 ”الجسور للجميع“.',
    "zh": '经济及社会理事会决定其2032年会议的主题为“人人享有桥梁”。',
}  # fmt: skip
# Heading, title, what the organ decided at a meeting.
PAST = {
    "en": ('Decision 2031/324', 'Theme of the 2032 session', 'At its 5th plenary meeting, on 25 July 2031, the Economic and Social Council, recalling its resolution 2030/20 of 23 July 2030, and mindful of the views of Member States, decided to adopt the theme “Bridges for all” for its 2032 session, and requested the Secretary-General to report to it.'),
    "fr": ('Décision 2031/324', 'Thème de la session de 2032', 'À sa 5e séance plénière, le 25 juillet 2031, le Conseil économique et social, rappelant sa résolution 2030/20 du 23 juillet 2030, et conscient des vues des États Membres, a décidé d’adopter le thème « Des ponts pour tous » pour sa session de 2032, et a prié le Secrétaire général de lui faire rapport.'),
    "es": ('Decisión 2031/324', 'Tema del período de sesiones de 2032', 'En su quinta sesión plenaria, celebrada el 25 de julio de 2031, el Consejo Económico y Social, recordando su resolución 2030/20, de 23 de julio de 2030, y consciente de las opiniones de los Estados Miembros, decidió aprobar el tema “Puentes para todos” para su período de sesiones de 2032, y solicitó al Secretario General que le presentara un informe.'),
    "ru": ('Решение 2031/324', 'Тема сессии 2032 года', 'На своем 5-м пленарном заседании 25 июля 2031 года Экономический и Социальный Совет, ссылаясь на свою резолюцию 2030/20 от 23 июля 2030 года и учитывая мнения государств-членов, постановил утвердить тему «Мосты для всех» для своей сессии 2032 года и просил Генерального секретаря представить ему доклад.'),
    "ar": ('المقرر 2031/324', 'موضوع دورة عام 2032', 'في جلسته العامة الخامسة، المعقودة في 25 تموز/يوليه 2031، قرر المجلس الاقتصادي والاجتماعي، إذ يشير إلى قراره 2030/20 المؤرخ 23 تموز/يوليه 2030، وإذ يضع في اعتباره آراء الدول الأعضاء، أن يعتمد موضوع ”الجسور للجميع“ لدورته لعام 2032، وطلب إلى الأمين العام أن يقدم إليه تقريرا.'),
    "zh": ('第2031/324号决定', '2032年会议的主题', '2031年7月25日，经济及社会理事会第5次全体会议，回顾其2030年7月23日第2030/20号决议，考虑到会员国的意见，决定通过“人人享有桥梁”作为其2032年会议的主题，并请秘书长向理事会提出报告。'),
}  # fmt: skip
# Heading, the organ, its acts as points of a list.
LISTED = {
    "en": ('Draft decision', 'The Economic and Social Council:', '(a) Takes note of the report of the Commission on Bridges;', '(b) Decides that the eleventh session shall be held in Geneva from 5 to 9 May 2032;', '(c) Approves the provisional agenda set out below.'),
    "fr": ('Projet de décision', 'Le Conseil économique et social :', 'a) Prend note du rapport de la Commission des ponts;', 'b) Décide que la onzième session se tiendra à Genève du 5 au 9 mai 2032;', 'c) Approuve l’ordre du jour provisoire ci-après.'),
    "es": ('Proyecto de decisión', 'El Consejo Económico y Social:', 'a) Toma nota del informe de la Comisión de Puentes;', 'b) Decide que el 11º período de sesiones se celebre en Ginebra del 5 al 9 de mayo de 2032;', 'c) Aprueba el programa provisional que figura a continuación.'),
    "ru": ('Проект решения', 'Экономический и Социальный Совет:', 'a) принимает к сведению доклад Комиссии по мостам;', 'b) постановляет, что одиннадцатая сессия будет проведена в Женеве 5–9 мая 2032 года;', 'c) утверждает изложенную ниже предварительную повестку дня.'),
    "ar": ('مشروع مقرر', 'إن المجلس الاقتصادي والاجتماعي:', '(أ) يحيط علما بتقرير لجنة الجسور؛', '(ب) يقرر أن تعقد الدورة الحادية عشرة في جنيف في الفترة من 5 إلى 9 أيار/مايو 2032؛', '(ج) يوافق على جدول الأعمال المؤقت الوارد أدناه.'),
    "zh": ('决定草案', '经济及社会理事会：', '(a) 表示注意到桥梁委员会的报告；', '(b) 决定第十一届会议于2032年5月5日至9日在日内瓦举行；', '(c) 核准下列临时议程。'),
}  # fmt: skip
# The same below a recital, with a list below the first act.
RECITED = {
    "en": ('Draft decision', 'The Economic and Social Council, recalling its resolution 2030/20:', '(a) Decides to hold the session in Geneva, with the following agenda:', '(i) Bridges;', '(ii) Roads;', '(b) Requests the Secretary-General to report.'),
    "fr": ('Projet de décision', 'Le Conseil économique et social, rappelant sa résolution 2030/20 :', 'a) Décide de tenir la session à Genève, avec l’ordre du jour suivant :', 'i) Ponts;', 'ii) Routes;', 'b) Prie le Secrétaire général de faire rapport.'),
    "es": ('Proyecto de decisión', 'El Consejo Económico y Social, recordando su resolución 2030/20:', 'a) Decide celebrar el período de sesiones en Ginebra, con el siguiente programa:', 'i) Puentes;', 'ii) Carreteras;', 'b) Solicita al Secretario General que informe.'),
    "ru": ('Проект решения', 'Экономический и Социальный Совет, ссылаясь на свою резолюцию 2030/20:', 'a) постановляет провести сессию в Женеве со следующей повесткой дня:', 'i) мосты;', 'ii) дороги;', 'b) просит Генерального секретаря представить доклад.'),
    "ar": ('مشروع مقرر', 'إن المجلس الاقتصادي والاجتماعي، إذ يشير إلى قراره 2030/20:', '(أ) يقرر عقد الدورة في جنيف، بجدول الأعمال التالي:', "'1' الجسور؛", "'2' الطرق؛", '(ب) يطلب إلى الأمين العام أن يقدم تقريرا.'),
    "zh": ('决定草案', '经济及社会理事会，回顾其第2030/20号决议：', '(a) 决定在日内瓦举行会议，议程如下：', '㈠ 桥梁；', '㈡ 道路；', '(b) 请秘书长提出报告。'),
}  # fmt: skip


def acts(found: Resolution) -> dict[str, list[str]]:
    """The concepts of the verbs of each paragraph of the body, by its id."""
    return {p.id: [main_concept(v).id for v in p.verbs] for p in found.paragraphs if p.kind.is_body}


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_decision_of_one_sentence_is_preamble_and_act(code: str, tmp_path: Path) -> None:
    for found in in_every_format(DRAFTS[code], tmp_path).values():
        assert (found.symbol, found.organ, found.title) == ("E/2031/L.19", "ECOSOC", DRAFTS[code][2])
        recites, act = acts(found).items()
        assert recites[0] == "pp1" and "having_considered" in recites[1]
        assert act == ("op1", ["decide", "request"])


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_short_decision_decides(code: str) -> None:
    found = read_text("\n\n".join((*DRAFTS[code][:3], SHORT[code])), code)
    assert acts(found) == {"op1": ["decide"]}
    assert found.paragraph("op1").text in SHORT[code]


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_an_act_lists_by_numbers_belongs_to_it(code: str) -> None:
    items = ("1. Albania.", "2. Armenia.", "3. Azerbaijan.")
    found = read_text("\n\n".join((*DRAFTS[code][:3], SHORT[code].rstrip(".。") + ":", *items)), code)
    assert acts(found)["op1"] == ["decide"]
    assert [p.number for p in found.paragraphs if p.number] == ["1", "2", "3"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_decision_in_the_past_reports_all_its_acts(code: str, tmp_path: Path) -> None:
    for found in in_every_format(PAST[code], tmp_path).values():
        assert (found.symbol, found.organ, found.title) == ("E/DEC/2031/324", "ECOSOC", PAST[code][1])
        assert acts(found) == {"op1": ["decide", "request"]}


@pytest.mark.parametrize("code", LANGUAGES)
def test_letters_count_the_acts_of_a_decision(code: str) -> None:
    plain = read_text("\n\n".join((DRAFTS[code][0], *LISTED[code])), code)
    assert acts(plain) == {"op1": ["take_note"], "op2": ["decide"], "op3": ["approve"]}
    below = read_text("\n\n".join((DRAFTS[code][0], *RECITED[code])), code)
    assert [p.id for p in below.paragraphs if p.kind.is_body] == ["pp1", "op1", "op1.i", "op1.ii", "op2"]


# What adopts a draft decision, and the words above it.
RECOMMENDS = {
    "fr": ("L’Assemblée générale,", "1. Recommande au Conseil économique et social d’adopter le projet de décision suivant :"),
    "en": ("The General Assembly,", "1. Recommends to the Economic and Social Council the adoption of the following draft decision:"),
    "es": ("La Asamblea General,", "1. Recomienda al Consejo Económico y Social que apruebe el siguiente proyecto de decisión:"),
    "ru": ("Генеральная Ассамблея,", "1. рекомендует Экономическому и Социальному Совету принять следующий проект решения:"),
    "ar": ("إن الجمعية العامة،", "1 - توصي المجلس الاقتصادي والاجتماعي باعتماد مشروع المقرر التالي:"),
    "zh": ("大会，", "1. 建议经济及社会理事会通过以下决定草案："),
}  # fmt: skip


@pytest.mark.parametrize("quoted", [False, True])
@pytest.mark.parametrize("code", LANGUAGES)
def test_a_draft_decision_that_is_recommended_has_ids_of_its_own(code: str, quoted: bool) -> None:
    draft = f"“{DRAFTS[code][3]}”" if quoted else DRAFTS[code][3]
    found = read_text("\n\n".join(("A/RES/85/1", *RECOMMENDS[code], draft)), code)
    assert found.organ == "GA"
    assert list(acts(found)) == ["op1", "op1.draft.pp1", "op1.draft.op1"]
    assert acts(found)["op1.draft.op1"] == ["decide", "request"]


def test_a_footnote_stands_between_preamble_and_act(tmp_path: Path) -> None:
    symbol, *_, text = DRAFTS["en"]
    marked = text.replace("Ruritania, decides", "Ruritania,<sup>1</sup> decides")
    path = tmp_path / "en.html"
    path.write_text(
        f"<html><body><p>{symbol}</p><p>{marked}</p><p><sup>1</sup> E/2031/81.</p></body></html>", encoding="utf-8"
    )
    found = read_resolution(path)
    assert acts(found)["op1"] == ["decide", "request"]
    assert [(note.mark, note.referred_from) for note in found.footnotes] == [("1", ("pp1",))]


WORDS = {
    "fr": "Décision {}",
    "en": "Decision {}",
    "es": "Decisión {}",
    "ru": "Решение {}",
    "ar": "المقرر {}",
    "zh": "第{}号决定",
}


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_decision_is_called_by_its_name(code: str) -> None:
    act = PAST[code][2]
    by_word = read_text(f"{WORDS[code].format('2031/12')}\n\n{act}", code)
    assert by_word.symbol == "E/DEC/2031/12"
    by_number = read_text(f"2031/324. {PAST[code][1]}\n\n{act}", code)
    assert by_number.symbol == "E/DEC/2031/324"
    cited = {str(a.value) for p in by_word.paragraphs for a in p.anchors}
    assert "E/RES/2030/20" in cited


def test_numbers_that_only_decisions_have() -> None:
    made = {pair: canonical_pair(*pair.split("/")) for pair in ("79/545", "79/1", "2023/301", "2023/30", "2023/900")}
    assert made == {
        "79/545": "A/DEC/79/545", "79/1": "A/RES/79/1", "2023/301": "E/DEC/2023/301", "2023/30": "E/RES/2023/30", "2023/900": "E/RES/2023/900",
    }  # fmt: skip


# Who adopted it, the heading below its masthead.
RIGHTS = {
    "fr": ("Décision adoptée par le Conseil des droits de l’homme le 4 avril 2031", "55/101. Report de certaines activités", "Le Conseil des droits de l’homme", "décide de reporter les activités énumérées en annexe."),
    "en": ("Decision adopted by the Human Rights Council on 4 April 2031", "55/101. Postponement of certain activities", "The Human Rights Council", "decides to postpone the activities listed in the annex."),
    "es": ("Decisión aprobada por el Consejo de Derechos Humanos el 4 de abril de 2031", "55/101. Aplazamiento de determinadas actividades", "El Consejo de Derechos Humanos", "decide aplazar las actividades enumeradas en el anexo."),
    "ru": ("Решение, принятое Советом по правам человека 4 апреля 2031 года", "55/101. Отсрочка некоторых мероприятий", "Совет по правам человека", "постановляет отложить мероприятия, перечисленные в приложении."),
    "ar": ("مقرر اعتمده مجلس حقوق الإنسان في 4 نيسان/أبريل 2031", "55/101 - تأجيل بعض الأنشطة", "إن مجلس حقوق الإنسان", "يقرر تأجيل الأنشطة المدرجة في المرفق."),
    "zh": ("人权理事会2031年4月4日通过的决定", "55/101. 推迟某些活动", "人权理事会，", "决定推迟附件所列的活动。"),
}  # fmt: skip


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_decision_of_the_human_rights_council(code: str) -> None:
    adopted, title, organ, act = RIGHTS[code]
    sentence = f"{organ}{'' if code == 'zh' else ' '}{act}"
    found = read_text("\n\n".join((adopted, title, sentence)), code)
    assert (found.symbol, found.organ, found.title) == ("A/HRC/DEC/55/101", "HRC", title)
    assert any(p.kind is Kind.ADOPTION for p in found.paragraphs)
    assert acts(found) == {"op1": ["decide"]}


@pytest.mark.slow
def test_six_versions_of_a_decision_say_the_same(tmp_path: Path) -> None:
    for texts in (DRAFTS, PAST):
        folder = tmp_path / texts["en"][0].replace("/", "_")
        folder.mkdir()
        for code in LANGUAGES:
            written(texts[code], folder / f"{code}.txt")
        assert "no findings" in run("check", folder)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_volume_of_decisions_holds_several(code: str, tmp_path: Path) -> None:
    _, title, act = PAST[code]
    mark = " -" if code == "ar" else "."
    lines = [line for number in (324, 325) for line in (f"2031/{number}{mark} {title}", act)]
    found = read_resolutions(written(lines, tmp_path / "volume.txt"), code)
    assert [(each.symbol, list(acts(each))) for each in found] == [
        ("E/DEC/2031/324", ["op1"]),
        ("E/DEC/2031/325", ["op1"]),
    ]
