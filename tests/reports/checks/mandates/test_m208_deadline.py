"""M208: another deadline or cycle. Specimens, not UN documents."""

from __future__ import annotations

from tests.support.check_case import RelatedCase, renewed
from tests.support.specimens import RENEWAL


class TestM208(RelatedCase):
    code = "M208"
    good = [{"earlier": RENEWAL, "later": RENEWAL}]
    failing = [(renewed(RENEWAL, "tous les six mois", "tous les trois mois"), [code])]
