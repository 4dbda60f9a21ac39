"""M201: force that is raised. Specimens, not UN documents."""

from __future__ import annotations

from tests.support.check_case import RelatedCase
from tests.support.specimens import RENEWAL


class TestM201(RelatedCase):
    code = "M201"
    good = [{"earlier": RENEWAL, "later": RENEWAL}]
    failing = [({"earlier": RENEWAL.replace("Demande aux parties", "Encourage les parties"), "later": RENEWAL}, [code])]
