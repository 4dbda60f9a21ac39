"""Documents as the organs print them: nine kinds of cover, in six languages, as text, Markdown, web page and Word file.

The words are specimens, not UN documents; the covers have the words of real ones, with invented symbols and dates.
"""

from __future__ import annotations

import html
import io
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.shared import Pt

LANGUAGES = ("fr", "en", "es", "ru", "ar", "zh")
KINDS = ("assembly", "assembly, letter B", "rights council", "security council", "social council", "committee draft", "rights council draft", "social council draft", "security council draft")  # fmt: skip

ORGANIZATION = {
    "fr": "Nations Unies",
    "en": "United Nations",
    "es": "Naciones Unidas",
    "ru": "Организация Объединенных Наций",
    "ar": "الأمم المتحدة",
    "zh": "联合国",
}  # fmt: skip
ORGANS = {
    "GA": {"fr": "Assemblée générale", "en": "General Assembly", "es": "Asamblea General", "ru": "Генеральная Ассамблея", "ar": "الجمعية العامة", "zh": "大会"},
    "SC": {"fr": "Conseil de sécurité", "en": "Security Council", "es": "Consejo de Seguridad", "ru": "Совет Безопасности", "ar": "مجلس الأمن", "zh": "安全理事会"},
    "ECOSOC": {"fr": "Conseil économique et social", "en": "Economic and Social Council", "es": "Consejo Económico y Social", "ru": "Экономический и Социальный Совет", "ar": "المجلس الاقتصادي والاجتماعي", "zh": "经济及社会理事会"},
    "HRC": {"fr": "Conseil des droits de l’homme", "en": "Human Rights Council", "es": "Consejo de Derechos Humanos", "ru": "Совет по правам человека", "ar": "مجلس حقوق الإنسان", "zh": "人权理事会"},
}  # fmt: skip
FORMULAE = {
    "GA": {"fr": "L’Assemblée générale,", "en": "The General Assembly,", "es": "La Asamblea General,", "ru": "Генеральная Ассамблея,", "ar": "إن الجمعية العامة،", "zh": "大会，"},
    "SC": {"fr": "Le Conseil de sécurité,", "en": "The Security Council,", "es": "El Consejo de Seguridad,", "ru": "Совет Безопасности,", "ar": "إن مجلس الأمن،", "zh": "安全理事会，"},
    "ECOSOC": {"fr": "Le Conseil économique et social,", "en": "The Economic and Social Council,", "es": "El Consejo Económico y Social,", "ru": "Экономический и Социальный Совет,", "ar": "إن المجلس الاقتصادي والاجتماعي،", "zh": "经济及社会理事会，"},
    "HRC": {"fr": "Le Conseil des droits de l’homme,", "en": "The Human Rights Council,", "es": "El Consejo de Derechos Humanos,", "ru": "Совет по правам человека,", "ar": "إن مجلس حقوق الإنسان،", "zh": "人权理事会，"},
}  # fmt: skip
SESSIONS = {
    "GA": {"fr": "Quatre-vingt-onzième session", "en": "Ninety-first session", "es": "Nonagésimo primer período de sesiones", "ru": "Девяносто первая сессия", "ar": "الدورة الحادية والتسعون", "zh": "第九十一届会议"},
    "HRC": {"fr": "Soixante et onzième session", "en": "Seventy-first session", "es": "71er período de sesiones", "ru": "Семьдесят первая сессия", "ar": "الدورة الحادية والسبعون", "zh": "第七十一届会议"},
    "ECOSOC": {"fr": "Session de 2036", "en": "2036 session", "es": "Período de sesiones de 2036", "ru": "Сессия 2036 года", "ar": "دورة عام 2036", "zh": "2036年届会"},
}  # fmt: skip
MONTHS = {
    "fr": ("janvier", "juillet", "décembre",),
    "en": ("January", "July", "December",),
    "es": ("enero", "julio", "diciembre",),
    "ru": ("января", "июля", "декабря",),
    "ar": ("كانون الثاني/يناير", "تموز/يوليه", "كانون الأول/ديسمبر",),
    "zh": ("1", "7", "12",),
}  # fmt: skip
"""January, July and December."""
RECITALS = {
    "fr": ("Rappelant sa résolution 90/12 du 4 décembre 2035 relative aux ports de pêche{mark},", "Notant avec préoccupation la dégradation des quais du littoral,", "Consciente du rôle des capitaineries,",),
    "en": ("Recalling its resolution 90/12 of 4 December 2035 on fishing ports,{mark}", "Noting with concern the deterioration of quays along the coast,", "Aware of the role of harbour masters,",),
    "es": ("Recordando su resolución 90/12, de 4 de diciembre de 2035, relativa a los puertos pesqueros{mark},", "Observando con preocupación el deterioro de los muelles del litoral,", "Consciente de la función de las capitanías,",),
    "ru": ("ссылаясь на свою резолюцию 90/12 от 4 декабря 2035 года о рыболовных портах{mark},", "отмечая с озабоченностью ухудшение состояния причалов на побережье,", "сознавая роль капитанов портов,",),
    "ar": ("إذ تشير إلى قرارها 90/12 المؤرخ 4 كانون الأول/ديسمبر 2035 بشأن موانئ الصيد{mark}،", "وإذ تلاحظ مع القلق تدهور حالة الأرصفة على امتداد الساحل،", "وإذ تدرك دور سلطات الموانئ،",),
    "zh": ("回顾其2035年12月4日关于渔港的第90/12号决议，{mark}", "关切地注意到沿海码头的恶化，", "意识到港务局长的作用，",),
}  # fmt: skip
"""``{mark}`` is where a footnote is referred to."""
ACTS = {
    "fr": ("Prie le Secrétaire général :", ("a", "De dresser l’inventaire des quais ;"), ("b", "D’en rendre compte à sa prochaine session ;"), "Demande aux États Membres d’entretenir leurs ports ;", "@Suivi et présentation de rapports", "Encourage les capitaineries à coopérer entre elles ;", "Décide de rester saisie de la question.",),
    "en": ("Requests the Secretary-General:", ("a", "To draw up an inventory of quays;"), ("b", "To report thereon at its next session;"), "Calls upon Member States to maintain their ports;", "@Follow-up and reporting", "Encourages harbour masters to cooperate with one another;", "Decides to remain seized of the matter.",),
    "es": ("Solicita al Secretario General que:", ("a", "Elabore un inventario de los muelles;"), ("b", "Informe al respecto en su próximo período de sesiones;"), "Exhorta a los Estados Miembros a que mantengan sus puertos;", "@Seguimiento y presentación de informes", "Alienta a las capitanías a que cooperen entre sí;", "Decide seguir ocupándose de la cuestión.",),
    "ru": ("просит Генерального секретаря:", ("a", "составить перечень причалов;"), ("b", "представить доклад по этому вопросу на ее следующей сессии;"), "призывает государства-члены содержать свои порты в порядке;", "@Последующая деятельность и отчетность", "рекомендует капитанам портов сотрудничать между собой;", "постановляет продолжать заниматься этим вопросом.",),
    "ar": ("تطلب إلى الأمين العام القيام بما يلي:", ("a", "وضع قائمة جرد بالأرصفة؛"), ("b", "تقديم تقرير عن ذلك في دورتها المقبلة؛"), "تهيب بالدول الأعضاء أن تصون موانئها؛", "@المتابعة والإبلاغ", "تشجع سلطات الموانئ على التعاون فيما بينها؛", "تقرر إبقاء المسألة قيد نظرها.",),
    "zh": ("请秘书长：", ("a", "编制码头清单；"), ("b", "就此向下届会议提出报告；"), "促请会员国维护其港口；", "@后续行动和报告", "鼓励港务局长相互合作；", "决定继续处理此案。",),
}  # fmt: skip
"""Operative paragraphs in order; a pair is a point of a list, and "@" stands before a heading."""
NOTES = {
    "fr": "Voir A/90/45, annexe.",
    "en": "See A/90/45, annex.",
    "es": "Véase A/90/45, anexo.",
    "ru": "См. A/90/45, приложение.",
    "ar": "انظر A/90/45، المرفق.",
    "zh": "见A/90/45，附件。",
}  # fmt: skip
TITLES = {
    "fr": "Renforcement de la coopération entre les ports de pêche",
    "en": "Strengthening cooperation among fishing ports",
    "es": "Fortalecimiento de la cooperación entre los puertos pesqueros",
    "ru": "Укрепление сотрудничества между рыболовными портами",
    "ar": "تعزيز التعاون بين موانئ الصيد",
    "zh": "加强渔港之间的合作",
}  # fmt: skip
MARKS = {
    "fr": {"a": "a)", "b": "b)"},
    "en": {"a": "(a)", "b": "(b)"},
    "es": {"a": "a)", "b": "b)"},
    "ru": {"a": "a)", "b": "b)"},
    "ar": {"a": "(أ)", "b": "(ب)"},
    "zh": {"a": "(a)", "b": "(b)"},
}  # fmt: skip
VOTES = {
    "fr": ("[Adoptée par 27 voix contre 12, avec 8 abstentions. Les voix se sont réparties comme suit :", "Ont voté pour :", "Algérie, Brésil, Ghana, Inde", "Ont voté contre :", "Japon, Norvège", "Se sont abstenus :", "Népal, Pérou]",),
    "en": ("[Adopted by a recorded vote of 27 to 12, with 8 abstentions. The voting was as follows:", "In favour:", "Algeria, Brazil, Ghana, India", "Against:", "Japan, Norway", "Abstaining:", "Nepal, Peru]",),
    "es": ("[Aprobada en votación registrada por 27 votos contra 12 y 8 abstenciones. El resultado de la votación fue el siguiente:", "Votos a favor:", "Argelia, Brasil, Ghana, India", "Votos en contra:", "Japón, Noruega", "Abstenciones:", "Nepal, Perú]",),
    "ru": ("[Принята заносимым в отчет о заседании голосованием 27 голосами против 12 при 8 воздержавшихся. Голоса распределились следующим образом:", "Голосовали за:", "Алжир, Бразилия, Гана, Индия", "Голосовали против:", "Норвегия, Япония", "Воздержались:", "Непал, Перу]",),
    "ar": ("[اعتُمد بتصويت مسجل بأغلبية 27 صوتا مقابل 12 صوتا وامتناع 8 أعضاء عن التصويت. وكانت نتيجة التصويت كما يلي:", "المؤيدون:", "الجزائر، البرازيل، غانا، الهند", "المعارضون:", "اليابان، النرويج", "الممتنعون عن التصويت:", "نيبال، بيرو]",),
    "zh": ("[以27票赞成、12票反对、8票弃权获得通过。表决情况如下：", "赞成：", "阿尔及利亚、巴西、加纳、印度", "反对：", "日本、挪威", "弃权：", "尼泊尔、秘鲁]",),
}  # fmt: skip
"""A recorded vote below the closing formula."""
REPORTED = {
    "fr": "[sur la base du rapport de la Deuxième Commission (A/91/482, par. 14)]",
    "en": "[on the report of the Second Committee (A/91/482, para. 14)]",
    "es": "[sobre la base del informe de la Segunda Comisión (A/91/482, párr. 14)]",
    "ru": "[по докладу Второго комитета (A/91/482, пункт 14)]",
    "ar": "[بناء على تقرير اللجنة الثانية (A/91/482، الفقرة 14)]",
    "zh": "[根据第二委员会的报告(A/91/482，第14段)通过]",
}  # fmt: skip
UNREFERRED = {
    "fr": "[sans renvoi à une grande commission (A/91/L.21)]",
    "en": "[without reference to a Main Committee (A/91/L.21)]",
    "es": "[sin remisión previa a una Comisión Principal (A/91/L.21)]",
    "ru": "[без передачи в главные комитеты (A/91/L.21)]",
    "ar": "[دون الإحالة إلى لجنة رئيسية (A/91/L.21)]",
    "zh": "[未经发交主要委员会而通过(A/91/L.21)]",
}  # fmt: skip
RECOMMENDED = {
    "fr": "[sur recommandation de la Commission de la condition de la femme (E/2036/27)]",
    "en": "[on the recommendation of the Commission on the Status of Women (E/2036/27)]",
    "es": "[por recomendación de la Comisión de la Condición Jurídica y Social de la Mujer (E/2036/27)]",
    "ru": "[по рекомендации Комиссии по положению женщин (E/2036/27)]",
    "ar": "[بناء على توصية لجنة وضع المرأة (E/2036/27)]",
    "zh": "[根据妇女地位委员会的建议(E/2036/27)通过]",
}  # fmt: skip
COMMITTEES = {
    "fr": "Troisième Commission",
    "en": "Third Committee",
    "es": "Tercera Comisión",
    "ru": "Третий комитет",
    "ar": "اللجنة الثالثة",
    "zh": "第三委员会",
}  # fmt: skip
AGENDA_TITLES = {
    "fr": "Océans et droit de la mer",
    "en": "Oceans and the law of the sea",
    "es": "Los océanos y el derecho del mar",
    "ru": "Мировой океан и морское право",
    "ar": "المحيطات وقانون البحار",
    "zh": "海洋和海洋法",
}  # fmt: skip
SPONSORS = {
    "fr": "Chili, Ghana, Islande et Pérou* : projet de résolution",
    "en": "Chile, Ghana, Iceland and Peru:* draft resolution",
    "es": "Chile, Ghana, Islandia y Perú*: proyecto de resolución",
    "ru": "Гана, Исландия, Перу* и Чили: проект резолюции",
    "ar": "آيسلندا، وبيرو*، وشيلي، وغانا: مشروع قرار",
    "zh": "智利、加纳、冰岛和秘鲁*：决议草案",
}  # fmt: skip
REVISED = {
    "fr": "Chili et Ghana : projet de résolution révisé",
    "en": "Chile and Ghana: revised draft resolution",
    "es": "Chile y Ghana: proyecto de resolución revisado",
    "ru": "Гана и Чили: пересмотренный проект резолюции",
    "ar": "شيلي وغانا: مشروع قرار منقح",
    "zh": "智利和加纳：订正决议草案",
}  # fmt: skip
PRESIDENT = {
    "fr": "Projet de résolution présenté par la Présidente du Conseil",
    "en": "Draft resolution submitted by the President of the Council",
    "es": "Proyecto de resolución presentado por la Presidenta del Consejo",
    "ru": "Проект резолюции, представленный Председателем Совета",
    "ar": "مشروع قرار مقدم من رئيسة المجلس",
    "zh": "理事会主席提交的决议草案",
}  # fmt: skip
PERIODS = {
    "fr": "16 juin-11 juillet 2036",
    "en": "16 June–11 July 2036",
    "es": "16 de junio a 11 de julio de 2036",
    "ru": "16 июня — 11 июля 2036 года",
    "ar": "16 حزيران/يونيه - 11 تموز/يوليه 2036",
    "zh": "2036年6月16日至7月11日",
}  # fmt: skip
ORIGINALS = {
    "fr": "Original : anglais",
    "en": "Original: English",
    "es": "Original: inglés",
    "ru": "Original: English",
    "ar": "Original: English",
    "zh": "Original: English",
}  # fmt: skip
DISTRIBUTIONS = {
    "fr": ("Distr. générale", "Distr. limitée",),
    "en": ("Distr.: General", "Distr.: Limited",),
    "es": ("Distr. general", "Distr. limitada",),
    "ru": ("Distr.: General", "Distr.: Limited",),
    "ar": ("Distr.: General", "Distr.: Limited",),
    "zh": ("Distr.: General", "Distr.: Limited",),
}  # fmt: skip
"""General, then limited."""
NUMBERED = {
    "fr": "Résolution {}",
    "en": "Resolution {}",
    "es": "Resolución {}",
    "ru": "Резолюция {}",
    "ar": "القرار {}",
    "zh": "第{}号决议",
}  # fmt: skip
ITEMS = {
    "fr": "Point {} b) de l’ordre du jour",
    "en": "Agenda item {} (b)",
    "es": "Tema {} b) del programa",
    "ru": "Пункт {} b) повестки дня",
    "ar": "البند {} (ب) من جدول الأعمال",
    "zh": "议程项目{}(b)",
}  # fmt: skip
BARE_ITEMS = {
    "fr": "Point {} de l’ordre du jour",
    "en": "Agenda item {}",
    "es": "Tema {} del programa",
    "ru": "Пункт {} повестки дня",
    "ar": "البند {} من جدول الأعمال",
    "zh": "议程项目{}",
}  # fmt: skip
ADOPTED = {
    "GA": {"fr": "Résolution adoptée par l’Assemblée générale le {}", "en": "Resolution adopted by the General Assembly on {}", "es": "Resolución aprobada por la Asamblea General el {}", "ru": "Резолюция, принятая Генеральной Ассамблеей {}", "ar": "قرار اتخذته الجمعية العامة في {}", "zh": "{}大会决议"},
    "HRC": {"fr": "Résolution adoptée par le Conseil des droits de l’homme le {}", "en": "Resolution adopted by the Human Rights Council on {}", "es": "Resolución aprobada por el Consejo de Derechos Humanos el {}", "ru": "Резолюция, принятая Советом по правам человека {}", "ar": "قرار اعتمده مجلس حقوق الإنسان في {}", "zh": "人权理事会{}通过的决议"},
    "ECOSOC": {"fr": "Résolution adoptée par le Conseil économique et social le {}", "en": "Resolution adopted by the Economic and Social Council on {}", "es": "Resolución aprobada por el Consejo Económico y Social el {}", "ru": "Резолюция, принятая Экономическим и Социальным Советом {}", "ar": "قرار اتخذه المجلس الاقتصادي والاجتماعي في {}", "zh": "经济及社会理事会{}通过的决议"},
    "SC": {"fr": "Adoptée par le Conseil de sécurité à sa 11840e séance, le {}", "en": "Adopted by the Security Council at its 11840th meeting, on {}", "es": "Aprobada por el Consejo de Seguridad en su 11840ª sesión, celebrada el {}", "ru": "принятая Советом Безопасности на его 11840-м заседании {}", "ar": "الذي اتخذه مجلس الأمن في جلسته 11840، المعقودة في {}", "zh": "安全理事会{}第11840次会议通过"},
}  # fmt: skip
PLENARY = {
    "fr": "{}e séance plénière",
    "en": "{}th plenary meeting",
    "es": "{}ª sesión plenaria",
    "ru": "{}-е пленарное заседание",
    "ar": "الجلسة العامة {}",
    "zh": "第{}次全体会议",
}  # fmt: skip
MEETINGS = {
    "fr": "34e séance",
    "en": "34th meeting",
    "es": "34ª sesión",
    "ru": "34-е заседание",
    "ar": "الجلسة 34",
    "zh": "第34次会议",
}  # fmt: skip

IDS = ["pp1", "pp2", "pp3", "op1", "op1.a", "op1.b", "op2", "op3", "op4"]
"""Recitals, operative paragraphs and points of every specimen."""


@dataclass(frozen=True)
class Expected:
    """What is to be read of a cover."""

    symbol: str
    date: str
    session: str = ""
    item: str = ""
    original: str = ""
    title: str = ""
    is_draft: bool = False
    votes: tuple[int, int, int] | None = None


@dataclass(frozen=True)
class Specimen:
    """A document: the rows of its masthead (left, then lines on the right), and its lines, each with its role."""

    code: str
    cells: tuple[tuple[str, ...], ...]
    lines: tuple[tuple[str, str], ...]
    expected: Expected


def day(code: str, number: int, month: int, year: int, *, on_cover: bool = False) -> str:
    """A date in words; covers in Russian, Arabic and Chinese print English ones."""
    code = "en" if on_cover and code in ("ru", "ar", "zh") else code
    word = MONTHS[code][{1: 0, 7: 1, 12: 2}[month]]
    forms = {
        "zh": f"{year}年{word}月{number}日",
        "es": f"{number} de {word} de {year}",
        "ru": f"{number} {word} {year} года",
    }
    return forms.get(code, f"{number} {word} {year}")


def _body(code: str, organ: str) -> Iterator[tuple[str, str]]:
    yield "organ", FORMULAE[organ][code]
    for recital in RECITALS[code]:
        yield "recital", recital
    number = 0
    for act in ACTS[code]:
        if isinstance(act, tuple):
            yield "point", f"{MARKS[code][act[0]]}\t{act[1]}"
        elif act.startswith("@"):
            yield "heading", act[1:]
        else:
            number += 1
            yield "act", f"{number} -\t{act}" if code == "ar" else f"{number}.\t{act}"


def specimen(kind: str, code: str) -> Specimen:
    """The document of a kind in a language."""
    organ, symbol, limited, issued = _COVERS[kind]
    right = (DISTRIBUTIONS[code][limited], day(code, *issued, on_cover=True))
    house = "GA" if organ == "HRC" else organ
    original = (ORIGINALS[code],) if limited or organ == "HRC" or kind == "security council draft" else ()
    cells = ((ORGANIZATION[code], symbol), (ORGANS[house][code], *right, *original))
    lines = (*_HEADS[kind](code), *_body(code, organ), *_TAILS.get(kind, _no_tail)(code), ("note", NOTES[code]))
    adopted = {"assembly": "2036-12-19", "assembly, letter B": "2036-12-19", "rights council": "2036-07-10", "security council": "2036-07-15", "social council": "2036-07-22"}  # fmt: skip
    drafted = "draft" in kind
    named = organ != "SC"
    expected = Expected(
        symbol=symbol.replace(" ", ""),
        date=adopted.get(kind, "{2}-{1:02d}-{0:02d}".format(*issued)),
        session=SESSIONS[organ][code] if named else "",
        item=_ITEMS.get(kind, ""),
        original="en" if original else "",
        title=TITLES[code] if named else "",
        is_draft=drafted,
        votes=(27, 12, 8) if kind == "rights council" else None,
    )
    return Specimen(code, cells, lines, expected)


_COVERS: dict[str, tuple[str, str, bool, tuple[int, int, int]]] = {
    "assembly": ("GA", "A/RES/91/207", False, (9, 1, 2037)),
    "assembly, letter B": ("GA", "A/RES/91/95 B", False, (9, 1, 2037)),
    "rights council": ("HRC", "A/HRC/RES/71/16", False, (14, 7, 2036)),
    "security council": ("SC", "S/RES/3011 (2036)", False, (15, 7, 2036)),
    "social council": ("ECOSOC", "E/RES/2036/14", False, (30, 7, 2036)),
    "committee draft": ("GA", "A/C.3/91/L.20/Rev.1", True, (9, 1, 2037)),
    "rights council draft": ("HRC", "A/HRC/71/L.9/Rev.1", True, (9, 7, 2036)),
    "social council draft": ("ECOSOC", "E/2036/L.17", True, (9, 7, 2036)),
    "security council draft": ("SC", "S/2036/411", False, (15, 7, 2036)),
}
"""Organ, symbol, whether its distribution is limited, and the day of issue."""
_ITEMS = {"assembly": "18", "assembly, letter B": "18", "rights council": "3", "social council": "19", "committee draft": "76", "rights council draft": "3", "social council draft": "19"}  # fmt: skip


def _cover(code: str, *lines: str) -> list[tuple[str, str]]:
    return [("cover", line) for line in lines]


def _titled(code: str, number: str) -> tuple[str, str]:
    return "title", f"{number} - {TITLES[code]}" if code == "ar" else f"{number}. {TITLES[code]}"


def _assembly(code: str, number: str, source: str) -> list[tuple[str, str]]:
    cover = _cover(code, SESSIONS["GA"][code], ITEMS[code].format(18))
    adopted = ADOPTED["GA"][code].format(day(code, 19, 12, 2036))
    return [*cover, ("adopted", adopted), ("source", source), _titled(code, number)]


def _rights(code: str) -> list[tuple[str, str]]:
    return _cover(code, ORGANS["HRC"][code], SESSIONS["HRC"][code], PERIODS[code], BARE_ITEMS[code].format(3))


def _social(code: str) -> list[tuple[str, str]]:
    return _cover(code, SESSIONS["ECOSOC"][code], ITEMS[code].format(19))


_HEADS: dict[str, Any] = {
    "assembly": lambda c: _assembly(c, "91/207", REPORTED[c]),
    "assembly, letter B": lambda c: [*_assembly(c, "91/95", UNREFERRED[c]), ("letter", "B")],
    "rights council": lambda c: [*_rights(c), ("adopted", ADOPTED["HRC"][c].format(day(c, 10, 7, 2036))), _titled(c, "71/16")],
    "security council": lambda c: [("title", NUMBERED[c].format("3011 (2036)")), ("source", ADOPTED["SC"][c].format(day(c, 15, 7, 2036)))],
    "social council": lambda c: [*_social(c), ("adopted", ADOPTED["ECOSOC"][c].format(day(c, 22, 7, 2036))), ("source", RECOMMENDED[c]), _titled(c, "2036/14")],
    "committee draft": lambda c: [*_cover(c, SESSIONS["GA"][c], COMMITTEES[c], ITEMS[c].format(76), AGENDA_TITLES[c]), ("sponsors", SPONSORS[c]), ("title", TITLES[c])],
    "rights council draft": lambda c: [*_rights(c), *_cover(c, AGENDA_TITLES[c]), ("sponsors", REVISED[c]), ("title", f"71/… {TITLES[c]}")],
    "social council draft": lambda c: [*_social(c), *_cover(c, AGENDA_TITLES[c]), ("sponsors", PRESIDENT[c]), ("title", TITLES[c])],
    "security council draft": lambda c: [("sponsors", SPONSORS[c])],
}  # fmt: skip
"""What stands between the masthead and the enacting formula."""


def _no_tail(code: str) -> list[tuple[str, str]]:
    return []


def _closing(code: str, *lines: str) -> list[tuple[str, str]]:
    return [("closing", line) for line in lines]


_TAILS: dict[str, Any] = {
    "assembly": lambda c: _closing(c, PLENARY[c].format(54), day(c, 19, 12, 2036)),
    "assembly, letter B": lambda c: _closing(c, PLENARY[c].format(54), day(c, 19, 12, 2036)),
    "rights council": lambda c: [*_closing(c, MEETINGS[c], day(c, 10, 7, 2036)), *(("vote", line) for line in VOTES[c])],
    "social council": lambda c: _closing(c, PLENARY[c].format(35), day(c, 22, 7, 2036)),
}  # fmt: skip
"""What stands below the last operative paragraph."""


# -- formats -----------------------------------------------------------------------------------------------------------


def as_text(made: Specimen) -> str:
    """Plain text: the masthead in two columns of spaces, lines of the cover below each other, a small figure as mark."""
    out: list[str] = []
    for left, first, *rest in made.cells:
        out += [left.ljust(50) + first, *(" " * 50 + line for line in rest), ""]
    for role, text in made.lines:
        line = text.replace("{mark}", "¹").replace("\t", " ")
        if role == "note":
            out += ["_______________", f"¹ {line}", ""]
        elif role == "cover":
            out.append(line)
        else:
            out += ["", line, ""] if role == "title" else [f"     {line}" if role in ("act", "point") else line, ""]
    return "\n".join(out)


def as_wrapped_text(made: Specimen) -> str:
    """Plain text wrapped at 62 columns, the mark of the footnote in square brackets."""
    out: list[str] = []
    for cell in made.cells:
        out += [*cell, ""]
    for role, text in made.lines:
        line = text.replace("{mark}", "[1]").replace("\t", " ")
        if role == "note":
            out += ["----------", f"[1] {line}", ""]
        else:
            out += [line] if role == "cover" else [*textwrap.wrap(line, 62), ""]
    return "\n".join(out)


def as_markdown(made: Specimen) -> str:
    """Markdown: headings, first words of recitals in italics, hard line ends in the masthead."""
    out: list[str] = []
    for cell in made.cells:
        out += [*(f"{line}  " for line in cell), ""]
    for role, text in made.lines:
        line = text.replace("{mark}", "[^1]").replace("\t", " ")
        first, space, rest = line.partition(" ")
        forms = {"note": f"[^1]: {line}", "title": f"## {line}", "heading": f"### {line}"}
        out += [f"*{first}* {rest}" if role == "recital" and space else forms.get(role, line), ""]
    return "\n".join(out)


def as_web_page(made: Specimen) -> str:
    """A web page as word processors save it: the masthead a table, bold instead of headings."""
    rows = "".join(
        f"<tr><td><b>{html.escape(left)}</b></td><td>{'<br>'.join(map(html.escape, right))}</td></tr>"
        for left, *right in made.cells
    )
    out = [f"<table>{rows}</table>"]
    for role, text in made.lines:
        line = html.escape(text).replace("{mark}", "<sup>1</sup>").replace("\t", "&nbsp;&nbsp; ")
        if role == "note":
            out.append(f"<hr><p><sup>1</sup> {line}</p>")
        else:
            out.append(f"<p><b>{line}</b></p>" if role in ("title", "heading", "adopted") else f"<p>{line}</p>")
    direction = "rtl" if made.code == "ar" else "ltr"
    return (
        f"<!DOCTYPE html><html lang={made.code} dir={direction}><meta charset=utf-8><body>{''.join(out)}</body></html>"
    )


def as_word_file(made: Specimen) -> bytes:
    """A Word file without styles: the masthead a table, bold instead of headings, a typed superscript as mark."""
    document = docx.Document()
    table = document.add_table(rows=len(made.cells), cols=2)
    for row, (left, first, *rest) in zip(table.rows, made.cells, strict=True):
        _write(row.cells[0].paragraphs[0], left, made.code, bold=True, size=14)
        _write(row.cells[1].paragraphs[0], first, made.code)
        for line in rest:
            _write(row.cells[1].add_paragraph(), line, made.code)
    for role, text in made.lines:
        line = f"{{mark}} {text}" if role == "note" else text
        bold = role in ("title", "heading", "adopted")
        _write(document.add_paragraph(), line, made.code, bold=bold, size=8 if role == "note" else None)
    document.sections[0].header.paragraphs[0].text = made.cells[0][1]
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _write(paragraph: Any, text: str, code: str, *, bold: bool = False, size: int | None = None) -> None:
    right = code == "ar" and any("\u0600" <= char < "\u0700" for char in text)
    if right:
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
    for k, piece in enumerate(text.split("{mark}")):
        if k:
            paragraph.add_run("1").font.superscript = True
        run = paragraph.add_run(piece)
        run.bold, run.font.rtl = bold or None, right or None
        if size:
            run.font.size = Pt(size)


FORMATS = {
    ".txt": lambda made: as_text(made).encode(),
    ".text": lambda made: as_wrapped_text(made).encode(),
    ".md": lambda made: as_markdown(made).encode(),
    ".html": lambda made: as_web_page(made).encode(),
    ".docx": as_word_file,
}
