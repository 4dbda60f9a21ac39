"""D604: how numbers are grouped."""

from __future__ import annotations

from reports.project.settings import Settings
from tests.support.check_case import DocumentCase
from tests.support.lint import OPENINGS

GOOD = "Le Conseil de sécurité,\n\n1. Prie l’Organisation de lire le «\u00a0Programme\u00a0»\u00a0; elle envoie 1\u00a0500 soldats\u00a0;\n"


class TestD604(DocumentCase):
    code = "D604"
    settings = Settings(extend_select=(code,))
    good = [{"fr": GOOD}]
    failing = [
        ({"fr": f"{OPENINGS['fr']}\n\n1. Décide d’envoyer 1,500 soldats en mission;\n"}, [code]),
        ({"en": f"{OPENINGS['en']}\n\n1. Decides to send 1 500 soldiers on mission;\n"}, [code]),
        ({"es": f"{OPENINGS['es']}\n\n1. Decide enviar 1,500 soldados a la misión;\n"}, [code]),
    ]
