"""M204: another action. Specimens, not UN documents."""

from __future__ import annotations

from tests.support.check_case import RelatedCase, renewed
from tests.support.specimens import RENEWAL


class TestM204(RelatedCase):
    code = "M204"
    good = [{"earlier": RENEWAL, "later": RENEWAL}]
    failing = [
        (renewed(RENEWAL, "Demande aux parties de", "Se félicite que les parties aient accepté de"), [code, code])
    ]
