"""M105: a mandate that is renewed unchanged; off unless asked for. Specimens, not UN documents."""

from __future__ import annotations

from reports.project.settings import Settings
from tests.support.check_case import RelatedCase, renewed
from tests.support.specimens import RENEWAL


class TestM105(RelatedCase):
    code = "M105"
    settings = Settings(extend_select=("M105",))
    good = []
    failing = [
        ({"earlier": RENEWAL, "later": RENEWAL}, [code, code, code]),
        (renewed(RENEWAL, "Demande aux parties", "Encourage les parties"), [code, code, "M202"]),
    ]
    test_good = None  # type: ignore[assignment]  # what is unchanged is always said, so that no text gives nothing
