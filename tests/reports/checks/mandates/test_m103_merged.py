"""M103: two mandates merged. Specimens, not UN documents."""

from __future__ import annotations

from tests.support.check_case import RelatedCase, renewed
from tests.support.specimens import RENEWAL

JOINED = ("tous les six mois;\n\n3. Demande aux", "tous les six mois et demande aux")


class TestM103(RelatedCase):
    code = "M103"
    good = [{"earlier": RENEWAL, "later": RENEWAL}]
    failing = [(renewed(RENEWAL, *JOINED), [code, "R106"])]
