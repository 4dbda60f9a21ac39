"""L105: a word that stands twice."""

from __future__ import annotations

from tests.support.check_case import DocumentCase
from tests.support.lint import FRAMES, FRENCH


class TestL105(DocumentCase):
    code = "L105"
    good = [
        {"fr": FRENCH},
        {"fr": FRENCH.replace("à coopérer", "à à coopérer")},
        {"en": FRAMES["en"].format("")},
        {"es": FRAMES["es"].format("")},
        {"ru": FRAMES["ru"].format("")},
        {"ar": FRAMES["ar"].format("")},
        {"zh": FRAMES["zh"].format("")},
    ]
    failing = [
        ({"fr": FRENCH.replace("de créer", "de créer créer")}, [code]),
        ({"en": FRAMES["en"].format("with the the parties")}, [code]),
        ({"es": FRAMES["es"].format("con las las partes")}, [code]),
        ({"ru": FRAMES["ru"].format("с всеми всеми сторонами")}, [code]),
        ({"ar": FRAMES["ar"].format("مع جميع جميع الأطراف")}, [code]),
        ({"zh": FRAMES["zh"].format("有关当局有关当局")}, [code]),
    ]  # fmt: skip
