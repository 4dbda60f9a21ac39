"""L104: marks that lack their pair."""

from __future__ import annotations

from tests.support.check_case import DocumentCase
from tests.support.lint import FRAMES, FRENCH, codes


class TestL104(DocumentCase):
    code = "L104"
    good = [
        {"fr": FRENCH},
        {"en": FRAMES["en"].format("")},
        {"es": FRAMES["es"].format("")},
        {"ru": FRAMES["ru"].format("")},
        {"ar": FRAMES["ar"].format("")},
        {"zh": FRAMES["zh"].format("")},
    ]
    failing = [
        ({"fr": FRENCH.replace("(composé d'experts)", "(composé d'experts")}, [code]),
        ({"fr": FRENCH.replace("coopérer", "«\u00a0coopérer")}, [code]),
        ({"en": FRAMES["en"].format("(as needed")}, [code]),
        ({"es": FRAMES["es"].format("(según proceda")}, [code]),
        ({"ru": FRAMES["ru"].format("(по мере необходимости")}, [code]),
        ({"ar": FRAMES["ar"].format("(حسب الاقتضاء")}, [code]),
        ({"zh": FRAMES["zh"].format("（视需要")}, [code]),
    ]  # fmt: skip


def test_a_quotation_may_run_over_paragraphs_that_open_it_anew() -> None:
    quoted = "3. Rappelle : « la paix ;\n\n« la sécurité ;\n\n« le développement » ;"
    assert codes(FRENCH.replace("3. Invite les États à coopérer;", quoted)) == []
    assert codes(FRENCH.replace("3. Invite les États à coopérer;", quoted.replace(" »", ""))) == ["L104"] * 3
