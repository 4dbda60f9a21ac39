"""D601: spaces before French marks."""

from __future__ import annotations

from reports.project.settings import Settings
from tests.support.check_case import DocumentCase
from tests.support.lint import OPENINGS

GOOD = "Le Conseil de sécurité,\n\n1. Prie l’Organisation de lire le «\u00a0Programme\u00a0»\u00a0; elle envoie 1\u00a0500 soldats\u00a0;\n"


class TestD601(DocumentCase):
    code = "D601"
    settings = Settings(extend_select=(code,))
    good = [{"fr": GOOD}]
    failing = [
        ({"fr": f"{OPENINGS['fr']}\n\n1. Prie le Secrétaire général de faire : rapport;\n"}, [code]),
    ]
