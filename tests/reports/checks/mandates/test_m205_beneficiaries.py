"""M205: other beneficiaries. Specimens, not UN documents."""

from __future__ import annotations

from tests.support.check_case import RelatedCase
from tests.support.specimens import RENEWAL

FAVOURED = {"earlier": "pays en développement", "later": "pays les moins avancés"}


class TestM205(RelatedCase):
    code = "M205"
    good = [{"earlier": RENEWAL, "later": RENEWAL}]
    failing = [
        (
            {
                name: RENEWAL.replace("avec la Mission", f"avec la Mission en faveur des {whom}")
                for name, whom in FAVOURED.items()
            },
            [code],
        )
    ]
