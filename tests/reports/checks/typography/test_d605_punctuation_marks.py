"""D605: punctuation of Arabic and Chinese."""

from __future__ import annotations

from reports.project.settings import Settings
from tests.support.check_case import DocumentCase
from tests.support.lint import OPENINGS

GOOD = "Le Conseil de sécurité,\n\n1. Prie l’Organisation de lire le «\u00a0Programme\u00a0»\u00a0; elle envoie 1\u00a0500 soldats\u00a0;\n"


class TestD605(DocumentCase):
    code = "D605"
    settings = Settings(extend_select=(code,))
    good = [{"fr": GOOD}]
    failing = [
        ({"ar": f"{OPENINGS['ar']}\n\n1 - يطلب إلى الأمين العام, أن يقدم تقريرا;\n"}, [code]),
        ({"zh": f"{OPENINGS['zh']}\n\n1. 请秘书长提出报告,并邀请各国合作；\n"}, [code]),
    ]
