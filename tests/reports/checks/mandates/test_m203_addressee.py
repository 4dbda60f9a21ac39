"""M203: another addressee. Specimens, not UN documents."""

from __future__ import annotations

from tests.support.check_case import RelatedCase, renewed
from tests.support.specimens import RENEWAL


class TestM203(RelatedCase):
    code = "M203"
    good = [{"earlier": RENEWAL, "later": RENEWAL}]
    failing = [(renewed(RENEWAL, "Prie le Secrétaire général", "Prie le Directeur exécutif"), [code])]
