"""L101: a reference to a paragraph that is not there."""

from __future__ import annotations

from tests.support.check_case import DocumentCase
from tests.support.lint import FRAMES, FRENCH


class TestL101(DocumentCase):
    code = "L101"
    good = [
        {"fr": FRENCH},
        {"en": FRAMES["en"].format("")},
        {"es": FRAMES["es"].format("")},
        {"ru": FRAMES["ru"].format("")},
        {"ar": FRAMES["ar"].format("")},
        {"zh": FRAMES["zh"].format("")},
    ]
    failing = [
        ({"fr": FRENCH.replace("paragraphe 1 ci-dessus", "paragraphe 12 ci-dessus")}, [code]),
        ({"fr": FRENCH.replace("paragraphe 1 ci-dessus", "paragraphe 3 ci-dessus")}, [code]),
        ({"en": FRAMES["en"].format("as stated in paragraph 9 above")}, [code]),
        ({"es": FRAMES["es"].format("como se indica en el párrafo 9 supra")}, [code]),
        ({"ru": FRAMES["ru"].format("как указано в пункте 9 выше")}, [code]),
        ({"ar": FRAMES["ar"].format("على النحو المبين في الفقرة 9 أعلاه")}, [code]),
        ({"zh": FRAMES["zh"].format("如上文第9段所述")}, [code]),
    ]  # fmt: skip
