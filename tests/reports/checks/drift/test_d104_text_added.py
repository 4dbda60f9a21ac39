"""D104: an act that one version adds. Specimens, not UN documents."""

from __future__ import annotations

from tests.support.check_case import VersionsCase, pair_of
from tests.support.one_paragraph import COMPOUND, HEAD

TEXTS = {code: f"{HEAD[code]}\n\n1. {''.join(parts)}\n" for code, parts in COMPOUND.items()}
WITHOUT = f"{HEAD['fr']}\n\n1. {COMPOUND['fr'][0]}{COMPOUND['fr'][2]}\n"


class TestD104(VersionsCase):
    code = "D104"
    good = [pair_of(TEXTS, "es"), pair_of(TEXTS, "zh")]
    failing = [
        ({"fr": WITHOUT, "en": TEXTS["en"]}, [code]),
        ({"fr": WITHOUT, "ru": TEXTS["ru"]}, [code]),
    ]
