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


def _texts(code: str, clauses: list[tuple[str, ...]]) -> list[dict[str, str]]:
    at = list(_FRAMES).index(code)
    return [{code: _FRAMES[code].format(clause[at])} for clause in clauses]


class TestL110(DocumentCase):
    code = "L110"
    good = [text for code in _FRAMES for text in _texts(code, _POSSIBLE)]
    failing = [(text, ["L110"]) for code in _FRAMES for text in _texts(code, _IMPOSSIBLE)]
