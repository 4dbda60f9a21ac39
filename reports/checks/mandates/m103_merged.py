"""M103."""

from __future__ import annotations

from align.model import Relation
from reports.checks.support.mandate_checks import StructureCheck


class MergedMandate(StructureCheck):
    """Operative paragraphs of the earlier resolution stand in one paragraph of the later one.

    What: two or more paragraphs whose words were found in one.
    Why: a merged mandate easily loses a part on the way.
    Example: earlier paragraphs 6 and 7, later "6. Prie le Centre … et prie le Secrétaire général …".
    """

    code = "M103"
    title = {"fr": "Mandats fusionnés", "en": "Mandates merged"}
    relation = Relation.MERGED
    words = {"fr": "réunis dans le paragraphe", "en": "merged into paragraph"}


CHECK = MergedMandate()
