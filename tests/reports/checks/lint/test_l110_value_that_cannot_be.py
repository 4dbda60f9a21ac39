"""L110: values that cannot be right, in a text alone. The texts are ours."""

from __future__ import annotations

from tests.support.check_case import DocumentCase

_FRAMES = {
    "fr": "Le Conseil de sécurité,\n\n1. *Décide* {}\n\n2. *Prie* les États de coopérer.\n",
    "en": "The Security Council,\n\n1. *Decides* {}\n\n2. *Requests* States to cooperate.\n",
    "es": "El Consejo de Seguridad,\n\n1. *Decide* {}\n\n2. *Solicita* a los Estados que cooperen.\n",
    "ru": "Совет Безопасности,\n\n1. *постановляет* {}\n\n2. *просит* государства сотрудничать.\n",
    "ar": "إن مجلس الأمن،\n\n1 - *يقرر* {}\n\n2 - *يطلب* إلى الدول أن تتعاون.\n",
    "zh": "安全理事会，\n\n1. *决定*{}\n\n2. *请*各国合作。\n",
}
_IMPOSSIBLE = [
    ("que le mandat prendra fin le 31 novembre 2027 ;", "that the mandate shall end on 31 November 2027;", "que el mandato terminará el 31 de noviembre de 2027;",
     "продлить мандат до 31 ноября 2027 года;", "أن تنتهي الولاية في 31 تشرين الثاني/نوفمبر 2027؛", "任务于2027年11月31日结束；"),
    ("que le mandat prendra fin le 15 juillet juin 2027 ;", "that the mandate shall end on 15 July June 2027;", "que el mandato terminará el 15 de julio junio de 2027;",
     "продлить мандат до 15 июля июня 2027 года;", "أن تنتهي الولاية في 15 تموز/يونيه 2027؛", "任务于2027年7月6月15日结束；"),
    ("de proroger les mesures de la résolution 1989 (2014) ;", "to renew the measures of resolution 1989 (2014);", "prorrogar las medidas de la resolución 1989 (2014);",
     "продлить меры по резолюции 1989 (2014);", "تمديد تدابير القرار 1989 (2014)؛", "延长第1989(2014)号决议的措施；"),
    ("de lever les mesures visées au paragraphe 1 de la présente résolution ;", "to lift the measures in paragraph 1 of the present resolution;",
     "levantar las medidas enunciadas en el párrafo 1 de la presente resolución;", "отменить меры, указанные в пункте 1 настоящей резолюции;",
     "رفع التدابير الواردة في الفقرة 1 من هذا القرار؛", "取消本决议第1段规定的措施；"),
    ("que la réunion se tiendra le mardi 3 juin 2024 ;", "that the meeting will be held on Tuesday, 3 June 2024;", "que la reunión se celebre el martes 3 de junio de 2024;",
     "провести заседание во вторник, 3 июня 2024 года;", "عقد الاجتماع يوم الثلاثاء 3 حزيران/يونيه 2024؛", "于2024年6月3日星期二举行会议；"),
]  # fmt: skip
_POSSIBLE = [
    ("que la réunion se tiendra le lundi 3 juin 2024 ;", "that the meeting will be held on Monday, 3 June 2024;", "que la reunión se celebre el lunes 3 de junio de 2024;",
     "провести заседание в понедельник, 3 июня 2024 года;", "عقد الاجتماع يوم الإثنين 3 حزيران/يونيه 2024؛", "于2024年6月3日（星期一）举行会议；"),
    ("de tenir compte de la recommandation générale no 38 (2020) ;", "to take into account general recommendation No. 38 (2020);",
     "tener en cuenta la recomendación general núm. 38 (2020);", "принять во внимание общую рекомендацию № 38 (2020);",
     "مراعاة التوصية العامة رقم 38 (2020)؛", "考虑第38(2020)号一般性建议；"),
]  # fmt: skip


_ADOPTED = {
    "fr": "Adoptée par le Conseil de sécurité à sa 9990e séance, le 15 juillet 2027\n\n",
    "en": "Adopted by the Security Council at its 9990th meeting, on 15 July 2027\n\n",
    "es": "Aprobada por el Consejo de Seguridad en su 9990ª sesión, celebrada el 15 de julio de 2027\n\n",
    "ru": "принятая Советом Безопасности на его 9990-м заседании 15 июля 2027 года\n\n",
    "ar": "الذي اتخذه مجلس الأمن في جلسته 9990، المعقودة في 15 تموز/يوليه 2027\n\n",
    "zh": "2027年7月15日安全理事会第9990次会议通过\n\n",
}
_LASTS = {
    "fr": ["de proroger jusqu’au {} le mandat de la Mission ;", "que le mandat prendra fin le {} ;"],
    "en": ["to extend until {} the mandate of the Mission;", "that the mandate shall end on {};"],
    "es": ["prorrogar hasta el {} el mandato de la Misión;", "que el mandato terminará el {};"],
    "ru": ["продлить до {} мандат Миссии;", "что мандат истекает {};"],
    "ar": ["تمديد ولاية البعثة حتى {}؛", "أن تنتهي الولاية في {}؛"],
    "zh": ["将特派团的任务期限延长至{}；", "任务于{}结束；"],
}
_BEGINS = {
    "fr": "que la Mission commencera ses travaux le {} ;", "en": "that the Mission shall begin its work on {};", "es": "que la Misión comience su labor el {};",
    "ru": "что Миссия приступит к работе {};", "ar": "أن تبدأ البعثة عملها في {}؛", "zh": "特派团于{}开始工作；",
}  # fmt: skip
_RANGE = {
    "fr": "d’approuver les dépenses de la période du 1er juillet 2026 au {} ;", "en": "to approve the expenditure for the period from 1 July 2026 to {};",
    "es": "aprobar los gastos del período comprendido entre el 1 de julio de 2026 y el {};", "ru": "утвердить расходы за период с 1 июля 2026 года по {};",
    "ar": "الموافقة على نفقات الفترة من 1 تموز/يوليه 2026 إلى {}؛", "zh": "核准2026年7月1日至{}期间的支出；",
}  # fmt: skip
_DAYS = {
    "fr": "15 juillet {}", "en": "15 July {}", "es": "15 de julio de {}", "ru": "15 июля {} года", "ar": "15 تموز/يوليه {}", "zh": "{}年7月15日",
}  # fmt: skip


def _adopted(code: str, clause: str, year: int) -> dict[str, str]:
    return {code: _ADOPTED[code] + _FRAMES[code].format(clause.format(_DAYS[code].format(year)))}


def _texts(code: str, clauses: list[tuple[str, ...]]) -> list[dict[str, str]]:
    at = list(_FRAMES).index(code)
    return [{code: _FRAMES[code].format(clause[at])} for clause in clauses]


class TestL110(DocumentCase):
    code = "L110"
    good = [
        *(text for code in _FRAMES for text in _texts(code, _POSSIBLE)),
        *(_adopted(code, clause, 2028) for code in _FRAMES for clause in _LASTS[code]),
        *(_adopted(code, _BEGINS[code], 2027) for code in _FRAMES),
        *(_adopted(code, _RANGE[code], 2027) for code in _FRAMES),
    ]
    failing = [
        *((text, ["L110"]) for code in _FRAMES for text in _texts(code, _IMPOSSIBLE)),
        *(
            (_adopted(code, clause, year), ["L110"])
            for code in _FRAMES
            for clause in _LASTS[code]
            for year in (2027, 2026)
        ),
    ]
