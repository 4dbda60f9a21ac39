"""M209: another body reported to. Specimens, not UN documents."""

from __future__ import annotations

from tests.support.check_case import RelatedCase
from tests.support.specimens import RENEWAL

BODIES = {"earlier": "au Conseil de sécurité", "later": "à l'Assemblée générale"}


class TestM209(RelatedCase):
    code = "M209"
    good = [{"earlier": RENEWAL, "later": RENEWAL}]
    failing = [
        (
            {
                name: RENEWAL.replace("de lui rendre compte", f"de rendre compte {body}")
                for name, body in BODIES.items()
            },
            [code],
        )
    ]
