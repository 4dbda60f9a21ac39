"""M207: other resources. Specimens, not UN documents."""

from __future__ import annotations

from tests.support.check_case import RelatedCase, renewed
from tests.support.specimens import RENEWAL


class TestM207(RelatedCase):
    code = "M207"
    good = [{"earlier": RENEWAL, "later": RENEWAL}]
    failing = [
        (
            renewed(RENEWAL, "avec la Mission", "avec la Mission, dans la limite des ressources disponibles"),
            [code],
        )
    ]
