"""D306: a decision that is a restatement."""

from __future__ import annotations

from tests.support.check_case import VersionsCase, changed, pair_of
from tests.support.specimens import BASE


class TestD306(VersionsCase):
    code = "D306"
    good = [pair_of(BASE, "es")]
    failing = [
        (changed(BASE, "en", "3. Reaffirms that", "3. Decides that"), [code]),
        (changed(BASE, "es", "3. Reafirma que", "3. Decide que"), [code]),
        (changed(BASE, "ru", "3. вновь подтверждает", "3. постановляет"), [code]),
        (changed(BASE, "ar", "3 - يؤكد من جديد", "3 - يقرر"), [code]),
        (changed(BASE, "zh", "3. 重申", "3. 决定"), [code]),
    ]  # fmt: skip
