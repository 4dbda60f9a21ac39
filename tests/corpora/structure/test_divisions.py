"""Declarations, frameworks and rules: articles, goals and targets with ids of their own; texts adopted in the body; sections.

The texts are specimens, not UN documents.
"""

from __future__ import annotations

import pytest

from corpora.languages import language
from corpora.model import Kind, Part, Resolution
from corpora.reading import read_text
from corpora.structure.divisions import division_of
from reports.exporters.akoma_ntoso import akoma_ntoso

# Formula, act, annex, title, article 1 (in words), its two paragraphs, article 2 with its text, goal 1, targets, an unnumbered text.
TEXTS = {
    "en": (
        "The General Assembly,", "1. Adopts the Charter of Bridges annexed to the present resolution.", "Annex", "Charter of Bridges",
        "Article 1", "1. All bridges are equal.", "2. No bridge shall be closed.", "Article 2. Everyone has the right to cross a bridge.",
        "Goal 1. End all detours everywhere", "1.1 By 2040, halve the number of detours;", "1.a Ensure mobilization of resources.",
    ),
    "fr": (
        "L’Assemblée générale,", "1. Adopte la Charte des ponts annexée à la présente résolution.", "Annexe", "Charte des ponts",
        "Article premier", "1. Tous les ponts sont égaux.", "2. Aucun pont ne peut être fermé.", "Article 2 – Chacun a le droit de traverser un pont.",
        "Objectif 1. Éliminer partout les détours", "1.1 D’ici à 2040, réduire de moitié le nombre de détours;", "1.a Garantir la mobilisation de ressources.",
    ),
    "es": (
        "La Asamblea General,", "1. Aprueba la Carta de los Puentes que figura en el anexo de la presente resolución.", "Anexo", "Carta de los Puentes",
        "Artículo 1", "1. Todos los puentes son iguales.", "2. Ningún puente podrá ser cerrado.", "Artículo 2. Toda persona tiene derecho a cruzar un puente.",
        "Objetivo 1. Poner fin a los desvíos en todas partes", "1.1 De aquí a 2040, reducir a la mitad los desvíos;", "1.a Garantizar la movilización de recursos.",
    ),
    "ru": (
        "Генеральная Ассамблея,", "1. принимает Хартию мостов, содержащуюся в приложении к настоящей резолюции.", "Приложение", "Хартия мостов",
        "Статья 1", "1. Все мосты равны.", "2. Ни один мост не может быть закрыт.", "Статья 2. Каждый имеет право перейти мост.",
        "Цель 1. Повсеместная ликвидация объездов", "1.1 К 2040 году сократить число объездов вдвое;", "1.a Обеспечить мобилизацию ресурсов.",
    ),
    "ar": (
        "إن الجمعية العامة،", "1 - تعتمد ميثاق الجسور المرفق بهذا القرار.", "المرفق", "ميثاق الجسور",
        "المادة الأولى", "1 - كل الجسور متساوية.", "2 - لا يجوز إغلاق أي جسر.", "المادة 2 - لكل فرد الحق في عبور جسر.",
        "الهدف 1 - القضاء على الطرق الالتفافية في كل مكان", "1-1 خفض عدد الطرق الالتفافية إلى النصف بحلول عام 2040؛", "1-أ كفالة حشد الموارد.",
    ),
    "zh": (
        "大会，", "1. 通过本决议附件所载的《桥梁宪章》。", "附件", "桥梁宪章",
        "第一条", "1. 所有桥梁一律平等。", "2. 任何桥梁不得关闭。", "第二条 人人有权过桥。",
        "目标1. 在各地消除绕行", "1.1 到2040年，绕行减半；", "1.a 确保调集资源。",
    ),
}  # fmt: skip
IDS = [
    "organ", "op1", "annex.1", "annex.1.article1", "annex.1.article1.op1", "annex.1.article1.op2", "annex.1.article2",
    "annex.1.goal1", "annex.1.goal1.1", "annex.1.goal1.a",
]  # fmt: skip


def _ids(found: Resolution) -> list[str]:
    """Ids without that of the annex's title, which a text without styles does not tell from other words."""
    return [p.id for p in found.paragraphs if p.text != TEXTS[found.language][3]]


@pytest.mark.parametrize("code", TEXTS)
def test_articles_goals_and_targets_have_ids_of_their_own(code: str) -> None:
    lines = TEXTS[code]
    found = read_text("\n\n".join(lines), code)
    assert _ids(found) == IDS
    by_id = {p.id: p for p in found.paragraphs}
    assert by_id["annex.1.article1"].kind is Kind.HEADING and by_id["annex.1.article1"].number == lines[4]
    assert by_id["annex.1.article1.op2"].parent == "annex.1.article1" and by_id["annex.1.article1.op2"].number == "2"
    text = by_id["annex.1.article2"]
    assert (
        text.kind is Kind.OPERATIVE
        and lines[7].endswith(text.text)
        and text.number
        and lines[7].startswith(text.number)
    )
    assert by_id["annex.1.goal1.a"].parent == "annex.1.goal1" and by_id["annex.1.goal1.a"].number == "1.a"
    assert all(p.part is Part.ANNEX for p in found.paragraphs if p.id.startswith("annex"))


@pytest.mark.parametrize("code", TEXTS)
def test_akoma_ntoso_holds_articles_and_gives_them_back(code: str) -> None:
    found = read_text("\n\n".join(TEXTS[code][:8]), code)
    again = read_text(akoma_ntoso(found), code)
    assert [(p.id, p.kind, p.text) for p in again.paragraphs] == [(p.id, p.kind, p.text) for p in found.paragraphs]


EMBEDDED = {
    "en": ("The General Assembly", "Adopts the following declaration:", "Declaration on bridges", "1. We, the States, are resolved.", "2. We agree to meet.", "18th plenary meeting"),
    "fr": ("L’Assemblée générale", "Adopte la déclaration suivante:", "Déclaration sur les ponts", "1. Nous, les États, sommes résolus.", "2. Nous convenons de nous réunir.", "18e séance plénière"),
    "es": ("La Asamblea General", "Aprueba la siguiente declaración:", "Declaración sobre los puentes", "1. Nosotros, los Estados, estamos resueltos.", "2. Convenimos en reunirnos.", "18ª sesión plenaria"),
    "ru": ("Генеральная Ассамблея", "принимает следующую декларацию:", "Декларация о мостах", "1. Мы, государства, преисполнены решимости.", "2. Мы договорились встретиться.", "18-е пленарное заседание"),
    "ar": ("إن الجمعية العامة", "تعتمد الإعلان التالي:", "إعلان بشأن الجسور", "1 - نحن الدول عاقدون العزم.", "2 - نتفق على الاجتماع.", "الجلسة العامة 18"),
    "zh": ("大会", "通过以下宣言：", "关于桥梁的宣言", "1. 我们各国下定决心。", "2. 我们同意举行会议。", "第18次全体会议"),
}  # fmt: skip


@pytest.mark.parametrize("code", EMBEDDED)
def test_a_declaration_that_the_body_adopts_is_a_text_of_its_own(code: str) -> None:
    formula, act, title, first, second, meeting = EMBEDDED[code]
    found = read_text("\n\n".join((formula, act, f"### {title}", first, second, meeting)), code)
    assert [(p.id, p.kind) for p in found.paragraphs] == [
        ("organ", Kind.ORGAN), ("op1", Kind.OPERATIVE), ("annex.1", Kind.ANNEX), ("annex.1.op1", Kind.OPERATIVE),
        ("annex.1.op2", Kind.OPERATIVE), ("closing1", Kind.CLOSING),
    ]  # fmt: skip
    assert not found.faults


def test_an_act_above_a_heading_of_its_own_resolution_adopts_nothing() -> None:
    text = "The General Assembly,\n\n1. Decides to meet.\n\n### Budget\n\n2. Requests a report."
    assert [p.id for p in read_text(text, "en").paragraphs] == ["organ", "op1", "h1", "op2"]


SECTIONS = {
    "en": ("The General Assembly,", "Having considered the reports,", "1. Decides to meet;", "Recalling its past,", "1. Requests a report."),
    "fr": ("L’Assemblée générale,", "Ayant examiné les rapports,", "1. Décide de se réunir;", "Rappelant le passé,", "1. Prie de faire rapport."),
    "es": ("La Asamblea General,", "Habiendo examinado los informes,", "1. Decide reunirse;", "Recordando el pasado,", "1. Solicita un informe."),
    "ru": ("Генеральная Ассамблея,", "рассмотрев доклады,", "1. постановляет собраться;", "ссылаясь на прошлое,", "1. просит представить доклад."),
    "ar": ("إن الجمعية العامة،", "وقد نظرت في التقارير،", "1 - تقرر أن تجتمع؛", "وإذ تشير إلى الماضي،", "1 - تطلب تقريرا."),
    "zh": ("大会，", "审议了报告，", "1. 决定举行会议；", "回顾过去，", "1. 请提交一份报告。"),
}  # fmt: skip


@pytest.mark.parametrize("code", SECTIONS)
def test_a_section_has_a_preamble_of_its_own(code: str) -> None:
    formula, first, act, second, last = SECTIONS[code]
    found = read_text("\n\n".join((formula, "### I", first, act, "### II", second, last)), code)
    recitals = [p for p in found.paragraphs if p.kind is Kind.PREAMBULAR]
    assert [(p.id, p.text) for p in recitals] == [("pp1", first), ("pp2", second)]
    assert [p.number for p in found.paragraphs if p.kind is Kind.OPERATIVE] == ["1", "1"]


@pytest.mark.parametrize("code", SECTIONS)
def test_a_mark_of_a_footnote_behind_its_comma_does_not_hide_a_recital(code: str) -> None:
    formula, first, act, second, last = SECTIONS[code]
    lines = (formula, "### I", f"{first}[^1]", act, "### II", f"{second}[^2]", last, "[^1]: A/98/1.", "[^2]: A/98/2.")
    found = read_text("\n\n".join(lines), code)
    assert [p.id for p in found.paragraphs if p.kind is Kind.PREAMBULAR] == ["pp1", "pp2"]


ANNEXED = {
    "en": ("The Economic and Social Commission for Bridges,", "Recalling its past,"),
    "fr": ("La Commission économique et sociale pour les ponts,", "Rappelant le passé,"),
    "es": ("La Comisión Económica y Social para los Puentes,", "Recordando el pasado,"),
    "ru": ("Экономическая и социальная комиссия по мостам,", "ссылаясь на прошлое,"),
    "ar": ("إن اللجنة الاقتصادية والاجتماعية للجسور،", "إذ تشير إلى الماضي،"),
    "zh": ("桥梁经济及社会委员会，", "回顾过去，"),
}  # fmt: skip


@pytest.mark.parametrize("code", ANNEXED)
def test_an_annexed_resolution_belongs_to_the_one_before(code: str) -> None:
    council, *_ = SECTIONS[code]
    formula, recital = ANNEXED[code]
    act, last = SECTIONS[code][2], SECTIONS[code][4]
    found = read_text("\n\n".join((council, act, TEXTS[code][2], "74/5", formula, recital, last)), code)
    ids = {p.id: p.kind for p in found.paragraphs}
    assert ids["annex.1.organ"] is Kind.ORGAN and ids["annex.1.pp1"] is Kind.PREAMBULAR
    assert ids["annex.1.op1"] is Kind.OPERATIVE and ids["op1"] is Kind.OPERATIVE and "pp1" not in ids


TITLED = {"en": "Annex B – items subject to notification", "fr": "Annexe B – articles soumis à notification", "es": "Anexo B – artículos sujetos a notificación", "ru": "Приложение B – предметы, требующие уведомления", "ar": "المرفق باء - الأصناف الخاضعة للإخطار", "zh": "附件B：须通知的物项"}  # fmt: skip


@pytest.mark.parametrize("mark", ["### ", ""])
@pytest.mark.parametrize("code", TITLED)
def test_the_heading_of_an_annex_may_hold_its_title(code: str, mark: str) -> None:
    """Marked as a heading, or a line of a plain text before a paragraph 1."""
    formula, _, act, _, last = SECTIONS[code]
    found = read_text("\n\n".join((formula, act, mark + TITLED[code], last)), code)
    assert [(p.id, p.kind) for p in found.paragraphs][-2:] == [("annex.1", Kind.ANNEX), ("annex.1.op1", Kind.OPERATIVE)]


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("en", "Rule IV", "rule4"), ("en", "Article 3 applies to all States", None), ("en", "Articles 3 and 4", None),
        ("fr", "Règle 12 – Sanctions", "rule12"), ("fr", "Principe 2. De la dignité", "principle2"), ("es", "Directriz 3", "guideline3"),
        ("ru", "Руководящее положение 4", "guideline4"), ("ar", "المبدأ التوجيهي 4", "guideline4"), ("ar", "المبدأ 5", "principle5"),
        ("ru", "Глава II", "chapter2"), ("ar", "المادة 3 من الاتفاقية", None), ("ar", "المادة الثالثة والعشرون", "article23"),
        ("zh", "第三条规定", None), ("zh", "第二十三条", "article23"),
    ],
)  # fmt: skip
def test_what_opens_a_division(code: str, text: str, name: str | None) -> None:
    division = division_of(text, language(code))
    assert (division.name if division else None) == name
