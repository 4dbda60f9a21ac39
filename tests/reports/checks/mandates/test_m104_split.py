"""M104: one mandate split. Specimens, not UN documents."""

from __future__ import annotations

from tests.support.check_case import RelatedCase
from tests.support.specimens import RENEWAL

JOINED = ("tous les six mois;\n\n3. Demande aux", "tous les six mois et demande aux")


class TestM104(RelatedCase):
    code = "M104"
    good = [{"earlier": RENEWAL, "later": RENEWAL}]
    failing = [({"earlier": RENEWAL.replace(*JOINED), "later": RENEWAL}, [code, "R106"])]
