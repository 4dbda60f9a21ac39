"""M107: a mandate replaced by another. Specimens, not UN documents."""

from __future__ import annotations

from tests.support.check_case import RelatedCase, renewed
from tests.support.specimens import RENEWAL


class TestM107(RelatedCase):
    code = "M107"
    good = [{"earlier": RENEWAL, "later": RENEWAL}]
    failing = [
        (
            renewed(
                RENEWAL, "de coopérer pleinement avec la Mission", "de déposer les armes dans les zones frontalières"
            ),
            [code],
        )
    ]
