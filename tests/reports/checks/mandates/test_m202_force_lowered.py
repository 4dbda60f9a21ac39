"""M202: force that is lowered. Specimens, not UN documents."""

from __future__ import annotations

from tests.support.check_case import RelatedCase, renewed
from tests.support.specimens import RENEWAL


class TestM202(RelatedCase):
    code = "M202"
    good = [{"earlier": RENEWAL, "later": RENEWAL}]
    failing = [(renewed(RENEWAL, "Demande aux parties", "Encourage les parties"), [code])]
