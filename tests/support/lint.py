"""Texts for checks of one document alone. Specimens, not UN documents."""

from __future__ import annotations

from corpora.reading import read_text
from corpora.resources.adoption_dates import AdoptionDates
from reports.checks.runner import check_document
from reports.project.settings import Settings

FRENCH = """L'Assemblée générale,

Rappelant sa résolution 56/123 du 19 décembre 2001,

1. Prie le Secrétaire général de lui rendre compte à sa cinquante-septième session;

2. Décide, comme indiqué au paragraphe 1 ci-dessus, de créer un groupe (composé d'experts);

3. Invite les États à coopérer;
"""


def codes(text: str, code: str = "fr", library: AdoptionDates | None = None, **settings: object) -> list[str]:
    document = read_text(text, code, f"{code}.md")
    return [f.code for f in check_document(document, Settings(**settings), library or AdoptionDates())]  # type: ignore[arg-type]


FRAMES = {
    "en": "The General Assembly,\n\n1. Requests the Secretary-General to report {};\n\n2. Invites States to cooperate;\n",
    "es": "La Asamblea General,\n\n1. Solicita al Secretario General que informe {};\n\n2. Invita a los Estados a cooperar;\n",
    "ru": "Генеральная Ассамблея,\n\n1. просит Генерального секретаря доложить {};\n\n2. предлагает государствам сотрудничать;\n",
    "ar": "إن الجمعية العامة،\n\n1 - تطلب إلى الأمين العام أن يقدم تقريرا {}؛\n\n2 - تدعو الدول إلى التعاون؛\n",
    "zh": "大会，\n\n1. 请秘书长提出报告{}；\n\n2. 邀请各国合作；\n",
}


OPENINGS = {"fr": "Le Conseil de sécurité,", "en": "The Security Council,", "es": "El Consejo de Seguridad,", "ru": "Совет Безопасности,", "ar": "إن مجلس الأمن،", "zh": "安全理事会，"}  # fmt: skip
